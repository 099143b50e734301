"""Since last time: what came from a person since we were last in touch, and what is promised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.interaction import NO_CONTACT, Initiative, Interaction
from app.domain.promise import Promise, Side


@dataclass(frozen=True, slots=True)
class Since:
    """`last` is when we were last in touch by my doing or both's; `heard` came from them since, the
    newest first; `mine` and `theirs` are the promises still open.
    """

    last: Interaction | None = None
    heard: tuple[Interaction, ...] = ()
    mine: tuple[Promise, ...] = ()
    theirs: tuple[Promise, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to know before the next talk."""
        return not (self.heard or self.mine or self.theirs)


def since(acts: Sequence[Interaction], promises: Iterable[Promise]) -> Since:
    """What is new of one person; `acts` newest first. Without a last time all of theirs is."""
    heard: list[Interaction] = []
    last: Interaction | None = None
    for act in acts:
        if act.kind in NO_CONTACT:
            continue
        if act.initiative is not Initiative.THEM:
            last = act
            break
        heard.append(act)
    still_open = [promise for promise in promises if promise.kept_on is None]
    return Since(
        last,
        tuple(heard),
        tuple(p for p in still_open if p.by is Side.ME),
        tuple(p for p in still_open if p.by is Side.THEM),
    )
