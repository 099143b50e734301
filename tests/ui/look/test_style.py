"""What Qt paints itself, in its file dialog and its completers, has a ground of ours."""

from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListView, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme


def painted(widget: QWidget) -> QImage:
    """The widget over a ground that nobody would choose."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    widget.render(image)
    return image


def test_headers_are_not_transparent(qtbot: QtBot, theme: Theme) -> None:
    tree = QTreeView()
    qtbot.addWidget(tree)
    tree.setModel(QStringListModel(["a"], tree))
    tree.resize(200, 100)
    tree.show()
    header = tree.header()
    assert painted(header).pixelColor(header.width() - 5, 3) == theme.c("sunk")


def test_a_list_that_is_a_window_has_a_ground(qtbot: QtBot, theme: Theme) -> None:
    popup = QListView()
    popup.setWindowFlag(Qt.WindowType.Popup)
    qtbot.addWidget(popup)
    popup.setModel(QStringListModel(["a"], popup))
    popup.resize(200, 100)
    popup.show()
    corner = popup.viewport().mapTo(popup, QPoint(150, 80))
    assert painted(popup).pixelColor(corner) == theme.c("card")


def test_lists_inside_a_page_show_its_ground(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    inside = QListView(page)
    inside.resize(200, 100)
    page.resize(300, 200)
    page.show()
    assert painted(inside.viewport()).pixelColor(150, 80) == QColor("magenta")
