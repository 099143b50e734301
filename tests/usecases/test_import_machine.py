"""A store as a machine: files imported, people edited, thrown away, taken back, exported and
imported again, in any order. After every step it is sound, nobody is there twice, and what goes out
comes back as what is there (SAFETY 5, I6 and I11).
"""

import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.domain.change import Change, Edit, Verb
from app.domain.now import Now
from app.interchange.limits import Limits
from app.store.check import database_problems
from app.store.errors import StoreError
from app.store.folder import StoreFolder
from app.store.store import create_store, open_store
from app.store.vault import create_vault
from app.store.wrap import PassphraseCost
from app.usecases import exporting, importing
from app.usecases.import_plan import Outcome, ReadFile
from tests.interchange.hostile import mixed
from tests.interchange.targets import cards
from tests.interchange.test_targets import FILES

CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)
INSTANT = datetime(2026, 10, 15, 9, tzinfo=UTC)
NOW = Now(INSTANT, INSTANT)
NAMES = ("荒井 康平", "石塚 さやか", "Ruth Calder", "Max Frei", "END:VCARD")


def _card(who: int, phone: int, title: str | None) -> bytes:
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{NAMES[who]}", f"TEL:03-5550-01{phone:02}"]
    lines += [f"TITLE:{title}"] if title else []
    return "\r\n".join([*lines, "X-KEPT:as it is", "END:VCARD", ""]).encode()


CARDS = st.builds(
    _card,
    st.integers(0, len(NAMES) - 1),
    st.integers(0, 9),
    st.sampled_from([None, "三代目", "Director", "=1+1"]),
)
IMPORTED = st.one_of(
    st.lists(CARDS, min_size=1, max_size=4).map(b"".join),
    st.integers(0, 5).map(lambda seed: mixed(8, 2, seed).data),
    FILES.filter(lambda data: b"BEGIN:VCARD" in data),
)


def read(path):
    """A file as the child would read it; here without the process, which has tests of its own."""
    return ReadFile(path.name, tuple(cards(path.read_bytes(), Limits())))


class Importing(RuleBasedStateMachine):
    """Steps that a person takes, and what must hold after each."""

    @initialize()
    def begin(self) -> None:
        self.place = Path(tempfile.mkdtemp())
        folder = StoreFolder(self.place / "store")
        vault = create_vault(folder, "pass", use_keyring=False, cost=CHEAP)
        create_store(folder, vault)
        self.key = vault.data_key
        self.store = open_store(folder, self.key)
        self.files: list[Path] = []

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.place)

    def people(self):
        return self.store.contacts(self.store.people().ids)

    def bring(self, path):
        plan = importing.preview(self.store, [read(path)])
        return importing.accept(self.store, plan, now=NOW).plan

    @rule(data=IMPORTED)
    def import_a_file(self, data: bytes) -> None:
        path = self.place / f"{len(self.files)}.vcf"
        path.write_bytes(data)
        before = len(self.people())
        plan = self.bring(path)
        self.files.append(path)
        parts = sum(plan.count(outcome) for outcome in Outcome)
        assert parts == len(plan.cards)
        assert len(self.people()) == before + plan.count(Outcome.NEW)

    @precondition(lambda self: bool(self.files))
    @rule(which=st.integers(0, 99))
    def import_a_file_again_twice(self, which: int) -> None:
        path = self.files[which % len(self.files)]
        self.bring(path)
        people = self.people()
        assert self.bring(path).count(Outcome.NEW) == 0
        assert self.people() == people

    @precondition(lambda self: bool(self.people()))
    @rule(which=st.integers(0, 99), note=st.sampled_from(["tea", "=1+1", "a\nEND:VCARD\nb"]))
    def edit_a_note(self, which: int, note: str) -> None:
        people = self.people()
        before = people[which % len(people)]
        after = replace(before, note=note)
        if after != before:
            self.store.apply(Change(Verb.EDIT_CONTACT, (Edit(before, after),)), now=NOW)

    @precondition(lambda self: self.store.last_change() is not None)
    @rule()
    def take_back_and_do_again(self) -> None:
        people = self.people()
        try:
            self.store.undo(NOW)
        except StoreError:
            assert self.people() == people
            return
        self.store.redo(NOW)
        assert self.people() == people

    @precondition(lambda self: self.store.last_change() is not None)
    @rule()
    def take_back(self) -> None:
        try:
            self.store.undo(NOW)
        except StoreError:
            return

    @precondition(lambda self: bool(self.people()))
    @rule(form=st.sampled_from([exporting.Format.VCARD_3, exporting.Format.VCARD_4]))
    def export_and_import_again(self, form: exporting.Format) -> None:
        people = self.people()
        path = self.place / "out.vcf"
        exporting.export(self.store, path, form=form, replace=True)
        plan = importing.preview(self.store, [read(path)])
        assert plan.count(Outcome.UNREADABLE) == 0
        assert len(plan.cards) == len(people)
        assert plan.count(Outcome.NEW) == 0, "somebody comes back as somebody else"

    @invariant()
    def is_sound(self) -> None:
        if hasattr(self, "store"):
            driver = self.store._connection.connection.driver_connection
            assert database_problems(driver) == ()


Importing.TestCase.settings = settings(max_examples=6, stateful_step_count=6, deadline=None)
TestImporting = pytest.mark.timeout(300)(Importing.TestCase)
