"""The quick log (Ctrl+J): one line, what it was understood to say, Enter."""

from datetime import date

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.domain.change import Change
from app.domain.contact import Contact
from app.domain.errors import ExpectedError
from app.domain.quick_log_said import Mention
from app.store.settings import DraftSetting
from app.ui.crash import contained
from app.ui.kept_draft import KeptDraft
from app.ui.look import paint
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.shell.quick_log_parts import Grammar, Signs
from app.ui.shell.quick_log_which import Which
from app.ui.shell.quick_log_words import QuickLogWords
from app.ui.widgets.box import KeyHints
from app.ui.widgets.field import LineField
from app.ui.workspace import Reply, Workspace
from app.usecases import quick_log
from app.usecases.quick_log import Looked, Preview, meant

LONGEST = 1_000
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9)


class QuickLog(QFrame):
    """A panel over the window. Enter chooses who is meant, then writes; Esc closes and keeps the
    line, also over a lock and the end of the program.
    """

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._words = QuickLogWords(theme)
        self._host = parent
        self._back_to: QWidget | None = None
        self._asked: Reply[Preview] | None = None
        self._looked = Looked()
        self._enter_waits = False
        self._writing = False
        self._begin()
        self._build()
        self.hide()
        self._draft = KeptDraft(workspace, DraftSetting.QUICK_LOG, lambda: self.field.text(), self)
        self._connect()

    def _begin(self) -> None:
        """No line, and nothing said about one."""
        self._preset: Contact | None = None
        self._chosen: dict[str, str] = {}
        self._refused: set[str] = set()
        self._as_tags: set[str] = set()
        self._preview = Preview()

    def _build(self) -> None:
        theme = self._theme
        self.field = LineField(theme, name="", icon="pen", height=44)
        self.field.edit.setMaxLength(LONGEST)
        self.signs = Signs(theme)
        self.note = Label(theme, "", role="small", color="ink2", elide=True)
        self.missing = Label(theme, "", role="small", color="ink3", elide=True)
        self.which = Which(theme, self._words)
        self.grammar = Grammar(theme)
        self._feet: list[KeyHints] = []
        self._column = QVBoxLayout(self)
        for part in (
            self.field, self.signs, self.note, self.missing, self.which, self.grammar,
        ):  # fmt: skip
            self._column.addWidget(part)

    def _connect(self) -> None:
        self._draft.came.connect(self._line_came)
        self.field.changed.connect(self._typed)
        self.field.submitted.connect(self._enter)
        self.signs.pressed.connect(self._pressed)
        self.which.chosen.connect(self._choose)
        self.field.edit.installEventFilter(self)
        self._host.installEventFilter(self)
        self._workspace.changed.connect(self._forget)
        self._theme.measures_changed.connect(self._again)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    # open and close

    def open_over(self, window: QWidget, person: Contact | None = None) -> None:
        """Show it with the line of before; `person` is in it where no line was begun."""
        focused = window.focusWidget()
        if focused not in self.findChildren(QWidget):
            self._back_to = focused
        if not self.field.text().strip():
            self._begin()
            self._preset = person
        self.field.edit.setAccessibleName(self.tr("Quick log: one line of what happened"))
        self.field.set_hint(self.tr("Who, what, when: yesterday Claire lunch"))
        self._say_foot()
        self.show()
        self.raise_()
        self._show()
        self._ask()
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_back(self) -> None:
        """Hide it, keep the line, and give the focus back."""
        self._enter_waits = False
        self.hide()
        if self._back_to is not None and shiboken6.isValid(self._back_to):
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isVisible() or now.window() is not self.window():
            return
        if now is not self and not self.isAncestorOf(now):
            self._enter_waits = False
            self.hide()

    # what is understood

    def _line_came(self, line: str) -> None:
        if line and not self.field.text():
            self._begin()  # whoever is preset now has nothing to do with it
            self.field.set_text(line)
        self._draft.soon()

    def _typed(self) -> None:
        self._enter_waits = False
        self._draft.soon()
        self._ask()

    def _forget(self, _change: Change) -> None:
        """People may be called otherwise now."""
        self._looked = Looked()
        if self.isVisible():
            self._ask()

    def _again(self) -> None:
        self._looked = Looked()
        if self.isVisible():
            self._say_foot()
            self._show()
            self._ask()

    def _ask(self) -> None:
        if self._asked is not None:
            self._asked.drop()
        line, now, language = self.field.text(), self._workspace.now(), self._theme.language
        looked, refused = self._looked, frozenset(self._refused)
        self._asked = self._workspace.ask(
            lambda reader: quick_log.understand(
                reader, line, now=now, language=language, looked=looked, refused=refused
            )
        ).then(self._came)

    def _came(self, preview: Preview) -> None:
        self._asked = None
        self._preview = preview
        named = {mention.key for mention in preview.said.mentions}
        self._chosen = {key: who for key, who in self._chosen.items() if key in named}
        self._show()
        if self._enter_waits:
            self._enter_waits = False
            self._enter()

    def _today(self) -> date:
        return self._workspace.now().today

    def _people(self) -> list[str]:
        found = [] if self._preset is None else [self._preset.id]
        found += [who for m in self._preview.said.mentions if (who := meant(m, self._chosen))]
        return list(dict.fromkeys(found))

    def _open_question(self) -> Mention | None:
        """The first name that several bear."""
        mentions = self._preview.said.mentions
        return next((m for m in mentions if meant(m, self._chosen) is None), None)

    # what is shown

    def _show(self) -> None:
        preview, question = self._preview, self._open_question()
        said = preview.said
        empty = not preview.line.strip()
        signs = self._words.signs(
            preview,
            self._today(),
            chosen=self._chosen,
            preset=self._preset,
            as_tags=self._as_tags,
        )
        self.signs.show_signs([] if empty and self._preset is None else list(signs))
        self.signs.setVisible(not empty or self._preset is not None)
        _say(self.note, self._words.rest(preview))
        named = bool(self._preset or said.mentions)
        something = said.happened or bool(said.promises)
        _say(self.missing, self._words.missing(preview, people=named, something=something))
        self.which.ask(question, preview.rows, self._today())
        self.grammar.setVisible(empty)
        for foot, wanted in zip(self._feet, (question is None, question is not None), strict=True):
            foot.setVisible(wanted)
        spoken = [] if empty else [*self.signs.words(), self.note.text(), self.missing.text()]
        self.field.edit.setAccessibleDescription(", ".join(words for words in spoken if words))
        self._place()

    def _say_foot(self) -> None:
        for foot in self._feet:
            self._column.removeWidget(foot)
            foot.hide()
            foot.deleteLater()
        close = (("Esc",), self.tr("close, keep the line"))
        writes = KeyHints(self._theme, [(("Return",), self.tr("write it down")), close])
        asks = KeyHints(
            self._theme,
            [
                (("Up", "Down"), self.tr("choose")),
                (("Return", "Alt+1"), self.tr("this one")),
                close,
            ],
        )
        self._feet = [writes, asks]
        for foot in self._feet:
            self._column.addWidget(foot)

    def _place(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(12), px(12), px(12))
        self._column.setSpacing(px(8))
        host = self._host
        wide = min(px(640), host.width() - px(48))
        top = min(px(96), max(px(12), host.height() // 8))
        self.which.fit()
        high = self._height(wide)
        over = high - (host.height() - top - px(24))
        if over > 0:
            self.which.fit(over)
            high = self._height(wide)
        self.setGeometry((host.width() - wide) // 2, top, wide, high)

    def _height(self, wide: int) -> int:
        self._column.invalidate()
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(wide)
        return self._column.totalSizeHint().height()

    # what is done

    def _enter(self) -> None:
        if self._writing:
            return
        if self._asked is not None:
            self._enter_waits = True  # it is written only once it was understood
            return
        if self._open_question() is not None:
            self.which.take()
            return
        said, people = self._preview.said, self._people()
        if not people or not (said.happened or said.promises):
            return
        self._writing = True
        now, tags = self._workspace.now(), frozenset(self._as_tags)
        self._workspace.do(
            lambda store: quick_log.write(store, said, people, now=now, as_tags=tags)
        ).then(self._written, self._not_written)

    def _written(self, _change: Change) -> None:
        self._writing = False
        self._begin()
        self.field.edit.clear()
        self.close_back()

    def _not_written(self, error: ExpectedError) -> None:
        self._writing = False
        self._looked = Looked()
        self._workspace.failed.emit(error)
        self._ask()

    def _choose(self, contact_id: str) -> None:
        question = self._open_question()
        if question is not None:
            self._chosen[question.key] = contact_id
            self._show()

    def _pressed(self, what: str, which: str) -> None:
        if what == "tag":
            self._as_tags ^= {which}
            self._show()
        elif what == "alone":
            self._preset = None
            self._show()
        else:
            self._refused.add(which)
            self._ask()
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self.field.edit.composing:
                return event.key() == Qt.Key.Key_Escape  # it takes the conversion back, no more
            return self._key(event)
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the panel: the line, and what can be pressed below it."""
        parts = [self.field.edit, *self.signs.pressable()]
        focused = QApplication.focusWidget()
        at = next((n for n, part in enumerate(parts) if part is focused), 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        parts[(at + (1 if forward else -1)) % len(parts)].setFocus(reason)
        return True

    @contained
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._draft.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_back()
            return
        super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, asks = event.key(), self._open_question() is not None
        if key == Qt.Key.Key_Escape:
            self.close_back()
        elif key == Qt.Key.Key_Backspace and self._preset and not self.field.text():
            self._pressed("alone", "")
        elif asks and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.which.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif asks and key in _DIGITS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.which.take(key - Qt.Key.Key_1)
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        box = QRectF(self.rect())
        paint.rounded(p, box, self._theme.px(12), self._theme.c("paper"), self._theme.c("line2"))


def _say(label: Label, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
