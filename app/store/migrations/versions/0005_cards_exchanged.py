"""Cards exchanged, by day: notes on those of the last days are asked for."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the index; nothing is derived."""
    op.get_bind().exec_driver_sql(
        "CREATE INDEX interaction_cards ON interaction (day) "
        "WHERE json_extract(json, '$.kind') = 'cards'"
    )
