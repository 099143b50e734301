"""`python -m tests.screens [name …] [--design FOLDER]`: pictures into build/screens.

With --readme also the two pictures of the README, into packaging/pictures.
"""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "screens"
README = ROOT / "packaging" / "pictures"
IN_README = {"people": "ja-light", "today": "en-light"}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("names", nargs="*", help="pages; all by default")
    parser.add_argument("--design", type=Path, default=ROOT.parent / "shared" / "design")
    parser.add_argument("--ratio", type=int, choices=(1, 2), help=argparse.SUPPRESS)
    parser.add_argument("--readme", action="store_true", help="write the pictures of the README")
    asked = parser.parse_args()

    if asked.readme:
        return _all(list(IN_README), asked.design) or _write_readme_pictures()
    if asked.ratio is None:
        return _all(asked.names, asked.design)
    from tests.screens.render import render_all

    render_all(_chosen(asked.names), OUT, asked.ratio)
    return 0


def _chosen(names: list[str]) -> list:
    from tests.screens.pages import SCREENS

    unknown = set(names) - {screen.name for screen in SCREENS}
    if unknown:
        raise SystemExit(f"no page called {', '.join(sorted(unknown))}")
    return [screen for screen in SCREENS if not names or screen.name in names]


def _all(names: list[str], designs: Path) -> int:
    from tests.screens.compare import beside, contact_sheet

    OUT.mkdir(parents=True, exist_ok=True)
    screens = _chosen(names)
    running = [_begin(names, ratio) for ratio in (1, 2)]
    codes = [process.wait() for process in running]
    if any(codes):
        return 1
    if not designs.is_dir():
        print(f"no design pictures in {designs}: rendered only")
    with ThreadPoolExecutor() as pool:
        sheets = pool.map(partial(contact_sheet, pictures=OUT), screens)
        compared = pool.map(partial(beside, pictures=OUT, designs=designs), screens)
        for screen, sheet, found in zip(screens, sheets, compared, strict=True):
            print(sheet.relative_to(ROOT))
            for look, percent in found:
                print(f"  {screen.name:18} {look:10} {percent:5.2f} % differ")
    return 0


def _write_readme_pictures() -> int:
    from PIL import Image

    README.mkdir(exist_ok=True)
    for name, look in IN_README.items():
        target = README / f"{name}.png"
        with Image.open(OUT / f"{name}-{look}@1x.png") as picture:
            picture.convert("RGB").save(target, optimize=True)
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")
    return 0


def _begin(names: list[str], ratio: int) -> subprocess.Popen[bytes]:
    """Render in one density, which belongs to a process: painters ask their device for it."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(ratio)}
    command = [sys.executable, "-m", "tests.screens", *names, "--ratio", str(ratio)]
    return subprocess.Popen(command, cwd=ROOT, env=environment)


if __name__ == "__main__":
    sys.exit(main())
