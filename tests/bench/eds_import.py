"""The same cards into Evolution's address book, by its own client: for the system's Python (gi).

`python3 eds_import.py FILE CARDS`, in a message bus session and a home of its own. Nothing is
imported from here, and nothing of it runs in the program or in its tests.
"""

import sys
from pathlib import Path

import gi  # type: ignore[import-not-found]

gi.require_version("EDataServer", "1.2")
gi.require_version("EBook", "1.2")
gi.require_version("EBookContacts", "1.2")
from gi.repository import (  # type: ignore[import-not-found]  # noqa: E402
    EBook,
    EBookContacts,
    EDataServer,
)

AT_ONCE = 500
END = "END:VCARD\r\n"
AT_ONCE_CONNECTED = 0xFFFFFFFF
"""Not to wait for a server: there is none (else the client waits to the end of its patience)."""


def main() -> int:
    """Add all cards; whether as many are kept as were wished for."""
    text = Path(sys.argv[1]).read_bytes().decode("utf-8")
    cards = [card + END for card in text.split(END) if card.strip()]
    registry = EDataServer.SourceRegistry.new_sync(None)
    book = EBook.BookClient.connect_sync(
        registry.ref_builtin_address_book(), AT_ONCE_CONNECTED, None
    )
    for first in range(0, len(cards), AT_ONCE):
        some = [EBookContacts.Contact.new_from_vcard(c) for c in cards[first : first + AT_ONCE]]
        done, _uids = book.add_contacts_sync(some, EBookContacts.BookOperationFlags.NONE, None)
        if not done:
            return 1
    kept, uids = book.get_contacts_uids_sync('(contains "x-evolution-any-field" "")', None)
    return int(not kept or len(uids) != int(sys.argv[2]))


if __name__ == "__main__":
    sys.exit(main())
