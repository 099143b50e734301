"""Changing card files line by line, for the coverage-guided fuzzer: what random bytes never
reach.
"""

from __future__ import annotations

import random

WORDS = (
    *(b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"VERSION:3.0", b"VERSION:4.0", b"AGENT:"),
    *(b"N:a;b;c;d;e", b"FN:a", b"TEL:", b"EMAIL:", b"ADR:;;a;b;c;d;e", b"ORG:a;b", b"NOTE:"),
    *(b"BDAY:1985-04-12", b"BDAY:--0229", b"BDAY;VALUE=text:circa", b"REV:", b"CATEGORIES:a,b"),
    *(b"PHOTO;ENCODING=b:", b"PHOTO:data:image/png;base64,", b"item1.X-ABLabel:_$!<Home>!$_"),
    *(b"SOUND;X-IRMC-N:", b"X-PHONETIC-LAST-NAME:", b"SORT-STRING:", b"X-ANDROID-CUSTOM:"),
    *(b";ENCODING=QUOTED-PRINTABLE", b";CHARSET=SHIFT_JIS", b";CHARSET=UTF-8", b";ENCODING=b"),
    *(b";CHARSET=ISO-2022-JP", b";TYPE=WORK", b';TYPE="a,b"', b";VALUE=uri", b";PREF=1"),
    *(b"=0D=0A=", b"=E3=81=82", b"=", b"\\n", b"\\,", b"\\;", b"\\\\", b"^n", b"^'", b'"'),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x1b$B", b"\x1b(B", b"\x83\x5c", b"\x00"),
    *(b"Name,Email,Phone\r\n", b"\xe6\xb0\x8f\xe5\x90\x8d,\xe4\xbc\x9a\xe7\xa4\xbe\r\n", b'""'),
    *(b"MECARD:N:a,b;TEL:1;;", b"\t", b" ", b";", b",", b":", b"."),
)
_ENDS = (b"\r\n", b"\n", b"\r", b"\r\r\n")
_CODECS = ("utf-8", "utf-16", "utf-16-le", "cp932", "euc_jp", "iso2022_jp", "latin-1", "cp1252")


def _place(chance: random.Random, data: bytes) -> int:
    return chance.randint(0, len(data))


def mutate(data: bytes, size: int, seed: int) -> bytes:
    """The file with some of its lines doubled, dropped, folded, swapped, nested, spelled
    otherwise; at most `size` bytes.
    """
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        data = _once(chance, data)
    return data[:size]


def _once(chance: random.Random, data: bytes) -> bytes:  # noqa: C901  one branch a way
    end = chance.choice(_ENDS) if chance.random() < 0.1 else b"\r\n"
    lines = data.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    word = chance.choice(WORDS)
    kind = chance.randrange(11)
    if kind == 0:
        lines.insert(other, lines[at])
    elif kind == 1:
        del lines[at]
    elif kind == 2:
        place = _place(chance, lines[at])
        lines[at] = lines[at][:place] + end + b" " + lines[at][place:]
    elif kind == 3:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 4:
        first, last = min(at, other), max(at, other)
        inner = [b"BEGIN:VCARD\r", *lines[first:last], b"END:VCARD\r"]
        lines[first:last] = [b"AGENT:\r", *inner] if chance.random() < 0.5 else inner
    elif kind == 5:
        place = _place(chance, lines[at])
        lines[at] = lines[at][:place] + word + lines[at][place:]
    elif kind == 6:
        lines.insert(at, word + b"\r")
    elif kind == 7:
        head, colon, value = lines[at].partition(b":")
        lines[at] = head + word + colon + value
    elif kind == 8:
        return end.join(line.removesuffix(b"\r") for line in lines)
    elif kind == 9:
        return data.decode("utf-8", "replace").encode(chance.choice(_CODECS), "replace")
    else:
        place = _place(chance, lines[at])
        lines[at] = lines[at][:place] + chance.randbytes(chance.randint(1, 3)) + lines[at][place:]
    return b"\n".join(lines)
