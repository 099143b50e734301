"""A seed that is new with every run, and said where a sample fails."""

from collections.abc import Callable
from random import Random

import pytest


@pytest.fixture
def seed(record_property: Callable[[str, object], None]) -> int:
    """Of the sample that runs in `make test`."""
    number = Random().randrange(1 << 20)
    record_property("seed", number)
    print(f"seed {number}")
    return number
