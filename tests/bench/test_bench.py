"""The bench still runs, and says of each figure what it means. Nothing here asks how fast."""

import json
import sys
import time

import pytest
from PySide6.QtCore import QTimer

from tests.bench import stores
from tests.bench.__main__ import main
from tests.bench.heart import Stalls
from tests.bench.population import Population, vcard_file


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform != "linux", reason="needs the virtual desktop and /proc")
@pytest.mark.xdist_group("desktop")
def test_a_tiny_run_reports_every_figure(tmp_path, capsys):
    report = tmp_path / "report.json"
    assert main(["--tiny"], report) == 0
    said = json.loads(report.read_text("utf-8"))
    found = {figure["key"]: figure for figure in said["figures"]}
    letters = {key[0] for key in found}
    assert letters == set("abcdefghijkl")
    for figure in found.values():
        assert figure["median"] > 0
        assert figure["runs"] >= 1
        assert all(figure[part] for part in ("what", "start", "end", "store", "key_derivation"))
    printed = capsys.readouterr().out
    assert all(f"\n{key} " in printed for key in found)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_the_heart_feels_what_stands_still(qtbot):
    """The sabotage twin of R64: a slot that keeps the event loop waiting."""
    stalls = Stalls()
    stalls.begin("slept")
    QTimer.singleShot(0, lambda: time.sleep(0.2))
    qtbot.waitUntil(lambda: stalls.longest.get("slept", 0) >= 200)
    stalls.begin("rest")
    stalls.stop()
    assert stalls.alone["slept"] > 100
    assert stalls.worked["slept"] < 100


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_the_heart_tells_work_from_sleep(qtbot):
    def work():
        end = time.thread_time() + 0.15
        while time.thread_time() < end:
            pass

    stalls = Stalls()
    stalls.begin("worked")
    QTimer.singleShot(0, work)
    qtbot.waitUntil(lambda: stalls.longest.get("worked", 0) >= 150)
    stalls.begin("rest")
    stalls.stop()
    assert stalls.worked["worked"] > 100


def test_people_are_the_same_for_a_seed_and_their_ids_rise():
    people, again, other = (list(Population(300, 0, seed).people()) for seed in (1, 1, 2))
    assert people == again
    ids = [person.id for person in people]
    assert ids == sorted(set(ids))
    assert not set(ids) & {person.id for person in other}


def test_entries_are_of_people_that_exist_and_their_ids_rise():
    population = Population(50, 500)
    entries = list(population.entries())
    ids = [entry.id for entry in entries]
    people = {person.id for person in population.people()}
    assert ids == sorted(set(ids))
    assert not set(ids) & people
    assert all(set(entry.contact_ids) <= people for entry in entries)


def test_cards_are_as_many_as_wished_for():
    assert vcard_file(25).count(b"BEGIN:VCARD\r\n") == 25


def test_somebody_else_may_make_the_same_store_meanwhile(tmp_path, monkeypatch):
    make, theirs = stores._make, []

    def overtaken(*how):
        make(*how)
        monkeypatch.setattr(stores, "_make", make)
        theirs.append(stores.made(0, 0, 1))

    monkeypatch.setattr(stores, "BUILD", tmp_path)
    monkeypatch.setattr(stores, "_make", overtaken)
    assert stores.made(0, 0, 1).recovery_key == theirs[0].recovery_key
    assert list((tmp_path / "stores").iterdir()) == [theirs[0].folder.path.parent]
