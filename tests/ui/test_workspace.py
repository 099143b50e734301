"""The workspace answers on the UI thread, announces changes, and lets answers for gone views go."""

import gc
import threading
import weakref
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.change import Change, Verb
from app.domain.errors import ExpectedError, NotFoundError
from app.domain.now import Now
from app.interchange.errors import ReadingCancelledError
from app.ui.background import MistakeError
from app.ui.workspace import Task, Workspace

NOW = Now(datetime(2026, 10, 15, tzinfo=UTC), datetime(2026, 10, 15, 9, tzinfo=UTC))


class Connection:
    """Remembers which thread opened it and which closed it."""

    def __init__(self) -> None:
        self.opened = threading.get_ident()
        self.closed: int | None = None

    def close(self) -> None:
        self.closed = threading.get_ident()


@pytest.fixture
def opened() -> list[Connection]:
    return []


@pytest.fixture
def workspace(qtbot: QtBot, opened: list[Connection]) -> Iterator[Workspace]:
    def open_one() -> Connection:
        opened.append(Connection())
        return opened[-1]

    workspace = Workspace(open_one, open_one, now=lambda: NOW)
    yield workspace
    workspace.close()
    assert all(c.closed == c.opened for c in opened)


def test_an_answer_arrives_on_the_ui_thread(qtbot: QtBot, workspace: Workspace) -> None:
    got: list[tuple[int, int]] = []
    workspace.ask(lambda _reader: threading.get_ident()).then(
        lambda lane: got.append((lane, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(got))
    lane, ui = got[0]
    assert ui == threading.get_ident()
    assert lane != ui


def test_each_lane_keeps_its_thread_and_connection(
    qtbot: QtBot, workspace: Workspace, opened: list[Connection]
) -> None:
    threads: list[int] = []
    for _ in range(5):
        workspace.ask(lambda _reader: threading.get_ident()).then(threads.append)
    qtbot.waitUntil(lambda: len(threads) == 5)
    assert len(set(threads)) == 1
    assert len(opened) == 1


def test_a_write_is_announced(qtbot: QtBot, workspace: Workspace) -> None:
    change = Change(Verb.LOG, (), seq=1)
    with qtbot.waitSignal(workspace.changed) as told:
        workspace.do(lambda _store: change)
    assert told.args == [change]


def test_what_changed_nothing_is_not_announced(qtbot: QtBot, workspace: Workspace) -> None:
    told: list[Change] = []
    workspace.changed.connect(told.append)
    workspace.do(lambda _store: Change(Verb.LOG, ()))
    written = Change(Verb.TAG, (), seq=1)
    with qtbot.waitSignal(workspace.changed):
        workspace.do(lambda _store: written)
    assert told == [written]


def test_an_expected_error_goes_to_the_view_or_to_the_person(
    qtbot: QtBot, workspace: Workspace
) -> None:
    def fails(_reader: object) -> None:
        raise NotFoundError("x")

    seen: list[ExpectedError] = []
    workspace.ask(fails).then(lambda _none: None, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    with qtbot.waitSignal(workspace.failed) as told:
        workspace.ask(fails)
    assert isinstance(told.args[0], NotFoundError)


def test_a_bug_reaches_the_crash_hook(qtbot: QtBot, workspace: Workspace) -> None:
    def bug(_reader: object) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        reply = workspace.ask(bug)
        assert reply.future is not None
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


class View(QWidget):
    """A view that counts what it is shown."""

    shown = 0

    def show_answer(self, _answer: object) -> None:
        View.shown += 1


def test_a_dropped_answer_and_a_gone_view_get_nothing(qtbot: QtBot, workspace: Workspace) -> None:
    View.shown = 0
    gate = threading.Event()
    view = View()
    workspace.ask(lambda _reader: gate.wait(5)).then(view.show_answer)
    gone = View()
    workspace.ask(lambda _reader: 1).then(gone.show_answer)
    workspace.ask(lambda _reader: 2).then(view.show_answer).drop()
    gone.deleteLater()
    del gone
    qtbot.wait(10)
    gate.set()
    last: list[int] = []
    workspace.ask(lambda _reader: 3).then(last.append)
    qtbot.waitUntil(lambda: bool(last))
    assert View.shown == 1
    view.deleteLater()


@pytest.mark.parametrize(
    ("error", "told"), [(NotFoundError("a"), ["NotFoundError"]), (ReadingCancelledError(), [])]
)
def test_what_is_refused_after_its_view_went_is_told_unless_it_was_stopped(
    qtbot: QtBot, workspace: Workspace, error: ExpectedError, told: list[str]
) -> None:
    class View(QWidget):
        def refused(self, error: ExpectedError) -> None:
            raise AssertionError("nobody is there")

    heard: list[str] = []
    workspace.failed.connect(lambda failed: heard.append(type(failed).__name__))
    goes_on = threading.Event()

    def use_case(_store: object) -> None:
        goes_on.wait(10)
        raise error

    view, ended = View(), list[int]()
    workspace.do(use_case).or_else(view.refused)
    view.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(view))
    goes_on.set()
    workspace.do(lambda _store: 1).then(ended.append)

    qtbot.waitUntil(lambda: bool(ended))
    assert heard == told


def test_what_was_written_before_the_end_is_written(qtbot: QtBot, opened: list[Connection]) -> None:
    """A write that waits behind another when the program ends is no less a write."""

    def open_one() -> Connection:
        opened.append(Connection())
        return opened[-1]

    workspace = Workspace(open_one, open_one, now=lambda: NOW)
    begun, go_on = threading.Event(), threading.Event()
    written: list[str] = []

    def slow(_store: Connection) -> None:
        begun.set()
        go_on.wait(5)
        written.append("first")

    workspace.do(slow)
    begun.wait(5)
    workspace.do(lambda _store: written.append("second"))
    threading.Timer(0.1, go_on.set).start()
    workspace.close()
    assert written == ["first", "second"]


def test_free_work_reports_and_stops(qtbot: QtBot, workspace: Workspace) -> None:
    begun = threading.Event()

    def work(task: Task) -> str:
        task.report(1)
        begun.set()
        while not task.cancelled():
            threading.Event().wait(0.005)
        return "stopped"

    told: list[object] = []
    got: list[str] = []
    reply = workspace.free(work).then(got.append).on_progress(told.append)
    assert begun.wait(5)
    reply.cancel()
    qtbot.waitUntil(lambda: bool(got))
    assert (told, got) == ([1], ["stopped"])


class Key:
    """Stands for the key of a store."""


def test_a_closed_workspace_keeps_no_key(qtbot: QtBot) -> None:
    def opened_by_a_key() -> tuple[Workspace, weakref.ref[Key]]:
        key = Key()

        def open_one() -> Connection:
            assert isinstance(key, Key)
            return Connection()

        return Workspace(open_one, open_one, now=lambda: NOW), weakref.ref(key)

    workspace, key = opened_by_a_key()
    got: list[int] = []
    workspace.ask(lambda _reader: 1).then(got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert key() is not None
    workspace.close()
    gc.collect()
    assert key() is None


def test_who_waits_hears_of_a_mistake_and_it_is_raised_as_well(
    qtbot: QtBot, workspace: Workspace
) -> None:
    """R63: what is busy with a write, or closed a field for it, must not stay so."""
    failed: list[ExpectedError] = []

    def mistaken(_store: object) -> None:
        raise ValueError

    with qtbot.captureExceptions() as raised:
        workspace.do(mistaken).then(lambda _nothing: None, failed.append)
        qtbot.waitUntil(lambda: bool(failed) and bool(raised))
    assert [type(error) for error in failed] == [MistakeError]
    assert [kind for kind, _, _ in raised] == [ValueError]
