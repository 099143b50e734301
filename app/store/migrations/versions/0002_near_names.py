"""People known before near names are found by them too: their keys, derived anew."""

from alembic import op

from app.domain.near_names import texts
from app.store import codec

revision = "0002"
down_revision = "0001"

_AT_ONCE = 1000


def upgrade() -> None:
    """Write the keys of everybody who is not in the bin."""
    c = op.get_bind()
    last = 0
    while True:
        rows = c.exec_driver_sql(
            "SELECT n, json FROM contact WHERE n > ? AND deleted_at IS NULL ORDER BY n LIMIT ?",
            (last, _AT_ONCE),
        ).all()
        if not rows:
            return
        last = rows[-1][0]
        keys = [(key, n) for n, text in rows for key in texts(codec.contact(text))]
        if keys:
            c.exec_driver_sql(
                "INSERT OR IGNORE INTO contact_key (key, contact) VALUES (?, ?)", keys
            )
