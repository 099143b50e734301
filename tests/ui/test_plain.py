import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui import plain
from app.ui.look.paragraph import Run
from app.ui.look.theme import Theme
from app.ui.plain import Label

HOSTILE = [
    '<img src="{file}">',
    "<img src='file:///dev/zero'>",
    "<b>bold</b>",
    "<html><body onload=x>",
    "&lt;img&gt;",
    "a & b",
    "<!-- -->",
    "<table border=9><tr><td>x",
    "&#60;img src=x&#62;",
    "[link](http://example.com)",
    "<a href='javascript:x'>y</a>",
    '"><script>alert(1)</script>',
    "％s %n %1 {name}",
    "\u202e<i>gnp</i>",
    "Tom\t&Jerry\nnext",
]


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    picture = tmp_path_factory.mktemp("picture") / "red.png"
    made = QImage(300, 300, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.red)
    made.save(str(picture))
    return str(request.param).replace("{file}", str(picture))


def test_a_label_shows_markup_as_it_is(qtbot: QtBot, theme: Theme, hostile: str) -> None:
    label = Label(theme, hostile, role="body")
    qtbot.addWidget(label)
    assert label.text() == hostile
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().height() <= 3 * theme.line("body")
    label.show()
    assert not shows_the_picture(label)


def shows_the_picture(label: QLabel) -> bool:
    """Whether the picture that a text names was opened and painted."""
    shown = label.grab().toImage()
    return any(
        shown.pixelColor(x, y) == Qt.GlobalColor.red
        for x in range(0, shown.width(), 3)
        for y in range(shown.height())
    )


@pytest.mark.parametrize("hostile", [HOSTILE[0]], indirect=True)  # /dev/zero would end the tests
def test_without_its_guard_the_picture_would_be_opened(qtbot: QtBot, hostile: str) -> None:
    """Sabotage twin of R39: Qt's own label, as it is."""
    label = QLabel(hostile)
    qtbot.addWidget(label)
    label.show()
    assert shows_the_picture(label)


def test_a_tooltip_shows_markup_as_it_is(qtbot: QtBot, theme: Theme, hostile: str) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    plain.set_tooltip(widget, hostile)
    document = QTextDocument()
    document.setHtml(widget.toolTip())
    assert widget.toolTip().startswith("<span>")  # so that Qt never guesses
    said = document.toPlainText().replace("\t", " ")
    wanted = hostile.replace("\t", " ")
    for mark in "\u2068\u2069\u202c":
        said, wanted = said.replace(mark, ""), wanted.replace(mark, "")
    assert said == wanted
    images = [
        f for f in document.allFormats() if isinstance(f, QTextImageFormat) or f.isImageFormat()
    ]
    assert images == []


def test_a_tooltip_is_read_aloud_without_markup(qtbot: QtBot, theme: Theme) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for words in ("Lock now (Ctrl L)", "a <b>"):
        plain.set_tooltip(widget, words)
        read = QAccessible.queryAccessibleInterface(widget)
        assert read.text(QAccessible.Text.Description) == words


def test_a_tooltip_leaves_a_description_alone(qtbot: QtBot, theme: Theme) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setAccessibleDescription("Key R")
    plain.set_tooltip(widget, "Reconnected")
    assert widget.accessibleDescription() == "Key R"


def test_an_empty_tooltip_is_none(qtbot: QtBot) -> None:
    assert plain.escaped("") == ""


def test_menu_text_makes_no_mnemonic_and_no_shortcut() -> None:
    assert plain.menu_text("Fish & Chips\tCtrl+Q") == "Fish && Chips Ctrl+Q"


def test_a_window_title_cannot_claim_a_change(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle(plain.window_title("a[*]\u202eb\nc"))
    assert window.windowTitle() == "a[*][*]b c"


def test_a_label_is_as_wide_as_its_text(qtbot: QtBot, theme: Theme) -> None:
    short, long = Label(theme, "a"), Label(theme, "a" * 40)
    for label in (short, long):
        qtbot.addWidget(label)
    assert short.sizeHint().width() < long.sizeHint().width()
    assert long.minimumSizeHint() == long.sizeHint()


def test_a_wrapped_label_grows_downwards(qtbot: QtBot, theme: Theme) -> None:
    label = Label(theme, "word " * 60, wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > label.heightForWidth(600) > theme.line("ui")
    assert label.minimumSizeHint().width() < 60


def test_an_elided_label_never_widens_its_window(qtbot: QtBot, theme: Theme) -> None:
    label = Label(theme, "a very long job title " * 20, elide=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 60
    label.resize(120, 20)
    label.show()
    assert not label.grab().isNull()


def test_a_label_follows_the_theme(qtbot: QtBot, theme: Theme) -> None:
    label = Label(theme, "Enishi", role="title")
    qtbot.addWidget(label)
    before = label.sizeHint()
    theme.set_scale(1.4)
    assert label.sizeHint().width() > before.width() * 1.3


def test_runs_are_read_as_one_text(qtbot: QtBot, theme: Theme) -> None:
    label = Label(theme)
    qtbot.addWidget(label)
    label.set_runs([Run("約束", bold=True), Run("　明日", "shu")])
    assert label.text() == "約束　明日"
