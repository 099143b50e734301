"""A secret says nothing of itself, whoever shows, logs, copies or writes it (R70)."""

import copy
import json
import logging
import pickle
import traceback
from dataclasses import asdict, dataclass, replace
from pprint import pformat

import msgspec
import pytest

from app.domain.secret import Secret

MARK = "open sesame 開け"


@dataclass(frozen=True)
class Account:
    user: str
    password: Secret


def shown(secret, caplog):
    """All the ways in which a value is shown by accident."""
    account = Account("mio", secret)
    caplog.set_level(logging.DEBUG)
    logging.getLogger("t").info("%s %r", secret, account)
    said = [repr(secret), str(secret), f"{secret}", f"{secret!r:>40}", f"{secret:>40}"]
    said += ["%s %r" % (secret, secret), "{0}".format(secret)]  # noqa: UP030, UP031, UP032
    said += [repr(account), pformat(account), repr(asdict(account)), str(replace(account, user=""))]
    said += [repr([secret]), repr({"p": secret}), str(ValueError(secret)), caplog.text]
    for write in (json.dumps, pickle.dumps, msgspec.json.encode, copy.deepcopy, copy.copy):
        try:
            said.append(repr(write(secret)))
        except TypeError as error:
            said.append(str(error))
    try:
        raise LookupError(account)
    except LookupError as error:
        held = traceback.TracebackException.from_exception(error, capture_locals=True)
        said += held.format()
    return "\n".join(said)


def test_nothing_that_shows_values_shows_a_secret(caplog):
    assert MARK not in shown(Secret(MARK), caplog)
    assert Secret(MARK).reveal() == MARK


class Loose(Secret):
    """The twin: it shows itself as any text does."""

    def __str__(self):
        return self._text

    __repr__ = __str__

    def __format__(self, spec):
        return self._text


def test_a_loose_secret_is_seen(caplog):
    assert MARK in shown(Loose(MARK), caplog)


def test_neither_pickled_nor_hashed_nor_written_as_json():
    for write in (json.dumps, pickle.dumps, msgspec.json.encode, hash, vars):
        with pytest.raises(TypeError):
            write(Secret(MARK))


def test_equal_is_what_says_the_same():
    assert Secret(MARK) == Secret(MARK)
    assert Secret(MARK) != Secret("x")
    assert Secret(MARK) != MARK
    assert Secret("\ud800") != Secret("\ud801")
