"""The theme: one table of tokens turned into colours, fonts, palette and style sheet.

There is no global theme. `main` makes one and hands it to the windows; every widget of
`app.ui.widgets` takes it as its first argument, keeps it as `.theme`, and listens to `changed`.
"""

from typing import Literal

from PySide6.QtCore import QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient
from PySide6.QtWidgets import QApplication

from app.ui import resources
from app.ui.look import fonts, style, tokens

Mode = Literal["system", "light", "dark"]
Language = Literal["ja", "en"]


class Theme(QObject):
    """Colours, sizes, fonts and language of the screen, and the signals that they changed."""

    changed = Signal()
    """Colours, sizes or language changed: repaint, and ask for a new size."""
    measures_changed = Signal()
    """Text scale or language changed: pages rebuild themselves (sent after `changed`)."""

    def __init__(
        self,
        app: QApplication,
        *,
        mode: Mode = "system",
        scale: float = 1.0,
        language: Language = "ja",
        strong_lines: bool = False,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._mode: Mode = mode
        self._scale = _within(scale)
        self._language: Language = language
        self._strong_lines = strong_lines
        self._translators: list[QTranslator] = []
        self._telling = False
        self._table: dict[str, str] = {}
        self._colors: dict[str, QColor] = {}
        self._inks: dict[str, QBrush] = {}
        self._postscript = False
        self.text_cache: dict[object, object] = {}
        """Laid-out text, kept by `app.ui.look.text`; emptied at every change."""
        app.setStyle("Fusion")
        # Both are kept: PySide drops the inner object with the wrapper of the outer one.
        self._hints = app.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self._wishes.contrastPreferenceChanged.connect(self._system_changed)
        self._tell_system()
        self._load_language()
        self._apply()

    # what it is

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def dark(self) -> bool:
        if self._mode == "system":
            return bool(self._hints.colorScheme() == Qt.ColorScheme.Dark)
        return self._mode == "dark"

    @property
    def scale(self) -> float:
        return self._scale

    @property
    def language(self) -> Language:
        return self._language

    @property
    def strong_lines(self) -> bool:
        """The person's own choice; the system's wish for high contrast counts beside it."""
        return self._strong_lines

    # what painters ask

    def c(self, name: str) -> QColor:
        """The colour of a token (`ink`, `ai-soft`, `m1`, `m1-letter`). Do not change it."""
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = QColor(self._table[name])
        return found

    def ink(self, name: str) -> QBrush:
        """What text of a token's colour is painted with.

        Qt blends a plain colour with gamma where the font has PostScript outlines, which makes
        light text on dark look half bold. A gradient of one colour is blended without.
        """
        found = self._inks.get(name)
        if found is None:
            found = self._inks[name] = self.ink_of(self.c(name))
        return found

    def ink_of(self, color: QColor) -> QBrush:
        """The same for a colour that is no token."""
        if not self._postscript or color.lightnessF() < 0.5:
            return QBrush(color)
        even = QLinearGradient(0, 0, 1, 0)
        even.setColorAt(0, color)
        even.setColorAt(1, color)
        return QBrush(even)

    def px(self, value: float) -> int:
        """A measure of the design in whole pixels at the person's text scale."""
        return round(value * self._scale)

    def font(self, role: str, *, bold: bool | None = None) -> QFont:
        """The font of a type role. Shared: copy before changing."""
        of = tokens.ROLES[role]
        return self.font_px(of.px, of.face, bold=of.bold if bold is None else bold)

    def font_px(self, px: float, face: tokens.Face = "sans", *, bold: bool = False) -> QFont:
        """A font of an unscaled size that is no role (the letter of a monogram)."""
        return fonts.font(self.px(px), face, bold=bold, latin=self._language == "en")

    def latin_font(self, px: float) -> QFont:
        """The Latin sans of key caps, whatever the language."""
        return fonts.font(self.px(px), latin=True)

    def line(self, role: str) -> int:
        """The line pitch of a type role in pixels."""
        return self.px(tokens.ROLES[role].line)

    def narrow(self, width: int) -> bool:
        """Whether a window of this width lays out in its narrow form."""
        return width < tokens.NARROW * self._scale

    # what the person chooses

    def set_mode(self, mode: Mode) -> None:
        if mode != self._mode:
            self._mode = mode
            self._tell_system()
            self._apply()
            self.changed.emit()

    def set_strong_lines(self, on: bool) -> None:
        if on != self._strong_lines:
            self._strong_lines = on
            self._apply()
            self.changed.emit()

    def set_scale(self, scale: float) -> None:
        scale = _within(scale)
        if scale != self._scale:
            self._scale = scale
            self._apply()
            self.changed.emit()
            self.measures_changed.emit()

    def set_language(self, language: Language) -> None:
        if language != self._language:
            self._language = language
            self._load_language()
            self._apply()
            self.changed.emit()
            self.measures_changed.emit()

    def forget_texts(self) -> None:
        """Let go of every text that was painted."""
        self.text_cache.clear()

    # inside

    def _apply(self) -> None:
        table = tokens.DARK if self.dark else tokens.LIGHT
        wished = self._wishes.contrastPreference() == Qt.ContrastPreference.HighContrast
        if self._strong_lines or wished:
            table = tokens.strong(table)
        self._table = table
        self._colors.clear()
        self._inks.clear()
        self.text_cache.clear()
        fonts.forget()
        self._postscript = fonts.postscript(self.font("ui"))
        self._app.setPalette(style.palette(table))
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(style.sheet(table, self.px))

    def _tell_system(self) -> None:
        """Title bars and the system's own dialogs follow the choice where the platform can."""
        self._telling = True
        if self._mode == "system":
            self._hints.unsetColorScheme()
        else:
            dark = self._mode == "dark"
            self._hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._telling = False

    def _system_changed(self) -> None:
        if self._telling:
            return
        self._apply()
        self.changed.emit()

    def _load_language(self) -> None:
        for old in self._translators:
            self._app.removeTranslator(old)
        self._translators.clear()
        names = ["app_en"] if self._language == "en" else ["qtbase_ja", "app_ja"]
        for name in names:
            made = QTranslator(self)
            if not made.load(str(resources.translation(name))):
                raise resources.ResourcesMissingError(resources.BUILT / "i18n" / f"{name}.qm")
            self._app.installTranslator(made)
            self._translators.append(made)


def _within(scale: float) -> float:
    least, most = tokens.SCALES
    return min(most, max(least, scale))


def system_language() -> Language:
    """The language to begin with, from the system's own."""
    japanese = QLocale.system().language() == QLocale.Language.Japanese
    return "ja" if japanese else "en"
