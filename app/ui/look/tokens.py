"""The design tokens: colours (the only literals of any), type roles, page measures."""

from dataclasses import dataclass
from typing import Literal

Face = Literal["sans", "serif", "mono"]

LIGHT: dict[str, str] = {
    "paper": "#FBF8F2",
    "side": "#F4EFE5",
    "card": "#FFFDF9",
    "sunk": "#F6F1E8",
    "hover": "#EFE8DB",
    "sel": "#E9E1D2",
    "line": "#E7DFD1",
    "line2": "#D2C7B4",
    "off": "#988E7D",
    "ink": "#26231F",
    "ink2": "#5A544B",
    "ink3": "#6A6256",
    "shu": "#B93420",
    "ai": "#2C4C7C",
    "koke": "#51642B",
    "kin": "#7E5608",
    "shu-soft": "#FAE9E3",
    "shu-line": "#E5B9AC",
    "ai-h": "#233E67",
    "ai-soft": "#E8EDF4",
    "ai-line": "#BECBDD",
    "on-ai": "#FFFFFF",
    "koke-soft": "#EDF0E0",
    "koke-line": "#CCD4B2",
    "koke-bar": "#84965A",
    "ai-bar": "#7890B5",
    "kin-soft": "#F8EFD9",
    "kin-line": "#E6D2A3",
    "m1": "#E9DCD3",
    "m1-letter": "#6E4632",
    "m2": "#DDE3E6",
    "m2-letter": "#39505E",
    "m3": "#E3E6D5",
    "m3-letter": "#4C5A2C",
    "m4": "#EBE2CB",
    "m4-letter": "#66511C",
    "m5": "#E4DCE4",
    "m5-letter": "#5B4560",
    "m6": "#EFD9D5",
    "m6-letter": "#7D3A30",
}

DARK: dict[str, str] = {
    "paper": "#1C1B19",
    "side": "#171614",
    "card": "#24221F",
    "sunk": "#201E1C",
    "hover": "#2B2926",
    "sel": "#35322D",
    "line": "#35322D",
    "line2": "#4C4840",
    "off": "#7D766A",
    "ink": "#EEE9E0",
    "ink2": "#BFB8AB",
    "ink3": "#A59D90",
    "shu": "#F08A72",
    "ai": "#9DBAE6",
    "koke": "#B2C587",
    "kin": "#E2BB6E",
    "shu-soft": "#3A2620",
    "shu-line": "#6B3F33",
    "ai-h": "#B3CAEE",
    "ai-soft": "#252D3A",
    "ai-line": "#3D4D66",
    "on-ai": "#131A26",
    "koke-soft": "#2A2E20",
    "koke-line": "#4A5334",
    "koke-bar": "#7F9255",
    "ai-bar": "#6480AB",
    "kin-soft": "#342B1A",
    "kin-line": "#5F4D28",
    "m1": "#443830",
    "m1-letter": "#E3C5B3",
    "m2": "#323C42",
    "m2-letter": "#BCD0DB",
    "m3": "#393D2C",
    "m3-letter": "#CDD8AC",
    "m4": "#423A27",
    "m4-letter": "#E2CF9D",
    "m5": "#403744",
    "m5-letter": "#DCC6E0",
    "m6": "#48322E",
    "m6-letter": "#EFC0B6",
}

TINTS = ("shu", "ai", "koke", "kin")


def strong(table: dict[str, str]) -> dict[str, str]:
    """The same table with stronger lines, for high contrast."""
    return {**table, "line": table["line2"], "line2": table["ink3"]}


@dataclass(frozen=True, slots=True)
class Role:
    """One role of type: size and line pitch in unscaled pixels."""

    px: int
    line: int
    face: Face = "sans"
    bold: bool = False


ROLES: dict[str, Role] = {
    "figure": Role(56, 60, "serif"),
    "hero": Role(34, 48, "serif"),
    "title": Role(28, 40, "serif"),
    "person": Role(27, 38, "serif"),
    "sheet-title": Role(22, 32, "serif"),
    "heading": Role(19, 28, "serif"),
    "brand": Role(19, 28, "serif"),
    "name": Role(17, 24, "serif"),
    "empty": Role(16, 24, "serif"),
    "list-name": Role(15, 20, "serif"),
    "letter": Role(15, 30),
    "body": Role(14, 22),
    "body-bold": Role(14, 22, bold=True),
    "ui": Role(13, 20),
    "ui-bold": Role(13, 20, bold=True),
    "small": Role(12, 18),
    "small-bold": Role(12, 18, bold=True),
    "furigana": Role(11, 14),
    "mono": Role(13, 20, "mono"),
    "key": Role(18, 24, "mono"),
}

MARGIN = 36
"""Page margin."""
NARROW = 1100
"""Below this width (divided by the scale) pages lay out in their narrow form."""
SCALES = (0.9, 1.4)
"""Smallest and largest text scale a person may choose."""
