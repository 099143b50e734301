"""Quick log: a table of lines and what is understood, and what holds for every line."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import quick_log_days as days
from app.domain.folding import fold
from app.domain.interaction import Initiative, Kind
from app.domain.promise import Side
from app.domain.quick_log import LONGEST, parse
from app.domain.quick_log_people import Called
from app.domain.quick_log_said import Role, key_of, printed

THURSDAY = date(2026, 10, 15)
ME, THEM = Initiative.ME, Initiative.THEM
KNOWN = {
    key_of(form): Called(ids, more)
    for form, ids, more in (
        ("田中", ("tanaka-megumi", "tanaka-ken"), 3),
        ("田中恵", ("tanaka-megumi",), 0),
        ("たなか", ("tanaka-megumi", "tanaka-ken"), 3),
        ("tanaka", ("tanaka-megumi", "tanaka-ken"), 3),
        ("佐藤", ("sato",), 0),
        ("林", ("hayashi",), 0),
        ("金", ("kim",), 0),
        ("今日子", ("kyoko",), 0),
        ("心", ("kokoro",), 0),
        ("Claire", ("claire",), 0),
        ("Martin", ("claire",), 0),
        ("Claire Martin", ("claire",), 0),
        ("Jean-Luc", ("jean",), 0),
        ("Ana Maria Silva", ("ana",), 0),
        ("Will", ("will",), 0),
        ("Sun Li", ("sunli",), 0),
        ("Tom", ("tom",), 0),
    )
}


def find(forms):
    return {form: KNOWN[key_of(form)] for form in forms if key_of(form) in KNOWN}


def nobody(forms):
    return {}


def day(month, number, year=2026):
    return date(year, month, number)


def understood(line, today=THURSDAY, who=find):
    """What is said, without what is not: day, kind, by, people, tags, promises, note."""
    said = parse(line, today, who)
    found = {
        "day": said.day,
        "kind": said.kind,
        "by": said.initiative,
        "people": " ".join(m.form.replace(" ", "_") for m in said.mentions),
        "tags": " ".join(said.tags),
        "promises": [(p.by.value, p.text, p.due) for p in said.promises],
        "note": said.note,
    }
    assert (said.ahead is None) or said.ahead > today
    return {name: value for name, value in found.items() if value}


TABLE = [
    # the line of the product's page, and the one of the issue
    (
        "昨日 田中 佐藤 と昼食 #展示会 →資料を送る 金",
        {
            "day": day(10, 14), "kind": Kind.MET, "people": "田中 佐藤", "tags": "展示会",
            "promises": [("me", "資料を送る", day(10, 16))], "note": "昼食",
        },
    ),
    (
        "Mon called Claire <- she asked about the fair #fair",
        {
            "day": day(10, 12), "kind": Kind.CALL, "by": THEM, "people": "Claire", "tags": "fair",
            "note": "she asked about the fair",
        },
    ),
    # days of the entry
    ("今日 佐藤 電話", {"day": day(10, 15), "kind": Kind.CALL, "people": "佐藤"}),
    ("きのう 佐藤に電話した", {"day": day(10, 14), "kind": Kind.CALL, "people": "佐藤"}),
    ("一昨日 佐藤 電話", {"day": day(10, 13), "kind": Kind.CALL, "people": "佐藤"}),
    ("おととい 佐藤 電話", {"day": day(10, 13), "kind": Kind.CALL, "people": "佐藤"}),
    ("3日前 佐藤 電話", {"day": day(10, 12), "kind": Kind.CALL, "people": "佐藤"}),
    ("２週間前　佐藤　電話", {"day": day(10, 1), "kind": Kind.CALL, "people": "佐藤"}),
    ("1か月前 佐藤 電話", {"day": day(9, 15), "kind": Kind.CALL, "people": "佐藤"}),
    ("先週 佐藤 電話", {"day": day(10, 8), "kind": Kind.CALL, "people": "佐藤"}),
    ("先週の金曜 佐藤 電話", {"day": day(10, 9), "kind": Kind.CALL, "people": "佐藤"}),
    ("先週月曜日 佐藤 電話", {"day": day(10, 5), "kind": Kind.CALL, "people": "佐藤"}),
    ("金曜 佐藤 電話", {"day": day(10, 9), "kind": Kind.CALL, "people": "佐藤"}),
    ("木曜日 佐藤 電話", {"day": day(10, 8), "kind": Kind.CALL, "people": "佐藤"}),
    ("金曜日に 佐藤と会食", {
        "day": day(10, 9), "kind": Kind.MET, "people": "佐藤", "note": "会食"}),
    ("10/14 佐藤 電話", {"day": day(10, 14), "kind": Kind.CALL, "people": "佐藤"}),
    ("10/14(水) 佐藤 電話", {"day": day(10, 14), "kind": Kind.CALL, "people": "佐藤"}),
    ("12/24 佐藤 電話", {"day": day(12, 24, 2025), "kind": Kind.CALL, "people": "佐藤"}),
    ("10月14日 佐藤 電話", {"day": day(10, 14), "kind": Kind.CALL, "people": "佐藤"}),
    ("14日 佐藤 電話", {"day": day(10, 14), "kind": Kind.CALL, "people": "佐藤"}),
    ("20日 佐藤 電話", {"day": day(9, 20), "kind": Kind.CALL, "people": "佐藤"}),
    ("2026-10-14 佐藤 電話", {"day": day(10, 14), "kind": Kind.CALL, "people": "佐藤"}),
    ("2025年3月1日 佐藤 電話", {"day": day(3, 1, 2025), "kind": Kind.CALL, "people": "佐藤"}),
    ("佐藤 電話 昨日", {"day": day(10, 14), "kind": Kind.CALL, "people": "佐藤"}),
    ("昨日佐藤さんと昼食", {
        "day": day(10, 14), "kind": Kind.MET, "people": "佐藤", "note": "昼食"}),
    ("10/14佐藤さんと昼食", {
        "day": day(10, 14), "kind": Kind.MET, "people": "佐藤", "note": "昼食"}),
    ("昨日電話 佐藤", {"day": day(10, 14), "kind": Kind.CALL, "people": "佐藤"}),
    ("today called Claire", {"day": day(10, 15), "kind": Kind.CALL, "people": "Claire"}),
    ("Yesterday called Claire", {"day": day(10, 14), "kind": Kind.CALL, "people": "Claire"}),
    ("called Claire 3 days ago", {"day": day(10, 12), "kind": Kind.CALL, "people": "Claire"}),
    ("two weeks ago met Claire", {"day": day(10, 1), "kind": Kind.MET, "people": "Claire"}),
    ("last Fri met Claire", {"day": day(10, 9), "kind": Kind.MET, "people": "Claire"}),
    ("monday met Claire", {"day": day(10, 12), "kind": Kind.MET, "people": "Claire"}),
    ("Oct 14 met Claire", {"day": day(10, 14), "kind": Kind.MET, "people": "Claire"}),
    ("14 Oct met Claire", {"day": day(10, 14), "kind": Kind.MET, "people": "Claire"}),
    ("December 24th met Claire", {
        "day": day(12, 24, 2025), "kind": Kind.MET, "people": "Claire"}),
    ("the day before yesterday met Claire", {
        "day": day(10, 13), "kind": Kind.MET, "people": "Claire"}),
    ("24/12 met Claire", {"day": day(12, 24, 2025), "kind": Kind.MET, "people": "Claire"}),
    # what looks like a day and is none
    ("金 電話", {"kind": Kind.CALL, "people": "金"}),
    ("木 佐藤 電話", {"kind": Kind.CALL, "people": "佐藤", "note": "木"}),
    ("今日子さんと昼食", {"kind": Kind.MET, "people": "今日子", "note": "昼食"}),
    ("明日 佐藤 電話", {"people": "佐藤", "note": "明日 電話"}),
    ("来週の金曜に 佐藤と会食", {"people": "佐藤", "note": "来週の金曜に 会食"}),
    ("next Fri lunch with Claire", {"people": "Claire", "note": "next Fri lunch"}),
    ("2026-10-16 佐藤 電話", {"people": "佐藤", "note": "2026-10-16 電話"}),
    ("2/30 佐藤 電話", {"kind": Kind.CALL, "people": "佐藤", "note": "2/30"}),
    ("we sat with Claire", {"people": "Claire", "note": "we sat"}),
    ("昨日 佐藤 電話 10/1の件", {
        "day": day(10, 14), "kind": Kind.CALL, "people": "佐藤", "note": "10/1の件"}),
    ("Sun Li called", {"kind": Kind.CALL, "people": "Sun_Li"}),
    # people
    ("田中 電話", {"kind": Kind.CALL, "people": "田中"}),
    ("田中 恵 電話", {"kind": Kind.CALL, "people": "田中_恵"}),
    ("田中恵さんに電話", {"kind": Kind.CALL, "people": "田中恵"}),
    ("たなか 電話", {"kind": Kind.CALL, "people": "たなか"}),
    ("ﾀﾅｶさんから電話", {"kind": Kind.CALL, "by": THEM, "people": "ﾀﾅｶ"}),
    ("tanaka 電話", {"kind": Kind.CALL, "people": "tanaka"}),
    ("田中様、佐藤様と会食", {"kind": Kind.MET, "people": "田中 佐藤", "note": "会食"}),
    ("田中 と 佐藤 と 打合せ", {"kind": Kind.MET, "people": "田中 佐藤", "note": "打合せ"}),
    ("林と昼食", {"kind": Kind.MET, "people": "林", "note": "昼食"}),
    ("佐藤 とても元気そう", {"people": "佐藤", "note": "とても元気そう"}),
    ("心に残る話 佐藤", {"people": "佐藤", "note": "心に残る話"}),
    ("佐藤 田中の会社の件", {"people": "佐藤", "note": "田中の会社の件"}),
    ("鈴木 電話", {"kind": Kind.CALL, "note": "鈴木"}),
    ("lunch with Claire Martin and Tom at Nobu", {
        "kind": Kind.MET, "people": "Claire_Martin Tom", "note": "lunch at Nobu"}),
    ("met claire martin", {"kind": Kind.MET, "people": "claire_martin"}),
    ("Jean-Luc called", {"kind": Kind.CALL, "people": "Jean-Luc"}),
    ("coffee, Ana Maria Silva.", {
        "kind": Kind.MET, "people": "Ana_Maria_Silva", "note": "coffee,"}),
    ("Claire will call back", {"people": "Claire", "note": "will call back"}),
    ("Will called", {"kind": Kind.CALL, "people": "Will"}),
    ("Claireさんとランチ", {"kind": Kind.MET, "people": "Claire", "note": "ランチ"}),
    # kinds
    ("佐藤 に会った", {"kind": Kind.MET, "people": "佐藤"}),
    ("銀座で昼食 佐藤", {"kind": Kind.MET, "people": "佐藤", "note": "銀座で昼食"}),
    ("佐藤 メールで見積もりの件", {
        "kind": Kind.MAIL, "people": "佐藤", "note": "メールで見積もりの件"}),
    ("佐藤 LINE 写真が届いた", {
        "kind": Kind.MESSAGE, "people": "佐藤", "note": "LINE 写真が届いた"}),
    ("佐藤 はがき", {"kind": Kind.LETTER, "people": "佐藤", "note": "はがき"}),
    ("佐藤さんと名刺交換", {"kind": Kind.CARDS, "people": "佐藤"}),
    ("田中を佐藤に紹介", {"kind": Kind.INTRODUCTION, "people": "田中 佐藤"}),
    ("佐藤 お土産 羊羹", {"kind": Kind.GIFT, "people": "佐藤", "note": "お土産 羊羹"}),
    ("佐藤 引っ越しの手伝い", {"people": "佐藤", "note": "引っ越しの手伝い"}),
    ("佐藤 手伝い 引っ越し", {"kind": Kind.HELP, "people": "佐藤", "note": "引っ越し"}),
    ("佐藤 電話番号を聞いた", {"people": "佐藤", "note": "電話番号を聞いた"}),
    ("佐藤 昼食の約束", {"people": "佐藤", "note": "昼食の約束"}),
    ("exchanged cards with Tom", {"kind": Kind.CARDS, "people": "Tom"}),
    ("had a quick call with Claire", {
        "kind": Kind.CALL, "people": "Claire", "note": "had a quick call"}),
    ("Claire asked for help with the fair", {
        "people": "Claire", "note": "asked for help with the fair"}),
    ("Tom dm photo of the shop", {
        "kind": Kind.MESSAGE, "people": "Tom", "note": "dm photo of the shop"}),
    # as people write it
    ("昨日佐藤さん、田中さんと飲み", {
        "day": day(10, 14), "kind": Kind.MET, "people": "佐藤 田中", "note": "飲み"}),
    ("昨日、佐藤さんと電話しました。", {"day": day(10, 14), "kind": Kind.CALL, "people": "佐藤"}),
    ("先週金曜に佐藤さんと打ち合わせ。新製品の話", {
        "day": day(10, 9), "kind": Kind.MET, "people": "佐藤",
        "note": "打ち合わせ。新製品の話"}),
    ("佐藤さんとランチ（銀座）", {"kind": Kind.MET, "people": "佐藤", "note": "ランチ（銀座）"}),
    ("佐藤さんとお茶", {"kind": Kind.MET, "people": "佐藤", "note": "お茶"}),
    ("佐藤さんにお土産をもらった", {
        "kind": Kind.GIFT, "people": "佐藤", "note": "お土産をもらった"}),
    ("たなかが咲いた", {"note": "たなかが咲いた"}),
    ("佐藤 来年の話 10/14が期限", {"people": "佐藤", "note": "来年の話 10/14が期限"}),
    ("Had dinner with Claire on Friday", {
        "day": day(10, 9), "kind": Kind.MET, "people": "Claire", "note": "Had dinner"}),
    ("on Monday I called Tom & Claire", {
        "day": day(10, 12), "kind": Kind.CALL, "people": "Tom Claire", "note": "I called"}),
    ("Tom - lunch - about the 10/14 deadline", {
        "people": "Tom", "note": "- lunch - about the 10/14 deadline"}),
    ("Tom birthday Oct 5", {"people": "Tom", "note": "birthday Oct 5"}),
    # who began
    ("← 佐藤 メール", {"kind": Kind.MAIL, "by": THEM, "people": "佐藤"}),
    ("佐藤→ 電話", {"kind": Kind.CALL, "by": ME, "people": "佐藤"}),
    ("佐藤から手紙", {"kind": Kind.LETTER, "by": THEM, "people": "佐藤"}),
    ("letter from Claire", {"kind": Kind.LETTER, "by": THEM, "people": "Claire"}),
    ("-> mailed Claire", {"kind": Kind.MAIL, "by": ME, "people": "Claire"}),
    ("佐藤 東京→大阪に転勤", {"people": "佐藤", "note": "東京→大阪に転勤"}),
    ("← 佐藤 電話 → また話す", {
        "kind": Kind.CALL, "by": THEM, "people": "佐藤", "note": "→ また話す"}),
    # promises
    ("佐藤 →見積もり 10/23 ←図面 月末", {
        "people": "佐藤",
        "promises": [("me", "見積もり", day(10, 23)), ("them", "図面", day(10, 31))]}),
    ("佐藤 →金曜までに見積もり", {
        "people": "佐藤", "promises": [("me", "見積もり", day(10, 16))]}),
    ("佐藤 →見積もり 来週の金曜まで", {
        "people": "佐藤", "promises": [("me", "見積もり", day(10, 23))]}),
    ("佐藤 →見積もり 木", {"people": "佐藤", "promises": [("me", "見積もり", day(10, 22))]}),
    ("佐藤 →見積もり 3日後", {"people": "佐藤", "promises": [("me", "見積もり", day(10, 18))]}),
    ("佐藤 →見積もり 来月", {"people": "佐藤", "promises": [("me", "見積もり", day(11, 15))]}),
    ("佐藤 →見積もり 1/5", {
        "people": "佐藤", "promises": [("me", "見積もり", day(1, 5, 2027))]}),
    ("佐藤 ⇒いつか工房へ", {"people": "佐藤", "promises": [("me", "いつか工房へ", None)]}),
    ("Claire => visit the studio", {
        "people": "Claire", "promises": [("me", "visit the studio", None)]}),
    ("met Claire -> send the deck next Fri <- introduce Tom in 2 weeks", {
        "kind": Kind.MET, "people": "Claire",
        "promises": [
            ("me", "send the deck", day(10, 23)), ("them", "introduce Tom", day(10, 29))]}),
    ("met Claire -> call back by Oct 20", {
        "kind": Kind.MET, "people": "Claire",
        "promises": [("me", "call back", day(10, 20))]}),
    ("→ 佐藤に資料を送る 明日", {
        "people": "佐藤", "promises": [("me", "佐藤に資料を送る", day(10, 16))]}),
    ("佐藤 →資料送付(金)", {"people": "佐藤", "promises": [("me", "資料送付", day(10, 16))]}),
    ("佐藤 →資料送付 （10/23）", {
        "people": "佐藤", "promises": [("me", "資料送付", day(10, 23))]}),
    # tags
    ("#朝活 佐藤 電話 #展示会 #朝活", {
        "kind": Kind.CALL, "people": "佐藤", "tags": "朝活 展示会"}),
    ("＃展示会 佐藤", {"people": "佐藤", "tags": "展示会"}),
    ("met Claire #1 #", {"kind": Kind.MET, "people": "Claire", "note": "#1 #"}),
    # nothing
    ("", {}),
    ("→", {"by": ME}),
    ("⇒", {"note": "⇒"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "said"), TABLE, ids=[line for line, _ in TABLE])
def test_a_line_says(line, said):
    assert understood(line) == said


def test_who_shares_a_name_is_offered_and_never_chosen():
    (mention,) = parse("田中 電話", THURSDAY, find).mentions
    assert mention.called == Called(("tanaka-megumi", "tanaka-ken"), 3)


@pytest.mark.parametrize(
    ("said", "today", "found"),
    [
        ("2/29", date(2026, 10, 15), date(2024, 2, 29)),
        ("31日", date(2026, 3, 1), date(2026, 1, 31)),
        ("15日", THURSDAY, THURSDAY),
        ("1か月前", date(2026, 3, 31), date(2026, 2, 28)),
        ("999か月前", date(10, 1, 1), None),
        ("32日", THURSDAY, None),
        ("some days ago", THURSDAY, None),
        ("in 3 days ago", THURSDAY, None),
    ],
)
def test_days_that_a_calendar_lacks(said, today, found):
    answer = days.of_entry(said.split(), today)
    assert (answer and answer[1]) == found


@pytest.mark.parametrize(
    ("said", "today", "found"),
    [
        ("this Friday", THURSDAY, day(10, 16)),
        ("this Friday", day(10, 17), day(10, 23)),
        ("next month", THURSDAY, day(11, 15)),
        ("来月", date(2026, 1, 31), date(2026, 2, 28)),
        ("来月末", date(2026, 1, 31), date(2026, 2, 28)),
        ("今週中", THURSDAY, day(10, 16)),
        ("今週中", day(10, 17), day(10, 17)),
        ("週末", THURSDAY, day(10, 17)),
        ("the weekend", day(10, 18), day(10, 18)),
        ("来月", date(9999, 12, 1), None),
        ("2/29", date(9999, 3, 1), None),
        ("32日", THURSDAY, None),
    ],
)
def test_by_when(said, today, found):
    answer = days.of_promise(said.split(), today)
    assert (answer and answer[1]) == found


# what holds for every line

_PARTS = [*(word for line, _ in TABLE for word in line.split()), "佐藤さん", "→", "<-", "=>", "金"]
LINES = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(_PARTS), max_size=12).map(" ".join),
    st.lists(st.sampled_from(_PARTS), max_size=6).map("".join),
    st.lists(st.one_of(st.sampled_from(_PARTS), st.text(max_size=4)), max_size=10).map(" ".join),
)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def lost(line, said):
    """Characters of the line that are in no piece, or in a piece that is neither shown nor kept."""
    gone, end = "", 0
    for piece in said.pieces:
        gone += line[end : piece.start]
        end = piece.end
        shown = {
            Role.NOTE: said.note or "",
            Role.PROMISE: " ".join(p.text for p in said.promises),
            Role.TAG: " ".join(f"#{tag} ＃{tag}" for tag in said.tags),
            Role.DAY: piece.text if said.day else "",
            Role.DUE: piece.text if any(p.due for p in said.promises) else "",
            Role.KIND: (said.note or "" if piece.noted else piece.text) if said.kind else "",
            Role.PERSON: piece.text if said.mentions else "",
        }
        kept = shown.get(piece.role, piece.text)
        text = piece.text.strip()
        if piece.role is Role.TAG:
            kept, text = fold(kept), fold(text.rstrip("、。,.;:!?"))
        if text not in kept:
            gone += text
    return "".join((gone + line[end:]).split())


@given(LINES, DAYS)
def test_no_text_fails_and_no_word_is_lost(line, today):
    said = parse(line, today, find)
    assert lost(line, said) == ""
    assert all(line[p.start : p.end] == p.text for p in said.pieces)
    assert (said.day is None) == all(p.role is not Role.DAY for p in said.pieces)
    assert (said.kind is None) == all(p.role is not Role.KIND for p in said.pieces)
    assert len([p for p in said.pieces if p.role is Role.PERSON]) <= len(said.mentions)


@pytest.mark.parametrize("line", [line for line, _ in TABLE if line])
def test_a_word_that_is_let_go_is_missed(line):
    said = parse(line, THURSDAY, find)
    for piece in said.pieces:
        without = tuple(p for p in said.pieces if p is not piece)
        assert lost(line, replace(said, pieces=without))
    without_it = {
        Role.NOTE: replace(said, note=None),
        Role.PROMISE: replace(said, promises=()),
        Role.PERSON: replace(said, mentions=()),
        Role.TAG: replace(said, tags=()),
    }
    for role in {piece.role for piece in said.pieces} & set(without_it):
        assert lost(line, without_it[role])


@given(LINES, DAYS)
def test_days_lie_on_their_side(line, today):
    said = parse(line, today, find)
    assert said.day is None or said.day <= today
    assert all(p.due is None or p.due >= today for p in said.promises)
    assert all(p.text and p.by in Side for p in said.promises)


@given(LINES, st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_what_is_printed_says_the_same(line, today):
    said = parse(line, today, find)
    plain = printed(said)
    again = parse(plain, today, find)
    assert _meaning(again) == _meaning(said)
    assert printed(again) == plain


def _meaning(said):
    return (
        said.ahead,
        said.day,
        said.kind,
        said.initiative,
        said.mentions,
        said.promises,
        said.tags,
        said.note,
    )


@given(LINES, DAYS)
def test_whoever_is_named_was_asked_for(line, today):
    asked = set()

    def remember(forms):
        asked.update(forms)
        return find(forms)

    said = parse(line, today, remember)
    assert {m.form for m in said.mentions} <= asked
    assert [m.called for m in said.mentions] == [KNOWN[m.key] for m in said.mentions]
    assert parse(line, today, nobody).mentions == ()


def test_what_stands_behind_the_longest_line_is_note():
    line = "佐藤 電話 " + "あ" * LONGEST + " →見本 金"
    said = parse(line, THURSDAY, find)
    assert said.promises == ()
    assert "".join(said.note.split()) == "".join(line[6:].split())


@given(st.integers(-3650, 3650))
def test_a_day_in_numbers_is_that_day(count):
    wanted = THURSDAY + timedelta(count)
    past = days.of_entry([wanted.isoformat()], THURSDAY)
    to_come = days.of_promise([wanted.isoformat()], THURSDAY)
    assert (past is not None) == (count <= 0)
    assert (to_come is not None) == (count >= 0)
    assert {answer[1] for answer in (past, to_come) if answer} == {wanted}
