"""Stores as they were at an earlier version of the tables."""

from dataclasses import replace

from sqlalchemy import Connection

from app.store import header as headers
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import DataKey

VERSIONS = tuple(f"{number:04}" for number in range(1, 10))
"""All that came before."""


def make_older(folder: StoreFolder, key: DataKey, version: str) -> None:
    """Bring a closed store back to the tables of an earlier version."""
    with open_store(folder, key) as store, store._question() as c:
        forget_outlooks(c)
        if version < "0009":
            c.exec_driver_sql("DROP TABLE tag_rhythm")
        if version < "0006":
            c.exec_driver_sql("DROP TABLE credential")
        if version < "0005":
            c.exec_driver_sql("DROP INDEX interaction_cards")
        if version < "0004":
            forget_gatherings(c)
        if version < "0003":
            c.exec_driver_sql("DROP TABLE promise")
            c.exec_driver_sql("DROP TABLE remark")
        if version < "0002":
            c.exec_driver_sql("DELETE FROM contact_key WHERE key >= 's:' AND key < 's;'")
        c.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (version,))
    found = headers.read_headers(folder).copies[0].header
    headers.write_header(folder, replace(found, schema=version), key.secret)


def forget_outlooks(c: Connection) -> None:
    """The indexes of before are not made again: the steps make some, and let go of all."""
    for name in c.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
        c.exec_driver_sql(f"DROP TRIGGER {name[0]}")
    for table in ("asking", "outlook", "unsettled"):
        c.exec_driver_sql(f"DROP TABLE {table}")


def forget_gatherings(c: Connection) -> None:
    """Tables and columns of gatherings."""
    for table in ("attendant", "gathering", "gatherings"):
        c.exec_driver_sql(f"DROP TABLE {table}")
    for table in ("contact", "interaction"):
        c.exec_driver_sql(f"DROP INDEX {table}_gathering")
        c.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN gathering")
