"""Many rows at once: all of them, whatever their number, and what the database says comes out."""

from threading import Event

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, pool
from sqlalchemy.exc import IntegrityError

from app.store import inserting as module
from app.store.derived import COLUMNS
from app.store.inserting import FULL, inserting

INTO_A = "INSERT INTO a (n, text, data)"
INTO_B = "INSERT INTO b (n)"


@pytest.fixture(scope="module")
def connection():
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        poolclass=pool.StaticPool,
        connect_args={"check_same_thread": False},
    )
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE a (n INTEGER PRIMARY KEY, text, data)")
        connection.exec_driver_sql("CREATE TABLE b (n INTEGER)")
        yield connection
    engine.dispose()


def rows(start, count):
    numbers = range(start, start + count)
    return [(n, f"一\x00{n}" if n % 3 else None, bytes([n % 256])) for n in numbers]


def kept(connection):
    found = connection.exec_driver_sql("SELECT n, text, data FROM a ORDER BY n").all()
    others = connection.exec_driver_sql("SELECT n FROM b ORDER BY rowid").scalars().all()
    return [tuple(row) for row in found], list(others)


def fill(connection, counts, *, beside):
    connection.exec_driver_sql("DELETE FROM a")
    connection.exec_driver_sql("DELETE FROM b")
    start = 0
    with inserting(connection, beside=beside) as inserter:
        for count in counts:
            inserter.put([(INTO_A, rows(start, count)), (INTO_B, [(count,)])])
            start += count
    return rows(0, start), list(counts)


@given(counts=st.lists(st.integers(0, 100), max_size=6), beside=st.booleans())
def test_every_row_arrives_once(connection, counts, beside):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "FULL", 40)
        patch.setattr(module, "_SIZES", (40, 7, 1))
        wanted = fill(connection, counts, beside=beside)
    assert kept(connection) == wanted


def test_every_row_arrives_once_as_many_as_there_are(connection):
    wanted = fill(connection, [FULL - 1, FULL, 2 * FULL + 333], beside=True)
    assert kept(connection) == wanted


def refused(connection, *, beside):
    with inserting(connection, beside=beside) as inserter:
        inserter.put([(INTO_A, [*rows(0, FULL), *rows(0, 5)])])
        inserter.put([(INTO_A, rows(FULL, FULL))])


@pytest.mark.parametrize("beside", [False, True])
def test_what_the_database_refuses_is_raised(connection, beside):
    connection.exec_driver_sql("DELETE FROM a")
    with pytest.raises(IntegrityError):
        refused(connection, beside=beside)


def test_a_full_statement_holds_no_more_values_than_any_sqlite_takes():
    assert FULL * (3 + max(len(columns) for columns in COLUMNS.values())) <= 32_766


ENDLESS = "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) FROM c"


@pytest.fixture
def begun(monkeypatch):
    """Inserting goes on for ever; what is given says that it has begun."""
    begun = Event()

    def for_ever(connection, into, rows):
        begun.set()
        connection.exec_driver_sql(ENDLESS)

    monkeypatch.setattr(module, "insert_rows", for_ever)
    return begun


@pytest.mark.timeout(60)
def test_what_is_given_up_is_broken_off(connection, begun):
    def begin():
        with inserting(connection, beside=True) as inserter:
            for start in range(3):
                inserter.put([(INTO_A, rows(start * FULL, FULL))])
            assert begun.wait(30)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        begin()


@pytest.mark.timeout(60)
def test_who_waits_for_rows_to_be_inserted_looks_whether_to_stop(connection, begun):
    def look():
        if begun.wait(30):
            raise KeyboardInterrupt

    def begin():
        with inserting(connection, beside=True, look=look) as inserter:
            inserter.put([(INTO_A, rows(0, FULL))])

    with pytest.raises(KeyboardInterrupt):
        begin()
