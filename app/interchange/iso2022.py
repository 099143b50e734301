"""ISO-2022-JP as it is met: with ㈱, ① and 髙, which CP932 has and JIS X 0208 does not, and with
half-width kana (both as in CP50221). Python's own codecs refuse the one or the other.
"""

import re

MARK = b"\x1b$"
"""What every text in it holds, and no other text does."""

_ESCAPE = re.compile(rb"\x1b(\$[@B]|\([BJIH])")
_ONE_BYTE, _KANA, _TWO_BYTES = frozenset({b"(B", b"(J", b"(H"}), b"(I", frozenset({b"$@", b"$B"})
_CONTROLS = re.compile(rb"([\x00-\x20\x7f]+)")


def decode(data: bytes) -> str | None:
    """The text; None where it is none."""
    first, *rest = _ESCAPE.split(data)
    try:
        out = [first.decode("ascii")]
        for mode, piece in zip(rest[::2], rest[1::2], strict=True):
            if mode in _ONE_BYTE:
                out.append(piece.decode("ascii"))
            elif mode == _KANA:
                out.append(
                    bytes(b | 0x80 if 0x21 <= b <= 0x5F else b for b in piece).decode("cp932")
                )
            else:
                out.append(_wide(piece))
    except (UnicodeDecodeError, ValueError):
        return None
    text = "".join(out)
    return None if "\x1b" in text else text


def _wide(piece: bytes) -> str:
    """Characters of two bytes; a line end among them is one, though it should not be."""
    parts = _CONTROLS.split(piece)
    return "".join(
        part.decode("ascii") if at % 2 else _as_cp932(part).decode("cp932")
        for at, part in enumerate(parts)
    )


def _as_cp932(part: bytes) -> bytes:
    """JIS X 0208 rows and cells as CP932 packs them; raises ValueError."""
    out = bytearray()
    for row, cell in zip(part[::2], part[1::2], strict=True):
        lead = ((row - 0x21) >> 1) + 0x81
        out.append(lead if lead <= 0x9F else lead + 0x40)
        trail = cell + (0x1F if cell < 0x60 else 0x20) if row % 2 else cell + 0x7E
        out.append(trail)
    return bytes(out)
