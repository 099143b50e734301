import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from tests.screens.compare import beside, contact_sheet, difference
from tests.screens.pages import SCREENS
from tests.screens.render import Design, Screen

ROOT = Path(__file__).resolve().parents[2]
DESIGN = ROOT.parent / "shared" / "design"

SCRIPT = """
import sys
from pathlib import Path
from tests.screens.pages import SCREENS
from tests.screens.render import render_all
chosen = [screen for screen in SCREENS if screen.name in ("components", "gallery")]
render_all(chosen, Path(sys.argv[1]), int(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two sheets of widgets in both densities, rendered without a word from Qt."""
    folder = tmp_path_factory.mktemp("screens")
    for ratio in (1, 2):
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(folder), str(ratio)],
            cwd=ROOT,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": str(ratio),
                "PYTHONWARNINGS": "error",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        said = [line for line in run.stderr.splitlines() if "plugin does not support" not in line]
        assert run.returncode == 0, run.stderr
        assert said == []
    return folder


def test_every_name_is_its_own() -> None:
    names = [screen.name for screen in SCREENS]
    assert len(names) == len(set(names))


def test_double_density_has_twice_the_pixels(pictures: Path) -> None:
    with (
        Image.open(pictures / "components-ja-dark@1x.png") as one,
        Image.open(pictures / "components-ja-dark@2x.png") as two,
    ):
        assert one.size == (640, 820)
        assert two.size == (1280, 1640)


def test_contact_sheets_hold_every_look(pictures: Path, qapp: QApplication) -> None:
    for screen in SCREENS:
        if screen.name == "components":
            with Image.open(contact_sheet(screen, pictures)) as sheet:
                assert sheet.width > 1000


def test_the_widgets_are_those_of_the_design(pictures: Path) -> None:
    if not DESIGN.is_dir():
        pytest.skip("the design pictures are not beside this checkout")
    screen = next(screen for screen in SCREENS if screen.name == "components")
    found = dict(beside(screen, pictures, DESIGN))
    assert set(found) == {"ja-light", "ja-dark"}
    assert max(found.values()) < 5, found


def test_differences_are_counted() -> None:
    one = Image.new("RGB", (10, 10), (200, 200, 200))
    other = one.copy()
    other.putpixel((3, 3), (200, 200, 170))
    other.putpixel((4, 4), (200, 200, 180))  # within what an eye forgives
    percent, marked = difference(one, other)
    assert percent == 1
    assert marked.getpixel((3, 3)) == 255


def test_a_missing_design_is_left_out(pictures: Path, tmp_path: Path) -> None:
    made = Screen("components", SCREENS[0].make, designs=(("ja-light", Design("nowhere.png")),))
    assert beside(made, pictures, tmp_path) == []
