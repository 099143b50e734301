import re
from pathlib import Path

import pytest

from app.ui.look import tokens

UI = Path(tokens.__file__).parent
SURFACES = ("paper", "side", "card", "sunk", "hover", "sel")
WRITTEN = ("ink", "ink2", "ink3", "shu", "ai", "koke", "kin")


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_no_colour_stands_outside_the_table() -> None:
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d")
    strays = [
        f"{path.relative_to(UI)}: {found[0]}"
        for path in UI.rglob("*.py")
        if path.name != "tokens.py"
        for found in literal.finditer(path.read_text("utf-8"))
    ]
    assert strays == []


def test_both_themes_have_the_same_tokens() -> None:
    assert list(tokens.LIGHT) == list(tokens.DARK)


@pytest.mark.parametrize("table", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_surface(table: dict[str, str]) -> None:
    weak = [
        (text, ground)
        for text in WRITTEN
        for ground in (*SURFACES, *(f"{tint}-soft" for tint in tokens.TINTS))
        if text in ("ink", "ink2", "ink3") or ground in SURFACES or ground == f"{text}-soft"
        if contrast(table[text], table[ground]) < 4.5
    ]
    assert weak == []
    assert contrast(table["on-ai"], table["ai"]) >= 4.5
    assert contrast(table["off"], table["card"]) >= 3
    for pair in range(1, 7):
        assert contrast(table[f"m{pair}"], table[f"m{pair}-letter"]) >= 4.5


def test_strong_lines_move_up_one_step() -> None:
    made = tokens.strong(tokens.LIGHT)
    assert made["line"] == tokens.LIGHT["line2"]
    assert made["line2"] == tokens.LIGHT["ink3"]
