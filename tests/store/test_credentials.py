"""Secrets of accounts: sealed once more in the store, and nowhere else (R21, R70)."""

import base64
import logging

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import select

from app.cli import command
from app.domain.change import Change, Verb
from app.domain.secret import Secret
from app.store import backup, schema, wrap
from app.store import credentials as rows
from app.store.check import check
from app.store.errors import NoCredentialError
from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.store.vault import unlock
from app.ui import crash
from app.usecases import credentials, exporting
from tests.store.conftest import MIO, PASSPHRASE, TARO, adding, at

MARK = "Sentinelへのへの-hunter2"
NAME = "carddav:mio@komorebi.example"
_PAGE, _RESERVED, _SALT, _IV = 4096, 80, 16, 16


def pages(path, key):
    """All pages of a database in plain, those that are free as well: what the engine would give."""
    data, plain = path.read_bytes(), b""
    for start in range(0, len(data), _PAGE):
        page = data[start : start + _PAGE]
        iv = page[-_RESERVED:][:_IV]
        decryptor = Cipher(algorithms.AES(key.secret), modes.CBC(iv)).decryptor()
        plain += decryptor.update(page[_SALT if not start else 0 : -_RESERVED])
    assert b"CREATE TABLE credential" in plain
    return plain


def spellings(text):
    raw = text.encode()
    return {
        raw,
        text.encode("utf-16-le"),
        base64.b64encode(raw)[2:-4],
        raw.hex().encode(),
        repr(text).encode(),
    }


def hits(text, *places):
    return [place for place in places for spelling in spellings(text) if spelling in place]


def test_put_get_names_remove_and_over_a_restart(home):
    with home.open() as store:
        assert credentials.names(store) == ()
        credentials.put(store, NAME, Secret(MARK))
        credentials.put(store, "mail:mio", Secret("x" * credentials.LONGEST_SECRET))
        credentials.put(store, "mail:mio", Secret("short"))
    with home.open() as store:
        assert credentials.names(store) == (NAME, "mail:mio")
        assert credentials.get(store, NAME) == Secret(MARK)
        assert credentials.get(store, "mail:mio") == Secret("short")
        assert credentials.remove(store, NAME)
        assert not credentials.remove(store, NAME)
        with pytest.raises(NoCredentialError) as caught:
            credentials.get(store, NAME)
        assert caught.value.name == NAME
        assert credentials.names(store) == ("mail:mio",)
    assert check(home.folder, home.vault.data_key).is_sound


@pytest.mark.parametrize(
    ("name", "secret"),
    [("", "x"), ("a" * 256, "x"), ("a\nb", "x"), ("\ud800", "x"), ("a", ""), ("a", "x" * 65537)],
)
def test_what_is_no_name_or_no_secret_is_a_fault(store, name, secret):
    with pytest.raises(ValueError, match=r"the (name|length) of"):
        credentials.put(store, name, Secret(secret))
    assert credentials.names(store) == ()


def test_neither_undone_nor_in_the_change_log(store):
    store.apply(Change(Verb.ADD_CONTACT, adding(TARO)), now=at())
    credentials.put(store, NAME, Secret(MARK))
    (logged,) = store.changes_on(at().today)
    assert logged.verb is Verb.ADD_CONTACT
    store.undo(at())
    assert store.contact(TARO.id) is None
    assert credentials.get(store, NAME) == Secret(MARK)
    kept = [text for table, text in everything(store).items() if table != "credential"]
    assert "credential" not in "".join(kept)
    assert NAME not in "".join(kept)


def test_a_row_opens_in_its_own_store_under_its_own_name_alone(home, make_home):
    with home.open() as store, make_home("other").open() as other:
        credentials.put(store, "a", Secret(MARK))
        with store._question() as c:
            row = c.exec_driver_sql("SELECT wrapped, sealed FROM credential").one()
        for target, name in ((store, "b"), (other, "a")):
            with target._writing() as c:
                c.exec_driver_sql("INSERT INTO credential VALUES (?, ?, ?)", (name, *row))
            with pytest.raises(NoCredentialError):
                credentials.get(target, name)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE credential SET wrapped = x'00'", "UPDATE credential SET sealed = zeroblob(99)"],
)
def test_a_changed_row_is_said_to_be_none(store, statement):
    credentials.put(store, NAME, Secret(MARK))
    with store._writing() as c:
        c.exec_driver_sql(statement)
    with pytest.raises(NoCredentialError):
        credentials.get(store, NAME)
    credentials.put(store, NAME, Secret(MARK))
    assert credentials.get(store, NAME) == Secret(MARK)


def test_equal_secrets_are_sealed_differently(store):
    for name in ("a", "b"):
        credentials.put(store, name, Secret(MARK))
    with store._question() as c:
        one, two = c.exec_driver_sql("SELECT wrapped, sealed FROM credential").all()
    assert not set(one) & set(two)


def everything(reader):
    """Every row of every table, as a question gives it."""
    with reader._question() as c:
        names = c.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        tables = [schema.metadata.tables[name] for name in names if name in schema.metadata.tables]
        return {table.name: str(c.execute(select(table)).all()) for table in tables}


