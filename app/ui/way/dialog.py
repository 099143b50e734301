"""A dialog that asks for a way in, does something with it, and says what came of it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import ExpectedError
from app.ui.look.theme import Theme
from app.ui.way.field import WayField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.notice import Notice
from app.ui.words.notices import Notices
from app.ui.workspace import Reply

if TYPE_CHECKING:
    from app.store.slots import Way


class WayDialog(Dialog):
    """Overrides `begin` and `came`. `fields` holds the way in; more may be put around it."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        title: str,
        words: str,
        *,
        act: str,
        busy: str,
        recovery: bool = False,
        either: bool = True,
    ) -> None:
        super().__init__(theme, parent, "")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._busy_words = busy
        self._running: Reply[Any] | None = None
        self.form = QWidget()
        self.fields = QVBoxLayout(self.form)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setSpacing(theme.px(10))
        self.way = WayField(theme, recovery=recovery, either=either)
        self.way.submitted.connect(self.try_it)
        self.way.resized.connect(self.fit)
        self.fields.addWidget(self.way)
        self.trouble = Notice(theme, " ", " ", icon="warn")
        self.trouble.hide()
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self.form)
        self.body.addWidget(self.trouble)
        self.cancel = self.add_button(self.tr("Cancel"), kind="ghost")
        self.cancel.clicked.connect(self.reject)
        self.go_on = self.add_button(act, kind="primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.try_it)
        self.say(title, words)
        self.way.setFocus()

    # for those who derive

    def begin(self, way: "Way") -> Reply[Any] | None:
        """Start the work with this way in; None where something else is missing."""
        raise NotImplementedError

    def came(self, found: Any) -> None:
        """The work is done."""
        raise NotImplementedError

    def finish(self, title: str, words: str) -> None:
        """Nothing is left to do but to read what came of it."""
        self.form.hide()
        self.trouble.hide()
        self.cancel.hide()
        self.say(title, words)
        self.go_on.setText(self.tr("Close"))
        self.go_on.clicked.disconnect(self.try_it)
        self.go_on.clicked.connect(self.accept)
        self.go_on.setFocus()
        self.fit()

    # inside

    def try_it(self) -> None:
        """Do it, if a way in was typed and nothing is under way."""
        way = self.way.way()
        if self._running is not None or not way:
            self.way.setFocus()
            return
        self.open_by(way)

    def open_by(self, way: "Way") -> None:
        """Do it with this way in; none is the keyring's."""
        self.trouble.hide()
        running = self.begin(way)
        if running is not None:
            self._set_busy(on=True)
            self._running = running.then(self._came, self._failed)

    def _came(self, found: Any) -> None:
        self._running = None
        self.way.clear()
        self._set_busy(on=False)
        self.came(found)

    def _failed(self, error: ExpectedError) -> None:
        self._running = None
        self._set_busy(on=False)
        if not self.way.refuse(error):
            notice = Notices(self).error(error)
            self.trouble.tell(notice.title, notice.words)
            self.trouble.setVisible(True)
        self.fit()

    def _set_busy(self, *, on: bool) -> None:
        self.form.setEnabled(not on)
        self.go_on.set_busy(self._busy_words if on else "")
        if on:
            self.cancel.setFocus()
        self.fit()

    def reject(self) -> None:
        """Esc: what is under way stops first where it can."""
        if self._running is not None:
            self._running.cancel()
        super().reject()
