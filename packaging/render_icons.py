"""Renders the application icon into a hicolor folder: `render_icons.py DIR`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
# Small icons show the plain knot; the tile needs 48 pixels to be clear.
SMALLEST_TILE = 48
BRAND = Path(__file__).parent.parent / "resources" / "brand"


def main() -> None:
    """Write `NxN/apps/enishi.png` for every size."""
    target = Path(sys.argv[1])
    application = QGuiApplication([])
    for size in SIZES:
        name = "app-icon.svg" if size >= SMALLEST_TILE else "mark.svg"
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        QSvgRenderer(QByteArray((BRAND / name).read_bytes())).render(painter)
        painter.end()
        folder = target / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        if not image.save(str(folder / "enishi.png")):
            sys.exit(f"could not write {folder / 'enishi.png'}")
    del application


if __name__ == "__main__":
    main()
