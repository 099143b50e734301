"""Within: finding typed words in a handful of lines that are known already, key after key."""

from collections.abc import Iterable

from app.domain.folding import fold_name

BETWEEN = "\0"
"""Stands between parts of a line that do not belong together; no typed word goes across."""


def words_of(query: str) -> tuple[str, ...]:
    """The words of a search, folded for comparing."""
    return tuple(folded for word in query.split() if (folded := fold_name(word)))


class Lines:
    """Lines by their ids, folded once."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        self._folded = [(line_id, fold_name(text)) for line_id, text in lines]

    def holding(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Ids of the lines that hold all the words (`words_of`), in their order; none for none."""
        if not words:
            return ()
        found = self._folded
        for word in words:
            found = [line for line in found if word in line[1]]
        return tuple(line_id for line_id, _ in found)
