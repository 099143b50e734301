"""Every expected error and every verb has words; a new one without words fails here."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

import app
from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact
from app.domain.errors import ExpectedError
from app.store.errors import KeyringError, KeyringTrouble
from app.ui.look.theme import Language, Theme
from app.ui.words.notices import Notices


def _all_errors(root: type[ExpectedError] = ExpectedError) -> Iterator[type[ExpectedError]]:
    for kind in root.__subclasses__():
        if kind.__module__.startswith("app.") and not kind.__module__.startswith("app.cli."):
            yield kind
        yield from _all_errors(kind)


def _import_everything() -> None:
    for found in pkgutil.walk_packages(app.__path__, "app."):
        if not found.name.startswith("app.store.migrations") and found.name != "app.__main__":
            importlib.import_module(found.name)


def test_every_expected_error_has_words(qapp: QApplication) -> None:
    _import_everything()
    notices = Notices()
    silent = {kind.__name__ for kind in _all_errors() if not notices.knows(kind)}
    assert not silent


def test_an_error_without_words_is_found(qapp: QApplication) -> None:
    kind = type("UnheardError", (ExpectedError,), {})
    assert not Notices().knows(kind)


WITH = "Secret Service ({})".format
GNOME, KDE, EVIL = WITH("gnome-keyring-daemon"), WITH("ksecretd"), "evil.{x}.Keyring"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_who_keeps_the_key_and_who_is_here_is_said(theme: Theme, language: Language) -> None:
    """R22, and R18: what somebody set as the keyring is named."""
    theme.set_language(language)
    said = {}
    for trouble in KeyringTrouble:
        said[trouble] = Notices().error(KeyringError(trouble)).words
    assert len(set(said.values())) == len(KeyringTrouble)
    names = [
        (KeyringError(KeyringTrouble.NO_ANSWER, recorded=GNOME, present=KDE), (GNOME, KDE)),
        (KeyringError(KeyringTrouble.NONE, recorded=GNOME), (GNOME,)),
        (KeyringError(KeyringTrouble.NONE, recorded=GNOME, present=EVIL), (EVIL,)),
    ]
    for error, named in names:
        words = Notices().error(error).words
        assert all(name in words for name in named)
        assert ("recovery key" if language == "en" else "回復キー") in words


@pytest.mark.parametrize("verb", list(Verb))
def test_every_verb_has_words(qapp: QApplication, verb: Verb) -> None:
    change = Change(verb, (Edit(None, Contact(id="x")),))
    notices = Notices()
    assert notices.done(change, "早坂さん")
    assert notices.done(change, "")
    assert notices.undone(change, "早坂さん") != notices.done(change, "早坂さん")
