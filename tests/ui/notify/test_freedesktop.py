"""The desktop's notification service: harmless words, no waiting, nothing breaks without it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.ui.notify.freedesktop import FreedesktopNotifier
from app.ui.notify.notifier import Notice
from tests.ui.notify.bus import Bus, Service
from tests.ui.notify.hostile import HOSTILE

ACTIONS = (("default", "Open"), ("later", "Later"))


class Heard:
    """Collects what a notifier says."""

    def __init__(self, notifier: FreedesktopNotifier) -> None:
        self.accepted: list[int] = []
        self.refused: list[int] = []
        self.acted: list[tuple[int, str]] = []
        self.closed: list[int] = []
        notifier.accepted.connect(self.accepted.append)
        notifier.refused.connect(self.refused.append)
        notifier.acted.connect(lambda number, key: self.acted.append((number, key)))
        notifier.closed.connect(self.closed.append)


@pytest.fixture
def notifier(qtbot: QtBot) -> Iterator[FreedesktopNotifier]:
    made = FreedesktopNotifier(limit_ms=3000)
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def heard(notifier: FreedesktopNotifier) -> Heard:
    return Heard(notifier)


def test_it_is_shown_and_answers(
    qtbot: QtBot, notifier: FreedesktopNotifier, heard: Heard, serve: Callable[..., Service]
) -> None:
    service = serve("body", "body-markup", "actions")
    picture = QImage(8, 8, QImage.Format.Format_ARGB32)
    picture.fill(QColor(200, 0, 0))
    number = notifier.send(Notice("題", "本文 & <b>", ACTIONS, picture))
    qtbot.waitUntil(lambda: heard.accepted == [number])
    shown = service.shown[0]
    assert (shown.title, shown.words) == ("題", "本文 &amp; &lt;b&gt;")
    assert shown.actions == ["default", "Open", "later", "Later"]
    assert tuple(shown.hints["image-data"][:2]) == (8, 8)
    service.click(1, "later")
    qtbot.waitUntil(lambda: heard.closed == [number])
    assert heard.acted == [(number, "later")]


@pytest.mark.parametrize("markup", [True, False])
def test_hostile_words_leave_no_markup(
    qtbot: QtBot,
    notifier: FreedesktopNotifier,
    heard: Heard,
    serve: Callable[..., Service],
    markup: bool,
) -> None:
    service = serve(*(["body", "body-markup"] if markup else ["body"]))
    for words in HOSTILE:
        notifier.send(Notice(words, words))
    qtbot.waitUntil(lambda: len(heard.accepted) == len(HOSTILE))
    for shown in service.shown:
        for text in (shown.title, shown.words):
            assert not set(text) & set("<>\x00\x1b")
        if markup:
            rest = shown.words
            for entity in ("&lt;", "&gt;", "&amp;"):
                rest = rest.replace(entity, "")
            assert "&" not in rest
        else:
            assert "&" not in shown.words
        assert "&" not in shown.title
        assert shown.actions == []


def test_it_is_withdrawn(
    qtbot: QtBot, notifier: FreedesktopNotifier, heard: Heard, serve: Callable[..., Service]
) -> None:
    service = serve("body")
    number = notifier.send(Notice("x"))
    qtbot.waitUntil(lambda: heard.accepted == [number])
    notifier.withdraw(number)
    qtbot.waitUntil(lambda: service.closed == [1])


def test_what_is_withdrawn_on_its_way_does_not_stay(
    qtbot: QtBot, notifier: FreedesktopNotifier, heard: Heard, serve: Callable[..., Service]
) -> None:
    service = serve("body")
    service.delay = 0.2
    number = notifier.send(Notice("x"))
    qtbot.waitUntil(lambda: notifier._sent[number].serial != 0)
    notifier.withdraw(number)
    qtbot.waitUntil(lambda: service.closed == [1])
    assert heard.accepted == []


def test_no_bus_is_a_refusal(qtbot: QtBot, notifier: FreedesktopNotifier, heard: Heard) -> None:
    number = notifier.send(Notice("x"))
    qtbot.waitUntil(lambda: heard.refused == [number])


def test_no_service_is_a_refusal_and_a_late_one_is_found(
    qtbot: QtBot,
    notifier: FreedesktopNotifier,
    heard: Heard,
    bus: Bus,
    serve: Callable[..., Service],
) -> None:
    first = notifier.send(Notice("x"))
    qtbot.waitUntil(lambda: heard.refused == [first])
    serve("body")
    second = notifier.send(Notice("y"))
    qtbot.waitUntil(lambda: heard.accepted == [second])


def test_an_error_is_a_refusal(
    qtbot: QtBot, notifier: FreedesktopNotifier, heard: Heard, serve: Callable[..., Service]
) -> None:
    service = serve("body")
    service.fails = True
    first = notifier.send(Notice("x"))
    qtbot.waitUntil(lambda: heard.refused == [first])
    service.fails = False
    second = notifier.send(Notice("y"))
    qtbot.waitUntil(lambda: heard.accepted == [second])


def test_a_slow_service_blocks_nothing_and_is_let_go(
    qtbot: QtBot, serve: Callable[..., Service]
) -> None:
    service = serve("body")
    service.delay = 0.6
    notifier = FreedesktopNotifier(limit_ms=250)
    heard = Heard(notifier)
    number = notifier.send(Notice("x"))
    assert (heard.accepted, heard.refused) == ([], [])  # it did not wait for either
    qtbot.waitUntil(lambda: heard.refused == [number])
    # Taken after all, it is withdrawn: the person was told another way.
    qtbot.waitUntil(lambda: service.closed == [1])
    assert heard.accepted == []
    notifier.stop()


def test_a_bus_that_goes_closes_what_was_shown(
    qtbot: QtBot,
    notifier: FreedesktopNotifier,
    heard: Heard,
    bus: Bus,
    serve: Callable[..., Service],
) -> None:
    service = serve("body")
    number = notifier.send(Notice("x"))
    qtbot.waitUntil(lambda: heard.accepted == [number])
    service.stop()
    bus.stop()
    qtbot.waitUntil(lambda: heard.closed == [number])
    again = notifier.send(Notice("y"))
    qtbot.waitUntil(lambda: heard.refused == [again])


def test_signals_of_others_are_not_ours(
    qtbot: QtBot, notifier: FreedesktopNotifier, heard: Heard, serve: Callable[..., Service]
) -> None:
    service = serve("body", "actions")
    number = notifier.send(Notice("x", "", ACTIONS))
    qtbot.waitUntil(lambda: heard.accepted == [number])
    service.click(99, "later")
    service.click(1, "default")
    qtbot.waitUntil(lambda: heard.acted == [(number, "default")])


def test_a_service_that_goes_takes_what_it_showed_with_it(
    qtbot: QtBot, notifier: FreedesktopNotifier, heard: Heard, serve: Callable[..., Service]
) -> None:
    """And the next service begins to count anew: its first is not ours to put away."""
    first = serve("body")
    number = notifier.send(Notice("x"))
    qtbot.waitUntil(lambda: heard.accepted == [number])
    first.stop()
    qtbot.waitUntil(lambda: heard.closed == [number])
    second = serve("body")
    notifier.withdraw(number)
    again = notifier.send(Notice("y"))
    qtbot.waitUntil(lambda: heard.accepted == [number, again])
    assert second.closed == []
