"""The whole window: sidebar and page, and what lies over them."""

from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from app.domain.calendar_day import Form
from app.domain.days_off import Vacation
from app.domain.rhythm import OFFERED
from app.store.drill import Drilled
from app.store.errors import Trouble
from app.store.slots import NewRecoveryKey
from app.store.store import Store
from app.ui.look.theme import Theme
from app.ui.opened import Opened
from app.ui.pages.importing.page import ImportPage
from app.ui.pages.names import Page
from app.ui.pages.people.page import PeoplePage
from app.ui.pages.settings.days_off import AwayDialog
from app.ui.pages.settings.drill_dialog import DrillDialog
from app.ui.pages.settings.erase_dialog import EraseDialog
from app.ui.pages.settings.feed_dialog import FeedDialog
from app.ui.pages.settings.page import GENERAL, REMINDERS, SECURITY, SettingsPage
from app.ui.pages.settings.parts import Installation
from app.ui.pages.settings.passphrase_dialog import PassphraseDialog
from app.ui.pages.settings.recovery_dialog import NewKeyDialog
from app.ui.preferences import Preferences
from app.ui.shell.keys_card import KeysCard
from app.ui.shell.shell import Shell
from app.ui.window import Window
from app.ui.workspace import Workspace
from app.usecases import days_off, locking, reconnect, rhythms, second_place
from app.usecases.calendar_feed import FeedOutcome, What
from app.usecases.erasing import Doomed
from app.usecases.import_plan import ReadFile
from app.usecases.recovery_note import note_recovery
from app.usecases.second_place import SecondPlace
from tests.screens import importing, people, today
from tests.screens.kept import NOW, await_answers, on_store
from tests.screens.render import settle

WRITTEN_DOWN = datetime(2026, 10, 3, tzinfo=UTC).date()


class _Switch:
    """Start at login, on."""

    def is_on(self) -> bool:
        return True

    def set_on(self, on: bool) -> None:
        return


class Shown(Window):
    """The window with an opened store, on the day of the design."""

    def __init__(self, theme: Theme, workspace: Workspace) -> None:
        super().__init__(theme)
        self.theme = theme
        self.workspace = workspace
        self.reminders = today.Held()
        self.reminders.setParent(self)
        self.opened = Opened(workspace, theme, self.reminders, self._settings, self)
        self.opened.locking_chosen.connect(
            lambda chosen: self.shell.sidebar.set_lock_minutes(chosen.after)
        )
        today.filled(self.reminders, today.today(theme.language))
        self.over: QWidget | None = None
        """A dialog that a picture is to show as well."""
        self.show_scene(self.opened.shell)
        self.reminders.updated.emit()
        self.let_close()

    @property
    def shell(self) -> Shell:
        return self.opened.shell

    def rest(self) -> None:
        """Wait until everything is answered and laid out."""
        await_answers(self, self.workspace)
        settle(self)

    def _settings(self, workspace: Workspace) -> QWidget:
        preferences = Preferences(QSettings("", QSettings.Format.IniFormat))
        folder = Path("/home/mio/.local/share/enishi")
        return SettingsPage(
            workspace, self.theme, Installation(preferences, folder, "0.1.0", _Switch())
        )


def window(theme: Theme) -> QWidget:
    """With the people of the design."""

    def fill(store: Store) -> None:
        people.fill(store, theme.language)
        note_recovery(store, WRITTEN_DOWN, typed=True)
        locking.begin(store)

    return on_store(lambda of: Shown(theme, of), *people.crowd(), fill=fill)


def window_to_import(theme: Theme) -> QWidget:
    """With the people whom the cards of the design meet."""
    return on_store(lambda of: Shown(theme, of), *importing.KNOWN)


def empty_window(theme: Theme) -> QWidget:
    """Of somebody who has just begun."""

    def begin(of: Workspace) -> QWidget:
        made = Shown(theme, of)
        today.filled(made.reminders, today.nobody())
        made.reminders.updated.emit()
        return made

    return on_store(begin)


