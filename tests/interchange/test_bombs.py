"""R33: a dozen pictures made to hurt, on cards, in the child: everybody is read, in little memory,
and no picture comes that is not small and bare.
"""

from __future__ import annotations

import base64
import io
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from app.interchange.limits import MIB
from app.interchange.photo import LONGEST_SIDE, format_of, shrink
from app.interchange.reading import read_cards
from tests.interchange.test_hostile import png, read_apart

if TYPE_CHECKING:
    from pathlib import Path


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _jpeg(size: tuple[int, int], **how: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 90).save(out, "JPEG", **how)
    return out.getvalue()


def _many_scans() -> bytes:
    """A progressive picture whose last scan comes again and again."""
    data = _jpeg((200, 200), progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * 300 + data[-2:]


def _claiming(data: bytes, width: int, height: int) -> bytes:
    """A JPEG that says it is larger than it is."""
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


def _huge_png() -> bytes:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1 << 24), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    )


def _text_bomb() -> bytes:
    plain = png(8, 8)
    note = _chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(64 << 20), 9))
    return plain[:33] + note + plain[33:]


def _gif(size: int, frames: int) -> bytes:
    head = b"GIF89a" + struct.pack("<HH", size, size) + b"\x80\x00\x00" + bytes(6)
    frame = b"," + struct.pack("<HHHH", 0, 0, size, size) + b"\x00\x02\x02\x44\x01\x00"
    return head + frame * frames + b";"


def _webp() -> bytes:
    size = struct.pack("<I", 16_382)[:3]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\x00\x00\x00\x00" + size + size
    return b"RIFF" + struct.pack("<I", len(body)) + body


BOMBS = {
    "png of 60,000 by 60,000": _huge_png(),
    "gif of 65,535 by 65,535": _gif(65_535, 1),
    "gif of 10,000 frames": _gif(4, 10_000),
    "jpeg of 300 scans": _many_scans(),
    "jpeg that claims 65,500 by 65,500": _claiming(_jpeg((64, 64)), 65_500, 65_500),
    "webp of 16,383 by 16,383": _webp(),
    "png cut off": png(900, 900)[:-30],
    "png with 64 MB of text": _text_bomb(),
    "png and zip": png(32, 32) + b"PK\x03\x04" + bytes(2_000),
    "svg with an image": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/dev/zero"/></svg>',
    "pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>",
    "ico": b"\x00\x00\x01\x00\x01\x00\x10\x10\x00\x00\x01\x00\x20\x00" + bytes(64),
}


def test_a_dozen_bombs_cost_nobody_their_card(tmp_path: Path) -> None:
    path = tmp_path / "bombs.vcf"
    path.write_bytes(
        b"".join(
            b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%d\r\nPHOTO;ENCODING=b:%s\r\nEND:VCARD\r\n"
            % (n, base64.b64encode(data))
            for n, data in enumerate(BOMBS.values())
        )
    )

    apart = read_apart(path)
    read = list(read_cards(path))

    assert [card.reason for card in read] == [None] * 12
    assert apart.peak_of_child < 512 * MIB
    for card in read:
        if card.photo is not None:
            assert format_of(card.photo) in {"JPEG", "PNG"}
            with Image.open(io.BytesIO(card.photo)) as small:
                assert max(small.size) <= LONGEST_SIDE
                assert not small.getexif()


@pytest.mark.parametrize("name", ["svg with an image", "pdf", "ico"])
def test_only_four_kinds_are_opened_and_the_check_would_see_others(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert format_of(BOMBS[name]) is None
    assert shrink(BOMBS[name]) is None