def as_json(folder, tmp_path):
    """What the command line says of a person, to standard output."""
    words = tmp_path / "words"
    words.write_text(PASSPHRASE, encoding="utf-8")
    where = ["--store", str(folder.path), "--passphrase-file", str(words)]
    assert command.run([*where, "show", TARO.id, "--json"]) == 0


def session(home, tmp_path, capfd, caplog):
    """All that a session with a secret leaves behind, is said, exported or read back."""
    caplog.set_level(logging.DEBUG)
    with home.open() as store:
        store.apply(Change(Verb.IMPORT, adding(TARO, MIO)), now=at())
        credentials.put(store, NAME, Secret(MARK))
        held = credentials.get(store, NAME)
        try:
            raise LookupError(held)
        except LookupError as error:
            said = [repr(error), str(error), crash.report(type(error), error.__traceback__)]
            logging.getLogger("app").info("%s", held, exc_info=True)
        copy = backup.make(home.folder, home.vault.data_key, tmp_path / "copy.enishi")
        for form in exporting.Format:
            exporting.export(store, tmp_path / f"out.{form.value}", form=form)
        open_files = [p.read_bytes() for p in home.folder.path.iterdir() if p.is_file()]
    restored = StoreFolder(tmp_path / "restored")
    backup.restore(copy, restored, now=at().instant, passphrase=PASSPHRASE)
    with open_reader(restored, unlock(restored, passphrase=PASSPHRASE)) as reader:
        assert credentials.names(reader) == (NAME,)
        read = everything(reader).values()
    with open_store(restored, unlock(restored, passphrase=PASSPHRASE)) as store:
        assert credentials.get(store, NAME) == Secret(MARK)
    as_json(restored, tmp_path)
    files = [p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()]
    plain = [pages(f.db, home.vault.data_key) for f in (home.folder, restored)]
    out = capfd.readouterr()
    return [*files, *open_files, *plain, *(t.encode() for t in (*said, *read, *out, caplog.text))]


def test_a_session_shows_no_secret(home, tmp_path, capfd, caplog):
    places = session(home, tmp_path, capfd, caplog)
    assert len(places) > 40
    assert any(TARO.organization.encode() in place for place in places)
    assert hits(MARK, *places) == []


class Unsealed:
    """The twin's seal: none."""

    KEY_BYTES, NONCE_BYTES, derived_key = wrap.KEY_BYTES, wrap.NONCE_BYTES, wrap.derived_key

    @staticmethod
    def seal(_key, secret, _about):
        return wrap.Box(bytes(wrap.NONCE_BYTES), secret)

    @staticmethod
    def unseal(_key, box, _about):
        return box.sealed


@pytest.mark.parametrize("guard", ["the seal", "the type"])
def test_the_twin_without_a_guard_shows_it(home, tmp_path, capfd, caplog, monkeypatch, guard):
    if guard == "the seal":
        monkeypatch.setattr(rows, "wrap", Unsealed)
    else:
        monkeypatch.setattr(Secret, "__repr__", Secret.reveal)
        monkeypatch.setattr(Secret, "__str__", Secret.reveal)
    assert hits(MARK, *session(home, tmp_path, capfd, caplog))


def sealed_parts(store, name):
    """Pieces of the two seals of a secret, as they lie on its pages, overflow included."""
    with store._question() as c:
        row = c.exec_driver_sql("SELECT wrapped, sealed FROM credential WHERE name = ?", (name,))
        wrapped, sealed = row.one()
    return [wrapped, *(sealed[n : n + 64] for n in range(0, len(sealed) - 64, 4096))]


def taken_out(home, how):
    """What is left of a long and a short secret on the pages of the store, and of a backup."""
    with home.open() as store:
        for name in ("a", "gone", "long", "z"):
            secret = MARK * (1000 if name == "long" else 4)
            credentials.put(store, name, Secret(secret))
        parts = [part for name in ("gone", "long") for part in sealed_parts(store, name)]
        others = [part for name in ("a", "z") for part in sealed_parts(store, name)]
    there = pages(home.folder.db, home.vault.data_key)
    parts = [part for part in parts if part in there]  # not across the end of a page
    assert len(parts) > 6
    assert all(part in there for part in others)
    with home.open() as store:
        for name in ("gone", "long"):
            how(store, name)
        path = backup.make(home.folder, home.vault.data_key, home.folder.path / "b.enishi")
    database = backup.unpack(path, home.folder.path.parent / f"{how.__name__}.db")
    left = [pages(f, home.vault.data_key) for f in (home.folder.db, database)]
    assert all(part in data for data in left for part in others)
    return [part for data in left for part in parts if part in data]


def put_anew(store, name):
    credentials.put(store, name, Secret("another"))


@pytest.mark.parametrize("how", [credentials.remove, put_anew])
def test_what_is_taken_out_is_overwritten(home, how):
    assert taken_out(home, how) == []


def careless(store, name):
    """The twin: what is deleted is left where it lies."""
    with store._question() as c:
        c.exec_driver_sql("PRAGMA secure_delete=OFF")
    credentials.remove(store, name)


def test_the_twin_without_overwriting_leaves_it(home):
    assert taken_out(home, careless)