# what is shown in it


def of_window(widget: QWidget) -> Shown:
    assert isinstance(widget, Shown)
    return widget


def show_today(widget: QWidget) -> None:
    made = of_window(widget)
    made.shell.show_page(Page.TODAY)
    made.rest()


def show_people(widget: QWidget) -> None:
    made = of_window(widget)
    page = made.shell.show_page(Page.PEOPLE)
    made.rest()
    assert isinstance(page, PeoplePage)
    page.show_person("p25")
    made.rest()
    page.detail.composer.focus()
    if made.theme.language == "ja":
        rows = page.list.list
        rows.scroll_to_top(page.list.model.listing.row_of("p-sakuma4") - 1)
    made.rest()


def show_import(widget: QWidget) -> None:
    made = of_window(widget)
    page = made.shell.show_page(Page.IMPORT)
    assert isinstance(page, ImportPage)
    page.compare_files((ReadFile("meishi-20261014.vcf", importing.cards()),))
    made.rest()


def choose_import(widget: QWidget) -> None:
    made = of_window(widget)
    made.shell.show_page(Page.IMPORT)
    made.rest()


def _show_settings(widget: QWidget, part: int) -> None:
    made = of_window(widget)
    page = made.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.show_part(part)
    made.rest()


def show_security(widget: QWidget) -> None:
    _show_settings(widget, SECURITY)


def ask_drill(widget: QWidget) -> None:
    """The backup that is to be tried out."""
    made = of_window(widget)
    show_security(made)
    page = made.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.try_backup()
    made.over = page.findChild(DrillDialog)
    made.rest()


def show_drill(widget: QWidget) -> None:
    """A backup that was found to work."""
    ask_drill(widget)
    box = of_window(widget).over
    assert isinstance(box, DrillDialog)
    made = datetime(2026, 10, 14, 21, 12)  # noqa: DTZ001  as an archive says it
    box.came(Drilled(Path("20261014-211200.enishi"), made, 1248, date(2026, 10, 14)))


def ask_passphrase(widget: QWidget) -> None:
    """Another passphrase."""
    made = of_window(widget)
    show_security(made)
    page = made.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.change_passphrase()
    box = page.findChild(PassphraseDialog)
    assert box is not None
    box.new.field.set_text("海辺の灯台 七つの朝")
    made.over = box
    made.rest()


def show_new_key(widget: QWidget) -> None:
    """A new recovery key that is to be written down."""
    made = of_window(widget)
    show_security(made)
    page = made.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.make_recovery_key()
    box = page.findChild(NewKeyDialog)
    assert box is not None
    box.came(NewRecoveryKey("K7QM-4TFX-9WRA-HD2P-ZB6N-3VJE-P0AC", {}))
    made.over = box
    made.rest()


def show_second(widget: QWidget) -> None:
    """A second place for backups that is away."""
    show_security(widget)
    page = of_window(widget).shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    copied = datetime(2026, 10, 9, 3, tzinfo=UTC)
    away = SecondPlace(Path("/media/mio/STICK"), copied, Trouble.ABSENT)
    made = of_window(widget)
    made.workspace.do(lambda store: second_place._keep(store, away)).then(lambda _: page._ask())
    made.rest()


def ask_erase(widget: QWidget) -> None:
    """What would go."""
    made = of_window(widget)
    show_security(made)
    page = made.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.erase_everything()
    box = page.findChild(EraseDialog)
    assert box is not None
    made.rest()
    names = tuple(f"202610{day:02}-190000.enishi" for day in range(14, 6, -1))
    box._found(Doomed("", 1248, names, Path("/media/mio/STICK"), 8, keyring=None))
    made.over = box
    made.rest()


