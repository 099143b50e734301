"""What is odd about a store that opens, and no reason to refuse it (R8)."""

from enum import StrEnum


class Advice(StrEnum):
    """Something that a person should know, though the store opens (R8)."""

    RECOVERED = "recovered"  # the last session ended without closing; its commits are here
    LOG_LOST = (
        "log_lost"  # it ended without closing and its log is gone: the last commits may be lost
    )
    OLDER_DATABASE = "older_database"  # an older copy of the database was put in place
    OLDER_HEADER = "older_header"  # an older copy of the header was put in place
    HEADER_COPY_DAMAGED = "header_copy_damaged"  # one of its two copies is damaged, gone or behind


AT_RISK = frozenset({Advice.LOG_LOST, Advice.OLDER_DATABASE, Advice.OLDER_HEADER})
"""Advice that may mean lost data; the rest mends itself with the next session."""
