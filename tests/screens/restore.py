"""Bringing a backup back: what is asked, what is said of it, and the page where nothing opens."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.store.drill import Drilled
from app.store.errors import DatabaseDamagedError, NewerStoreError, StoreReadOnlyError
from app.store.folder import StoreFolder
from app.store.restorable import Kind, Restorable
from app.store.surroundings import Surroundings
from app.ui.background import Background
from app.ui.look.theme import Theme
from app.ui.pages.names import Page
from app.ui.pages.settings.page import SettingsPage
from app.ui.restore.dialog import RestoreDialog
from app.ui.restore.recovery_page import RecoveryPage
from tests.screens import windows

FOLDER = Path("/home/mio/.local/share/enishi")
TODAY = date(2026, 10, 15)


def _made(day: int, hour: int) -> datetime:
    return datetime(2026, 10, day, hour, 12)  # noqa: DTZ001  as an archive says it


def _backup(
    day: int, people: int | None, kind: Kind = Kind.HERE, *, good: bool = True
) -> Restorable:
    name = f"202610{day}-211200.enishi"
    return Restorable(FOLDER / name, kind, _made(day, 21), people, 48_400_000, good, True)


FOUND = (
    Restorable(FOLDER / "replaced", Kind.REPLACED, _made(15, 8), None, 47_000_000, True, True),
    _backup(14, 1248),
    _backup(13, None, good=False),
    _backup(12, 1240, Kind.SECOND),
    _backup(11, 1239),
    _backup(10, 1201),
)


def _dialog(widget: QWidget) -> RestoreDialog:
    made = windows.of_window(widget)
    windows.show_security(made)
    page = made.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.restore_backup()
    box = page.findChild(RestoreDialog)
    assert box is not None
    made.over = box
    made.rest()
    box.choices.show_all(FOUND)
    box.none.hide()
    box.choices.choose(FOUND[1].path)
    box.fit()
    return box


def ask(widget: QWidget) -> None:
    """Which one."""
    _dialog(widget)


def show(widget: QWidget) -> None:
    """What is in it, and what would happen."""
    box = _dialog(widget)
    box._looking_at = FOUND[1]
    box.came(Drilled(FOUND[1].path, _made(14, 21), 1248, date(2026, 10, 14)))


def _page(theme: Theme, error: Exception, newest: Restorable | None) -> RecoveryPage:
    background = Background()
    page = RecoveryPage(background, theme, StoreFolder(FOLDER), error, TODAY)  # type: ignore[arg-type]
    background.setParent(page)
    background.close()  # nothing is looked for: what is shown is handed in
    page._looked((FOUND if newest else (), newest))
    return page


def damaged(theme: Theme) -> QWidget:
    return _page(theme, DatabaseDamagedError(FOLDER / "store.db"), FOUND[1])


def without(theme: Theme) -> QWidget:
    return _page(theme, DatabaseDamagedError(FOLDER / "store.db"), None)


def newer(theme: Theme) -> QWidget:
    return _page(theme, NewerStoreError(FOLDER / "store.db", "0012", "0009"), FOUND[1])


def still(widget: QWidget) -> None:
    """A store that can only be read."""
    made = windows.of_window(widget)
    windows.show_today(made)
    made.shell.show_still(StoreReadOnlyError(FOLDER, "volume"))
    made.rest()


def place(widget: QWidget) -> None:
    """A store in a folder that is synchronised, with another version beside it."""
    made = windows.of_window(widget)
    windows.show_today(made)
    other = "store (conflicted copy 2026-10-14).db"
    made.shell.show_place(Surroundings(service="Nextcloud", conflicts=(other,)))
    made.rest()


def network(widget: QWidget) -> None:
    """A store on a network drive."""
    made = windows.of_window(widget)
    windows.show_today(made)
    made.shell.show_place(Surroundings(network="nfs4"))
    made.rest()
