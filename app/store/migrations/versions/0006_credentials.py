"""Credentials: the sealed secrets of accounts. A new table; nothing is derived."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table."""
    op.get_bind().exec_driver_sql(
        """
        CREATE TABLE credential (
            name VARCHAR NOT NULL,
            wrapped BLOB NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (name)
        )
         WITHOUT ROWID
        """
    )
