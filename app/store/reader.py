"""Reader: questions to the store. One connection, one thread; answers are immutable values."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine

from app.domain.asking import Asking
from app.domain.card import Card
from app.domain.change import Record
from app.domain.contact import Contact
from app.domain.dates import LeapDay
from app.domain.days_off import EVERY_DAY_COUNTS, DaysOff
from app.domain.due import Known
from app.domain.duplicates import Traits
from app.domain.gathering import Gathering
from app.domain.imports import ImportBatch
from app.domain.interaction import Interaction
from app.domain.promise import Promise
from app.domain.quick_log_people import Called
from app.domain.remark import Remark, RemarkKind
from app.domain.reminder import FollowUp
from app.domain.rhythm import TagRhythm
from app.domain.tie import Tie
from app.store import (
    agenda,
    called,
    codec,
    credentials,
    duplicates,
    exchanges,
    gatherings,
    history,
    import_history,
    opening,
    outlooks,
    people,
    reminders,
    search,
    ties,
)
from app.store.answers import (
    Agenda,
    Exchange,
    GatheringRow,
    Hits,
    KnownCount,
    LoggedChange,
    PastImport,
    PeopleFilter,
    PeopleIndex,
    PersonRow,
)
from app.store.engine import known_trouble
from app.store.folder import StoreFolder
from app.store.records import chunks, fetch, marks
from app.store.settings import DEFAULTS


class Reader:
    """Answers out of one store. Use it on the thread that it was opened on."""

    def __init__(self, folder: StoreFolder, engine: Engine) -> None:
        self.folder = folder
        self._engine = engine
        self._connection: Connection = engine.connect()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; twice does no harm."""
        self._connection.close()
        self._engine.dispose()

    @contextmanager
    def _question(self) -> Iterator[Connection]:
        """One transaction, so that an answer of several statements is of one moment."""
        if self._connection.in_transaction():
            yield self._connection
            return
        try:
            with self._connection.begin():
                yield self._connection
        except BaseException as error:
            self._end_transaction()
            trouble = known_trouble(self.folder.db, getattr(error, "orig", None))
            if trouble is None:
                raise
            raise trouble from None

    def _end_transaction(self) -> None:
        """A commit that failed (a reference to nothing, a full disk) leaves SQLite inside its
        transaction.
        """
        driver: Any = self._connection.connection.driver_connection
        if driver.in_transaction:
            driver.rollback()

    def contact(self, contact_id: str) -> Contact | None:
        """A person, in the bin or not."""
        return next(iter(self.contacts((contact_id,))), None)

    def contacts(self, contact_ids: Iterable[str]) -> list[Contact]:
        """People in the order asked; missing ones are left out."""
        wanted = list(contact_ids)
        with self._question() as c:
            stored = fetch(c, "contact", dict.fromkeys(wanted))
        return [codec.contact(stored[i].text) for i in wanted if i in stored]

    def people(self, asked: PeopleFilter | None = None, language: str = "ja") -> PeopleIndex:
        """Ids of people in reading order, and where each section begins."""
        with self._question() as c:
            return people.index(c, asked or PeopleFilter(), language)

    def person_rows(self, ids: Sequence[str], today: date, language: str) -> list[PersonRow]:
        """All that one row of a list shows, for one page of ids."""
        with self._question() as c:
            return people.rows(c, ids, today, language)

    def search(self, words: str, language: str, limit: int = 200) -> Hits:
        """People in reading order, then notes newest first, each cut at `limit`."""
        with self._question() as c:
            return search.search(c, words, language, limit)

    def glimpse(self, words: str, language: str, seen: int, limit: int = 200) -> Hits:
        """The first `seen` rows of what `search` answers, people and notes, and how many stand
        behind them: what a screen shows at once, without reading what it does not.
        """
        with self._question() as c:
            return search.glimpse(c, words, language, limit, seen)

    def resolve(self, text: str, language: str = "ja") -> list[Contact]:
        """PERSON of the command line: an id, else a name, else a part of one; never people in the
        bin.
        """
        with self._question() as c:
            return self.contacts(people.resolve(c, text, language))

    def called(self, forms: Iterable[str], today: date) -> dict[str, Called]:
        """Of several written forms those that are names, with the people who are called so: the
        last talked to first, a few of them. Nobody from the bin.
        """
        with self._question() as c:
            return called.called(c, forms, today)

    def timeline(self, contact_id: str) -> tuple[Interaction, ...]:
        """Everything with a person, newest first."""
        with self._question() as c:
            rows = c.exec_driver_sql(
                "SELECT i.json FROM participant p JOIN interaction i ON i.n = p.act "
                "WHERE p.contact = (SELECT n FROM contact WHERE id = ?) "
                "ORDER BY p.day DESC, i.id DESC",
                (contact_id,),
            )
            return tuple(codec.interaction(text) for text in rows.scalars())

    def newest_entry(self, contact_ids: Sequence[str], day: date) -> str:
        """The id of the last entry of a day with any of these people; empty where there is none."""
        with self._question() as c:
            return people.newest_entry(c, contact_ids, day)

    def latest(self, contact_id: str, today: date) -> tuple[Interaction | None, Interaction | None]:
        """The newest contact with a person up to a day, and the newest words of theirs."""
        with self._question() as c:
            return people.latest(c, contact_id, today)

    def interaction(self, interaction_id: str) -> Interaction | None:
        """One entry of a timeline."""
        with self._question() as c:
            stored = fetch(c, "interaction", (interaction_id,))
        return codec.interaction(stored[interaction_id].text) if stored else None

    def tie(self, contact_id: str, today: date) -> Tie:
        """How well a person knows me, with the evidence."""
        with self._question() as c:
            return ties.tie(c, contact_id, today)

    def introducers(self, contact_id: str, today: date) -> tuple[Contact, ...]:
        """Whom this person brought along: the others in the entries that tie the third knot,
        newest first.
        """
        with self._question() as c:
            return ties.introduced_people(c, contact_id, today)

    def known_count(self, today: date) -> KnownCount:
        """How many people know me."""
        return KnownCount.of(self.known_marks(today))

    def known_marks(self, today: date) -> bytes:
        """Of each person, by the number of their row, whether they know me and knew me three months
        ago (`answers.Mark`).
        """
        with self._question() as c:
            return people.known_marks(c, today)

    def known_marks_again(
        self, today: date, held: bytes, contact_ids: Collection[str]
    ) -> bytes | None:
        """The same where only these people may have changed; None where that cannot be told."""
        with self._question() as c:
            return people.known_marks_again(c, today, held, contact_ids)

    def cards_of(self, contact_id: str) -> tuple[Card, ...]:
        """Cards received of a person, the newest first."""
        return self._cards("contact_id = ? ORDER BY n DESC", (contact_id,))

    def card(self, card_id: str) -> Card | None:
        """One card."""
        return next(iter(self._cards("id = ?", (card_id,))), None)

    def waiting_cards(self) -> tuple[Card, ...]:
        """Cards that wait for a decision, in the order they came."""
        return self._cards("state = 'review' ORDER BY n", ())

    def cards_of_batch(self, batch_id: str) -> tuple[Card, ...]:
        """Cards of one import, in their order."""
        return self._cards("batch_id = ? ORDER BY n", (batch_id,))

    def _cards(self, condition: str, values: tuple[str, ...]) -> tuple[Card, ...]:
        with self._question() as c:
            rows = c.exec_driver_sql(f"SELECT json FROM card WHERE {condition}", values)
            return tuple(codec.card(text) for text in rows.scalars())

    def blob(self, sha256: str) -> bytes | None:
        """Big bytes by their hash."""
        return self.blobs((sha256,)).get(sha256)

    def blobs(self, hashes: Iterable[str]) -> dict[str, bytes]:
        """Several at once; missing ones are left out."""
        found: dict[str, bytes] = {}
        with self._question() as c:
            for chunk in chunks(hashes):
                rows = c.exec_driver_sql(
                    f"SELECT sha256, bytes FROM blob WHERE sha256 IN ({marks(chunk)})", tuple(chunk)
                )
                found.update((row[0], row[1]) for row in rows)
        return found

    def matches(self, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Identity keys (`matching.Keys.texts`) to ids of the people who have them; nobody from
        the bin.
        """
        found: dict[str, list[str]] = {}
        with self._question() as c:
            for chunk in chunks(dict.fromkeys(keys)):
                rows = c.exec_driver_sql(
                    "SELECT k.key, c.id FROM contact_key k JOIN contact c ON c.n = k.contact "
                    f"WHERE k.key IN ({marks(chunk)}) ORDER BY c.id",
                    tuple(chunk),
                )
                for key, contact_id in rows:
                    found.setdefault(key, []).append(contact_id)
        return {key: tuple(ids) for key, ids in found.items()}

    def card_digests(self, digests: Iterable[str]) -> dict[str, Card]:
        """Kept or waiting cards with these canonical hashes, the newest of each."""
        found: dict[str, Card] = {}
        with self._question() as c:
            for chunk in chunks(dict.fromkeys(digests)):
                rows = c.exec_driver_sql(
                    f"SELECT digest, json FROM card WHERE digest IN ({marks(chunk)}) "
                    "AND state IN ('kept', 'review') ORDER BY n",
                    tuple(chunk),
                )
                found.update((row[0], codec.card(row[1])) for row in rows)
        return found

    def distinct(self, card_digests: Iterable[str]) -> set[tuple[str, str]]:
        """(digest, contact id) that the person said are not the same."""
        found: set[tuple[str, str]] = set()
        with self._question() as c:
            for chunk in chunks(dict.fromkeys(card_digests)):
                rows = c.exec_driver_sql(
                    "SELECT card_digest, contact_id FROM distinct_pair "
                    f"WHERE card_digest IN ({marks(chunk)})",
                    tuple(chunk),
                )
                found.update((row[0], row[1]) for row in rows)
        return found

    def sharing_keys(self, most: int) -> dict[str, Traits]:
        """People, by id, who share an identity key with another: of the keys that at most so many
        have. Nobody from the bin.
        """
        with self._question() as c:
            return duplicates.sharing(c, most)

    def told_apart(self) -> frozenset[frozenset[str]]:
        """Pairs of people of whom the person said that they are two."""
        with self._question() as c:
            return duplicates.told_apart(c)

    def records_about(self, contact_id: str) -> tuple[Record, ...]:
        """Every record that names a person: cards, entries, reminders, what was told apart."""
        with self._question() as c:
            return duplicates.records_about(c, contact_id)

    def distinct_sayings(self) -> set[tuple[str, str]]:
        """The same by what a card says (`matching.said`) instead of its digest, all of them."""
        with self._question() as c:
            rows = c.exec_driver_sql(
                "SELECT card_digest, contact_id FROM distinct_pair "
                "WHERE card_digest >= 'says:' AND card_digest < 'says;'"
            )
            return {(row[0], row[1]) for row in rows}

    def follow_ups(self, contact_id: str) -> tuple[FollowUp, ...]:
        """Open follow-ups of one person, the earliest first."""
        with self._question() as c:
            return reminders.follow_ups(c, contact_id)

    def promises(self, contact_id: str) -> tuple[Promise, ...]:
        """Promises to and by one person: the open ones by their day, then the kept ones, the last
        first.
        """
        with self._question() as c:
            return reminders.promises(c, contact_id)

    def remarks(self, contact_id: str) -> tuple[Remark, ...]:
        """Short lines about one person, the newest first, those of the past among them."""
        with self._question() as c:
            rows = c.exec_driver_sql(
                "SELECT json FROM remark WHERE contact_id = ? ORDER BY n DESC", (contact_id,)
            )
            decoded = [codec.decode("remark", text) for text in rows.scalars()]
        found = [record for record in decoded if isinstance(record, Remark)]
        return tuple(sorted(found, key=lambda r: r.said_on, reverse=True))

    def faces(self) -> tuple[tuple[str, date | None], ...]:
        """Who can be known again, by a picture or a note on the face, and when we met; nobody from
        the bin.
        """
        with self._question() as c:
            rows = c.exec_driver_sql(
                "SELECT id, json_extract(json, '$.met.on') FROM contact WHERE deleted_at IS NULL "
                "AND (photo IS NOT NULL OR id IN "
                "(SELECT contact_id FROM remark WHERE kind = ? AND is_past = 0))",
                (RemarkKind.FACE.value,),
            )
            return tuple((i, None if on is None else date.fromisoformat(on)) for i, on in rows)

    def gathering_rows(self) -> tuple[GatheringRow, ...]:
        """All gatherings by their day, each with what came of it."""
        with self._question() as c:
            return tuple(gatherings.rows(c))

    def gatherings_ahead(self, today: date, most: int) -> tuple[Gathering, ...]:
        """The next gatherings, the one of today first."""
        with self._question() as c:
            return tuple(gatherings.ahead(c, today, most))

    def gatherings(self, ids: Iterable[str]) -> list[Gathering]:
        """Gatherings in the order asked; missing ones are left out."""
        with self._question() as c:
            return gatherings.by_ids(c, ids)

    def gathering(self, gathering_id: str) -> Gathering | None:
        """One gathering."""
        return next(iter(self.gatherings((gathering_id,))), None)

    def gatherings_by_uid(self, uids: Iterable[str]) -> dict[str, Gathering]:
        """Gatherings that came from a calendar, by their UIDs."""
        with self._question() as c:
            return gatherings.by_uids(c, uids)

    def find_gatherings(self, words: str, most: int = 200) -> tuple[Gathering, ...]:
        """Gatherings that hold the words, the last first."""
        with self._question() as c:
            return tuple(gatherings.find(c, words, most))

    def received_at(self, gathering_id: str) -> tuple[Contact, ...]:
        """Whose cards were received at a gathering, in the order in which they came."""
        with self._question() as c:
            return tuple(gatherings.received(c, gathering_id))

    def others_at(self, gathering_id: str) -> tuple[Contact, ...]:
        """Who else was at a gathering or will be."""
        with self._question() as c:
            return tuple(gatherings.others(c, gathering_id))

    def bearing_gathering(self, gathering_id: str) -> tuple[Contact | Interaction, ...]:
        """Every person, in the bin or not, and every entry that points at a gathering."""
        with self._question() as c:
            return tuple(gatherings.bearing(c, gathering_id))

    def cards_exchanged(self, first: date, last: date) -> tuple[Exchange, ...]:
        """Cards exchanged on these days, the last day first, then in the order they came."""
        with self._question() as c:
            return tuple(exchanges.between(c, first, last))

    def met_at_no_gathering(self) -> tuple[Contact, ...]:
        """People who were met on a day, at no gathering that there is."""
        with self._question() as c:
            return tuple(gatherings.unnamed(c))

    def first_follow_up_load(self, from_day: date) -> dict[date, int]:
        """How many open first follow-ups each day holds, from a day on."""
        with self._question() as c:
            return reminders.first_follow_up_load(c, from_day)

    def asking(
        self,
        today: date,
        leap_day: LeapDay,
        days_off: DaysOff = EVERY_DAY_COUNTS,
        ahead: int = 0,
    ) -> list[Asking]:
        """Everybody with a reason on a day, most pressing first. What is dated up to `ahead` days
        later counts as of that day.
        """
        with self._question() as c:
            return outlooks.asking_on(c, reminders.Day(today, days_off, ahead), leap_day)

    def known_for(
        self,
        contact_ids: Iterable[str],
        today: date,
        days_off: DaysOff = EVERY_DAY_COUNTS,
        ahead: int = 0,
    ) -> tuple[Known, ...]:
        """What `domain.due` needs to know of some people on a day."""
        with self._question() as c:
            return reminders.known(c, contact_ids, reminders.Day(today, days_off, ahead))

    def tag_rhythms(self) -> tuple[TagRhythm, ...]:
        """How often to be in touch with whoever bears a tag, by tag."""
        with self._question() as c:
            return reminders.tag_rhythms(c)

    def agenda(self, today: date) -> Agenda:
        """What lies ahead of everybody, as it stands on a day."""
        with self._question() as c:
            return agenda.agenda(c, today)

    def choice(self, day: date) -> tuple[str, ...]:
        """Who was chosen for a day."""
        with self._question() as c:
            ids = c.exec_driver_sql(
                "SELECT ids FROM choice WHERE day = ?", (day.isoformat(),)
            ).scalar()
        return () if ids is None else tuple(json.loads(ids))

    def deleted(self) -> tuple[Contact, ...]:
        """The bin, the last thrown away first."""
        with self._question() as c:
            rows = c.exec_driver_sql(
                "SELECT json FROM contact WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, n"
            )
            return tuple(codec.contact(text) for text in rows.scalars())

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Tags in use and how many people bear each, the most used first."""
        with self._question() as c:
            rows = c.exec_driver_sql(
                "SELECT tag, count(*) FROM contact_tag GROUP BY tag ORDER BY 2 DESC, 1"
            )
            return tuple((row[0], row[1]) for row in rows)

    def batches(self) -> tuple[ImportBatch, ...]:
        """Imports, the newest first."""
        with self._question() as c:
            return import_history.batches(c)

    def past_imports(self) -> tuple[PastImport, ...]:
        """Imports, the newest first, each with what taking it back would do."""
        with self._question() as c:
            return import_history.past_imports(c)

    def setting(self, name: str) -> str | None:
        """A setting (see `settings.Setting`), or its default; None for a name that has none."""
        with self._question() as c:
            value = c.exec_driver_sql("SELECT value FROM setting WHERE name = ?", (name,)).scalar()
        return DEFAULTS.get(name) if value is None else str(value)

    def store_id(self) -> str:
        """What this store is called among others: also its copies and backups are this store."""
        with self._question() as c:
            return opening.meta(c, "store")

    def credential_names(self) -> tuple[str, ...]:
        """What secrets of accounts are kept for, sorted; the secrets need the data key."""
        with self._question() as c:
            return credentials.names(c)

    def last_change(self) -> LoggedChange | None:
        """What undo would take back."""
        with self._question() as c:
            return history.last(c)

    def written_after(self, moment: datetime) -> list[tuple[Record, date]]:
        """Records that changes later than a moment touched last, each with the day of the change:
        what was written while the clock was ahead.
        """
        with self._question() as c:
            return history.written_after(c, moment)

    def changes_on(self, day: date) -> tuple[LoggedChange, ...]:
        """Changes of a civil day that were not taken back, the newest first."""
        with self._question() as c:
            return history.on_day(c, day)
