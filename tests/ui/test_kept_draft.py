"""What is typed is kept behind the keys; what the disk refuses is told once and tried again."""

import pytest
from PySide6.QtCore import QObject

from app.store.errors import DiskFullError
from app.store.settings import DraftSetting
from app.store.store import Store
from app.ui.kept_draft import KeptDraft
from tests.ui.day import Day


class Line(QObject):
    """A line somewhere, and its draft."""

    def __init__(self, day: Day) -> None:
        super().__init__()
        self.text = ""
        self.left: list[str] = []
        self.draft = KeptDraft(
            day.workspace, DraftSetting.QUICK_LOG, lambda: self.text, self, behind_ms=5
        )
        self.draft.came.connect(self.left.append)
        day.qtbot.waitUntil(lambda: self.draft.ready)

    def type(self, text: str) -> None:
        self.text = text
        self.draft.soon()


def kept(day: Day) -> object:
    return day.ask(lambda store: store.setting(DraftSetting.QUICK_LOG))


def test_it_follows_the_keys_and_is_there_the_next_time(day: Day) -> None:
    line = Line(day)
    assert line.left == [""]
    line.type("half")
    day.qtbot.waitUntil(lambda: kept(day) == "half")
    line.text = "half a line"
    line.draft.keep()  # at once, as when the page goes
    assert kept(day) == "half a line"
    assert Line(day).left == ["half a line"]


def test_nothing_typed_writes_nothing(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(day)

    def never(*_any: object) -> None:
        raise AssertionError("nothing was typed")

    monkeypatch.setattr(Store, "set_settings", never)
    line.draft.keep()
    line.type("")
    day.ask(lambda store: store.setting(DraftSetting.QUICK_LOG))


def test_a_full_disk_is_told_once_and_tried_again(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = Line(day)
    told: list[object] = []
    tries: list[int] = []
    day.workspace.failed.connect(told.append)
    works = Store.set_settings

    def full(store: Store, _values: object) -> None:
        tries.append(1)
        raise DiskFullError(store.folder.path)

    monkeypatch.setattr(Store, "set_settings", full)
    for text in ("a", "ab", "abc"):
        tries.clear()
        line.type(text)
        day.qtbot.waitUntil(lambda: bool(tries) and line.draft._kept is None)
    assert [type(error) for error in told] == [DiskFullError]
    monkeypatch.setattr(Store, "set_settings", works)
    line.draft.keep()  # the same words: they were not kept yet
    assert kept(day) == "abc"
    monkeypatch.setattr(Store, "set_settings", full)
    line.type("abcd")
    day.qtbot.waitUntil(lambda: len(told) == 2)


def test_half_a_character_stops_nothing(day: Day) -> None:
    line = Line(day)
    line.type("half \ud83d")
    line.draft.keep()
    assert kept(day) == "half ?"
