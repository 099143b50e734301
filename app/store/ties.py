"""The tie in SQL: the same rule as `domain.tie`, added up from the derived columns of the participants."""

from datetime import date

from sqlalchemy import Connection

from app.domain.contact import Contact
from app.domain.tie import Tie, window_start
from app.store import codec


def tie(connection: Connection, contact_id: str, today: date) -> Tie:
    """The tie of one person."""
    row = connection.exec_driver_sql(
        "SELECT total(p.knot = 1), total(p.initiative = 2 AND p.reach = 2), total(p.knot = 2), "
        "max(CASE WHEN p.knot = 2 THEN p.day END), total(p.knot = 3), "
        "max(CASE WHEN p.knot = 3 THEN p.day END) "
        "FROM participant p WHERE p.contact = (SELECT n FROM contact WHERE id = ?) "
        "AND p.day BETWEEN ? AND ?",
        (contact_id, window_start(today).toordinal(), today.toordinal()),
    ).one()
    return Tie(
        replied=int(row[0]),
        sent=int(row[1]),
        reached_out=int(row[2]),
        last_reached_out=_day(row[3]),
        introduced=int(row[4]),
        last_introduced=_day(row[5]),
    )


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def introduced_people(connection: Connection, contact_id: str, today: date) -> tuple[Contact, ...]:
    """The other people in the entries that tie the third knot, newest first."""
    rows = connection.exec_driver_sql(
        "SELECT o.json FROM participant p JOIN participant q ON q.act = p.act AND q.contact != p.contact "
        "JOIN contact o ON o.n = q.contact "
        "WHERE p.contact = (SELECT n FROM contact WHERE id = ?) AND p.knot = 3 "
        "AND p.day BETWEEN ? AND ? AND o.deleted_at IS NULL GROUP BY o.n ORDER BY max(p.day) DESC, o.n",
        (contact_id, window_start(today).toordinal(), today.toordinal()),
    )
    return tuple(codec.contact(text) for text in rows.scalars())
