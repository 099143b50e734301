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


@pytest.mark.parametrize("verb", list(Verb))
def test_every_verb_has_words(qapp: QApplication, verb: Verb) -> None:
    change = Change(verb, (Edit(None, Contact(id="x")),))
    notices = Notices()
    assert notices.done(change, "早坂さん")
    assert notices.done(change, "")
    assert notices.undone(change, "早坂さん") != notices.done(change, "早坂さん")
