"""A store that refuses to write: the same questions, every write refused, and what waits sealed."""

from datetime import date

import pytest

from app.domain.change import Change, Verb
from app.store.errors import StoreReadOnlyError
from app.store.reader import Reader
from app.store.settings import Setting
from app.store.still import Sitting, StillStore, put_by, taken_up
from app.store.store import Store, open_still
from app.store.vault import DataKey
from app.store.writable import Why
from app.usecases import today as days
from tests.store.conftest import MIO, PASSPHRASE, TARO, TODAY, adding, at


@pytest.fixture
def filled(home):
    with home.open() as store:
        store.apply(Change(Verb.IMPORT, adding(TARO, MIO)), now=at())
        store.set_setting(Setting.HOLIDAYS_OF, "JP")
    return home


def opened(home, sitting=None):
    return open_still(home.folder, home.vault.data_key, sitting or Sitting(Why.VOLUME))


def test_whatever_a_store_can_do_it_answers_to():
    own = {name for name in vars(Store) if not name.startswith("_")} - {"close"}
    lacking = {n for n in own if n not in vars(StillStore) and not hasattr(Reader, n)}
    assert lacking <= {"prove"}, "asked only after a copy that it never makes"


def test_every_write_is_refused_with_the_reason_and_nothing_is_made(filled):
    before = filled.prints()
    with opened(filled) as store:
        for refused in (
            lambda: store.apply(Change(Verb.IMPORT, adding(TARO)), now=at()),
            lambda: store.undo(at()),
            lambda: store.set_setting(Setting.DAILY_NUMBER, "9"),
            lambda: store.set_settings({Setting.QUIET: "1", Setting.NOTIFY_AT: "07:00"}),
            lambda: store.copier(at()),
            lambda: store.empty_bin(at().instant),
            lambda: store.slots.change_passphrase("another one", passphrase=PASSPHRASE),
        ):
            with pytest.raises(StoreReadOnlyError) as caught:
                refused()
            assert caught.value.why is Why.VOLUME
        assert store.contact(MIO.id) == MIO
        assert store.slots.ways().passphrase
    assert filled.prints() == before


def test_what_the_program_keeps_by_itself_stays_in_memory(filled):
    before = filled.prints()
    with opened(filled) as store:
        store.set_settings({Setting.SEEN_ON: "2026-10-15", "drafts": "{}"})
        assert (store.setting(Setting.SEEN_ON), store.setting("drafts")) == ("2026-10-15", "{}")
    assert filled.prints() == before


def test_a_day_is_looked_at_with_days_off_and_stays_as_it_was_chosen(filled):
    sitting = Sitting(Why.FOLDER)
    before = filled.prints()
    with opened(filled, sitting) as store:
        first = days.choose(store, TODAY)
        store.set_choice(date(2026, 10, 16), [MIO.id])
        assert store.touched_since(store.moment()) == frozenset()
        with opened(filled, sitting) as other:
            assert other.choice(date(2026, 10, 16)) == (MIO.id,)
        assert days.choose(store, TODAY) == first
    assert filled.prints() == before


def test_beside_another_writer_anybody_may_have_been_written_about(filled):
    with opened(filled, Sitting(Why.IN_USE)) as store:
        assert store.touched_since(store.moment()) is None


def test_what_waits_opens_with_its_own_key_alone(filled):
    key = filled.vault.data_key
    box = put_by({"drafts": "京都"}, key)
    assert "京都".encode() not in box.sealed
    assert taken_up(box, key) == {"drafts": "京都"}
    assert taken_up(box, DataKey(bytes(32), key.store, "passphrase")) == {}
    assert taken_up(None, key) == {}
