"""The one module that may use Qt's text widgets and tooltips for text from outside.

Qt guesses markup in labels, message boxes and tooltips, and loads the images it finds there. So
every label, tooltip, title, menu text and dialog with text of a contact goes through here.
"""

import html
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QSystemTrayIcon, QToolTip, QWidget

from app.ui.look import text, tokens
from app.ui.look.paragraph import Paragraph, Run, fitted, paragraph
from app.ui.look.text import Align
from app.ui.look.theme import Theme

_TIP = "_tip"
_LOOKALIKES = str.maketrans({"<": "‹", ">": "›", "&": "＆"})


class Label(QLabel):
    """Plain text in a type role, painted by paragraphs; `text()` is what the screen reader says."""

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        *,
        role: str = "ui",
        color: str = "ink",
        align: Align = "left",
        wrap: bool = False,
        elide: bool = False,
        lines: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`wrap` breaks lines to the width; `elide` keeps one line and cuts it with an ellipsis;
        with neither the label is as wide as its text. `lines` is the most lines of a wrapped text.
        """
        super().__init__(parent)
        self.theme = theme
        self._role = role
        self._color = color
        self._align: Align = align
        self._wrap = wrap
        self._elide = elide
        self._lines = lines
        self._runs: tuple[Run, ...] = ()
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred if wrap or elide else QSizePolicy.Policy.Minimum,
            QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed,
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)
        self.setText(words)

    def setText(self, words: str) -> None:
        self.set_runs([Run(words, self._color, tokens.ROLES[self._role].bold)])

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Text in several colours and weights."""
        self._runs = tuple(runs)
        super().setText("".join(run.text for run in runs))
        self.restyle()

    def restyle(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _paragraph(self, width: float) -> Paragraph:
        if self._lines is None:
            return paragraph(self.theme, self._runs, width, role=self._role, align=self._align)
        return fitted(
            self.theme, self._runs, width, role=self._role, align=self._align, lines=self._lines
        )

    def _natural(self) -> Paragraph:
        return paragraph(self.theme, self._runs, 1 << 20, role=self._role)

    def sizeHint(self) -> QSize:
        natural = self._natural()
        wide = int(natural.natural_width + 0.999)
        if self._wrap:
            wide = min(wide, self.theme.px(560))
            return QSize(wide, self._paragraph(max(1, wide)).height)
        return QSize(wide, natural.height)

    def minimumSizeHint(self) -> QSize:
        pitch = self.theme.line(self._role)
        if self._wrap or self._elide:
            return QSize(min(self.theme.px(48), self.sizeHint().width()), pitch)
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        if not self._wrap:
            return -1
        # Layouts above ask for the same few widths dozens of times.
        if width not in self._heights:
            self._heights[width] = self._paragraph(max(1, width)).height
        return self._heights[width]

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        if self._wrap:
            made = self._paragraph(max(1, self.width()))
            top = 0 if self._lines is None else (self.height() - made.height) // 2
            made.draw(p, 0, max(0, top))
            return
        natural = self._natural()
        slack = self.width() - natural.natural_width
        top = (self.height() - natural.height) // 2
        if self._elide and slack < -0.5:
            self._paint_elided(p, top)
            return
        left = {"left": 0.0, "center": slack / 2, "right": slack}[self._align]
        natural.draw(p, left, top)

    def _paint_elided(self, p: QPainter, top: int) -> None:
        at, room = 0.0, float(self.width())
        for run in self._runs:
            if room - at < 4:
                break
            at += text.line(
                p,
                self.theme,
                at,
                top,
                run.text,
                role=self._role,
                color=run.color,
                bold=run.bold,
                room=room - at,
            )


def hide_tooltip() -> None:
    """Take away whichever is shown."""
    QToolTip.hideText()


def set_tooltip(widget: QWidget, words: str) -> None:
    """A tooltip whose text is shown as it is (Qt has no switch for plain tooltips)."""
    widget.setToolTip(escaped(words))
    # Without a description of its own, Qt would hand the markup to screen readers.
    if widget.accessibleDescription() == (widget.property(_TIP) or ""):
        said = text.clean(words[:2000])
        widget.setAccessibleDescription(said)
        widget.setProperty(_TIP, said)


def escaped(words: str) -> str:
    """Text for the places where Qt parses markup and cannot be told not to."""
    if not words:
        return ""
    shown = html.escape(text.clean(words[:2000])).replace("\u2028", "<br>")
    return f"<span>{shown}</span>"


def menu_text(words: str) -> str:
    """Text of an action or button: no mnemonics out of an ampersand, no tab (a shortcut column)."""
    return text.single(words).replace("&", "&&")


def window_title(words: str) -> str:
    """A window title: `[*]` is Qt's mark of a changed file unless it is doubled."""
    shown = "".join(c for c in text.single(words) if unicodedata.category(c) not in ("Cf", "Cc"))
    return shown.replace("[*]", "[*][*]")


def markup(words: str) -> str:
    """Text for places of other programs that parse markup for certain."""
    return html.escape(text.clean(words).replace("\u2028", "\n"), quote=False)


def harmless(words: str) -> str:
    """Text for places of other programs that may or may not parse markup: look-alikes for < > &."""
    return text.clean(words).replace("\u2028", "\n").translate(_LOOKALIKES)


def show_balloon(icon: QSystemTrayIcon, title: str, words: str) -> None:
    """A message of the tray icon; who shows it is not known, so no markup may be left in it."""
    icon.showMessage(harmless(title), harmless(words), icon.icon())


def set_tray_tooltip(icon: QSystemTrayIcon, words: str) -> None:
    """The tooltip of the tray icon, which panels may parse."""
    icon.setToolTip(harmless(words))
