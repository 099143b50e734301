"""Rhythm: how often to be in touch with a person, as a window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rhythm:
    """In touch again between `least` and `most` months after the last time.

    Raises ValueError for a window that is none.
    """

    least: int
    most: int

    def __post_init__(self) -> None:
        if not 1 <= self.least <= self.most:
            raise ValueError("a rhythm begins after a month at least, and ends no earlier")


OFFERED = (Rhythm(1, 2), Rhythm(3, 4), Rhythm(6, 8), Rhythm(12, 15))
"""What a person chooses from, named by its beginning; the window stays open a third longer."""
