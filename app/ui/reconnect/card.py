"""One person to reconnect with: who, why now, what was said last, and ways to reach them."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.contact import Contact
from app.domain.names import monogram
from app.ui import plain
from app.ui.links import Link, mail_link, phone_link, read_link
from app.ui.look import fonts, paint, text
from app.ui.look.paragraph import Run
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.reconnect.thinner import ThinnerLine
from app.ui.today import DuePerson, Today
from app.ui.widgets.box import Box
from app.ui.widgets.button import Button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.marks import IconMark, TieGlyph
from app.ui.widgets.painted import Painted
from app.ui.words.today import TodayWords

NAME_PX = 23
LONG_NAME_PX = 17
"""Of a name that would run below the tie."""
COPIED_MS = 1500


class PersonCard(QScrollArea):
    """Shows one person; what is too long for the window can be scrolled."""

    def __init__(self, theme: Theme, words: TodayWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._words = words
        px = theme.px
        inner = QWidget()
        inner.setObjectName("page")
        about = QVBoxLayout(inner)
        about.setContentsMargins(px(24), px(22), px(24), 0)
        about.setSpacing(0)
        self.head = PersonHead(theme, words)
        about.addWidget(self.head)
        about.addSpacing(px(14))
        self.reason = ReasonBox(theme)
        about.addWidget(self.reason)
        self.thinner = ThinnerLine(theme, words, stacked=True)
        self.thinner.setContentsMargins(0, px(8), 0, 0)
        about.addWidget(self.thinner)
        about.addSpacing(px(16))
        self._facts = QVBoxLayout()
        self._facts.setSpacing(px(8))
        about.addLayout(self._facts)
        about.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def show_person(self, person: DuePerson, today: Today) -> None:
        """Show someone who is due on that day."""
        words, on = self._words, today.on
        image = today.photos.get(person.contact.photo or "")
        photo = QPixmap.fromImage(image) if image is not None else None
        self.head.show_person(person, photo, words.wording.tie_sentence(person.tie, on))
        first = person.reasons[0]
        self.reason.show_reason(
            words.wording.reason_icon(first),
            words.reason_title(person, on),
            words.reason_fact(person, on),
            words.also(person, on),
            red=words.reason_color(first) == "shu",
        )
        self.thinner.show_person(person)
        self._clear_facts()
        self._last(person, today)
        if person.pleases:
            label = self.tr("What would please them")
            self._facts.addWidget(Fact(self.theme, "heart", label, person.pleases))

    def _clear_facts(self) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _last(self, person: DuePerson, today: Today) -> None:
        """Their last words, else what there was last."""
        words, on = self._words, today.on
        if person.words is not None and person.words.note:
            label = self.tr("Their last words {day}").format(
                day=words.wording.day(person.words.on, on)
            )
            said = words.quoted(person.words.note)
            self._facts.addWidget(Fact(self.theme, "call", label, said))
        elif person.last is not None:
            said = words.last_contact(person.last, person.contact, on)
            icon = words.wording.entry_icon(person.last)
            self._facts.addWidget(Fact(self.theme, icon, self.tr("Last contact"), said))


class PersonHead(Painted):
    """Disc, reading, name and work of one person."""

    def __init__(self, theme: Theme, words: TodayWords, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = words
        self._person: DuePerson | None = None
        self._photo: QPixmap | None = None
        self.glyph = TieGlyph(theme, width=56, ground="paper", parent=self)

    def show_person(self, person: DuePerson, photo: QPixmap | None, evidence: str) -> None:
        self._person, self._photo = person, photo
        self.glyph.set_tie(person.tie.knots, evidence)
        self.setAccessibleName(self._words.who(person))
        self.setAccessibleDescription(self._words.work(person.contact))
        plain.set_tooltip(self, f"{self._words.who(person)}\n{self._words.work(person.contact)}")
        self.update()

    def measure(self) -> QSize:
        return QSize(self.theme.px(372), self.theme.px(68))

    def draw(self, p: QPainter) -> None:
        person, theme, px = self._person, self.theme, self.theme.px
        if person is None:
            return
        glyph = self.glyph.measure()
        self.glyph.setGeometry(self.width() - glyph.width(), px(8), glyph.width(), glyph.height())
        contact, words = person.contact, self._words
        letter = monogram(contact)
        paint.monogram(p, theme, 0, 0, 64, person.id, letter, self._photo)
        x, room = px(80), self.width() - px(80)
        beside = room - glyph.width() - px(12)
        reading = words.reading(contact)
        if reading:
            text.line(p, theme, x, px(0), reading, role="furigana", color="ink3", room=beside)
        name = text.single(words.name(contact))
        font = theme.font_px(NAME_PX, "serif")
        if fonts.metrics(font).horizontalAdvance(name) > beside:
            font = theme.font_px(LONG_NAME_PX, "serif")
        base = px(14) + fonts.baseline(font, px(32))
        shown = fonts.metrics(font).elidedText(name, Qt.TextElideMode.ElideRight, room)
        text.draw_in(p, theme, font, x, base, shown)
        gap = "　" if words.japanese else ", "
        work = gap.join(w for w in (contact.organization, contact.title) if w)
        if work and work != words.name(contact):
            text.line(p, theme, x, px(46), work, role="small", color="ink2", room=room)


class ReasonBox(Box):
    """Why now: a bold sentence, a fact, and the other reasons in short."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(16, 13, 16, 13), spacing=0, parent=parent)
        px = theme.px
        self._icon = IconMark(theme, "clock")
        self.title = Label(theme, "", role="body-bold", wrap=True, lines=2)
        self.fact = Label(theme, "", color="ink2", wrap=True, lines=2)
        self.also = Label(theme, "", role="small", color="ink2", wrap=True, lines=2)
        row = QHBoxLayout()
        row.setSpacing(px(9))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.fact)
        texts.addWidget(self.also)
        row.addLayout(texts, 1)
        self._icon.setFixedHeight(theme.line("body"))
        self.column.addLayout(row)

    def show_reason(self, icon: str, title: str, fact: str, also: str, *, red: bool) -> None:
        self._icon.set_icon(icon, "shu" if red else "ink2")
        self.title.setText(title)
        self.fact.setText(fact)
        self.also.setText(also)
        self.also.setVisible(bool(also))
        self.set_tokens("shu-soft" if red else "sunk", "shu-line" if red else "line")
        self.setAccessibleName(" ".join(words for words in (title, fact, also) if words))


