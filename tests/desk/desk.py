"""The desk: X server, window manager, session bus, keyring, tray and notifications, all real.

Everything lives in a home of its own and ends with the desk. A part that is missing is a failure.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, MessageType, Properties, message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

from tests.desk.eyes import Eyes
from tests.desk.hands import Hands
from tests.desk.waiting import WaitedInVainError, until

WIDTH, HEIGHT = 1440, 960
GRACE = 3.0
SECRETS = "org.freedesktop.secrets"
NOTIFICATIONS = "org.freedesktop.Notifications"
COLLECTION = DBusAddress(
    "/org/freedesktop/secrets/aliases/default", SECRETS, "org.freedesktop.Secret.Collection"
)
DUNST = DBusAddress(
    "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "org.dunstproject.cmd0"
)
KEYRING_PASSWORD = "the password of the login"
NEEDED = (
    "Xvfb openbox dbus-daemon gnome-keyring-daemon trayer dunst xdotool import xprop setpriv"
).split()
Box = tuple[int, int, int, int]
DUNSTRC = """\
[global]
    origin = top-right
    offset = 12x12
    width = 380
    font = Noto Sans CJK JP 10
    mouse_left_click = do_action, close_current
    mouse_right_click = close_current
    dmenu = /bin/cat
"""


def lacking() -> list[str]:
    """Programs that a desk needs and this computer does not have."""
    return [name for name in NEEDED if shutil.which(name) is None]


class Desk:
    """A virtual desktop. `tray`, `notifications` and `keyring` are there unless said otherwise."""

    def __init__(
        self,
        home: Path,
        *,
        tray: bool = True,
        notifications: bool = True,
        keyring: bool = True,
        wakes: bool = True,
        language: str = "C.UTF-8",
    ) -> None:
        """`wakes`: a keyring that is gone and asked for is begun by the bus, locked."""
        missing = lacking()
        assert not missing, f"the desk lacks {', '.join(missing)} (packaging/system_libraries.sh)"
        self.home = home
        self._wanted = {"tray": tray, "notifications": notifications, "keyring": keyring}
        self._wakes = wakes
        self._parts: dict[str, subprocess.Popen[bytes]] = {}
        # short: a socket's address holds 107 bytes
        self._runtime = Path(tempfile.mkdtemp(prefix="en-"))
        self._logs = home / "desk-logs"
        self._logs.mkdir(parents=True, exist_ok=True)
        self.environment = self._environment(language)
        self.hands = Hands(self.environment)
        self._eyes: Eyes | None = None

    def _environment(self, language: str) -> dict[str, str]:
        env = {name: os.environ[name] for name in ("PATH", "TZ") if name in os.environ}
        for name, below in (
            ("HOME", ""),
            ("XDG_CONFIG_HOME", ".config"),
            ("XDG_DATA_HOME", ".local/share"),
            ("XDG_STATE_HOME", ".local/state"),
            ("XDG_CACHE_HOME", ".cache"),
        ):
            folder = self.home / below
            folder.mkdir(parents=True, exist_ok=True)
            env[name] = str(folder)
        return env | {
            "XDG_RUNTIME_DIR": str(self._runtime),
            "LANG": language,
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "1",  # for GTK programs of the desk; Qt does not look at it
        }

    # beginning and end

    def __enter__(self) -> Desk:
        try:
            self._begin()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()

    def _begin(self) -> None:
        if not self._wanted["notifications"]:
            self._keep_asleep(NOTIFICATIONS)
        if not self._wakes:
            self._keep_asleep(SECRETS)
        display = self._begin_telling(
            "x",
            ["Xvfb", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-noreset"],
            "-displayfd",
        )  # -noreset: else the server begins anew whenever its last client leaves
        self.environment["DISPLAY"] = f":{display}"
        bus = self._begin_telling(
            "bus", ["dbus-daemon", "--session", "--nofork", "--nopidfile"], "--print-address={}"
        )
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        self.hands = Hands(self.environment)
        self.begin_part("windows", ["openbox"])
        until(lambda: "window id" in self.ask_x("_NET_SUPPORTING_WM_CHECK"), "a window manager")
        if self._wanted["keyring"]:
            self.begin_keyring()
        if self._wanted["tray"]:
            self.begin_tray()
        if self._wanted["notifications"]:
            self.begin_notifications()
        # The bus of the screen readers: Qt looks for it when a program starts.
        self._eyes = Eyes(bus)
        self.hands.rest()

    def close(self) -> None:
        """End every part, the youngest first, and whatever they began themselves."""
        if self._eyes is not None:
            self._eyes.close()
            self._eyes = None
        for name in reversed(list(self._parts)):
            self.end_part(name)
        self._end_children()
        shutil.rmtree(self._runtime, ignore_errors=True)

    # parts

    def begin_part(
        self,
        name: str,
        command: Sequence[str],
        *,
        pass_fds: Sequence[int] = (),
        said: bytes = b"",
        folder: Path | None = None,
    ) -> subprocess.Popen[bytes]:
        """A part that dies with this process, should this process be killed.

        One of the same name is ended first.
        """
        if name in self._parts:
            self.end_part(name)
        with self._log(name).open("wb") as log:
            part = subprocess.Popen(
                ["setpriv", "--pdeathsig", "TERM", *command],
                env=self.environment,
                stdin=subprocess.PIPE if said else subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=pass_fds,
                cwd=folder or self.home,
            )
        if part.stdin is not None:
            part.stdin.write(said)
            part.stdin.close()
        self._parts[name] = part
        return part

    @property
    def parts(self) -> frozenset[str]:
        """The parts that were begun and not ended."""
        return frozenset(self._parts)

    def end_part(self, name: str) -> None:
        """End it, kindly first."""
        end(self._parts.pop(name))

    def number(self, name: str) -> int:
        """The process number of a part."""
        return self._parts[name].pid

    def log_of(self, name: str) -> str:
        """What a part has said so far."""
        return self._log(name).read_text("utf-8", "replace")

    def _log(self, name: str) -> Path:
        return self._logs / f"{name}.log"

    def begin_keyring(self) -> None:
        """The keyring, unlocked as after a login."""
        command = ["gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets"]
        self.begin_part("keyring", command, said=KEYRING_PASSWORD.encode())
        until(self._keyring_is_open, "an unlocked keyring")

    def begin_tray(self) -> None:
        """A panel at the lower edge that shows tray icons."""
        command = "trayer --edge bottom --align right --widthtype request --height 32"
        full = [*command.split(), "--SetDockType", "true", "--SetPartialStrut", "true"]
        for last in (False, False, True):
            self.begin_part("tray", full)
            try:
                until(lambda: self._window_of("trayer"), "a tray", seconds=5)
            except WaitedInVainError:  # seen once in some thirty starts, before its first window
                if last:
                    raise
            else:
                return

    def begin_notifications(self) -> None:
        """The notification service."""
        config = self.home / "dunstrc"
        config.write_text(DUNSTRC, "utf-8")
        self.begin_part("notifications", ["dunst", "-config", str(config)])
        until(lambda: self.on_bus(NOTIFICATIONS), "a notification service")

    def _keep_asleep(self, name: str) -> None:
        """Keep the bus from beginning a service that is installed here but not wanted."""
        services = Path(self.environment["XDG_DATA_HOME"], "dbus-1", "services")
        services.mkdir(parents=True, exist_ok=True)
        masked = f"[D-BUS Service]\nName={name}\nExec=/bin/false\n"
        (services / f"{name}.service").write_text(masked, "utf-8")

    def _begin_telling(self, name: str, command: list[str], option: str) -> str:
        """Begin a part that writes one line to a pipe once it is ready; that line."""
        reading, writing = os.pipe()
        told = [option.format(writing)] if "{}" in option else [option, str(writing)]
        try:
            self.begin_part(name, [*command, *told], pass_fds=(writing,))
        finally:
            os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            line = pipe.readline().strip()
        assert line, f"{name} did not begin: {self.log_of(name)}"
        return line

    def _end_children(self) -> None:
        """What the bus began on demand knows this desk by its runtime folder."""
        mark = f"XDG_RUNTIME_DIR={self._runtime}\0".encode()
        for sign in (signal.SIGTERM, signal.SIGKILL):
            deadline = time.monotonic() + GRACE
            left = _with_environment(mark)
            for number in left:
                with suppress(ProcessLookupError):
                    os.kill(number, sign)
            while left and time.monotonic() < deadline:
                time.sleep(0.05)
                left = _with_environment(mark)

    # asking

    @property
    def eyes(self) -> Eyes:
        """What a screen reader sees."""
        assert self._eyes is not None, "the desk is not there yet, or no longer"
        return self._eyes

    def picture(self, path: Path) -> Path:
        """A picture of the whole screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._run("import", "-window", "root", str(path))
        return path

    def ask_x(self, name: str) -> str:
        """A property of the root window."""
        return self._run("xprop", "-root", name)

    def on_bus(self, name: str) -> bool:
        """Whether somebody on the session bus has this name."""
        with open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"]) as bus:
            return bool(Proxy(message_bus, bus).NameHasOwner(name)[0])

    def notifications(self) -> int:
        """How many notifications the service shows now."""
        return self._notification_count("displayedLength")

    def notifications_ever(self) -> int:
        """How many it has shown and put away, and those that it shows."""
        return self._notification_count("displayedLength") + self._notification_count(
            "historyLength"
        )

    def notification_box(self) -> Box | None:
        """Where the notification is on the screen."""
        return self._window_of("Dunst")

    def box_of(self, window: str) -> Box:
        """Where a window of the X server is."""
        told = self.hands.do("getwindowgeometry", "--shell", window)
        values = dict(line.split("=") for line in told.splitlines())
        x, y, width, height = (int(values[n]) for n in ("X", "Y", "WIDTH", "HEIGHT"))
        return x, y, width, height

    def tray_box(self) -> Box | None:
        """Where the panel is."""
        return self._window_of("trayer")

    def _notification_count(self, name: str) -> int:
        return int(self._property(DUNST, name) or 0)

    def _keyring_is_open(self) -> bool:
        return self.on_bus(SECRETS) and self._property(COLLECTION, "Locked") is False

    def _property(self, at: DBusAddress, name: str) -> Any:
        """None where there is no such thing."""
        with open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"]) as bus:
            answer = bus.send_and_get_reply(Properties(at).get(name), timeout=5)
        told = answer.header.message_type is MessageType.method_return
        return answer.body[0][1] if told else None

    def _window_of(self, class_name: str) -> Box | None:
        """The biggest window of a class."""
        boxes: list[Box] = []
        for window in self.hands.windows(class_name):
            with suppress(subprocess.CalledProcessError):  # gone meanwhile
                boxes.append(self.box_of(window))
        return max(boxes, key=lambda box: box[2] * box[3], default=None)

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=30, check=True
        )
        return done.stdout


def end(process: subprocess.Popen[bytes], grace: float = GRACE) -> int:
    """Ask a process to end, then make it end; its exit code."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(grace)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.wait()


def _with_environment(mark: bytes) -> list[int]:
    """The numbers of all processes whose environment holds this."""
    found = []
    for folder in Path("/proc").iterdir():
        with suppress(OSError):
            if folder.name.isdigit() and mark in (folder / "environ").read_bytes():
                found.append(int(folder.name))
    return [number for number in found if number != os.getpid()]
