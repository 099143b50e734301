"""Credentials: secrets of accounts (CardDAV, mail), sealed once more inside the encrypted file.

Each secret is sealed by a key of its own, and that key by one derived from the data key; both seals
are bound to the store and the name. So a question, a copy of the rows, or a Reader, which has no
data key, gives nothing. They are no records: no change, no undo, no log and no export knows them.
"""

import secrets

from sqlalchemy import Connection

from app.domain.secret import Secret
from app.store import wrap
from app.store.errors import NoCredentialError
from app.store.header import canonical
from app.store.vault import DataKey
from app.store.wrap import Box

_PURPOSE = "credentials"


def put(connection: Connection, key: DataKey, name: str, secret: Secret) -> None:
    """Keep a secret under a name, in place of what was there; the old one is overwritten."""
    own = secrets.token_bytes(wrap.KEY_BYTES)
    text = secret.reveal().encode("utf-8", "surrogatepass")
    wrapped = wrap.seal(_sealing_key(key), own, _about(key, name, "key"))
    sealed = wrap.seal(own, text, _about(key, name, "secret"))
    connection.exec_driver_sql(
        "INSERT INTO credential (name, wrapped, sealed) VALUES (?, ?, ?) "
        "ON CONFLICT (name) DO UPDATE SET wrapped = excluded.wrapped, sealed = excluded.sealed",
        (name, _bytes(wrapped), _bytes(sealed)),
    )


def get(connection: Connection, key: DataKey, name: str) -> Secret:
    """The secret of a name; NoCredentialError where there is none, or its seal does not open."""
    row = connection.exec_driver_sql(
        "SELECT wrapped, sealed FROM credential WHERE name = ?", (name,)
    ).one_or_none()
    if row is None:
        raise NoCredentialError(name)
    own = wrap.unseal(_sealing_key(key), _box(row.wrapped), _about(key, name, "key"))
    text = own and wrap.unseal(own, _box(row.sealed), _about(key, name, "secret"))
    if text is None:
        raise NoCredentialError(name)
    return Secret(text.decode("utf-8", "surrogatepass"))


def names(connection: Connection) -> tuple[str, ...]:
    """What secrets are kept for, sorted; needs no key."""
    rows = connection.exec_driver_sql("SELECT name FROM credential ORDER BY name")
    return tuple(rows.scalars())


def remove(connection: Connection, name: str) -> bool:
    """Take a secret out for good; whether there was one.

    Its bytes are overwritten in the pages of the database (`secure_delete`, see engine.py), so that
    later backups do not hold them: SQLite copies free pages too. What SQLite cannot reach: the log
    until it is folded in, the disk's own free blocks, and backups made before. All are encrypted.
    """
    gone = connection.exec_driver_sql("DELETE FROM credential WHERE name = ?", (name,))
    return gone.rowcount > 0


def _sealing_key(key: DataKey) -> bytes:
    return wrap.derived_key(key.secret, _PURPOSE)


def _about(key: DataKey, name: str, what: str) -> bytes:
    """What a seal is bound to: neither another store's row nor another name's opens."""
    return canonical({"store": key.store, "credential": name, "what": what})


def _bytes(box: Box) -> bytes:
    return box.nonce + box.sealed


def _box(data: bytes) -> Box:
    return Box(data[: wrap.NONCE_BYTES], data[wrap.NONCE_BYTES :])
