"""The tie of one person, and the names behind it. Lists take knots from derived columns
(`people`).
"""

from datetime import date

from sqlalchemy import Connection

from app.domain.contact import Contact
from app.domain.tie import Tie, window_start
from app.domain.tie import tie as rule
from app.store import codec


def tie(connection: Connection, contact_id: str, today: date) -> Tie:
    """The tie of one person: SQL finds the entries of the window that tie a knot, or of mine that
    can be answered; the rule counts them.
    """
    rows = connection.exec_driver_sql(
        "SELECT i.json FROM participant p JOIN interaction i ON i.n = p.act "
        "WHERE p.contact = (SELECT n FROM contact WHERE id = ?) AND p.day BETWEEN ? AND ? "
        "AND (p.knot > 0 OR (p.initiative = 2 AND p.reach = 2))",
        (contact_id, window_start(today).toordinal(), today.toordinal()),
    )
    return rule((codec.interaction(text) for text in rows.scalars()), today)


def introduced_people(connection: Connection, contact_id: str, today: date) -> tuple[Contact, ...]:
    """The other people in the entries that tie the third knot, newest first."""
    rows = connection.exec_driver_sql(
        "SELECT o.json FROM participant p "
        "JOIN participant q ON q.act = p.act AND q.contact != p.contact "
        "JOIN contact o ON o.n = q.contact "
        "WHERE p.contact = (SELECT n FROM contact WHERE id = ?) AND p.knot = 3 "
        "AND p.day BETWEEN ? AND ? AND o.deleted_at IS NULL "
        "GROUP BY o.n ORDER BY max(p.day) DESC, o.n",
        (contact_id, window_start(today).toordinal(), today.toordinal()),
    )
    return tuple(codec.contact(text) for text in rows.scalars())
