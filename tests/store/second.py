"""Brings backups of a store to a second place, in a process that runs out of room.

    python -m tests.store.second STORE STORE-ID PLACE [MOST-BYTES-A-FILE]

Prints what came of it: `copied`, or the trouble.
"""

import resource
import signal
import sys
from pathlib import Path

from app.store.errors import SecondPlaceError
from app.store.folder import StoreFolder
from app.store.second_place import bring


def main(store: str, store_id: str, place: str, most: str = "") -> None:
    if most:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), int(most)))
    try:
        bring(StoreFolder(Path(store)), Path(place), store_id)
    except SecondPlaceError as error:
        sys.stdout.write(error.trouble)
    else:
        sys.stdout.write("copied")


if __name__ == "__main__":
    main(*sys.argv[1:])
