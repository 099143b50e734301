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
from typing import Protocol

_LINUX = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
)
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
    except RuntimeError:
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
