"""A person's card as a QR code, for a phone to take over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.look.theme import Theme
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.qr_code import QrCode


class CodeDialog(Dialog):
    """Shows the code until it is closed."""

    def __init__(
        self, theme: Theme, parent: QWidget | None, person: str, squares: Sequence[Sequence[bool]]
    ) -> None:
        super().__init__(
            theme,
            parent,
            person,
            self.tr("Name, company and how to reach them. Notes and pictures are not in it."),
        )
        self.code = QrCode(theme, squares, name=self.tr("QR code of {name}").format(name=person))
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        close = self.add_button(self.tr("Close"), result=QDialog.DialogCode.Accepted)
        close.setDefault(True)
