"""The import page with a large file, in a window of its own; tells how long it ever stood still.

`python -m tests.bench.import_process FOLDER RECOVERY_KEY FILE`: the file is read, compared, looked
at and imported. The store is written to.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.store.vault import unlock
from app.ui.look.focus import KeyboardFocus
from app.ui.look.theme import Theme
from app.ui.pages.importing.page import ImportPage, State
from app.ui.steady import steady
from app.ui.window import Window
from app.ui.workspace import Workspace
from tests.bench.events import tell_value
from tests.bench.heart import Stalls
from tests.bench.memory import tell_memory
from tests.bench.page_process import turn_until
from tests.bench.stores import NOW

_LONGEST = 300.0  # seconds that any step may take


def _until(done: Callable[[], bool]) -> None:
    turn_until(done, _LONGEST)


def main() -> int:
    """Go through one import."""
    folder = StoreFolder(Path(sys.argv[1]))
    app = QApplication(sys.argv[:1])
    theme = Theme(app, mode="light", language="ja")
    KeyboardFocus(app)
    key = unlock(folder, recovery_key=sys.argv[2])
    workspace = Workspace(
        lambda: open_store(folder, key), lambda: open_reader(folder, key), now=lambda: NOW
    )
    with steady():
        page = ImportPage(workspace, theme)
    window = Window(theme)
    window.show_scene(page)
    window.show()
    window.activateWindow()
    turn_until(window.isVisible)
    stalls = Stalls()
    stalls.begin("read")
    page.add_files([Path(sys.argv[3])])
    _until(lambda: page.state is State.COMPARE)
    stalls.begin("look")
    seen = time.perf_counter() + 0.5
    _until(lambda: time.perf_counter() > seen)
    stalls.begin("import")
    page.accept()
    _until(lambda: page.state is State.DONE)
    stalls.begin("done")
    seen = time.perf_counter() + 0.5
    _until(lambda: time.perf_counter() > seen)
    stalls.begin("end")
    for what, longest in stalls.longest.items():
        if what in {"read", "look", "import", "done"}:
            tell_value(what, longest)
    tell_memory()
    window.let_close()
    window.close()
    workspace.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
