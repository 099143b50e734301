"""Ctrl+C: heard while a key is derived, asked about while an import is written."""

import gc
import pkgutil
import shutil
import signal
import subprocess
import sys
import threading
from threading import Event, Timer
from types import SimpleNamespace

import pytest

from app.cli import cards, stopping
from app.cli.stopping import asked_to_stop, left_behind
from app.store.store import Store
from app.usecases import importing
from tests.cli.conftest import ROOT, card


@pytest.fixture(autouse=True)
def plain_interrupt():
    """A shell may let what it runs ignore this signal."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupt():
    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


def test_the_first_one_is_asked_about_and_the_second_breaks_off():
    with asked_to_stop(second_breaks_off=True) as stopped:
        assert not stopped()
        interrupt()
        assert stopped()
        with pytest.raises(KeyboardInterrupt):
            interrupt()
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_what_looks_often_is_not_broken_off_by_a_second_one():
    with asked_to_stop() as stopped:
        for _ in range(3):
            interrupt()
        assert stopped()


def test_after_what_failed_it_breaks_off_again():
    with pytest.raises(ZeroDivisionError), asked_to_stop():
        raise ZeroDivisionError
    with pytest.raises(KeyboardInterrupt):
        interrupt()


def test_where_it_is_ignored_it_stays_so():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with asked_to_stop() as stopped:
        interrupt()
        assert not stopped()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


@pytest.mark.parametrize("counted", [True, False])
def test_what_counts_is_not_broken_off_any_more(counted):
    with asked_to_stop(second_breaks_off=True) as stopped:
        if counted:
            stopped.count()
            for _ in range(3):
                interrupt()
        else:  # the twin
            interrupt()
            with pytest.raises(KeyboardInterrupt):
                interrupt()
        assert stopped()
    interrupt()  # what has ended well counts


_COUNTS = {
    "init": "app.store.store.create_store",
    "demo": "app.usecases.demo.fill",
    "note": "app.usecases.log.note",
    "undo": "app.usecases.undoing.undo",
    "export": "app.usecases.exporting._give_name",
    "backup": "app.store.backup.replace_file",
    "restore": "app.store.restoring.count",
}
"""A command, and the call with which what it does counts."""


@pytest.mark.parametrize("guarded", [True, False])
@pytest.mark.parametrize("command", _COUNTS)
def test_what_counts_is_never_told_as_stopped(program, monkeypatch, tmp_path, command, guarded):
    cards = tmp_path / "cards.vcf"
    cards.write_text(card("Ada"), newline="")
    copy = tmp_path / "copy.enishi"
    arguments = {
        "note": ["Ada", "x"], "export": [tmp_path / "all.vcf"], "backup": [copy],
        "restore": [copy, "--force"],
    }.get(command, [])  # fmt: skip
    if command in {"init", "demo"}:
        shutil.rmtree(program.folder)
    else:
        assert program("import", cards).code == 0
    if command == "restore":
        assert program("backup", copy).code == 0
    counts = pkgutil.resolve_name(_COUNTS[command])

    def interrupted(*given, **named):
        answer = counts(*given, **named)
        interrupt()
        return answer

    monkeypatch.setattr(_COUNTS[command], interrupted)
    if not guarded:  # the twin
        deaf = SimpleNamespace(**{**vars(signal), "signal": lambda *_: None})
        monkeypatch.setattr("app.cli.stopping.signal", deaf)
    found = program(command, *arguments)
    assert (found.code == 0) is guarded, found.err


@pytest.mark.parametrize(
    ("command", "look"),
    [
        ("export", "app.usecases.exporting._vcards"),
        ("backup", "app.store.backup.copied"),
        ("restore", "app.store.backup.unpack"),
    ],
)
def test_before_it_counts_it_is_stopped_and_nothing_is_made(
    program, monkeypatch, tmp_path, command, look
):
    cards = tmp_path / "cards.vcf"
    cards.write_text("".join(card(f"Ada {n}") for n in range(150)), newline="")
    assert program("import", cards).code == 0
    copy = tmp_path / "copy.enishi"
    if command == "restore":
        assert program("backup", copy).code == 0
    made = {"export": tmp_path / "all.vcf", "backup": copy, "restore": copy}[command]
    before = sorted(tmp_path.rglob("*"))
    work = pkgutil.resolve_name(look)

    def interrupted(*given, **named):
        interrupt()
        return work(*given, **named)

    monkeypatch.setattr(look, interrupted)
    found = program(command, made, *(["--force"] if command == "restore" else []))
    assert found.code == 2
    assert "topped" in found.err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("guarded", [True, False])
@pytest.mark.parametrize("command", ["import", "note", "undo"])
def test_while_the_store_is_closed_a_command_is_done(
    program, monkeypatch, tmp_path, command, guarded
):
    cards = tmp_path / "cards.vcf"
    cards.write_text(card("Ada Lovelace"), newline="")
    arguments = {"import": ["import", str(cards)], "note": ["note", "Ada", "x"], "undo": ["undo"]}
    if command != "import":
        assert program("import", cards).code == 0
    close = Store.close

    def interrupted(self):
        interrupt()
        close(self)

    monkeypatch.setattr(Store, "close", interrupted)
    if not guarded:  # the twin
        monkeypatch.setattr("app.cli.stopping._unheard", signal.default_int_handler)
    found = program(*arguments[command])
    assert (found.code == 0) is guarded


_LATE = """
import os, signal, sys
sys.argv = ["enishi", *sys.argv[1:]]
class Late:
    def __del__(self, kill=os.kill, me=os.getpid(), signal=signal.SIGINT):
        kill(me, signal)
