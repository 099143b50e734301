"""A day with people to reconnect with, on a real encrypted store, under a clock that tests move."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact, Email, Name, Phone, Reading
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.now import Now
from app.domain.reminder import FollowUp, FollowUpKind
from app.store.folder import StoreFolder
from app.store.store import Store, open_reader, open_store
from app.store.wrap import PassphraseCost
from app.ui.reminders import Reminders
from app.ui.workspace import Workspace
from tests.new_store import new_store

JAPAN = timezone(timedelta(hours=9))
TODAY = date(2026, 10, 15)
_CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)

HAYASAKA = Contact(
    id="p-hayasaka",
    name=Name("早坂 美緒", "早坂", "美緒"),
    reading=Reading("はやさか", "みお"),
    organization="こもれび工房",
    title="代表",
    emails=(Email("mio@komorebi.example"),),
    phones=(Phone("03-5555-0142", e164="+81355550142"),),
)
MIYASHITA = Contact(id="p-miyashita", name=Name("宮下 あかり", "宮下", "あかり"))
TODO = Contact(id="p-todo", name=Name("藤堂 健一郎", "藤堂", "健一郎"))
CLAIRE = Contact(id="p-claire", name=Name("Claire Martin", "Martin", "Claire"))
PEOPLE = (HAYASAKA, MIYASHITA, TODO, CLAIRE)


@dataclass
class Clock:
    """The time, as long as nobody moves it."""

    local: datetime = field(default_factory=lambda: datetime(2026, 10, 15, 8, 0, tzinfo=JAPAN))

    def __call__(self) -> Now:
        return Now(self.local.astimezone(UTC), self.local)

    def move(self, **how: int) -> None:
        self.local += timedelta(**how)


@dataclass
class Day:
    """An open store and what watches it."""

    workspace: Workspace
    reminders: Reminders
    clock: Clock
    qtbot: QtBot

    def write(self, use_case: object) -> object:
        """Run a use case and wait until it is written."""
        got: list[object] = []
        self.workspace.do(use_case).then(got.append)  # type: ignore[arg-type]
        self.qtbot.waitUntil(lambda: bool(got))
        return got[0]

    def ask(self, question: object) -> object:
        """Ask the store itself."""
        return self.write(question)

    def due(self) -> list[str]:
        """Ids of today's people as the reminders see them."""
        today = self.reminders.today
        return [person.id for person in today.people] if today is not None else []

    def wait_for(self, *ids: str) -> None:
        """Until exactly these are due."""
        self.qtbot.waitUntil(lambda: self.due() == list(ids))

    def acts(self, contact_id: str) -> tuple[Interaction, ...]:
        found = self.ask(lambda store: store.timeline(contact_id))
        assert isinstance(found, tuple)
        return found


def make(folder: Path, clock: Clock, qtbot: QtBot, people: tuple[Contact, ...] = PEOPLE) -> Day:
    """A store with these people, each with a follow-up of today; Claire waits for an answer."""
    place = StoreFolder(folder)
    vault = new_store(place, "pass", _CHEAP)
    with open_store(place, vault.data_key) as store:
        _fill(store, people, clock())
    workspace = Workspace(
        lambda: open_store(place, vault.data_key),
        lambda: open_reader(place, vault.data_key),
        now=clock,
    )
    reminders = Reminders(now=clock)
    reminders.attach(workspace)
    qtbot.waitUntil(lambda: reminders.today is not None)
    return Day(workspace, reminders, clock, qtbot)


def _fill(store: Store, people: tuple[Contact, ...], now: Now) -> None:
    records: list[Contact | FollowUp | Interaction] = list(people)
    for place, contact in enumerate(people):
        if contact is CLAIRE:
            note = "11月5日から東京にいます"
            day = date(2026, 10, 13)
            records.append(
                Interaction("a-claire", Kind.MAIL, Initiative.THEM, day, (contact.id,), note)
            )
            continue
        due = date(2026, 10, 10) + timedelta(place)
        why = "端材の見本を送る" if contact is HAYASAKA else None
        records.append(
            FollowUp(f"f{place}", contact.id, FollowUpKind.TYPED, due, date(2026, 9, 8), why)
        )
    edits = tuple(Edit(None, record) for record in records)
    if edits:
        store.apply(Change(Verb.IMPORT, edits), now=now)
