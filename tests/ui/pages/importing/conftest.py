"""A page on a real encrypted store, reading real files in the real child process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contact import Contact, Email, Name, Phone, Reading
from app.domain.now import Now
from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.store.vault import DataKey
from app.store.wrap import PassphraseCost
from app.ui.look.theme import Theme
from app.ui.pages.importing.page import ImportPage, State
from app.ui.workspace import Workspace
from app.usecases import people
from tests.new_store import new_store

JAPAN = timezone(timedelta(hours=9))
LOCAL = datetime(2026, 10, 15, 9, tzinfo=JAPAN)
NOW = Now(LOCAL.astimezone(UTC), LOCAL)
CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)


@dataclass(frozen=True)
class Kept:
    """A closed store with one person in it."""

    folder: StoreFolder
    key: DataKey

    def workspace(self) -> Workspace:
        """Opened as the window opens it."""
        return Workspace(
            lambda: open_store(self.folder, self.key),
            lambda: open_reader(self.folder, self.key),
            now=lambda: NOW,
        )


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    folder = StoreFolder(tmp_path / "store")
    vault = new_store(folder, "pass", CHEAP)
    with open_store(folder, vault.data_key) as store:
        known = Contact(
            name=Name("相原 みどり", "相原", "みどり"),
            reading=Reading("あいはら", "みどり"),
            organization="箔押し相原",
            title="職人",
            emails=(Email("midori@aihara.example.jp"),),
            phones=(Phone("03-5550-0127", None, "+81355500127"),),
        )
        people.add(store, known, now=NOW)
    return Kept(folder, vault.data_key)


@pytest.fixture
def workspace(qtbot: QtBot, kept: Kept) -> Iterator[Workspace]:
    made = kept.workspace()
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, theme: Theme) -> ImportPage:
    made = ImportPage(workspace, theme)
    made.resize(1072, 820)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


CardFile = Callable[..., Path]


def card(*lines: str, name: str = "", uid: str = "") -> str:
    named = [f"N:{name.replace(' ', ';', 1)};;;", f"FN:{name}"] if name else []
    identified = [f"UID:{uid}"] if uid else []
    said = ["BEGIN:VCARD", "VERSION:3.0", *named, *identified, *lines, "END:VCARD", ""]
    return "\r\n".join(said)


MOVED = card(
    "ORG:Aihara Foil 株式会社",
    "TITLE:代表取締役",
    "EMAIL:hello@foil.example.jp",
    "TEL:03-5550-0127",
    name="相原 みどり",
)
NEW = card("ORG:荒井活版印刷", "TITLE:三代目", "EMAIL:arai@kappan.example.jp", name="荒井 康平")
OTHER = card("EMAIL:ishizuka@engei.example.jp", "BDAY:そのうち聞く", name="石塚 さやか")
BROKEN = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:途中で 終わる\r\n"


@pytest.fixture
def card_file(tmp_path: Path) -> CardFile:
    def write(*cards: str, name: str = "cards.vcf") -> Path:
        path = tmp_path / name
        path.write_bytes("".join(cards).encode())
        return path

    return write


def compared(qtbot: QtBot, page: ImportPage, *paths: Path) -> None:
    """Add files and wait until they are compared, and the panel shows the first card."""
    page.add_files(list(paths))
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=20_000)
    first = page._parts.compare.list.entry()
    qtbot.waitUntil(lambda: page._parts.compare.panel._shown[1] is first)
