"""Copied: what was copied or dragged elsewhere, as something to be read. Nothing of it is written
to disk.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from app.domain.errors import ExpectedError
from app.interchange.limits import DEFAULT
from app.ui.widgets.drop import dropped_files

_CARDS = ("text/vcard", "text/x-vcard", "text/directory")
_PIECE = 1 << 20
_QUALITY = 60

Copied = Sequence[Path] | bytes | QImage


class NothingCopiedError(ExpectedError):
    """What was copied is no file, no text and no picture."""


class TooMuchCopiedError(ExpectedError):
    """More text than a card may have."""


def may_be_cards(data: QMimeData) -> bool:
    """Whether what is dragged may be cards; a link to somewhere else is not."""
    if dropped_files(data) or data.hasImage() or _card_type(data):
        return True
    return data.hasText() and _is_cards(data.text())


def copied(data: QMimeData | None) -> Copied:
    """Files, text or a picture. Spreadsheets copy their cells as a picture too: then text rules.

    Raises NothingCopiedError, TooMuchCopiedError.
    """
    if data is None:  # nobody has copied anything
        raise NothingCopiedError
    files = dropped_files(data)
    if files:
        return files
    kind = _card_type(data)
    if kind:
        return _checked(bytes(data.data(kind).data()))
    text = data.text() if data.hasText() else ""
    if data.hasImage() and not _is_cards(text):
        image = QImage(data.imageData())
        if not image.isNull():
            return image
    if not text.strip():
        raise NothingCopiedError
    return _checked(text.encode("utf-8", "replace"))


def _card_type(data: QMimeData) -> str | None:
    return next((kind for kind in _CARDS if data.hasFormat(kind)), None)


def _is_cards(text: str) -> bool:
    first = text[:_PIECE].upper()
    return "BEGIN:VCARD" in first or "MECARD:" in first or "\t" in first


def _checked(data: bytes) -> bytes:
    if len(data) > DEFAULT.source:
        raise TooMuchCopiedError
    return data


def picture_bytes(image: QImage) -> bytes:
    """A picture in grey, which is all that a code needs; one that is too large for reading is made
    smaller. May run in any thread.
    """
    if image.width() * image.height() > DEFAULT.pixels:
        part = (DEFAULT.pixels / (image.width() * image.height())) ** 0.5
        size = QSize(max(1, int(image.width() * part)), max(1, int(image.height() * part)))
        image = image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
    if image.hasAlphaChannel():  # what one sees through is paper
        paper = QImage(image.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, image)
        painter.end()
        image = paper
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    exact = _saved(image, "PNG", -1)
    return exact if len(exact) <= DEFAULT.card else _saved(image, "JPEG", _QUALITY)


def _saved(image: QImage, form: str, quality: int) -> bytes:
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, form, quality)  # type: ignore[call-overload]  # a QIODevice is taken too
    return bytes(kept.data().data())
