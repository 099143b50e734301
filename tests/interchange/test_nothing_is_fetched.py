"""R34 and R35: what a card names is neither fetched nor opened nor becomes the name of a file.

Watched from outside by strace, which sees Qt and every library, not only Python. Where there is no
strace, the audit hook of test_hostile.py is all there is.
"""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from app.interchange import reading
from tests.interchange.sabotage import links_are_opened, without


def _strace() -> str | None:
    """Where it is and may trace, which not every container allows."""
    found = shutil.which("strace")
    done = found and subprocess.run([found, "-qq", "true"], capture_output=True, check=False)
    return found if done and done.returncode == 0 else None


STRACE = _strace()
ROOT = Path(reading._ROOT)
PROPERTIES = ("PHOTO", "LOGO", "SOUND", "KEY", "URL", "SOURCE", "NOTE", "IMPP", "MEMBER", "X-THING")
WORD = "bait-5550"
"""In every name that a card gives; nothing else on the machine is called so."""


def uris(bait: Path) -> list[str]:
    """Every kind of link, all to something called by the word."""
    return [
        f"http://{WORD}.example/a.png",
        f"https://{WORD}.example/a.png",
        f"ftp://{WORD}.example/a",
        bait.as_uri(),
        f"file:{bait}",
        str(bait),
        f"../{bait.name}",
        bait.name,
        f"\\\\{WORD}\\share\\a.png",
        f"//{WORD}/share/a.png",
        f"smb://{WORD}/a",
        f"cid:{WORD}",
        f"data:image/svg+xml;base64,{base64.b64encode(_svg(bait)).decode()}",
        f'<img src="{bait}">',
        f"ldap://{WORD}.example/o",
        f"javascript:open('{WORD}')",
        f"qrc:/{WORD}.png",
        f"[](file://{bait})",
        f"mailto:a@b.example?attach={bait}",
        f"file://{WORD}/share/a.png",
    ]


def _svg(bait: Path) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{bait}"/></svg>'.encode()


def baited(bait: Path) -> bytes:
    """200 cards, each with one property that holds one link, plainly and by VALUE=uri."""
    cards = [
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u{n}\r\nFN:P {n}\r\n{name}:{uri}\r\n"
        f"{name};VALUE=uri:{uri}\r\nEND:VCARD\r\n"
        for n, (name, uri) in enumerate(product(PROPERTIES, uris(bait)))
    ]
    return "".join(cards).encode()


