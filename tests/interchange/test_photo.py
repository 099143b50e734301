"""Pictures: four kinds by content, small, bare, and never more than a refusal."""

from __future__ import annotations

import base64
import hashlib
import io

import pytest
from PIL import Image

from app.interchange.card_lines import Line
from app.interchange.content_lines import parse_head
from app.interchange.photo import find_photo, format_of, origin_of, payload, shrink


def picture(
    kind: str, size: tuple[int, int] = (900, 300), mode: str = "RGB", **save: object
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 1 if mode == "P" else None).save(out, kind, **save)
    return out.getvalue()


def line(text: str) -> Line:
    head, _, value = text.partition(":")
    return Line(0, text, parse_head(head), value)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_the_four_kinds_come_small(kind: str) -> None:
    small = shrink(picture(kind))

    assert small is not None
    assert small.digest == hashlib.sha256(small.data).hexdigest()
    with Image.open(io.BytesIO(small.data)) as image:
        assert max(image.size) == 512
        assert image.format in {"JPEG", "PNG"}


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "CMYK", "1"])
def test_every_mode_can_be_shown(mode: str) -> None:
    data = picture("JPEG" if mode == "CMYK" else "PNG", (20, 20), mode)
    small = shrink(data)

    assert small is not None
    assert format_of(small.data) == ("PNG" if mode in {"RGBA", "LA"} else "JPEG")


def test_transparency_of_a_palette_stays() -> None:
    small = shrink(picture("PNG", (20, 20), "P", transparency=1))

    assert small is not None
    assert format_of(small.data) == "PNG"


def test_nothing_goes_along_but_the_hash_of_the_original() -> None:
    exif = Image.Exif()
    exif[0x010E] = "SENTINEL"
    data = picture("JPEG", (20, 20), exif=exif, comment=b"SENTINEL", icc_profile=b"SENTINEL")
    small = shrink(data)

    assert small is not None
    assert b"SENTINEL" in data
    assert b"SENTINEL" not in small.data
    assert origin_of(small.data) == hashlib.sha256(data).hexdigest()
    assert origin_of(b"") is None
    clear = shrink(picture("PNG", (20, 20), "RGBA"))
    assert clear is not None
    assert origin_of(clear.data) is not None


def test_many_frames_are_one() -> None:
    frames = [Image.new("RGB", (10, 10), (n, 0, 0)) for n in range(50)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])

    assert shrink(out.getvalue()) is not None


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "ICO", "PPM", "PDF"])
def test_other_kinds_are_not_opened(kind: str) -> None:
    assert shrink(picture(kind, (20, 20))) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"\xff\xd8\xff\xe0" + b"x" * 100,
        b"\x89PNG\r\n\x1a\n%PDF-1.4",
    ],
)
def test_damaged_and_disguised_pictures_are_refused(data: bytes) -> None:
    assert shrink(data) is None


def test_a_cut_picture_is_refused() -> None:
    assert shrink(picture("PNG", (300, 300))[:-40]) is None


def test_what_a_line_holds() -> None:
    encoded = base64.b64encode(b"abc").decode()

    assert payload(line(f"PHOTO;ENCODING=b:{encoded[:2]} {encoded[2:]}")) == b"abc"
    assert payload(line("PHOTO;ENCODING=b:@@")) is None
    assert payload(line("PHOTO;ENCODING=b:")) == b""
    assert payload(line(f"PHOTO:data:image/png;base64,{encoded}")) == b"abc"
    assert payload(line("PHOTO:data:image/png;base64\\,@@")) is None
    assert payload(line("PHOTO:data:image/png,a%20b")) == b"a b"
    assert payload(line("PHOTO;VALUE=uri:http://x.example/a.png")) == b""


def test_the_first_picture_that_can_be_shown_counts() -> None:
    good = base64.b64encode(picture("PNG", (20, 20))).decode()
    tiff = base64.b64encode(picture("TIFF", (20, 20))).decode()
    lines = [line(f"PHOTO;ENCODING=b:{v}") for v in ("@", tiff, "", good, "@")]

    photo, damaged = find_photo(lines)

    assert photo is not None
    assert damaged == lines[:1]
