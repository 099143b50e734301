"""Gatherings: their table, who is there, how they are found, and who or what points at one.

The names of gatherings that people bear stay as they are: one becomes a gathering when asked for.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    """
    ALTER TABLE contact ADD COLUMN gathering VARCHAR
    """,
    """
    CREATE INDEX contact_gathering ON contact (gathering) WHERE gathering IS NOT NULL
    """,
    """
    ALTER TABLE interaction ADD COLUMN gathering VARCHAR
    """,
    """
    CREATE INDEX interaction_gathering ON interaction (gathering) WHERE gathering IS NOT NULL
    """,
    """
    CREATE TABLE gathering (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        day INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        uid VARCHAR,
        series VARCHAR,
        PRIMARY KEY (n),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX gathering_last_day ON gathering (last_day)
    """,
    """
    CREATE INDEX gathering_uid ON gathering (uid) WHERE uid IS NOT NULL
    """,
    """
    CREATE TABLE attendant (
        contact INTEGER NOT NULL,
        gathering INTEGER NOT NULL,
        PRIMARY KEY (contact, gathering),
        FOREIGN KEY(contact) REFERENCES contact (n) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(gathering) REFERENCES gathering (n) DEFERRABLE INITIALLY DEFERRED
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX attendant_gathering ON attendant (gathering)
    """,
    """
    CREATE VIRTUAL TABLE gatherings USING fts5(words, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 0")
    """,
)


def upgrade() -> None:
    """Make them."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
