"""Files that a person chooses: cards to read, where to save, and writing whole or not at all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSaveFile, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

OWNER_ONLY = QSaveFile.Permission.ReadOwner | QSaveFile.Permission.WriteOwner


class ChooseCards(QFileDialog):
    """Asks for files with cards; `filesSelected` names them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose files with cards"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self.setNameFilters([self.tr("Cards (*.vcf *.vcard)"), self.tr("All files (*)")])


def ask_where(
    parent: QWidget, title: str, name: str, chosen: Callable[[str], None], kinds: str = ""
) -> None:
    """Ask where to save a file of this name; the dialog asks before another goes for it.

    `kinds` is a filter of file names.
    """
    box = QFileDialog(parent, title)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if kinds:
        box.setNameFilter(kinds)
    box.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    box.selectFile(name)
    box.fileSelected.connect(chosen)
    box.open()


def write_whole(path: Path, content: bytes, *, private: bool = False) -> str:
    """Put a whole file in place or none, `private` its owner's alone; the trouble in the system's
    words, empty without.
    """
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return file.errorString()
    if private:
        file.setPermissions(OWNER_ONLY)
    file.write(content)
    return "" if file.commit() else file.errorString()
