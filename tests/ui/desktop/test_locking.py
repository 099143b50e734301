"""The whole program locked in the middle of work, on a display of its own: nothing of anybody is
left, the draft is there again (R26).
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("a display and buses as on Linux", allow_module_level=True)

from app.domain.contact import Contact, Name
from app.domain.now import Now
from app.store.folder import StoreFolder
from app.store.store import create_store, open_store
from app.store.vault import create_vault
from app.store.wrap import PassphraseCost
from app.usecases import locking, log, people, promises, reconnect
from tests.ui.desktop.locking_program import DRAFT, SENTINEL
from tests.ui.desktop.session_bus import Desktop
from tests.ui.notify.bus import Bus

ROOT = Path(__file__).resolve().parents[3]
CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    program = shutil.which("Xvfb")
    if program is None:
        pytest.fail("Xvfb is missing: install xvfb")
    with subprocess.Popen(
        [program, "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture
def desktop() -> Iterator[tuple[Desktop, str]]:
    with tempfile.TemporaryDirectory(prefix="en-bus-") as folder:
        bus = Bus(Path(folder))
        made = Desktop(bus.address)
        yield made, bus.address
        made.stop()
        bus.stop()


@pytest.fixture
def locked(
    tmp_path: Path, display: str, desktop: tuple[Desktop, str]
) -> Callable[..., dict[str, Any]]:
    """Runs the program on a store with one person; what was left of them, as it says."""
    folder = StoreFolder(tmp_path / "store")
    vault = create_vault(folder, "pass", use_keyring=False, cost=CHEAP)
    create_store(folder, vault)
    local = datetime.now(UTC).astimezone()
    now = Now(local.astimezone(UTC), local)
    with open_store(folder, vault.data_key) as store:
        who = people.add(store, Contact("", name=Name(f"Zeb {SENTINEL}")), now=now).subject
        assert who is not None
        reconnect.set_follow_up(store, who, now.today, f"{SENTINEL} again", now=now)
        log.note(store, [who], f"{SENTINEL} told", now=now)
        promises.make(store, who, f"{SENTINEL} sends", now=now)
        locking.lock_after(store, 15)
        locking.lock_with_screen(store, on=True)
    passphrase = tmp_path / "pass"
    passphrase.write_text("pass\n")
    services, address = desktop
    buses = {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address}
    environment = {**os.environ, **buses, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    def run(how: str, leave: Callable[[Desktop], None] | None = None) -> dict[str, Any]:
        command = [sys.executable, "-m", "tests.ui.desktop.locking_program"]
        with subprocess.Popen(
            [*command, str(folder.path), str(passphrase), how],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True,
        ) as child:  # fmt: skip
            assert child.stdout is not None
            if leave is not None:
                assert child.stdout.readline() == "ready\n"
                leave(services)
            said = child.stdout.read()
        assert child.returncode == 0
        found = json.loads(said)
        assert isinstance(found, dict)
        return found

    return run


def assert_was_full(said: dict[str, Any]) -> None:
    """Else what is empty afterwards would show nothing."""
    assert len(said["before"]["texts"]) > 5
    assert said["before"]["windows"] > 1
    assert said["before"]["clipboard"]
    assert "store.db" in said["files_open"]
    assert said["painted"][0] > 0
    assert said["remembered"][0] > 0
    assert said["promised"] == "Locks after 15 minutes"


def assert_empty(said: dict[str, Any]) -> None:
    assert_was_full(said)
    nothing = {"texts": [], "windows": 1, "clipboard": False}
    assert (said["at_once"], said["after"]) == (nothing, nothing)
    assert said["records"] == []
    assert said["painted"][1] == 0
    assert said["remembered"][1] == 0
    assert said["files_held"] == []
    assert said["draft"] == DRAFT


LEFT: dict[str, Callable[[Desktop], None]] = {
    "screen": lambda desktop: desktop.screen(on=True),
    "sleep": lambda desktop: desktop.sleep(begins=True),
    "another user": lambda desktop: desktop.change("Active", False),
}


@pytest.mark.parametrize("how", ["asleep", "menu"])
def test_nothing_of_anybody_is_left(locked: Callable[..., dict[str, Any]], how: str) -> None:
    assert_empty(locked(how))


@pytest.mark.parametrize("what", LEFT)
def test_when_the_session_is_left(locked: Callable[..., dict[str, Any]], what: str) -> None:
    assert_empty(locked("screen", LEFT[what]))


def test_what_is_not_put_away_stays(locked: Callable[..., dict[str, Any]]) -> None:
    """The sabotage twin."""
    said = locked("menu-broken")
    assert_was_full(said)
    with pytest.raises(AssertionError):
        assert_empty(said)
    assert said["at_once"]["texts"] != []
    assert said["after"]["clipboard"]
    assert "Contact" in said["records"]
