"""Notes that are being typed: whenever the program is killed, no more than the last second of it is
lost, and it goes on at the same card.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from app.store.check import check
from app.store.folder import StoreFolder
from app.store.settings import DraftSetting
from app.store.store import create_store, open_reader, open_store
from app.store.vault import DataKey, create_vault
from app.ui.pages.notes.drafts import NoteDrafts
from app.usecases.evenings import look
from tests.bench.stores import ROOT
from tests.screens.kept import CHEAP, NOW
from tests.screens.notes import CARDS, HERE, gathering, person, put
from tests.soak.journal import Journal
from tests.soak.typist import PASSPHRASE, PUT_OFF, words_of

SECOND = 1.0
_BEGINS_WITHIN = 60.0


@dataclass(frozen=True)
class Key:
    """A key that was handled: when, on whose card, and how many of its words stood there then."""

    at: float
    who: str
    typed: int


def sweep(
    count: int,
    seed: int,
    longest: int,
    folder: Path | None = None,
    *,
    behind: float = SECOND,
    put_off: bool = False,
    first: float = 0.3,
) -> bool:
    """Kill the typist at random moments, at the latest after `longest` seconds; whether never more
    than the last `behind` seconds were lost.
    """
    journal = Journal("typing", seed, longest, **({"folder": folder} if folder else {}))
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place, "whole")
        key = _store(whole)
        for number in journal.left(count):
            one = Path(shutil.copytree(whole, Path(place, "round")))
            delay = random.Random(f"{seed}-{number}").uniform(first, longest)
            _round(journal, number, one, key, delay, behind, put_off=put_off)
            shutil.rmtree(one)
    done = [said["lost"] for n, said in journal.rounds.items() if n < count]
    print(f"keys lost, at most: {max(done, default=0)}")
    return journal.ended(count, "outcome")


def _store(path: Path) -> DataKey:
    folder = StoreFolder(path)
    vault = create_vault(folder, PASSPHRASE, use_keyring=False, cost=CHEAP)
    create_store(folder, vault)
    at = replace(gathering("en"), people=())
    with open_store(folder, vault.data_key) as store:
        put(store, at, [person(row, at) for row in CARDS])
    return vault.data_key


def _command(how: str, path: Path, log: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "tests.soak.typist", how, str(path), str(log), *more]


def _round(
    journal: Journal,
    number: int,
    path: Path,
    key: DataKey,
    delay: float,
    behind: float,
    *,
    put_off: bool,
) -> None:
    log = path / "typed.log"
    more = (PUT_OFF,) if put_off else ()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    typist = subprocess.Popen(_command("type", path, log, *more), cwd=ROOT, env=environment)
    try:
        begun = time.monotonic()
        while not _keys(log) and time.monotonic() < begun + _BEGINS_WITHIN:
            time.sleep(0.01)
        time.sleep(delay)
    finally:
        killed = time.monotonic()
        typist.send_signal(signal.SIGKILL)
        typist.wait()
    keys = _keys(log)
    log.unlink(missing_ok=True)
    try:
        outcome, lost = _outcome(path, key, keys, killed - behind, words_of(put_off=put_off))
        shown = json.loads(
            subprocess.run(
                _command("look", path, log), cwd=ROOT, env=environment, capture_output=True,
                check=True, text=True,
            ).stdout
        )  # fmt: skip
    except Exception as error:  # noqa: BLE001 - whatever an opening raises is what the sweep is for
        journal.note(number, well=False, outcome=repr(error), lost=-1, delay=round(delay, 2))
        return
    if outcome == "kept" and shown["shown"] not in _shown_since(keys, killed - behind):
        outcome = f"another card: {shown}"
    journal.note(
        number, well=outcome == "kept", outcome=outcome, lost=lost, delay=round(delay, 2),
        keys=len(keys),
    )  # fmt: skip


def _keys(log: Path) -> list[Key]:
    if not log.exists():
        return []
    lines = log.read_text("utf-8").splitlines()
    split = (line.split() for line in lines)
    return [Key(float(at), who, int(typed)) for at, who, typed in split]


def _shown_since(keys: list[Key], moment: float) -> set[str]:
    """Whose cards were shown since a moment, and the one that was shown at it."""
    before = [key.who for key in keys if key.at <= moment][-1:] or [keys[0].who]
    return {*before, *(key.who for key in keys if key.at > moment)}


def _outcome(
    path: Path, key: DataKey, keys: list[Key], moment: float, typed_words: str
) -> tuple[str, int]:
    """Whether all that was typed until a moment is there, and how many keys are not."""
    folder = StoreFolder(path)
    report = check(folder, key)
    if report.problems:
        return f"problems: {report.problems}", -1
    with open_reader(folder, key) as reader:
        known = look(reader, HERE, NOW)
        drafts = NoteDrafts.from_text(reader.setting(DraftSetting.EVENINGS)).of(HERE)
    assert known is not None
    kept = {
        card.contact.id: drafts.cards.get(card.contact.id, {}).get("talked", card.notes.talked)
        for card in known.cards
    }
    for words in kept.values():
        if not typed_words.startswith(words.rstrip()):
            return f"other words: {words}", -1
    order = [card.contact.id for card in known.cards]
    total = {who: len(words) for who, words in kept.items()}
    # The last letter of the words is a space, which notes that are finished do not keep.
    full = len(typed_words.strip())
    have = sum(min(total[who], full) for who in order)
    typed = _typed(keys, float("inf"), order, full)
    wanted = _typed(keys, moment, order, full)
    return ("kept" if have >= wanted else f"{wanted - have} keys too many lost"), typed - have


def _typed(keys: list[Key], until: float, order: list[str], full: int) -> int:
    """How many letters stood on all cards at a moment."""
    there = dict.fromkeys(order, 0)
    for key in keys:
        if key.at <= until:
            there[key.who] = min(max(there[key.who], key.typed), full)
    return sum(there.values())
