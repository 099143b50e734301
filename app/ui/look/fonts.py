"""Fonts by role: families, whole pixel sizes, weights, tabular digits; made once and kept."""

from functools import cache

from PySide6.QtGui import QFont, QFontMetricsF, QRawFont

from app.ui.look.tokens import Face

SANS = ["Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP"]
SERIF = ["Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", *SANS]
MONO = ["Noto Sans Mono CJK JP", "MS Gothic", "Menlo", *SANS]
LATIN = ["Segoe UI", "Inter"]
"""In front of SANS for the English interface, where the first family sets the line's height."""

SMALLEST, LARGEST = 6, 400


_keys: dict[int, tuple[QFont, str]] = {}
"""By identity: the fonts of this module are shared and kept. A row asks eighteen times for one."""


def _named(made: QFont) -> QFont:
    _keys[id(made)] = (made, made.key())
    return made


def key(of: QFont) -> str:
    """What tells fonts apart; known beforehand for those that were made here."""
    known = _keys.get(id(of))
    return known[1] if known is not None and known[0] is of else of.key()


@cache
def font(px: int, face: Face = "sans", *, bold: bool = False, latin: bool = False) -> QFont:
    """A font of `px` whole pixels (already scaled). The result is shared: copy before changing."""
    made = QFont()
    if face == "serif":
        made.setFamilies(SERIF)
    elif face == "mono":
        made.setFamilies(MONO)
    else:
        made.setFamilies([*LATIN, *SANS] if latin else SANS)
    made.setPixelSize(max(SMALLEST, min(LARGEST, px)))
    if bold:
        made.setWeight(QFont.Weight.DemiBold if latin and face == "sans" else QFont.Weight.Bold)
    else:
        made.setWeight(QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if latin and face == "sans":
        made.setFeature(QFont.Tag("tnum"), 1)
    return _named(made)


@cache
def spaced(px: int, face: Face, spacing: float) -> QFont:
    """A font with letter spacing in pixels (the reading in a header, the drawn business card)."""
    made = QFont(font(px, face))
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return _named(made)


_metrics: dict[str, QFontMetricsF] = {}


def metrics(of: QFont) -> QFontMetricsF:
    """Metrics of a font, made once per font."""
    name = key(of)
    found = _metrics.get(name)
    if found is None:
        found = _metrics[name] = QFontMetricsF(of)
    return found


def baseline(of: QFont, line: float) -> int:
    """Distance from the top of a line box of height `line` to the baseline."""
    m = metrics(of)
    return int((line - m.ascent() - m.descent()) / 2 + m.ascent() + 0.5)


def postscript(of: QFont) -> bool:
    """Whether the outlines are PostScript's (Noto CJK, Inter), which Qt blends with gamma."""
    return QRawFont.fromFont(of).fontTable("CFF ").size() > 0


def forget() -> None:
    """Drop every cached font (fonts were installed or removed, or the theme changed)."""
    _keys.clear()
    font.cache_clear()
    spaced.cache_clear()
    _metrics.clear()
