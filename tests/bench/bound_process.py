"""What must not take longer, or more, than so much; its own process, told by marked lines.

`python -m tests.bench.bound_process eat|spin|silent|window FOLDER SILENCE`: after so many seconds
of silence a child is ended here; the program itself waits longer.
"""

import itertools
import resource
import sys
import time
from pathlib import Path

from tests.bench.events import tell_value

SPINNING = 1
"""Processor seconds that a card may take here."""
_BAD_CHILD = Path(__file__).resolve().parents[1] / "interchange" / "bad_child.py"
_TRAP = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:TRAP\r\nEND:VCARD\r\n"


def hostile(way: str, folder: Path, silence: float) -> None:
    """A child that goes wrong: how long it lives and works (ms), how much it takes (MiB)."""
    from app.interchange import child, reading
    from app.interchange.limits import Limits

    reading._SILENT_AT_MOST = silence
    path = folder / "trap.vcf"
    path.write_text(_TRAP, "utf-8")
    limits = Limits(cpu_seconds=SPINNING) if way == "spin" else Limits()
    named = {"eat": "eat", "spin": "spin", "silent": "sleep"}[way]
    argv = [sys.executable, str(_BAD_CHILD), named, child.FLAG]
    begun = time.perf_counter()
    (card,) = reading.read_cards(path, limits=limits, argv=argv)
    assert card.reason is not None
    tell_value("lived", (time.perf_counter() - begun) * 1000)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    tell_value("worked", (used.ru_utime + used.ru_stime) * 1000)
    tell_value("took", used.ru_maxrss / 1024)


def window(folder: Path) -> None:
    """The longest gap (ms) between two turns of the event loop while the key is stretched."""
    from PySide6.QtWidgets import QApplication

    from app.store.folder import StoreFolder
    from app.store.store import create_store
    from app.store.vault import NewVault, create_vault
    from app.ui.background import Background
    from app.ui.first_run.scene import LOCK, FirstRun
    from app.ui.look.theme import Theme

    place = StoreFolder(folder / "store")

    def make(words: str, use_keyring: bool) -> NewVault:
        vault = create_vault(place, words, use_keyring=use_keyring)
        create_store(place, vault)
        return vault

    app = QApplication([])
    background = Background()
    scene = FirstRun(background, Theme(app), make, lambda: False)
    scene.resize(1280, 820)
    scene.show()
    scene.lock.field.set_text("seven lamps by the sea")
    app.processEvents()
    scene.lock.button.click()
    beats = [time.perf_counter()]
    while scene.step == LOCK and beats[-1] - beats[0] < 60:
        app.processEvents()
        time.sleep(0.001)
        beats.append(time.perf_counter())
    assert scene.step != LOCK
    tell_value("gap", max(b - a for a, b in itertools.pairwise(beats)) * 1000)
    scene.close()
    background.close()


if __name__ == "__main__":
    way, folder = sys.argv[1], Path(sys.argv[2])
    if way == "window":
        window(folder)
    else:
        hostile(way, folder, float(sys.argv[3]))
