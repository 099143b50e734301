"""What in a signature has a form of its own: mail, links, numbers, addresses."""

import re
from dataclasses import dataclass, field, replace

from app.domain.contact import Address, Email, Phone, Url
from app.domain.folding import is_cjk
from app.interchange import signature_words as words

MOST_OF_A_KIND = 12
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－ー"), "-")
_MAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_LINK = re.compile(r"(?:https?://|www\.)[A-Za-z0-9._~:/?#@!$&'*+,;=%-]{2,250}", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?<![\w@.-])\+?\(?\d[\d() .-]{4,22}\d(?![\w@])"
    r"(?: ?\(?(?:内線|ext\.?|x) ?:? ?\d{1,6}\)?)?",
    re.IGNORECASE,
)
_AMERICAN = re.compile(r"\(?[2-9]\d\d\)?[ .-]{1,2}\d{3}[ .-]\d{4}$")
EDGES = " \t-=_*#~|/\\:;,・●■◆◇○◎★☆※▼▽▲△│┃┏┓┗┛━─┌┐└┘【】[]<>«»“”\"'＿"


@dataclass(slots=True)
class Forms:
    """What was found so far; each look takes it out of a line and leaves a break in its place."""

    emails: list[Email] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    urls: list[Url] = field(default_factory=list)
    address: Address | None = None
    marks: list[str] = field(default_factory=list)
    address_open: bool = False

    def take_forms(self, line: str) -> str:
        """Take out all that has a form; what is left of the line."""
        return self._numbers(self._place(self._links(self._mails(line))))

    def _mails(self, line: str) -> str:
        while len(self.emails) < MOST_OF_A_KIND and (found := _MAIL.search(line)) is not None:
            value = found[0].strip(".'-")
            cut = found.start() + found[0].index(value)
            before = self._unlabelled(line[:cut], words.MAIL_LABEL)
            if all(value != email.value for email in self.emails):
                self.emails.append(Email(value))
            else:
                self.marks.append(value)
            line = f"{before}\n{line[cut + len(value) :]}"
        return line

    def _links(self, line: str) -> str:
        while len(self.urls) < MOST_OF_A_KIND and (found := _LINK.search(line)) is not None:
            value = found[0].rstrip(".,;:'")
            before = self._unlabelled(line[: found.start()], words.LINK_LABEL)
            if all(value != url.value for url in self.urls):
                self.urls.append(Url(value))
            else:
                self.marks.append(value)
            line = f"{before}\n{line[found.start() + len(value) :]}"
        return line

    def _unlabelled(self, before: str, label: re.Pattern[str]) -> str:
        found = label.search(before)
        if found is None:
            return before
        self.marks.append(found[0])
        return before[: found.start()]

    def _numbers(self, line: str) -> str:
        at = 0
        plain = line.translate(_DASHES)
        while (found := _NUMBER.search(plain, at)) is not None:
            start, end = found.span()
            value = line[start:end].strip()
            label = words.NUMBER_LABEL.search(line[at:start])
            digits = sum(c.isdigit() for c in found[0])
            full = len(self.phones) >= MOST_OF_A_KIND
            if full or not _is_number(found[0], digits, told=label is not None):
                at = end
                continue
            said = [label[1].strip(" ()")] if label else []
            before = line[at:start] if label is None else line[at : at + label.start()]
            behind = words.LABEL_BEHIND.match(line, end)
            if behind is not None:
                said.append(behind[1])
                end = behind.end()
            self.phones.append(Phone(value, " ".join(said) or None))
            head = f"{line[:at]}{before}\n"
            line = head + line[end:]
            plain = line.translate(_DASHES)
            at = len(head)
        return line

    def _place(self, line: str) -> str:
        """A Japanese address from its postal code or prefecture to the end of what belongs to it;
        an English one as a whole.
        """
        if self.address is not None and (self.address.street or self.address.city):
            return line
        postal = words.POSTAL.search(line)
        if postal is not None and not (postal["mark"] or is_cjk(line[postal.end() :][:6])):
            postal = None
        start = postal.start() if postal is not None else _place_start(line)
        if start is not None:
            return self._japanese_place(line, start, postal)
        is_foreign = words.STREET.search(line) and re.search(r"\d", line)
        return self._foreign_place(line) if is_foreign else line

    def _foreign_place(self, line: str) -> str:
        if re.search(r"\b(?:tel|phone|fax|mobile)\b", line, re.IGNORECASE) or "\n" in line:
            return line
        found = re.match(r"(?:address|add) ?: ?", line, re.IGNORECASE)
        street = line[found.end() :] if found else line
        if found:
            self.marks.append(found[0])
        self.address = Address(street=street.strip(EDGES))
        return ""

    def _japanese_place(self, line: str, start: int, postal: re.Match[str] | None) -> str:
        code = postal["code"] if postal else None
        head, rest = line[:start], line[postal.end() if postal else start :]
        if postal is not None and postal["mark"]:
            self.marks.append(postal["mark"])
        head = self._unlabelled(head, words.ADDRESS_LABEL)
        ends = [m.start() for m in (re.search(r"\n|\t| {2,}| ?[|│]", rest.lstrip()),) if m]
        shift = len(rest) - len(rest.lstrip())
        label = re.search(r" (?:TEL|FAX|電話|携帯|Mobile|直通|代表)\b", rest, re.IGNORECASE)
        ends = [end + shift for end in ends] + ([label.start()] if label else [])
        end = min(ends, default=len(rest))
        where, behind = rest[:end].strip(" ,、"), rest[end:]
        prefecture = words.PREFECTURE.match(where)
        region = prefecture[0] if prefecture else None
        where = where[prefecture.end() :] if prefecture else where
        city = words.CITY.match(where) if is_cjk(where) else None
        street = (where[city.end() :] if city else where).strip()
        old = self.address.postal_code if self.address else None
        if old and code == old:
            self.marks.append(old)
        elif old and code:
            head = f"{head}\n{code}"  # another one, of which nobody knows more
        self.address = Address(
            street or None, city[0] if city else None, region, old or code, None, None
        )
        self.address_open = True
        return f"{head}\n{behind}"


def with_more(address: Address, line: str) -> Address:
    """The address with one more line, as of a building."""
    return replace(address, street=f"{address.street or ''} {line.strip(EDGES)}".strip())


def _is_number(text: str, digits: int, *, told: bool) -> bool:
    """Whether digits are a telephone number; less will do where a word says so."""
    if told:
        return 6 <= digits <= 21
    if text.startswith("+"):
        return 9 <= digits <= 21
    if text.lstrip("(").startswith("0"):
        return digits in range(10, 18) and any(c in text for c in "-(). ")
    return _AMERICAN.match(text) is not None


def _place_start(line: str) -> int | None:
    """Where an address without a postal code begins; None where there is none."""
    prefecture = words.PREFECTURE.search(line)
    if prefecture is not None and words.CITY.match(line, prefecture.end()):
        return None if words.COMPANY.search(line) else prefecture.start()
    city = words.CITY.match(line)
    return 0 if city is not None and _is_city_line(line, city.end()) else None


def _is_city_line(line: str, end: int) -> bool:
    """Whether a line that begins with a town goes on as an address does."""
    return len(line) < 80 and is_cjk(line[:2]) and re.match(r".{0,14}?\d", line[end:]) is not None
