"""Face recall: what is known of a face, then the name; whoever is not recalled comes up again."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain import names
from app.domain.contact import Contact
from app.domain.errors import ExpectedError
from app.ui import shortcuts
from app.ui.look import icons, paint, text
from app.ui.look.theme import Theme
from app.ui.photos import read_photos
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.painted import Painted
from app.ui.words.wording import Wording
from app.ui.workspace import Workspace
from app.usecases import recall
from app.usecases.recall import Face

if TYPE_CHECKING:
    from app.store.reader import Reader

_SIDE = 144

Deck = tuple[tuple[Face, ...], dict[str, QImage]]


class Portrait(Painted):
    """The picture of somebody, or a place without one; never a letter of the name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._photo: QPixmap | None = None

    def set_photo(self, photo: QPixmap | None) -> None:
        self._photo = photo
        self.setAccessibleName(self.tr("Picture") if photo else self.tr("No picture"))
        self.update()

    def measure(self) -> QSize:
        return QSize(self.theme.px(_SIDE), self.theme.px(_SIDE))

    def draw(self, p: QPainter) -> None:
        theme = self.theme
        if self._photo is not None:
            paint.monogram(p, theme, 0, 0, _SIDE, "", "", self._photo)
            return
        box = QRectF(self.rect())
        paint.rounded(p, box, box.width() / 2, theme.c("sunk"), theme.c("line"))
        at = (self.width() - theme.px(40)) / 2
        icons.draw(p, theme, "people", at, at, size=40, color="off")