def watched(log: Path, command: list[str], said: str = "") -> list[str]:
    """Calls of a command that open, connect to, resolve or start something called by the word."""
    assert STRACE is not None
    done = subprocess.run(
        [STRACE, "-f", "-qq", "-s", "4096", "-e", "trace=%file,%network", "-o", str(log), *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr[-2000:]
    assert said in done.stdout, done.stderr[-2000:]
    calls = log.read_text("utf-8", "replace").splitlines()
    return [call for call in calls if WORD in call and " execve(" not in call]


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    path = tmp_path / f"{WORD}.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    return path


READ = "import sys; from pathlib import Path; from app.interchange.reading import read_cards; "
READ += "print(len(list(read_cards(Path(sys.argv[1]), argv=sys.argv[2:] or None))))"


@pytest.mark.slow
@pytest.mark.skipif(STRACE is None, reason="strace is not installed or may not trace")
@pytest.mark.timeout(300)
def test_import_list_detail_and_export_fetch_nothing(tmp_path: Path, bait: Path) -> None:
    file, store = tmp_path / "cards.vcf", tmp_path / "store"
    file.write_bytes(baited(bait))
    secret = tmp_path / "passphrase"
    secret.write_text("bell\n")
    program = [
        *(sys.executable, "-m", "app", "--store", str(store), "--passphrase-file", str(secret))
    ]
    subprocess.run([*program, "init", "--no-keyring"], cwd=ROOT, check=True, capture_output=True)
    for step in (
        ["import", str(file), "--json"],
        ["find", "P", "--json"],
        ["show", "P 7", "--json"],
        ["export", str(tmp_path / "out.vcf")],
        ["export", str(tmp_path / "out.csv")],
    ):
        assert watched(tmp_path / "log", [*program, *step]) == [], step[0]
    assert (tmp_path / "out.vcf").read_bytes().count(b"BEGIN:VCARD\r\n") == 200
    looking = [sys.executable, "-m", "tests.ui.looking", str(store)]
    assert watched(tmp_path / "log", looking, said="looked at 60") == []


@pytest.mark.slow
@pytest.mark.skipif(STRACE is None, reason="strace is not installed or may not trace")
@pytest.mark.timeout(120)
def test_a_reader_that_opened_a_link_would_be_seen(tmp_path: Path, bait: Path) -> None:
    """Sabotage twin of R34."""
    file = tmp_path / "cards.vcf"
    file.write_bytes(baited(bait))
    command = [sys.executable, "-c", READ, str(file)]
    assert watched(tmp_path / "log", command) == []
    assert watched(tmp_path / "log", [*command, *without(links_are_opened)]) != []


# ------------------------------------------------------------------------------------------ names

ODD = [
    *("../../x", "..\\..\\x", "/etc/passwd", "C:\\x", "CON", "nul.vcf", "COM1", "aux.", "x. . ."),
    *("x" * 300, "x:stream", "x::$DATA", "\u202efcv.exe", "a\x00b", "~", "~root", "-rf", "$HOME"),
    *("`id`", "%TEMP%", "|x", "a/b", "a\nb", ".", "..", "", " ", "\u2025/x", "\uff0e\uff0e\uff0fx"),
]
PLACES = ("FN", "N", "UID", "ORG", "NICKNAME", "NOTE", "CATEGORIES", "X-FILE", "PHOTO", "SOURCE")


def names() -> bytes:
    """500 cards whose names would be bad names of files; half of them cannot be read."""
    cards = []
    for n in range(500):
        odd, place = ODD[n % len(ODD)], PLACES[n // len(ODD) % len(PLACES)]
        end = "END:VCARD\r\n" if n % 2 else ""
        cards.append(f"BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:{n:010}\r\n{place}:{odd}\r\n{end}")
    return "".join(cards).encode()


def tree(folder: Path) -> set[str]:
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


@pytest.mark.timeout(120)
def test_no_name_of_a_card_names_a_file(tmp_path: Path) -> None:
    store, chosen, beside = tmp_path / "store", tmp_path / "chosen", tmp_path / "beside"
    for folder in (chosen, beside):
        folder.mkdir()
    (beside / "x").write_bytes(b"mine")
    (beside / "cards.vcf").write_bytes(names())
    (beside / "passphrase").write_text("bell\n")
    program = [
        *(sys.executable, "-m", "app", "--store", str(store)),
        *("--passphrase-file", str(beside / "passphrase")),
    ]
    before = {p: p.read_bytes() for p in beside.iterdir()}
    for step in (
        ["init", "--no-keyring"],
        ["import", str(beside / "cards.vcf"), "--json"],
        ["export", "a.vcf", "--vcard", "4.0"],
        ["export", "b.vcf"],
        ["export", "c.csv"],
    ):
        done = subprocess.run(
            [*program, *step],
            cwd=chosen,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin", "HOME": str(tmp_path), "LANG": "C"},
            capture_output=True,
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr[-500:]
    assert {p: p.read_bytes() for p in beside.iterdir()} == before
    assert tree(chosen) == {"a.vcf", "b.vcf", "c.csv"}
    own = re.compile(r"store\.db(-wal|-shm)?|vault(\.copy)?\.json|lock|backups/[\d-]+\.enishi")
    assert [name for name in tree(store) if not own.fullmatch(name)] == []
    assert {p.name for p in tmp_path.iterdir()} == {"store", "chosen", "beside"}
