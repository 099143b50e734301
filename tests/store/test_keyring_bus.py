"""What the session bus says of a real Secret Service: which program it is, and whether it has a
keyring.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.store import keyring_backends
from app.store.keyring_backends import is_unmade, provider_of

SERVICE, WALLET = keyring_backends.TRUSTED[0], keyring_backends.TRUSTED[-1]
PARTS = ("dbus-daemon", "gnome-keyring-daemon")

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, PARTS)), reason="needs a real keyring"
)


@contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    with process:
        yield process
        process.kill()


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A session bus on which nobody offers a keyring, nor can be started for it."""
    listening = f"--address=unix:path={os.environ['XDG_RUNTIME_DIR']}/bus"
    with running("dbus-daemon", "--session", "--nofork", "--print-address=1", listening) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


def on_bus() -> bool:
    jeepney = pytest.importorskip("jeepney")
    return keyring_backends._ask_bus(
        jeepney.message_bus.NameHasOwner("org.freedesktop.secrets")
    ) == (True,)


def test_a_service_that_is_there_is_named_and_one_without_a_keyring_is_told(bus: str) -> None:
    assert provider_of(SERVICE) == ""  # the bus says that nobody bears the name
    command = ("gnome-keyring-daemon", "--start", "--foreground", "--components=secrets")
    with running(*command):
        until = time.monotonic() + 30
        while not on_bus() and time.monotonic() < until:
            time.sleep(0.05)
        assert provider_of(SERVICE) == "gnome-keyring-daemon"
        assert is_unmade(SERVICE)
        assert (provider_of(WALLET), is_unmade(WALLET)) == ("", False)


def test_a_service_that_ends_while_it_is_asked_has_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    with running(sys.executable, "-c", "") as gone:
        gone.wait()
    monkeypatch.setattr(keyring_backends, "_ask_bus", lambda _: (gone.pid,))
    assert not Path(f"/proc/{gone.pid}").exists()
    assert provider_of(SERVICE) == ""
