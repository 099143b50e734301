"""The targets of the fuzzer with structured files, and with every input that ever broke one.

What the fuzzer found lies in tests/data/fuzz, made as small as it goes; its README says what it
was.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.store.header import canonical
from tests.interchange import targets
from tests.interchange.strategies import TEXT

pytestmark = pytest.mark.timeout(300)  # where one fails, making it small takes its time
DATA = Path(__file__).resolve().parents[1] / "data"
FOUND = sorted((DATA / "fuzz").glob("*.*[!md]"))
SEEDS = sorted(p for p in (DATA / "cards").iterdir() if p.suffix == ".vcf")
FILE = settings(max_examples=60)


@pytest.mark.parametrize("path", [*FOUND, *SEEDS], ids=lambda p: p.name)
@pytest.mark.parametrize("target", targets.TARGETS)
def test_what_broke_one_breaks_none_any_more(target: str, path: Path) -> None:
    targets.TARGETS[target](path.read_bytes())


# ---------------------------------------------------------------- files as a writer would make them

NAMES = st.sampled_from(
    "N FN TEL EMAIL ADR ORG TITLE ROLE NOTE BDAY URL UID CATEGORIES NICKNAME PHOTO LOGO SOUND KEY "
    "LABEL REV AGENT GEO TZ X-PHONETIC-LAST-NAME X-ABDATE X-ABRELATEDNAMES X-ABLabel SORT-STRING "
    "X-ANDROID-CUSTOM X-EVOLUTION-FILE-AS ANNIVERSARY IMPP X-ENISHI-LINE X-ENISHI-COLUMN 8 - tel "
    "BEGIN END VERSION".split()
)
GROUPS = st.sampled_from(["", "", "", "item1.", "ITEM2.", "a-b.", "."])
CHARSETS = ["utf-8", "cp932", "euc_jp", "iso2022_jp", "latin-1", "cp1252", "utf-16-le"]
PARAMS = st.one_of(
    st.just(""),
    st.sampled_from(
        [
            *(
                ";TYPE=WORK",
                ";TYPE=home,cell",
                ';TYPE="a,b"',
                ";CELL;PREF",
                ";TYPE=PREF",
                ";PREF=1",
            ),
            *(";ENCODING=QUOTED-PRINTABLE", ";QUOTED-PRINTABLE", ";ENCODING=BASE64", ";ENCODING=b"),
            *(";CHARSET=SHIFT_JIS", ";CHARSET=UTF-8", ";CHARSET=X-NONE", ";CHARSET=ISO-2022-JP"),
            *(";VALUE=uri", ";VALUE=text", ";X-IRMC-N", ";SORT-AS=a,b", ";LANGUAGE=ja", ";=", ";;"),
            *(';X="^n^\'^^"', ";X=\x81", ";X-APPLE-OMIT-YEAR=1604", ";ALTID=1", ";MEDIATYPE=a/b"),
        ]
    ),
    TEXT.map(lambda t: f";X={t}"),
)
DATES = st.one_of(
    st.sampled_from(
        "19850412 1985-04-12 --0412 --04-12 1985 1985-04 ---12 1970-02-29 --0229 19850412T101010Z "
        "0000-00-00 昭和58年4月12日 昭和58年4月 S58.4.12 circa 2262-04-12 1604-02-29".split()
    ),
    st.from_regex(r"[-0-9]{1,10}", fullmatch=True),
)
VALUES = st.one_of(
    TEXT,
    DATES,
    st.lists(TEXT, max_size=6).map(";".join),
    st.binary(max_size=12).map(lambda b: base64.b64encode(b).decode()),
    st.sampled_from(
        [
            *("=E5=B1=B1=E7=94=B0", "=8E=52=93=63", "=0D=0A=", "=", "a=\r\nb", "=ZZ", "@@@@"),
            *("http://x.example/a.png", "data:image/png;base64,iVBORw0KGgo=", "data:,", "cid:1"),
            *("_$!<Home>!$_", "tel:+81-3-5550-0001;ext=1", "urn:uuid:1", "mailto:a@b.example"),
            *(
                "vnd.android.cursor.item/nickname;a;1;;;;;;;;;;;;;",
                "髙﨑;みき",
                "ﾔﾏﾀﾞ",
                "\x1b$B;3ED\x1b(B",
            ),
        ]
    ),
)
LINES = st.tuples(GROUPS, NAMES, st.lists(PARAMS, max_size=3).map("".join), VALUES).map(
    lambda t: f"{t[0]}{t[1]}{t[2]}:{t[3]}"
)


def _folded(line: str, places: list[int]) -> str:
    for place in sorted({p % (len(line) + 1) for p in places}, reverse=True):
        line = f"{line[:place]}\r\n {line[place:]}"
    return line


FOLDED = st.tuples(LINES, st.lists(st.integers(0, 400), max_size=2)).map(lambda t: _folded(*t))


def _card(version: str, lines: list[str]) -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"])


PLAIN = st.tuples(st.sampled_from(["2.1", "3.0", "4.0", ""]), st.lists(FOLDED, max_size=6)).map(
    lambda t: _card(*t)
)
NESTED = st.recursive(
    PLAIN,
    lambda inner: st.tuples(
        st.sampled_from(["2.1", "3.0"]), st.lists(st.one_of(FOLDED, inner), max_size=4), inner
    ).map(lambda t: _card(t[0], [*t[1], "AGENT:", t[2]])),
    max_leaves=3,
)
CARDS = st.tuples(
    NESTED, st.sampled_from(CHARSETS), st.sampled_from(["\r\n", "\n", "\r", "\r\r\n"])
).map(lambda t: t[0].replace("\r\n", t[2]).encode(t[1], "replace"))
FILES = st.tuples(
    st.sampled_from([b"", b"\xef\xbb\xbf", b"stray\r\n", b"END:VCARD\r\n"]),
    st.lists(st.one_of(CARDS, CARDS, st.binary(max_size=20)), max_size=3),
).map(lambda t: t[0] + b"\r\n".join(t[1]) + b"\r\n")
"""Cards nested and plain, each in a charset and with line ends of its own, and bytes in between."""


@FILE
@given(FILES)
def test_every_byte_of_a_file_has_its_place(data: bytes) -> None:
    targets.split(data)


@FILE
@given(st.one_of(CARDS, FILES))
def test_a_bad_card_leaves_the_good_ones_as_they_are(data: bytes) -> None:
    targets.independent(data)


@given(st.one_of(FOLDED.map(str), TEXT, st.text(max_size=60)))
def test_any_line_is_taken(text: str) -> None:
    targets.line(text.encode("utf-8", "surrogatepass"))


@FILE
@given(FILES)
def test_any_card_is_a_person_or_a_reason(data: bytes) -> None:
    targets.model(data)


@FILE
@given(FILES)
def test_any_person_is_written_and_read_again(data: bytes) -> None:
    targets.round_trip(data)


@FILE
@given(FILES)
def test_any_people_are_rows_that_run_nothing(data: bytes) -> None:
    targets.csv_out(data)


CELLS = st.one_of(VALUES, st.sampled_from(['"', '""', '"a\nb"', '"a""b"', "0/0/00", "=1+1"]))
HEADERS = st.sampled_from(
    ["Name,Email,Phone", "氏名,会社名,携帯電話", "First Name,Last Name,E-mail 1 - Value", "a,b"]
)
TABLES = st.tuples(
    st.sampled_from(["", "Notes:\r\n\r\n", "10月15日に生成された名刺リストです。\r\n\r\n"]),
    HEADERS,
    st.lists(st.lists(CELLS, min_size=1, max_size=5).map(",".join), max_size=6),
    st.sampled_from([*CHARSETS, "utf-16", "utf-8-sig"]),
    st.sampled_from([",", ";", "\t"]),
).map(lambda t: (t[0] + "\r\n".join([t[1], *t[2], ""])).replace(",", t[4]).encode(t[3], "replace"))


@FILE
@given(st.one_of(TABLES, TABLES.map(lambda t: t[:-1])))
def test_any_table_gives_all_its_rows(data: bytes) -> None:
    targets.table(data)


@given(TEXT, VALUES)
def test_any_text_of_a_code_is_taken(name: str, value: str) -> None:
    for text in (
        f"MECARD:N:{name};TEL:{value};;",
        f"BEGIN:VCARD\nFN:{name}\nNOTE:{value}\nEND:VCARD",
    ):
        targets.code(text.encode("utf-8", "replace"))


# ------------------------------------------------------------------------- our own formats (8)

ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)
BODIES = st.fixed_dictionaries(
    {},
    optional={
        "format": st.one_of(st.just(1), ANYTHING),
        "store": st.one_of(st.just("s"), ANYTHING),
        "schema": st.one_of(st.just("0001"), ANYTHING),
        "revision": st.one_of(st.just(1), ANYTHING),
        "counter": st.one_of(st.just(1), ANYTHING),
        "open": st.one_of(st.booleans(), ANYTHING),
        "slots": st.one_of(st.just([]), st.just([{}]), ANYTHING),
    },
)


def _header(body: object, *, sound: bool, mac: object) -> bytes:
    """A header whose checksum is right, so that what is inside is looked at."""
    import hashlib

    check = hashlib.sha256(canonical(body)).hexdigest() if sound else "0"  # type: ignore[arg-type]
    return json.dumps({"body": body, "check": check, "mac": mac}).encode()


HEADER = st.one_of(
    st.binary(max_size=60),
    ANYTHING.map(lambda v: json.dumps(v).encode()),
    st.builds(
        lambda body, sound, mac: _header(body, sound=sound, mac=mac),
        st.one_of(BODIES, ANYTHING),
        st.booleans(),
        st.one_of(st.just("AAAA"), ANYTHING),
    ),
)


@given(HEADER)
def test_any_header_is_read_or_damaged(data: bytes) -> None:
    targets.header(data)


def _zip(members: list[tuple[str, bytes]], kind: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def _damaged(data: bytes, places: list[tuple[int, int]]) -> bytes:
    changed = bytearray(data)
    for place, byte in places:
        if changed:
            changed[place % len(changed)] = byte
    return bytes(changed)


ARCHIVES = st.builds(
    _zip,
    st.lists(
        st.tuples(
            st.sampled_from(["vault.json", "store.db", "../store.db", "/etc/x", "vault.json/"]),
            st.one_of(HEADER, st.binary(max_size=30)),
        ),
        max_size=3,
        unique_by=lambda member: member[0],
    ),
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
)


@settings(max_examples=60)
@given(
    st.one_of(ARCHIVES, st.binary(max_size=80)),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=4),
)
@example(  # its directory says a place before the beginning of the file
    _zip([("vault.json", b""), ("../store.db", b""), ("vault.json/", b"")], zipfile.ZIP_STORED),
    [(309, 1)],
)
def test_any_backup_is_opened_or_refused(data: bytes, places: list[tuple[int, int]]) -> None:
    targets.backup(_damaged(data, places))
