"""Renders registered pages in one density: light and dark, Japanese and English, and 140 %."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.look.focus import KeyboardFocus
from app.ui.look.theme import Language, Theme

QUICK = 80
"""Little compression: hundreds of pictures are written and looked at once."""


@dataclass(frozen=True, slots=True)
class Design:
    """Where the design shows a page: a picture and the corner at which the page begins in it."""

    picture: str
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class Screen:
    """A page to be looked at.

    `make(theme)` builds the widget; `shown(widget)` is called once it is visible (focus, scrolling,
    a hover). A widget that still waits for answers says so by its dynamic property `ready` (False)
    or `waiting` (True) until they are there. `designs` maps a look
    ("ja-light", "en-dark") to its picture.
    """

    name: str
    make: Callable[[Theme], QWidget]
    size: tuple[int, int] = (1280, 820)
    designs: tuple[tuple[str, Design], ...] = ()
    shown: Callable[[QWidget], None] | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """One combination."""

    language: Language
    dark: bool
    percent: int = 100

    @property
    def name(self) -> str:
        zoom = "" if self.percent == 100 else f"-{self.percent}"
        return f"{self.language}-{'dark' if self.dark else 'light'}{zoom}"


LOOKS = (
    Look("ja", False),
    Look("ja", True),
    Look("en", False),
    Look("en", True),
    Look("ja", False, 140),
    Look("en", False, 140),
)


def settle(widget: QWidget, seconds: float = 10) -> None:
    """Let the page be laid out and its questions be answered."""
    until = time.monotonic() + seconds
    for _ in range(4):
        QCoreApplication.processEvents()
    while _waits(widget) and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.002)
    for _ in range(4):
        QCoreApplication.processEvents()


def _waits(widget: QWidget) -> bool:
    return widget.property("ready") is False or widget.property("waiting") is True


def render(app: QApplication, screen: Screen, look: Look, target: Path) -> None:
    """One picture."""
    theme = Theme(
        app,
        mode="dark" if look.dark else "light",
        scale=look.percent / 100,
        language=look.language,
    )
    page = screen.make(theme)
    size = QSize(*screen.size)
    if page.minimumSize() == page.maximumSize():
        size = page.size()
    page.resize(size)
    page.show()
    page.activateWindow()
    settle(page)
    if screen.shown is not None:
        screen.shown(page)
        settle(page)
    _picture(page).save(str(target), "PNG", QUICK)
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _picture(page: QWidget) -> QPixmap:
    """The page, and in its middle the dialog that lies over it (its attribute `over`)."""
    taken = page.grab()
    over = getattr(page, "over", None)
    if over is not None:
        dialog = over.grab()
        p = QPainter(taken)
        p.drawPixmap((page.rect().center() - over.rect().center()), dialog)
        p.end()
    return taken


def looks(ratio: int) -> Iterator[Look]:
    """All looks at normal density; at double density the text scale says nothing new."""
    for look in LOOKS:
        if ratio == 1 or look.percent == 100:
            yield look


def _say(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    if "plugin does not support" not in words:  # the offscreen platform, at every window
        print(f"Qt: {words}", file=sys.stderr)


def render_all(screens: list[Screen], folder: Path, ratio: int) -> None:
    """Render into `folder/<name>-<look>@<ratio>x.png` in this process, which has that density."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    qInstallMessageHandler(_say)
    KeyboardFocus(app)
    for screen in screens:
        for look in looks(ratio):
            render(app, screen, look, folder / f"{screen.name}-{look.name}@{ratio}x.png")
