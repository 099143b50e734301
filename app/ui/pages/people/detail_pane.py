"""The right pane: one person, from the head to where the thread begins."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.contact import Contact
from app.domain.since import since
from app.interchange.signature import read_signature
from app.ui import links, plain
from app.ui.look import focus, text
from app.ui.look.theme import Theme
from app.ui.models.timeline import TimelineModel
from app.ui.pages.people.begun import Begun
from app.ui.pages.people.composer import Composer
from app.ui.pages.people.contact_editor import ContactEditor
from app.ui.pages.people.contact_form import ContactTexts
from app.ui.pages.people.editors import Editors, Parts
from app.ui.pages.people.facts import Facts
from app.ui.pages.people.find_bar import HEIGHT as FIND_HEIGHT
from app.ui.pages.people.find_bar import FindBar
from app.ui.pages.people.finding import Finding
from app.ui.pages.people.header import PersonHeader
from app.ui.pages.people.questions import Known
from app.ui.pages.people.remark_rows import RemarkRows
from app.ui.pages.people.tag_row import TagRow
from app.ui.pages.people.tie_panel import Legend, TiePanel
from app.ui.pages.people.timeline_view import TimelineView
from app.ui.plain import Label
from app.ui.reconnect.prompt import ReconnectPrompt
from app.ui.widgets.box import SectionHeader
from app.ui.widgets.button import Button
from app.ui.widgets.notice import Notice
from app.ui.words.wording import Wording
from app.ui.workspace import Workspace

LEFT, RIGHT, TOP, BOTTOM = 32, 28, 24, 32
_BESIDE = 640
"""Wide enough (unscaled) for the tie beside the facts."""
_WORDS_SHOWN = 60
"""So much of what was begun is said in its notice."""


class DetailPane(QScrollArea):
    """One person. It shows and asks; the page writes."""

    reconnected = Signal(object, str)
    """The initiative and a line, after R."""
    tags_changed = Signal(tuple)
    entry_saved = Signal(object, object)
    entry_deleted = Signal(object)
    """An `Interaction` or a `Promise`."""
    promise_saved = Signal(object, object)
    """As it was, and as it is to be; without an id it is a new one."""
    promise_kept = Signal(object)
    written = Signal(object)
    drafted = Signal()
    """The composer's draft is another one."""
    contact_saved = Signal(object, object)
    edit_left = Signal()
    person_wanted = Signal(str)
    link_wanted = Signal(object)
    gathering_wanted = Signal(str)
    left_sideways = Signal()
    """Left was pressed where it means nothing else: back to the list."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._wording = Wording(theme)
        self._known: Known | None = None
        self.editor: ContactEditor | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._inner = QWidget()
        self._inner.setAutoFillBackground(False)
        self.setWidget(self._inner)
        today = workspace.now().today
        self.header = PersonHeader(theme)
        self.tags = TagRow(theme)
        self.prompt = ReconnectPrompt(theme, compact=True)
        self.remarks = RemarkRows(theme)
        self.facts = Facts(theme)
        self.tie = TiePanel(theme)
        self.heading = SectionHeader(theme, self.tr("So far"), role="body-bold", color="ink")
        self.news = Label(theme, role="small", color="ink3", elide=True)
        self.heading.add_beside(self.news)
        self.composer = Composer(theme, today)
        self.model = TimelineModel(workspace, theme, self)
        self.timeline = TimelineView(theme, self.model)
        self.find_bar = FindBar(theme, self)
        self._finding = Finding(self.find_bar, self.remarks, self.model, self.timeline)
        self._resume = Button(theme, self.tr("Go on"), kind="second")
        self._discard = Button(theme, self.tr("Let it go"), kind="ghost")
        self.unfinished = Notice(
            theme, self.tr("You began to edit these details"), tint="ai", icon="pen", bold=False,
            buttons=(self._resume, self._discard),
        )  # fmt: skip
        self._lay_out()
        parts = Parts(
            self.composer, self.remarks, self.prompt, self._asking, self._past_column,
            self.timeline, self.model,
        )  # fmt: skip
        self.editors = Editors(theme, self._today, parts, self)
        self._connect()

    # what it shows

    @property
    def known(self) -> Known | None:
        """Who is shown."""
        return self._known

    def show_person(self, known: Known) -> None:
        """Show a person; the place stays where it is the same one."""
        same = self._known is not None and self._known.contact.id == known.contact.id
        today = self._today()
        self._known = known
        contact = known.contact
        can_write = any(links.mail_link(email) for email in contact.emails)
        self.header.show_person(contact, known.photo, can_write=can_write)
        self.editors.show_person(known, same=same)
        if not same:
            self.end_finding()
        self.tags.show_tags(contact.tags)
        self.remarks.show_remarks(known.remarks, today, same=same)
        self.facts.show_person(known, today)
        self.tie.show_tie(known, today)
        self.composer.set_today(today)
        line, details = self._wording.since(since(known.acts, known.promises), today)
        self.news.setText(line)
        plain.set_tooltip(self.news, details)
        self.news.setAccessibleDescription(details)
        self.composer.end_thread(here=not known.acts)
        names = {**known.names, contact.id: ""}
        self.model.show(contact, known.acts, names, known.promises)
        self._finding.refresh()
        focus.in_order(
            self.header, self.unfinished, self.tags, self.prompt, self.remarks, self.facts,
            self.tie, self.composer, self.timeline,
        )  # fmt: skip
        if not same:
            self.timeline.clear_current()
            self.verticalScrollBar().setValue(0)

    def edit_contact(self, contact: Contact, draft: ContactTexts | None, field: str) -> None:
        """Turn the details into fields; `draft` is what was typed before."""
        self.end_editing()
        self.end_finding()
        self.editor = ContactEditor(self._theme, self._today(), contact)
        if draft is not None:
            self.editor.show_texts(draft)
        self.editor.saved.connect(self.contact_saved)
        self.editor.left.connect(self.edit_left)
        self.editor.pasted.connect(self._read_pasted)
        self._column.insertWidget(1, self.editor)
        self.editor.setContentsMargins(0, self._theme.px(18) if contact.id else 0, 0, 0)
        self._show_parts(editing=True, new=not contact.id)
        self.verticalScrollBar().setValue(0)
        self.editor.begin(field)

    def paste_person(self) -> None:
        """Fill the fields of a new person from what was copied."""
        if self.editor is not None and not self.editor.contact.id:
            self.editor.paste_bar.paste()

    def _read_pasted(self, text: str) -> None:
        editor = self.editor
        if editor is not None:  # by the time it is read another may be open
            self._workspace.free(lambda _task: read_signature(text).contact).then(editor.fill)

    def end_editing(self) -> None:
        """Back to the details."""
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._show_parts(editing=False, new=False)

    def ask_reconnect(self) -> None:
        """Ask who started it (R)."""
        if self.editor is None:
            self.editors.ask_reconnect()

    def begin_promise(self) -> None:
        """Write a promise, above the timeline (P)."""
        if self.editor is None:
            self.editors.begin_promise()

    def find_words(self, step: int = 0) -> None:
        """Find words in the lines, entries and promises (Ctrl+F); with a step on or back (F3)."""
        editing = self.editor is not None or self.timeline.editing
        if self._known is not None and not editing:
            self.setViewportMargins(0, 0, 0, self._theme.px(FIND_HEIGHT))
            if step:
                self._finding.step(step)
            else:
                self._finding.begin()

    def end_finding(self) -> None:
        """Close the bar, at the hit that it went to."""
        if not self.find_bar.isHidden():
            had_focus = self._is_in_bar(QApplication.focusWidget())
            hit = self._finding.current
            self._finding.end()
            self.setViewportMargins(0, 0, 0, 0)
            if had_focus:
                self._to_hit(hit)

    def _is_in_bar(self, focused: QWidget | None) -> bool:
        return focused is not None and self.find_bar.isAncestorOf(focused)

    def _to_hit(self, hit: str | None) -> None:
        line = self.remarks.line_of(hit) if hit else None
        if line is not None:
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif hit:
            self.timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.left_sideways.emit()

    def _hit_shown(self, hit: str) -> None:
        line = self.remarks.line_of(hit)
        if line is not None:
            self._bring_into_sight(line)
        else:
            self.show_entry(hit)

    def show_entry(self, interaction_id: str) -> None:
        """Bring an entry into sight."""
        row = self.model.row_of(interaction_id)
        if row >= 0:
            self.timeline.setCurrentIndex(self.model.index(row, 0))
            rect = self.timeline.visualRect(self.model.index(row, 0))
            self._row_seen(rect.y(), rect.height())

    def show_unfinished(self, *, details: bool) -> None:
        """Say what was begun about this person and is not to be seen; `details`: their details."""
        waiting = self.editors.waiting
        if details:
            self.unfinished.tell(self.tr("You began to edit these details"), "")
        elif waiting:
            self.unfinished.tell(self._begun_words(waiting), "")
        self._begun.setVisible(bool(details or waiting) and self.editor is None)

    def _begun_words(self, waiting: Sequence[Begun]) -> str:
        words = text.single(next((one.words for one in waiting if one.words), ""))
        if not words:
            return self.tr("You began a change")
        if len(words) > _WORDS_SHOWN:
            words = f"{words[: _WORDS_SHOWN - 1]}…"
        return self.tr("You began to write: {words}").format(words=words)

    # inside

    def _today(self) -> date:
        return self._workspace.now().today

    def _lay_out(self) -> None:
        px = self._theme.px
        column = self._column = QVBoxLayout(self._inner)
        column.setContentsMargins(px(LEFT), px(TOP), px(RIGHT), px(BOTTOM))
        column.setSpacing(0)
        column.addWidget(self.header)
        self._details = QWidget()
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, px(12), 0, 0)
        details.setSpacing(0)
        tags = QVBoxLayout()
        tags.setContentsMargins(px(84), 0, 0, px(18))
        tags.addWidget(self.tags)
        details.addLayout(tags)
        self._asking = QWidget()
        prompt = QVBoxLayout(self._asking)
        prompt.setContentsMargins(px(84), 0, 0, px(18))
        prompt.addWidget(self.prompt)
        details.addWidget(self._asking)
        self._asking.hide()
        self._begun = QWidget()
        notice = QVBoxLayout(self._begun)
        notice.setContentsMargins(0, 0, 0, px(18))
        notice.addWidget(self.unfinished)
        details.addWidget(self._begun)
        self._begun.hide()
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(px(16))
        known = QVBoxLayout()
        known.setSpacing(px(6))
        known.addWidget(self.remarks)
        known.addWidget(self.facts)
        known.addWidget(self.remarks.past)
        known.addStretch(1)
        self._middle.addLayout(known, 1)
        self._middle.addWidget(self.tie, 0, Qt.AlignmentFlag.AlignTop)
        details.addLayout(self._middle)
        column.addWidget(self._details)
        self._past = QWidget()
        past = self._past_column = QVBoxLayout(self._past)
        past.setContentsMargins(0, px(19), 0, 0)
        past.setSpacing(0)
        self.heading.add(Legend(self._theme))
        self.heading.setFixedHeight(px(22))
        past.addWidget(self.heading)
        past.addSpacing(px(3))
        past.addWidget(self.composer)
        past.addWidget(self.timeline)
        column.addWidget(self._past)
        column.addStretch(1)
        for part in (self.remarks, self.facts):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _connect(self) -> None:
        self.header.reconnect_wanted.connect(self.ask_reconnect)
        self.editors.reconnected.connect(self.reconnected)
        self.editors.promise_saved.connect(self.promise_saved)
        self.editors.entry_saved.connect(self.entry_saved)
        self.editors.opened.connect(self._bring_into_sight)
        self.editors.left_sideways.connect(self.left_sideways)
        self.tags.changed.connect(self.tags_changed)
        self.facts.open_wanted.connect(self.link_wanted)
        self.facts.gathering_wanted.connect(self.gathering_wanted)
        self.facts.person_wanted.connect(self.person_wanted)
        self.remarks.left.connect(self.left_sideways)
        self.composer.written.connect(self.written)
        self.composer.edited.connect(self.drafted)
        self.composer.left_downwards.connect(self._to_timeline)
        self.timeline.left_upwards.connect(self.composer.focus)
        self.timeline.edit_wanted.connect(self.editors.edit_entry)
        self.timeline.delete_wanted.connect(self.entry_deleted)
        self.timeline.kept.connect(self.promise_kept)
        self.timeline.person_wanted.connect(self.person_wanted)
        self.timeline.seen.connect(self._row_seen)
        self.find_bar.closed.connect(self.end_finding)
        self._finding.shown.connect(self._hit_shown)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def resumes(self) -> tuple[Button, Button]:
        """The buttons of the notice: go on, let it go."""
        return self._resume, self._discard

    def _show_parts(self, *, editing: bool, new: bool) -> None:
        self.header.setVisible(not new)
        self._details.setVisible(not editing)
        self._past.setVisible(not editing)

    def _to_timeline(self) -> None:
        if self.model.rowCount():
            self.timeline.setFocus(Qt.FocusReason.TabFocusReason)
            self.timeline.setCurrentIndex(self.model.index(0, 0))

    def _row_seen(self, top: int, height: int) -> None:
        place = self.timeline.mapTo(self._inner, QPoint(0, top + height // 2))
        self.ensureVisible(0, place.y(), 0, height // 2 + self._theme.px(16))

    def _bring_into_sight(self, widget: QWidget) -> None:
        place = widget.mapTo(self._inner, QPoint(0, widget.height() // 2))
        self.ensureVisible(0, place.y(), 0, widget.height() // 2 + self._theme.px(16))

    def _scrolled(self, value: int) -> None:
        near_end = value >= self.verticalScrollBar().maximum() - self._theme.px(400)
        if near_end:
            self.model.show_older()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The scroll bar stands in the right margin, so that nothing moves when it comes.
        bar = self.width() - self.viewport().width()
        px = self._theme.px
        self._column.setContentsMargins(px(LEFT), px(TOP), max(0, px(RIGHT) - bar), px(BOTTOM))
        wide = self.viewport().width() >= self._theme.px(_BESIDE)
        self._middle.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self.header.set_room(self.viewport().width())
        high = px(FIND_HEIGHT)
        self.find_bar.setGeometry(0, self.height() - high, self.viewport().width(), high)
        super().resizeEvent(event)
