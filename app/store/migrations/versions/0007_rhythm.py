"""People with a rhythm: they are looked through for whoever is due by it."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the index; nothing is derived."""
    op.get_bind().exec_driver_sql(
        "CREATE INDEX contact_rhythm ON contact (n) "
        "WHERE json_extract(json, '$.rhythm') IS NOT NULL"
    )
