"""Limits: how much one file, card or line may ask for (SAFETY R28).

Over a limit is unreadable, never half read.
"""

from dataclasses import dataclass

KIB, MIB = 1024, 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """All limits of reading, in bytes or counts. Tests pass smaller ones."""

    card: int = 16 * MIB
    text: int = 256 * KIB
    photo: int = 8 * MIB  # as encoded on the card
    properties: int = 2_000
    nesting: int = 2
    cards: int = 200_000
    source: int = 64 * MIB  # of a card that never ends, this much is kept
    pixels: int = 50_000_000
    cpu_seconds: int = 10
    memory: int = 512 * MIB


DEFAULT = Limits()
