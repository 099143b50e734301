"""Who is it (PRODUCT, "Identity")."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card import ReviewKind
from app.domain.contact import Contact, Email, Name, Phone
from app.domain.matching import Verdict, is_role_address, judge, keys


def person(name=None, mail=(), phone=(), uid=None, label=None):
    emails = tuple(Email(m) for m in ([mail] if isinstance(mail, str) else mail))
    phones = tuple(Phone(p, label) for p in ([phone] if isinstance(phone, str) else phone))
    return Contact(uid=uid, name=Name(name), emails=emails, phones=phones)


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
