"""Invented people and what happened with them: believable, and the same for a seed."""

import random
import uuid
from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.contact import Address, Contact, Email, Met, Name, Phone, Reading
from app.domain.dates import Birthday
from app.domain.interaction import Initiative, Interaction, Kind
from tests.bench import names, words

TODAY = date(2026, 10, 15)

_FIRST_MILLISECOND = 1_640_995_200_000  # 1 January 2022
_EVERY_MILLISECONDS = 30_000
_FIELD_62 = (1 << 62) - 1
_SPREAD = 0x9E3779B97F4A7C15  # odd, so that no two numbers meet within 62 bits
_KINDS = (
    *[(Kind.MET, Initiative.BOTH)] * 4,
    *[(Kind.MAIL, Initiative.ME)] * 5,
    *[(Kind.MAIL, Initiative.THEM)] * 4,
    *[(Kind.CALL, Initiative.ME)] * 2,
    *[(Kind.MESSAGE, Initiative.THEM)] * 2,
    (Kind.LETTER, Initiative.ME),
    (Kind.INTRODUCTION, Initiative.THEM),
    (Kind.HELP, Initiative.THEM),
    (Kind.GIFT, Initiative.ME),
    *[(Kind.NOTE, Initiative.UNKNOWN)] * 3,
)


def _id(index: int, family: int) -> str:
    """A UUIDv7 as the program makes them: the time first, then what looks like chance."""
    milliseconds = _FIRST_MILLISECOND + index * _EVERY_MILLISECONDS
    chance = (index * _SPREAD) & _FIELD_62
    return str(uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | family << 64 | 0b10 << 62 | chance))


class Population:
    """`count` people and `acts` entries of their timelines, made one by one.

    With `many_names` hardly anybody has a namesake: whom an import meets.
    """

    def __init__(self, count: int, acts: int, seed: int = 1, *, many_names: bool = False) -> None:
        self.count = count
        self.many_names = many_names
        self.acts = acts
        self._seed = seed
        self._family = 2 * seed & 0xFFF  # people of two seeds differ, people and entries too

    def person_id(self, index: int) -> str:
        """The id of the person with this number; it rises with the number."""
        return _id(index, self._family)

    def entry_id(self, index: int) -> str:
        """The id of the entry with this number; it rises with the number."""
        return _id(index, self._family | 1)

    def people(self) -> Iterator[Contact]:
        """All people; three in four are Japanese."""
        rng = random.Random(self._seed)
        for index in range(self.count):
            yield self._japanese(rng, index) if rng.random() < 0.75 else self._english(rng, index)

    def entries(self) -> Iterator[Interaction]:
        """All entries, over five years; each with one person, some with two."""
        rng = random.Random(self._seed + 1)
        for index in range(self.acts):
            kind, initiative = rng.choice(_KINDS)
            who = [self.person_id(rng.randrange(self.count))]
            if rng.random() < 0.05:
                who.append(self.person_id(rng.randrange(self.count)))
            family, given = rng.choice(words.FAMILY)[0], rng.choice(words.GIVEN)[0]
            named = f"{family}{given}{rng.choice(words.ENDINGS)}"
            yield Interaction(
                id=self.entry_id(index),
                kind=kind,
                initiative=initiative,
                on=TODAY - timedelta(rng.randrange(5 * 365)),
                contact_ids=tuple(dict.fromkeys(who)),
                note=f"{rng.choice(words.SUBJECTS)} {named} {rng.randrange(1000)}",
            )

    def _common(self, rng: random.Random, index: int) -> dict[str, object]:
        number = f"090-{rng.randrange(10**4):04d}-{rng.randrange(10**4):04d}"
        return {
            "id": self.person_id(index),
            "phones": (Phone(number, "cell", "+81" + number.replace("-", "")[1:]),),
            "tags": tuple(rng.sample(words.TAGS, rng.randrange(3))),
            "birthday": Birthday(rng.randrange(1, 13), rng.randrange(1, 29))
            if rng.random() < 0.2
            else None,
            "met": Met(TODAY - timedelta(rng.randrange(60, 2000))),
        }

    def _founder(self, rng: random.Random) -> str:
        return names.family(rng)[0] if self.many_names else rng.choice(words.FAMILY)[0]

    def _japanese(self, rng: random.Random, index: int) -> Contact:
        family, family_reading = names.family(rng) if self.many_names else rng.choice(words.FAMILY)
        given, given_reading = names.given(rng) if self.many_names else rng.choice(words.GIVEN)
        code, region, city = rng.choice(words.TOWNS)
        return Contact(
            name=Name(f"{family} {given}", family, given),
            reading=Reading(family_reading, given_reading) if rng.random() < 0.9 else Reading(),
            organization=f"{self._founder(rng)}{rng.choice(words.TRADES)}",
            title=rng.choice(words.TITLES),
            emails=(Email(f"p{index}@{rng.randrange(9000)}.example.jp", "work"),),
            addresses=(
                Address(f"{rng.randrange(1, 9)}-{rng.randrange(1, 30)}", city, region, code),
            ),
            **self._common(rng, index),  # type: ignore[arg-type]
        )

    def _english(self, rng: random.Random, index: int) -> Contact:
        if self.many_names:
            given, family = names.english(rng)
        else:
            given, family = rng.choice(words.ENGLISH_GIVEN), rng.choice(words.ENGLISH_FAMILY)
        domain = f"{rng.randrange(9000)}.example.com"
        return Contact(
            name=Name(f"{given} {family}", family, given),
            organization=f"{rng.choice(words.ENGLISH_FAMILY)} {rng.choice(words.ENGLISH_TRADES)}",
            title=rng.choice(words.ENGLISH_TITLES),
            emails=(Email(f"{given.lower().replace(' ', '.')}.{index}@{domain}", "work"),),
            **self._common(rng, index),  # type: ignore[arg-type]
        )


def card_lines(person: Contact) -> list[str]:
    """One ordinary card of version 3.0 without a picture, some 400 bytes."""
    name, reading = person.name, person.reading
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{person.id}",
        f"FN:{name.full}",
        f"N:{name.family};{name.given};;;",
    ]
    if reading.family:
        lines += [
            f"X-PHONETIC-LAST-NAME:{reading.family}",
            f"X-PHONETIC-FIRST-NAME:{reading.given}",
        ]
    lines += [
        f"ORG:{person.organization};",
        f"TITLE:{person.title}",
        f"EMAIL;TYPE=INTERNET,WORK:{person.emails[0].value}",
        f"TEL;TYPE=CELL:{person.phones[0].value}",
    ]
    lines += [
        f"ADR;TYPE=WORK:;;{a.street};{a.city};{a.region};{a.postal_code};日本"
        for a in person.addresses
    ]
    if person.tags:
        lines.append("CATEGORIES:" + ",".join(person.tags))
    return [*lines, "REV:20261015T000000Z", "END:VCARD"]


def vcard_file(count: int, seed: int = 1) -> bytes:
    """A file of `count` ordinary cards of people with many names, UTF-8."""
    people = Population(count, 0, seed, many_names=True).people()
    lines = [line for person in people for line in card_lines(person)]
    return "\r\n".join([*lines, ""]).encode()
