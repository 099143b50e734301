"""How the parts of the import page stand: head, the part of the present state, foot."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.ui import plain
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.look.tokens import MARGIN
from app.ui.models.import_session import Counts, Session
from app.ui.pages.importing.characters import CharactersButton
from app.ui.pages.importing.compare import CompareView
from app.ui.pages.importing.earlier import EarlierView
from app.ui.pages.importing.parts import ChooseView, DoneView, Foot, ReadingView
from app.ui.pages.importing.reading import FileTrouble
from app.ui.pages.importing.words import ImportWords
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.notice import Notice
from app.ui.widgets.steps import StepTrail
from app.ui.words.notices import Notices
from app.usecases.import_plan import Outcome
from app.usecases.importing import ImportOutcome

_NAMED = 4
"""So many files that could not be read are named beside the cards."""
LOW = 580
"""Below this height (divided by the scale) the title leaves its room to the cards."""

_STEP = {"CHOOSE": 0, "READING": 0, "COMPARE": 1, "WAITING": 1, "DONE": 3, "EARLIER": 0}


class ImportLayout(QWidget):
    """All widgets of the page; it knows no workspace and decides nothing."""

    columns_wanted = Signal(int)
    """The person wants to see the columns of a file, by its place."""

    def __init__(self, theme: Theme, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.words = ImportWords(theme, self)
        self._notices = Notices(self)
        self.choose = ChooseView(theme)
        self.reading = ReadingView(theme)
        self.compare = CompareView(theme, self.words, today)
        self.done = DoneView(theme)
        self.earlier = EarlierView(theme)
        self.foot = Foot(theme)
        self._title = Label(theme, self.tr("Import cards"), role="title", elide=True)
        self._said = Label(theme, "", color="ink2", elide=True)
        steps = [self.tr("Choose"), self.tr("Compare"), self.tr("Import")]
        self._trail = StepTrail(theme, steps)
        self._columns = Button(theme, self.tr("Columns…"), kind="ghost", icon="pen")
        self._columns.clicked.connect(self._open_columns)
        self._columns.hide()
        self._tables: list[tuple[int, str]] = []
        self.characters = CharactersButton(theme)
        self._stack = QStackedWidget()
        self._parts: dict[str, QWidget] = {
            "CHOOSE": self.choose,
            "READING": self.reading,
            "COMPARE": self.compare,
            "WAITING": self.compare,
            "DONE": self.done,
            "EARLIER": self.earlier,
        }
        for part in (self.choose, self.reading, self.compare, self.done, self.earlier):
            self._stack.addWidget(part)
        self._messages = QVBoxLayout()
        self._lay()
        self.show_state("CHOOSE")

    def _lay(self) -> None:
        px = self.theme.px
        below = QHBoxLayout()
        below.setSpacing(px(24))
        below.addWidget(self._said, 1)
        below.addWidget(self.characters)
        below.addWidget(self._columns)
        below.addWidget(self._trail)
        inside = self._inside = QVBoxLayout()
        inside.setSpacing(0)
        inside.addWidget(self._title)
        inside.addLayout(below)
        inside.addSpacing(px(14))
        self._messages.setSpacing(px(8))
        inside.addLayout(self._messages)
        inside.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Where the window is low the cards have the room of the title, which the sidebar says."""
        px = self.theme.px
        low = self.height() < px(LOW)
        self._inside.setContentsMargins(px(MARGIN), px(12 if low else 28), px(MARGIN), px(16))
        comparing = self._stack.currentWidget() is self.compare
        self._title.setVisible(not (low and comparing))

    # states

    def show_state(self, state: str) -> None:
        part = self._parts[state]
        self._stack.setCurrentWidget(part)
        focus.lead(self, part)
        self._trail.set_step(_STEP[state])
        self._trail.setVisible(state not in {"WAITING", "EARLIER"})
        self.foot.setVisible(state in {"COMPARE", "WAITING"})
        self.compare.question.setVisible(state == "COMPARE")
        if state not in {"COMPARE", "WAITING"}:
            self._said.setText("")
        if state != "COMPARE":
            self.show_tables([])
            self.characters.show_files([])
        if state != "COMPARE":
            self._clear_messages()
        self._arrange()

    def show_session(self, session: Session, files: Sequence[str], *, waiting: bool) -> None:
        counts = session.counts()
        if waiting:
            said = self.tr("%n card(s) of earlier imports", "", counts.cards)
        else:
            said = self.words.read(list(files), counts)
        self._said.setText(said)
        plain.set_tooltip(self._said, said)
        self.compare.show_session(session, self._figures)
        self.refresh(session, waiting=waiting)

    def show_tables(self, tables: Sequence[tuple[int, str]]) -> None:
        """Offer the columns of these files, by place and name."""
        self._tables = list(tables)
        self._columns.setVisible(bool(tables))

    def _open_columns(self) -> None:
        if len(self._tables) == 1:
            self.columns_wanted.emit(self._tables[0][0])
            return
        menu = QMenu(self)
        for at, name in self._tables:
            menu.addAction(plain.menu_text(name)).setData(at)
        menu.triggered.connect(lambda action: self.columns_wanted.emit(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._columns.mapToGlobal(QPoint(0, self._columns.height() + 2)))

    def refresh(self, session: Session, *, waiting: bool) -> None:
        """Answers were given."""
        self.compare.refresh(self._figures)
        counts = session.counts()
        self.foot.tell(
            counts.cards - counts.review,
            counts.cards,
            "" if waiting else self._button_words(counts),
            can_import=counts.cards > counts.left_out,
        )

    def _button_words(self, counts: Counts) -> str:
        if counts.ready:
            return self.tr("Import %n card(s)", "", counts.ready)
        if counts.review:
            return self.tr("Keep %n card(s) for later", "", counts.review)
        return self.tr("Finish")

    def _figures(self, counts: Counts) -> list[tuple[int, str, str]]:
        found = [
            (counts.new, self.tr("new"), "ink"),
            (counts.same, self.tr("same person"), "ink"),
            (counts.review, self.tr("to look at"), "kin" if counts.review else "ink"),
        ]
        if counts.unreadable:
            found.append((counts.unreadable, self.tr("cards not read"), "ink"))
        if counts.left_out:
            found.append((counts.left_out, self.tr("left out"), "ink"))
        if counts.lines:
            found.append((counts.lines, self.tr("lines not read"), "ink"))
        return found

    def busy(self, on: bool) -> None:
        """The import is under way."""
        self.foot.busy(on)
        self.compare.setEnabled(not on)

    # what came of it

    def show_outcome(self, outcome: ImportOutcome, rejected: int) -> None:
        plan = outcome.plan
        counts = plan.counts()
        new, review = counts[Outcome.NEW], counts[Outcome.REVIEW]
        same, changed = counts[Outcome.SAME], counts[Outcome.CHANGED]
        lines = [
            ("plus", "koke", self.tr("%n new person(s)", "", new)) if new else None,
            ("same", "ai", self.tr("%n card(s) added to people you know", "", changed))
            if changed
            else None,
            ("check", "ink2", self.tr("%n card(s) said nothing new", "", same)) if same else None,
            ("warn", "kin", self.tr("%n card(s) wait for your look", "", review))
            if review
            else None,
            (
                "file",
                "ink2",
                self.tr("%n card(s) could not be read; kept as they were", "", rejected),
            )
            if rejected
            else None,
            ("skip", "ink2", self.tr("%n card(s) left out", "", len(plan.left_out)))
            if plan.left_out
            else None,
        ]
        waiting = review > 0 or any(card.waits for card in plan.cards)
        if outcome.change is None:
            title = self.tr("Everything is here already")
        elif new or changed:
            title = self.tr("The cards are in")
        else:
            title = self.tr("Kept for later") if review else self.tr("The cards are in")
        self.done.show_outcome(
            title,
            [line for line in lines if line is not None],
            people=bool(new or changed or not waiting),
            undo=outcome.change is not None,
            waiting=waiting,
            save=rejected > 0,
        )

    # messages

    def show_troubles(self, troubles: Sequence[FileTrouble]) -> None:
        """Files that could not be read, where the person is looking."""
        said = []
        for trouble in troubles:
            notice = self._notices.error(trouble.error)
            said.append((f"{trouble.name}: {notice.title}", notice.words))
        choosing = self._stack.currentWidget() is self.choose
        self.choose.show_troubles(said if choosing else [])
        self._clear_messages()
        if choosing or not said:
            return
        if len(said) == 1:
            self._message(*said[0], "file")
        else:  # the cards want the room
            title = self.tr("%n file(s) could not be read", "", len(said))
            self._message(title, "\n".join(head for head, _ in said[:_NAMED]), "file")

    def tell_changed(self, names: Sequence[str]) -> None:
        """These files are not what they were when their cards were answered."""
        for name in names[:_NAMED]:
            title = self.tr("%1 is not what it was").replace("%1", name)
            words = self.tr("Its cards are compared anew; your answers to them are let go.")
            self._message(title, words, "file")

    def tell_saved(self, trouble: str) -> None:
        """The rejected cards were written, or why not."""
        if trouble:
            self._message(self.tr("The file could not be written"), trouble, "warn")
        else:
            self._message(self.tr("The rejected cards are saved as they were"), "", "check")

    def _message(self, title: str, words: str, icon: str) -> None:
        self._messages.addWidget(Notice(self.theme, title, words, icon=icon))
        self._messages.setContentsMargins(0, 0, 0, self.theme.px(14))

    def _clear_messages(self) -> None:
        self._messages.setContentsMargins(0, 0, 0, 0)
        while (item := self._messages.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
