"""A file manager: `python -m tests.desk.file_manager FILE…`, to drag the selected files out of."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

TITLE = "Files"


class Files(QLabel):
    """The files, all selected, by the name of the first; press and move to drag them."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__(paths[0].name)
        self._paths = paths
        self.setWindowTitle(TITLE)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(20, 40, 220, 60)
        # A window manager puts it where it likes, but not over what is dropped on.
        self.setWindowFlag(Qt.WindowType.X11BypassWindowManagerHint)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    application = QApplication([])
    files = Files([Path(name) for name in sys.argv[1:]])
    files.show()
    sys.exit(application.exec())
