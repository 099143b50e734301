"""One target under the coverage-guided fuzzer: `python -m tests.soak.guided TARGET ARGUMENTS`.

Arguments are libFuzzer's. A breach leaves its input behind and ends the process.
"""

from __future__ import annotations

import sys
from typing import Any

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # not in the lock: see fuzz.py

from tests.soak.mutation import mutate

_OURS = ["app.interchange", "app.store.header", "app.store.backup"]
with atheris.instrument_imports(include=_OURS):
    from tests.interchange.targets import TARGETS


def custom(data: bytes, size: int, seed: int) -> bytes:
    """Half line by line, half as libFuzzer itself does."""
    if seed % 2:
        return mutate(data, size, seed)
    changed: Any = atheris.Mutate(data, size)
    return bytes(changed)


def main() -> None:
    """Fuzz for ever, or as long as the arguments say."""
    target = TARGETS[sys.argv[1]]
    arguments = [sys.argv[0], *sys.argv[2:]]
    if sys.argv[1] in {"header", "backup", "line"}:
        atheris.Setup(arguments, target)
    else:
        atheris.Setup(arguments, target, custom_mutator=custom)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
