"""Stores as the releases wrote them, kept for ever (R13, R74).

    python -m tests.store.fixtures

makes the one of this version in `tests/data/stores/<schema>`: the closed store with both headers, a
backup of it, and `about.json`, which says what opens them (the people in it are invented), which
releases write such stores, and the hash of what is in them. Where there is one of this schema it
stays as it is, and this version becomes one of its releases.
"""

import json
import re
import secrets
import shutil
import tempfile
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path

from app.domain.card import Card, CardState
from app.domain.change import Change, Edit, Record, Verb
from app.domain.contact import (
    Account,
    Address,
    Contact,
    Detail,
    EarlierDetail,
    Email,
    Met,
    Name,
    Occasion,
    Phone,
    Position,
    Reading,
    Related,
    Url,
)
from app.domain.dates import Birthday
from app.domain.gathering import Gathering
from app.domain.imports import Distinct, ImportBatch, UnreadableCard
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.promise import Promise, Side
from app.domain.remark import Remark, RemarkKind
from app.domain.reminder import FollowUp, FollowUpKind, Skip, Snooze
from app.domain.rhythm import Rhythm, TagRhythm
from app.domain.secret import Secret
from app.domain.version import VERSION
from app.store import backup, codec, schema
from app.store.derived import TABLES
from app.store.folder import StoreFolder
from app.store.reader import Reader
from app.store.settings import Setting
from app.store.store import Store, create_store, open_store
from app.store.vault import create_vault
from tests.store.conftest import CHEAP, TODAY, at

PLACE = Path(__file__).parents[1] / "data" / "stores"
CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
ACCOUNT, TOKEN = "carddav:mio@example.org", "a token of nobody"
_RELEASED = re.compile(r"^## \[?(\d+\.\d+\.\d+)", re.MULTILINE)


@dataclass(frozen=True)
class About:
    """What is said beside a store."""

    passphrase: str
    recovery_key: str
    content: str
    releases: tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """A store of an earlier day, never opened where it lies."""

    place: Path

    @property
    def schema(self) -> str:
        """The version of its tables."""
        return self.place.name

    @property
    def store(self) -> Path:
        """The closed store."""
        return self.place / "store"

    @property
    def backup(self) -> Path:
        """A backup of it."""
        return self.place / f"backup{backup.ENDING}"

    def about(self) -> About:
        """What is said of it."""
        said = json.loads(self._about.read_text("utf-8"))
        return About(**(said | {"releases": tuple(said["releases"])}))

    def say(self, about: About) -> None:
        """Say it."""
        said = json.dumps(asdict(about), indent=2, ensure_ascii=False)
        self._about.write_text(said + "\n", "utf-8")

    @property
    def _about(self) -> Path:
        return self.place / "about.json"


def kept(place: Path = PLACE) -> list[Kept]:
    """All of them, the oldest tables first."""
    return [Kept(path) for path in sorted(place.iterdir()) if path.is_dir()]


def released(changelog: str) -> set[str]:
    """The versions that were given out, by their headings."""
    return set(_RELEASED.findall(changelog))


def lacking(changelog: str, stores: list[Kept]) -> set[str]:
    """Releases of which no store is kept."""
    return released(changelog) - {one for store in stores for one in store.about().releases}


def content(store: Reader) -> str:
    """A hash of what a person has in it: records as their texts, settings, whom a day chose, and
    the bytes of cards and pictures; not of how the tables lie. A step may give records columns of
    their own, it does not write them anew.
    """
    with store._question() as c:
        said: dict[str, list[list[str]]] = {}
        for name, question in {
            **{kind: f"SELECT json FROM {TABLES[kind]}" for kind in codec.KINDS},  # noqa: S608
            "setting": "SELECT name, value FROM setting",
            "choice": "SELECT day, ids FROM choice",
            "blob": "SELECT sha256, lower(hex(bytes)) FROM blob",
        }.items():
            rows = sorted([str(value) for value in row] for row in c.exec_driver_sql(question))
            if rows:  # a kind that comes later is in no store of before
                said[name] = rows
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def kinds_in(store: Reader) -> set[str]:
    """The kinds of which it holds at least one."""
    with store._question() as c:
        return {
            kind
            for kind in codec.KINDS
            if c.exec_driver_sql(f"SELECT 1 FROM {TABLES[kind]} LIMIT 1").first()  # noqa: S608
        }


def make(place: Path, version: str) -> Kept:
    """The store of this schema below a folder, for one more release."""
    made = Kept(place / schema.VERSION)
    if made.place.exists():
        about = made.about()
        made.say(replace(about, releases=tuple(sorted({*about.releases, version}))))
        return made
    with tempfile.TemporaryDirectory() as name:
        folder = StoreFolder(Path(name) / "store")
        passphrase = f"{secrets.token_hex(4)} 開け"
        vault = create_vault(folder, passphrase, use_keyring=False, cost=CHEAP)
        create_store(folder, vault)
        with open_store(folder, vault.data_key) as store:
            _fill(store)
            said = content(store)
            assert kinds_in(store) == set(codec.KINDS), "a kind of record is not in it"
        place.mkdir(parents=True, exist_ok=True)
        made.place.mkdir()
        backup.make(folder, vault.data_key, made.backup)
        shutil.copytree(folder.path, made.store, ignore=shutil.ignore_patterns("lock", "backups"))
    made.say(About(passphrase, vault.recovery_key, said, (version,)))
    return made


