"""Who is it (PRODUCT, "Identity")."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card import ReviewKind
from app.domain.contact import Contact, Email, Name, Phone
from app.domain.matching import Agreement, Verdict, is_role_address, judge, keys, said
from app.interchange.phones import e164


def person(name=None, mail=(), phone=(), uid=None, label=None):
    emails = tuple(Email(m) for m in ([mail] if isinstance(mail, str) else mail))
    phones = tuple(Phone(p, label) for p in ([phone] if isinstance(phone, str) else phone))
    return Contact(uid=uid, name=Name(name), emails=emails, phones=phones)


def numbered(name, written):
    """As reading a file gives a number."""
    return Contact(name=Name(name), phones=(Phone(written, "WORK", e164(written)),))


def ask(one, other, **how):
    judgement = judge(keys(one), keys(other), **how)
    return judgement.review or judgement.verdict


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (person("A", uid="1"), person("B", uid="1"), Verdict.SAME),
        (person("山田太郎", "t@y.example"), person("山田 太郎", "T@Y.example"), Verdict.SAME),
        (person("ﾔﾏﾀﾞ ﾀﾛｳ", "t@y.example"), person("ヤマダタロウ", "t@y.example"), Verdict.SAME),
        (person("髙橋", phone="03-5550-0142"), person("高橋", phone="0355500142"), Verdict.SAME),
        (person("Jane Doe", "j@d.example"), person("Doe, Jane", "j@d.example"), Verdict.SAME),
        (person("A B", "j@d.example"), person("C D", "j@d.example"), ReviewKind.SAME_EMAIL),
        (person("A B", phone="0355500142"), person("C", phone="0355500142"), ReviewKind.SAME_PHONE),
        (person("A B"), person("a b"), ReviewKind.SAME_NAME),
        (person("A B", "info@d.example"), person("C D", "info@d.example"), Verdict.DIFFERENT),
        (person("A B", "info@d.example"), person("A B", "info@d.example"), ReviewKind.SAME_NAME),
        (person(None, uid=""), person(None, uid=""), Verdict.DIFFERENT),
        (person("A", phone="110"), person("B", phone="110"), Verdict.DIFFERENT),
        (person("・", uid="1"), person("・", uid="2"), Verdict.DIFFERENT),
    ],
)
def test_the_rule(one, other, answer):
    assert ask(one, other) == answer


def test_within_one_file_a_name_alone_never_joins_two_cards():
    assert ask(person("A B"), person("A B"), same_file=True) is Verdict.DIFFERENT
    same = person("A B", "j@d.example")
    assert ask(same, same, same_file=True) is Verdict.SAME


def test_within_one_file_a_shared_number_joins_only_similar_names():
    one, other = person("A B", phone="0355500142"), person("C D", phone="0355500142")
    assert ask(one, other, same_file=True) is Verdict.DIFFERENT
    near = (Agreement.NEAR_NAME,)
    assert ask(one, other, same_file=True, near=near) is ReviewKind.SAME_PHONE
    assert ask(one, one, same_file=True) is Verdict.SAME


@pytest.mark.parametrize(
    "label", ["FAX", "代表", "代表電話", "ファックス", "ﾌｧｯｸｽ", "FAX,WORK", "ファクシミリ"]
)
def test_shared_numbers_identify_nobody(label):
    assert not keys(person("A", phone="03-5550-0142", label=label)).phones


@pytest.mark.parametrize("mail", ["info@a.example", "Sales2@a.example", "SUPPORT@a.example"])
def test_role_addresses(mail):
    assert is_role_address(mail)
    assert not keys(person("A", mail)).emails


@pytest.mark.parametrize(
    "mail", ["mio@komorebi.example", "infosato@a.example", "m.sales@a.example"]
)
def test_personal_addresses(mail):
    assert not is_role_address(mail)


texts = st.sampled_from(["山田 太郎", "山田太郎", "Jane Doe", "", "A", None])
mails = st.lists(st.sampled_from(["a@x.example", "b@x.example", "info@x.example"]), max_size=2)
numbers = st.lists(st.sampled_from(["090-5550-0142", "09055500142", "119"]), max_size=2)
people = st.builds(person, texts, mails, numbers, st.sampled_from([None, "u1", "u2"]))


@given(people, people, st.booleans())
def test_it_does_not_matter_who_is_asked_about_whom(one, other, same_file):
    assert ask(one, other, same_file=same_file) == ask(other, one, same_file=same_file)


@given(people, people)
def test_people_who_are_not_different_share_a_key_of_the_index(one, other):
    if judge(keys(one), keys(other)).verdict is not Verdict.DIFFERENT:
        assert keys(one).texts() & keys(other).texts()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋 徹", "高橋 徹"),
        ("山﨑 愛", "山崎愛"),
        ("齋藤 遥", "斎藤 遥"),
        ("齋藤 遥", "斉藤 遥"),
        ("齊藤 遥", "斎藤　遥"),
        ("渡邊 修", "渡辺 修"),
        ("渡邉 修", "渡邊 修"),
        ("小澤 国男", "小沢 國男"),
        ("廣瀬 恵", "広瀬 惠"),
        ("ﾀｶﾊｼ ﾄｵﾙ", "タカハシ トオル"),
        ("たかはし とおる", "タカハシトオル"),
        ("ｶﾞﾝﾊﾞ ﾍﾟﾝ", "がんばぺん"),
        ("ＪＡＮＥ ＤＯＥ", "Doe, Jane"),
        ("Jean-Pierre Roux", "Jean Pierre ROUX"),
        ("José Núñez", "JOSE\u0301 NÚÑEZ"),
    ],
)
def test_names_written_in_other_forms_agree(one, other):
    assert ask(person(one), person(other)) is ReviewKind.SAME_NAME
    assert ask(person(one, "t@y.example"), person(other, "t@y.example")) is Verdict.SAME


@pytest.mark.parametrize(
    "written",
    [
        "090-5550-0142",
        "０９０－５５５０－０１４２",
        "09055500142",
        "+81 90 5550 0142",
        "+81-(0)90-5550-0142",
        "+81 (0) 90 5550 0142",
        "+81 090-5550-0142",
        "(090) 5550-0142",
        "090.5550.0142",
        "010-81-90-5550-0142",
    ],
)
def test_one_number_in_all_its_forms(written):
    known = numbered("早坂 美緒", "+819055500142")
    assert ask(numbered("早坂 美緒", written), known) is Verdict.SAME
    assert ask(numbered("別の 人", written), known) is ReviewKind.SAME_PHONE


@pytest.mark.parametrize("written", ["+81 3-5550-0142", "+1 90 5550 0142", "090-5550-0143", "0142"])
def test_other_numbers_are_other_numbers(written):
    assert ask(numbered("A", written), numbered("B", "090-5550-0142")) is Verdict.DIFFERENT


@pytest.mark.parametrize("label", ["FAX", "代表", "代表電話", "WORK,FAX", "main", "大代表"])
def test_a_shared_number_and_a_role_address_join_nobody(label):
    one = person("早坂 美緒", "info@d.example", "03-5550-0142", label=label)
    other = person("原田 渉", "info@d.example", "03-5550-0142", label=label)
    assert ask(one, other) is Verdict.DIFFERENT
    assert ask(one, one) is ReviewKind.SAME_NAME


def test_what_agrees_is_said_the_strongest_first():
    full = person("A B", "a@x.example", "0355500142", uid="1")
    for other, agreed in (
        (full, ("uid", "email", "phone", "name")),
        (person("A B", "a@x.example"), ("email", "name")),
        (person("A B", phone="0355500142"), ("phone", "name")),
        (person("A B"), ("name",)),
        (person("C", "a@x.example"), ("email",)),
        (person("C"), ()),
    ):
        assert judge(keys(other), keys(full)).agreed == agreed


def test_a_near_name_is_a_question_and_nothing_more():
    near = (Agreement.NEAR_NAME, Agreement.COMPANY)
    one, other = keys(person("Jon Smith")), keys(person("John Smith"))
    found = judge(one, other, near=near)
    assert (found.verdict, found.review) == (Verdict.QUESTION, ReviewKind.NEAR_NAME)
    assert found.agreed == near
    assert judge(one, other, near=near, same_file=True).verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("髙橋 徹", "T@x.example"), person("高橋徹", "t@x.example")),
        (numbered("A", "090-5550-0142"), numbered("A", "+81 90 5550 0142")),
        (
            person("A", phone=("1111111111", "2222222222")),
            person("A", phone=("2222-222222", "1111111111")),
        ),
        (person("A B", uid="1"), person("B, A", uid="2")),
    ],
)
def test_what_a_card_says_has_one_name_however_it_is_written(one, other):
    assert said(one) == said(other)


def test_what_another_card_says_has_another_name():
    cards = [person("A"), person("B"), person("A", "a@x.example"), person("A", phone="0355500142")]
    cards += [Contact(name=Name("A"), title="Dr"), Contact(name=Name("A"), organization="Dr")]
    assert len({said(card) for card in cards}) == len(cards)
