"""Codes: the cards in the QR codes of a picture, and the squares of a card as a QR code."""

import io
import math
import re
import warnings

from app.domain.contact import Contact
from app.interchange import charset
from app.interchange.content_lines import escape
from app.interchange.limits import DEFAULT, Limits
from app.interchange.mecard import as_vcard, is_mecard
from app.interchange.new_lines import NAME_PARTS
from app.interchange.photo import format_of

_MOST = 2_000
"""Bytes of text in a code that a phone still reads from a screen."""
_BEGIN = re.compile(r"^[ \t]{0,50}(?=MECARD:)", re.IGNORECASE | re.MULTILINE)


def cards_in(data: bytes, limits: Limits = DEFAULT) -> list[bytes] | None:
    """The cards (vCard or MeCard) that the codes of a picture hold, from top to bottom, as bytes of
    vCard. None where the data is no picture (JPEG, PNG, GIF, WebP by content) that can be read.
    """
    name = format_of(data)
    if name is None:
        return None
    import zxingcpp  # noqa: PLC0415 - only pictures need them
    from PIL import Image  # noqa: PLC0415 - as above

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=[name]) as image:
                if image.width * image.height > limits.pixels:
                    return None
                grey = image.convert("L")
        kinds = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
        found = zxingcpp.read_barcodes(grey, formats=kinds)
    except Exception:  # noqa: BLE001 - it raises many kinds, all mean: damaged
        return None
    found = sorted(found, key=lambda code: (code.position.top_left.y, code.position.top_left.x))
    return [card for card in (_card(code.bytes) for code in found) if card is not None]


def is_code_text(head: bytes) -> bool:
    """Whether a file begins as the text of a MeCard."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:7].upper() == b"MECARD:"


def text_cards(data: bytes) -> list[bytes]:
    """The MeCards of a text, each beginning on a line of its own, as bytes of vCard."""
    text = charset.decode(data.removeprefix(b"\xef\xbb\xbf")).text
    return [as_vcard(card.strip()) for card in _BEGIN.split(text) if is_mecard(card)]


def _card(data: bytes) -> bytes | None:
    """The bytes of a code as a vCard; None where it holds something else."""
    text = charset.decode(data).text
    if is_mecard(text):
        return as_vcard(text)
    return data.lstrip() if text.lstrip()[:11].upper() == "BEGIN:VCARD" else None


def code_text(contact: Contact) -> str:
    """What is said of a person in a code: who, where, how to reach them; no picture, no note."""
    name = contact.name
    parts = ";".join(escape(getattr(name, part) or "") for part in NAME_PARTS)
    lines = [f"N:{parts}", f"FN:{escape(name.full or contact.organization or '')}"]
    if contact.reading.family:
        lines.append(f"X-PHONETIC-LAST-NAME:{escape(contact.reading.family)}")
    if contact.reading.given:
        lines.append(f"X-PHONETIC-FIRST-NAME:{escape(contact.reading.given)}")
    if contact.organization or contact.department:
        units = [contact.organization or "", *([contact.department] if contact.department else [])]
        lines.append(f"ORG:{';'.join(map(escape, units))}")
    if contact.title:
        lines.append(f"TITLE:{escape(contact.title)}")
    lines += [f"TEL:{escape(phone.value)}" for phone in contact.phones]
    lines += [f"EMAIL:{escape(email.value)}" for email in contact.emails]
    lines += [f"URL:{url.value}".replace("\n", " ") for url in contact.urls]
    for address in contact.addresses:
        where = (address.street, address.city, address.region, address.postal_code, address.country)
        lines.append(f"ADR:;;{';'.join(escape(part or '') for part in where)}")
    head, foot = "BEGIN:VCARD\r\nVERSION:3.0\r\n", "END:VCARD\r\n"
    room = _MOST - len(head) - len(foot)
    said: list[str] = []
    for line in lines:
        room -= len(line.encode("utf-8", "replace")) + 2
        if room < 0:
            break
        said.append(f"{line}\r\n")
    return f"{head}{''.join(said)}{foot}"


def squares(text: str) -> list[list[bool]]:
    """The dark squares of a QR code that says this, row by row, without a quiet zone."""
    import zxingcpp  # noqa: PLC0415 - only who shows a code needs it

    # As bytes: from text it takes Shift_JIS for Japanese, and phones take UTF-8 for granted.
    data = text.encode("utf-8", "replace")
    code = zxingcpp.create_barcode(data, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    pixels = bytes(code.to_image(scale=1, add_quiet_zones=False))  # type: ignore[call-overload]
    side = math.isqrt(len(pixels))
    return [[pixels[row * side + at] == 0 for at in range(side)] for row in range(side)]
