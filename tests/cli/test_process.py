"""The program as a process: streams, languages, two at once, what it loads."""

import json
import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.interchange.child import FLAG
from app.store import keyring_child
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import unlock
from app.usecases.handover import Message, Wish
from app.usecases.reception import Reception
from tests.cli.conftest import MIO, PASSPHRASE, ROOT, WATARU, card

FULL = Path("/dev/full")


def environment(**more):
    return {**os.environ, **more}


def test_results_on_stdout_and_words_on_stderr_in_japanese(program):
    done = program.process("find", env=environment(LANG="ja_JP.UTF-8"))
    assert (done.code, done.out, done.err) == (0, "", "見つかりませんでした。\n")
    done = program.process("undo", env=environment(LANG="en_US.UTF-8", LC_ALL="ja_JP.UTF-8"))
    assert (done.code, done.err) == (2, "元に戻すものはありません。\n")
    done = program.process("undo", env=environment(LANG="ja_JP.UTF-8", LC_MESSAGES="de_DE.UTF-8"))
    assert (done.code, done.err) == (2, "There is nothing to undo.\n")


def test_json_is_utf_8_in_any_locale(program, cards):
    program("import", cards(MIO))
    for more in (
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONUTF8": "0", "LC_ALL": "C"},
    ):
        done = program.process("find", "--json", env=environment(**more))
        assert json.loads(done.out)["people"][0]["name"]["full"] == "早坂 美緒"
        done = program.process("find", env=environment(**more))
        assert (done.code, done.err) == (0, "")


