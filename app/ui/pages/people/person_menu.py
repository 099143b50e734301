"""The menus of one person and of several: what the buttons do not say."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.remark import RemarkKind
from app.domain.rhythm import OFFERED, Rhythm
from app.ui.look import icons
from app.ui.look.theme import Theme
from app.ui.words.notes import NotesWords


@dataclass(frozen=True, slots=True)
class Rhythms:
    """What is known of how often to be in touch: what was chosen, what holds by a tag, and what was
    kept until now.
    """

    own: Rhythm | None = None
    by_tag: Rhythm | None = None
    learned: Rhythm | None = None


class _Menu(QMenu):
    """A menu that is gone once it is closed."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, icon: str, words: str, does: Callable[[], object], key: str = "") -> None:
        said = f"{words}\t{key}" if key else words
        action = self.addAction(icons.icon(self._theme, icon, "ink2"), said)
        action.triggered.connect(lambda: does() and None)


class PersonMenu(_Menu):
    """Edit, tag, next contact, code, export, delete: each is a function of the page."""

    def __init__(
        self,
        theme: Theme,
        over: QWidget,
        rhythms: Rhythms,
        *,
        edit: Callable[[], object],
        tag: Callable[[], object],
        next_contact: Callable[[], object],
        set_rhythm: Callable[[Rhythm | None], object],
        promise: Callable[[], object],
        remark: Callable[[RemarkKind], object],
        show_code: Callable[[], object],
        export: Callable[[], object],
        delete: Callable[[], object],
    ) -> None:
        super().__init__(theme, over)
        self._add("pen", self.tr("Edit details"), edit, "E")
        self._add("tag", self.tr("Add a tag"), tag, "T")
        self._add("cal", self.tr("Next contact…"), next_contact)
        self._add_rhythms(rhythms, set_rhythm)
        self._add("promise", self.tr("A promise"), promise, "P")
        pleases = partial(remark, RemarkKind.PLEASES)
        self._add("heart", self.tr("What would please them"), pleases, "L")
        self._add("gift", self.tr("What they offer"), partial(remark, RemarkKind.OFFERS))
        self._add("people", self.tr("How to know them again"), partial(remark, RemarkKind.FACE))
        self._add("card", self.tr("Show as a QR code…"), show_code)
        self._add("out", self.tr("Export…"), export)
        self.addSeparator()
        self._add("x", self.tr("Delete"), delete, "Del")

    def _add_rhythms(self, known: Rhythms, set_rhythm: Callable[[Rhythm | None], object]) -> None:
        """How often to be in touch; one that is offered no more stands there while it holds. The
        one that was kept until now is proposed, never set by itself.
        """
        words, now = NotesWords(self._theme), known.own
        menu = self.addMenu(
            icons.icon(self._theme, "clock", "ink2"), self.tr("Be in touch again within")
        )
        group = QActionGroup(menu)
        others = [now] if now is not None and now not in OFFERED else []
        for rhythm in (*OFFERED, *others, None):
            said = words.rhythm(rhythm)
            if rhythm is None and known.by_tag is not None:
                said = self.tr("As for their tag: {span}").format(span=words.rhythm(known.by_tag))
            action = menu.addAction(said)
            action.setCheckable(True)
            action.setChecked(rhythm == now)
            action.triggered.connect(partial(_call, set_rhythm, rhythm))
            group.addAction(action)
        if known.learned is not None and known.learned != now:
            menu.addSeparator()
            said = self.tr("As until now, about: {span}").format(span=words.rhythm(known.learned))
            menu.addAction(said).triggered.connect(partial(_call, set_rhythm, known.learned))


def _call(
    does: Callable[[Rhythm | None], object], rhythm: Rhythm | None, _on: bool = False
) -> None:
    does(rhythm)


class SeveralMenu(_Menu):
    """What can be done with several people at once."""

    def __init__(
        self,
        theme: Theme,
        over: QWidget,
        *,
        export: Callable[[], object],
        delete: Callable[[], object],
    ) -> None:
        super().__init__(theme, over)
        self._add("out", self.tr("Export…"), export)
        self.addSeparator()
        self._add("x", self.tr("Move to the bin"), delete, "Del")
