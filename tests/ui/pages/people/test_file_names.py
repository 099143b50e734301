"""R35: what a card calls somebody names no file but one in the folder that was chosen."""

import re
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QFileDialog

from app.domain.contact import Name
from app.ui.pages.people import exporting
from app.ui.pages.people.exporting import Exporting, file_name
from tests.ui.day import HAYASAKA
from tests.ui.pages.people.test_exporting import dialog_of

ODD = (
    "../../x", "..\\..\\x", "/etc/passwd", "C:\\x", "C:x", "CON", "nul", "com1", "LPT9",
    "com\u00b9", "ＣＯＮ", "aux.", "x. . .", "x" * 300, "\U00020bb7" * 300, "x:stream", "x::$DATA",
    "\u202efcv.exe", "a\0b", "~", "~root", "-rf", "$HOME", "`id`", "%TEMP%", "|x", "a/b", "a\nb",
    ".", "..", "", " ", "\u2025/x", "\uff0e\uff0e\uff0fx", "*", "?", '"', "<x>", "\u200b",
    "\U0001f600", "\ud83d", "x\u0300" * 90,
)  # fmt: skip
AROUND = (
    "{}", "Mio {}", "{} 早坂", "{0}{0}", "{}.vcf", " {}", "{} ", "_{}_", "({})", "{}\u200e", "-{}",
    "../{}", "{}/..",
)  # fmt: skip
NAMES = [around.format(odd) for odd in ODD for around in AROUND]
DEVICE = re.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)


def is_harmless(name: str) -> bool:
    """One part of a path, on Windows as well, that is seen as it is and no device; or nothing."""
    file = f"{name}.vcf"
    return not name or (
        PureWindowsPath(file).parts == (file,)
        and name.isprintable()
        and not set(name) & set('.:~$%*?"<>|`/\\')
        and name[0] not in "- "
        and len(file.encode("utf-8", "surrogatepass")) <= 255
        and not DEVICE.fullmatch(name)
    )


def test_500_odd_names_name_harmless_files() -> None:
    assert len(NAMES) > 500
    assert [name for name in NAMES if not is_harmless(file_name(name))] == []
    assert file_name("早坂 美緒") == "早坂_美緒"


@given(st.text(max_size=80))
def test_so_does_any_text(name: str) -> None:
    assert is_harmless(file_name(name))


def proposed(mio, name: str) -> Path:
    """Where the page would put somebody of this name."""
    of_page = mio.page.findChild(Exporting)
    of_page.open([of_page.person(replace(HAYASAKA, name=Name(full=name)))])
    dialog = dialog_of(mio)
    dialog.go_on.click()
    mio.settle()
    asks = dialog.findChild(QFileDialog)
    chosen = Path(asks.selectedFiles()[0])
    assert Path(asks.directory().absolutePath()) == Path.home()
    asks.close()
    mio.settle()
    return chosen


HOSTILE = "../../x"


def test_the_page_proposes_a_file_in_the_folder(mio) -> None:
    assert proposed(mio, HOSTILE) == Path.home() / "x.vcf"


def test_a_name_that_is_taken_as_it_is_is_seen(mio, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage twin."""
    monkeypatch.setattr(exporting, "file_name", lambda shown: shown)
    assert proposed(mio, HOSTILE).resolve().parent != Path.home()
    assert [name for name in NAMES if not is_harmless(exporting.file_name(name))] != []
