"""Every word in both languages; every failure, verb and kind has words."""

import importlib
import pkgutil
import string

import pytest

import app
from app.cli import words
from app.cli.error_words import _BY_TYPE, has_words
from app.cli.words import Words, language_of
from app.domain.card import ReviewKind, Unreadable
from app.domain.change import Verb
from app.domain.due import ReasonKind
from app.domain.errors import ExpectedError
from app.domain.interaction import Initiative, Kind
from app.store.advice import Advice
from app.store.check import Problem


def test_every_failure_has_words():
    for found in pkgutil.walk_packages(app.__path__, "app."):
        core = found.name.split(".")[1:2] not in (["ui"], ["main"], ["__main__"])
        if core and "migrations" not in found.name:
            importlib.import_module(found.name)
    kinds = [ExpectedError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    ours = {k for k in kinds[1:] if k.__module__.startswith("app.") and ".ui." not in k.__module__}
    assert {k.__name__ for k in ours if not has_words(k)} == set()


@pytest.mark.parametrize(
    ("prefix", "kinds"),
    [
        ("verb", Verb),
        ("kind", Kind),
        ("initiative", Initiative),
        ("review", ReviewKind),
        ("unreadable", Unreadable),
        ("due", ReasonKind),
        ("problem", Problem),
        ("advice", Advice),
    ],
)
def test_every_kind_has_words(prefix, kinds):
    assert {f"{prefix}_{kind.value}" for kind in kinds} <= words.names()


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("name", sorted(words.names()))
def test_both_languages_say_the_same_things(name):
    english, japanese = words._WORDS[name]
    assert fields(english) == fields(japanese)
    assert "!" not in english + japanese
    assert "！" not in japanese


@pytest.mark.parametrize("kind", list(_BY_TYPE))
def test_failures_say_the_same_in_both_languages(kind):
    english, japanese = _BY_TYPE[kind]
    assert fields(english) == fields(japanese)
    assert english != japanese


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "ja", "LC_ALL": ""}, "ja"),
        ({"LANG": "C", "LC_MESSAGES": "ja_JP"}, "ja"),
        ({"LANG": "fr_FR"}, "en"),
    ],
)
def test_the_language_of_the_environment(environment, language):
    assert language_of(environment) == language


def test_other_languages_are_english():
    assert Words("de")("undone", what="x") == Words("en")("undone", what="x")
