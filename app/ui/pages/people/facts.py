"""What is known of a person: only what is filled, in words, with channels to open and copy."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.contact import Contact
from app.domain.folding import is_cjk
from app.domain.reminder import FollowUp, FollowUpKind
from app.ui import links
from app.ui.look import text
from app.ui.look.paragraph import Run
from app.ui.look.theme import Theme
from app.ui.pages.people.channel import Channel
from app.ui.pages.people.further_facts import FurtherFacts, Lines
from app.ui.pages.people.questions import Known
from app.ui.plain import Label
from app.ui.widgets.flow import FlowLayout
from app.ui.words.fields import FieldWords
from app.ui.words.notes import NotesWords
from app.ui.words.wording import Wording

LABELS = 84
_LONGEST = 4000
_EARLIER_SHOWN = 12


class FactWords(QObject):
    """Sentences of the facts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()  # the theme would keep every one that was ever made
        self._theme = theme
        self._wording = Wording(theme)

    def introduced(self, name: str) -> str:
        """Who introduced them."""
        honoured = self._theme.language == "ja" or is_cjk(name)
        who = self.tr("{name}-san").format(name=name) if honoured else name
        return self.tr("introduced by {who}").format(who=who)


class Facts(QWidget):
    """Rows of label and value. Empty ones are not there."""

    open_wanted = Signal(object)
    """A link to open."""
    follow_up_wanted = Signal(object)
    """A follow-up to change."""

    gathering_wanted = Signal(str)
    """The page of the gathering where we met."""
    person_wanted = Signal(str)
    """Whoever introduced us."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = FactWords(theme)
        self._notes = NotesWords(theme)
        self._fields = FieldWords(self)
        self._wording = Wording(theme)
        self._further = FurtherFacts(self._wording, self._fields, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(1), 0, 0)
        self._column.setSpacing(theme.px(6))
        self._rows: list[QWidget] = []

    def show_person(self, known: Known, today: date) -> None:
        """Show what is known of a person."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        contact = known.contact
        self._met(known, today)
        self._channels(contact)
        self._addresses(contact)
        further = self._further
        self._accounts(contact)
        self._lines(self.tr("Also"), further.companies(contact))
        if contact.birthday is not None:
            self._text(self.tr("Birthday"), self._wording.birthday(contact.birthday, today))
        self._lines(self.tr("Dates"), further.dates(contact))
        self._lines(self.tr("Close people"), further.related(contact))
        if contact.name.nickname:
            self._text(self.tr("Nickname"), contact.name.nickname)
        if contact.note:
            self._text(self.tr("Note"), contact.note[:_LONGEST])
        self._lines(self.tr("On the card"), further.more(contact))
        self._follow_ups(known.follow_ups, today)
        if contact.rhythm is not None:
            self._text(self.tr("In touch within"), self._notes.rhythm(contact.rhythm))
        elif known.by_tag is not None:
            words = self.tr("{span} (by tag)").format(span=self._notes.rhythm(known.by_tag))
            self._text(self.tr("In touch within"), words)
        self._earlier(contact, today)

    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return not self._rows

    # rows

    def _met(self, known: Known, today: date) -> None:
        met = known.contact.met
        day = self._wording.day(met.on, today) if met.on else ""
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if met.gathering and known.gathering_id:
            line = QHBoxLayout()
            line.setSpacing(self._theme.px(10))
            if day:
                line.addWidget(Label(self._theme, day, role="ui"))
            lead = self._lead(met.gathering, self.tr("To the gathering"))
            lead.clicked.connect(partial(self.gathering_wanted.emit, known.gathering_id))
            line.addWidget(lead, 1)
            column.addLayout(line)
        elif day or met.gathering:
            separator = "\u3000" if self._theme.language == "ja" else ", "
            words = separator.join(part for part in (day, met.gathering) if part)
            column.addWidget(Label(self._theme, words, role="ui", wrap=True))
        if met.introduced_by:
            words = self._words.introduced(met.introduced_by)
            if known.introducer_id:
                lead = self._lead(words, self.tr("To whoever introduced you"))
                lead.clicked.connect(partial(self.person_wanted.emit, known.introducer_id))
                column.addWidget(lead)
            else:
                tone = "ink2" if column.count() else "ink"
                column.addWidget(Label(self._theme, words, role="ui", color=tone, wrap=True))
        if column.count():
            self._row(self.tr("How we met"), place)

    def _lead(self, words: str, whither: str) -> Channel:
        lead = Channel(self._theme, words, color="ai", copies=False)
        lead.setAccessibleDescription(whither)
        return lead

    def _channels(self, contact: Contact) -> None:
        values: list[Channel] = []
        theme = self._theme
        for email in contact.emails:
            link = links.mail_link(email)
            values.append(
                Channel(
                    theme, email.value, link=link, label=self._fields.label(email.label),
                    color="ai" if link else "ink",
                )
            )  # fmt: skip
        for phone in contact.phones:
            link = links.phone_link(phone)
            values.append(
                Channel(theme, phone.value, link=link, label=self._fields.label(phone.label))
            )
        for url in contact.urls:
            link = links.read_link(url.value)
            values.append(
                Channel(
                    theme, url.value, link=link, label=self._fields.label(url.label),
                    color="ai" if link else "ink",
                )
            )  # fmt: skip
        if not values:
            return
        place = QWidget()
        flow = FlowLayout(place)
        flow.set_gaps(theme.px(13), 0)
        for value in values:
            value.open_wanted.connect(self.open_wanted)
            flow.addWidget(value)
        self._row(self.tr("Contact"), place)

    def _addresses(self, contact: Contact) -> None:
        lines = [self._fields.address(address) for address in contact.addresses]
        lines = [line for line in lines if line]
        if not lines:
            return
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line, address in zip(lines, contact.addresses, strict=False):
            column.addWidget(
                Channel(self._theme, line, label=self._fields.label(address.label), wrap=True)
            )
        self._row(self.tr("Address"), place)

    def _lines(self, name: str, lines: Lines) -> None:
        """Values below each other, and what each is called behind it."""
        runs: list[Run] = []
        for value, label in lines:
            runs.append(Run(f"\n{value}" if runs else value))
            if label:
                runs.append(Run(f"\u3000{label}", "ink3"))
        if runs:
            words = Label(self._theme, role="ui", wrap=True)
            words.set_runs(runs)
            self._row(name, words)

    def _accounts(self, contact: Contact) -> None:
        """A handle is copied; a page on a service is a link like any other."""
        lines = self._further.accounts(contact)
        if not lines:
            return
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for value, label in lines:
            link = links.read_link(value) if "://" in value else None
            made = Channel(
                self._theme, value, link=link, label=label, color="ai" if link else "ink"
            )
            made.open_wanted.connect(self.open_wanted)
            line = QHBoxLayout()
            line.setSpacing(self._theme.px(10))
            line.addWidget(made)
            line.addWidget(Label(self._theme, label, role="small", color="ink3"), 1)
            column.addLayout(line)
        self._row(self.tr("Accounts"), place)

    def _follow_ups(self, follow_ups: Sequence[FollowUp], today: date) -> None:
        for follow_up in follow_ups:
            if follow_up.closed is not None:
                continue
            day = self._wording.weekday(follow_up.due, today)
            words = follow_up.note or ""
            if follow_up.kind is FollowUpKind.FIRST:
                words = words or self.tr("a first line while it is fresh")
            shown = "\u3000".join(part for part in (day, text.single(words)) if part)
            button = Channel(self._theme, shown, copies=False)
            button.setAccessibleDescription(self.tr("Change the next contact"))
            button.clicked.connect(partial(self.follow_up_wanted.emit, follow_up))
            self._row(self.tr("Next contact"), button)

    def _earlier(self, contact: Contact, today: date) -> None:
        runs: list[Run] = []
        for detail in contact.earlier[-_EARLIER_SHOWN:]:
            line = f"{self._fields.name(detail.name)}\u3000{text.single(detail.value)}"
            if detail.until is not None:
                until = self._wording.day(detail.until, today)
                line += self.tr(" (until {day})").format(day=until)
            runs.append(Run(("\n" if runs else "") + line, "ink2"))
        if runs:
            label = Label(self._theme, role="ui", wrap=True)
            label.set_runs(runs)
            self._row(self.tr("Earlier details"), label)

    def _text(self, label: str, words: str) -> None:
        self._row(label, Label(self._theme, words, role="ui", wrap=True))

    def _row(self, label: str, value: QWidget) -> None:
        row, px = QWidget(), self._theme.px
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        name = Label(self._theme, label, role="small", color="ink3")
        name.setFixedSize(px(LABELS), px(20))
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(value, 1)
        if value.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Maximum:
            line.addStretch(0)  # else label and value would drift apart
        if not isinstance(value, Label):  # a label's text is what is read aloud
            value.setAccessibleName(value.accessibleName() or label)
        self._column.addWidget(row)
        self._rows.append(row)
