"""What comes in: files and what was copied, read one after another away from the screen."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from app.domain.errors import ExpectedError
from app.interchange.source import InMemory, Source
from app.interchange.table_scan import Table
from app.ui import copied
from app.ui.background import Reply, Task
from app.ui.pages.importing import reading
from app.ui.pages.importing.reading import Files, FileTrouble
from app.ui.workspace import Workspace
from app.usecases import table_columns
from app.usecases.import_plan import ReadFile
from app.usecases.table_columns import Columns

if TYPE_CHECKING:
    from app.interchange.columns import Field


class Arriving(QObject):
    """Holds what is queued, what was read and what could not be."""

    found = Signal(object)
    """Sources that somebody dropped or pasted: files, or one text or picture in memory."""
    begun = Signal()
    told = Signal(object)
    """How far reading is: a `Progress`."""
    ended = Signal()
    """All that was queued is read; `files` has what came of it."""
    troubled = Signal()
    """Something that was copied is no card; `troubles` says why."""
    failed = Signal(object)
    """Reading could not begin: an ExpectedError of the store."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.files: tuple[ReadFile, ...] = ()
        self.troubles: list[FileTrouble] = []
        self._queue: list[Source] = []
        self._codecs: dict[Source, str] = {}
        self._columns: dict[tuple[str, ...], tuple[Field, ...]] = {}
        self._under_way: Reply[Files] | Reply[Columns] | None = None
        self._waits = False

    # what is to be read

    def take(self, data: QMimeData | None) -> None:
        """Find files, text or a picture that came from elsewhere; nothing is written to disk."""
        name = self.tr("Clipboard")
        try:
            given = copied.copied(data)
        except ExpectedError as error:
            self._no_trouble_with(name)
            self.troubles.append(FileTrouble(name, error))
            self.troubled.emit()
            return
        if isinstance(given, QImage):
            self._workspace.free(lambda _task: copied.picture_bytes(given)).then(self._in_memory)
        elif isinstance(given, bytes):
            self._in_memory(given)
        else:
            self.found.emit(given)

    def _in_memory(self, data: bytes) -> None:
        name = self.tr("Clipboard")
        self._no_trouble_with(name)
        self.found.emit([InMemory(name, data)])

    def _no_trouble_with(self, name: str) -> None:
        self.troubles = [t for t in self.troubles if t.name != name]

    def add(self, given: Sequence[Source], codecs: Mapping[Source, str] | None = None) -> None:
        """Read these too, now or once what is under way is read; `codecs` were said of some."""
        self._codecs |= codecs or {}
        self._queue += [one for one in given if one not in self._queue]
        if self._under_way is None and not self._waits:
            self.read()

    def put(self, files: Sequence[ReadFile]) -> None:
        """Take files that are read already."""
        self.files += tuple(files)

    def put_back(
        self, file: ReadFile, codec: str | None = None, table: Table | None = None
    ) -> bool:
        """Let go of what was read of a file and queue it again, with the characters or the columns
        that somebody said; False where it is not there any more to be read.
        """
        if file.given is None:
            return False
        if codec is not None:
            self._codecs[file.given] = codec
        if table is not None:
            self._columns[table.header] = table.fields
        self.files = tuple(other for other in self.files if other is not file)
        self._queue.append(file.given)
        return True

    def wait(self, on: bool) -> None:
        """While an import is written nothing is read: what comes stays in the queue."""
        self._waits = on

    def take_queue(self) -> list[Source]:
        """What came meanwhile; it is queued no more."""
        queue, self._queue = self._queue, []
        return queue

    def forget(self) -> None:
        """Nothing was read."""
        self.files, self.troubles, self._codecs, self._columns = (), [], {}, {}

    # reading

    def read(self) -> None:
        """Read what is queued."""
        self.begun.emit()
        asked = self._workspace.ask(table_columns.remembered)
        self._under_way = asked.then(self._read_with, self._not_begun)

    def _not_begun(self, error: ExpectedError) -> None:
        self._under_way = None
        self.failed.emit(error)

    def _read_with(self, columns: Columns) -> None:
        """`columns` is what was said of tables earlier."""
        given, self._queue = tuple(self._queue), []
        codecs, columns = dict(self._codecs), {**columns, **self._columns}

        def work(task: Task) -> Files:
            return reading.read(given, columns, codecs, task)

        reply = self._workspace.free(work)
        reply.on_progress(self._tell).then(self._read_done)
        self._under_way = reply

    def _tell(self, progress: reading.Progress) -> None:
        self.told.emit(progress)

    def _read_done(self, files: Files) -> None:
        self._under_way = None
        if files.stopped:
            return
        self.troubles += files.troubles
        self.files += files.read
        if self._queue:
            self.read()
        else:
            self.ended.emit()

    def stop(self) -> None:
        """Read nothing more; what was read before stays."""
        if self._under_way is not None:
            self._under_way.cancel()
            self._under_way.drop()
            self._under_way = None
        self._queue = []
