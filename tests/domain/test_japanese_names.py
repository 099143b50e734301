"""Family and given name of a name written together: told apart where there is one way alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contact import Contact, Name
from app.domain.folding import fold
from app.domain.japanese_names import _families, _givens, _is_given, told_apart
from app.domain.names import called, kept_whole, split


@pytest.mark.parametrize(
    "name",
    [
        "佐藤 健一", "長谷川 翔太", "相原 みどり", "髙橋 健一", "齋藤 遥", "渡邉 修", "森 林太郎",
        "林 武",
        "佐々木 陸", "勅使河原 宏", "谷崎 潤一郎", "原 節子", "柳生 博", "五十嵐 愛", "小鳥遊 蛍",
        "大久保 利通", "東野 圭吾", "石原 さとみ", "小林 アオイ", "久保田 利伸", "岡本 太郎",
    ],
)  # fmt: skip
def test_names_that_can_be_read_in_one_way(name):
    family, given_name = name.split()
    assert told_apart(family + given_name) == (family, given_name)
    assert told_apart(name) == told_apart(name.replace(" ", "\u3000")) == (family, given_name)


@pytest.mark.parametrize(
    "text",
    [
        "東海林太郎",  # 東海 林太郎, 東海林 太郎
        "東京太郎",  # 東 京太郎
        "表参道能子", "山田", "金子", "青葉精機", "松本大学", "大塚商会", "山中先生",
        "株式会社青葉",
        "イトーヨーカドー", "すずきいちろう", "太郎 山田", "青葉 精機", "髙橋 ① 健一", "John Smith",
        "王小明", "佐藤健一佐藤健一", "", "林", "山田太郎様",
    ],
)  # fmt: skip
def test_what_is_not_certain_stays_whole(text):
    assert told_apart(text) is None


@given(st.text(st.sampled_from("山田中本東林太郎健一美子 \u3000あアa①"), max_size=10))
def test_the_parts_are_the_name_as_it_is_written(text):
    apart = told_apart(text)
    if apart is not None:
        assert "".join(apart) == "".join(text.split())
        assert all(apart)


@given(st.sampled_from(sorted(_families())), st.sampled_from(sorted(_givens())))
def test_a_known_name_is_never_told_apart_otherwise(family, given_name):
    assert told_apart(family + given_name) in {None, (family, given_name)}


def test_an_unknown_family_name_is_hardly_ever_taken_for_another():
    """Each family name but for knowing it: how often another one is found in it."""
    families, names = _families(), sorted(g for g in _givens() if len(g) == 1)[::40]
    tried = wrong = 0
    for family in sorted(f for f in families if len(f) > 1):
        for name in names:
            full = family + name
            fronts = (full[:n] for n in range(1, len(full)) if n != len(family))
            at = [f for f in fronts if f in families and _is_given(full[len(f) :])]
            tried += 1
            wrong += len(at) == 1
    assert wrong <= tried // 50


def test_the_lists_are_folded_and_hold_no_word_twice_as_family_and_nothing():
    assert len(_families()) > 1_500
    assert len(_givens()) > 1_000
    assert all(fold(name) == name for name in _families() | _givens())


def test_a_name_stays_as_its_card_has_it_and_is_only_called_by_its_family_name():
    whole = Name("佐藤健一")
    assert (whole.family, split(whole)) == (None, ("佐藤", "健一"))
    assert called(Contact(name=whole)) == "佐藤"
    assert called(Contact(name=Name("表参道能子", "表参道能子"))) == "表参道能子"
    assert called(Contact(name=Name("佐藤健一", "佐藤健一"))) == "佐藤"
    assert called(Contact(name=Name("Jane Doe"))) == "Jane Doe"
    assert not kept_whole(Name("佐藤 健一", "佐藤", "健一"))
    assert not kept_whole(Name("Jane Doe"))
    assert kept_whole(Name("東海林太郎"))
