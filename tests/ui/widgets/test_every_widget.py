"""What holds for every widget: paints in every look, has a name, never parses markup."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.box import Box, KeyHints, SectionHeader, Separator
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Chip, ChipRow
from app.ui.widgets.choice import CheckBox, Dropdown, Segments, Toggle
from app.ui.widgets.dialog import Dialog, message, question
from app.ui.widgets.field import LineField, SearchField, TextArea
from app.ui.widgets.marks import IconMark, KeyCap, Logo, Monogram, TieGlyph
from app.ui.widgets.nav import NavItem
from app.ui.widgets.notice import EmptyState, Notice, ProgressBar
from app.ui.widgets.steps import StepThread, StepTrail
from app.ui.widgets.toast import Toast

Maker = Callable[[Theme, str], QWidget]


def _toast(theme: Theme, words: str) -> QWidget:
    window = QWidget()
    window.resize(900, 200)
    toast = Toast(theme, window)
    toast.say(words)
    toast.setParent(window)
    return window


def _chips(theme: Theme, words: str) -> QWidget:
    row = ChipRow(theme)
    for _ in range(5):
        row.add(Chip(theme, words))
    return row


def _error(theme: Theme, words: str) -> QWidget:
    field = LineField(theme, name=words, hint=words, icon="lock", key="Ctrl+K")
    field.set_error(words)
    return field


def _dialog(theme: Theme, words: str) -> QWidget:
    box = Dialog(theme, None, words, words, icon="warn")
    box.add_button(words, result=1)
    return box


WIDGETS: dict[str, Maker] = {
    "label": lambda theme, words: Label(theme, words),
    "wrapped": lambda theme, words: Label(theme, words, wrap=True, lines=2),
    "elided": lambda theme, words: Label(theme, words, elide=True),
    "plain": lambda theme, words: Button(theme, words, icon="clock", key="Z"),
    "primary": lambda theme, words: Button(theme, words, kind="primary", icon="pen", key="W"),
    "second": lambda theme, words: Button(theme, words, kind="second"),
    "ghost": lambda theme, words: Button(theme, words, kind="ghost", size="large"),
    "link": lambda theme, words: Button(theme, words, kind="link"),
    "action": lambda theme, words: Button(theme, words, size="action", key="R"),
    "icon button": lambda theme, words: Button(theme, icon="more", name=words),
    "chip": lambda theme, words: Chip(theme, words, tint="shu", icon="purpose"),
    "filter": lambda theme, words: Chip(theme, words, checkable=True),
    "chips": _chips,
    "nav": lambda theme, words: NavItem(theme, words, "today"),
    "page": lambda theme, words: NavItem(theme, words),
    "field": lambda theme, words: LineField(theme, name=words, hint=words),
    "error": _error,
    "search": lambda theme, words: SearchField(theme, name=words, hint=words, key="/"),
    "area": lambda theme, words: TextArea(theme, name=words, hint=words),
    "segments": lambda theme, words: Segments(theme, [("a", words), ("b", "b")], "a", name=words),
    "toggle": lambda theme, words: Toggle(theme, name=words, on=True),
    "check": lambda theme, words: CheckBox(theme, words, on=True),
    "dropdown": lambda theme, words: Dropdown(theme, [("a", words)], name=words),
    "notice": lambda theme, words: Notice(theme, words, words, tint="shu"),
    "empty": lambda theme, words: EmptyState(theme, words, words),
    "boxed empty": lambda theme, words: EmptyState(theme, words, words, boxed=True),
    "progress": lambda theme, words: ProgressBar(theme, name=words),
    "box": lambda theme, words: Box(theme, dashed=True),
    "separator": lambda theme, words: Separator(theme),
    "header": lambda theme, words: SectionHeader(theme, words),
    "hints": lambda theme, words: KeyHints(theme, [(("Up", "Down"), words)]),
    "thread": lambda theme, words: StepThread(theme, [words, words]),
    "trail": lambda theme, words: StepTrail(theme, [words, words], 1),
    "monogram": lambda theme, words: Monogram(theme, "mio", words),
    "tie": lambda theme, words: TieGlyph(theme, (True, False, False), words),
    "logo": lambda theme, words: Logo(theme),
    "icon": lambda theme, words: IconMark(theme, "mark"),
    "key": lambda theme, words: KeyCap(theme, "Ctrl+K"),
    "toast": _toast,
    "dialog": _dialog,
    "message": lambda theme, words: message(theme, None, words, words, close="Close"),
    "question": lambda theme, words: question(
        theme, None, words, words, accept=words, reject="No", careful=True
    ),
}
HOSTILE = "<img src='file:///dev/zero'> & <b>&lt;</b> \u202e \t\n" + "長い名前" * 20


@pytest.fixture(params=WIDGETS)
def make(request: pytest.FixtureRequest) -> Maker:
    return WIDGETS[request.param]


def spoken(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def test_it_paints_and_follows_the_theme(qtbot: QtBot, theme: Theme, make: Maker) -> None:
    widget = make(theme, "早坂 Mio")
    qtbot.addWidget(widget)
    widget.show()
    light, small = widget.grab().toImage(), widget.sizeHint()
    theme.set_mode("dark")
    QCoreApplication.processEvents()
    assert widget.grab().toImage() != light
    theme.set_scale(1.4)
    QCoreApplication.processEvents()
    large = widget.sizeHint()
    assert large.height() >= small.height()
    assert large.width() >= small.width()
    widget.setEnabled(False)
    theme.set_language("ja")
    theme.set_strong_lines(True)
    QCoreApplication.processEvents()
    assert not widget.grab().isNull()


def test_it_paints_in_any_room(qtbot: QtBot, theme: Theme, make: Maker) -> None:
    widget = make(theme, "早坂 Mio")
    qtbot.addWidget(widget)
    for width, height in ((1, 1), (30, 8), (1200, 300)):
        made = QImage(width, height, QImage.Format.Format_RGB32)
        made.fill(theme.c("paper"))
        widget.setMinimumSize(0, 0)
        widget.resize(width, height)
        widget.render(made)


def test_text_from_outside_is_only_text(qtbot: QtBot, theme: Theme, make: Maker) -> None:
    widget = make(theme, HOSTILE)
    qtbot.addWidget(widget)
    widget.resize(400, 120)
    widget.show()
    assert not widget.grab().isNull()
    for label in [*widget.findChildren(QLabel), widget]:
        if isinstance(label, QLabel):
            assert isinstance(label, Label)
    for part in [*widget.findChildren(QWidget), widget]:
        shown = part.toolTip().replace("\u2068", "")
        assert not shown or shown.startswith("<span>&lt;img")


def test_what_takes_focus_has_a_name(qtbot: QtBot, theme: Theme, make: Maker) -> None:
    widget = make(theme, "早坂 Mio")
    qtbot.addWidget(widget)
    widget.show()
    for part in [*widget.findChildren(QWidget), widget]:
        takes = part.focusPolicy().value != 0 and part.isVisible() and part.focusProxy() is None
        if takes and not part.metaObject().className().startswith(("Q", "Dialog")):
            assert spoken(part).text(QAccessible.Text.Name), part
