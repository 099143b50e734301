"""A new process that looks a keyring item up, to prove that it was really kept.

Request on standard input, one JSON object; answer: a mark over the item made with the request's
nonce, so that the item itself does not travel. Runs as `python -m app.store.keyring_child`, or as
the frozen program with `ARGUMENT`.
"""

import json
import sys

from app.store import wrap
from app.store.keyring_backends import backend_named

ARGUMENT = "--keyring-child"


def command() -> list[str]:
    """How to start it."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-m", "app.store.keyring_child"]


def mark(value: str | None, nonce: str) -> str:
    """What the child answers; empty where there is no item."""
    return "" if value is None else wrap.mac(value.encode(), nonce.encode()).hex()


def main() -> int:
    """Answer one request."""
    request = json.load(sys.stdin)
    backend = backend_named(request["backend"])
    value = None if backend is None else backend.get_password(request["service"], request["user"])
    sys.stdout.write(mark(value, request["nonce"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