def test_a_reader_that_goes_away(program):
    program("demo")
    command = [sys.executable, "-m", "app", *program.options]
    for arguments in (["find", "--json"], ["find"], ["--help"]):
        with subprocess.Popen(
            [*command, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            process.stdout.close()
            err = process.stderr.read()
            assert process.wait(60) == 0
            assert err == b""


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_a_result_that_cannot_be_written_is_said(program, cards):
    path = str(cards(MIO))
    with FULL.open("wb") as full:
        done = program.process("find", "--json", stdout=full)
        assert done.code == 2
        assert "could not be written" in done.err
        done = program.process("import", path, stdout=full)
        assert done.code == 1
    assert len(program("find", "--json").json["people"]) == 1


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed by hand")
def test_closed_streams(program, cards, empty):
    line = " ".join(f"'{a}'" for a in [sys.executable, "-m", "app", *program.options])
    for closing in (">&-", "2>&-", ">&- 2>&-", "<&-"):
        done = subprocess.run(
            ["/bin/sh", "-c", f"{line} find --json {closing}"], cwd=ROOT, capture_output=True
        )
        assert done.returncode == 0, (closing, done.stderr)
        assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed by hand")
def test_init_makes_nothing_where_the_recovery_key_cannot_be_printed(empty):
    line = " ".join(f"'{a}'" for a in [sys.executable, "-m", "app", *empty.options])
    done = subprocess.run(["/bin/sh", "-c", f"{line} init >&-"], cwd=ROOT, capture_output=True)
    assert done.returncode == 2
    assert not empty.folder.exists()


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_a_recovery_key_is_never_lost(empty):
    with FULL.open("wb") as full:
        done = empty.process("init", stdout=full)
    assert done.code == 1
    assert any(len(line.replace("-", "")) == 28 for line in done.err.splitlines())


def test_arguments_of_any_bytes(program):
    done = program.process("find", b"\xff\xfe")
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err


def test_the_store_of_the_environment(program, cards):
    program("import", cards(MIO))
    command = [sys.executable, "-m", "app", "--passphrase-file", str(program.passphrase_file)]
    done = subprocess.run(
        [*command, "find", "--json"],
        cwd=ROOT,
        env=environment(ENISHI_STORE=str(program.folder)),
        capture_output=True,
    )
    assert len(json.loads(done.stdout)["people"]) == 1


def test_help_names_every_command(program):
    text = program.process("--help").out
    commands = "open reconnect import export find show note due init undo check backup restore demo"
    for command in commands.split():
        assert f"    {command}" in text
        assert program.bare(command, "--help").code == 0


def test_nothing_is_asked_without_a_terminal(program):
    done = subprocess.run(
        [sys.executable, "-m", "app", "--store", str(program.folder), "find"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 2
    assert b"--passphrase-file" in done.stderr


def test_many_notes_at_once_are_all_written(program, cards):
    program("import", cards(MIO))
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda n: program.process("note", "早坂", f"note {n}"), range(6)))
    assert [d.code for d in done] == [0] * 6
    shown = program("show", "早坂").out
    assert all(f"note {n}" in shown for n in range(6))


@pytest.fixture
def window(program):
    """A window on the same store, as far as others can see it."""
    heard: list[Message] = []
    folder = StoreFolder(program.folder)
    with open_store(folder, unlock(folder, passphrase=PASSPHRASE)):
        reception = Reception(program.folder, heard.append)
        yield heard
        reception.close()


def test_beside_a_window_reading_works_and_writing_is_refused(program, cards, tmp_path, request):
    program("import", cards(MIO))
    request.getfixturevalue("window")
    for command in (["find"], ["show", "早坂"], ["due"], ["check"], ["export", tmp_path / "o.vcf"]):
        assert program(*command).code == 0
    assert program("import", cards(WATARU, name="b.vcf"), "--preview", "--json").json["new"] == 1
    for command in (["undo"], ["note", "早坂", "x"], ["demo"], ["restore", tmp_path / "o.vcf"]):
        done = program(*command)
        assert done.code == 2
        assert "Enishi is open" in done.err


def test_open_and_import_are_handed_to_the_window(program, cards, window):
    path = cards(MIO)
    assert program("open", path).code == 0
    done = program("import", path, "--met", "2026-10-14", "--json")
    assert done.code == 1
    assert "import page" in done.err
    found = done.json
    assert (found["import_id"], found["cards"], found["handed_over"]) == (None, 0, True)
    assert program("reconnect").code == 0
    assert program().code == 0
    assert program("--hidden").code == 0
    assert [m.wish for m in window] == [Wish.OPEN, Wish.OPEN, Wish.RECONNECT, Wish.SHOW]
    assert all(m.paths == (path,) for m in window[:2])
    assert window[1].met_on.isoformat() == "2026-10-14"
    assert isinstance(window[0], Message)


def test_without_a_window_one_is_asked_for(program, cards):
    path = cards(MIO)
    asked = program.window("open", path)
    assert (asked.folder, asked.files, asked.hidden) == (program.folder, (path,), False)
    assert asked.passphrase_file == program.passphrase_file
    assert program.window("--hidden").hidden
    assert program.window("reconnect").reconnect
    assert program.window().files == ()
    assert program("open", path.with_name("absent.vcf")).code == 2


def test_a_writer_without_a_window_is_waited_for(program, cards):
    program("import", cards(MIO))
    folder = StoreFolder(program.folder)
    store = open_store(folder, unlock(folder, passphrase=PASSPHRASE))
    with ThreadPoolExecutor(1) as pool:
        note = pool.submit(program.process, "note", "早坂", "later")
        time.sleep(2)
        store.close()
        assert note.result().code == 0


MODULES = """
import sys
from app.cli.command import run
run({arguments})
print(*sys.modules)
"""


def loaded(*arguments):
    code = MODULES.format(arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return set(done.stdout.split())


def test_only_what_a_command_needs_is_loaded(program):
    for arguments in ((), ("--store", "/nowhere", "find"), ("open", "x.vcf")):
        modules = loaded(*arguments)
        assert not {m for m in modules if m.startswith(("PySide6", "shiboken6", "vobject"))}
        if arguments[2:] != ("find",):
            assert "sqlalchemy" not in modules
    with_store = loaded(*program.options, "find")
    assert not {m for m in with_store if m.startswith(("PySide6", "vobject", "PIL", "alembic"))}


def test_the_hidden_first_arguments_are_those_of_the_children():
    from app import __main__ as program

    assert (program._READING_CHILD, program._KEYRING_CHILD) == (FLAG, keyring_child.ARGUMENT)


UNCAUGHT = """
import sys, threading
from app import __main__ as program
from app.cli import command
class Ends:
    def __del__(self):
        int("a secret")
def fails(argv):
    thread = threading.Thread(target=lambda: float("a secret"))
    thread.start()
    thread.join()
    Ends()
    raise KeyError("a secret")
command.run = fails
program.main()
"""


def test_what_nobody_catches_is_told_without_its_words():
    """R49: on a thread, at the end of an object, at the top."""
    done = subprocess.run(
        [sys.executable, "-c", UNCAUGHT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert [line.split()[0] for line in done.stderr.splitlines()] == [
        "ValueError",
        "ValueError",
        "KeyError",
    ]
    assert "secret" not in done.stderr


def test_an_unexpected_fault_tells_nothing_of_anybody(program, monkeypatch):
    from app.cli import people

    def broken(*_):
        raise RuntimeError("SENTINEL 早坂")

    monkeypatch.setattr(people, "resolve", broken)
    done = program("show", "SENTINEL")
    assert (done.code, done.out) == (2, "")
    assert "RuntimeError" in done.err
    assert "SENTINEL" not in done.err


def test_cards_of_everybody_can_be_piped(program, cards):
    program("import", cards(*(card(f"Person {n}") for n in range(300))))
    done = program.process("find", "--json")
    assert len(json.loads(done.out)["people"]) == 300


CRASH = """
import os, sys
from pathlib import Path
from app.cli.session import clock
from app.domain.contact import Contact, Name
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import unlock
from app.usecases import people
folder = StoreFolder(Path(sys.argv[1]))
store = open_store(folder, unlock(folder, passphrase=sys.argv[2]))
people.add(store, Contact(name=Name("Last Words")), now=clock())
os._exit(9)
"""


def test_after_a_crash_nothing_is_lost_and_looking_changes_no_byte(program, cards, tmp_path):
    program("import", cards(MIO))
    crash = [sys.executable, "-c", CRASH, str(program.folder), PASSPHRASE]
    assert subprocess.run(crash, cwd=ROOT, check=False).returncode == 9
    before = program.listing()
    assert "store.db-wal" in before
    assert len(program("find", "--json").json["people"]) == 2
    assert program("export", tmp_path / "out.vcf").code == 0
    checked = program("check", "--json")
    assert (checked.code, checked.json["advice"]) == (0, ["recovered"])
    assert program.listing() == before
    assert program("note", "Last Words", "here").code == 0
    assert program("check", "--json").json == {"sound": True, "problems": [], "advice": []}
    assert "store.db-wal" not in program.listing()


@pytest.mark.parametrize("seed", range(4))
def test_an_import_that_is_killed_is_there_whole_or_not_at_all(program, cards, seed):
    """A sample of R1; the full count runs in the soak."""
    path = cards(*(card(f"Person {n}", f"EMAIL:p{n}@x.example") for n in range(400)))
    command = [sys.executable, "-m", "app", *program.options, "import", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        time.sleep(0.4 + random.Random(seed).random() * 1.2)
        process.kill()
    found = len(program("find", "--json").json["people"])
    assert found in {0, 400}
    assert program("check").code == 0
    again = program("import", path, "--json").json
    assert again["new"] == 400 - found
    assert len(program("find", "--json").json["people"]) == 400
