"""A real encrypted store, and cards as reading a file gives them."""

import hashlib
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from app.domain.card import ReadCard, Unreadable
from app.domain.contact import Contact, Email, Met, Name, Phone
from app.domain.now import Now
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.wrap import PassphraseCost
from app.usecases import importing
from app.usecases.import_plan import Outcome, ReadFile
from tests import new_store as made_store

CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)
JAPAN = timezone(timedelta(hours=9))


def at(day, hour=9):
    """A reading of the clock on a day in Japan."""
    local = datetime(day.year, day.month, day.day, hour, tzinfo=JAPAN)
    return Now(local.astimezone(UTC), local)


@contextmanager
def new_store(place):
    """An empty store in a new folder of this place."""
    folder = StoreFolder(Path(tempfile.mkdtemp(dir=place)) / "store")
    vault = made_store.new_store(folder, "pass", CHEAP)
    with open_store(folder, vault.data_key) as store:
        yield store


@pytest.fixture
def store(tmp_path):
    with new_store(tmp_path) as store:
        yield store


@pytest.fixture(scope="module")
def make_store(tmp_path_factory):
    """Makes stores, for tests that need one for each example."""
    place = tmp_path_factory.mktemp("stores")
    return lambda: new_store(place)


def person(name=None, mail=None, phone=None, met=None, **more):
    """A contact as a card says it."""
    return Contact(
        name=Name(name),
        emails=(Email(mail),) if mail else (),
        phones=(Phone(phone),) if phone else (),
        met=Met(on=met),
        **more,
    )


def file(*contacts, name="cards.vcf"):
    """A file of cards; None is an unreadable one."""
    cards = []
    for place, contact in enumerate(contacts, 1):
        source = repr(contact or f"broken {place}").encode()
        digest = hashlib.sha256(source).hexdigest()
        reason = None if contact else Unreadable.NO_END
        cards.append(ReadCard(place, place * 10, source, "utf-8", digest, contact, reason))
    return ReadFile(name, tuple(cards))


def counts(plan):
    """New, same, changed, review, unreadable."""
    return tuple(plan.count(outcome) for outcome in Outcome)


def bring_in(store, *files, now, **how):
    """Preview and accept."""
    return importing.accept(store, importing.preview(store, files), now=now, **how)


def everyone(store):
    """All people, in reading order."""
    return store.contacts(store.people().ids)
