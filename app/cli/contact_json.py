"""People as JSON, in the shape that the command line promises."""

from typing import Any

from app.domain.contact import Contact
from app.domain.names import split


def contact_json(contact: Contact) -> dict[str, Any]:
    """All that is known of a person; unknown is null or []."""
    name, met = contact.name, contact.met
    apart = split(name)
    return {
        "id": contact.id,
        "uid": contact.uid,
        "name": {
            "full": name.full,
            "family": name.family,
            "given": name.given,
            "middle": name.middle,
            "prefix": name.prefix,
            "suffix": name.suffix,
            "nickname": name.nickname,
        },
        "reading": {"family": contact.reading.family, "given": contact.reading.given},
        "organization": contact.organization,
        "department": contact.department,
        "title": contact.title,
        "emails": [{"value": e.value, "label": e.label} for e in contact.emails],
        "phones": [{"value": p.value, "label": p.label, "e164": p.e164} for p in contact.phones],
        "addresses": [
            {
                "street": a.street,
                "city": a.city,
                "region": a.region,
                "postal_code": a.postal_code,
                "country": a.country,
                "label": a.label,
            }
            for a in contact.addresses
        ],
        "urls": [{"value": u.value, "label": u.label} for u in contact.urls],
        "birthday": str(contact.birthday) if contact.birthday else None,
        "note": contact.note,
        "tags": list(contact.tags),
        "photo": contact.photo is not None,
        "met": {
            "on": met.on.isoformat() if met.on else None,
            "gathering": met.gathering,
            "introduced_by": met.introduced_by,
        },
        "related": [{"value": r.value, "label": r.label} for r in contact.related],
        "dates": [{"value": d.value, "label": d.label} for d in contact.dates],
        "accounts": [
            {"value": a.value, "service": a.service, "label": a.label} for a in contact.accounts
        ],
        "positions": [
            {"organization": p.organization, "department": p.department, "title": p.title}
            for p in contact.positions
        ],
        "more": [{"value": d.value, "label": d.label} for d in contact.more],
        # only of a name that its card does not tell apart, and only where that is certain
        **({"name_split": {"family": apart[0], "given": apart[1]}} if apart else {}),
    }
