"""The big collection of real files: none crashes, no card is lost unnamed, and the ground truth is
met.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.domain.card import Unreadable
from app.interchange.export_check import verify
from app.interchange.vcard_write import VERSIONS, write_card
from tests.interchange import corpus
from tests.interchange.test_vcard_write import person, read, same

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.timeout(600),
    pytest.mark.skipif(
        not corpus.FOLDER.is_dir(),
        reason="the collection of foreign files is not beside the checkout",
    ),
]

TRUTH_IS_WRONG = {
    "ez-vcard/John_Doe_LOTUS_NOTES.vcf card 1 note": r"the bytes say THE\nIMPLIED, not THE IMPLIED",
    "aosp-vcard/v21_complicated.vcf card 1 bday": "line 102 says BDAY:19800101",
}
UNREADABLE = {
    "aosp-vcard/v21_android_custom_prop.vcf": [Unreadable.EMPTY],
    "evolution-data-server/vcard_7.vcf": [Unreadable.BAD_LINE],
    "evolution-data-server/vcard_8.vcf": [Unreadable.NO_END],
    "khard/unparsable.vcf": [Unreadable.NO_END],
    "obsidian-vcf-contacts/contacts.vcf": [Unreadable.NO_END],
    "symbian/Begin2.VCF": [Unreadable.NO_END, Unreadable.NO_END],
    "symbian/IParamE.VCF": [Unreadable.EMPTY],
    "symbian/NoEnd.VCF": [Unreadable.NO_END],
}
"""Cards of the collection from which no person comes; every other card gives one."""


def test_the_truth_is_met_in_every_field_but_where_it_is_wrong() -> None:
    result = corpus.compare()

    wrong = [d for d in result.differences if d.partition(": ")[0] not in TRUTH_IS_WRONG]
    fields = ", ".join(f"{k} {result.agreed[k]}/{n}" for k, n in sorted(result.compared.items()))
    print(f"\n{sum(result.agreed.values())} of {sum(result.compared.values())} fields: {fields}")
    assert wrong == []
    assert len(result.differences) == len(TRUTH_IS_WRONG)
    assert result.files >= 50


def test_every_card_of_every_file_is_a_person_or_is_named_with_its_bytes() -> None:
    unreadable: dict[str, list[Unreadable]] = {}
    count = 0
    for path in corpus.files():
        name = path.relative_to(corpus.FOLDER).as_posix()
        data = path.read_bytes()
        cards = corpus.read(path)
        count += len(cards)
        for card in cards:
            assert card.source in data or card.file_charset is not None
            if card.reason is not None:
                unreadable.setdefault(name, []).append(card.reason)
        begins = len(
            re.findall(rb"(?im)^BEGIN[ \t]*:[ \t]*VCARD[ \t]*\r?$", data.replace(b"\r", b"\n"))
        )
        nested = sum(c.source.upper().count(b"BEGIN:VCARD") - 1 for c in cards if begins)
        if b"\x00" not in data[:100] and "vcard_7" not in name:
            assert len(cards) + max(nested, 0) >= begins, name

    assert unreadable == UNREADABLE
    assert count >= 1300


@pytest.mark.parametrize("version", VERSIONS)
def test_every_person_comes_back_equal_and_the_second_reader_agrees(version: str) -> None:
    people = 0
    for path in corpus.files():
        for card in read(path.read_bytes()):
            if card.contact is None:
                continue
            data = write_card(card.contact, card.source, card.charset, version, card.photo)
            (back,) = read(data)
            assert same(person(back), replace(card.contact)), path
            assert verify(data, [card.contact]) == [], path
            people += 1
    assert people >= 1300
