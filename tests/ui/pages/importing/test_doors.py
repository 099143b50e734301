"""R38: every door leads to the same import. A drop, the list of files, the message of a second
start, pasted text and the command line make the same people, cards and counts.
"""

from collections.abc import Callable
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from queue import Queue

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.store.reader import Reader
from app.ui.look.theme import Theme
from app.ui.pages.importing.page import ImportPage, State
from app.ui.workspace import Workspace
from app.usecases import importing
from app.usecases.handover import Message, Wish, send
from app.usecases.reception import Reception
from tests.bench.population import vcard_file
from tests.ui.pages.importing.conftest import BROKEN, MOVED, NEW, NOW, OTHER, CardFile
from tests.ui.pages.importing.test_page import answer, drop

Door = Callable[[QtBot, ImportPage, Path, Path], None]


def result(reader: Reader) -> str:
    """All that an import made, without the ids and names that are each time others."""
    people = [
        repr(asdict(replace(c, id="", uid=c.uid or "")))
        for c in reader.contacts(reader.people().ids)
    ]
    (batch,) = reader.batches()
    cards = sorted(
        (
            c.source,
            c.digest,
            c.charset,
            c.line,
            c.position,
            c.state.value,
            str(c.review),
        )
        for c in reader.cards_of_batch(batch.id)
    )
    counts = (batch.cards, batch.new, batch.same, batch.changed, batch.review)
    rejected = [(u.position, u.line, u.reason, u.source) for u in batch.unreadable]
    return sha256(repr((sorted(people), cards, counts, rejected)).encode()).hexdigest()


def by_drop(qtbot: QtBot, page: ImportPage, path: Path, store: Path) -> None:
    assert drop(page, QUrl.fromLocalFile(str(path)))


def by_list(qtbot: QtBot, page: ImportPage, path: Path, store: Path) -> None:
    page.add_files([path])


def by_second_start(qtbot: QtBot, page: ImportPage, path: Path, store: Path) -> None:
    """What `open` of a second start sends over the socket is what the window takes."""
    taken: Queue[Message] = Queue()
    reception = Reception(store, taken.put)
    try:
        assert send(store, Message(Wish.OPEN, (path,)))
        message = taken.get(timeout=10)
    finally:
        reception.close()
    assert message.wish is Wish.OPEN
    page.add_files(list(message.paths), message.met_on)


def by_pasting(qtbot: QtBot, page: ImportPage, path: Path, store: Path) -> None:
    QApplication.clipboard().setText(path.read_bytes().decode())
    page.paste()


DOORS: dict[str, Door] = {
    "drop": by_drop,
    "list": by_list,
    "second start": by_second_start,
    "paste": by_pasting,
}


@pytest.fixture
def file(card_file: CardFile) -> Path:
    return card_file(MOVED, NEW, OTHER, vcard_file(80, 11).decode(), BROKEN)


@pytest.fixture
def expected(tmp_path: Path, file: Path) -> str:
    """What the use case that the command line calls makes of it, in a store of its own."""
    from app.domain.contact import Contact, Email, Name, Phone, Reading
    from app.store.folder import StoreFolder
    from app.store.store import create_store, open_store
    from app.store.vault import create_vault
    from app.usecases import people
    from tests.ui.pages.importing.conftest import CHEAP

    folder = StoreFolder(tmp_path / "other")
    vault = create_vault(folder, "pass", use_keyring=False, cost=CHEAP)
    create_store(folder, vault)
    known = Contact(
        name=Name("相原 みどり", "相原", "みどり"),
        reading=Reading("あいはら", "みどり"),
        organization="箔押し相原",
        title="職人",
        emails=(Email("midori@aihara.example.jp"),),
        phones=(Phone("03-5550-0127", None, "+81355500127"),),
    )
    with open_store(folder, vault.data_key) as store:
        people.add(store, known, now=NOW)
        plan = importing.preview(store, importing.read_files([file]))
        importing.accept(store, plan, now=NOW)
        return result(store)


@pytest.mark.parametrize("door", DOORS)
def test_every_door_makes_the_same(
    qtbot: QtBot,
    page: ImportPage,
    workspace: Workspace,
    theme: Theme,
    tmp_path: Path,
    file: Path,
    expected: str,
    door: str,
) -> None:
    DOORS[door](qtbot, page, file, tmp_path / "store")
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=20_000)
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=20_000)
    assert answer(qtbot, workspace, result) == expected
