"""The bare window: PySide6 with a list of 1,000 strings and nothing else; tells when it is seen."""

import sys
import time

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QApplication, QListView, QVBoxLayout, QWidget

ROWS = 1_000


class Window(QWidget):
    """Tells of its first frame: all of it is painted when the event loop turns again."""

    first_frame = Signal()
    painted = False

    def paintEvent(self, event: object) -> None:
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.seen)

    def seen(self) -> None:
        sys.stderr.write(f"bench-event frame at {time.monotonic_ns()}\n")
        self.first_frame.emit()


def main() -> int:
    """Show it, wait until it has settled, tell its memory, end."""
    app = QApplication(sys.argv)
    window = Window()
    view = QListView()
    model = QStringListModel([f"Person {n}, of a company in some town" for n in range(ROWS)])
    view.setModel(model)
    QVBoxLayout(window).addWidget(view)
    window.resize(1280, 820)
    window.show()
    settle = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0

    def end() -> None:
        from tests.bench.memory import tell_memory

        tell_memory()
        app.quit()

    window.first_frame.connect(lambda: QTimer.singleShot(int(settle * 1000), end))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
