"""What could not be read comes back as files that can be put right and imported again."""

from datetime import date

from app.usecases import importing, rejected
from app.usecases.import_plan import Outcome
from tests.usecases.conftest import at, bring_in, everyone

NOW = at(date(2026, 10, 15))
HEAD = "会社名,氏名,e-mail\r\n"
ROW = "北山設計,佐藤 健一,kenichi@kitayama.example\r\n"
OPEN = '北山設計,"高橋,misaki@minato.example'
GOOD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Good\r\nEND:VCARD\r\n"
HALF = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:half"


def written(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def planned(store, *paths):
    return importing.preview(store, importing.read_files(paths))


def test_nothing_rejected(store, tmp_path):
    plan = planned(store, written(tmp_path, "a.vcf", GOOD))
    assert rejected.of_cards(plan.of(Outcome.UNREADABLE)) == ()


def test_cards_are_byte_for_byte_what_they_were(store, tmp_path):
    plan = planned(store, written(tmp_path, "a.vcf", GOOD + HALF))
    (file,) = rejected.of_cards(plan.of(Outcome.UNREADABLE))
    assert (file.content, file.is_table) == (HALF, False)


def test_rows_stand_under_their_headers_and_are_imported_again(store, tmp_path):
    table = written(tmp_path, "a.csv", (HEAD + ROW + OPEN + "\r\n" + ROW).encode("cp932"))
    outcome = bring_in(store, *importing.read_files([table]), now=NOW)
    (batch,) = store.batches()
    now_saved = rejected.of_cards(outcome.plan.of(Outcome.UNREADABLE))
    later_saved = rejected.of_batch(store, batch)
    assert now_saved == later_saved
    (file,) = later_saved
    assert file.is_table
    assert file.content == (HEAD + OPEN + "\r\n").encode("cp932")
    put_right = written(tmp_path, "rejected.csv", file.content.replace(b'"', b""))
    bring_in(store, *importing.read_files([put_right]), now=NOW)
    assert [c.name.full for c in everyone(store)] == ["佐藤 健一", "高橋"]


def test_cards_and_rows_of_several_tables_are_files_of_their_own(store, tmp_path):
    other = "氏名;会社\r\n" + '"open;x\r\n' + "佐藤;y\r\n"
    paths = [
        written(tmp_path, "a.csv", (HEAD + OPEN + "\r\n" + ROW).encode()),
        written(tmp_path, "b.vcf", HALF),
        written(tmp_path, "c.csv", other.encode()),
        written(tmp_path, "d.vcf", HALF),
    ]
    bring_in(store, *importing.read_files(paths), now=NOW)
    files = rejected.of_batch(store, store.batches()[0])
    assert [file.is_table for file in files] == [False, True, True]
    assert files[0].content == HALF + b"\r\n" + HALF
    assert files[1].content == (HEAD + OPEN + "\r\n").encode()
    assert files[2].content == '氏名;会社\r\n"open;x\r\n'.encode()


def test_headers_of_rejected_rows_outlive_a_sweep(store, tmp_path):
    table = written(tmp_path, "a.csv", (HEAD + OPEN + "\r\n" + ROW).encode())
    bring_in(store, *importing.read_files([table]), now=NOW)
    from app.usecases import people

    before = rejected.of_batch(store, store.batches()[0])
    people.delete(store, [everyone(store)[0].id], now=NOW)
    store.empty_bin(at(date(2027, 3, 1)).instant)
    assert rejected.of_batch(store, store.batches()[0]) == before
    assert before[0].content.startswith(HEAD.encode())
