"""The widgets that the components sheet does not show, side by side, in several states."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look.paragraph import Run
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.box import Box, KeyHints, SectionHeader, Separator
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Chip, ChipRow
from app.ui.widgets.choice import CheckBox, Dropdown, Segments, Toggle
from app.ui.widgets.dialog import question
from app.ui.widgets.field import LineField, SearchField, TextArea
from app.ui.widgets.marks import Monogram, TieGlyph
from app.ui.widgets.nav import NavItem
from app.ui.widgets.notice import EmptyState, Notice, ProgressBar
from app.ui.widgets.steps import StepThread, StepTrail


def page(theme: Theme) -> QWidget:
    """Two columns."""
    made = QWidget()
    made.setObjectName("page")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    columns = QHBoxLayout(made)
    columns.setContentsMargins(*(theme.px(n) for n in (36, 28, 36, 28)))
    columns.setSpacing(theme.px(36))
    columns.addLayout(_left(theme), 1)
    columns.addLayout(_right(theme), 1)
    return made


def _column(*parts: QWidget | QHBoxLayout) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(14)
    for part in parts:
        if isinstance(part, QWidget):
            made.addWidget(part)
        else:
            made.addLayout(part)
    made.addStretch(1)
    return made


def _row(*parts: QWidget, stretch: bool = True) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(8)
    for part in parts:
        made.addWidget(part)
    if stretch:
        made.addStretch(1)
    return made


def _left(theme: Theme) -> QVBoxLayout:
    header = SectionHeader(theme, "これまで", role="body-bold", color="ink")
    header.add(Label(theme, "この2年", role="small", color="ink2"))
    today = NavItem(theme, "今日", "today")
    today.setChecked(True)
    today.set_badge("4", "4人")
    people = NavItem(theme, "人", "people")
    people.set_badge("12", "12人")
    small = NavItem(theme, "取り込み", "import")
    small.setFixedWidth(theme.px(56))
    small.set_badge("1", "1")
    settings = NavItem(theme, "Security")
    settings.setChecked(True)
    nav = Box(theme, fill="side", margins=(12, 12, 12, 12), spacing=2)
    for item in (today, people, small, settings):
        nav.column.addWidget(item)
    chips = ChipRow(theme)
    for words in (
        "家具",
        "松本",
        "野球の話",
        "とても長い札の名前でも切らない",
        "木の器を欧州へ",
        "東京",
    ):
        chips.add(Chip(theme, words))
    reason = Label(theme, wrap=True, role="body")
    reason.set_runs(
        [
            Run("約束", bold=True),
            Run("　「端材の見本を送る」— 期限は"),
            Run("明日", bold=True),
            Run("（10月16日）。「。」「」　「」（（）", "ink2"),
        ]
    )
    note = TextArea(theme, name="メモ", hint="ひとことメモ", lines=2)
    wrong = LineField(theme, name="合言葉", icon="lock", hint="12文字以上", secret=True)
    wrong.set_text("short")
    wrong.set_error("12文字以上にしてください。")
    return _column(
        header,
        nav,
        SearchField(theme, name="探す", hint="探す", key="Ctrl+K", height=34),
        SearchField(theme, name="探す", hint="名前・会社・メモから探す", key="/"),
        wrong,
        note,
        chips,
        reason,
        _row(
            Monogram(theme, "mio", "早坂 美緒"),
            Monogram(theme, "c", "claire Martin", size=44),
            Monogram(theme, "", "縁", you=True, size=30),
            TieGlyph(theme, (True, False, True), "返事"),
        ),
    )


def _right(theme: Theme) -> QVBoxLayout:
    segments = Segments(
        theme, [("a", "明日の朝"), ("b", "今週末"), ("c", "来月")], "b", name="いつ", height=38
    )
    toggles = _row(
        Toggle(theme, name="入", on=True),
        Toggle(theme, name="切"),
        CheckBox(theme, "両方残す", on=True),
        CheckBox(theme, "English & 日本語"),
        Dropdown(theme, [("10", "10 minutes"), ("30", "30 minutes")], name="Lock after"),
    )
    promise = Notice(
        theme,
        "「端材の見本を送る」と約束しました",
        "9月8日に蔵前で。期限は明日、10月16日。",
        tint="shu",
        icon="promise",
    )
    cards = Notice(
        theme,
        "9枚にまだメモがありません。\n覚えているうちに、1枚30秒で。",
        bold=False,
        buttons=[Button(theme, "メモを書く", key="M")],
    )
    busy = Button(theme, "取り込む", kind="primary", icon="import")
    busy.set_busy("取り込んでいます")
    steps = StepThread(theme, ["名刺を取り込む", "言葉と鍵を決める", "最初の一人を思い出す"])
    steps.set_step(1)
    bar = ProgressBar(theme, name="確認を終えた名刺")
    bar.setValue(88)
    asked = question(
        theme,
        None,
        "早坂 美緒さんを消しますか",
        "30日のあいだは元に戻せます。",
        accept="消す",
        reject="やめる",
        careful=True,
    )
    asked.setWindowFlags(Qt.WindowType.Widget)
    return _column(
        segments,
        toggles,
        promise,
        cards,
        _row(
            Button(theme, "やめる", kind="ghost", size="large", key="Esc"),
            Button(
                theme,
                "23枚を取り込む",
                kind="primary",
                size="large",
                icon="import",
                key="Ctrl+Return",
            ),
            Button(theme, "元に戻す", kind="link"),
            busy,
        ),
        Button(theme, "連絡した", kind="primary", size="action", icon="check", key="R"),
        Button(theme, "便りを書く", size="action", icon="pen", key="W"),
        StepTrail(theme, ["選ぶ", "見比べる", "取り込む"], 1),
        steps,
        bar,
        Separator(theme),
        KeyHints(
            theme, [(("Up", "Down"), "選ぶ"), (("Return",), "人を開く"), (("Ctrl+Z",), "元に戻す")]
        ),
        EmptyState(theme, "まだ誰もいません", "名刺を取り込むと、ここに並びます。", boxed=True),
        asked,
    )
