"""Plain text out of what a calendar says: HTML as its words, no marks that steer a terminal or a
line.
"""

import re
import unicodedata
from html.parser import HTMLParser

_MARKUP = re.compile(
    r"</?(?:html|body|div|p|br|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|table|tr|td|font|pre)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style", "head", "title"})
_EMPTY_LINES = re.compile(r"\n\s*\n\s*\n+")


class _Words(HTMLParser):
    """Collects what a reader of the page would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        if tag in _BREAKS:
            self.parts.append("\n")
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS - {"br", "li", "tr"}:
            self.parts.append("\n")
        self._unseen -= tag in _UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)


def plain_text(text: str, most: int) -> str:
    """The words of a text that may be HTML, in lines, cut at `most` characters."""
    if _MARKUP.search(text):
        words = _Words()
        words.feed(text)
        words.close()
        text = "".join(words.parts)
    lines = (" ".join(_bare(line).split()) for line in text.splitlines())
    return _cut(_EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip(), most)


def plain_line(text: str, most: int) -> str:
    """One line of words, cut at `most` characters."""
    return _cut(" ".join(_bare(text).split()), most)


def _bare(text: str) -> str:
    """Without control characters, lone surrogates and marks of direction."""
    return "".join(
        " " if unicodedata.category(c) == "Cc" else c
        for c in text
        if unicodedata.category(c) not in {"Cs", "Co", "Cn"} and c not in _DIRECTION
    )


_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
