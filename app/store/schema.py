"""The tables. Each record table keeps the record whole (`json`) beside the columns that questions
need.
"""

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    text,
)

VERSION = "0010"
"""The newest migration: what `alembic_version` says in a store that this Enishi wrote."""

metadata = MetaData()


def _id() -> Column[str]:
    return Column("id", String, nullable=False, unique=True)


def _n() -> Column[int]:
    """The row's own number, for joins and the search index; given by the store, never reused
    within a change.
    """
    return Column("n", Integer, primary_key=True)


def _json() -> Column[str]:
    return Column("json", String, nullable=False)


def _to(target: str) -> ForeignKey:
    """Deferred, so that the edits of one change may come in any order."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

Table(
    "setting",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

# Secrets of accounts: see credentials.py.
Table(
    "credential",
    metadata,
    Column("name", String, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

Table(
    "choice",
    metadata,
    Column("day", String, primary_key=True),
    Column("ids", String, nullable=False),
)

Table(
    "blob",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

contact = Table(
    "contact",
    metadata,
    _n(),
    _id(),
    _json(),
    Column("deleted_at", String),
    Column("photo", String, _to("blob.sha256")),
    Column("sort_ja", String, nullable=False),
    Column("section_ja", String, nullable=False),
    Column("sort_en", String, nullable=False),
    Column("section_en", String, nullable=False),
    Column("place_ja", Integer, nullable=False),
    Column("place_en", Integer, nullable=False),
    Column("gathering", String),
)
_LIVE = text("deleted_at IS NULL")
Index(
    "contact_ja",
    contact.c.sort_ja,
    contact.c.n,
    contact.c.section_ja,
    contact.c.id,
    sqlite_where=_LIVE,
)
Index(
    "contact_en",
    contact.c.sort_en,
    contact.c.n,
    contact.c.section_en,
    contact.c.id,
    sqlite_where=_LIVE,
)
Index("contact_bin", contact.c.deleted_at, sqlite_where=text("deleted_at IS NOT NULL"))
Index("contact_photo", contact.c.photo, sqlite_where=text("photo IS NOT NULL"))
# No reference: a name stays when its gathering goes, and an undo may bring back one that is gone.
Index("contact_gathering", contact.c.gathering, sqlite_where=text("gathering IS NOT NULL"))

contact_key = Table(
    "contact_key",
    metadata,
    Column("key", String, primary_key=True),
    Column("contact", Integer, _to("contact.n"), primary_key=True),
    sqlite_with_rowid=False,
)
Index("contact_key_contact", contact_key.c.contact)

contact_tag = Table(
    "contact_tag",
    metadata,
    Column("tag", String, primary_key=True),
    Column("contact", Integer, _to("contact.n"), primary_key=True),
    sqlite_with_rowid=False,
)
Index("contact_tag_contact", contact_tag.c.contact)

Table("batch", metadata, _n(), _id(), _json(), Column("at", String, nullable=False))

card = Table(
    "card",
    metadata,
    _n(),
    _id(),
    _json(),
    Column("batch_id", String, _to("batch.id"), nullable=False),
    Column("contact_id", String, _to("contact.id")),
    Column("source", String, _to("blob.sha256"), nullable=False),
    Column("digest", String, nullable=False),
    Column("state", String, nullable=False),
)
Index("card_contact", card.c.contact_id)
Index("card_batch", card.c.batch_id)
Index("card_digest", card.c.digest)
Index("card_source", card.c.source)
Index("card_waiting", card.c.state, sqlite_where=text("state = 'review'"))

interaction = Table(
    "interaction",
    metadata,
    _n(),
    _id(),
    _json(),
    Column("day", Integer, nullable=False),
    Column("answers", String),
    Column("gathering", String),
)
Index("interaction_answers", interaction.c.answers, sqlite_where=text("answers IS NOT NULL"))
# Cards exchanged, by day: those of the last days without notes are asked for at every look.
Index(
    "interaction_cards",
    interaction.c.day,
    sqlite_where=text("json_extract(json, '$.kind') = 'cards'"),
)
Index("interaction_gathering", interaction.c.gathering, sqlite_where=text("gathering IS NOT NULL"))

participant = Table(
    "participant",
    metadata,
    Column("contact", Integer, _to("contact.n"), primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("act", Integer, _to("interaction.n"), primary_key=True),
    Column("initiative", Integer, nullable=False),
    Column("reach", Integer, nullable=False),
    Column("knot", Integer, nullable=False),
    Column("asks", Integer, nullable=False),
    sqlite_with_rowid=False,
)
Index("participant_act", participant.c.act)
Index("participant_knot", participant.c.contact, participant.c.day, sqlite_where=text("knot > 0"))

gathering = Table(
    "gathering",
    metadata,
    _n(),
    _id(),
    _json(),
    Column("day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("uid", String),
    Column("series", String),
)
Index("gathering_last_day", gathering.c.last_day)
Index("gathering_uid", gathering.c.uid, sqlite_where=text("uid IS NOT NULL"))

attendant = Table(
    "attendant",
    metadata,
    Column("contact", Integer, _to("contact.n"), primary_key=True),
    Column("gathering", Integer, _to("gathering.n"), primary_key=True),
    sqlite_with_rowid=False,
)
Index("attendant_gathering", attendant.c.gathering)

follow_up = Table(
    "follow_up",
    metadata,
    _n(),
    _id(),
    _json(),
    Column("contact_id", String, _to("contact.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("due", Integer, nullable=False),
    Column("anchor", Integer, nullable=False),
    Column("is_open", Integer, nullable=False),
)
Index("follow_up_contact", follow_up.c.contact_id)
Index("follow_up_open", follow_up.c.due, sqlite_where=text("is_open = 1"))

for _name in ("snooze", "skip", "distinct_pair"):
    _table = Table(
        _name,
        metadata,
        _n(),
        _id(),
        _json(),
        Column("contact_id", String, _to("contact.id"), nullable=False),
    )
    Index(f"{_name}_contact", _table.c.contact_id)
# Of a card, or where two people are meant the id of the other: a digest is never an id.
metadata.tables["distinct_pair"].append_column(Column("card_digest", String, nullable=False))
Index("distinct_pair_digest", metadata.tables["distinct_pair"].c.card_digest)

promise = Table(
    "promise",
    metadata,
    _n(),
    _id(),
    _json(),
    Column("contact_id", String, _to("contact.id"), nullable=False),
    Column("due", Integer, nullable=False),
    Column("mine", Integer, nullable=False),
    Column("is_open", Integer, nullable=False),
)
Index("promise_contact", promise.c.contact_id)
Index("promise_open", promise.c.due, sqlite_where=text("is_open = 1"))

remark = Table(
    "remark",
    metadata,
    _n(),
    _id(),
    _json(),
    Column("contact_id", String, _to("contact.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("is_past", Integer, nullable=False),
)
Index("remark_contact", remark.c.contact_id)

tag_rhythm = Table(
    "tag_rhythm",
    metadata,
    _n(),
    _id(),
    _json(),
    Column("tag", String, nullable=False),
    Column("least", Integer, nullable=False),
)
Index("tag_rhythm_tag", tag_rhythm.c.tag)

# When each person will ask (`store.outlooks`): rows of a day lie side by side. `kind` is the place
# in `due.ORDER`; of a birthday `since` is month and day, `last` the day from which on it asks.
asking = Table(
    "asking",
    metadata,
    Column("kind", Integer, primary_key=True),
    Column("since", Integer, primary_key=True),
    Column("contact", Integer, _to("contact.n"), primary_key=True),
    Column("evidence", String, primary_key=True),
    Column("person", String, nullable=False),
    Column("last", Integer, nullable=False),
    Column("every", Integer, nullable=False),
    sqlite_with_rowid=False,
)
Index("asking_contact", asking.c.contact)

outlook = Table(
    "outlook",
    metadata,
    Column("contact", Integer, _to("contact.n"), primary_key=True),
    Column("latest", Integer),
    Column("later", Integer),
)
Index("outlook_latest", outlook.c.latest)
Index("outlook_later", outlook.c.later, sqlite_where=text("later IS NOT NULL"))

# Whose outlook is to be derived anew before the transaction ends. No reference: they may be gone.
Table("unsettled", metadata, Column("contact", Integer, primary_key=True))

Table(
    "change_log",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("day", String, nullable=False),
    Column("verb", String, nullable=False),
    Column("subject", String),
    Column("edits", Integer, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("undone", Integer, nullable=False),
    sqlite_autoincrement=True,
)

# What a change made: ids alone while the records are in their tables, their texts while the change
# is undone.
Table(
    "change_made",
    metadata,
    Column("seq", Integer, _to("change_log.seq"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("ids", String, nullable=False),
    Column("images", String),
)

# What a change edited or took away: the one text needed to go the other way.
change_edit = Table(
    "change_edit",
    metadata,
    Column("seq", Integer, _to("change_log.seq"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("record_id", String, primary_key=True),
    Column("image", String, nullable=False),
    Column("removed", Integer, nullable=False),
)
Index("change_edit_record", change_edit.c.record_id, change_edit.c.kind)

SEARCH_TABLES = tuple(
    f"CREATE VIRTUAL TABLE {name} USING fts5(words, content='', contentless_delete=1, "
    'tokenize="unicode61 remove_diacritics 0")'
    for name in ("people_ja", "people_en", "notes", "gatherings")
)


_UNSETTLING = {
    "contact": "VALUES ({0}.n)",
    "participant": "VALUES ({0}.contact)",
    "tag_rhythm": "SELECT contact FROM contact_tag WHERE tag = {0}.tag",
} | dict.fromkeys(
    ("follow_up", "promise", "snooze", "skip"),
    "SELECT n FROM contact WHERE id = {0}.contact_id",
)
"""Whose outlook a row of each table has a part in."""

TRIGGERS = tuple(
    f"CREATE TRIGGER {table}_{event.lower()}_{row.lower()} AFTER {event} ON {table} "
    f"BEGIN INSERT OR IGNORE INTO unsettled {whose.format(row)}; END"
    for table, whose in _UNSETTLING.items()
    for event, row in (
        ("INSERT", "NEW"),
        ("UPDATE", "OLD"),
        ("UPDATE", "NEW"),
        ("DELETE", "OLD"),
    )
)
"""The database itself notes whoever is written about, so that no way of writing can forget it."""


NAMES = frozenset(
    {
        *metadata.tables,
        *(str(index.name) for table in metadata.tables.values() for index in table.indexes),
        *(statement.split()[3] for statement in SEARCH_TABLES),
        *(statement.split()[2] for statement in TRIGGERS),
    }
)
"""Of all tables, indexes and triggers."""


def create(connection: Connection) -> None:
    """Make all tables of the newest version in an empty database."""
    metadata.create_all(connection, checkfirst=False)
    for statement in (*SEARCH_TABLES, *TRIGGERS):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (VERSION,))
