"""The program itself, with a stopwatch: `python -m tests.bench.real_window SETTLE ARGUMENTS...`.

Nothing is imported that the program would not import at the same moment: classes are watched as
their modules come in.
"""

import faulthandler
import sys
from collections.abc import Callable
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from tests.bench.events import tell

LONGEST = 40.0
"""Seconds after which it says where it hangs, and ends."""

_seen: set[str] = set()
_settle = 1.0


def _once(name: str, then: Callable[[], object] | None = None) -> None:
    """Tell of an event when the event loop turns again: then all of the frame is painted."""
    if name in _seen:
        return
    _seen.add(name)
    from PySide6.QtCore import QTimer

    def happened() -> None:
        tell(name)
        if then is not None:
            then()

    QTimer.singleShot(0, happened)


def _watch_window(module: ModuleType) -> None:
    before = module.Window.paintEvent
    faulthandler.dump_traceback_later(LONGEST, exit=True)

    def paint_event(self: Any, event: Any) -> None:
        _once("frame")  # first in the queue: the program goes on loading behind its first frame
        before(self, event)

    module.Window.paintEvent = paint_event


def _watch_delegate(module: ModuleType, class_name: str, event: str, then: Any) -> None:
    delegate = getattr(module, class_name)
    before = delegate.paint

    def paint(self: Any, painter: Any, option: Any, index: Any) -> None:
        before(self, painter, option, index)
        if event not in _seen and (event == "rows" or _is_person(module, index)):
            _once(event, then)

    delegate.paint = paint


def _is_person(module: ModuleType, index: Any) -> bool:
    return isinstance(index.data(module.ITEM), module.Person)


def _shell() -> Any:
    from PySide6.QtWidgets import QApplication

    from app.ui.shell.shell import Shell

    return next(
        w
        for top in QApplication.topLevelWidgets()
        for w in (top, *top.findChildren(Shell))
        if isinstance(w, Shell)
    )


def _settled() -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(int(_settle * 1000), _to_people)


def _to_people() -> None:
    """Memory of the first page; then the people page, as with Ctrl+2."""
    from app.ui.pages.names import Page
    from tests.bench.memory import tell_memory

    tell_memory("first")
    tell("asked")
    _shell().show_page(Page.PEOPLE)


def _end() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from tests.bench.memory import tell_files, tell_memory

    def last() -> None:
        tell_memory()
        tell_files()
        _shell().window().let_close()
        QApplication.quit()

    QTimer.singleShot(int(_settle * 1000), last)


_WATCHED: dict[str, Callable[[ModuleType], None]] = {
    "app.ui.window": _watch_window,
    "app.ui.delegates.queue": lambda m: _watch_delegate(m, "QueueDelegate", "rows", _settled),
    "app.ui.delegates.person": lambda m: _watch_delegate(m, "PersonDelegate", "people", _end),
}


class _Watched(Loader):
    """Loads as the module's own loader does, then watches what it holds."""

    def __init__(self, spec: ModuleSpec) -> None:
        self._own = spec.loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._own.create_module(spec) if self._own else None

    def exec_module(self, module: ModuleType) -> None:
        if self._own:
            self._own.exec_module(module)
        _WATCHED[module.__name__](module)


class _Finder(MetaPathFinder):
    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:
        if name not in _WATCHED:
            return None
        sys.meta_path.remove(self)
        try:
            spec = find_spec(name)
        finally:
            sys.meta_path.insert(0, self)
        if spec is not None:
            spec.loader = _Watched(spec)
        return spec


def main() -> int:
    """Run the program with the arguments behind the first."""
    global _settle
    _settle = float(sys.argv[1])
    sys.argv = ["enishi", *sys.argv[2:]]
    sys.meta_path.insert(0, _Finder())
    from app.__main__ import main as program

    return program()


if __name__ == "__main__":
    sys.exit(main())
