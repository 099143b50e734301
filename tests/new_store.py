"""Stores for tests that are about something else: made once by the program itself, then copied.

Making one takes the disk and the processor some 60 ms, copying it a few. All copies of one kind
bear the same name and the same keys: a test that needs two different stores makes the other itself.
"""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from app.store.folder import StoreFolder
from app.store.store import create_store
from app.store.vault import NewVault, create_vault
from app.store.wrap import PassphraseCost


def new_store(folder: StoreFolder, passphrase: str, cost: PassphraseCost) -> NewVault:
    """An empty store in a folder that does not exist yet, without a keyring."""
    made, vault = _made(passphrase, cost)
    folder.path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(made, folder.path)  # with the modes of folders and files
    return vault


@cache
def _made(passphrase: str, cost: PassphraseCost) -> tuple[Path, NewVault]:
    place = Path(tempfile.mkdtemp(prefix="enishi-made-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    folder = StoreFolder(place / "store")
    vault = create_vault(folder, passphrase, use_keyring=False, cost=cost)
    create_store(folder, vault)
    return folder.path, vault
