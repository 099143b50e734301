"""Notices: what a change is called, and what an expected error means and asks for.

Each sentence says what happened, what is kept, and what to do next. A test walks all subclasses of
`ExpectedError`, so that none lacks words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from app.domain.change import Change, Verb
from app.domain.errors import ExpectedError, NotFoundError
from app.interchange import errors as interchange
from app.store import errors as store
from app.store.writable import Why
from app.ui.background import MistakeError
from app.ui.copied import NothingCopiedError, TooMuchCopiedError
from app.ui.links import LinkNotOpenedError
from app.ui.writing import NoMailAddressError
from app.usecases import errors as usecases
from app.usecases.calendar_feed import NothingToWriteError
from app.usecases.exporting import (
    ExportFailedError,
    ExportNotFaithfulError,
    ExportStoppedError,
    FileExistsAlreadyError,
)


@dataclass(frozen=True, slots=True)
class Notice:
    """A short title and the sentence below it."""

    title: str
    words: str


class Notices(QObject):
    """The words, in the language of the screen."""

    def done(self, change: Change, name: str) -> str:
        """What a change did, for the toast. `name` is its person as in a sentence, or empty."""
        return self.was(change.verb, len(change.edits), name)

    def was(self, verb: Verb, counts: int, name: str) -> str:
        """What a change of so many edits did."""
        who = name or self.tr("this person")
        sentences: dict[Verb, Callable[[], str]] = {
            Verb.IMPORT: lambda: self.tr("Imported"),
            Verb.ADD_CONTACT: lambda: self.tr("Added {who}").format(who=who),
            Verb.EDIT_CONTACT: lambda: self.tr("Saved {who}").format(who=who),
            Verb.TAG: lambda: self.tr("Changed the tags of {who}").format(who=who),
            Verb.DELETE_CONTACT: lambda: (
                self.tr("{who} is in the bin for 30 days").format(who=who)
                if counts == 1
                else self.tr("%n people are in the bin for 30 days", "", counts)
            ),
            Verb.RESTORE_CONTACT: lambda: self.tr("{who} is back").format(who=who),
            Verb.MERGE_CARD: lambda: self.tr("Merged into {who}").format(who=who),
            Verb.DIFFERENT_PERSON: lambda: self.tr("Kept as a different person"),
            Verb.MERGE_CONTACT: lambda: self.tr("Two became one: {who}").format(who=who),
            Verb.DIFFERENT_PEOPLE: lambda: self.tr("Remembered as two different people"),
            Verb.DISCARD_CARD: lambda: self.tr("Left the card out"),
            Verb.LOG: lambda: (
                self.tr("Written down for {who}").format(who=who)
                if name
                else self.tr("Written down")
            ),
            Verb.EDIT_INTERACTION: lambda: self.tr("Saved the entry"),
            Verb.DELETE_INTERACTION: lambda: self.tr("Deleted the entry"),
            Verb.FOLLOW_UP: lambda: self.tr("Next contact with {who} is set").format(who=who),
            Verb.RECONNECT: lambda: self.tr("Reconnected with {who}").format(who=who),
            Verb.LATER: lambda: self.tr("{who} can wait").format(who=who),
            Verb.SKIP: lambda: self.tr("{who} rests this time").format(who=who),
            Verb.PROMISE: lambda: self.tr("Promise noted, with {who}").format(who=who),
            Verb.KEEP_PROMISE: lambda: self.tr("Promise kept, with {who}").format(who=who),
            Verb.DROP_PROMISE: lambda: self.tr("Took the promise away"),
            Verb.REMARK: lambda: self.tr("Noted about {who}").format(who=who),
            Verb.GATHERING: lambda: self.tr("Saved the gathering"),
            Verb.GATHER: lambda: self.tr("Written down who was at the gathering"),
            Verb.DELETE_GATHERING: lambda: self.tr("Deleted the gathering; its people stay"),
            Verb.IMPORT_GATHERINGS: lambda: self.tr("Took gatherings from the calendar"),
            Verb.NOTES: lambda: self.tr("Notes on {who} are kept").format(who=who),
            Verb.MEND_DATES: lambda: self.tr("Dated today"),
            Verb.THINNER_RHYTHM: lambda: self.tr("Less often with {who} from now on").format(
                who=who
            ),
            Verb.KEEP_RHYTHM: lambda: self.tr("As often as before with {who}").format(who=who),
            Verb.TAG_RHYTHM: lambda: self.tr("How often to be in touch by tag is set"),
        }
        return sentences[verb]()

    def undone(self, change: Change, name: str) -> str:
        """What was taken back: how things stand again."""
        who, counts = name or self.tr("this person"), len(change.edits)
        sentences: dict[Verb, Callable[[], str]] = {
            Verb.IMPORT: lambda: self.tr("The import is taken back"),
            Verb.ADD_CONTACT: lambda: self.tr("{who} is not there any more").format(who=who),
            Verb.EDIT_CONTACT: lambda: self.tr("{who} is as before").format(who=who),
            Verb.TAG: lambda: self.tr("The tags of {who} are as before").format(who=who),
            Verb.DELETE_CONTACT: lambda: (
                self.tr("{who} is back from the bin").format(who=who)
                if counts == 1
                else self.tr("%n people are back from the bin", "", counts)
            ),
            Verb.RESTORE_CONTACT: lambda: self.tr("{who} is in the bin again").format(who=who),
            Verb.MERGE_CARD: lambda: self.tr("The card waits again, apart from {who}").format(
                who=who
            ),
            Verb.DIFFERENT_PERSON: lambda: self.tr("The card waits again"),
            Verb.MERGE_CONTACT: lambda: self.tr("They are two people again"),
            Verb.DIFFERENT_PEOPLE: lambda: self.tr("They may be one person again"),
            Verb.DISCARD_CARD: lambda: self.tr("The card waits again"),
            Verb.LOG: lambda: self.tr("The entry for {who} is taken back").format(who=who),
            Verb.EDIT_INTERACTION: lambda: self.tr("The entry is as before"),
            Verb.DELETE_INTERACTION: lambda: self.tr("The entry is back"),
            Verb.FOLLOW_UP: lambda: self.tr("Next contact with {who} is as before").format(who=who),
            Verb.RECONNECT: lambda: self.tr("Taken back: in touch with {who}").format(who=who),
            Verb.LATER: lambda: self.tr("{who} is up again").format(who=who),
            Verb.SKIP: lambda: self.tr("{who} is up again").format(who=who),
            Verb.PROMISE: lambda: self.tr("The promise with {who} is taken back").format(who=who),
            Verb.KEEP_PROMISE: lambda: self.tr("The promise with {who} is open again").format(
                who=who
            ),
            Verb.DROP_PROMISE: lambda: self.tr("The promise is back"),
            Verb.REMARK: lambda: self.tr("What is noted about {who} is as before").format(who=who),
            Verb.GATHERING: lambda: self.tr("The gathering is as before"),
            Verb.GATHER: lambda: self.tr("Who was at the gathering is as before"),
            Verb.DELETE_GATHERING: lambda: self.tr("The gathering is back"),
            Verb.IMPORT_GATHERINGS: lambda: self.tr(
                "The gatherings of the calendar are taken back"
            ),
            Verb.NOTES: lambda: self.tr("The notes on {who} are taken back").format(who=who),
            Verb.MEND_DATES: lambda: self.tr("The dates are as before"),
            Verb.THINNER_RHYTHM: lambda: self.tr("As often with {who} as before").format(who=who),
            Verb.KEEP_RHYTHM: lambda: self.tr("How often with {who} is open again").format(who=who),
            Verb.TAG_RHYTHM: lambda: self.tr("How often to be in touch by tag is as before"),
        }
        return sentences[change.verb]()

    def error(self, error: ExpectedError) -> Notice:
        """The words for an expected error, by its nearest type."""
        for kind in type(error).__mro__:
            words = self._errors().get(kind)
            if words is not None:
                return words(error)
        raise KeyError(type(error).__name__)

    def knows(self, kind: type[ExpectedError]) -> bool:
        """Whether this very type, or one between it and the root, has words."""
        return any(k in self._errors() for k in kind.__mro__ if k is not ExpectedError)

    def _errors(self) -> dict[type, Callable[[Any], Notice]]:
        return {
            **self._store_errors(),
            **self._key_errors(),
            **self._change_errors(),
            **self._file_errors(),
        }

    def _store_errors(self) -> dict[type, Callable[[Any], Notice]]:
        untouched = self.tr("Nothing was changed or deleted.")
        backup = self.tr("A backup can be brought back; nothing that is here is lost by it.")
        return {
            store.NoStoreError: lambda e: Notice(
                self.tr("There is no Enishi data here yet"),
                self.tr("Looked in {path}. {untouched}").format(path=e.path, untouched=untouched),
            ),
            store.StoreExistsError: lambda e: Notice(
                self.tr("There is Enishi data here already"),
                self.tr("Found in {path}. {untouched}").format(path=e.path, untouched=untouched),
            ),
            store.DatabaseMissingError: lambda e: self._damaged(
                self.tr("The data file is missing"), e, untouched, backup
            ),
            store.DatabaseEmptyError: lambda e: self._damaged(
                self.tr("The data file is empty"), e, untouched, backup
            ),
            store.HeaderMissingError: lambda e: self._damaged(
                self.tr("The file with the keys is missing"), e, untouched, backup
            ),
            store.HeaderDamagedError: lambda e: self._damaged(
                self.tr("The file with the keys is damaged"), e, untouched, backup
            ),
            store.NotEncryptedError: lambda e: self._damaged(
                self.tr("The data file is not an encrypted one of Enishi"), e, untouched, backup
            ),
            store.KeyDoesNotFitError: lambda e: self._damaged(
                self.tr("The key does not fit the data file"), e, untouched, backup
            ),
            store.DatabaseDamagedError: lambda e: self._damaged(
                self.tr("The data file is damaged"), e, untouched, backup
            ),
            store.OtherStoreError: lambda e: self._damaged(
                self.tr("Keys and data belong to different stores"), e, untouched, backup
            ),
            store.NewerStoreError: lambda e: Notice(
                self.tr("This data was written by a newer Enishi"),
                self.tr(
                    "It needs version {needed}; this one knows {known}. {untouched} "
                    "Please install the newer Enishi."
                ).format(needed=e.needed, known=e.known, untouched=untouched),
            ),
            store.StoreInUseError: lambda _e: Notice(
                self.tr("Enishi is open already"),
                self.tr("Another window or command is using this data. Close it, then try again."),
            ),
            store.StoreReadOnlyError: lambda e: Notice(
                self.tr("This data can only be read now"), self._still(e.path, e.why, e.by)
            ),
            store.MovedAwayError: lambda e: Notice(
                self.tr("This data was moved"), self._moved(e.path, e.to, e.by)
            ),
            store.PlaceUnfitError: lambda e: self._unfit(e.path, e.why),
            store.MoveFailedError: lambda _e: Notice(
                self.tr("The data was not moved"),
                self.tr(
                    "The copy in the new place did not prove sound and was thrown away. Everything "
                    "is where it was."
                ),
            ),
            store.NotOwnedError: lambda e: Notice(
                self.tr("This folder belongs to another user"),
                self.tr("{path} was left as it is. Choose a folder of your own.").format(
                    path=e.path
                ),
            ),
            store.NoPermissionError: lambda e: Notice(
                self.tr("The system does not let Enishi read or write here"),
                self.tr("{path} was left as it is. Check who may use this folder.").format(
                    path=e.path
                ),
            ),
            store.StoreUnreadableError: lambda e: Notice(
                self.tr("The system could not read or write the data"),
                self.tr("It said: {reason}. {untouched}").format(
                    reason=e.reason, untouched=untouched
                ),
            ),
            store.DiskFullError: lambda _e: Notice(
                self.tr("The disk is full"),
                self.tr("Nothing was changed. Make some room, then try again."),
            ),
            store.BackupFailedError: lambda _e: Notice(
                self.tr("The backup could not be made"),
                self.tr("So nothing was changed. Check the room on the disk, then try again."),
            ),
            store.NotABackupError: lambda _e: Notice(
                self.tr("This file is not a backup of Enishi"),
                self.tr("It may be damaged. {untouched}").format(untouched=untouched),
            ),
            store.SecondPlaceError: lambda e: self._second(e.path, e.trouble),
            store.NoBackupError: lambda _e: Notice(
                self.tr("There is no backup yet"),
                self.tr("One is made before every import. You can also choose a file."),
            ),
            store.BackupExistsError: lambda e: Notice(
                self.tr("There is a file with this name already"),
                self.tr("{path} was left as it is. Choose another name.").format(path=e.path),
            ),
            store.StoreError: lambda _e: Notice(self.tr("The data cannot be used now"), untouched),
            store.EngineUnsafeError: lambda e: Notice(
                self.tr("The database engine is not safe to use"),
                self.tr("It lacks: {lack}. {untouched} Please reinstall Enishi.").format(
                    lack=e.lack, untouched=untouched
                ),
            ),
        }

    def _damaged(self, title: str, error: store.StoreError, untouched: str, backup: str) -> Notice:
        words = self.tr("{untouched} Everything is still in {path}. {backup}")
        return Notice(title, words.format(untouched=untouched, path=error.path, backup=backup))

    def _moved(self, path: Path, to: str, by: str) -> str:
        """Where to, and what to do where it is not found there."""
        if not to:
            return self.tr(
                "The file “moved.json” in {path} says so, but not readably where to. Nothing was "
                "changed. A backup can be brought back; nothing that is here is lost by it."
            ).format(path=path)
        return self.tr(
            "It went to {to}, says the computer {by}, and is not found there from here. Connect "
            "that disk and try again, or open it on that computer. Nothing was changed."
        ).format(to=to, by=by)

    def _unfit(self, path: Path, why: str) -> Notice:
        """Why data is not moved there."""
        reason = {
            store.Unfit.SAME: self.tr("It lies there already, or one would lie in the other."),
            store.Unfit.TAKEN: self.tr("{path} is not empty."),
            store.Unfit.NETWORK: self.tr(
                "{path} is on a network drive, where the last changes may be lost."
            ),
            store.Unfit.SYNCED: self.tr(
                "{path} is synchronised, and half of a change may be copied."
            ),
        }[store.Unfit(why)].format(path=path)
        other = self.tr("Nothing was moved. Please choose another folder.")
        return Notice(
            self.tr("The data cannot be moved there"),
            self.tr("{reason} {other}").format(reason=reason, other=other),
        )

    def _still(self, path: Path, why: str, by: str) -> str:
        """Why nothing can be kept, and what to do about it."""
        reason = {
            Why.VOLUME: self.tr("The disk with {path} is read-only."),
            Why.FOLDER: self.tr("The folder {path} may not be written."),
            Why.FILE: self.tr("A file in {path} may not be written."),
            Why.IN_USE: self.tr("Another Enishi is writing in {path}."),
            Why.ELSEWHERE: self.tr(
                "Another computer ({by}) has it open, or ended without closing it. If it is open "
                "nowhere, delete the file “lock” in {path} and try again."
            ),
        }[Why(why)]
        typed = self.tr("What you type stays on the screen, and is kept once it can be written.")
        reason = reason.format(path=path, by=by)
        return self.tr("{reason} {typed}").format(reason=reason, typed=typed)

    def _key_errors(self) -> dict[type, Callable[[Any], Notice]]:
        return {
            store.WrongPassphraseError: lambda _e: Notice(
                self.tr("That passphrase does not fit"),
                self.tr("Try again, or use the recovery key. Nothing is lost by trying."),
            ),
            store.NoPassphraseSlotError: lambda _e: Notice(
                self.tr("This data has no passphrase"), self.tr("Use the recovery key.")
            ),
            store.WrongRecoveryKeyError: lambda _e: Notice(
                self.tr("That recovery key belongs to other data"),
                self.tr("It is well written, but not the one of this data."),
            ),
            store.RecoveryKeyTypoError: lambda e: Notice(
                self.tr("There is a slip in the recovery key"),
                self.tr("Look at group {groups} once more.").format(
                    groups=", ".join(str(g) for g in e.groups)
                )
                if e.groups
                else self.tr("It has 28 characters in 7 groups; %n were typed.", "", e.length),
            ),
            store.NoKeyGivenError: lambda _e: Notice(
                self.tr("A passphrase is needed"),
                self.tr("Without one nobody could open the data again. Nothing was made."),
            ),
            store.KeyringError: lambda e: Notice(
                self.tr("The keyring of this computer is of no help now"),
                self.tr("{reason} Your passphrase and your recovery key open everything.").format(
                    reason=self._of_keyring(e)
                ),
            ),
        }

    def _of_keyring(self, error: store.KeyringError) -> str:
        """Why it does not help, and who was to help and who is there instead."""
        recorded, present = error.recorded, error.present
        if error.trouble is store.KeyringTrouble.NONE and present:
            return self.tr("{present} is set as the keyring, and Enishi does not trust it.").format(
                present=present
            )
        if error.trouble is store.KeyringTrouble.NONE and recorded:
            return self.tr("{recorded} keeps the key, and is not here.").format(recorded=recorded)
        if recorded and present and recorded != present:
            return self.tr("{recorded} keeps the key; here {present} answers.").format(
                recorded=recorded, present=present
            )
        reasons = {
            store.KeyringTrouble.NONE: self.tr("There is none that Enishi trusts."),
            store.KeyringTrouble.NO_SLOT: self.tr("It was not asked to keep a key."),
            store.KeyringTrouble.NO_ANSWER: self.tr("It holds no key for this data, or is locked."),
            store.KeyringTrouble.WRONG_VALUE: self.tr("What it holds does not open this data."),
            store.KeyringTrouble.FAILED: self.tr("It is locked, or it refused."),
            store.KeyringTrouble.TOO_SLOW: self.tr(
                "It does not answer; it may be asking for its own password."
            ),
            store.KeyringTrouble.NOT_KEPT: self.tr("It did not keep the key. Nothing was changed."),
        }
        return reasons[error.trouble]

    def _file_errors(self) -> dict[type, Callable[[Any], Notice]]:
        return {
            interchange.NotCardsError: lambda e: self._not_cards(e.content),
            interchange.FileNotReadableError: lambda _e: Notice(
                self.tr("This file could not be read"),
                self.tr("It is not there, or the system does not let Enishi read it."),
            ),
            interchange.NotACalendarError: lambda e: self._not_a_calendar(e.trouble),
            NothingCopiedError: lambda _e: Notice(
                self.tr("Nothing that could be a card"),
                self.tr("Copy a card, cells of a table or a picture of a QR code, then try again."),
            ),
            TooMuchCopiedError: lambda _e: Notice(
                self.tr("This is too much at once"),
                self.tr("Save it as a file, and choose that."),
            ),
            interchange.ReadingCancelledError: lambda _e: Notice(
                self.tr("Reading was stopped"), self.tr("Nothing was imported.")
            ),
            usecases.ImportCancelledError: lambda _e: Notice(
                self.tr("The import was stopped"), self.tr("Nothing was imported.")
            ),
        }

    def _not_cards(self, content: interchange.Content) -> Notice:
        return {
            interchange.Content.CSV: Notice(
                self.tr("Nobody was found in this table (CSV)"),
                self.tr("No column says who somebody is: name, company, mail or phone."),
            ),
            interchange.Content.PICTURE: Notice(
                self.tr("No QR code with a card in this picture"),
                self.tr("A sharper or larger picture of the code alone may help."),
            ),
            interchange.Content.EMPTY: Notice(
                self.tr("This file is empty"), self.tr("There are no cards in it.")
            ),
            interchange.Content.CALENDAR: Notice(
                self.tr("This is a calendar, not a card file"),
                self.tr("Drop it on the Gatherings page. The file was left as it is."),
            ),
            interchange.Content.OTHER: Notice(
                self.tr("This is not a card file"),
                self.tr("Enishi reads vCard (.vcf) and CSV. The file was left as it is."),
            ),
        }[content]

    def _not_a_calendar(self, trouble: interchange.CalendarTrouble) -> Notice:
        kept = self.tr("Nothing was taken from it, and the file was left as it is.")
        return {
            interchange.CalendarTrouble.NOT_A_CALENDAR: Notice(
                self.tr("This is not a calendar file"),
                self.tr("Enishi reads calendars as .ics. The file was left as it is."),
            ),
            interchange.CalendarTrouble.NOTHING: Notice(
                self.tr("There is no event in this calendar"), kept
            ),
            interchange.CalendarTrouble.TOO_LARGE: Notice(
                self.tr("This calendar is too large"),
                self.tr("Export a shorter time, or the one event alone. {kept}").format(kept=kept),
            ),
            interchange.CalendarTrouble.TOO_HARD: Notice(
                self.tr("This calendar could not be read"), kept
            ),
        }[trouble]

    def _second(self, path: Path, trouble: store.Trouble) -> Notice:
        """A place that cannot be the second one for backups."""
        words = {
            store.Trouble.ABSENT: self.tr("It is not there. Plug it in, or choose another folder."),
            store.Trouble.FULL: self.tr("There is no room in it. Choose another folder."),
            store.Trouble.REFUSED: self.tr("It may not be written. Choose another folder."),
            store.Trouble.SAME: self.tr("That is where your data lies. Choose another folder."),
            store.Trouble.FAILED: self.tr("Writing there did not work. Choose another folder."),
        }[trouble]
        return Notice(self.tr("{path} cannot be taken").format(path=path), words)

    def _change_errors(self) -> dict[type, Callable[[Any], Notice]]:
        return {
            MistakeError: lambda _e: Notice(
                self.tr("That did not work: a mistake of the program"),
                self.tr("What was saved before is safe. Please try again."),
            ),
            NotFoundError: lambda _e: Notice(
                self.tr("This entry is no longer there"),
                self.tr("It was deleted or taken back meanwhile. Nothing else changed."),
            ),
            store.StaleError: lambda _e: Notice(
                self.tr("This was changed meanwhile"),
                self.tr("Nothing was written. Look at it again, then repeat your change."),
            ),
            store.NoCredentialError: lambda e: Notice(
                self.tr("No password is kept for {name}").format(name=e.name),
                self.tr("Please enter it once more. Your people are all here."),
            ),
            store.NothingToUndoError: lambda _e: Notice(self.tr("There is nothing to undo"), ""),
            store.NothingToRedoError: lambda _e: Notice(self.tr("There is nothing to redo"), ""),
            store.UndoBlockedError: lambda _e: Notice(
                self.tr("Something newer builds on this"),
                self.tr("Take the newer change back first. Nothing was changed."),
            ),
            NoMailAddressError: lambda _e: Notice(
                self.tr("There is no mail address yet"),
                self.tr("Add one on their page, or write another way."),
            ),
            LinkNotOpenedError: lambda _e: Notice(
                self.tr("No program took the link"),
                self.tr("This computer has none set for it. You can copy it instead."),
            ),
            FileExistsAlreadyError: lambda _e: Notice(
                self.tr("There is a file with this name already"),
                self.tr("It was left as it is. Choose another name."),
            ),
            ExportFailedError: lambda _e: Notice(
                self.tr("The file could not be written"),
                self.tr("What was there before is unchanged. Check the folder and the disk."),
            ),
            ExportStoppedError: lambda _e: Notice(
                self.tr("Exporting was stopped"), self.tr("Nothing was written.")
            ),
            NothingToWriteError: lambda _e: Notice(
                self.tr("There is nothing to write"),
                self.tr("No day of this kind lies ahead. No file was made."),
            ),
            ExportNotFaithfulError: lambda _e: Notice(
                self.tr("The file did not prove right"),
                self.tr("It was not kept: another program would have read other values from it."),
            ),
        }