def _fill(store: Store) -> None:
    sources = {name: f"BEGIN:VCARD\r\nFN:{name}\r\nEND:VCARD\r\n" for name in ("美緒", "Jo", "?")}
    blobs = {sha256(text.encode()).hexdigest(): text.encode() for text in sources.values()}
    picture = b"\x89PNG a picture of nobody"
    blobs[sha256(picture).hexdigest()] = picture
    store.apply(
        Change(Verb.IMPORT, _edits(*_people(sha256(picture).hexdigest()), *_cards(list(blobs)))),
        now=at(),
        blobs=blobs,
    )
    store.apply(Change(Verb.NOTES, _edits(*_about())), now=at())
    jo = store.contacts(["jo"])[0]
    edit = Edit(jo, replace(jo, note="edited", deleted_at=at().instant))
    store.apply(Change(Verb.DELETE_CONTACT, (edit,)), now=at())
    store.apply(Change(Verb.LOG, _edits(_act("taken-back", "taken back"))), now=at())
    store.undo(at())
    store.set_settings({Setting.DAILY_NUMBER: "7", Setting.LEAP_DAY: "02-28"})
    store.set_choice(TODAY, ["mio", "ren"])
    store.put_credential(ACCOUNT, Secret(TOKEN))


def _edits(*records: Record) -> tuple[Edit, ...]:
    return tuple(Edit(None, record) for record in records)


def _people(photo: str) -> tuple[Contact, ...]:
    mio = Contact(
        "mio",
        "uid-mio",
        Name("早坂 美緒", "早坂", "美緒", "M.", "Dr.", "Jr.", "みお"),
        Reading("はやさか", "みお"),
        "こもれび工房",
        "家具",
        "代表",
        (Email("mio@komorebi.example", "work"),),
        (Phone("03-5555-0142", "work", "+81355550142"),),
        (Address("神宮前1-1", "渋谷区", "東京都", "150-0001", "日本", "work"),),
        (Url("https://komorebi.example", "work"),),
        Birthday(2, 29),
        "浅煎りの豆が好き",
        ("家具", "釣り"),
        photo,
        Met(TODAY, "蔵前の交流会", "Jo", "fair"),
        (EarlierDetail("title", "店長", TODAY),),
        related=(Related("早坂 健", "spouse"),),
        dates=(Occasion("2015-04", "anniversary"),),
        accounts=(Account("mio.h", "skype", "work"),),
        positions=(Position("NPO こもれび", "理事会", "理事"),),
        more=(Detail("木工", "HOBBY"),),
        rhythm=Rhythm(3, 4),
    )
    ren = Contact("ren", name=Name("宮原 蓮", "宮原", "蓮"), tags=("家具",))
    jo = Contact("jo", name=Name("José Smith", "Smith", "José"), organization="ACME Inc.")
    return mio, ren, jo


def _cards(sources: list[str]) -> tuple[Record, ...]:
    bad = UnreadableCard("cards.vcf", 3, 9, "no_end", sources[2])
    batch = ImportBatch("batch", at().instant, ("cards.vcf",), 3, 1, 0, 0, 1, (bad,), TODAY)
    kept_card = Card(
        *("card-1", "batch", "mio", sources[0], "d1", "utf-8", "cards.vcf", 1, 1, CardState.KEPT),
        received_on=TODAY,
    )
    waits = Card(
        *("card-2", "batch", None, sources[1], "d2", "cp932", "cards.vcf", 4, 2, CardState.REVIEW)
    )
    return batch, kept_card, waits


def _act(name: str, note: str) -> Interaction:
    return Interaction(name, Kind.MET, Initiative.BOTH, TODAY, ("mio", "ren"), note, "京都")


def _about() -> tuple[Record, ...]:
    """What is known of them besides."""
    letter = Interaction("letter", Kind.MAIL, Initiative.THEM, TODAY, ("mio",), gathering="fair")
    return (
        Gathering("fair", "蔵前の交流会", TODAY, place="蔵前", people=("ren",), uid="uid-fair"),
        _act("met", "端材の話"),
        letter,
        Interaction("reply", Kind.MAIL, Initiative.ME, TODAY, ("mio",), answers="letter"),
        FollowUp("follow-up", "mio", FollowUpKind.TYPED, TODAY, TODAY, "見本"),
        Snooze("snooze", "ren", TODAY, TODAY),
        Skip("skip", "ren", TODAY),
        Distinct("not-this-card", "d2", "mio"),
        Distinct("not-they", "", "ren", "jo"),
        Promise("promise", "mio", Side.ME, "端材の見本を送る", TODAY, TODAY, act="met"),
        Remark("remark", "mio", RemarkKind.PLEASES, "浅煎りの豆", TODAY),
        TagRhythm("rhythm", "家具", Rhythm(6, 8)),
    )


if __name__ == "__main__":
    print(make(PLACE, VERSION).place)
