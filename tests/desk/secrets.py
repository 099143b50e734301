"""What may happen to the real keyring of a desk: locked, silent, killed, unmade, changed."""

import os
import shutil
import signal
from contextlib import closing
from pathlib import Path

import secretstorage
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desk.desk import SECRETS, Desk
from tests.desk.waiting import until

SERVICE = DBusAddress("/org/freedesktop/secrets", SECRETS, "org.freedesktop.Secret.Service")
LOGIN = "/org/freedesktop/secrets/collection/login"
OURS = {"service": "Enishi"}


class Secrets:
    """The gnome-keyring of one desk, and what it keeps for Enishi."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._files = Path(desk.environment["XDG_DATA_HOME"], "keyrings")
        self._kept = desk.home / "keyrings-kept"

    def _connected(self) -> DBusConnection:
        return open_dbus_connection(self._desk.environment["DBUS_SESSION_BUS_ADDRESS"])

    # what it keeps

    def items(self) -> dict[str, bytes]:
        """The items of Enishi: store, and what is kept for it."""
        with closing(self._connected()) as bus:
            found = secretstorage.search_items(bus, OURS)
            return {item.get_attributes()["username"]: item.get_secret() for item in found}

    def change(self, value: bytes | None) -> None:
        """Another value in the place of each item; None takes them away."""
        with closing(self._connected()) as bus:
            for item in list(secretstorage.search_items(bus, OURS)):
                if value is None:
                    item.delete()
                else:
                    item.set_secret(value)

    def add(self, store: str, value: bytes) -> None:
        """An item more, of another store."""
        with closing(self._connected()) as bus:
            collection = secretstorage.get_default_collection(bus)
            collection.create_item(store, {**OURS, "username": store}, value)

    # how it is

    def lock(self) -> None:
        """Locked, as after some time or by hand: whoever asks makes it want its password."""
        with closing(self._connected()) as bus:
            lock = new_method_call(SERVICE, "Lock", "ao", ([LOGIN],))
            bus.send_and_get_reply(lock, timeout=5)

    def stop(self) -> None:
        """It hears and does not answer: as one that sleeps for ever."""
        os.kill(self._desk.number("keyring"), signal.SIGSTOP)

    def go_on(self) -> None:
        """It answers again."""
        os.kill(self._desk.number("keyring"), signal.SIGCONT)

    def kill(self) -> None:
        """Gone, without a word."""
        os.kill(self._desk.number("keyring"), signal.SIGKILL)

    def begin_unmade(self) -> None:
        """A service in which no keyring was ever made, as on an account without a login one."""
        self._desk.end_part("keyring")
        shutil.rmtree(self._files, ignore_errors=True)
        command = ["gnome-keyring-daemon", "--start", "--foreground", "--components=secrets"]
        self._desk.begin_part("keyring", command)
        until(lambda: self._desk.on_bus(SECRETS), "a keyring service")

    # as it was

    def keep(self) -> None:
        """Remember what it keeps now."""
        shutil.rmtree(self._kept, ignore_errors=True)
        shutil.copytree(self._files, self._kept)

    def bring_back(self) -> None:
        """Unlocked again, with what it kept then."""
        if "keyring" in self._desk.parts:
            os.kill(self._desk.number("keyring"), signal.SIGKILL)
            self._desk.end_part("keyring")
        until(lambda: not self._desk.on_bus(SECRETS), "the keyring has left the bus")
        shutil.rmtree(self._files, ignore_errors=True)
        shutil.copytree(self._kept, self._files)
        self._desk.begin_keyring()
