"""A sample of the damages of `make soak ARGS=damage`, and its twin."""

import pytest

from tests.soak import damage


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_damage_is_noticed_and_never_written(tmp_path, seed):
    assert damage.sweep(24, seed, 40, tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_backup_that_proves_nothing_is_seen(tmp_path, monkeypatch):
    """The sabotage twin: only opening would be left to find it."""
    monkeypatch.setattr(damage, "make", lambda *_: None)
    assert not damage.sweep(24, 1, 40, tmp_path)