from app import __main__
{sabotage}
sys.late = Late()
sys.exit(__main__.main())
"""


@pytest.mark.parametrize("guarded", [True, False])
def test_the_end_of_the_interpreter_changes_no_exit_code(program, tmp_path, guarded):
    cards = tmp_path / "cards.vcf"
    cards.write_text(card("Ada Lovelace"), newline="")
    sabotage = "" if guarded else "from app.cli import stopping; stopping.answered = lambda: None"
    done = subprocess.run(
        [sys.executable, "-c", _LATE.format(sabotage=sabotage), *program.options, "import", cards],
        cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "Cards: 1 (new 1" in done.stdout  # it is in either way
    assert done.returncode == (0 if guarded else -signal.SIGINT), done.stderr


def test_another_thread_hears_no_signal_and_asks_all_the_same():
    answers = []

    def work():
        with asked_to_stop() as stopped:
            answers.append(stopped())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert answers == [False]


@pytest.mark.parametrize("beside", [True, False])
def test_it_is_heard_while_one_long_call_goes_on(beside):
    over = Event()

    def step():
        # As a call into C does: signals are handled when it is over.
        if threading.current_thread() is threading.main_thread():
            mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            over.wait(1)
            over.set()
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            over.wait(1)
        else:
            over.wait(30)
            over.set()

    Timer(0.1, interrupt).start()
    with pytest.raises(KeyboardInterrupt):
        left_behind(step) if beside else step()
    assert over.is_set() is not beside  # the twin waits for its end
    over.set()


def test_its_answer_and_its_error_come_out():
    assert left_behind(lambda: 5) == 5
    with pytest.raises(ZeroDivisionError):
        left_behind(lambda: 1 // 0)


@pytest.mark.timeout(60)
def test_a_reading_that_looks_at_nothing_is_left_behind(tmp_path, monkeypatch):
    """Found by the sweep of stopped imports: Ctrl+C waited for a lane that loaded modules."""
    asked, released, ended = Event(), Event(), Event()

    def deaf(_paths, *, cancelled, codec):
        asked.set()
        released.wait(50)
        ended.set()
        return (cancelled(), codec)

    monkeypatch.setattr(importing, "read_files", deaf)

    def stopped():
        with cards._reading([tmp_path], None):
            assert asked.wait(30)
            raise KeyboardInterrupt

    try:
        with pytest.raises(KeyboardInterrupt):
            stopped()
        assert not ended.is_set()
    finally:
        released.set()
        gc.enable()
    assert ended.wait(30)


def test_a_reading_that_is_not_wanted_any_more_ends(tmp_path, monkeypatch):
    def until_it_is_said(_paths, *, cancelled, codec):
        while not cancelled():
            Event().wait(0.01)
        return codec

    monkeypatch.setattr(importing, "read_files", until_it_is_said)
    try:
        with cards._reading([tmp_path], "utf-8") as reading:
            assert not reading.done()
        assert reading.result(30) == "utf-8"
    finally:
        gc.enable()


@pytest.mark.timeout(60)
@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="signals of one thread are POSIX's")
@pytest.mark.parametrize("guarded", [True, False])
def test_it_is_heard_whichever_thread_the_system_gives_it_to(monkeypatch, guarded):
    """Found by the sweep of stopped imports: threads that derive a key took the signal."""
    released, ended = Event(), Event()
    if not guarded:
        monkeypatch.setattr(stopping, "awaited", lambda answer: answer.result())

    def step():
        Event().wait(0.3)  # until the main thread waits
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        released.wait(50 if guarded else 0.3)
        ended.set()

    def wait():
        left_behind(step)
        Event().wait(10)  # where it is heard late, it is heard here at last

    with pytest.raises(KeyboardInterrupt):
        wait()
    assert ended.is_set() is not guarded
    released.set()
    assert ended.wait(30)
