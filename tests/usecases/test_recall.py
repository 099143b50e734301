"""Faces to be recalled, and the hint for whoever was not."""

from datetime import date, timedelta

from app.domain.remark import RemarkKind
from app.domain.reminder import FollowUpKind
from app.usecases import people, recall, reconnect, remarks, undoing
from app.usecases.today import due
from tests.usecases.conftest import at, person

DAY = date(2026, 10, 15)
NOW = at(DAY)


def added(store, name, **more):
    return people.add(store, person(name, **more), now=NOW).subject


def test_a_picture_or_a_note_on_the_face_makes_a_face(store):
    plain = added(store, "plain")
    noted = added(store, "noted")
    remarks.add(store, noted, RemarkKind.FACE, "round glasses", now=NOW)
    remarks.add(store, noted, RemarkKind.FACE, "laughs loudly", now=NOW)
    remarks.add(store, plain, RemarkKind.PLEASES, "tea", now=NOW)
    gone = added(store, "gone")
    remarks.add(store, gone, RemarkKind.FACE, "tall", now=NOW)
    people.delete(store, [gone], now=NOW)
    (face,) = recall.faces(store, DAY)
    assert face.contact.id == noted
    assert set(face.notes) == {"round glasses", "laughs loudly"}
    for remark in store.remarks(noted):
        remarks.lay_aside(store, remark, now=NOW)
    assert recall.faces(store, DAY) == ()


def test_not_recalled_comes_up_from_tomorrow_on_and_can_be_taken_back(store):
    who = added(store, "who")
    change = recall.not_recalled(store, who, "hard to recall", now=NOW)
    (follow_up,) = store.follow_ups(who)
    assert (follow_up.kind, follow_up.due) == (FollowUpKind.TYPED, DAY + timedelta(1))
    assert due(store, DAY).people == ()
    (found,) = due(store, DAY + timedelta(1)).people
    assert [reason.text for reason in found.reasons] == ["hard to recall"]
    assert change.seq is not None
    undoing.undo(store, now=NOW)
    assert store.follow_ups(who) == ()


def test_whoever_waits_already_is_not_pressed_twice(store):
    who = added(store, "who")
    reconnect.set_follow_up(store, who, DAY + timedelta(9), "ask", now=NOW)
    assert recall.not_recalled(store, who, "hard", now=NOW).edits == ()
    assert [f.note for f in store.follow_ups(who)] == ["ask"]
