"""A morning: a store in which four people are worth a thought, made without the command line."""

from dataclasses import replace
from datetime import date, timedelta

from app.domain.change import Change, Edit, Record, Verb
from app.domain.contact import Contact, Met
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.reminder import FollowUp, FollowUpKind
from app.store.folder import StoreFolder
from app.store.reader import Reader
from app.store.settings import Setting
from app.store.store import Store, create_store, open_reader, open_store
from app.store.vault import DataKey, create_vault
from app.usecases import notifying
from app.usecases import today as usecase
from tests.desk.program import PASSPHRASE, Program
from tests.screens.kept import CHEAP, NOW
from tests.ui.day import CLAIRE, HAYASAKA, MIYASHITA, TODO

DUE: tuple[Contact, ...] = (HAYASAKA, MIYASHITA, TODO, CLAIRE)
NAMES = [str(contact.name.full) for contact in DUE]
"""In the order of the day."""
NOTE = "端材の見本を送る"


class Morning:
    """Its store."""

    def __init__(self, program: Program, people: tuple[Contact, ...] = DUE) -> None:
        self._program = program
        self.folder = StoreFolder(program.store)
        vault = create_vault(self.folder, PASSPHRASE, use_keyring=False, cost=CHEAP)
        create_store(self.folder, vault)
        self._key: DataKey = vault.data_key
        with self.opened() as store:
            edits = tuple(Edit(None, record) for record in _records(people, program.today))
            store.apply(Change(Verb.IMPORT, edits), now=NOW)

    def opened(self) -> Store:
        """The store, to be written: no window may have it."""
        return open_store(self.folder, self._key)

    def reader(self) -> Reader:
        """The store, to be asked."""
        return open_reader(self.folder, self._key)

    def due(self) -> list[str]:
        """The names of today."""
        return self.due_in(0)

    def is_chosen(self) -> bool:
        """Whether today's people are fixed."""
        with self.reader() as store:
            return bool(store.choice(self._program.today))

    def due_in(self, days: int) -> list[str]:
        """The same of a day to come."""
        with self.reader() as store:
            found = usecase.due(store, self._program.today + timedelta(days))
            people = store.contacts([person.contact_id for person in found.people])
            names = {contact.id: str(contact.name.full) for contact in people}
        return [names[person.contact_id] for person in found.people]

    def timeline(self, contact: Contact) -> list[Interaction]:
        """What was written of somebody; the exchange of cards is not."""
        with self.reader() as store:
            return [act for act in store.timeline(contact.id) if act.kind is not Kind.CARDS]

    def is_quiet(self) -> bool:
        """Whether today's notification is not wanted."""
        with self.reader() as store:
            return notifying.notifying(store, self._program.today).quiet

    def forget_given(self) -> None:
        """As if no service had taken today's notification yet."""
        with self.opened() as store:
            store.set_setting(Setting.NOTIFIED_ON, "")

    def is_given(self) -> bool:
        """Whether a service took today's notification."""
        with self.reader() as store:
            return notifying.notifying(store, self._program.today).given


def _records(people: tuple[Contact, ...], today: date) -> list[Record]:
    met = today - timedelta(3)
    records: list[Record] = [replace(contact, met=Met(on=met)) for contact in people]
    for at, contact in enumerate(people):
        due = today - timedelta(len(people) - at)
        note = NOTE if contact is HAYASAKA else None
        records += [
            FollowUp(f"f{at}", contact.id, FollowUpKind.TYPED, due, today - timedelta(30), note),
            Interaction(f"c{at}", Kind.CARDS, Initiative.BOTH, met, (contact.id,)),
        ]
    return records
