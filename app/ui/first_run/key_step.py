"""Step two: the recovery key, shown once, and two of its groups asked back."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy

from app.ui.chosen_files import ask_where, write_whole
from app.ui.crash import contained
from app.ui.first_run import recovery
from app.ui.first_run.step import Step
from app.ui.look import focus, fonts, paint, text
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.field import LineField
from app.ui.widgets.painted import Painted

COUNT = 7
_IN_A_ROW = 4


class KeyGroup(Painted):
    """Four characters of the key in a frame; empty before there is one."""

    def __init__(self, theme: Theme, group: str, number: int) -> None:
        super().__init__(theme)
        self._group = group
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if group:
            self.setAccessibleName(f"{number}: {' '.join(group)}")

    def measure(self) -> QSize:
        return QSize(self.theme.px(62), self.theme.px(36))

    def draw(self, p: QPainter) -> None:
        theme = self.theme
        box = QRectF(self.rect())
        paint.rounded(p, box, theme.px(8), theme.c("sunk"), theme.c("line2"))
        font = theme.font_px(16, "mono")
        base = fonts.baseline(font, box.height())
        tone = "ink" if self._group else "off"
        text.draw_in(
            p, theme, font, 0, base, self._group or "····", color=tone, room=box.width(),
            align="center",
        )  # fmt: skip


class KeyStep(Step):
    """`settled(True)` when both groups were typed, `settled(False)` when the person waived that."""

    settled = Signal(bool)
    check_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self, theme: Theme, key: str, asked: list[int], *, checking: bool, settled: bool = False
    ) -> None:
        super().__init__(theme, "", "")
        title = self.tr("Write down the recovery key")
        self._heading.setText(title)
        self.setAccessibleName(title)
        self._key = key
        self._asked = asked
        self._clipboard = recovery.SecretClipboard(self)
        self._fields: list[LineField] = []
        if settled:
            self.say(self.tr("If you forget the passphrase, only this opens it. It is shown once."))
            self.done_with(self.tr("The recovery key is yours now. It is kept nowhere else."))
        elif checking:
            self._build_check()
        else:
            self._build_key()

    # showing

    def _build_key(self) -> None:
        theme, px = self.theme, self.theme.px
        self.say(self.tr("If you forget the passphrase, only this opens it. It is shown once."))
        grid = QGridLayout()
        grid.setSpacing(px(6))
        shown = recovery.groups(self._key) if self._key else [""] * COUNT
        for at, group in enumerate(shown):
            grid.addWidget(KeyGroup(theme, group, at + 1), at // _IN_A_ROW, at % _IN_A_ROW)
        self.body.addLayout(grid)
        self.gap(6)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        for words, icon, does in (
            (self.tr("Copy"), "copy", self._copy),
            (self.tr("Save…"), "file", self._save),
            (self.tr("Print…"), "out", self._print),
        ):
            button = Button(theme, words, icon=icon)
            button.clicked.connect(does)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self._told = Label(theme, "", role="small", color="ink2", wrap=True)
        self._told.setText(self.tr("Keep it on paper, away from this computer."))
        self.gap(4)
        self.body.addWidget(self._told)
        self.body.addStretch(1)
        self.button = Button(theme, self.tr("I have a copy"), kind="primary")
        self.button.clicked.connect(self.check_wanted)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        focus.lead(self, self.button)

    def _copy(self) -> None:
        self._clipboard.put(self._key)
        self._told.setText(self.tr("Copied. The clipboard forgets it in half a minute."))

    @contained
    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing behind: this goes, or is locked away, and with it what would clear it."""
        if not event.spontaneous():  # a minimised window is still there
            self._clipboard.clear()
        super().hideEvent(event)

    def _sentences(self) -> tuple[str, list[str]]:
        return self.tr("Recovery key of Enishi"), [
            self.tr("It opens your data when the passphrase is forgotten."),
            self.tr("Keep it away from this computer. Nobody can make it again for you."),
        ]

    def _save(self) -> None:
        name = self.tr("enishi-recovery-key.txt")
        ask_where(self, self.tr("Save the recovery key"), name, self.save_to)

    def save_to(self, name: str) -> None:
        """Write the key into a text file of the owner's alone."""
        title, sentences = self._sentences()
        sheet = recovery.sheet(title, sentences, self._key).encode()
        self._told.setText(
            self.tr("It could not be saved there. Please try another place.")
            if write_whole(Path(name), sheet, private=True)
            else self.tr("Saved. Move it away from this computer.")
        )

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        box = QPrintDialog(printer, self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(lambda: self.print_on(printer))
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.show()

    def print_on(self, printer: QPrinter) -> None:
        """Print the sheet."""
        title, sentences = self._sentences()
        good = recovery.paint_sheet(printer, self.theme, title, sentences, self._key)
        self._told.setText(
            self.tr("Sent to the printer.")
            if good
            else self.tr("The printer did not take it. Please write it down by hand.")
        )

    # asking back

    def _build_check(self) -> None:
        theme = self.theme
        self.say(self.tr("Two groups from your paper, to be sure that it can be read."))
        shown = recovery.groups(self._key)
        for at in self._asked:
            words = self.tr("Group %1").replace("%1", str(at + 1))
            self.label(words)
            field = LineField(theme, name=words, hint="····", height=36)
            field.edit.setFont(theme.font_px(16, "mono"))
            field.edit.setMaxLength(8)
            field.submitted.connect(self._enter)
            field.changed.connect(self._typed)
            self._fields.append(field)
            self.body.addWidget(field)
            self.gap(6)
        self._waive = CheckBox(theme, self.tr("I wrote it down; skip this"))
        self._waive.toggled.connect(self._typed)
        self.body.addWidget(self._waive)
        self.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.button = Button(theme, self.tr("Next"), kind="primary")
        self.button.clicked.connect(self._enter)
        back = Button(theme, self.tr("See it again"), kind="ghost")
        back.clicked.connect(self.back_wanted)
        row.addWidget(self.button)
        row.addWidget(back)
        row.addStretch(1)
        self.body.addLayout(row)
        self._shown = shown
        focus.lead(self, self._fields[0])

    def _typed(self) -> None:
        for field in self._fields:
            field.set_error("")

    def _enter(self) -> None:
        wrong = [
            (field, at)
            for field, at in zip(self._fields, self._asked, strict=True)
            if not recovery.same(self._shown[at], field.text())
        ]
        if not wrong:
            self.settled.emit(True)
        elif self._waive.isChecked():
            self.settled.emit(False)
        else:
            for field, _ in wrong:
                field.set_error(self.tr("Not the same as in the key. Look at your paper again."))
            wrong[0][0].setFocus()
