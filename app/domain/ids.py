"""Identifiers of records: UUIDv7 (RFC 9562, 5.7), so that text order is order of making."""

import secrets
import uuid

from app.domain.now import Now

_MILLISECONDS_BITS = 48


def new_id(now: Now) -> str:
    """A new UUIDv7 as text, 36 characters."""
    milliseconds = int(now.instant.timestamp() * 1000) & ((1 << _MILLISECONDS_BITS) - 1)
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))
