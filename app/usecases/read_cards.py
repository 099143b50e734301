"""The cards of a file as read, out of memory; in memory what planning wants to know of all."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain, groupby
from typing import TYPE_CHECKING, overload

from app.domain.card import ReadCard
from app.domain.contact import Contact
from app.domain.names import kept_whole, split

if TYPE_CHECKING:
    from app.store.derived import Ahead
    from app.store.search_text import Heard

    LookedAt = tuple[ReadCard, Ahead | None]

_HASHES_AT_ONCE = 1 << 17


class ReadCards(Sequence[ReadCard]):
    """Cards in the order of their file, each with what the store will derive of its person: while
    the child reads there is time for it. A few numbers for each card stay in memory, and no card.
    """

    def __init__(self, cards: Iterable[ReadCard]) -> None:
        self._charsets: Counter[str] = Counter()
        self._heard: Heard = {}
        self.guessed = False
        """Whether the charset of any card was found by trial, so that its text may be wrong."""
        self.names_split = 0
        """Names in kanji that the file does not tell apart, but the dictionary does."""
        self.names_whole = 0
        """Names in kanji that nothing tells apart for certain; they are kept whole."""
        self.marks = array("I")
        """Of all keys under which people are sought, and of the digests: their hashes (`mark`)."""
        self._all = sha256()
        self.reaches = array("q")
        """Of each number and address its hash, and behind it that of the name beside it."""
        from app.store.derived import Ahead  # noqa: PLC0415 - the screen starts without the store
        from app.store.spool import Spool  # noqa: PLC0415 - likewise

        self._derive = Ahead.of
        looked_at = map(self._looked_at, cards)
        self._cards: Spool[LookedAt] = Spool(tuple[ReadCard, Ahead | None], looked_at)

    @property
    def charset(self) -> str | None:
        """What the file is written in; what most of it is, where its cards differ."""
        return max(self._charsets, key=lambda c: (self._charsets[c], c), default=None)

    @property
    def fingerprint(self) -> str:
        """Of all cards in their order: where it is equal they are."""
        return self._all.hexdigest()

    def _looked_at(self, card: ReadCard) -> "LookedAt":
        self._charsets[card.file_charset or card.charset] += 1
        self._all.update(card.digest.encode())
        self.guessed = self.guessed or card.guessed
        self.marks.append(mark(card.digest))
        if card.contact is None:
            return card, None
        self._look_at_name(card.contact)
        ahead = self._derive(card.contact, self._heard)
        own = ahead.identity
        texts = own.texts()
        self.marks.extend(map(mark, own.sought()))
        self.marks.extend(mark(text) for uid in card.members or () for text in by_uid(uid))
        if own.name is not None:
            name = hash(own.name)
            for text in texts:
                if text[0] in "mp":
                    self.reaches.extend((hash(text), name))
        return card, ahead

    def _look_at_name(self, contact: Contact) -> None:
        if kept_whole(contact.name):
            if split(contact.name) is None:
                self.names_whole += 1
            else:
                self.names_split += 1

    def looked_at(self) -> "Iterator[LookedAt]":
        """All cards with what was derived of them, a handful in memory at a time."""
        return iter(self._cards)

    def __len__(self) -> int:
        return len(self._cards)

    def __iter__(self) -> Iterator[ReadCard]:
        return (card for card, _ in self._cards)

    @overload
    def __getitem__(self, place: int) -> ReadCard: ...

    @overload
    def __getitem__(self, place: slice) -> list[ReadCard]: ...

    def __getitem__(self, place: int | slice) -> ReadCard | list[ReadCard]:
        if isinstance(place, slice):
            return [card for card, _ in self._cards[place]]
        return self._cards[place][0]


def mark(text: str) -> int:
    """A short hash: where two are equal their texts may be, where they are not these differ."""
    return hash(text) & 0xFFFFFFFF


def by_uid(member: str) -> tuple[str, str]:
    """The identity keys of a member, named with or without `urn:uuid:`, which UIDs also are."""
    bare = member.removeprefix("urn:uuid:")
    return f"u:{bare}", f"u:urn:uuid:{bare}"


def repeated(hashes: Sequence["array[int]"]) -> frozenset[int]:
    """The hashes that occur twice and more; what stands under another is sought by nobody else."""
    found: set[int] = set()
    parts = sum(map(len, hashes)) // _HASHES_AT_ONCE + 1
    for part in range(parts):
        some = chain.from_iterable(hashes)
        ordered = sorted(h for h in some if h % parts == part) if parts > 1 else sorted(some)
        found.update(h for h, same in groupby(ordered) if next(same) == next(same, None))
    return frozenset(found)


def reached_by(reaches: Sequence["array[int]"], at_least: int) -> frozenset[int]:
    """The hashes of numbers and addresses that so many names have."""
    times = repeated([numbers[::2] for numbers in reaches])
    names: dict[int, set[int]] = {}
    for numbers in reaches:
        for number, name in zip(numbers[::2], numbers[1::2], strict=True):
            if number in times:
                names.setdefault(number, set()).add(name)
    return frozenset(number for number, who in names.items() if len(who) >= at_least)
