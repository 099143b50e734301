"""Why a card is whose it is said to be, in the words of the command line."""

from app.cli.words import Words
from app.domain import merge
from app.domain.card import ReviewKind
from app.domain.matching import Agreement
from app.usecases.import_plan import PlannedCard

_OF_THE_NAME = frozenset({merge.NAME, merge.READING, merge.NICKNAME})


def reason(words: Words, card: PlannedCard) -> str:
    """What agrees with the person known, and for a card in doubt what does not."""
    if card.is_group:
        return words("reason_group")
    if card.review is None or card.review in {
        ReviewKind.VALUE_DIFFERS,
        ReviewKind.SEVERAL_PEOPLE,
    }:
        why = _agreed(words, card)
    else:
        why = words(f"review_{card.review}")
    if card.review is ReviewKind.NEAR_NAME and Agreement.DOMAIN in card.agreed:
        why = words("review_near_name_domain")
    if card.review is None:
        return why
    what = words("review_several_people")
    if card.review is not ReviewKind.SEVERAL_PEOPLE:
        what = _differing(words, card)
    return words("reason_both", why=why, what=what) if why and what else why or what


def _agreed(words: Words, card: PlannedCard) -> str:
    if Agreement.NEAR_NAME in card.agreed:
        domain = Agreement.DOMAIN in card.agreed
        return words("review_near_name_domain" if domain else "review_near_name")
    said = [words(f"agreement_{agreement}") for agreement in card.agreed]
    return words("reason_same", what=_listed(words, said)) if said else ""


def _differing(words: Words, card: PlannedCard) -> str:
    """Which fields say something else than is known."""
    apart_from = frozenset() if card.review is ReviewKind.VALUE_DIFFERS else _OF_THE_NAME
    differences = card.comparison.differences if card.comparison is not None else ()
    fields = [words(f"field_{d.field}") for d in differences if d.field not in apart_from]
    if not fields:
        return ""
    several = "reason_differ" if len(fields) > 1 else "reason_differs"
    return words(several, what=_listed(words, fields))


def _listed(words: Words, names: list[str]) -> str:
    first = words("comma").join(names[:-1])
    return words("and").join(part for part in (first, names[-1]) if part)
