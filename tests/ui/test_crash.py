"""A crash report says where, and never what."""

import sys

import pytest

from app.ui import crash


def _fail(secret: str) -> None:
    raise ValueError(f"bad name {secret}")


def test_a_report_names_the_place_and_holds_no_value() -> None:
    with pytest.raises(ValueError, match="bad name") as caught:
        _fail("早坂 美緒")
    text = crash.report(caught.type, caught.tb)
    assert "ValueError" in text
    assert "in _fail" in text
    assert "早坂" not in text


def test_the_hook_tells_once_and_writes_to_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[str] = []

    def tell(text: str) -> None:
        told.append(text)
        sys.excepthook(KeyError, KeyError("inner"), None)

    crash.install(tell)
    sys.excepthook(ValueError, ValueError("secret"), None)
    assert len(told) == 1
    written = capsys.readouterr().err
    assert "ValueError" in written
    assert "KeyError" in written
    assert "secret" not in written
