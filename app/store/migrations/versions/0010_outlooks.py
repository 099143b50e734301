"""When each person will ask: derived of everybody when the steps are taken, noted by triggers."""

from alembic import op

revision = "0010"
down_revision = "0009"

_ABOUT_ONE = "SELECT n FROM contact WHERE id = {0}.contact_id"
_WHOSE = (
    ("contact", "VALUES ({0}.n)"),
    ("participant", "VALUES ({0}.contact)"),
    ("tag_rhythm", "SELECT contact FROM contact_tag WHERE tag = {0}.tag"),
    ("follow_up", _ABOUT_ONE),
    ("promise", _ABOUT_ONE),
    ("snooze", _ABOUT_ONE),
    ("skip", _ABOUT_ONE),
)
_ROWS = (("INSERT", "NEW"), ("UPDATE", "OLD"), ("UPDATE", "NEW"), ("DELETE", "OLD"))

STATEMENTS = (
    """
    CREATE TABLE asking (
        kind INTEGER NOT NULL,
        since INTEGER NOT NULL,
        contact INTEGER NOT NULL,
        evidence VARCHAR NOT NULL,
        person VARCHAR NOT NULL,
        last INTEGER NOT NULL,
        every INTEGER NOT NULL,
        PRIMARY KEY (kind, since, contact, evidence),
        FOREIGN KEY(contact) REFERENCES contact (n) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID
    """,
    "CREATE INDEX asking_contact ON asking (contact)",
    """
    CREATE TABLE outlook (
        contact INTEGER NOT NULL,
        latest INTEGER,
        later INTEGER,
        PRIMARY KEY (contact),
        FOREIGN KEY(contact) REFERENCES contact (n) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX outlook_latest ON outlook (latest)",
    "CREATE INDEX outlook_later ON outlook (later) WHERE later IS NOT NULL",
    """
    CREATE TABLE unsettled (
        contact INTEGER NOT NULL,
        PRIMARY KEY (contact)
    )
    """,
    *(
        f"CREATE TRIGGER {table}_{event.lower()}_{row.lower()} AFTER {event} ON {table} "
        f"BEGIN INSERT OR IGNORE INTO unsettled {whose.format(row)}; END"
        for table, whose in _WHOSE
        for event, row in _ROWS
    ),
    *(
        f"DROP INDEX IF EXISTS {name}"
        for name in ("contact_rhythm", "contact_birthday", "participant_asks", "participant_mine")
    ),
    "INSERT INTO unsettled SELECT n FROM contact",
)


def upgrade() -> None:
    """Make the tables, let go of the indexes that found candidates, and note everybody."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
