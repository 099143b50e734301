"""Birthdays, and what I wrote, by day: who is due is asked at every look."""

from alembic import op

revision = "0008"
down_revision = "0007"

STATEMENTS = (
    (
        "CREATE INDEX contact_birthday ON contact (json_extract(json, '$.birthday.month') * 100 + "
        "json_extract(json, '$.birthday.day'), id) WHERE deleted_at IS NULL"
    ),
    (
        "CREATE INDEX participant_mine ON participant (day, contact) "
        "WHERE initiative = 2 AND reach = 2"
    ),
)


def upgrade() -> None:
    """Make the indexes; nothing is derived."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
