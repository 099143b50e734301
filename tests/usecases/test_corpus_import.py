"""The big collection of real files, imported: who waits in an empty store, and that a second and
third time change nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.store.folder import StoreFolder
from app.store.store import create_store, open_store
from app.store.vault import create_vault
from app.usecases import importing
from app.usecases.import_plan import Outcome, ReadFile
from tests.interchange import corpus
from tests.usecases.conftest import CHEAP, at

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.timeout(900),
    pytest.mark.skipif(
        not corpus.FOLDER.is_dir(),
        reason="the collection of foreign files is not beside the checkout",
    ),
]


def test_an_import_into_nothing_asks_nothing_and_twice_more_does_nothing(tmp_path: Path) -> None:
    imported = 0
    waits: dict[str, list[int]] = {}
    for number, path in enumerate(corpus.files()):
        cards = corpus.read(path)
        if not cards:
            continue
        folder = StoreFolder(tmp_path / str(number))
        vault = create_vault(folder, "pass", use_keyring=False, cost=CHEAP)
        create_store(folder, vault)
        file = ReadFile(path.name, tuple(cards))
        with open_store(folder, vault.data_key) as store:
            first = importing.preview(store, [file])
            found = [card.read.position for card in first.of(Outcome.REVIEW)]
            if found:
                waits[path.relative_to(corpus.FOLDER).as_posix()] = found
            now = at(date(2026, 10, 15))
            importing.accept(store, first, now=now)
            people = store.contacts(store.people().ids)
            for _ in range(2):
                again = importing.accept(store, importing.preview(store, [file]), now=now)
                assert again.change is None, path
            assert store.contacts(store.people().ids) == people
        imported += 1
    assert imported >= 215
    assert waits == {}
