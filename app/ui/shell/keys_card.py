"""The keys of the page (F1 or ?): what can be pressed here, and what works everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QWidget

from app.ui.look import keys
from app.ui.look.theme import Theme
from app.ui.pages.names import Page
from app.ui.plain import Label
from app.ui.widgets.box import KeyHints
from app.ui.widgets.dialog import Dialog

Lines = Sequence[tuple[tuple[str, ...], str]]


class KeysCard(Dialog):
    """Two columns: this page, and everywhere."""

    def __init__(self, theme: Theme, parent: QWidget, page: Page) -> None:
        super().__init__(theme, parent, self.tr("Keys"))
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(40))
        here = self.of_page(page)
        for title, lines in ((self.tr("On this page"), here), (self.tr("Everywhere"), self.all())):
            if lines:
                columns.addLayout(self._column(title, lines), 1)
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(columns)
        close = self.add_button(
            self.tr("Close"), kind="primary", result=QDialog.DialogCode.Accepted
        )
        close.setDefault(True)

    def sizeHint(self) -> QSize:
        """As wide as the lines: none of them is broken."""
        wide = self._outer.sizeHint().width()
        return QSize(wide, self._outer.totalHeightForWidth(wide))

    def _column(self, title: str, lines: Lines) -> QGridLayout:
        theme, px = self.theme, self.theme.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.addWidget(Label(theme, title, role="small", color="ink3"), 0, 0, 1, 2)
        for row, (caps, words) in enumerate(lines, 1):
            shown = KeyHints(theme, [(caps, "")])
            shown.setMinimumWidth(shown.sizeHint().width())
            grid.addWidget(shown, row, 0, Qt.AlignmentFlag.AlignLeft)
            said = Label(theme, words)
            said.setAccessibleName(f"{' '.join(keys.label(key) for key in caps)}: {words}")
            grid.addWidget(said, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(lines) + 1, 1)
        return grid

    # the keys

    def all(self) -> Lines:
        """What works everywhere."""
        return [
            (("Ctrl+K",), self.tr("find anyone, any command")),
            (("Ctrl+J",), self.tr("quick log: one line of what happened")),
            (("Ctrl+1",), self.tr("Today")),
            (("Ctrl+2",), self.tr("People")),
            (("Ctrl+3",), self.tr("Gatherings")),
            (("Ctrl+,",), self.tr("Settings")),
            (("Ctrl+N",), self.tr("new person")),
            (("Ctrl+Z",), self.tr("undo")),
            (("Ctrl+Shift+Z",), self.tr("redo")),
            (("F6",), self.tr("next part of the window")),
            (("Ctrl+L",), self.tr("lock")),
            (("Ctrl+Q",), self.tr("quit")),
            (("F1", "?"), self.tr("these keys")),
        ]

    def of_page(self, page: Page) -> Lines:
        """What works on one page, besides."""
        return {
            Page.TODAY: self._today,
            Page.PEOPLE: self._people,
            Page.GATHERINGS: self._gatherings,
            Page.IMPORT: self._import,
            Page.SETTINGS: self._settings,
            Page.NOTES: self._notes,
        }[page]()

    def _today(self) -> Lines:
        return [
            (("Up", "Down"), self.tr("choose")),
            (("Return",), self.tr("open person")),
            (("R",), self.tr("reconnected")),
            (("W",), self.tr("write")),
            (("Z",), self.tr("later")),
            (("S",), self.tr("skip this time")),
            (("L", "K"), self.tr("less often, or as before, where it is asked")),
            (("M",), self.tr("write notes")),
        ]

    def _notes(self) -> Lines:
        return [
            (("Tab",), self.tr("next field")),
            (("Alt+1", "Alt+4"), self.tr("to a question, from the first to the fourth")),
            (("Ctrl+Up", "Ctrl+Down"), self.tr("another person")),
            (("Ctrl+Return",), self.tr("finish, and on to the next")),
            (("Esc",), self.tr("write later")),
        ]

    def _people(self) -> Lines:
        return [
            (("/",), self.tr("search")),
            (("Up", "Down"), self.tr("choose")),
            (("Shift+Up", "Shift+Down"), self.tr("select several")),
            (("Right", "Left"), self.tr("to the person, and back")),
            (("A", "Z"), self.tr("jump to a letter or kana")),
            (("N",), self.tr("quick note")),
            (("P",), self.tr("promise")),
            (("L",), self.tr("what would please them")),
            (("Ctrl+F",), self.tr("find in what happened")),
            (("R",), self.tr("reconnected")),
            (("W",), self.tr("write")),
            (("E",), self.tr("edit")),
            (("T",), self.tr("tag")),
            (("Del",), self.tr("move to the bin")),
            (("M", "N", "Z"), self.tr("duplicates: one, two, later")),
            (("Alt+Left", "Alt+Right"), self.tr("in a note: from them, from you")),
            (("Ctrl+D",), self.tr("in a note: the day")),
        ]

    def _gatherings(self) -> Lines:
        return [
            (("/",), self.tr("search")),
            (("Up", "Down"), self.tr("choose")),
            (("Right", "Left"), self.tr("to the gathering, and back")),
            (("Ctrl+N",), self.tr("new gathering")),
            (("Ctrl+O",), self.tr("take from a calendar")),
            (("A",), self.tr("add people")),
            (("M",), self.tr("write notes")),
            (("E",), self.tr("edit")),
            (("Del",), self.tr("delete")),
        ]

    def _import(self) -> Lines:
        return [
            (("Ctrl+O",), self.tr("choose files")),
            (("Ctrl+V",), self.tr("read what was copied")),
            (("Up", "Down"), self.tr("choose a card")),
            (("Left", "Right"), self.tr("choose a value")),
            (("M",), self.tr("merge")),
            (("N",), self.tr("different person")),
            (("Ctrl+Return",), self.tr("import")),
            (("Esc",), self.tr("cancel")),
        ]

    def _settings(self) -> Lines:
        return [
            (("Up", "Down"), self.tr("choose a part")),
            (("Tab",), self.tr("to its settings")),
        ]
