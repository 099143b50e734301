"""init, undo, check, backup, restore, demo."""

from argparse import Namespace
from collections.abc import Callable
from typing import TypeVar

from app.cli.output import OutputFailedError, file_name
from app.cli.session import DONE, NEEDS_A_LOOK, REFUSED, Session
from app.cli.stopping import Stopping, asked_to_stop, too_late
from app.store import moved
from app.store.errors import BackupStoppedError, KeyringError, StoreExistsError
from app.store.folder import FolderState
from app.usecases import undoing

T = TypeVar("T")


def init(session: Session, typed: Namespace) -> int:
    """Make a store and print its recovery key, this once."""
    if not session.out.can_write:
        session.say("no_output")
        return REFUSED
    moved.refuse_taken(session.folder)  # before anybody thinks of a passphrase
    passphrase = session.new_passphrase()
    use_keyring = not typed.no_keyring and session.passphrase_file is None
    return make_store(session, passphrase, use_keyring=use_keyring)


def make_store(session: Session, passphrase: str | None, *, use_keyring: bool) -> int:
    """Make a store; its recovery key goes to standard output, or else to standard error."""
    from app.store.store import create_store
    from app.store.vault import create_vault

    try:
        vault = create_vault(session.folder, passphrase, use_keyring)
    except KeyringError:
        session.say("keyring_alone")
        return REFUSED
    too_late()  # a store whose recovery key was not shown is nothing that was stopped
    create_store(session.folder, vault)
    session.say("store_made", folder=file_name(session.folder.path))
    if vault.keyring_trouble is not None:
        session.say("keyring_not_used")
    session.say("recovery_key")
    try:
        session.out.line(vault.recovery_key)
    except OutputFailedError:
        session.out.say(vault.recovery_key)
        return NEEDS_A_LOOK
    return DONE


def undo(session: Session, _: Namespace) -> int:
    """Take the last change back."""
    with session.writing() as store, asked_to_stop():
        change = undoing.undo(store, now=session.now)
    session.say("undone", what=session.words(f"verb_{change.verb.value}"))
    return DONE


def demo(session: Session, _: Namespace) -> int:
    """Fill a new store with invented people; make the store first where there is none."""
    from app.usecases import demo as invented

    session.refuse_open_window()
    if session.folder.state() is FolderState.EMPTY:
        made = make_store(
            session, session.new_passphrase(), use_keyring=session.passphrase_file is None
        )
        if made == REFUSED:
            return made
    with session.writing() as store:
        with asked_to_stop():
            invented.fill(store, now=session.now)
        count = len(store.people().ids)
    session.say("demo_made", count=count)
    return DONE


def check(session: Session, typed: Namespace) -> int:
    """Whether the store is sound; changes no byte of it."""
    from app.store.check import check as look_over

    report = look_over(session.folder, session.key())
    if typed.json:
        session.out.json(
            {
                "sound": report.is_sound,
                "problems": [problem.value for problem in report.problems],
                "advice": [advice.value for advice in report.advice],
            }
        )
    else:
        session.out.line(session.words("sound" if report.is_sound else "damaged"))
    for problem in report.problems:
        session.say(f"problem_{problem.value}")
    for advice in report.advice:
        session.say(f"advice_{advice.value}")
    return DONE if report.is_sound else NEEDS_A_LOOK


def backup(session: Session, typed: Namespace) -> int:
    """Copy the store into a file, encrypted. A window may have the store open meanwhile."""
    from app.store import backup as backups

    key, target = session.key(), typed.file.absolute()
    made = _stoppable(
        lambda stopped: backups.make(
            session.folder, key, target, force=typed.force, stopped=stopped
        )
    )
    session.say("backed_up", file=file_name(made))
    return DONE


def restore(session: Session, typed: Namespace) -> int:
    """Bring a backup back; what was there is kept."""
    from app.usecases.restoring import Restored, Wanted, bring_back

    def bring(passphrase: str | None) -> Restored:
        wanted = Wanted(typed.file, {} if passphrase is None else {"passphrase": passphrase})
        now, force = session.now.local, typed.force
        return _stoppable(
            lambda stopped: bring_back(
                wanted, session.folder, now=now, force=force, stopped=stopped
            )
        )

    session.refuse_open_window()
    try:
        restored = session.with_passphrase(bring)
    except StoreExistsError:
        session.say("restore_over", folder=file_name(session.folder.path))
        return REFUSED
    session.say("restored")
    if restored.aside is not None:
        session.say("restored_aside", folder=file_name(restored.aside))
    return DONE


def _stoppable(step: Callable[[Stopping], T]) -> T:
    """Ctrl+C gives up what copies a store until it counts, and never after that."""
    with asked_to_stop() as stopped:
        try:
            return step(stopped)
        except BackupStoppedError:
            raise KeyboardInterrupt from None
