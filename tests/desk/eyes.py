"""Eyes: what a screen reader sees of the windows, asked of the accessibility bus (AT-SPI)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desk.waiting import PATIENCE, WaitedInVainError, until

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
TEXT = "org.a11y.atspi.Text"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
NOWHERE = "/org/a11y/atspi/null"
ON_SCREEN = 0
ANSWER_WITHIN = 20.0

Address = tuple[str, str]

STATES = {
    "active": 1, "checked": 4, "enabled": 8, "focused": 12, "selected": 23, "showing": 25,
    "visible": 30,
}  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """One thing on the screen, as it was when it was looked at. What is seldom wanted is asked for
    when it is: a look at all of them would take half as long again.
    """

    eyes: Eyes = field(repr=False, compare=False)
    address: Address
    role: str
    name: str
    states: int
    depth: int

    def is_(self, state: str) -> bool:
        return bool(self.states >> STATES[state] & 1)

    @cached_property
    def description(self) -> str:
        """Empty where it is gone meanwhile."""
        return self.eyes.description(self.address)

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """Place and size on the screen; all 0 where it has none, or is gone meanwhile."""
        return self.eyes.box(self.address)

    @property
    def middle(self) -> tuple[int, int]:
        x, y, width, height = self.box
        return x + width // 2, y + height // 2

    def __str__(self) -> str:
        states = " ".join(name for name in STATES if self.is_(name))
        said = f" ({self.description!r})" if self.description else ""
        return f"{'  ' * self.depth}{self.role} {self.name!r}{said} {self.box} [{states}]"


class Eyes:
    """Looks at all windows on one accessibility bus. One question at a time, many at once."""

    def __init__(self, session_bus: str) -> None:
        with open_dbus_connection(session_bus) as session:
            status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            asked = new_method_call(status, "GetAddress")
            self.address: str = session.send_and_get_reply(asked, timeout=ANSWER_WITHIN).body[0]
        self._bus: DBusConnection = open_dbus_connection(self.address)

    def close(self) -> None:
        self._bus.close()

    # looking

    def look(self) -> list[Seen]:
        """All that is visible, each window from top to bottom."""
        roots = self._ask([_call(ROOT, ACCESSIBLE, "GetChildren")])[0]
        found: list[Seen] = []
        for address in roots[0] if roots else ():
            found += self._below(tuple(address))
        return found

    def find(
        self,
        name: str | Callable[[Seen], bool],
        role: str | None = None,
        *,
        state: str = "showing",
        among: Iterable[Seen] | None = None,
    ) -> Seen | None:
        """The first thing with this whole name (or as a function says), role and state."""
        for seen in self.look() if among is None else among:
            fits = name(seen) if callable(name) else seen.name == name
            if fits and (role is None or seen.role == role) and seen.is_(state):
                return seen
        return None

    def wait_for(
        self,
        name: str | Callable[[Seen], bool],
        role: str | None = None,
        *,
        state: str = "showing",
        seconds: float = PATIENCE,
    ) -> Seen:
        """The same, waited for; where it does not come, says all that is there."""
        what = (
            f"{role or 'anything'} {getattr(name, '__doc__', None) if callable(name) else name!r}"
        )
        try:
            return until(lambda: self.find(name, role, state=state), what, seconds)
        except WaitedInVainError as error:
            raise WaitedInVainError(f"{error}; there was:\n{self.described()}") from None

    def wait_gone(
        self, name: str | Callable[[Seen], bool], role: str | None = None, seconds: float = PATIENCE
    ) -> None:
        """Until nothing of that name and role is there."""
        until(lambda: self.find(name, role) is None, f"{role or ''} {name!r} gone", seconds)

    def focused(self) -> Seen | None:
        """What has the keyboard focus: the innermost of what says so."""
        having = [seen for seen in self.look() if seen.is_("focused")]
        return max(having, key=lambda seen: seen.depth, default=None)

    def windows(self) -> list[Seen]:
        """The windows that are shown."""
        return [seen for seen in self.look() if seen.depth == 1 and seen.is_("showing")]

    def text(self, seen: Seen) -> str:
        """What is written in a field."""
        answer = self._ask([_call(seen.address, TEXT, "GetText", "ii", (0, -1))])[0]
        return str(answer[0]) if answer else ""

    def description(self, address: Address) -> str:
        """What more is said of it."""
        asked = Properties(_at(address, ACCESSIBLE)).get("Description")
        answer = self._ask([asked])[0]
        return str(answer[0][1]) if answer else ""

    def box(self, address: Address) -> tuple[int, int, int, int]:
        """Where it is on the screen."""
        asked = _call(address, COMPONENT, "GetExtents", "u", (ON_SCREEN,))
        answer = self._ask([asked])[0]
        x, y, width, height = answer[0] if answer else (0, 0, 0, 0)
        return x, y, width, height

    def described(self) -> str:
        """Everything, for a person who wonders."""
        return "\n".join(map(str, self.look()))

    # inside

    def _below(self, root: Address) -> list[Seen]:
        """A tree, asked for level by level, and told depth first."""
        made: dict[Address, Seen] = {}
        children: dict[Address, list[Address]] = {}
        level, depth = [root], 0
        while level:
            described = [seen for seen in self._describe(level, depth) if seen is not None]
            made |= {seen.address: seen for seen in described}
            shown = [a for a in level if a in made and (depth == 0 or made[a].is_("visible"))]
            answers = self._ask([_call(a, ACCESSIBLE, "GetChildren") for a in shown])
            level = []
            for address, answer in zip(shown, answers, strict=True):
                below = [tuple(child) for child in answer[0]] if answer else []
                fresh = [c for c in below if c[1] != NOWHERE and c not in made]
                children[address] = fresh
                level += fresh
            depth += 1
        return list(_told(root, made, children))

    def _describe(self, level: Sequence[Address], depth: int) -> Iterator[Seen | None]:
        asked: list[Message] = []
        for address in level:
            properties = Properties(_at(address, ACCESSIBLE))
            asked += [
                _call(address, ACCESSIBLE, "GetRoleName"),
                properties.get("Name"),
                _call(address, ACCESSIBLE, "GetState"),
            ]
        answers = self._ask(asked)
        for at, address in enumerate(level):
            role, name, states = answers[3 * at : 3 * at + 3]
            if role is None or name is None or states is None:
                yield None
                continue
            low, high = states[0]
            yield Seen(self, address, role[0], name[0][1], low | high << 32, depth)

    def _ask(self, questions: Sequence[Message]) -> list[Any]:
        """The answers to many questions, all asked before the first is waited for.

        None where the thing is gone meanwhile or cannot tell.
        """
        waiting: dict[int, int] = {}
        answers: list[Any] = [None] * len(questions)
        for at, question in enumerate(questions):
            serial = next(self._bus.outgoing_serial)
            waiting[serial] = at
            self._bus.send(question, serial=serial)
        while waiting:
            try:
                heard = self._bus.receive(timeout=ANSWER_WITHIN)
            except TimeoutError:
                raise WaitedInVainError("the program does not answer the screen reader") from None
            at_or_none = waiting.pop(heard.header.fields.get(HeaderFields.reply_serial, -1), None)
            if at_or_none is not None and heard.header.message_type is MessageType.method_return:
                answers[at_or_none] = heard.body
        return answers


def _told(
    at: Address, made: dict[Address, Seen], children: dict[Address, list[Address]]
) -> Iterator[Seen]:
    if at in made:
        yield made[at]
        for child in children.get(at, ()):
            yield from _told(child, made, children)


def _at(address: Address, interface: str) -> DBusAddress:
    return DBusAddress(address[1], bus_name=address[0], interface=interface)


def _call(
    address: Address, interface: str, method: str, signature: str | None = None, body: tuple = ()
) -> Message:
    return new_method_call(_at(address, interface), method, signature, body)
