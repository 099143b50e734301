"""The recovery key: 128 random bits as 28 letters and digits that can be written on paper and read
back.

26 characters of Crockford's base 32 hold 130 bits: 128 random ones and two zeros. Two more make it
a Reed-Solomon code over 32 elements (distance 3): any one wrong character is found and its place
named; any two, and so two neighbours that changed places, are always noticed, though the place
named may then be wrong; three and more pass with a chance of 1 in 4,096, and then the seal of the
slot refuses. It is never mended silently.
"""

from app.store.errors import RecoveryKeyTypoError

SECRET_BYTES = 16
LENGTH = 28
GROUP = 4
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUE = {c: v for v, c in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_CHECKS = 2
_ZERO_BITS = 2


def _field() -> tuple[list[int], list[int]]:
    """Powers and logarithms in GF(32) with x^5 + x^2 + 1."""
    powers, logs, value = [0] * 62, [0] * 32, 1
    for exponent in range(31):
        powers[exponent] = powers[exponent + 31] = value
        logs[value] = exponent
        value <<= 1
        if value & 32:
            value ^= 0b100101
    return powers, logs


_POWER, _LOG = _field()


def _times(a: int, b: int) -> int:
    return _POWER[_LOG[a] + _LOG[b]] if a and b else 0


def _syndromes(symbols: list[int]) -> tuple[int, int]:
    """The word read as a polynomial at the first two powers; both zero where nothing is wrong."""
    first = second = 0
    for symbol in symbols:
        first = _times(first, _POWER[1]) ^ symbol
        second = _times(second, _POWER[2]) ^ symbol
    return first, second


def _checks(data: list[int]) -> list[int]:
    """The remainder by (x - a)(x - a^2): what makes both syndromes zero."""
    middle, low = _POWER[1] ^ _POWER[2], _POWER[3]
    high_rest = low_rest = 0
    for symbol in data:
        feedback = symbol ^ high_rest
        high_rest, low_rest = low_rest ^ _times(feedback, middle), _times(feedback, low)
    return [high_rest, low_rest]


def write(secret: bytes) -> str:
    """The secret as seven groups of four."""
    number = int.from_bytes(secret, "big") << _ZERO_BITS
    count = LENGTH - _CHECKS
    data = [number >> 5 * (count - 1 - place) & 31 for place in range(count)]
    text = "".join(_ALPHABET[v] for v in (*data, *_checks(data)))
    return "-".join(text[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def _typo(length: int, places: tuple[int, ...]) -> RecoveryKeyTypoError:
    groups = tuple(dict.fromkeys(1 + (place - 1) // GROUP for place in places))
    return RecoveryKeyTypoError(length, places, groups)


def _wrong_lengths(text: str) -> tuple[int, ...]:
    """Places of the groups that are not four long, where the text was typed in groups."""
    groups = text.replace("-", " ").split()
    if len(groups) != LENGTH // GROUP:
        return ()
    return tuple(1 + i * GROUP for i, group in enumerate(groups) if len(group) != GROUP)


def read(text: str) -> bytes:
    """The secret from what a person typed: small letters, o for 0, i and l for 1, any spaces and
    dashes.

    Raises RecoveryKeyTypoError, naming the place where it can.
    """
    typed = [c for c in text.upper() if not c.isspace() and c not in "-‐‑–—"]
    if len(typed) != LENGTH:
        raise _typo(len(typed), _wrong_lengths(text))
    strange = tuple(place for place, c in enumerate(typed, 1) if c not in _VALUE)
    if strange:
        raise _typo(LENGTH, strange)
    symbols = [_VALUE[c] for c in typed]
    first, second = _syndromes(symbols)
    if first or second:
        raise _typo(LENGTH, _located(first, second))
    number = 0
    for symbol in symbols[:-_CHECKS]:
        number = number << 5 | symbol
    if number & ((1 << _ZERO_BITS) - 1):
        raise _typo(LENGTH, ())
    return (number >> _ZERO_BITS).to_bytes(SECRET_BYTES, "big")


def _located(first: int, second: int) -> tuple[int, ...]:
    """The one place whose change explains both syndromes, if there is one."""
    if not first or not second:
        return ()
    exponent = (_LOG[second] - _LOG[first]) % 31
    return (LENGTH - exponent,) if exponent < LENGTH else ()
