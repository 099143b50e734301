"""What lies ahead of everybody: promises of mine, follow-ups, birthdays, and who is put off."""

from datetime import date

from sqlalchemy import Connection

from app.domain.promise import Promise
from app.domain.reminder import FollowUp, Snooze
from app.store import codec
from app.store.answers import Agenda
from app.store.people import UNHANDLED

_PROMISES = """
SELECT o.json FROM promise o JOIN contact c ON c.id = o.contact_id
WHERE o.is_open = 1 AND o.mine = 1 AND o.due > 0 AND c.deleted_at IS NULL ORDER BY o.due, o.id
"""
_FOLLOW_UPS = f"""
SELECT f.json FROM follow_up f JOIN contact c ON c.id = f.contact_id
WHERE c.deleted_at IS NULL AND {UNHANDLED} ORDER BY f.due, f.id
"""
_BIRTHDAYS = """
SELECT c.json FROM contact c
WHERE json_extract(c.json, '$.birthday') IS NOT NULL AND c.deleted_at IS NULL
AND (json_extract(c.json, '$.rhythm') IS NOT NULL
    OR json_extract(c.json, '$.met.on') IS NOT NULL OR EXISTS (
    SELECT 1 FROM participant m WHERE m.contact = c.n AND m.reach > 0 AND m.day <= :today
))
ORDER BY c.id
"""
"""Of the people whose birthdays Today knows (see `reminders`)."""


def agenda(connection: Connection, today: date) -> Agenda:
    """All of it, as it stands on a day. Nobody from the bin."""
    asked = {"today": today.toordinal()}
    promises = connection.exec_driver_sql(_PROMISES).scalars()
    follow_ups = connection.exec_driver_sql(_FOLLOW_UPS, asked).scalars()
    birthdays = connection.exec_driver_sql(_BIRTHDAYS, asked).scalars()
    snoozes = connection.exec_driver_sql("SELECT json FROM snooze").scalars()
    found = [
        *(codec.decode("promise", text) for text in promises),
        *(codec.decode("follow_up", text) for text in follow_ups),
        *(codec.decode("snooze", text) for text in snoozes),
    ]
    put_off: dict[str, date] = {}
    for record in found:
        if isinstance(record, Snooze) and record.made_on <= today < record.until:
            who = record.contact_id
            put_off[who] = max(record.until, put_off.get(who, record.until))
    return Agenda(
        tuple(record for record in found if isinstance(record, Promise)),
        tuple(record for record in found if isinstance(record, FollowUp)),
        tuple(codec.contact(text) for text in birthdays),
        put_off,
    )
