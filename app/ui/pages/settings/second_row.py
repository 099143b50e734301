"""The row of the second place for backups: where it is, and how the last copy went."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import ExpectedError
from app.store.errors import Trouble
from app.ui.look.theme import Theme
from app.ui.pages.settings.rows import Row
from app.ui.widgets.button import Button
from app.ui.words.notices import Notices
from app.ui.words.wording import Wording
from app.usecases.second_place import SecondPlace


class SecondRow(Row):
    """Calm whatever happened: what did not work is tried again at the next backup."""

    def __init__(self, theme: Theme) -> None:
        self.choose = Button(theme, " ")
        self.stop = Button(theme, " ", kind="link")
        control = QWidget()
        both = QHBoxLayout(control)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(8))
        both.addWidget(self.stop)
        both.addWidget(self.choose)
        super().__init__(theme, "copy", " ", "", control)
        self._theme = theme
        self.title.setText(self.tr("A second place for backups"))
        self.stop.setText(self.tr("Stop"))
        self.show_place(None, date.min)

    def show_place(self, place: SecondPlace | None, today: date) -> None:
        """The place that was chosen, and when it was last filled."""
        self.stop.setVisible(place is not None)
        self.choose.setEnabled(True)
        if place is None:
            self.choose.setText(self.tr("Choose a folder…"))
            self.say(
                self.tr(
                    "A stick, or a folder that is synchronised. Every backup is copied there, "
                    "encrypted as it is here."
                )
            )
            return
        self.choose.setText(self.tr("Change…"))
        parts = [self._went(place)]
        if place.copied is not None:
            day = Wording(self._theme).day(place.copied.astimezone().date(), today)
            parts.append(self.tr("Last copy: {day}.").format(day=day))
        elif place.trouble is None:
            parts.append(self.tr("The first copy comes with the next backup."))
        if place.trouble is not None:
            parts.append(self.tr("It is tried again at the next backup."))
        words = parts[0]
        for part in parts[1:]:
            words = self.tr("%1 %2").replace("%2", part).replace("%1", words)
        self.say(words)

    def show_busy(self) -> None:
        """It is being filled."""
        self.choose.setEnabled(False)
        self.say(self.tr("Copying…"))

    def show_error(self, error: ExpectedError) -> None:
        """It cannot be taken; what was chosen before stays."""
        notice = Notices(self).error(error)
        self.say(self.tr("%1 %2").replace("%2", notice.words).replace("%1", f"{notice.title}."))

    def _went(self, place: SecondPlace) -> str:
        said = {
            None: self.tr("Copies go to {path}."),
            Trouble.ABSENT: self.tr("{path} is not there just now."),
            Trouble.FULL: self.tr("There was no room in {path}."),
            Trouble.REFUSED: self.tr("{path} could not be written."),
            Trouble.SAME: self.tr("{path} could not be written."),
            Trouble.FAILED: self.tr("Copying to {path} did not work."),
        }[place.trouble]
        return said.format(path=place.path)
