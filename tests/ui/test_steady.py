"""The collector rests inside, also when two threads are, and works again afterwards."""

import gc
import threading
from collections.abc import Iterator

import pytest

from app.ui.steady import resting, steady


@pytest.fixture(autouse=True)
def automatic() -> Iterator[None]:
    """Python's own collections, which the suite has off."""
    gc.enable()
    yield
    gc.disable()


def test_where_collections_are_off_they_stay_off() -> None:
    gc.disable()
    with steady():
        assert resting()
    assert not resting()
    assert not gc.isenabled()
    gc.unfreeze()


def test_no_collection_inside_and_again_afterwards() -> None:
    with steady():
        assert not gc.isenabled()
        with steady():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()


def test_an_error_lets_it_work_again() -> None:
    with pytest.raises(KeyError), steady():
        raise KeyError
    assert gc.isenabled()
    gc.unfreeze()


def test_two_threads() -> None:
    first_in, second_out = threading.Event(), threading.Event()

    def work() -> None:
        with steady():
            first_in.set()
            second_out.wait(5)

    thread = threading.Thread(target=work)
    thread.start()
    first_in.wait(5)
    with steady():
        pass
    assert not gc.isenabled()
    second_out.set()
    thread.join()
    assert gc.isenabled()
    gc.unfreeze()
