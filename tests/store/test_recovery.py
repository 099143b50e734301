"""The recovery key: written on paper, read back by a person."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store import recovery
from app.store.errors import RecoveryKeyTypoError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
secrets = st.binary(min_size=16, max_size=16)


@given(secrets)
def test_written_and_read_back(secret):
    text = recovery.write(secret)
    assert len(text) == 34
    assert [len(group) for group in text.split("-")] == [4] * 7
    assert recovery.read(text) == secret


@given(secrets)
def test_read_as_people_type_it(secret):
    text = recovery.write(secret).lower().replace("0", "o").replace("1", "l").replace("-", "  ")
    assert recovery.read(f" {text}\n") == secret
    assert recovery.read(text.replace("l", "i").replace(" ", "")) == secret


@given(secrets, st.integers(0, 27), st.randoms(use_true_random=False))
def test_one_wrong_character_is_named_with_its_group(secret, place, chance):
    text = recovery.write(secret).replace("-", "")
    wrong = chance.choice([c for c in ALPHABET if c != text[place]])
    with pytest.raises(RecoveryKeyTypoError) as caught:
        recovery.read(text[:place] + wrong + text[place + 1 :])
    assert caught.value.places == (place + 1,)
    assert caught.value.groups == (place // 4 + 1,)
    assert caught.value.length == 28


@given(secrets, st.data())
def test_two_wrong_characters_are_never_accepted(secret, data):
    text = list(recovery.write(secret).replace("-", ""))
    places = data.draw(st.lists(st.integers(0, 27), min_size=2, max_size=2, unique=True))
    for place in places:
        text[place] = data.draw(st.sampled_from([c for c in ALPHABET if c != text[place]]))
    with pytest.raises(RecoveryKeyTypoError):
        recovery.read("".join(text))


@given(secrets, st.integers(0, 26))
def test_neighbours_that_changed_places_are_noticed(secret, place):
    text = recovery.write(secret).replace("-", "")
    swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    if swapped == text:
        assert recovery.read(swapped) == secret
    else:
        with pytest.raises(RecoveryKeyTypoError):
            recovery.read(swapped)


def test_a_character_that_never_occurs_is_named():
    text = recovery.write(bytes(16))
    with pytest.raises(RecoveryKeyTypoError) as caught:
        recovery.read("U" + text[1:5] + "é" + text[6:])
    assert caught.value.places == (1, 5)
    assert caught.value.groups == (1, 2)


def test_a_missing_character_is_placed_in_its_group():
    groups = recovery.write(random.Random(5).randbytes(16)).split("-")
    groups[2] = groups[2][:3]
    with pytest.raises(RecoveryKeyTypoError) as caught:
        recovery.read(" ".join(groups))
    assert caught.value.length == 27
    assert caught.value.groups == (3,)
    with pytest.raises(RecoveryKeyTypoError) as caught:
        recovery.read("".join(groups))
    assert (caught.value.length, caught.value.groups) == (27, ())


def test_random_texts_are_refused():
    chance = random.Random(11)
    accepted = 0
    places: set[int] = set()
    for _ in range(20_000):
        text = "".join(chance.choice(ALPHABET) for _ in range(28))
        try:
            recovery.read(text)
        except RecoveryKeyTypoError as error:
            places.update(error.places)
        else:
            accepted += 1
    assert places <= set(range(1, 29))
    assert accepted <= 20  # one in 4,096 expected
