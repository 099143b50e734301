"""The counts of a comparison: whatever is answered, every card is counted, and once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain import merge
from app.domain.card import KeptLine, ReadCard, ReviewKind, Unreadable
from app.domain.contact import Contact, Name
from app.ui.models.import_session import Group, Session
from app.usecases.import_plan import Found, ImportPlan, Outcome, PlannedCard, ReadFile

KNOWN = Contact(id="known", name=Name("相原 みどり"), organization="前の会社")
SAID = replace(KNOWN, id="", organization="次の会社")


def read(index: int, outcome: Outcome) -> ReadCard:
    contact = None if outcome is Outcome.UNREADABLE else SAID
    reason = Unreadable.NO_END if contact is None else None
    kept = (KeptLine(index, "BDAY:いつか"),) if index % 3 == 0 and contact else ()
    return ReadCard(index + 1, 1, b"", "utf-8", f"d{index}", contact, reason, kept=kept)


def planned(file: ReadFile, index: int, outcome: Outcome) -> PlannedCard:
    known = outcome in {Outcome.SAME, Outcome.CHANGED, Outcome.REVIEW}
    return PlannedCard(
        index,
        "cards.vcf",
        file.cards,
        0,
        outcome,
        "known" if known else None,
        lines=file.cards[index].kept,
        found=Found(
            review=ReviewKind.VALUE_DIFFERS if outcome is Outcome.REVIEW else None,
            candidates=("known",) if known else (),
            known_ones=(KNOWN,),
            known_at=0 if known else None,
        ),
    )


def give(session: Session, card: PlannedCard, answer: str) -> None:
    """One press of the person."""
    match answer:
        case "merge":
            session.merge(card)
        case "different":
            session.different(card)
        case "later":
            session.later(card)
        case "out" | "in":
            session.leave_out(card, answer == "out")
        case "all who are certain":
            for sure in session.sure():
                session.merge(sure)
        case "value":
            session.take(card, merge.ORGANIZATION, True)


PRESSES = ["merge", "different", "later", "out", "in", "all who are certain", "value"]
ANSWERS = st.lists(st.tuples(st.integers(0, 11), st.sampled_from(PRESSES)), max_size=40)


@given(st.lists(st.sampled_from(list(Outcome)), min_size=1, max_size=12), ANSWERS)
def test_every_card_is_counted_once(
    outcomes: list[Outcome], answers: list[tuple[int, str]]
) -> None:
    file = ReadFile("cards.vcf", [read(at, outcome) for at, outcome in enumerate(outcomes)])
    cards = tuple(planned(file, at, outcome) for at, outcome in enumerate(outcomes))
    session = Session(ImportPlan((file,), cards))
    for at, answer in answers:
        card = cards[at % len(cards)]
        give(session, card, answer)
        counts = session.counts()
        assert counts.cards == len(cards)
        assert min(counts.new, counts.same, counts.review, counts.unreadable) >= 0
        assert counts.left_out == len(session.left_out)
        # Counted by hand.
        assert counts.new == sum(session.group(c) is Group.NEW for c in cards)
        assert counts.same == sum(session.group(c) is Group.SAME for c in cards)
        assert counts.review == sum(session.group(c) is Group.REVIEW for c in cards)
        assert counts.unreadable == sum(session.group(c) is Group.UNREAD for c in cards)
        assert counts.lines == sum(len(c.read.kept) for c in cards)
    again = Session(session.plan)
    again.carry(session)
    assert again.counts() == session.counts()
