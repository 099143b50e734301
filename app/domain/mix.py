"""A mix of near and distant people among those whose rhythm alone says that it is time."""

from collections.abc import Sequence
from itertools import chain, zip_longest
from typing import TypeVar

NEAR_MONTHS = 3
"""Up to this rhythm a person is near."""

T = TypeVar("T")


def mixed(people: Sequence[tuple[T, int]]) -> list[T]:
    """People in their order, each with the months of the rhythm: near and distant ones take turns,
    beginning with the first, and when one side has no more the rest of the other follows.

    Each side keeps its own order. So of any first n people at least n // 2 are of either side, as
    far as that side has so many, and whoever is k-th of a side stands at place 2k at the latest.
    """
    near = [one for one, months in people if months <= NEAR_MONTHS]
    far = [one for one, months in people if months > NEAR_MONTHS]
    sides = (near, far) if people and people[0][1] <= NEAR_MONTHS else (far, near)
    nobody = object()
    turns = chain.from_iterable(zip_longest(*sides, fillvalue=nobody))
    return [one for one in turns if one is not nobody]  # type: ignore[misc]  # the filler is out