class RecallDialog(Dialog):
    """One face after the other: Space shows the name, Y goes on, N has the person come up again."""

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        parent: QWidget | None,
        gathering_id: str | None = None,
    ) -> None:
        """With a gathering it is the deck of who was or will be there."""
        super().__init__(theme, parent, "")
        self._workspace = workspace
        self._wording = Wording(theme)
        self._faces: tuple[Face, ...] = ()
        self._photos: dict[str, QImage] = {}
        self._at = 0
        self._open = False
        self._forgotten: list[Contact] = []
        self._portrait = Portrait(theme)
        self._clues = Label(theme, role="body", wrap=True)
        self._met = Label(theme, role="ui", color="ink2", wrap=True)
        self._reading = Label(theme, role="small", color="ink3")
        self._name = Label(theme, role="person", wrap=True)
        self._work = Label(theme, role="ui", color="ink2", wrap=True)
        self._show = Button(theme, self.tr("Show the name"), kind="primary", key="Space")
        self._yes = Button(theme, self.tr("I recalled"), kind="primary", key="Y")
        self._no = Button(theme, self.tr("I cannot recall"), key="N")
        self._close = self.add_button(
            self.tr("Close"), kind="ghost", result=QDialog.DialogCode.Accepted
        )
        self._lay_out()
        self._show.clicked.connect(self._reveal)
        self._yes.clicked.connect(self._recalled)
        self._no.clicked.connect(self._not_recalled)
        keys = {"Space": self._space, "Y": self._recalled, "N": self._not_recalled}
        shortcuts.bind(self, keys)
        self._say_title(self.tr("A minute with faces"), "")
        self._show_face()
        of = _at(gathering_id) if gathering_id else _of_all(workspace.now().today)
        workspace.ask(of).then(self._came)

    def sizeHint(self) -> QSize:
        """Of one size from the first face to the last."""
        wide = self.theme.px(520)
        return QSize(wide, max(self.theme.px(340), self._outer.totalHeightForWidth(wide)))

    def begin(self) -> None:
        """Show it; it goes when it is closed."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open()

    # the deck

    def _came(self, deck: Deck) -> None:
        self._faces, self._photos = deck
        self._show_face()
        if not self._faces:
            self._say_title(
                self.tr("No faces yet"),
                self.tr("A picture on a card, or a line on how to know somebody again, is enough."),
            )

    def _show_face(self) -> None:
        self._open = False
        face = self._face()
        for part in (self._portrait, self._clues, self._met, self._show):
            part.setVisible(face is not None)
        for part in (self._reading, self._name, self._work, self._yes, self._no):
            part.hide()
        if face is None:
            return
        image = self._photos.get(face.contact.photo or "")
        self._portrait.set_photo(QPixmap.fromImage(image) if image is not None else None)
        clues, met = "\n".join(face.notes), self._met_words(face.contact)
        self._clues.setText(clues)
        self._clues.setVisible(bool(clues))
        self._met.setText(met)
        place = self.tr("{at} of {count}").format(at=self._at + 1, count=len(self._faces))
        self._say_title(self.tr("Who is it?"), place)
        spoken = [self._portrait.accessibleName(), *face.notes, met, place]
        self._show.setAccessibleDescription(self._wording.names([word for word in spoken if word]))
        self._show.setFocus(Qt.FocusReason.TabFocusReason)

    def _face(self) -> Face | None:
        if self._at < len(self._faces):
            return self._faces[self._at]
        return None

    def _met_words(self, contact: Contact) -> str:
        met, today = contact.met, self._workspace.now().today
        parts = [self._wording.day(met.on, today)] if met.on else []
        parts += [text.single(met.gathering)] if met.gathering else []
        return self._wording.names(parts)

    def _reveal(self) -> None:
        face = self._face()
        if face is None or self._open:
            return
        self._open = True
        contact = face.contact
        shown = text.single(names.shown(contact))
        self._reading.setText(names.spoken(contact, self.theme.language))
        self._name.setText(shown)
        work = [p for p in (contact.organization, contact.department, contact.title) if p]
        self._work.setText(self._wording.names([text.single(p) for p in work if p != shown]))
        for part in (self._reading, self._name, self._work, self._yes, self._no):
            part.show()
        self._show.hide()
        self._yes.setAccessibleDescription(shown)
        self._yes.setFocus(Qt.FocusReason.TabFocusReason)

    def _space(self) -> None:
        focused = self.focusWidget()
        if not self._open and self._face() is not None:
            self._reveal()
        elif isinstance(focused, QPushButton):
            focused.click()

    def _recalled(self) -> None:
        if self._open:
            self._next()

    def _not_recalled(self) -> None:
        face = self._face()
        if not self._open or face is None:
            return
        contact, now = face.contact, self._workspace.now()
        self._forgotten.append(contact)
        note = self.tr("The face was hard to recall: a line brings it back")
        self._workspace.do(
            lambda store: recall.not_recalled(store, contact.id, note, now=now)
        ).or_else(partial(self._not_kept, contact))
        self._next()

    def _not_kept(self, contact: Contact, error: ExpectedError) -> None:
        """Nobody is said to come up who will not."""
        self._forgotten = [one for one in self._forgotten if one.id != contact.id]
        self._workspace.failed.emit(error)
        if self._face() is None:
            self._end()

    def _next(self) -> None:
        self._at += 1
        self._show_face()
        if self._face() is None:
            self._end()

    def _end(self) -> None:
        if self._forgotten:
            who = self._wording.names([self._wording.address(c) for c in self._forgotten])
            words = self.tr("{who} will come up from tomorrow on.").format(who=who)
        else:
            words = self.tr("That is enough for now.")
        self._say_title(self.tr("That was all of them"), words)
        self._close.setFocus(Qt.FocusReason.TabFocusReason)

    def _say_title(self, title: str, words: str) -> None:
        self.heading.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def _lay_out(self) -> None:
        px = self.theme.px
        row = QHBoxLayout()
        row.setSpacing(px(20))
        row.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(6))
        for part in (self._clues, self._met, self._reading, self._name, self._work):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            column.addWidget(part)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.body.addSpacing(px(8))
        self.body.addLayout(row)
        for button in (self._no, self._yes, self._show):
            self._foot.addWidget(button)


def _of_all(today: date) -> "Callable[[Reader], Deck]":
    return lambda reader: _with_photos(reader, recall.faces(reader, today))


def _at(gathering_id: str) -> "Callable[[Reader], Deck]":
    return lambda reader: _with_photos(reader, recall.faces_at(reader, gathering_id))


def _with_photos(reader: "Reader", found: Sequence[Face]) -> Deck:
    photos = read_photos(reader, (f.contact.photo for f in found if f.contact.photo))
    return tuple(found), photos
