"""Pasted signatures: what is read of them, and that nothing is lost."""

import unicodedata
from collections import Counter
from itertools import chain

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.contact import Contact
from app.interchange import signature
from app.interchange.signature import LONGEST_LINE, MOST_LINES, Signature, read_signature
from tests.interchange.signatures import TABLE


def shown(contact: Contact) -> dict[str, object]:
    name, reading = contact.name, contact.reading
    found: dict[str, object] = {
        "name": (name.full, name.family, name.given) if name.full else None,
        "reading": (reading.family, reading.given) if reading.family else None,
        "org": contact.organization,
        "dept": contact.department,
        "title": contact.title,
        "mail": [email.value for email in contact.emails],
        "tel": [(phone.value, phone.label) for phone in contact.phones],
        "url": [url.value for url in contact.urls],
        "at": [(a.postal_code, a.region, a.city, a.street) for a in contact.addresses],
        "note": contact.note,
    }
    return {key: value for key, value in found.items() if value}


def letters(text: str) -> Counter[str]:
    """Letters and digits, whatever their width; what controls and formats counts for nothing."""
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def everything(found: Signature) -> str:
    contact, reading = found.contact, found.contact.reading
    parts = [contact.name.full, reading.family, reading.given, contact.organization]
    parts += [contact.department, contact.title, contact.note, *found.marks]
    parts += [email.value for email in contact.emails] + [url.value for url in contact.urls]
    parts += chain.from_iterable((p.value, p.label) for p in contact.phones)
    for a in contact.addresses:
        parts += [a.postal_code, a.region, a.city, a.street]
    return "\n".join(part for part in parts if part)


@pytest.mark.parametrize(("text", "wanted"), TABLE, ids=range(len(TABLE)))
def test_the_table(text, wanted):
    assert shown(read_signature(text).contact) == wanted


def test_the_table_is_long_enough():
    assert len(TABLE) >= 40


@pytest.mark.parametrize("text", [text for text, _ in TABLE])
def test_no_letter_of_the_table_is_lost(text):
    assert letters(everything(read_signature(text))) == letters(text)


_LINES = sorted({line for text, _ in TABLE for line in text.splitlines()})
_PIECES = sorted({piece for line in _LINES for piece in line.split()})
mixed = st.lists(
    st.one_of(
        st.sampled_from(_LINES),
        st.lists(st.sampled_from(_PIECES), max_size=6).map(" ".join),
        st.text(max_size=40),
        st.text("0123456789-+() .内線x/TELFAX携帯@w:〒（）", max_size=30),
    ),
    max_size=12,
).map("\n".join)


@given(mixed)
@example("TEL 03-5555-0100\n" * (MOST_LINES + 5))
@example("x" * (LONGEST_LINE + 1) + "\nmio@komorebi.example")
def test_no_letter_of_any_text_is_lost_or_doubled(text):
    assert letters(everything(read_signature(text))) == letters(text)


def test_a_lost_word_would_be_seen(monkeypatch):
    """The twin: a reader that drops what it does not understand."""
    monkeypatch.setattr(signature._Reading, "_segment", lambda self, segment: [])
    text = TABLE[0][0]
    assert letters(everything(read_signature(text))) != letters(text)


def test_an_address_that_stands_twice_is_kept_once():
    found = read_signature("mio@k.example <mailto:mio@k.example>\nwww.k.example www.k.example")
    assert [email.value for email in found.contact.emails] == ["mio@k.example"]
    assert [url.value for url in found.contact.urls] == ["www.k.example"]
    assert found.contact.note is None


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "a@" * 500_000,
        "0" * 1_000_000,
        "(0" * 500_000,
        "\n" * 1_000_000,
        "TEL " * 250_000,
        "TEL 03-5555-0100 " * 60_000,
        "東京都" * 300_000,
        "市" * 1_000_000,
        "http://" * 140_000,
        "\x00\x1b[2J‮\ud800\n" * 120_000,
        "\n".join(["株式会社 " * 30] * 6_000),
        "\n".join(["TEL・" * 60] * 4_000),
        "\n".join(["〒" * 200] * 4_000),
        "\n".join(["-ー(" * 90] * 3_000),
        "\n".join(["市郡区" * 90] * 3_000),
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_a_megabyte_of_anything_is_answered(text):
    found = read_signature(text)
    assert letters(everything(found)) == letters(text)


def test_control_and_direction_characters_reach_no_field():
    found = read_signature("Claire\x00 Martin\u202e\nAcme\u200b Corp\x1b[2J\nmio@k\u2066.example")
    said = everything(found)
    assert not any(unicodedata.category(c) in {"Cc", "Cf"} for c in said.replace("\n", ""))
