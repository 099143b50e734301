"""Enishi: relationships kept from business cards. `python -m app` starts it."""
