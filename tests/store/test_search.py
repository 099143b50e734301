"""Searching: every way of writing finds the person, and whatever is typed is only data (R45)."""

import re
import unicodedata
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact, Email, Name, Phone, Reading
from app.domain.ids import new_id
from app.domain.kana import to_hiragana
from app.store import search_text
from app.store.search import excerpt_of
from app.store.search_text import document, person_words, pieces, query
from tests.store.conftest import JOHN, MIO, TARO, TODAY, act, adding, at, person

TODO = person("藤堂", "健一郎", "とうどう けんいちろう", organization="㈱サクラ・ソフト")
SAI = person("髙﨑", "ゆうこ", "タカサキ ユウコ", organization="Global Trading Inc.")
LATIN = Contact(id=new_id(at()), name=Name("Tanaka Ichiro", "Tanaka", "Ichiro"))
CONOR = Contact(id=new_id(at()), name=Name("Conor O'Brien", "O'Brien", "Conor"))


@pytest.fixture
def full(store):
    records = (TARO, MIO, JOHN, TODO, SAI, LATIN, CONOR)
    acts = (
        act(TARO, note="神保町でコーヒーを飲んだ。Espresso machine", on=TODAY - timedelta(3)),
        act(MIO, note="珈琲の話", place="喫茶ナマステ", on=TODAY - timedelta(1)),
        act(JOHN, note="Met over café crème", on=TODAY - timedelta(2)),
    )
    store.apply(Change(Verb.IMPORT, adding(*records, *acts)), now=at())
    return store


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("山", TARO), ("山田", TARO), ("山田太郎", TARO), ("山田 太郎", TARO), ("太郎 山田", TARO),
        ("田太", TARO), ("郎", (TARO, TODO)), ("やまだ", TARO), ("ヤマダ", TARO), ("ﾔﾏﾀﾞ", TARO),
        ("まだ", TARO), ("やまだたろう", TARO), ("だた", TARO), ("yamada", TARO), ("YAMADA", TARO),
        ("ｙａｍａｄａ", TARO), ("y", (TARO, SAI)),
        ("yam", TARO), ("yamadataro", TARO), ("tarou", TARO),
        ("taro yamada", TARO), ("taroyamada", TARO), ("todo", TODO), ("toudou", TODO),
        ("tōdō", TODO), ("kenichiro", TODO), ("ken'ichirou", TODO), ("とうどう けん", TODO),
        ("高崎", SAI), ("髙﨑", SAI), ("たかさき", SAI), ("takasaki", SAI), ("yuko", SAI),
        ("ゆう", SAI), ("ねこの手", TARO), ("㈱ねこの手", TARO), ("(株)ねこの手", TARO),
        ("株式会社ねこの手", TARO), ("ネコノテ", ()),
        ("サクラソフト", TODO), ("さくらそふと", TODO),
        ("株式会社サクラソフト", TODO), ("ｻｸﾗｿﾌﾄ", TODO), ("sakurasofuto", TODO),
        ("global trading", SAI), ("globaltrading", SAI), ("trading inc", SAI), ("trad", SAI),
        ("jose", JOHN), ("José", JOHN), ("SMITH", JOHN), ("josesmith", JOHN), ("smithjose", JOHN),
        ("mith", ()), ("taro@neko.example", TARO), ("neko.ex", TARO), ("example", TARO),
        ("090-1234-5678", TARO), ("09012345678", TARO), ("+81 90 1234", TARO), ("090 12", TARO),
        ("5678", TARO), ("０９０", TARO), ("部長", TARO), ("釣り", TARO), ("つり", ()),
        ("たなか", LATIN), ("タナカ", LATIN), ("tanaka", LATIN), ("こもれび", MIO), ("zzz", ()),
        ("obrien", CONOR), ("o'brien", CONOR),
        ("O’Brien", CONOR), ("brien", CONOR), ("conorobrien", CONOR),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["ja", "en"])
def test_people_are_found_however_they_are_written(full, words, who, language):
    wanted = {p.id for p in (who if isinstance(who, tuple) else (who,))}
    assert set(full.search(words, language).people) == wanted


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("コーヒー", 1), ("こーひー", 1), ("ｺｰﾋｰ", 1),
        ("コ", 1), ("飲", 1), ("珈琲", 1), ("琲の", 1),
        ("なますて", 1), ("ナマステ 珈琲", 1), ("espresso", 1), ("ESP", 1), ("e", 1), ("cafe", 1),
        ("CAFÉ crème", 1), ("浅煎り", 1), ("神保町 machine", 1), ("神保町 crème", 0), ("coffee", 0),
    ],
)  # fmt: skip
def test_notes_are_found(full, words, count):
    assert len(full.search(words, "ja").notes) == count


