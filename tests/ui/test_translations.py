"""Every string of the screen has its Japanese, every plural its English."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import build_resources  # noqa: E402
import update_translations  # noqa: E402


def untranslated(catalogue: Path) -> Iterator[str]:
    """Messages of the present source that lack a translation, or a form of it."""
    for context in ET.parse(catalogue).getroot().iter("context"):  # noqa: S314
        for message in context.iter("message"):
            told = message.find("translation")
            assert told is not None
            if told.get("type") in ("vanished", "obsolete"):
                continue
            forms = [form.text for form in told.iter("numerusform")] or [told.text]
            if told.get("type") == "unfinished" or not all(form for form in forms):
                yield f"{context.findtext('name')}: {message.findtext('source')}"


def collected(language: str, folder: Path, modules: list[str] | None = None) -> Path:
    """A copy of the catalogue, brought up to date with the source."""
    source = ROOT / "resources" / "i18n" / f"app_{language}.ts"
    copy = folder / source.name
    copy.write_bytes(source.read_bytes())
    update_translations.update(language, copy, modules)
    return copy


def test_every_string_has_its_japanese(tmp_path: Path) -> None:
    assert list(untranslated(collected("ja", tmp_path))) == []


def test_every_plural_has_its_english(tmp_path: Path) -> None:
    assert list(untranslated(collected("en", tmp_path))) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_new_string_is_noticed(tmp_path: Path, language: str) -> None:
    module = tmp_path / "fresh.py"
    module.write_text(
        "class Fresh(QObject):\n"
        "    def say(self, n):\n"
        '        return self.tr("Wholly new") + self.tr("%n fresh thing(s)", "", n)\n'
    )
    found = set(untranslated(collected(language, tmp_path, [str(module)])))
    wanted = {"Fresh: %n fresh thing(s)"} | ({"Fresh: Wholly new"} if language == "ja" else set())
    assert wanted <= found


@pytest.mark.parametrize("language", ["ja", "en"])
def test_placeholders_survive_translation(language: str) -> None:
    import re

    marks = re.compile(r"\{\w*\}|%\d|%n|%L\d")
    source = ROOT / "resources" / "i18n" / f"app_{language}.ts"
    for message in ET.parse(source).getroot().iter("message"):  # noqa: S314
        told = message.find("translation")
        assert told is not None
        wanted = set(marks.findall(message.findtext("source") or ""))
        for text in [form.text for form in told.iter("numerusform")] or [told.text]:
            if text:
                # a singular may say "one" instead of the number
                assert set(marks.findall(text)) | {"%n"} >= wanted, text
                assert set(marks.findall(text)) <= wanted, text


def test_building_makes_what_the_program_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_resources, "BUILT", tmp_path / "built")
    assert not build_resources.up_to_date()
    build_resources.build()
    assert build_resources.up_to_date()
    made = {
        path.relative_to(tmp_path / "built").as_posix()
        for path in (tmp_path / "built").rglob("*.*")
    }
    assert {"icons/today.svg", "brand/logo.svg", "i18n/app_ja.qm", "i18n/qtbase_ja.qm"} <= made


def test_the_build_runs_by_itself(tmp_path: Path) -> None:
    script = ROOT / "packaging" / "build_resources.py"
    run = subprocess.run(
        [sys.executable, str(script), "--if-needed"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
