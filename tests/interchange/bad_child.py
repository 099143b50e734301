"""A reading child that goes wrong at every card holding the word TRAP, in the way its first
argument names.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.domain.card import ReadCard
from app.interchange import child, vcard_read
from app.interchange.limits import Limits
from app.interchange.scan import Block

WORD = b"TRAP"


def spin() -> None:
    while True:
        pass


def eat() -> None:
    eaten = []
    while True:
        eaten.append(bytearray(1 << 24))


def fail() -> None:
    raise ValueError("a bug")


def say(data: bytes) -> None:
    os.write(1, data)
    time.sleep(600)


WAYS: dict[str, Callable[[], object]] = {
    "spin": spin,
    "sleep": lambda: time.sleep(600),
    "crash": os.abort,
    "exit": lambda: os._exit(0),
    "eat": eat,
    "raise": fail,
    "garbage": lambda: say(b"\x08\x00\x00\x00garbage!" * 3),
    "flood": lambda: say(b"\xff\xff\xff\xff" + b"x" * 1000),
}


way = sys.argv[1]
honest = vcard_read.read_block


def read_block(block: Block, wide: str | None, limits: Limits, codec: str | None) -> ReadCard:
    if WORD in block.data and block.reason is None:
        WAYS[way]()
    return honest(block, wide, limits, codec)


if way == "dead":
    os._exit(3)
setattr(child, "read_block", read_block)  # noqa: B010 - it is not exported
child.run()
