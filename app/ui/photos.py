"""Pictures of people: stored bytes to images, away from the UI thread."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from app.store.reader import Reader

LARGEST = QSize(192, 192)
"""The header's picture at double density; a row's is smaller."""

_FORMATS = {b"\xff\xd8\xff": "JPG", b"\x89PNG\r\n\x1a\n": "PNG"}


def decode(content: bytes, largest: QSize = LARGEST) -> QImage | None:
    """A stored picture, made small; None for anything but a JPEG or PNG that Qt can read."""
    for magic, name in _FORMATS.items():
        if content.startswith(magic):
            image = QImage()
            if not image.loadFromData(content, name):
                return None
            return image.scaled(
                largest,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
    return None


def read_photos(
    reader: "Reader", digests: Iterable[str], largest: QSize = LARGEST
) -> dict[str, QImage]:
    """The pictures that can be shown, by hash."""
    images: dict[str, QImage] = {}
    for digest in set(digests):
        content = reader.blob(digest)
        image = decode(content, largest) if content else None
        if image is not None:
            images[digest] = image
    return images
