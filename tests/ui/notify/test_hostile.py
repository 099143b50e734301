"""R41: forty hostile texts in every field, told to a service, unlocked, in private and locked."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contact import Contact, Met, Name, Reading
from app.domain.due import Reason, ReasonKind
from app.ui import plain
from app.ui.look.theme import Theme
from app.ui.notify.daily import DailyNotice
from app.ui.notify.freedesktop import FreedesktopNotifier
from app.ui.today import DuePerson, Today
from app.usecases.notifying import Notifying
from tests.screens.today import ON, Held, filled
from tests.ui.notify.bus import Service
from tests.ui.notify.hostile import HOSTILE

TITLES = {"One person worth a thought"}
WORDS = {"", "Unlock Enishi to see who"}


class _Told(Held):
    """Nothing is written down."""

    def set_given(self) -> None:
        pass


def _has_shown(service: Service, number: int) -> bool:
    return len(service.shown) == number


def _day(words: str) -> Today:
    name = Name(words, words, words, nickname=words)
    who = Contact(
        id="h", name=name, reading=Reading(words, words), organization=words, title=words,
        met=Met(ON, words),
    )  # fmt: skip
    return Today(ON, (DuePerson(who, (Reason(ReasonKind.FOLLOW_UP, ON, words, "f"),)),))


def test_there_are_forty() -> None:
    assert len(set(HOSTILE)) == 40


@pytest.mark.parametrize("markup", [True, False])
@pytest.mark.parametrize("hidden", ["", "private", "locked"])
def test_no_markup_and_no_name_where_none_may_be(
    qtbot: QtBot, theme: Theme, serve: Callable[..., Service], hidden: str, markup: bool
) -> None:
    service = serve("body", "actions", *(["body-markup"] if markup else []))
    for at, words in enumerate(HOSTILE, 1):
        reminders = _Told()
        today = _day(words)
        if hidden == "private":
            today = replace(today, notifying=Notifying(private=True))
        filled(reminders, today)
        notifier = FreedesktopNotifier()
        daily = DailyNotice(theme, reminders, [notifier])
        if hidden == "locked":
            reminders._workspace = reminders._today = None
            reminders.updated.emit()
        reminders.looked.emit()
        qtbot.waitUntil(partial(_has_shown, service, at))
        daily.stop()
        daily.deleteLater()
        notifier.deleteLater()
    for words, shown in zip(HOSTILE, service.shown, strict=True):
        for text in (shown.title, shown.words):
            rest = text
            for entity in ("&lt;", "&gt;", "&amp;") if markup and text is shown.words else ():
                rest = rest.replace(entity, "")
            assert not set(rest) & set("<>&\x00\x1b"), words
        if hidden:
            assert shown.title in TITLES
            assert shown.words in WORDS
            assert shown.actions == ["default", "Open"]


def test_words_that_nobody_cleaned_are_seen(
    qtbot: QtBot, theme: Theme, serve: Callable[..., Service], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage twin: without the one module that cleans text, markup reaches the service."""
    monkeypatch.setattr(plain, "harmless", lambda words: words)
    service = serve("body")
    reminders = _Told()
    filled(reminders, _day("<b>bold</b>"))
    notifier = FreedesktopNotifier()
    daily = DailyNotice(theme, reminders, [notifier])
    reminders.looked.emit()
    qtbot.waitUntil(lambda: len(service.shown) == 1)
    daily.stop()
    assert "<b>" in service.shown[0].title
