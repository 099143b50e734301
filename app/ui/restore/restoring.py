"""The scene while a backup is put in place."""

from datetime import datetime

from app.store.errors import BackupStoppedError
from app.store.folder import StoreFolder
from app.ui.background import Background, Task
from app.ui.look.theme import Theme
from app.ui.under_way import UnderWay
from app.usecases.restoring import Restored, Wanted, bring_back


class Restoring(UnderWay):
    """Begins when it is made; `done` with a `Restored`."""

    def __init__(
        self,
        background: Background,
        theme: Theme,
        folder: StoreFolder,
        wanted: Wanted,
        now: datetime,
    ) -> None:
        super().__init__(background, theme)

        def work(task: Task) -> Restored | None:
            try:
                return bring_back(
                    wanted, folder, now=now, force=True, stopped=task.cancelled, told=task.report
                )
            except BackupStoppedError:
                return None

        self.begin(
            self.tr("Bringing the backup back…"),
            self.tr("It is opened and checked once more before anything is replaced."),
            work,
        )