class Fact(QWidget):
    """An icon with what it is about, and below it what was said."""

    def __init__(
        self, theme: Theme, icon: str, label: str, said: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        mark = IconMark(theme, icon)
        mark.setFixedHeight(theme.line("ui"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(theme, label, color="ink2", elide=True))
        words = Label(theme, wrap=True, lines=2)
        words.set_runs([Run(said, "ink")])
        texts.addWidget(words)
        row.addLayout(texts, 1)


class Ways(QWidget):
    """The ways to reach a person, always in sight; asks for links to be opened."""

    link_wanted = Signal(object)
    """A `Link`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._shown: Contact | None = None
        self._flow = FlowLayout(self)
        self._flow.set_gaps(theme.px(6), 0)
        self._flow.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(12))

    def show_person(self, contact: Contact) -> None:
        if contact == self._shown:
            return
        self._shown = contact
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for channel in channels(self.theme, contact):
            channel.opened.connect(self.link_wanted)
            self._flow.addWidget(channel)
        self.setVisible(self._flow.count() > 0)


class ReachLine(QWidget):
    """A way to reach a person: the value as a link where it may be opened, and a copy button."""

    opened = Signal(object)
    """The `Link`."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        value: str,
        link: Link | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._value = value
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(IconMark(theme, icon))
        row.addSpacing(theme.px(2))
        widest = theme.px(300)
        if link is None:
            label = Label(theme, value, elide=True)
            label.setMaximumWidth(widest)
            row.addWidget(label)
        else:
            self.button = Button(theme, value, kind="link")
            self.button.setFixedSize(min(widest, self.button.sizeHint().width()), theme.px(24))
            plain.set_tooltip(self.button, value)
            self.button.clicked.connect(lambda: self.opened.emit(link))
            row.addWidget(self.button)
        self.copy = Button(
            theme,
            kind="ghost",
            icon="copy",
            name=self.tr("Copy {value}").format(value=value),
        )
        self.copy.setFixedSize(theme.px(28), theme.px(24))
        plain.set_tooltip(self.copy, self.tr("Copy"))
        self.copy.clicked.connect(self._copy)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.timeout.connect(lambda: self.copy.set_icon("copy"))
        row.addWidget(self.copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._value)
        self.copy.set_icon("check")
        self._copied.start(COPIED_MS)


def channels(theme: Theme, contact: Contact) -> Iterable[ReachLine]:
    """The first address, number and page of a person; the others are on their page."""
    for email in contact.emails[:1]:
        yield ReachLine(theme, "letter", email.value, mail_link(email))
    for phone in contact.phones[:1]:
        yield ReachLine(theme, "phone", phone.value, phone_link(phone))
    for url in contact.urls[:1]:
        yield ReachLine(theme, "globe", url.value, read_link(url.value))
