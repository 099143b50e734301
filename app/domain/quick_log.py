"""Quick log: what one line says happened, with whom, when, and what was promised.

The grammar, in one place. The parts may stand in any order; what is not understood is the note.

**Day** of the entry, the first that is said, else today: 今日 昨日 おととい 3日前 2週間前 先週
金曜(日) 先週の金曜 10/14 10月14日 14日 2026-10-14; today, yesterday, 3 days ago, last week, Fri,
last Fri, Oct 14, 14 Oct. A sign alone (金) is no day here, for it may be a surname; and where the
note has begun, 10/14 is what it speaks of. A line that begins with a day to come (明日, tomorrow)
is a note: nothing has happened yet. `quick_log_days`.

**People** by any form of a name: 姓, 名, both, reading, romaji, nickname, with さん 様 氏 先生 君
ちゃん and a particle behind, with, to, from, and before. Latin names of one to three words. Whoever
shares a form with others is offered, never chosen. `quick_log_people`.

**Kind** by the first word that says it: 会った 昼食 電話 メール LINE 手紙 名刺交換 紹介 お土産
手伝い; met, lunch, called, mailed, message, letter, gift, helped. A word that says no more leaves
the note. English words count before the note begins (`called Claire`), for they mean more in a
sentence. `quick_log_kinds`.

**Who began**: ← or <- they, → or -> I; a person with から or from before a call, a letter and the
like says they. An arrow counts where a space or an end of the line is beside it (not
東京→大阪).

**Promises**: `→text … day` is mine, `←text … day` is theirs; days to come: 今日 明日 金 金曜
来週の金曜 月末 来週 来月 10/23 3日後 (までに, まで, に behind); tomorrow, Fri, next Fri, Oct 23,
in 2 weeks, by Fri. `→金曜までに text` says it first. `⇒text` or `=>text` is mine without a day. An
arrow whose text ends with no day says who began, and its text is the note.

**`#word`**: a gathering, a place, or a tag; which, the person says.

Nothing is lost: every word of the line is in a piece, and each piece is shown or stays in the note.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from app.domain import quick_log_days as days
from app.domain import quick_log_kinds as kinds
from app.domain import quick_log_people as people
from app.domain.folding import fold
from app.domain.interaction import WRITTEN_OR_CALLED, Initiative, Kind
from app.domain.promise import Side
from app.domain.quick_log_people import Find
from app.domain.quick_log_said import (
    Mention,
    Piece,
    Promised,
    Role,
    Understood,
    as_one,
    joined,
    key_of,
)
from app.domain.quick_log_words import Word
from app.domain.quick_log_words import words as words_of

LONGEST = 2_000
"""What stands behind so many characters is note."""

_LIGHT = frozenset(
    "i we you had have has just a an the my our quick short long nice good great brief with to "
    "from and & + at on w/ then also".split()
)
"""Words before an English kind that do not begin the note: had a quick call."""
_JOINING = {
    **dict.fromkeys(("with", "w/", "to", "from", "and", "&", "+"), Role.PERSON),
    "on": Role.DAY,
}
"""Words that leave with what they stand before."""
_REACHING = WRITTEN_OR_CALLED | {Kind.GIFT, Kind.HELP, Kind.INTRODUCTION}


def parse(line: str, today: date, find: Find) -> Understood:
    """What the line says; `find` answers which written forms are people. Total: no text fails."""
    return _Parsing(line, today, find).understood()


@dataclass
class _Parsing:
    line: str
    today: date
    find: Find
    pieces: list[Piece] = field(default_factory=list)
    promises: list[Promised] = field(default_factory=list)
    mentions: dict[str, Mention] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    day: date | None = None
    kind: Kind | None = None
    initiative: Initiative | None = None
    ahead: date | None = None
    they: bool = False  # から or from stands at a person
    lead: bool = True  # the note has not begun

    def understood(self) -> Understood:
        head, behind = self.line[:LONGEST], self.line[LONGEST:]
        words = self._lift_tags(words_of(head))
        self.words = self._lift_promises(words)
        while self.words:
            self._next()
        self._join()
        if not self.mentions:
            self._people_of_promises()
        if self.initiative is None and self.they and self.kind in _REACHING:
            self.initiative = Initiative.THEM
        rest = [w.piece(Role.NOTE) for w in words_of(behind)]
        self.pieces += [replace(p, start=p.start + LONGEST) for p in rest]
        pieces = tuple(sorted(self.pieces, key=lambda p: p.start))
        note = joined([p for p in pieces if p.role is Role.NOTE or p.noted])
        return Understood(
            pieces,
            self.day,
            self.kind,
            self.initiative,
            tuple(self.mentions.values()),
            tuple(self.tags),
            tuple(self.promises),
            note or None,
            self.ahead,
        )

    # tags and promises, which stand out by their marks

    def _lift_tags(self, words: list[Word]) -> list[Word]:
        left: list[Word] = []
        for word in words:
            tag = word.text[1:].rstrip("、。,.;:!?")
            if word.text[0] not in "#＃" or not tag or tag.isdecimal() or word.arrow:
                left.append(word)
                continue
            self.pieces.append(word.piece(Role.TAG))
            if fold(tag) not in map(fold, self.tags):
                self.tags.append(tag)
        # Words beside a tag are neighbours: it may stand anywhere.
        return [replace(word, order=at) for at, word in enumerate(left)]

    def _lift_promises(self, words: list[Word]) -> list[Word]:
        """Words that belong to no promise; arrows that begin none say who began."""
        left: list[Word] = []
        at = 0
        while at < len(words):
            word = words[at]
            at += 1
            if not word.arrow:
                left.append(word)
                continue
            end = next((n for n in range(at, len(words)) if words[n].arrow), len(words))
            if self._promise(word, words[at:end]):
                at = end
            elif word.arrow == "⇒" or self.initiative is not None:
                self.pieces.append(word.piece(Role.NOTE))
            else:
                self.pieces.append(word.piece(Role.ARROW))
                self.initiative = Initiative.ME if word.arrow == "→" else Initiative.THEM
        return left

    def _promise(self, arrow: Word, words: list[Word]) -> bool:
        """Whether these words are a promise: they end with a day to come, or begin with until."""
        if not words:
            return False
        texts = [w.text for w in words]
        due, text, said = None, words, list[Piece]()
        if (ends := days.of_promise(texts, self.today)) and ends[0] < len(words):
            text, due = words[: -ends[0]], ends[1]
            said = [w.piece(Role.DUE) for w in words[-ends[0] :]]
            said[0] = replace(said[0], day=due)
            said = [as_one(self.line, said)]
        elif (first := days.until(texts[0], self.today)) and (
            first[0] < len(texts[0]) or len(words) > 1
        ):
            due = first[1]
            said = [Piece(words[0].start, texts[0][: first[0]], Role.DUE)]
            text = [w for w in (words[0].behind(first[0]), *words[1:]) if w.text]
        elif last := days.in_brackets(texts[-1], self.today):
            due = last[1]
            said = [words[-1].behind(last[0]).piece(Role.DUE)]
            text = [*words[:-1], replace(words[-1], text=texts[-1][: last[0]])]
        elif arrow.arrow != "⇒":
            return False
        pieces = [w.piece(Role.PROMISE) for w in text]
        self.pieces += [arrow.piece(Role.ARROW), *pieces, *said]
        by = Side.THEM if arrow.arrow == "←" else Side.ME
        self.promises.append(Promised(by, joined(pieces), due))
        return True

    def _people_of_promises(self) -> None:
        """Whoever is named first in a promise, where nobody is named elsewhere; the promise keeps
        the word.
        """
        starts = [p for p in self.pieces if p.role is Role.PROMISE]
        for piece in starts:
            for form in people.forms([piece.text], most=1):
                called = self.find([form.text]).get(form.text)
                if called is not None:
                    self.mentions[key_of(form.text)] = Mention(form.text, called)
                    return

    # the other words, from left to right

    def _next(self) -> None:
        word = self.words[0]
        if self._after_person(word):
            return
        near = self._near()
        if self._person(near, 2, people.MOST_WORDS) or self._day(near) or self._exact_kind(near):
            return
        if self._person(near, 1, 1) or self._day_in_front(word) or self._kind_within(word):
            return
        self._take(word.piece(Role.NOTE))
        if fold(word.text) not in _LIGHT:
            self.lead = False

    def _near(self) -> list[Word]:
        """The next words that stand side by side, so many as are read together."""
        found = self.words[:1]
        for word in self.words[1 : days.MOST_WORDS]:
            if word.order != found[-1].order + 1:
                break
            found.append(word)
        return found

    def _take(self, piece: Piece, words: int = 1) -> None:
        self.pieces.append(piece)
        del self.words[:words]

    def _cut(self, count: int, role: Role, **more: object) -> None:
        """Take the first characters of the next word."""
        word = self.words[0]
        self.pieces.append(replace(word, text=word.text[:count]).piece(role, **more))
        rest = word.behind(count)
        self.words[:1] = [rest] if rest.text else []

    def _last(self) -> Piece | None:
        return self.pieces[-1] if self.pieces else None

    def _after_person(self, word: Word) -> bool:
        last = self._last()
        if last is None or last.role is not Role.PERSON:
            return False
        count = people.particle(word.text)
        if not count:
            count = people.loose_particle(word.text)
            count = count if self._is_known(word.text[count:]) else 0
        if not count:
            return False
        self.they = self.they or word.text[:count].endswith("から")
        self._cut(count, Role.JOINING)
        return True

    def _person(self, near: list[Word], least: int, most: int) -> bool:
        forms = people.forms([w.text for w in near], least, most)
        if not forms:
            return False
        known = self.find([form.text for form in forms])
        for form in forms:
            called = known.get(form.text)
            key = key_of(form.text)
            if called is None or key in self.mentions:
                continue
            end = near[form.words - 1].start + form.end
            start = near[0].start
            self.mentions[key] = Mention(form.text, called)
            self.pieces.append(Piece(start, self.line[start:end], Role.PERSON))
            rest = near[form.words - 1].behind(form.end)
            self.words[: form.words] = [rest] if rest.text else []
            return True
        return False

    def _day(self, near: list[Word]) -> bool:
        texts = [w.text for w in near]
        found = days.of_entry(texts, self.today, in_note=not self.lead)
        if found is None and not self.lead and (spoken := days.of_entry(texts, self.today)):
            pieces = [w.piece(Role.NOTE) for w in near[: spoken[0]]]
            self._take(as_one(self.line, pieces), spoken[0])  # May 5, and nobody called May
            return True
        if found is None and self.lead and (coming := days.ahead(texts, self.today)):
            pieces = [w.piece(Role.NOTE) for w in near[: coming[0]]]
            self._take(as_one(self.line, pieces), coming[0])
            self.ahead, self.lead = coming[1], False
            return True
        if found is None or self.day is not None:
            return False
        count, self.day = found
        pieces = [w.piece(Role.DAY) for w in near[:count]]
        self._take(replace(as_one(self.line, pieces), day=self.day), count)
        return True

    def _day_in_front(self, word: Word) -> bool:
        """昨日田中さんと昼食: only at the front, and before what is understood."""
        if self.day is not None or self.pieces:
            return False
        found = days.at_front(word.text, self.today)
        if found is None:
            return False
        if not self._is_known(word.text[found[0] :]):
            return False
        self.day = found[1]
        self._cut(found[0], Role.DAY, day=self.day)
        return True

    def _is_known(self, text: str) -> bool:
        """Whether it begins with a kind or a name."""
        if kinds.exact(text) or kinds.within(text):
            return True
        forms = [form.text for form in people.forms([text], most=1)]
        return bool(forms) and bool(self.find(forms))

    def _exact_kind(self, near: list[Word]) -> bool:
        if self.kind is not None or self.ahead is not None:
            return False
        said = kinds.exact(near[0].text)
        before = self._last()
        begun = False
        if said is None and self.lead:
            said = kinds.english([w.text for w in near])
            begun = before is not None and before.role is Role.NOTE
        if said is None:
            return False
        self.kind = said.kind
        piece = as_one(self.line, [w.piece(Role.KIND) for w in near[: said.words]])
        self._take(replace(piece, noted=said.more or begun), said.words)
        return True

    def _kind_within(self, word: Word) -> bool:
        open_ = self.kind is None and self.ahead is None
        said = kinds.within(word.text) if open_ else None
        if said is None:
            return False
        self.kind = said.kind
        self._take(word.piece(Role.KIND, noted=True))
        return True

    def _join(self) -> None:
        """with Claire and Tom: words that only join a person leave with the name."""
        pieces = sorted(self.pieces, key=lambda p: p.start)
        for at, piece in enumerate(pieces[:-1]):
            word = fold(piece.text)
            if piece.role is Role.NOTE and _JOINING.get(word) is pieces[at + 1].role:
                pieces[at] = replace(piece, role=Role.JOINING)
                self.they = self.they or word == "from"
        self.pieces = pieces
