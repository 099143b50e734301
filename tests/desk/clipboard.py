"""Somebody who has copied a text: `python -m tests.desk.clipboard TEXT`, and keeps it."""

import sys

from PySide6.QtGui import QClipboard, QGuiApplication

if __name__ == "__main__":
    application = QGuiApplication([])
    for place in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        QGuiApplication.clipboard().setText(sys.argv[1], place)
    print("copied", flush=True)
    sys.exit(application.exec())
