"""`python -m tests.screens [name …] [--design FOLDER]`: pictures into build/screens."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "screens"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("names", nargs="*", help="pages; all by default")
    parser.add_argument("--design", type=Path, default=ROOT.parent / "shared" / "design")
    parser.add_argument("--ratio", type=int, choices=(1, 2), help=argparse.SUPPRESS)
    asked = parser.parse_args()

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
    for ratio in (1, 2):
        # Density belongs to a process: painters ask their device for it.
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(ratio),
        }
        command = [sys.executable, "-m", "tests.screens", *names, "--ratio", str(ratio)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    if not designs.is_dir():
        print(f"no design pictures in {designs}: rendered only")
    for screen in screens:
        print(contact_sheet(screen, OUT).relative_to(ROOT))
        for look, percent in beside(screen, OUT, designs):
            print(f"  {screen.name:16} {look:12} {percent:5.2f} % differ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
