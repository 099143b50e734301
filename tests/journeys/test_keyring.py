"""What a real keyring keeps goes with all the rest (R52). Its silence: `make soak ARGS=silence`."""

import pytest

from tests.soak.keyrings import rounds_on_a_desk
from tests.soak.silence import erase


@pytest.mark.journey
@pytest.mark.slow
def test_erasing_takes_the_key_out_of_the_keyring() -> None:
    with rounds_on_a_desk("-") as rounds:
        erase(rounds, answers=True)
