"""The first run behind its scene: it makes the store, and puts down what was said of its keys."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal

from app.domain.errors import ExpectedError
from app.store.folder import StoreFolder
from app.store.vault import DataKey, NewVault
from app.ui.background import Background
from app.ui.first_run.scene import FirstRun
from app.ui.look.theme import Theme
from app.ui.preferences import Preferences
from app.ui.workspace import Workspace
from app.usecases import days_off, locking
from app.usecases.recovery_note import note_recovery


class Beginning(QObject):
    """From the empty folder to the key of a new store."""

    over = Signal(object, bool)
    """Files to import, and whether one person is to be written by hand. `key` is there by then."""
    backup_wanted = Signal()

    def __init__(
        self,
        background: Background,
        theme: Theme,
        folder: StoreFolder,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._theme = theme
        self._folder = folder
        self._preferences = preferences
        self._recovery_typed: bool | None = None
        self.key: DataKey | None = None

    def scene(self, trouble: ExpectedError | None = None) -> FirstRun:
        """The three steps. `trouble`: why what was wanted before did not work."""
        made = FirstRun(self._background, self._theme, self._create, _keyring_here, trouble=trouble)
        made.backup_wanted.connect(self.backup_wanted)
        made.language_chosen.connect(self._remember_language)
        made.made.connect(self._made)
        made.recovery_settled.connect(self._recovery_settled)
        made.finished.connect(self._finished)
        made.write_wanted.connect(lambda: self.over.emit([], True))
        return made

    def settle(self, workspace: Workspace, locking_is: Callable[[None], None]) -> None:
        """Somebody begins at the window: weekends and holidays rest, and it locks by itself."""
        here = QLocale.territoryToCode(QLocale.system().territory())
        country = "JP" if self._theme.language == "ja" else here
        today, typed = workspace.now().today, self._recovery_typed
        if typed is not None:
            workspace.do(lambda store: note_recovery(store, today, typed=typed))
        workspace.do(lambda store: days_off.begin(store, country, today))
        workspace.do(locking.begin).then(locking_is)

    def _create(self, passphrase: str, use_keyring: bool) -> NewVault:
        """Mint the vault and make the store; off the UI thread."""
        from app.store.store import create_store  # noqa: PLC0415 - with the store
        from app.store.vault import create_vault  # noqa: PLC0415 - with the store

        vault = create_vault(self._folder, passphrase, use_keyring)
        create_store(self._folder, vault)
        return vault

    def _made(self, vault: NewVault) -> None:
        self.key = vault.data_key

    def _recovery_settled(self, typed: bool) -> None:
        self._recovery_typed = typed

    def _remember_language(self, language: str) -> None:
        self._preferences.language = "ja" if language == "ja" else "en"

    def _finished(self, files: Sequence[Path]) -> None:
        self.over.emit(list(files), False)


def _keyring_here() -> bool:
    """Whether a trusted keyring answers."""
    from app.store import keyring_slot  # noqa: PLC0415 - asked off the screen

    return keyring_slot.is_here()
