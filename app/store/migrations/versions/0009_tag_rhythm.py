"""How often to be in touch with everybody who bears a tag: one table, empty."""

from alembic import op

revision = "0009"
down_revision = "0008"

STATEMENTS = (
    """
    CREATE TABLE tag_rhythm (
        n INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        json VARCHAR NOT NULL,
        tag VARCHAR NOT NULL,
        least INTEGER NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (id)
    )
    """,
    """
    CREATE INDEX tag_rhythm_tag ON tag_rhythm (tag)
    """,
)


def upgrade() -> None:
    """Make it."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
