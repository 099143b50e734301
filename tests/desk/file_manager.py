"""A file manager of one file: `python -m tests.desk.file_manager FILE`, to drag it out of."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

TITLE = "Files"


class File(QLabel):
    """The file; press and move to drag it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self._path = path
        self.setWindowTitle(TITLE)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(20, 40, 220, 60)
        # A window manager puts it where it likes, but not over what is dropped on.
        self.setWindowFlag(Qt.WindowType.X11BypassWindowManagerHint)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._path))])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    application = QApplication([])
    file = File(Path(sys.argv[1]))
    file.show()
    sys.exit(application.exec())
