"""R19: a folder of data copied to an account whose keyring is empty is opened by the recovery key
and by the passphrase, and one wrong character of the key is named.
"""

import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from app.domain.change import Change, Edit, Verb
from app.domain.errors import ExpectedError
from app.store import recovery
from app.store.errors import KeyringError, RecoveryKeyTypoError
from app.store.folder import StoreFolder
from app.store.keyring_slot import Keyring
from app.store.store import create_store, open_store
from app.store.vault import create_vault, unlock
from app.store.wrap import PassphraseCost
from tests.bench.population import Population
from tests.soak.house import NOW, content, quick_place
from tests.soak.journal import Journal

if TYPE_CHECKING:
    from app.store.slots import Way

_LETTERS = "abcxyzABCXYZ0189 !?'\"\\/é가が漢字🙂ß-‑–"
_KINDS = ("recovery key", "passphrase")
_DEAR = 5
"""Every fifth vault costs what a passphrase really costs; the others differ in nothing else."""
_CHEAP_KIB = 64


class Drawer:
    """A keyring of an account; what `Keyring` asks of a backend."""

    def __init__(self) -> None:
        self.items: dict[str, str] = {}

    def get_password(self, _service: str, username: str) -> str | None:
        return self.items.get(username)

    def set_password(self, _service: str, username: str, password: str) -> None:
        self.items[username] = password

    def delete_password(self, _service: str, username: str) -> None:
        del self.items[username]


def keyring_of(drawer: Drawer) -> Keyring:
    """A keyring that is trusted and proven at once."""
    return Keyring(
        find=lambda: drawer,
        trusted=(f"{__name__}.Drawer",),
        limit=10,
        prove=lambda there, user, item, _limit: there.get_password("Enishi", user) == item,
    )


def sweep(count: int, seed: int, kib: int, folder: Path | None = None) -> bool:
    """So many vaults, each made with a keyring, copied, and opened without; whether all were."""
    journal = Journal("vaults", seed, kib, **({"folder": folder} if folder else {}))
    for number in journal.left(count):
        with tempfile.TemporaryDirectory(dir=quick_place()) as place:
            cost = kib if number % _DEAR == 0 else min(kib, _CHEAP_KIB)
            outcome = _round(Path(place), Random(f"{seed} {number}"), cost)
        journal.note(number, well=outcome == "opened", outcome=outcome, ways=list(_KINDS))
    return journal.ended(count, "outcome", "ways", _KINDS)


def _round(place: Path, chance: Random, kib: int) -> str:
    """One vault."""
    passphrase = "".join(chance.choices(_LETTERS, k=chance.randint(8, 60))).strip() + "x"
    here, there = StoreFolder(place / "here"), StoreFolder(place / "there")
    passes = 6 if kib >= PassphraseCost().memory_kib else 1
    vault = create_vault(
        here, passphrase, use_keyring=True, cost=PassphraseCost(kib, passes, 1),
        keyring=keyring_of(Drawer()),
    )  # fmt: skip
    create_store(here, vault)
    people = Population(chance.randint(1, 6), 6, chance.randrange(1 << 20)).people()
    with open_store(here, vault.data_key) as store:
        store.apply(Change(Verb.IMPORT, tuple(Edit(None, one) for one in people)), now=NOW)
    wanted = content(here.db, vault.data_key.secret)
    shutil.copytree(here.path, there.path)
    shutil.rmtree(here.path)
    try:
        unlock(there, keyring=keyring_of(Drawer()))
    except KeyringError:
        pass
    else:
        return "an empty keyring opened it"
    ways: tuple[Way, Way] = (
        {"recovery_key": _as_typed(vault.recovery_key, chance)},
        {"passphrase": passphrase},
    )
    for way in ways:
        try:
            key = unlock(there, **way)
            with open_store(there, key) as store:
                advice = store.advice
        except ExpectedError as error:
            return f"by {next(iter(way))}: {type(error).__name__}"
        if advice or content(there.db, key.secret) != wanted:
            return f"by {next(iter(way))}: not what it was"
    return _slip(there, vault.recovery_key, chance)


def _as_typed(key: str, chance: Random) -> str:
    """As somebody writes it: small or large letters, in groups or not."""
    text = chance.choice((key, key.lower(), key.replace("-", " "), key.replace("-", "")))
    return chance.choice((text, f" {text} ", text.replace("0", "o").replace("1", "l")))


def _slip(folder: StoreFolder, key: str, chance: Random) -> str:
    """One wrong character: refused, and its place and group are said."""
    places = [at for at, c in enumerate(key) if c != "-"]
    number = chance.randrange(len(places))
    right = key[places[number]]
    wrong = chance.choice([c for c in recovery._ALPHABET if c != right])
    typed = key[: places[number]] + wrong + key[places[number] + 1 :]
    try:
        unlock(folder, recovery_key=typed)
    except RecoveryKeyTypoError as error:
        named = (error.places, error.groups) == ((number + 1,), (number // recovery.GROUP + 1,))
        return "opened" if named else "a wrong character was not named"
    return "a wrong character was accepted"
