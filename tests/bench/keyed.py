"""`python -m tests.bench.keyed FOLDER RECOVERY_KEY`: puts the key of a store into the keyring."""

import sys
from dataclasses import replace
from pathlib import Path

from app.store import header as headers
from app.store.folder import StoreFolder
from app.store.keyring_slot import Keyring
from app.store.vault import KEYRING, keyring_slot, unlock


def main() -> int:
    """Give the store a slot that the keyring of this session opens, beside those that it has."""
    folder = StoreFolder(Path(sys.argv[1]))
    key = unlock(folder, recovery_key=sys.argv[2])
    header = headers.trusted(headers.read_headers(folder), key.secret)
    if header is None:
        return 1
    others = tuple(slot for slot in header.slots if slot.get("kind") != KEYRING)
    slots = (*others, keyring_slot(key, Keyring()))
    headers.write_header(folder, replace(header, slots=slots), key.secret)
    return 0


if __name__ == "__main__":
    sys.exit(main())
