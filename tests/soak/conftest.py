"""A seed that is new with every run, and said where a sample fails."""

from random import Random

import pytest


@pytest.fixture
def seed(record_property: pytest.FixtureRequest) -> int:
    """Of the sample that runs in `make test`."""
    number = Random().randrange(1 << 20)
    record_property("seed", number)  # type: ignore[operator]  # pytest's own, untyped
    print(f"seed {number}")
    return number
