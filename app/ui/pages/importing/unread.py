"""What could not be read, as it stands in the file."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.usecases.import_plan import PlannedCard

_LONGEST = 100_000


class UnreadText(QWidget):
    """A title, where it stands, what it means, why, and the text itself to copy from."""

    def __init__(
        self, theme: Theme, title: str, where: str, reason: str, source: str, *, said: str = ""
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(theme, title, role="heading", wrap=True))
        column.addWidget(Label(theme, where, role="small", color="ink2", elide=True))
        if said:
            column.addWidget(Label(theme, said, color="ink2", wrap=True))
        column.addWidget(Label(theme, reason, color="kin", wrap=True))
        shown = QPlainTextEdit()
        shown.setReadOnly(True)
        shown.setPlainText(source[:_LONGEST])
        shown.setFont(theme.font_px(12, "mono"))
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(self.tr("As it stands in the file"))
        column.addWidget(shown, 1)


def text_of(card: PlannedCard) -> str:
    """The bytes of a card, as far as a person can read them."""
    source = card.read.source[:_LONGEST]
    try:
        return source.decode(card.read.charset or "utf-8", "backslashreplace")
    except LookupError:
        return source.decode("utf-8", "backslashreplace")
