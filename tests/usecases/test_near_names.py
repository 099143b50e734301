"""Near names: which pairs at one company are worth a question, and which never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contact import Contact, Email, Name, Reading
from app.domain.matching import Agreement, Verdict, judge, keys
from app.domain.names import build_full
from app.domain.near_names import forms, texts
from app.usecases.near_names import alike, near

COMPANY = "株式会社こもれび"


def someone(text, company=COMPANY, mail=()):
    """`family given/reading reading` in Japanese, `Given Family` or `Family, Given` in letters."""
    written, _, read = text.partition("/")
    reading = Reading(*read.split()) if read else Reading()
    parts = written.split()
    if written.isascii() or not any(c > "\u3000" for c in written):
        if "," in written:
            name = Name(written)
        elif len(parts) > 1:
            middle = " ".join(parts[1:-1]) or None
            name = Name(written, parts[-1], parts[0], middle)
        else:
            name = Name(written)
    else:
        name = Name(written, *parts) if len(parts) == 2 else Name(written)
    emails = tuple(Email(m) for m in ([mail] if isinstance(mail, str) else mail))
    return Contact(name=name, reading=reading, organization=company, emails=emails)


NEAR_JAPANESE = [
    ("サイトウ ハルカ", "サイトー ハルカ"),
    ("せいけ えみ", "セエケ エミ"),
    ("斎藤 春香/さいとう はるか", "サイトウ ハルカ"),
    ("斎藤 春香/さいとう はるか", "ｻｲﾄｰ ﾊﾙｶ"),
    ("さいとう はるか", "斎藤 遥/サイトウ ハルカ"),
    ("斎藤 春香/さいとう はるか", "斎藤 遥香/さいとう はるか"),
    ("渡辺 裕子/わたなべ ゆうこ", "渡部 裕子/わたなべ ゆうこ"),
    ("太田 一郎/おおた いちろう", "大田 一郎/おおた いちろう"),
    ("伊藤 健/いとう けん", "伊東 健/いとう けん"),
    ("中島 誠/なかじま まこと", "中嶋 誠/なかしま まこと"),
    ("山崎 愛/やまざき あい", "ヤマサキ アイ"),
    ("早坂 美緒", "美緒 早坂"),
    ("早坂 美緒/はやさか みお", "美緒 早坂/みお はやさか"),
    ("早坂美緒", "美緒早坂"),
    ("冨田 一郎", "富田 一郎"),
    ("大舘 進", "大館 進"),
    ("黒瀨 純", "黒瀬 純"),
    ("葛\U000e0100城 亮", "葛城 亮"),
    ("オオタ ケイコ", "オータ ケーコ"),
    ("大野 京子/おおの きょうこ", "オオノ キヨウコ"),
    ("三日月 葵/みかづき あおい", "ミカズキ アオイ"),
    ("斎藤 春香/さいとう はるか", "Haruka Saito"),
    ("斎藤 春香/さいとう はるか", "Saitoh, Haruka"),
    ("斎藤 春香/さいとう はるか", "SAITOU HARUKA"),
    ("大谷 純一/おおたに じゅんいち", "Junichi Ohtani"),
    ("大谷 純一/おおたに じゅんいち", "Jun'ichi Otani"),
    ("新平 幸平/しんぺい こうへい", "Kohei Shimpei"),
    ("藤田 新二/ふじた しんじ", "Sinji Fujita"),
    ("佐藤 ゆう/さとう ゆう", "Yuu Sato"),
    ("サイトウ ハルカ", "Haruka Saito"),
    ("加藤 恵/かとう めぐみ", "加藤 恵美/かとう めぐみ"),
    ("遠藤 幸雄/えんどう ゆきお", "遠籐 幸雄/えんどう ゆきお"),
    ("原 さくら/はら さくら", "ハラ サクラ"),
]
NEAR_LATIN = [
    ("Jon Smith", "John Smith"),
    ("John Smith", "John Smyth"),
    ("Michael Brown", "Micheal Brown"),
    ("Steven Miller", "Stephen Miller"),
    ("Catherine Walker", "Katherine Walker"),
    ("Philip Marsh", "Phillip Marsh"),
    ("Sarah Holt", "Sara Holt"),
    ("Marc Dubois", "Mark Dubois"),
    ("Erik Larsen", "Eric Larsen"),
    ("Thomas Keller", "Tomas Keller"),
    ("Jürgen Müller", "Jurgen Mueller"),
    ("Jürgen Müller", "Juergen Muller"),
    ("Søren Møller", "Soren Moller"),
    ("François Lefèvre", "Francois Lefevre"),
    ("Anna Schmidt", "Anna Schmitt"),
    ("Emma Thompson", "Emma Thomson"),
    ("Paul Anderson", "Paul Andersen"),
    ("Ruth Clark", "Ruth Clarke"),
    ("Grace Browne", "Grace Brown"),
    ("Peter Williams", "Peter Willaims"),
    ("Peter Williams", "Peter Wiliams"),
    ("Peter Whitaker", "Peter Whittaker"),
    ("Priya Andersen", "Priya Anderson"),
    ("John Smith", "John Alan Smith"),
    ("Maria Garcia", "Garcia Lopez, Maria"),
    ("J. Smith", "John Smith"),
    ("John S.", "John Smith"),
    ("Bryan Woods", "Brian Woods"),
    ("Lindsay Marsh", "Lindsey Marsh"),
    ("Smith, Jon", "John Smith"),
    ("Sean O'Brien", "Sean OBrien"),
    ("Nicolas Moreau", "Nicholas Moreau"),
    ("Christoper Nolan", "Christopher Nolan"),
]
FAR_JAPANESE = [
    ("佐藤 健一", "佐藤 健二"),
    ("佐藤 健", "佐藤 健一"),
    ("佐藤 健", "佐藤 誠"),
    ("早坂 美緒", "早坂 美結"),
    ("早坂 美緒", "宮下 美緒"),
    ("鈴木 花子", "鈴木 桃子"),
    ("佐藤 ゆき/さとう ゆき", "佐藤 裕樹/さとう ゆうき"),
    ("佐藤 恵/さとう めぐみ", "佐藤 恵/さとう けい"),
    ("佐藤 弘明/さとう ひろあき", "佐藤 弘之/さとう ひろゆき"),
    ("佐藤 大樹/さとう だいき", "佐藤 太樹/さとう たいき"),
    ("サトウ タイキ", "サトウ ダイキ"),
    ("サトウ ショウタ", "サトウ ショウマ"),
    ("サトウ ユウスケ", "サトウ リュウスケ"),
    ("サトウ マサアキ", "サトウ マサユキ"),
    ("サトウ ミカ", "サトウ ミキ"),
    ("サトウ ケンイチ", "サトウ ケンジ"),
    ("ハヤシ アイ", "ハヤセ アイ"),
    ("オオタ アイ", "オオノ アイ"),
    ("佐藤", "佐藤 健"),
    ("サトウ", "佐藤 健/さとう けん"),
    ("佐藤/さとう", "佐東/さとう"),
    ("山本", "本山"),
    ("石川 優/いしかわ ゆう", "市川 優/いちかわ ゆう"),
    ("鈴木 健二/すずき けんじ", "鱸 賢治/すずき けんじ"),
    ("佐藤 健/さとう けん", "加藤 健/かとう けん"),
    ("佐藤 健/さとう けん", "Ken Kato"),
    ("佐藤 健/さとう けん", "Kenji Sato"),
    ("佐藤 健", "Ken Sato"),
    ("佐藤 健/さとう けん", "K. Sato"),
    ("小川 真理/おがわ まり", "小川 真里子/おがわ まりこ"),
    ("上野 薫/うえの かおる", "植野 香/うえの かおり"),
    ("林 明/はやし あきら", "林 章子/はやし あきこ"),
    ("代表 受付", "総務 受付"),
]
FAR_LATIN = [
    ("Maria Rossi", "Mario Rossi"),
    ("Erik Berg", "Erika Berg"),
    ("Daniel Kim", "Danielle Kim"),
    ("Simon Moreau", "Simone Moreau"),
    ("Christian Bauer", "Christina Bauer"),
    ("Paul Fischer", "Paula Fischer"),
    ("Andrea Costa", "Andreas Costa"),
    ("Marina Silva", "Martina Silva"),
    ("Martin Novak", "Marvin Novak"),
    ("Anna Bauer", "Anne Bauer"),
    ("Jan Novak", "Ivan Novak"),
    ("Jane Doe", "John Doe"),
    ("John Smith", "Jane Smith"),
    ("John Smith", "John Jones"),
    ("John Smith", "John Smith Jr."),
    ("Takashi Sato", "Takeshi Sato"),
    ("Yuki Sato", "Yuka Sato"),
    ("Kenji Ishikawa", "Kenji Ichikawa"),
    ("Hiroko Tanaka", "Hiroki Tanaka"),
    ("Satoshi Ito", "Satomi Ito"),
    ("Masaki Mori", "Misaki Mori"),
    ("Louis Martin", "Louise Martin"),
    ("Peter Jensen", "Peter Hansen"),
    ("Peter Keller", "Peter Weller"),
    ("Peter Lee", "Peter Li"),
    ("Ann Lee", "Ian Lee"),
    ("Thomas Meyer", "Thomas Weyer"),
    ("Alice Brown", "Alicia Brown"),
    ("Robert Holt", "Roberta Holt"),
    ("Julia Holt", "Julian Holt"),
    ("Smith", "Smyth"),
    ("Reception", "Recepton"),
    ("J. Smith", "Kate Smith"),
    ("Sales Team", "Sales Desk"),
]


@pytest.mark.parametrize(("one", "other"), NEAR_JAPANESE + NEAR_LATIN)
def test_worth_a_question(one, other):
    one, other = someone(one), someone(other)
    assert near(one, other) == near(other, one) == (Agreement.NEAR_NAME, Agreement.COMPANY)
    assert texts(one) & texts(other), "the index would not find them"


@pytest.mark.parametrize(("one", "other"), FAR_JAPANESE + FAR_LATIN)
def test_two_people(one, other):
    assert near(someone(one), someone(other)) == near(someone(other), someone(one)) == ()


def test_each_table_has_enough_to_choose_by():
    assert min(map(len, (NEAR_JAPANESE, NEAR_LATIN, FAR_JAPANESE, FAR_LATIN))) >= 30


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        (("㈱青葉", ()), ("青葉", ()), (Agreement.NEAR_NAME, Agreement.COMPANY)),
        (("青葉", ()), ("若葉", ()), ()),
        ((None, ()), (None, ()), ()),
        (("個人", ()), ("個人", ()), ()),
        (("Freelance", ()), ("freelance", ()), ()),
        ((None, "a@aoba.jp"), (None, "info@AOBA.jp"), (Agreement.NEAR_NAME, Agreement.DOMAIN)),
        ((None, "a@gmail.com"), (None, "b@gmail.com"), ()),
        ((None, "a@yahoo.co.jp"), (None, "b@yahoo.co.jp"), ()),
        ((None, "a@aurora.ocn.ne.jp"), (None, "b@aurora.ocn.ne.jp"), ()),
        ((None, "nonsense"), (None, "nonsense"), ()),
        (("青葉", "a@aoba.jp"), ("若葉", "b@aoba.jp"), (Agreement.NEAR_NAME, Agreement.DOMAIN)),
    ],
)
def test_only_at_one_place(one, other, agreed):
    assert near(someone("Jon Smith", *one), someone("John Smith", *other)) == agreed


families = st.sampled_from(
    "佐藤 斎藤 齋藤 サトウ さいとう 冨田 Smith Smyth Müller Sato Ōno".split()
)
givens = st.sampled_from("健 春香 ハルカ はるか Jon John Haruka Anne-Marie J. Ken".split())
readings = st.sampled_from(
    [(None, None), ("さとう", "けん"), ("サイトー", "ハルカ"), ("さいとう", None)]
)
mails = st.lists(st.sampled_from(["a@x.example", "b@aoba.jp", "info@aoba.jp"]), max_size=2)


@st.composite
def people(draw):
    name = Name(None, draw(families), draw(givens))
    name = Name(build_full(name), name.family, name.given)
    if draw(st.booleans()):
        name = Name(name.full)
    return Contact(
        name=name,
        reading=Reading(*draw(readings)),
        organization=draw(st.sampled_from(["青葉", "株式会社青葉", None])),
        emails=tuple(Email(m) for m in draw(mails)),
    )


@given(people(), people())
def test_it_does_not_matter_who_is_compared_with_whom(one, other):
    assert near(one, other) == near(other, one)


@given(people())
def test_everybody_is_near_themselves(one):
    assert alike(forms(one), forms(one))


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_whatever_a_card_says_it_has_forms(full, family, read):
    one = Contact(name=Name(full, family, full), reading=Reading(read, full), organization="a")
    other = Contact(name=Name(family, full, family), organization="a")
    assert near(one, other) == near(other, one)
    assert texts(one) == texts(one)


@given(people(), people(), st.booleans())
def test_a_near_name_alone_never_makes_the_same_person(one, other, same_file):
    found = judge(keys(one), keys(other), same_file=same_file, near=near(one, other))
    without = judge(keys(one), keys(other), same_file=same_file)
    assert (found.verdict is Verdict.SAME) == (without.verdict is Verdict.SAME)
    if without.verdict is not Verdict.DIFFERENT or same_file:
        assert found == without
