import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import resources
from app.ui.look import style, tokens
from app.ui.look.theme import Theme


def test_switching_the_mode_changes_colours_palette_and_says_so(qtbot: QtBot, theme: Theme) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with qtbot.waitSignal(theme.changed), qtbot.assertNotEmitted(theme.measures_changed):
        theme.set_mode("dark")
    assert theme.dark
    assert theme.c("paper").name() == tokens.DARK["paper"].lower()
    window = app.palette().color(QPalette.ColorRole.Window)
    assert window.name() == tokens.DARK["paper"].lower()
    assert tokens.DARK["card"] in app.styleSheet()


def test_the_same_choice_again_says_nothing(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("light")
        theme.set_scale(1.0)
        theme.set_language("en")
        theme.set_strong_lines(False)


def test_the_scale_reaches_fonts_measures_and_sheet(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignals([theme.changed, theme.measures_changed]):
        theme.set_scale(1.4)
    assert theme.px(36) == 50
    assert theme.font("ui").pixelSize() == 18
    assert theme.line("ui") == 28
    assert theme.narrow(1280)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert "min-height: 48px" in app.styleSheet()


@pytest.mark.parametrize(("asked", "given"), [(0.1, 0.9), (9.0, 1.4), (1.25, 1.25)])
def test_the_scale_stays_within_bounds(theme: Theme, asked: float, given: float) -> None:
    theme.set_scale(asked)
    assert theme.scale == given


def test_the_language_changes_words_and_faces(qtbot: QtBot, theme: Theme) -> None:
    assert QCoreApplication.translate("Toast", "Undo") == "Undo"
    assert "Inter" in theme.font("ui").families()
    with qtbot.waitSignal(theme.measures_changed):
        theme.set_language("ja")
    assert QCoreApplication.translate("Toast", "Undo") == "元に戻す"
    assert "Inter" not in theme.font("ui").families()
    theme.set_language("en")
    assert QCoreApplication.translate("Toast", "Undo") == "Undo"


def test_qt_itself_speaks_japanese(theme: Theme) -> None:
    theme.set_language("ja")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"


def test_strong_lines(theme: Theme) -> None:
    theme.set_strong_lines(True)
    assert theme.c("line").name() == tokens.LIGHT["line2"].lower()


def test_a_theme_without_built_words_says_what_to_do(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(resources, "BUILT", tmp_path_factory.mktemp("nothing"))
    with pytest.raises(resources.ResourcesMissingError, match=r"build_resources\.py"):
        Theme(qapp, language="ja")


@pytest.mark.parametrize("table", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_the_sheet_is_filled_in_completely(table: dict[str, str]) -> None:
    filled = style.sheet(table, round)
    assert "@" not in filled
    assert "%" not in filled


def test_the_mode_of_the_system_is_asked_again(qtbot: QtBot, theme: Theme) -> None:
    theme.set_mode("dark")
    theme.set_mode("system")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert theme.dark == (app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    assert theme.mode == "system"


def test_a_chosen_mode_does_not_follow_the_system(theme: Theme) -> None:
    theme.set_mode("dark")
    theme._hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.dark
    assert theme.c("paper").name() == tokens.DARK["paper"].lower()
