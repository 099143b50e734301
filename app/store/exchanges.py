"""Cards exchanged, by day: whose, in the order in which they came."""

from datetime import date

from sqlalchemy import Connection

from app.store import codec
from app.store.answers import Exchange

CAME = (
    "coalesce((SELECT min(k.n) FROM card k WHERE k.contact_id = c.id AND k.state = 'kept'), "
    "1 << 62), c.n"
)
"""Orders people `c` as their cards came; who has none comes last."""


def between(connection: Connection, first: date, last: date) -> list[Exchange]:
    """Of these days, both included, the last day first; nobody from the bin."""
    found = connection.exec_driver_sql(
        "SELECT i.json, c.id FROM interaction i JOIN participant p ON p.act = i.n "
        "JOIN contact c ON c.n = p.contact WHERE json_extract(i.json, '$.kind') = 'cards' "
        f"AND i.day BETWEEN ? AND ? AND c.deleted_at IS NULL ORDER BY i.day DESC, {CAME}",
        (first.toordinal(), last.toordinal()),
    )
    return [Exchange(codec.interaction(text), contact_id) for text, contact_id in found]
