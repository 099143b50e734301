"""A store that can be read and not written (R5): it stands where a `Store` would, and whatever
would write raises StoreReadOnlyError. No file is changed or made.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NoReturn

from sqlalchemy import Engine

from app.store import wrap
from app.store.advice import Advice
from app.store.errors import StoreReadOnlyError
from app.store.folder import StoreFolder
from app.store.header import Header
from app.store.reader import Reader
from app.store.settings import DraftSetting, Setting
from app.store.slots import Slots
from app.store.touched import Moment, Touched
from app.store.vault import DataKey
from app.store.wrap import Box
from app.store.writable import Why

_PUT_BY = b"what waits until it can be written"
QUIET = frozenset(
    {
        Setting.SEEN_ON,
        Setting.NOTIFIED_ON,
        Setting.HOLIDAYS_KEPT,
        *DraftSetting,
    }
)
"""Settings that the program keeps by itself: while the store is still they are kept in memory, so
that what was typed is there until the program ends. Everything else that is set is refused.
"""


@dataclass(slots=True)
class Sitting:
    """What is kept in memory between opening and closing, for all connections."""

    why: Why
    settings: dict[str, str] = field(default_factory=dict, repr=False)
    choices: dict[date, tuple[str, ...]] = field(default_factory=dict)


def put_by(settings: dict[str, str], key: DataKey) -> Box:
    """What waits in memory, sealed: a locked window holds nothing of anybody."""
    data = json.dumps(settings).encode()
    return wrap.seal(wrap.derived_key(key.secret, "put by"), data, _PUT_BY)


def taken_up(box: Box | None, key: DataKey) -> dict[str, str]:
    """What was put by; nothing where it was with another store."""
    data = wrap.unseal(wrap.derived_key(key.secret, "put by"), box, _PUT_BY) if box else None
    return json.loads(data) if data is not None else {}


class StillStore(Reader):
    """Stands where a `Store` would; whatever would write raises StoreReadOnlyError."""

    def __init__(
        self,
        folder: StoreFolder,
        engine: Engine,
        key: DataKey,
        header: Header,
        advice: tuple[Advice, ...],
        sitting: Sitting,
    ) -> None:
        super().__init__(folder, engine)
        self.advice = advice
        self.slots = _StillSlots(folder, key, header, self._refuse)
        self._sitting = sitting
        self._touched = Touched()

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise StoreReadOnlyError(self.folder.path, self._sitting.why)

    apply = apply_pieces = undo = redo = _refuse
    put_credential = credential = remove_credential = _refuse
    copying = copier = empty_bin = _refuse

    def setting(self, name: str) -> str | None:
        """As it was kept, or as it stands in memory."""
        return self._sitting.settings.get(name) or super().setting(name)

    def set_setting(self, name: str, value: str) -> None:
        """In memory, where the program keeps it by itself."""
        if name not in QUIET:
            self._refuse()
        self._sitting.settings[name] = value

    def set_settings(self, values: Mapping[str, str]) -> None:
        """As one."""
        for name, value in values.items():
            self.set_setting(name, value)

    def choice(self, day: date) -> tuple[str, ...]:
        """Who was chosen for a day."""
        return self._sitting.choices.get(day) or super().choice(day)

    def set_choice(self, day: date, ids: Any) -> None:
        """In memory: it only keeps the day stable."""
        self._sitting.choices[day] = tuple(ids)

    def leave_as_it_is(self) -> None:
        """It is never written."""

    def moment(self) -> Moment:
        """Where the store stands."""
        return self._touched.moment()

    def touched_since(self, moment: Moment) -> frozenset[str] | None:
        """Nobody, unless another is writing: then it may be anybody."""
        others = {Why.IN_USE, Why.ELSEWHERE}
        return None if self._sitting.why in others else self._touched.since(moment)


class _StillSlots(Slots):
    """The ways in can be shown and proven, and not be changed."""

    def __init__(
        self, folder: StoreFolder, key: DataKey, header: Header, refuse: Callable[[], NoReturn]
    ) -> None:
        super().__init__(folder, key, header)
        self._refuse = refuse

    def write(self, _header: Header) -> None:
        self._refuse()
