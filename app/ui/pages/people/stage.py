"""The right part of the people page: a person, several, one in the bin, or nobody."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.contact import Contact
from app.ui.look import keys
from app.ui.look.theme import Theme
from app.ui.pages.people.bin_pane import BinPane
from app.ui.pages.people.detail_pane import DetailPane
from app.ui.pages.people.questions import Known
from app.ui.pages.people.several_pane import SeveralPane
from app.ui.widgets.button import Button
from app.ui.widgets.notice import EmptyState
from app.ui.workspace import Workspace


class Stage(QStackedWidget):
    """Shows one of its parts; knows whom commands mean."""

    import_wanted = Signal()

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self.detail = DetailPane(workspace, theme)
        self.bin = BinPane(theme)
        self.several = SeveralPane(theme)
        start = Button(theme, self.tr("Import cards"), kind="primary", icon="import")
        start.clicked.connect(self.import_wanted)
        self._nobody_yet = EmptyState(
            theme,
            self.tr("Nobody here yet"),
            self.tr("Bring in your cards, or press {key} to write somebody down").format(
                key=keys.label("Ctrl+N")
            ),
            button=start,
        )
        self._nothing = QWidget()
        for part in (self._nothing, self._nobody_yet, self.detail, self.bin, self.several):
            self.addWidget(part)

    # who is shown

    @property
    def contact(self) -> Contact | None:
        """The person whom commands mean."""
        known = self.detail.known
        return known.contact if self.shows_person and known is not None else None

    @property
    def shows_person(self) -> bool:
        """Whether one person is shown (or their details are being edited)."""
        return self.currentWidget() is self.detail

    @property
    def shows_several(self) -> bool:
        """Whether it shows that several people are selected."""
        return self.currentWidget() is self.several

    def shows(self, contact_id: str) -> bool:
        """Whether this person is shown."""
        contact = self.contact
        return contact is not None and contact.id == contact_id

    # showing

    def show_nothing(self, *, nobody_kept: bool) -> None:
        """Nobody is current, perhaps because nobody is kept at all."""
        self.setCurrentWidget(self._nobody_yet if nobody_kept else self._nothing)

    def show_detail(self) -> None:
        """The part that shows a person, or the fields of a new one."""
        self.setCurrentWidget(self.detail)

    def show_deleted(self, known: Known, today: date) -> None:
        """A person in the bin."""
        self.bin.show_person(known, today)
        self.setCurrentWidget(self.bin)

    def show_several(self, count: int, names: Sequence[str]) -> None:
        """Several people are selected; `names` are the first of them."""
        self.several.show_people(count, names)
        self.setCurrentWidget(self.several)

    def take_focus(self) -> bool:
        """Put the focus where the part's work begins; False for a person, who has many places."""
        if self.currentWidget() is self.bin:
            self.bin.restore.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.shows_several:
            self.several.export.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return not self.shows_person
        return True
