"""Fields of a contact as new content lines, for what no line of a received card says."""

import base64
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.contact import Address, Contact, Email, Name, Phone, Url
from app.domain.names import build_full
from app.interchange.content_lines import escape
from app.interchange.convert import Out, head_text, write_birthday
from app.interchange.fields import label_words
from app.interchange.photo import format_of

NAME_PARTS = ("family", "given", "middle", "prefix", "suffix")
_MEDIA = {"JPEG": "image/jpeg", "PNG": "image/png"}

Item = Email | Phone | Address | Url
"""A value of a list of a contact."""


def uid_of(contact: Contact) -> str | None:
    """The UID that goes out: the card's own, else one made from our id."""
    if contact.uid:
        return contact.uid
    return f"urn:uuid:{contact.id}" if contact.id else None


def full_of(contact: Contact) -> str:
    """The full name that goes out, which every card needs: its own, else one from its parts."""
    return contact.name.full or build_full(replace(contact.name, nickname=None)) or ""


def _text(name: str, value: str | None) -> list[Out]:
    return [Out(name, escape(value))] if value else []


def _structured(name: str, parts: Sequence[str | None]) -> list[Out]:
    return [Out(name, ";".join(escape(p or "") for p in parts))]


def _parts(name: Name) -> list[Out]:
    return _structured("N", [getattr(name, part) for part in NAME_PARTS])


def _reading(contact: Contact) -> list[Out]:
    return [
        *_text("X-PHONETIC-LAST-NAME", contact.reading.family),
        *_text("X-PHONETIC-FIRST-NAME", contact.reading.given),
    ]


def _organization(contact: Contact) -> list[Out]:
    if contact.department:
        return _structured("ORG", [contact.organization, contact.department])
    return _text("ORG", contact.organization)


def _tags(contact: Contact) -> list[Out]:
    return [Out("CATEGORIES", ",".join(escape(t) for t in contact.tags))] if contact.tags else []


def field_lines(field: str, contact: Contact, version: str, photo: bytes | None) -> list[Out]:
    """The lines of one field, written anew."""
    name, uid, birthday = contact.name, uid_of(contact), contact.birthday
    written: dict[str, Callable[[], list[Out]]] = {
        "full": lambda: [Out("FN", escape(full_of(contact)))],
        "parts": lambda: _parts(name),
        "nickname": lambda: _text("NICKNAME", name.nickname),
        "reading": lambda: _reading(contact),
        "organization": lambda: _organization(contact),
        "birthday": lambda: [write_birthday(birthday, version)] if birthday else [],
        "tags": lambda: _tags(contact),
        "photo": lambda: _photo(photo, version),
        "uid": lambda: _text("UID", uid),
        "title": lambda: _text("TITLE", contact.title),
        "note": lambda: _text("NOTE", contact.note),
    }
    return written[field]()


def _photo(photo: bytes | None, version: str) -> list[Out]:
    if not photo:
        return []
    kind = format_of(photo) or "JPEG"
    data = base64.b64encode(photo).decode("ascii")
    if version == "4.0":
        return [Out("PHOTO", f"data:{_MEDIA[kind]};base64,{data}")]
    return [Out(f"PHOTO;ENCODING=b;TYPE={kind}", data)]


def item_lines(name: str, item: Item, group: str) -> list[Out]:
    """One value of a list; a label that is no plain word goes into an Apple label beside it."""
    if isinstance(item, Address):
        parts = ("", "", item.street, item.city, item.region, item.postal_code, item.country)
        value = ";".join(escape(p or "") for p in parts)
    elif isinstance(item, Url):
        value = item.value.replace("\n", " ")
        value = value.replace("\\", "\\\\") if "\\" in value else value
    else:
        value = escape(item.value)
    if not item.label:
        return [Out(name, value)]
    words = label_words(item.label)
    if words is None:
        return [Out(f"{group}.{name}", value), Out(f"{group}.X-ABLabel", escape(item.label))]
    return [Out(head_text(name, [("TYPE", words)]), value)]