def test_people_come_by_reading_and_notes_newest_first(full):
    hits = full.search("o", "en")
    names = [full.contact(i).name.family for i in hits.people]
    assert names == sorted(
        names, key=lambda n: ["O'Brien", "Smith", "髙﨑", "Tanaka", "藤堂"].index(n)
    )
    notes = full.search("の", "ja").notes
    assert [n.on for n in notes] == sorted((n.on for n in notes), reverse=True)


def test_both_are_cut_and_say_so(store):
    people = [person("田中", f"一{n}", "たなか いち") for n in range(30)]
    odd = replace(people[0], id=new_id(at()), reading=Reading("たなか", "あ"))
    acts = [act(people[0], note="同じ", on=TODAY - timedelta(n)) for n in range(30)]
    store.apply(Change(Verb.IMPORT, adding(*people, odd, *acts)), now=at())
    hits = store.search("田中", "ja", 10)
    assert len(hits.people) == 10
    assert hits.people[0] == odd.id
    assert hits.more_people
    assert not hits.more_notes
    hits = store.search("同じ", "ja", 10)
    assert [n.on for n in hits.notes] == [TODAY - timedelta(n) for n in range(10)]
    assert hits.more_notes
    exact = store.search("同じ", "ja", 30)
    assert len(exact.notes) == 30
    assert not exact.more_notes
    assert store.search("同じ", "ja", 0).notes == ()


@pytest.mark.parametrize("seen", [1, 7, 12, 30, 31, 45, 60, 61, 100])
@pytest.mark.parametrize("limit", [10, 30, 200])
@pytest.mark.parametrize("words", ["田中", "同じ", "京都", "zzz", ""])
def test_a_glimpse_begins_as_the_whole_and_counts_the_rest(store, words, limit, seen):
    people = [
        person("田中", f"一{n}", "たなか いち", organization="京都" if n % 2 else None)
        for n in range(30)
    ]
    acts = [act(people[0], note="同じ京都", on=TODAY - timedelta(n)) for n in range(30)]
    store.apply(Change(Verb.IMPORT, adding(*people, *acts)), now=at())
    whole, first = store.search(words, "ja", limit), store.glimpse(words, "ja", seen, limit)
    rows = [*whole.people, *whole.notes]
    assert [*first.people, *first.notes] == rows[: min(seen, limit)]
    assert len(first.people) + first.people_behind == len(whole.people)
    assert len(first.notes) + first.notes_behind == len(whole.notes)
    assert (first.more_people, first.more_notes) == (whole.more_people, whole.more_notes)


def test_notes_of_the_binned_do_not_take_the_places_of_others(store):
    binned = replace(MIO, deleted_at=at().instant)
    acts = [act(binned, note="話", on=TODAY) for _ in range(25)] + [
        act(TARO, note="話", on=TODAY - timedelta(9))
    ]
    store.apply(Change(Verb.IMPORT, adding(TARO, binned, *acts)), now=at())
    hits = store.search("話", "ja", 10)
    assert [n.contact_ids for n in hits.notes] == [(TARO.id,)]
    assert not hits.more_notes


def test_the_index_follows_every_edit(store):
    store.apply(Change(Verb.IMPORT, (Edit(None, MIO),)), now=at())
    entry = act(MIO, note="陶器")
    store.apply(Change(Verb.LOG, (Edit(None, entry),)), now=at())
    renamed = replace(
        MIO, name=Name("朝倉 美緒", "朝倉", "美緒"), reading=Reading("あさくら", "みお")
    )
    store.apply(Change(Verb.EDIT_CONTACT, (Edit(MIO, renamed),)), now=at())
    later = replace(entry, note="磁器", on=TODAY - timedelta(50))
    store.apply(Change(Verb.EDIT_INTERACTION, (Edit(entry, later),)), now=at())
    found = {w: len(store.search(w, "ja").people) for w in ("早坂", "朝倉", "hayasaka", "asakura")}
    assert found == {"早坂": 0, "朝倉": 1, "hayasaka": 0, "asakura": 1}
    assert len(store.search("陶器", "ja").notes) == 0
    assert len(store.search("磁器", "ja").notes) == 1
    store.undo(at())
    store.undo(at())
    assert len(store.search("陶器", "ja").notes) == 1
    assert store.search("早坂", "en").people == (MIO.id,)


