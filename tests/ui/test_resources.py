from pathlib import Path

import pytest

from app.ui import resources


def test_what_was_built_can_be_read() -> None:
    assert resources.icon("today").startswith("<svg")
    assert "Enishi" in resources.brand("logo")
    assert resources.translation("qtbase_ja").stat().st_size > 1000


def test_what_was_not_built_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "BUILT", tmp_path)
    with pytest.raises(resources.ResourcesMissingError, match="today") as caught:
        resources.icon("today")
    assert "build_resources.py" in str(caught.value)
