"""Answers that are remembered while the program is open, and forgotten when it locks: they were
worked out from names and numbers of people.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

_P = ParamSpec("_P")
_R = TypeVar("_R")
_answers: "list[_lru_cache_wrapper[Any]]" = []


def remembered(most: int) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Remember the answers to the questions asked last, so many at most; from any thread."""

    def remember(asked: Callable[_P, _R]) -> Callable[_P, _R]:
        answers = lru_cache(most)(asked)
        _answers.append(answers)
        return answers  # type: ignore[return-value]  # for its caller it is the function

    return remember


def forget() -> None:
    """Let go of all answers and of what was asked."""
    for answers in _answers:
        answers.cache_clear()
