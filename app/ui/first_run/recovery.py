"""The recovery key on its way to paper: its groups, the two that are asked back, copy, print."""

import secrets
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QPagedPaintDevice, QPainter

from app.ui.look.theme import Theme

ASKED = 2
CLIPBOARD_SECONDS = 30
_LIKE_DIGITS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def groups(key: str) -> list[str]:
    """The seven groups of a recovery key."""
    return key.split("-")


def to_ask(count: int) -> list[int]:
    """Which groups are asked back, from 0, in order."""
    return sorted(secrets.SystemRandom().sample(range(count), ASKED))


def same(group: str, typed: str) -> bool:
    """Whether a group was typed as it stands on paper: small letters, o for 0, l for 1."""
    return typed.strip().upper().translate(_LIKE_DIGITS) == group


class SecretClipboard(QObject):
    """Puts a secret on the clipboard and takes it off again, unless something else lies there:
    after a while, when it is told to, and when the program ends, for what is left then outlives it
    on Windows and wherever something keeps what was copied.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._secret = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLIPBOARD_SECONDS * 1000)
        self._timer.timeout.connect(self.clear)
        application = QGuiApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.clear)

    def put(self, secret: str) -> None:
        """Copy it for half a minute, marked so that clipboard managers do not keep it."""
        data = QMimeData()
        data.setText(secret)
        data.setData("x-kde-passwordManagerHint", QByteArray(b"secret"))
        data.setData("ExcludeClipboardContentFromMonitorProcessing", QByteArray(b"1"))
        QGuiApplication.clipboard().setMimeData(data)
        self._secret = secret
        self._timer.start()

    def clear(self) -> None:
        """Take it off now."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._secret and clipboard.text() == self._secret:
            clipboard.clear()
        self._secret = ""


def sheet(title: str, sentences: Sequence[str], key: str) -> str:
    """The key as a text file."""
    return "\n".join([title, "", key, "", *sentences, ""])


def paint_sheet(
    device: QPagedPaintDevice, theme: Theme, title: str, sentences: Sequence[str], key: str
) -> bool:
    """Draw the sheet on paper; False where the printer would not begin."""
    p = QPainter()
    if not p.begin(device):
        return False
    page = QRectF(p.viewport())
    unit = page.width() / 100
    box = page.adjusted(10 * unit, 10 * unit, -10 * unit, -10 * unit)
    lines = [
        (title, "serif", 4.0),
        *(
            (part, "mono", 4.0)
            for part in ("   ".join(groups(key)[:4]), "   ".join(groups(key)[4:]))
        ),
        *((sentence, "sans", 2.2) for sentence in sentences),
    ]
    for words, face, size in lines:
        font = QFont(theme.font_px(14, "mono" if face == "mono" else "sans"))
        if face == "serif":
            font = QFont(theme.font_px(14, "serif"))
        font.setPixelSize(max(1, round(size * unit)))
        p.setFont(font)
        flags = Qt.TextFlag.TextWordWrap
        used = p.boundingRect(box, flags, words)
        p.drawText(box, flags, words)
        box.setTop(used.bottom() + 3 * unit)
    p.end()
    return True
