"""What the quick log understood, in words: one sign for each thing that would be written."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from app.domain.contact import Contact
from app.domain.interaction import Initiative, Kind
from app.domain.names import shown
from app.domain.promise import Side
from app.domain.quick_log_said import Mention, Promised
from app.ui.look import text
from app.ui.look.paint import Tint
from app.ui.look.theme import Theme
from app.ui.words.wording import Wording
from app.usecases.quick_log import Preview, meant

_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Sign:
    """One chip. `press` says what a press does: ("out", form), ("alone", ""), ("tag", word)."""

    words: str
    icon: str
    tint: Tint = ""
    press: tuple[str, str] | None = None
    checked: bool | None = None
    spoken: str = ""


class QuickLogWords(QObject):
    """Made with the theme, whose language it follows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()  # the theme would keep every one that was ever made
        self._wording = Wording(theme)

    def signs(
        self,
        preview: Preview,
        today: date,
        *,
        chosen: Mapping[str, str],
        preset: Contact | None,
        as_tags: Collection[str],
    ) -> Iterator[Sign]:
        """Day, people, kind, who began, where, promises."""
        said = preview.said
        day = said.day or today
        words = self.tr("Today") if day == today else self._wording.weekday(day, today)
        yield Sign(words, "cal")
        if preset is not None:
            yield self._person(shown(preset), ("alone", ""))
        for mention in said.mentions:
            yield self._mention(preview, mention, chosen)
        if said.kind is not None or said.note:
            kind = said.kind or Kind.NOTE
            yield Sign(self._wording.kind(kind), self._wording.kind_icon(kind))
        if said.initiative is not None:
            theirs = said.initiative is Initiative.THEM
            yield Sign(
                self._wording.initiative(said.initiative),
                "call" if theirs else "out",
                "shu" if theirs else "",
            )
        for tag in said.tags:
            yield self._tag(tag, tag in as_tags)
        for promise in said.promises:
            yield self._promise(promise, today)

    def rest(self, preview: Preview) -> str:
        """What stays as the note."""
        note = preview.said.note
        return self.tr("Note: {words}").format(words=note) if note else ""

    def missing(self, preview: Preview, *, people: bool, something: bool) -> str:
        """What the line lacks; empty where it can be written."""
        if not preview.line.strip():
            return ""
        if not people:
            return self.tr("Who was it? A name that you know is missing.")
        if preview.said.ahead is not None:
            return self.tr("That is still to come, so it is a note. An arrow → makes it a promise.")
        return "" if something else self.tr("What happened? A word or two will do.")

    def which(self, mention: Mention) -> str:
        """The question above those who share a name."""
        return self.tr("Which {name}?").format(name=mention.form)

    def more(self, count: int) -> str:
        """How many are not in the list."""
        return self.tr("%n more: a given name or a reading tells them apart", "", count)

    def _mention(self, preview: Preview, mention: Mention, chosen: Mapping[str, str]) -> Sign:
        found = meant(mention, chosen)
        row = preview.rows.get(found) if found else None
        if row is None:
            name = self.tr("{name}?").format(name=mention.form)
            return self._person(name, ("out", mention.key), "kin")
        return self._person(row.name, ("out", mention.key))

    def _person(self, name: str, press: tuple[str, str], tint: Tint = "") -> Sign:
        name = text.single(name)
        spoken = self.tr("Take {name} out").format(name=name)
        return Sign(f"{name} ×", "people", tint, press, spoken=spoken)

    def _tag(self, tag: str, is_tag: bool) -> Sign:
        words = self.tr("Tag: {word}") if is_tag else self.tr("Place: {word} – a tag?")
        spoken = self.tr("{word}: give it to them as a tag").format(word=tag)
        icon = "tag" if is_tag else "pin"
        return Sign(words.format(word=tag), icon, "", ("tag", tag), is_tag, spoken)

    def _promise(self, promise: Promised, today: date) -> Sign:
        words = promise.text
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        day = (
            self.tr("no day") if promise.due is None else self._wording.weekday(promise.due, today)
        )
        mine = promise.by is Side.ME
        form = self.tr("You promised: {words} · {day}")
        if not mine:
            form = self.tr("They promised: {words} · {day}")
        return Sign(form.format(words=short, day=day), "promise", "" if mine else "shu")
