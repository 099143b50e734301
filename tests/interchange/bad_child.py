"""A reading child that goes wrong at every card holding the word TRAP, in the way its first argument names."""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.domain.card import ReadCard
from app.interchange import child
from app.interchange.limits import Limits
from app.interchange.scan import Block

WORD = b"TRAP"


def misbehave(way: str) -> None:
    if way == "spin":
        while True:
            pass
    if way == "sleep":
        time.sleep(600)
    if way == "crash":
        os.abort()
    if way == "exit":
        os._exit(0)
    if way == "eat":
        eaten = []
        while True:
            eaten.append(bytearray(1 << 24))
    if way == "raise":
        raise ValueError("a bug")
    if way == "garbage":
        os.write(1, b"\x08\x00\x00\x00garbage!" * 3)
        time.sleep(600)
    if way == "flood":
        os.write(1, b"\xff\xff\xff\xff" + b"x" * 1000)
        time.sleep(600)


way = sys.argv[1]
honest = child.read_block


def read_block(block: Block, wide: str | None, limits: Limits) -> ReadCard:
    if WORD in block.data and block.reason is None:
        misbehave(way)
    return honest(block, wide, limits)


if way == "dead":
    os._exit(3)
child.read_block = read_block  # type: ignore[attr-defined]
child.run()
