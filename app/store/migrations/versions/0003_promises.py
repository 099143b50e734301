"""Promises and remarks: two tables, empty."""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    """
    CREATE TABLE promise (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        contact_id VARCHAR NOT NULL,
        due INTEGER NOT NULL,
        mine INTEGER NOT NULL,
        is_open INTEGER NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (id),
        FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE INDEX promise_contact ON promise (contact_id)
    """,
    """
    CREATE INDEX promise_open ON promise (due) WHERE is_open = 1
    """,
    """
    CREATE TABLE remark (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        contact_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        is_past INTEGER NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (id),
        FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE INDEX remark_contact ON remark (contact_id)
    """,
)


def upgrade() -> None:
    """Make them."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
