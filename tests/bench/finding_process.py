"""A person with thousands of entries, opened and looked through; its own process, told by JSON.

`python -m tests.bench.finding_process REQUEST ANSWER`: two files.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact, Name
from app.domain.interaction import Initiative, Interaction, Kind
from app.store.folder import StoreFolder
from app.store.store import create_store, open_reader, open_store
from app.store.vault import create_vault
from app.ui.look.focus import KeyboardFocus
from app.ui.look.theme import Theme
from app.ui.pages.people.page import PeoplePage
from app.ui.window import Window
from app.ui.workspace import Workspace
from tests.bench.page_process import rest, turn_until, type_into
from tests.bench.population import TODAY
from tests.bench.stores import NOW, PASSPHRASE

PERSON = Contact(id="p", name=Name(full="早坂 美緒", family="早坂", given="美緒"))
_SAID = (
    "器の仕上げの話。オイルの見本を三種、手触りを気にされていた。",
    "Lunch near the harbour; she asked about the fair and about walnut.",
    "電話。来月の展示会のことで、搬入は前日の夕方から。",
    "息子さんの野球、県大会でベスト8とのこと。",
)


def entries(count: int) -> list[Interaction]:
    """One a day, every 400th with a word of its own."""
    return [
        Interaction(
            f"a{at:05}",
            Kind.NOTE,
            Initiative.ME,
            TODAY - timedelta(at),
            (PERSON.id,),
            _SAID[at % len(_SAID)] + (" 珊瑚" if at % 400 == 399 else ""),
        )
        for at in range(count)
    ]


def timed(act: Callable[[], object]) -> float:
    """Milliseconds until all of it is painted."""
    start = time.perf_counter()
    act()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Do what the request says."""
    request = json.loads(Path(sys.argv[1]).read_text())
    app = QApplication(sys.argv[:1])
    theme = Theme(app, mode="light", language="ja")
    KeyboardFocus(app)
    folder = StoreFolder(Path(request["folder"]))
    vault = create_vault(folder, PASSPHRASE, use_keyring=False)
    create_store(folder, vault)
    key = vault.data_key
    workspace = Workspace(
        lambda: open_store(folder, key), lambda: open_reader(folder, key), now=lambda: NOW
    )
    edits = (Edit(None, act) for act in entries(request["entries"]))
    change = Change(Verb.IMPORT, (Edit(None, PERSON), *edits))
    workspace.do(lambda store: store.apply(change, now=NOW))
    page = PeoplePage(workspace, theme)
    window = Window(theme)
    window.show_scene(page)
    window.show()
    window.activateWindow()
    turn_until(lambda: page.list.model.rowCount() > 0)
    rest(workspace)
    detail = page.detail
    said: dict[str, list[float]] = {"keys": [], "steps": []}
    edit = detail.find_bar.field.edit
    for _ in range(request["rounds"]):
        detail.model.show_newest()
        detail.find_words()
        edit.clear()
        rest(workspace)
        for part in ("器", "の", *"walnut"):
            if part == "w":
                edit.clear()
                rest(workspace)
            said["keys"].append(timed(partial(type_into, edit, part)))
        edit.setText("珊瑚")
        rest(workspace)
        for _ in range(request["steps"]):
            said["steps"].append(timed(lambda: QTest.keyClick(edit, Qt.Key.Key_Return)))
        QTest.keyClick(edit, Qt.Key.Key_Escape)
        rest(workspace)
    window.let_close()
    window.close()
    workspace.close()
    Path(sys.argv[2]).write_text(json.dumps(said))
    return 0


if __name__ == "__main__":
    sys.exit(main())
