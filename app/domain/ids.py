"""Identifiers of records: UUIDv7 (RFC 9562, 5.7), so that text order is order of making."""

import secrets
from datetime import UTC, date, datetime

from app.domain.now import Now

_MILLISECONDS_BITS = 48
_HEX = frozenset("0123456789abcdef")
_FIXED = 0xF << 76 | 0b11 << 62  # version and variant


def new_id(now: Now, after: str = "") -> str:
    """A new UUIDv7 as text, 36 characters; later in order than `after`, also where the clock was
    set back since that was made.
    """
    milliseconds = _milliseconds(now.instant)
    digits = after.replace("-", "")[:12]
    if len(digits) == 12 and set(digits) <= _HEX:
        milliseconds = max(milliseconds, int(digits, 16) + 1)
    milliseconds &= (1 << _MILLISECONDS_BITS) - 1
    value = milliseconds << 80 | secrets.randbits(80) & ~_FIXED | 0x7 << 76 | 0b10 << 62
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def first_id(moment: datetime) -> str:
    """Text that stands before the ids made from a moment on, and behind those made before."""
    text = f"{_milliseconds(moment):012x}"
    return f"{text[:8]}-{text[8:]}"


def _milliseconds(moment: datetime) -> int:
    return max(int(moment.timestamp() * 1000), 0)


def made_on(record_id: str) -> date | None:
    """The day (UTC) on which an id was made; None for an id that does not say."""
    digits = record_id.replace("-", "")
    try:
        value = int(digits, 16)
        if len(digits) != 32 or value >> 76 & 0xF != 0x7:
            return None
        return datetime.fromtimestamp((value >> 80) / 1000, UTC).date()
    except (ValueError, OverflowError):
        return None
