"""Credentials: what signs in to an account elsewhere (CardDAV, mail). Not undoable, never exported.

A name says service and account, such as `carddav:mio@example.org`; it shows in lists and errors.
"""

from typing import TYPE_CHECKING, Final

from app.domain.secret import Secret

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

LONGEST_NAME: Final = 255
LONGEST_SECRET: Final = 64 * 1024
"""Characters; tokens that servers give have a few thousand."""


def put(store: "Store", name: str, secret: Secret) -> None:
    """Keep a secret under a name, in place of what was there. ValueError if either is empty or too
    long, or the name is not printable; it never says the secret.
    """
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ValueError("the name of a credential")
    if not 0 < len(secret.reveal()) <= LONGEST_SECRET:
        raise ValueError("the length of a secret")
    store.put_credential(name, secret)


def get(store: "Store", name: str) -> Secret:
    """The secret of a name; NoCredentialError where there is none that opens."""
    return store.credential(name)


def names(reader: "Reader") -> tuple[str, ...]:
    """What secrets are kept for, sorted."""
    return reader.credential_names()


def remove(store: "Store", name: str) -> bool:
    """Take a secret out for good (what that means: `store/credentials.py`); whether there was
    one.
    """
    return store.remove_credential(name)
