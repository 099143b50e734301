"""Files that a person chooses: cards to read, where to save, and writing whole or not at all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileInfo, QSaveFile, QSize, QStandardPaths, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QHeaderView, QTreeView, QWidget

OWNER_ONLY = QSaveFile.Permission.ReadOwner | QSaveFile.Permission.WriteOwner
_SIZE = QSize(760, 480)


class _Kinds(QFileIconProvider):
    """Says what Qt leaves in English."""

    def __init__(self, folder: str, file: str) -> None:
        super().__init__()
        self._folder = folder
        self._file = file

    def type(self, info: QFileInfo) -> str:
        if info.isDir():
            return self._folder
        return self._file.format(kind=info.suffix()).strip()


def _places() -> list[Path]:
    """Where files usually lie, as far as this person has such folders."""
    where = QStandardPaths.StandardLocation
    usual = (
        where.DownloadLocation,
        where.DocumentsLocation,
        where.DesktopLocation,
        where.HomeLocation,
    )
    found = (Path(QStandardPaths.writableLocation(place)) for place in usual)
    return [place for place in dict.fromkeys(found) if place.is_dir()]


class FileDialog(QFileDialog):
    """The system's own dialog where there is one; else Qt's, with all its words translated."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kinds = _Kinds(self.tr("Folder"), self.tr("{kind} file"))
        self.setIconProvider(self._kinds)
        self.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Look in:"))
        self.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        self.setSidebarUrls([QUrl.fromLocalFile(str(place)) for place in _places()])
        self.resize(_SIZE)
        self._give_columns_room()

    def _give_columns_room(self) -> None:
        """Size, kind and day as wide as they are; the name has the rest."""
        for tree in self.findChildren(QTreeView):
            header = tree.header()
            header.setStretchLastSection(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def begin_in(self, place: QStandardPaths.StandardLocation) -> None:
        """Begin in a usual place of this person, where it exists, else at home."""
        usual = Path(QStandardPaths.writableLocation(place))
        self.setDirectory(str(usual if usual.is_dir() else Path.home()))


class ChooseCards(FileDialog):
    """Asks for files with cards; `filesSelected` names them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Choose files with cards"))
        self.begin_in(QStandardPaths.StandardLocation.DownloadLocation)
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        cards = self.tr("Cards (*.vcf *.vcard *.csv *.tsv *.png *.jpg *.jpeg *.webp)")
        self.setNameFilters([cards, self.tr("All files (*)")])


class ChooseBackup(FileDialog):
    """Asks for a backup; `fileSelected` names it."""

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Choose a backup"))
        self.setDirectory(str(folder))
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.setNameFilters([self.tr("Backups (*.enishi)"), self.tr("All files (*)")])


class ChooseFolder(FileDialog):
    """Asks for a folder that is there; `fileSelected` names it."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title)
        self.setDirectory(str(Path.home()))
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)


class ChooseCalendars(FileDialog):
    """Asks for calendars; `filesSelected` names them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Choose calendars"))
        self.begin_in(QStandardPaths.StandardLocation.DownloadLocation)
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        calendars = self.tr("Calendars (*.ics *.ical *.ifb *.icalendar)")
        self.setNameFilters([calendars, self.tr("All files (*)")])


def ask_where(
    parent: QWidget, title: str, name: str, chosen: Callable[[str], None], kinds: str = ""
) -> None:
    """Ask where to save a file of this name; the dialog asks before another goes for it.

    `kinds` is a filter of file names.
    """
    box = FileDialog(parent, title)
    box.begin_in(QStandardPaths.StandardLocation.DocumentsLocation)
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
