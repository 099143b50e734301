"""Words for earlier imports: when, what came, and what taking one back would mean."""

from PySide6.QtCore import QDateTime, QObject

from app.domain.imports import ImportBatch
from app.domain.now import Now
from app.store.answers import LoggedChange, UndoEffect
from app.ui.look.theme import Theme
from app.ui.words.notices import Notices
from app.ui.words.wording import Wording
from app.usecases.import_history import EarlierImport

_FILES_NAMED = 3


class EarlierWords(QObject):
    """Made with the page, in the language of the theme."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._wording = Wording(theme)
        self._wording.setParent(self)
        self._notices = Notices(self)

    def when(self, batch: ImportBatch, now: Now) -> str:
        """The day and the time where the person is."""
        at = batch.at.astimezone(now.local.tzinfo)
        time = QDateTime.fromString(f"{at:%H:%M}", "HH:mm").toString("H:mm")
        day = self._wording.weekday(at.date(), now.today)
        return self.tr("{day}, {time}").format(day=day, time=time)

    def files(self, batch: ImportBatch) -> str:
        """The names of the files, or how many they were."""
        if len(batch.files) > _FILES_NAMED:
            return self.tr("%n files", "", len(batch.files))
        return self.tr(", ").join(batch.files)

    def counts(self, batch: ImportBatch) -> str:
        """What came of the cards; the parts add up to the whole."""
        said = [
            self.tr("%n new", "", batch.new) if batch.new else "",
            self.tr("%n of people you knew", "", batch.changed) if batch.changed else "",
            self.tr("%n said nothing new", "", batch.same) if batch.same else "",
            self.tr("%n to look at", "", batch.review) if batch.review else "",
            self.tr("%n not read", "", len(batch.unreadable)) if batch.unreadable else "",
        ]
        parts = self.tr(", ").join(part for part in said if part)
        return self.tr("{cards}: {parts}").format(cards=self._cards(batch.cards), parts=parts)

    def _cards(self, count: int) -> str:
        return self.tr("%n card(s)", "", count)

    def standing(self, past: EarlierImport, now: Now) -> str:
        """Whether it can be taken back: what that would touch, or what stands in the way."""
        undo = past.undo
        if undo is None:
            return self.tr("Stays: it lies too far back, or somebody of it was deleted for good.")
        if not undo.blocked:
            return self.touched(undo)
        if undo.by is None:
            return self.tr("Stays: something newer builds on it.")
        more = self.tr("And %n other change(s).", "", undo.others) if undo.others else ""
        return (
            self.tr("%1 %2")
            .replace("%1", self._newest(past, undo.by, now))
            .replace("%2", more)
            .strip()
        )

    def _newest(self, past: EarlierImport, by: LoggedChange, now: Now) -> str:
        """The newest change that stands in the way."""
        day = self._wording.day(by.day, now.today)
        if past.newer is not None:
            return self.tr("Stays, because a newer import builds on it: {files} ({day}).").format(
                files=self.files(past.newer), day=day
            )
        name = self._wording.address(past.person) if past.person is not None else ""
        what = self._notices.was(by.verb, by.edits, name)
        return self.tr("Stays, because something newer builds on it: “{what}” ({day}).").format(
            what=what, day=day
        )

    def touched(self, undo: UndoEffect) -> str:
        """What undo would let go of, and whom it would change."""
        goes = [
            self.tr("%n person(s)", "", undo.people) if undo.people else "",
            self._cards(undo.cards) if undo.cards else "",
            self.tr("%n reminder(s) to write", "", undo.follow_ups) if undo.follow_ups else "",
        ]
        what = self.tr(", ").join(part for part in goes if part)
        said = self.tr("Taking it back lets go of {what}.").format(what=what) if what else ""
        if undo.changed:
            changed = self.tr("%n person(s) you knew will be as before.", "", undo.changed)
            said = self.tr("%1 %2").replace("%1", said).replace("%2", changed).strip()
        return said or self.tr("Taking it back changes nobody.")

    def question(self, past: EarlierImport, now: Now) -> str:
        """What goes and what stays, before it is taken back."""
        about = self.tr("{when}, {files}.").format(
            when=self.when(past.batch, now), files=self.files(past.batch)
        )
        lost = self.touched(past.undo) if past.undo is not None else ""
        stays = self.tr(
            "Everything else stays as it is. Ctrl Shift Z brings it back, until something else is "
            "changed."
        )
        return f"{about}\n{lost}\n{stays}"
