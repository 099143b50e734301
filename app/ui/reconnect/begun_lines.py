"""Lines that were begun about somebody and not kept: they wait for them, also over a lock."""

import json

from PySide6.QtCore import QObject

from app.store.settings import DraftSetting
from app.ui.kept_draft import KeptDraft
from app.ui.workspace import Workspace


class BegunLines(QObject):
    """What stood behind R when the window went on or away, by the id of whom it was about."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: dict[str, str] = {}
        self._draft = KeptDraft(workspace, DraftSetting.RECONNECT, self._text, self)
        self._draft.came.connect(self._came)
        workspace.gone.connect(self._gone)

    def of(self, contact_id: str) -> str:
        """What was begun about somebody; empty for nothing."""
        return self._lines.get(contact_id, "")

    def set(self, contact_id: str, line: str) -> None:
        """This stands there now; an empty line is let go of."""
        if line:
            self._lines[contact_id] = line
        else:
            self._lines.pop(contact_id, None)
        self._draft.soon()

    def keep(self) -> None:
        """Keep it at once: the window goes."""
        self._draft.keep()

    def _gone(self, people: tuple[str, ...]) -> None:
        for contact_id in people:
            self._lines.pop(contact_id, None)
        self._draft.soon()

    def _text(self) -> str:
        return json.dumps(self._lines, ensure_ascii=False) if self._lines else ""

    def _came(self, text: str) -> None:
        try:
            left = {str(who): str(line) for who, line in json.loads(text or "{}").items()}
        except (ValueError, AttributeError):
            left = {}  # of a form that is not understood
        self._lines = {**left, **self._lines}  # what was typed meanwhile is the newer
        self._draft.soon()
