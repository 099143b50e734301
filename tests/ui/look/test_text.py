from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.look import text
from app.ui.look.paragraph import Paragraph, Run, paragraph
from app.ui.look.theme import Theme


def picture(theme: Theme, draw: Callable[[QPainter], object], width: int = 400) -> QImage:
    made = QImage(width, 60, QImage.Format.Format_RGB32)
    made.fill(theme.c("paper"))
    p = QPainter(made)
    draw(p)
    p.end()
    return made


def inked(theme: Theme, made: QImage) -> tuple[int, int]:
    """First and last column that is not paper."""
    paper = theme.c("paper").rgb()
    columns = [
        x
        for x in range(made.width())
        if any(made.pixel(x, y) != paper for y in range(made.height()))
    ]
    return columns[0], columns[-1]


def test_a_bracket_after_a_wide_space_is_half_as_wide(theme: Theme) -> None:
    theme.set_language("ja")
    plain = text.width(theme, "body", "約束") + text.width(theme, "body", "　")
    assert text.width(theme, "body", "約束　「") == pytest.approx(plain + 7, abs=0.1)


@pytest.mark.parametrize("shown", ["約束　「端材」", "（（二重））", "終わり。　次"])
def test_the_measured_width_is_the_painted_one(theme: Theme, shown: str) -> None:
    theme.set_language("ja")
    laid = Paragraph(theme, shown, 400, role="body")
    assert text.width(theme, "body", shown) == pytest.approx(laid.natural_width, abs=0.5)


def test_lines_end_where_their_room_ends(theme: Theme) -> None:
    made = picture(
        theme, lambda p: text.line(p, theme, 10, 5, "a very long company name " * 9, room=150)
    )
    first, last = inked(theme, made)
    assert first >= 9
    assert last <= 161


def test_right_and_centre(theme: Theme) -> None:
    right = picture(theme, lambda p: text.line(p, theme, 0, 5, "Enishi", room=300, align="right"))
    assert 295 <= inked(theme, right)[1] <= 301
    centre = picture(theme, lambda p: text.line(p, theme, 0, 5, "Enishi", room=300, align="center"))
    first, last = inked(theme, centre)
    assert abs((first + last) / 2 - 150) < 3


def test_elision_keeps_short_text_whole(theme: Theme) -> None:
    assert text.elided(theme, "ui", "Enishi", 300) == "Enishi"
    assert text.elided(theme, "ui", "Enishi and much more", 60).endswith("…")


def test_paragraphs_keep_their_pitch_whatever_the_glyphs(theme: Theme) -> None:
    plain = Paragraph(theme, "a\nb\nc", 400, role="body")
    odd = Paragraph(theme, "a\n😀𠮷ﷺ\nc", 400, role="body")
    assert plain.lines == odd.lines == 3
    assert plain.height == odd.height == 3 * theme.line("body")


def test_runs_count_in_utf16(theme: Theme) -> None:
    runs = [Run("𠮷野家😀", "ink"), Run("赤", "shu", bold=True)]
    made = picture(theme, lambda p: Paragraph(theme, runs, 400, role="body").draw(p, 5, 5))
    red = [
        x
        for x in range(made.width())
        for y in range(made.height())
        if made.pixelColor(x, y).red() > made.pixelColor(x, y).green() + 60
        and x > text.width(theme, "body", "𠮷野家😀")
    ]
    assert red


def test_most_lines_hide_the_rest(theme: Theme) -> None:
    made = Paragraph(theme, "one two three four five six seven " * 9, 120, lines=2)
    assert made.lines == 2
    assert made.cut
    picture_ = picture(theme, lambda p: made.draw(p, 0, 0))
    paper = theme.c("paper").rgb()
    below = range(made.height + 1, picture_.height())
    assert all(picture_.pixel(x, y) == paper for x in range(120) for y in below)


def test_paragraphs_are_kept_until_the_theme_changes(theme: Theme) -> None:
    first = paragraph(theme, "hello", 100)
    assert paragraph(theme, "hello", 100) is first
    theme.set_mode("dark")
    assert paragraph(theme, "hello", 100) is not first


def test_control_characters_go_and_breaks_stay() -> None:
    assert text.clean("a\r\nb\x00\x1b[31mc") == "a\u2028b[31mc"
    assert text.single("a\tb\nc") == "a b c"


@pytest.mark.parametrize(
    "hostile", ["\u202egnp.exe", "\u2067abc", "\u2069\u2069x", "a\u202c\u202db", "\u2068" * 50]
)
def test_direction_marks_stay_among_themselves(hostile: str) -> None:
    shown = text.clean(hostile)
    depth = 0
    for char in shown:
        depth += char in "\u2066\u2067\u2068"
        depth -= char == "\u2069"
        assert depth >= 0
    assert depth == 0
    assert shown[0] == "\u2068"
    assert shown[-1] == "\u2069"


@pytest.mark.parametrize("hostile", ["x" * 1_000_000, "a" + "\u0301" * 10_000, "\ud800lone", ""])
@pytest.mark.timeout(10)
def test_odd_names_are_painted(theme: Theme, qapp: QApplication, hostile: str) -> None:
    picture(theme, lambda p: text.line(p, theme, 0, 0, hostile, room=200))


def test_the_cache_does_not_grow_for_ever(theme: Theme) -> None:
    for number in range(5000):
        text.width(theme, "ui", str(number))
    assert len(theme.text_cache) <= 4097


def coverage(theme: Theme) -> float:
    """How much ink a line of small text takes, as a share of its colour."""
    made = picture(
        theme, lambda p: text.line(p, theme, 5, 5, "また明日の朝、一人か二人だけ", role="small")
    )
    paper, ink = theme.c("paper").lightness(), theme.c("ink").lightness()
    return sum(
        (made.pixelColor(x, y).lightness() - paper) / (ink - paper)
        for x in range(made.width())
        for y in range(made.height())
    )


def test_light_text_on_dark_is_not_half_bold(theme: Theme) -> None:
    light = coverage(theme)
    theme.set_mode("dark")
    assert coverage(theme) < 1.2 * light


@pytest.mark.parametrize("said", ["箔押し相原株式会社", "一般社団法人みどりの会", "合同会社ひなた"])
def test_a_kind_of_company_is_not_broken(theme: Theme, said: str) -> None:
    theme.set_language("ja")
    kind = next(k for k in ("株式会社", "一般社団法人", "合同会社") if k in said)
    for wide in range(round(text.width(theme, "ui", kind)) + 1, 160, 7):
        laid = Paragraph(theme, said, wide)
        shown = laid._layout.text()
        starts = [laid._layout.lineAt(at).textStart() for at in range(laid.lines)]
        first = shown.index("\u2060".join(kind))
        assert not any(first < at < first + 2 * len(kind) - 1 for at in starts), wide


def test_joined_characters_are_as_wide_as_others(theme: Theme) -> None:
    theme.set_language("ja")
    laid = Paragraph(theme, "株式会社", 400)
    assert laid.natural_width == pytest.approx(text.width(theme, "ui", "株式会社"), abs=0.5)