def test_a_long_note_shows_the_words_that_were_found():
    text = "あ" * 300 + "京都の宿" + "い" * 300
    excerpt = excerpt_of(text, "京都")
    assert "京都の宿" in excerpt
    assert len(excerpt) == 162
    assert excerpt.startswith("…")
    assert excerpt.endswith("…")
    assert excerpt_of("short\nlines", "x") == "short lines"
    assert excerpt_of(text, "none").startswith("あ")
    assert excerpt_of("い" * 300 + "京都", "京都").endswith("京都")


syntax = st.sampled_from(
    ['"', "'", "*", "(", ")", ":", "^", "-", "+", "AND", "OR", "NOT", "NEAR(", "words:", "{", "}",
     "\\", "%", "_", "\x00", "\ud800", "\ue000", "🎏",
     "ー", "っ", "・", "ﾞ", "ゕ", "é", " ", "\u3000",
     "山", "や", "yama", "0", "½", "ﬁ", "İ", "ß", "㈱", "\u0301", "\u200f"]
)  # fmt: skip
typed = st.one_of(st.text(max_size=12), st.lists(syntax, max_size=8).map("".join))


@given(typed, st.sampled_from(["ja", "en"]))
@settings(
    max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_typed_is_data(full, words, language):
    hits = full.search(words, language)
    assert len(hits.people) <= 7
    full.resolve(words)


def test_very_much_typed_is_data(full):
    assert full.search("山" * 100_000, "ja").people == ()
    assert full.search("a " * 50_000, "ja").people == (JOHN.id,)
    assert full.search('"' * 5000, "ja").people == ()


letters = "山田太郎やマだab1 cé"
texts = st.text(letters, min_size=1, max_size=8)


@given(
    st.lists(texts, min_size=1, max_size=5),
    st.text(letters.replace(" ", ""), min_size=1, max_size=3),
)
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_index_finds_what_a_plain_look_finds(store, notes, word):
    entries = [act(MIO, note=note, on=TODAY - timedelta(n)) for n, note in enumerate(notes)]
    edits = adding(MIO, *entries)
    change = store.apply(Change(Verb.IMPORT, edits), now=at())
    try:
        found = {n.interaction_id for n in store.search(word, "ja").notes}
        assert found == {e.id for e in entries if looks(e.note, word)}
    finally:
        store.undo(at(), change.seq)


def looks(note, word):
    """The rule, said plainly: kanji and kana anywhere, letters from the beginning of a word."""

    def plain(text):
        text = unicodedata.normalize("NFD", to_hiragana(text).casefold())
        bare = re.sub("(?<=[a-z])[\u0300-\u036f]", "", text)
        joined = unicodedata.normalize("NFC", bare)
        return re.sub("(?<=[山田太郎やまだ]) +(?=[山田太郎やまだ])", "", joined)

    haystack, needle = plain(note), plain(word)
    runs = re.findall("[山田太郎やまだ]+|[a-z0-9]+", needle)
    for place, run in enumerate(runs):
        if re.match("[a-z0-9]", run):
            end = "" if place == len(runs) - 1 else "(?![a-z0-9])"
            if not re.search(f"(?<![a-z0-9]){run}{end}", haystack):
                return False
        elif run not in haystack:
            return False
    return True


def test_a_document_has_pairs_words_and_beginnings():
    words = document(["山田 太郎", "Sakura"]).split()
    assert words[:4] == ["山田", "田太", "太郎", "sakura"]
    assert set(words[4:]) == {"s\ue000", "sa\ue000", "sak\ue000", "太", "山", "田", "郎"}
    assert document([]) == ""
    assert pieces("A社の山 田\ue000") == ["a", "社の山田"]
    assert query("… ・") is None
    assert query("") is None
    asked = query('a"b')
    assert asked is not None
    assert asked.expression.count('"') % 2 == 0


def test_however_many_names_are_remembered_the_words_are_the_same(monkeypatch):
    people = [TARO, MIO, JOHN, TODO, SAI, TARO, MIO]
    alone = [person_words(one) for one in people]
    monkeypatch.setattr(search_text, "_HEARD_AT_MOST", 2)
    heard: search_text.Heard = {}
    assert [person_words(one, heard) for one in people] == alone
    assert 0 < len(heard) <= 2


def test_a_person_is_found_by_many_phones_and_mails(store):
    many = Contact(
        id=new_id(at()),
        emails=tuple(Email(f"m{n}@x.example") for n in range(20)),
        phones=(Phone("内線 42"), Phone("03(1234)5678")),
    )
    store.apply(Change(Verb.IMPORT, (Edit(None, many),)), now=at())
    for words in ("m19@x", "内線", "42", "0312345678", "03-1234", "1234"):
        assert store.search(words, "ja").people == (many.id,), words
