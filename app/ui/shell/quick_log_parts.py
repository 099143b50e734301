"""Parts of the quick log: the chips of what was understood, and the grammar in short."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.shell.quick_log_words import Sign
from app.ui.widgets.chip import Chip, ChipRow


class Signs(ChipRow):
    """Chips of what would be written; built anew only where they differ."""

    pressed = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: tuple[Sign, ...] = ()
        self._chips: list[Chip] = []

    def show_signs(self, signs: Sequence[Sign]) -> bool:
        """Show these; whether anything is different now."""
        signs = tuple(signs)
        if signs == self._shown:
            return False
        self._shown = signs
        self.clear()
        self._chips = [self._chip(sign) for sign in signs]
        for chip in self._chips:
            self.add(chip)
        spoken = [sign.words for sign in signs]
        self.setAccessibleName(self.tr("Understood: {words}").format(words=", ".join(spoken)))
        return True

    def pressable(self) -> list[Chip]:
        """The chips that do something, in their order."""
        return [chip for chip, sign in zip(self._chips, self._shown, strict=True) if sign.press]

    def words(self) -> list[str]:
        """What the chips say."""
        return [sign.words for sign in self._shown]

    def _chip(self, sign: Sign) -> Chip:
        chip = Chip(
            self.theme,
            sign.words,
            tint=sign.tint,
            icon=sign.icon,
            checkable=sign.checked is not None,
            press=sign.press is not None,
        )
        if sign.checked is not None:
            chip.setChecked(sign.checked)
        chip.setAccessibleName(sign.spoken or sign.words)
        if sign.press is not None:
            chip.clicked.connect(partial(self.pressed.emit, *sign.press))
        return chip


class Grammar(QWidget):
    """How a line is written, while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[tuple[Label, Label]] = []
        for row, _ in enumerate(self._lines()):
            pair = (
                Label(theme, "", role="small", color="ink2"),
                Label(theme, "", role="small", color="ink3", elide=True),
            )
            self._labels.append(pair)
            for column, label in enumerate(pair):
                self._grid.addWidget(label, row, column)
        self.theme = theme
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        px = self.theme.px
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(4))
        for (sample, meaning), (form, words) in zip(self._labels, self._lines(), strict=True):
            sample.setText(form)
            meaning.setText(words)

    def _lines(self) -> list[tuple[str, str]]:
        return [
            (self.tr("yesterday, Fri, 10/14"), self.tr("the day, else today")),
            (self.tr("Claire, Tanaka"), self.tr("people, by any form of their name")),
            (self.tr("lunch, called, mailed"), self.tr("what it was, else a note")),
            ("←  →", self.tr("they began, you began")),
            (self.tr("→ send the deck Fri"), self.tr("a promise of yours (← theirs, ⇒ no day)")),
            (self.tr("#fair"), self.tr("where it was, or a tag")),
        ]
