"""Fills `app/built` (not in git) from `resources/`: icons, pictures, compiled translations."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "resources"
BUILT = ROOT / "app" / "built"


def tool(name: str) -> str:
    """A Qt tool of the PySide6 that this Python has."""
    suffix = ".exe" if sys.platform == "win32" else ""
    beside = Path(sys.executable).parent / f"pyside6-{name}{suffix}"
    found = str(beside) if beside.exists() else shutil.which(f"pyside6-{name}")
    if found is None:
        raise SystemExit(f"pyside6-{name} is not installed beside {sys.executable}")
    return found


def qt_translation(name: str) -> Path:
    """One of Qt's own catalogues, wherever this platform's wheel keeps them."""
    home = Path(PySide6.__file__).parent
    for folder in (home / "Qt" / "translations", home / "translations"):
        if (folder / name).exists():
            return folder / name
    raise SystemExit(f"{name} is not in {home}")


def newest(paths: list[Path]) -> float:
    return max((p.stat().st_mtime for p in paths), default=0.0)


def up_to_date() -> bool:
    """Whether everything built is younger than every source."""
    stamp = BUILT / "stamp"
    sources = [p for p in SOURCES.rglob("*") if p.is_file()]
    return stamp.exists() and stamp.stat().st_mtime > newest([*sources, Path(__file__)])


def build() -> None:
    """Build everything anew, beside, and put it in place at the end."""
    with tempfile.TemporaryDirectory(dir=BUILT.parent, prefix="built-") as made:
        fill(Path(made) / "new")
        if BUILT.exists():
            BUILT.replace(Path(made) / "old")
        (Path(made) / "new").replace(BUILT)


def fill(target: Path) -> None:
    """Everything built, in one folder."""
    for folder in ("icons", "brand"):
        (target / folder).mkdir(parents=True)
        for source in sorted((SOURCES / folder).glob("*.svg")):
            shutil.copyfile(source, target / folder / source.name)
    words = target / "i18n"
    words.mkdir()
    for source in sorted((SOURCES / "i18n").glob("*.ts")):
        made = words / f"{source.stem}.qm"
        subprocess.run([tool("lrelease"), "-silent", str(source), "-qm", str(made)], check=True)
    shutil.copyfile(qt_translation("qtbase_ja.qm"), words / "qtbase_ja.qm")
    (target / "stamp").write_text("built by packaging/build_resources.py\n", "utf-8")


if __name__ == "__main__":
    if "--if-needed" not in sys.argv[1:] or not up_to_date():
        build()
        print(f"resources built into {BUILT.relative_to(ROOT)}")
