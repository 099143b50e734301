"""What can be brought back, in words."""

from datetime import date

from PySide6.QtCore import QLocale, QObject

from app.store.restorable import Kind, Restorable
from app.ui.look.theme import Theme
from app.ui.words.wording import Wording


class RestorableWords(QObject):
    """In the language of the screen."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()  # the theme would keep every one that was ever made
        self._locale = QLocale("ja_JP" if theme.language == "ja" else "en_US")
        self._wording = Wording(theme)
        self._today = today

    def when(self, one: Restorable) -> str:
        """Day and time: Thu 15 Oct, 19:00; the name of the file where nothing says it."""
        if one.made is None:
            return one.path.name
        day = self._wording.weekday(one.made.date(), self._today)
        at = one.made.strftime("%H:%M")
        return self.tr("{day}, {time}").format(day=day, time=at)

    def about(self, one: Restorable) -> str:
        """How many people, how large, and where it lies."""
        parts = [] if one.people is None else [self.tr("%n person(s)", "", one.people)]
        parts.append(self._locale.formattedDataSize(one.size))
        where = {
            Kind.HERE: "",
            Kind.SECOND: self.tr("in the second place"),
            Kind.FILE: str(one.path.parent),
            Kind.REPLACED: self.tr("your data as it was then, put aside"),
        }[one.kind]
        return self.tr(" · ").join((*parts, where) if where else parts)

    def state(self, one: Restorable) -> str:
        """Whether it is good, as far as is known without opening it."""
        if not one.readable:
            return self.tr("cannot be read")
        return "" if one.kind is Kind.REPLACED else self.tr("proven when made")
