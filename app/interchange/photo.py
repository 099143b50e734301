"""Photos: the picture of a card made small for the screen.

Only JPEG, PNG, GIF (first frame) and WebP, by content; never fetched.
"""

import base64
import hashlib
import io
import re
import warnings
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from app.interchange.card_lines import Line
from app.interchange.content_lines import clean
from app.interchange.limits import DEFAULT, Limits

LONGEST_SIDE = 512
_QUALITY = 85
_ORIGIN = re.compile(rb"from-sha256:([0-9a-f]{64})")
_ORIGIN_WITHIN = 1024
_BLANKS = re.compile(r"\s+")
_DATA = re.compile(r"data:[^,;]{0,100}(;[^,]{0,200})?,", re.IGNORECASE)
_MAGIC = {
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "GIF": re.compile(rb"GIF8[79]a"),
    "WEBP": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}


@dataclass(frozen=True, slots=True)
class Photo:
    """A small picture, JPEG or PNG, and its SHA-256."""

    data: bytes
    digest: str


def payload(line: Line) -> bytes | None:
    """The bytes that a PHOTO line holds: empty for none or a link, None where they are damaged."""
    value = clean(line.value).strip()  # as it is written again
    data_uri = _DATA.match(value)
    encoded = line.head is not None and line.head.encoding == "B"
    if data_uri is not None:
        rest = value[data_uri.end() :]
        if ";base64" not in (data_uri[1] or "").lower():
            return unquote_to_bytes(rest)
        value, encoded = rest.replace("\\", ""), True
    if not encoded or not value:
        return b""
    try:
        return base64.b64decode(_BLANKS.sub("", value), validate=True)
    except ValueError:
        return None


def format_of(data: bytes) -> str | None:
    """The format by its first bytes, if it is one of the four."""
    return next((name for name, magic in _MAGIC.items() if magic.match(data)), None)


def origin_of(small: bytes) -> str | None:
    """The SHA-256 of the picture that a small one was made from."""
    found = _ORIGIN.search(small[:_ORIGIN_WITHIN])
    return found[1].decode("ascii") if found else None


def shrink(data: bytes, limits: Limits = DEFAULT) -> Photo | None:
    """The picture at most 512 pixels wide and high; None where it cannot be shown.

    Nothing of the old one goes along but its pixels, and its hash, by which an export knows the
    original again.
    """
    name = format_of(data)
    if name is None:
        return None
    from PIL import Image  # noqa: PLC0415 - only cards with pictures need it
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - as above

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=[name]) as image:
                if image.width * image.height > limits.pixels:
                    return None
                image.draft("RGB", (LONGEST_SIDE * 2, LONGEST_SIDE * 2))
                image.load()
                clear = "A" in image.getbands() or "transparency" in image.info
                picture = image.convert("RGBA" if clear else "RGB")
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        # A new image, so that no note, profile or place of the old one goes along.
        bare = Image.new(picture.mode, picture.size)
        bare.paste(picture)
        out = io.BytesIO()
        origin = f"from-sha256:{hashlib.sha256(data).hexdigest()}"
        if clear:
            notes = PngInfo()
            notes.add_text("Comment", origin)
            bare.save(out, "PNG", pnginfo=notes)
        else:
            bare.save(out, "JPEG", quality=_QUALITY, comment=origin)
    except Exception:  # noqa: BLE001 - it raises many kinds, all mean: damaged
        return None
    return Photo(out.getvalue(), hashlib.sha256(out.getvalue()).hexdigest())


def find_photo(lines: list[Line], limits: Limits = DEFAULT) -> tuple[Photo | None, list[Line]]:
    """The first picture that can be shown, and the lines that are damaged."""
    damaged: list[Line] = []
    for line in lines:
        data = payload(line)
        if data is None:
            damaged.append(line)
        elif data:
            photo = shrink(data, limits)
            if photo is not None:
                return photo, damaged
    return None, damaged
