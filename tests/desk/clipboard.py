"""Somebody who has copied something, and keeps it: `python -m tests.desk.clipboard [--code] TEXT`,
with --code a picture of a QR code of it; with --read alone, somebody who would paste: prints it.
"""

import sys

from PySide6.QtGui import QClipboard, QColor, QGuiApplication, QImage

from app.interchange.codes import squares

_SCALE, _QUIET = 6, 4


def code(words: str) -> QImage:
    """A QR code, black on what one sees through, as web pages have them."""
    dark = squares(words)
    side = (len(dark) + 2 * _QUIET) * _SCALE
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    for y in range(side):
        for x in range(side):
            row, column = y // _SCALE - _QUIET, x // _SCALE - _QUIET
            if 0 <= row < len(dark) and 0 <= column < len(dark) and dark[row][column]:
                image.setPixelColor(x, y, QColor("black"))
    return image


if __name__ == "__main__":
    application = QGuiApplication([])
    if sys.argv[1:] == ["--read"]:
        print(QGuiApplication.clipboard().text())
        sys.exit(0)
    for place in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        if sys.argv[1] == "--code":
            QGuiApplication.clipboard().setImage(code(sys.argv[2]), place)
        else:
            QGuiApplication.clipboard().setText(sys.argv[1], place)
    print("copied", flush=True)
    sys.exit(application.exec())
