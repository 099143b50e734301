"""Why a card is whose it is said to be, on the command line."""

import pytest

from app.cli import words
from app.domain import merge
from app.domain.matching import Agreement
from tests.cli.conftest import card

KNOWN = card(
    "早坂 美緒",
    "N:早坂;美緒;;;",
    "SOUND;X-IRMC-N:ハヤサカ;ミオ;;;",
    "UID:u1",
    "ORG:こもれび工房",
    "TITLE:代表",
    "EMAIL:mio@komorebi.example.jp",
    "TEL:090-5550-0142",
)
CASES = [
    (("UID:u1",), "早坂 美緒", "out", "same UID and name.", "UIDと名前が同じです。"),
    (
        ("EMAIL:mio@komorebi.example.jp", "TEL:090-5550-0143"),
        "早坂 美緒",
        "out",
        "with additions: same mail and name.",
        "書き足し: メールと名前が同じです。",
    ),
    (
        ("TEL:+81 90 5550 0142", "ORG:木の匠"),
        "早坂 美緒",
        "err",
        "same phone number and name; the company differs.",
        "電話番号と名前が同じです。会社が違います。",
    ),
    (
        ("TEL:+81 90 5550 0142", "ORG:木の匠", "TITLE:匠"),
        "別の 人",
        "err",
        "someone has the same number; the company and title differ.",
        "同じ電話番号の人がいます。会社と肩書が違います。",
    ),
    (
        ("ORG:㈱こもれび工房",),
        "美緒 早坂",
        "err",
        "a similar name at the same company.",
        "会社が同じで、名前が似ている人がいます。",
    ),
    (
        ("EMAIL:h@komorebi.example.jp",),
        "美緒 早坂",
        "err",
        "a similar name at the same mail domain.",
        "メールのドメインが同じで、名前が似ている人がいます。",
    ),
    (
        ("TITLE:匠",),
        "早坂 美緒",
        "err",
        "someone of the same name is known; the title differs.",
        "同じ名前の人がいます。肩書が違います。",
    ),
]


@pytest.mark.parametrize(("lines", "name", "where", "english", "japanese"), CASES)
def test_each_card_says_why(program, cards, monkeypatch, lines, name, where, english, japanese):
    program("import", cards(KNOWN))
    family, given = name.split()
    other = cards(card(name, f"N:{family};{given};;;", *lines), name="other.vcf")
    for language, said in (("en_GB", english), ("ja_JP", japanese)):
        monkeypatch.setenv("LC_ALL", language)
        done = program("import", other, "--preview")
        assert said in getattr(done, where)
        assert done.code == (1 if where == "err" else 0)
    done = program("import", other, "--preview", "--json")
    assert not [key for key in done.json if key in {"reason", "agreed", "evidence"}]
    assert done.out.count("\n") == 1


def test_several_who_fit(program, cards):
    twice = (card("早坂 美緒", "EMAIL:a@x.example"), card("早坂 美緒", "EMAIL:b@x.example"))
    program("import", cards(*twice))
    done = program("import", cards(card("早坂 美緒", "TITLE:匠"), name="b.vcf"))
    assert "same name; several people match." in done.err


def test_many_cards_of_people_known_are_not_all_named(program, cards):
    program("import", cards(*(card(f"A B{n}", f"UID:{n}") for n in range(130))))
    again = cards(*(card(f"A B{n}", f"UID:{n}", "TITLE:Dr") for n in range(130)), name="b.vcf")
    done = program("import", again)
    assert done.out.count("same UID and name.") == 100
    assert "… and 30 more such cards." in done.out
    assert "same UID" not in program("import", again).out, "the very same cards are here already"


def test_every_field_and_agreement_has_words():
    wanted = {f"field_{field}" for field in merge.FIELDS}
    wanted |= {f"agreement_{agreement}" for agreement in list(Agreement)[:4]}
    assert wanted <= words.names()