def ask_feed(widget: QWidget) -> None:
    """What goes into the calendar for a phone."""
    made = of_window(widget)
    _show_settings(made, REMINDERS)
    page = made.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.write_calendar()
    made.over = page.findChild(FeedDialog)
    made.rest()
    assert isinstance(made.over, FeedDialog)
    made.over._counted({What.PROMISES: 3, What.FOLLOW_UPS: 12, What.BIRTHDAYS: 40})
    for tick in made.over.what.values():
        tick.setChecked(True)


def ask_feed_tasks(widget: QWidget) -> None:
    """With all that was said."""
    ask_feed(widget)
    box = of_window(widget).over
    assert isinstance(box, FeedDialog)
    box.said.setChecked(True)
    box.form.set_value(Form.TASKS.value)
    box._explain()


def show_feed(widget: QWidget) -> None:
    """A calendar that was written."""
    ask_feed(widget)
    box = of_window(widget).over
    assert isinstance(box, FeedDialog)
    box._written(FeedOutcome(Path("/home/mio/Documents/enishi.ics"), 55))


def show_general(widget: QWidget) -> None:
    _show_settings(widget, GENERAL)


def show_reminders(widget: QWidget) -> None:
    _show_settings(widget, REMINDERS)


def show_days_off(widget: QWidget) -> None:
    """Weekends, holidays, a vacation, and a tag with a rhythm."""
    made = of_window(widget)

    def rest(store: Store) -> None:
        days_off.begin(store, "JP", NOW.today)
        days_off.add_vacation(store, Vacation(date(2026, 12, 28), date(2027, 1, 5)))
        tag = "朝活" if made.theme.language == "ja" else "Breakfast club"
        rhythms.set_for_tag(store, tag, OFFERED[1], now=NOW)

    made.workspace.do(rest)
    made.rest()
    _show_settings(widget, REMINDERS)


def ask_days_away(widget: QWidget) -> None:
    show_days_off(widget)
    made = of_window(widget)
    made.over = AwayDialog(made.theme, made, NOW.today)
    made.over.open()
    made.rest()


def open_finder(widget: QWidget) -> None:
    made = of_window(widget)
    show_today(made)
    made.shell.open_finder()
    made.rest()


def find(widget: QWidget) -> None:
    made = of_window(widget)
    open_finder(made)
    made.shell._finder._field.set_text("は" if made.theme.language == "ja" else "ha")
    made.rest()


def log_nothing(widget: QWidget) -> None:
    made = of_window(widget)
    show_today(made)
    made.shell.open_quick_log()
    made.rest()


def _log(widget: QWidget, ja: str, en: str) -> None:
    made = of_window(widget)
    log_nothing(made)
    assert made.shell._quick_log is not None
    made.shell._quick_log.field.set_text(ja if made.theme.language == "ja" else en)
    made.rest()


def log(widget: QWidget) -> None:
    """A line that says all it can."""
    _log(
        widget,
        "昨日 早坂 藤堂 と昼食 木の器の話 #蔵前朝活 →端材の見本を送る 金 ←図面 月末",
        "yesterday Hayasaka Todo lunch wooden bowls #fair -> send samples Fri <- drawings Oct 31",
    )


def log_which(widget: QWidget) -> None:
    """A name that several bear."""
    _log(widget, "あかり から電話 見積もりの件", "call from Akari about the estimate")


def show_keys(widget: QWidget) -> None:
    """The keys of the people page, over the window: a picture of the window lacks its dialogs."""
    made = of_window(widget)
    show_people(made)
    made.shell.show_keys()
    made.rest()
    card = made.shell.findChild(KeysCard)
    assert card is not None
    made.over = card


def tell(widget: QWidget) -> None:
    """A toast after something was done."""
    made = of_window(widget)
    show_people(made)
    made.workspace.do(lambda store: reconnect.done(store, "p25", now=NOW))
    made.rest()


def show_no_people(widget: QWidget) -> None:
    made = of_window(widget)
    made.shell.show_page(Page.PEOPLE)
    made.rest()
