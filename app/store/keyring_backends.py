"""Which keyring backends are trusted, and making them.

Backends are made here from an allow-list, never through keyring's own choice: that would load
plug-ins and whatever a configuration file or a variable names into a process that holds the key.
Such a choice is still respected where it names a trusted one, and means "none" where it does
not.
"""

import configparser
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

_LINUX = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
)
TITLES = {
    "keyring.backends.Windows.WinVaultKeyring": "Windows Credential Manager",
    "keyring.backends.macOS.Keyring": "macOS Keychain",
    "keyring.backends.SecretService.Keyring": "Secret Service",
    "keyring.backends.libsecret.Keyring": "Secret Service",
    "keyring.backends.kwallet.DBusKeyring": "KWallet",
    "keyring.backends.kwallet.DBusKeyringKWallet4": "KWallet 4",
}
"""Their own names, the same in every language."""
_OVER_THE_BUS = ("keyring.backends.SecretService.Keyring", "keyring.backends.libsecret.Keyring")
_SERVICE = "org.freedesktop.secrets"
_LONGEST_NAME = 80
_BUS_SECONDS = 1
TRUSTED = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
}.get(sys.platform, _LINUX)


class Backend(Protocol):
    """What is used of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """The item, or None where there is none or it will not say."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep an item."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget an item."""


def name_of(backend: object) -> str:
    """The full name of a backend's class."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def shown(name: str, provider: str = "") -> str:
    """What a person calls a backend; `provider` is the program behind it."""
    title = TITLES.get(name) or "".join(c for c in name if c.isprintable())[:_LONGEST_NAME]
    return f"{title} ({provider})" if title and provider else title


def provider_of(name: str) -> str:
    """The program that answers for a backend now, or "" where that cannot be told.

    The Secret Service has several: GNOME's, KDE's, KeePassXC. Each has a store of its own.
    """
    jeepney = import_module("jeepney") if name in _OVER_THE_BUS else None
    if jeepney is None:
        return ""
    said = _ask_bus(jeepney.message_bus.GetConnectionUnixProcessID(_SERVICE))
    try:
        return Path(f"/proc/{said[0]}/exe").readlink().name[:_LONGEST_NAME] if said else ""
    except OSError:
        return ""


def is_unmade(name: str) -> bool:
    """Whether a Secret Service has no keyring yet. Asked for an item, it would make one and want a
    password for it, out of the blue.
    """
    jeepney = import_module("jeepney") if name in _OVER_THE_BUS else None
    if jeepney is None:
        return False
    service = jeepney.DBusAddress(
        "/org/freedesktop/secrets", _SERVICE, "org.freedesktop.Secret.Service"
    )
    said = _ask_bus(jeepney.new_method_call(service, "ReadAlias", "s", ("default",)))
    return bool(said) and said[0] == "/"


def _ask_bus(message: Any) -> tuple[Any, ...]:
    """What the session bus answers; nothing where it does not."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    blocking = import_module("jeepney.io.blocking")
    try:
        with blocking.open_dbus_connection(address) as bus:
            answer = bus.send_and_get_reply(message, timeout=_BUS_SECONDS)
    except Exception:  # noqa: BLE001  foreign code over a bus; nothing here is worth a failure
        return ()
    told = answer.header.message_type.name == "method_return"
    return tuple(answer.body) if told else ()


def refused() -> str:
    """The backend that variable or file name although it is not trusted, or ""."""
    chosen = _chosen_by_person()
    return "" if chosen is None or chosen in TRUSTED else chosen


def _chosen_by_person() -> str | None:
    """What a variable or keyring's own configuration file names, read without loading it."""
    named = os.environ.get("PYTHON_KEYRING_BACKEND")
    if named:
        return named
    root = Path(import_module("keyring.util.platform_").config_root())
    parser = configparser.RawConfigParser()
    try:
        parser.read(root / "keyringrc.cfg", encoding="utf-8")
        return parser.get("backend", "default-keyring", fallback=None)
    except (configparser.Error, UnicodeDecodeError):
        return None


def backend_named(name: str) -> Backend | None:
    """A trusted backend that works here, or None."""
    if name not in TRUSTED:
        return None
    module, _, class_name = name.rpartition(".")
    kind = getattr(import_module(module), class_name)
    try:
        kind.priority  # noqa: B018  asking is what tells whether it can work here
    except Exception:  # noqa: BLE001  by RuntimeError as a rule; without a bus, by what it met
        return None
    backend: Backend = kind()
    return backend


def system_backend() -> Backend | None:
    """The first trusted backend that works here. May talk to the session bus: call it off the
    caller's thread.
    """
    chosen = _chosen_by_person()
    for name in TRUSTED if chosen is None else (chosen,):
        backend = backend_named(name)
        if backend is not None:
            return backend
    return None
