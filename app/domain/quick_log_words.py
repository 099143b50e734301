"""Words of a quick log's line: what stands between spaces, and the arrows at its edges."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.quick_log_said import Piece, Role

_ARROWS = {"→": "→", "->": "→", "←": "←", "<-": "←", "⇒": "⇒", "=>": "⇒"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the line, or an arrow."""

    start: int
    text: str
    order: int  # among all words of the line: only neighbours are read together
    arrow: str = ""

    def behind(self, count: int) -> "Word":
        """What is left of it behind its first characters."""
        return replace(self, start=self.start + count, text=self.text[count:])

    def piece(self, role: Role, **more: object) -> Piece:
        """It as a piece of the line."""
        return Piece(self.start, self.text, role, **more)  # type: ignore[arg-type] # as of Piece


def words(line: str) -> list[Word]:
    """Words between spaces; arrows at their edges are words of their own."""
    found: list[Word] = []
    at = 0
    for text in line.split():
        at = line.index(text, at)
        for part, arrow in _at_edges(text):
            found.append(Word(at, part, len(found), arrow))
            at += len(part)
    return found


def _at_edges(text: str) -> Iterable[tuple[str, str]]:
    front = next((a for a in _ARROWS if text.startswith(a)), "")
    if front:
        yield front, _ARROWS[front]
        text = text[len(front) :]
    back = next((a for a in _ARROWS if text.endswith(a)), "")
    middle = text[: len(text) - len(back)]
    if middle:
        yield middle, ""
    if back:
        yield back, _ARROWS[back]
