"""Step three: the first cards, one person by hand, or later."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.ui.chosen_files import ChooseCards
from app.ui.first_run.step import Step
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.drop import DropZone


class StartStep(Step):
    """Where the people come from."""

    files_chosen = Signal(list)
    """Paths as texts or Path."""
    write_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "")
        title = self.tr("Import cards")
        self._heading.setText(title)
        self.setAccessibleName(title)
        self.say(self.tr("Use a file (.vcf or .csv) from your phone book or business card app."))
        self.zone = DropZone(theme, self.tr("Put the file here"), height=150)
        self.zone.dropped.connect(self.files_chosen)
        self.body.addWidget(self.zone, 1)
        self.gap(12)
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        self.button = Button(theme, self.tr("Choose a file"), kind="primary", icon="file")
        self.button.clicked.connect(self.choose)
        write = Button(theme, self.tr("Write one person"), kind="ghost")
        write.clicked.connect(self.write_wanted)
        later = Button(theme, self.tr("Later"), kind="ghost")
        later.clicked.connect(self.later_wanted)
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.gap(4)
        second = QHBoxLayout()
        second.setSpacing(theme.px(4))
        second.addWidget(write)
        second.addWidget(later)
        second.addStretch(1)
        self.body.addLayout(second)
        focus.lead(self, self.button)

    def choose(self) -> None:
        """Open the file dialog."""
        box = ChooseCards(self)
        box.filesSelected.connect(self.files_chosen)
        box.open()
