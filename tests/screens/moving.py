"""Moving the data: where to, what speaks against it, under way, done, and where it is not found."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.store.errors import MovedAwayError, PlaceUnfitError, Unfit
from app.store.folder import StoreFolder
from app.store.surroundings import Surroundings
from app.store.vault import DataKey
from app.ui.background import Background
from app.ui.look.theme import Theme
from app.ui.pages.names import Page
from app.ui.pages.settings.move_dialog import MoveDialog
from app.ui.pages.settings.page import SettingsPage
from app.ui.relocating import Moving, Relocating
from app.ui.restore.recovery_page import RecoveryPage
from app.ui.widgets.dialog import Dialog
from app.usecases.moving import Relocation
from tests.screens import windows
from tests.screens.restore import TODAY

OLD = Path("/home/mio/Nextcloud/人脈/enishi")
NEW = Path("/home/mio/.local/share/enishi")
NOW = datetime(2026, 10, 15, 19, tzinfo=UTC)


def _dialog(widget: QWidget) -> MoveDialog:
    made = windows.of_window(widget)
    windows.show_security(made)
    page = made.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page._ask_where_to(Surroundings(service="Nextcloud"))
    box = page.findChild(MoveDialog)
    assert box is not None
    made.over = box
    made.rest()
    box._take(NEW)
    return box


def ask(widget: QWidget) -> None:
    """Where to."""
    _dialog(widget)


def unfit(widget: QWidget) -> None:
    """A folder that is no better."""
    box = _dialog(widget)
    box._take(OLD.parent / "Enishi")
    box._unfit(PlaceUnfitError(OLD.parent / "Enishi", Unfit.SYNCED))


def synced(widget: QWidget) -> None:
    """The settings where the data lies in a bad place."""
    made = windows.of_window(widget)
    windows.show_security(made)
    page = made.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.security.show_surroundings(Surroundings(service="Nextcloud"))
    made.rest()
    page.security.ensureWidgetVisible(page.security.place)


def told(widget: QWidget) -> None:
    """Moved."""
    made = windows.of_window(widget)
    windows.show_today(made)
    made.rest()
    relocating = Relocating(Background(made), made.theme, made, made)
    relocating._say(relocating.tr("Your data was moved"), relocating._after(OLD, NEW))
    made.over = made.findChild(Dialog)


def under_way(theme: Theme) -> QWidget:
    """While it is moved; there is nothing here to move, so it stands where it is put."""
    background = Background()
    key = DataKey(b"", "", "")
    made = Moving(background, theme, StoreFolder(OLD), Relocation(NEW, copies=False), key, NOW)
    background.setParent(made)
    background.close()
    made._went(0.4)
    return made


def away(theme: Theme) -> QWidget:
    """The new place is not found."""
    background = Background()
    error = MovedAwayError(OLD, str(NEW), "mio-laptop")
    page = RecoveryPage(background, theme, StoreFolder(OLD), error, TODAY)
    background.setParent(page)
    background.close()
    page._looked(((), None))
    return page
