"""Delivery: a message on its way to the window that listens for it."""

from multiprocessing.connection import Client
from multiprocessing.context import AuthenticationError

WAIT = 5.0
"""Seconds for an answer."""
BROKEN = (OSError, EOFError, ValueError, AuthenticationError)
"""What a visitor or a window can do wrong."""
_TAKEN = b"taken"


def deliver(address: str, key: bytes, data: bytes) -> bool:
    """Hand a message to a window that listens there and knows the key; False if none took it."""
    try:
        with Client(address, authkey=key) as connection:
            connection.send_bytes(data)
            return connection.poll(WAIT) and connection.recv_bytes(len(_TAKEN)) == _TAKEN
    except BROKEN:
        return False
