"""Unlocking by the keyring in a process of its own, while the rest of the window is loaded.

Loading what talks to a keyring and waiting for its answer takes as long as loading half of the
window; beside each other they take the time of one. The answer is sealed with a key made for this
one start, which goes through a pipe: called by anybody else, the child tells nothing. Runs as
`python -m app.store.unlocking FOLDER`, or as the frozen program with `ARGUMENT`.
"""

import json
import os
import secrets
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from app.store.vault import DataKey

ARGUMENT = "--unlocking-child"
LIMIT = 10.0
"""Seconds, twice what the child itself gives the keyring: it always answers before."""
_KEY_BYTES = 32
_LARGEST = 4096


def command(folder: Path) -> list[str]:
    """How to start the child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT, str(folder)]
    return [sys.executable, "-m", "app.store.unlocking", str(folder)]


class Unlocking:
    """The child at work. `key` waits for it; `stop` ends it."""

    def __init__(self, folder: Path) -> None:
        self._asked = False
        self._pipe_key = secrets.token_bytes(_KEY_BYTES)
        self._child = subprocess.Popen(
            command(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        with suppress(OSError), cast(IO[bytes], self._child.stdin) as pipe:
            pipe.write(self._pipe_key)
        self._child.stdin = None
        self._said = cast(IO[bytes], self._child.stdout)

    def key(self) -> "DataKey | None":
        """The data key, or None where the child has no answer: then ask here. Raises KeyringError
        where the keyring was asked and could not help. Off the UI thread, once.
        """
        self._asked = True
        try:
            answer, _ = self._child.communicate(timeout=LIMIT)
        except (OSError, ValueError, subprocess.TimeoutExpired):
            answer = b""
        self.stop()
        self._said.close()
        return _read(answer, self._pipe_key)

    def stop(self) -> None:
        """End it; twice does no harm."""
        self._child.kill()
        self._child.wait()
        if not self._asked:
            self._said.close()


def begin(folder: Path) -> Unlocking | None:
    """Start the child where the header speaks of a keyring (a hint; the child looks properly)."""
    try:
        with (folder / "vault.json").open("rb") as stream:
            if b'"kind":"keyring"' not in stream.read(1 << 20):
                return None
        return Unlocking(folder)
    except OSError:
        return None


def _read(answer: bytes, pipe_key: bytes) -> "DataKey | None":
    from app.store import wrap
    from app.store.errors import KeyringError, KeyringTrouble
    from app.store.header import bytes_of
    from app.store.vault import DataKey

    try:
        said = json.loads(answer)
        if "trouble" in said:
            told = (str(said[name]) for name in ("detail", "recorded", "present"))
            raise KeyringError(KeyringTrouble(said["trouble"]), *told)
        box = wrap.Box(bytes_of(said["nonce"]), bytes_of(said["sealed"]))
        secret = wrap.unseal(pipe_key, box, b"unlocking")
        return None if secret is None else DataKey(secret, str(said["store"]), str(said["slot"]))
    except (ValueError, KeyError, TypeError):
        return None


def answer(folder: Path, pipe_key: bytes) -> dict[str, str]:
    """What the child says; nothing where somebody else has to tell the person what is wrong."""
    from app.domain.errors import ExpectedError
    from app.store import wrap
    from app.store.errors import KeyringError
    from app.store.folder import StoreFolder
    from app.store.header import text_of
    from app.store.vault import unlock

    try:
        key = unlock(StoreFolder(folder))
    except KeyringError as error:
        return {
            "trouble": error.trouble.value,
            "detail": error.detail,
            "recorded": error.recorded,
            "present": error.present,
        }
    except ExpectedError:
        return {}
    box = wrap.seal(pipe_key, key.secret, b"unlocking")
    sealed = {"nonce": text_of(box.nonce), "sealed": text_of(box.sealed)}
    return {"store": key.store, "slot": key.slot, **sealed}


def main(argv: list[str]) -> int:
    """The child: one folder, one answer."""
    if len(argv) != 1:
        return 2
    pipe_key = sys.stdin.buffer.read(_KEY_BYTES + 1)
    if len(pipe_key) != _KEY_BYTES:
        return 2
    sys.stdout.write(json.dumps(answer(Path(argv[0]), pipe_key)))
    sys.stdout.flush()
    os._exit(0)  # a keyring that is still being asked is not waited for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
