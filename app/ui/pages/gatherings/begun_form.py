"""The form of a gathering as it was left: it stands there again after a lock."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.store.settings import DraftSetting
from app.ui.kept_draft import KeptDraft
from app.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Begun:
    """Which gathering is mended (empty: a new one), what stands in the fields, and whose cards
    were proposed for it.
    """

    gathering_id: str
    texts: Mapping[str, str]
    contact_ids: tuple[str, ...] = ()


class BegunForm(QObject):
    """Between the page and the store."""

    came = Signal(object)
    """What an earlier sitting left, a `Begun`, where it left anything."""

    def __init__(
        self, workspace: Workspace, now: Callable[[], Begun | None], parent: QObject
    ) -> None:
        """`now` says what there is to keep."""
        super().__init__(parent)
        self._now = now
        self._draft = KeptDraft(workspace, DraftSetting.GATHERING, self._text, self)
        self._draft.came.connect(self._came)

    def soon(self) -> None:
        """Something was typed, or the form was closed."""
        self._draft.soon()

    def keep(self) -> None:
        """Keep it at once: the page goes out of sight."""
        self._draft.keep()

    def _text(self) -> str:
        begun = self._now()
        if begun is None:
            return ""
        kept = {
            "id": begun.gathering_id,
            "texts": dict(begun.texts),
            "people": list(begun.contact_ids),
        }
        return json.dumps(kept, ensure_ascii=False)

    def _came(self, text: str) -> None:
        if text and (begun := _read(text)) is not None:
            self.came.emit(begun)
        self._draft.soon()


def _read(text: str) -> Begun | None:
    """None for a form that is not understood."""
    try:
        kept: Mapping[str, Any] = json.loads(text)
        texts = {str(field): str(typed) for field, typed in kept["texts"].items()}
        return Begun(str(kept["id"]), texts, tuple(str(who) for who in kept["people"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
