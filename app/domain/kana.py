"""Kana: one form for comparing, Hepburn letters for reading, the order of the fifty sounds."""

import re
import unicodedata

_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_KATAKANA = re.compile("[\u30a1-\u30f6]")

_SYLLABLES = {
    "あ": "a", "い": "i", "う": "u", "え": "e", "お": "o",
    "か": "ka", "き": "ki", "く": "ku", "け": "ke", "こ": "ko",
    "が": "ga", "ぎ": "gi", "ぐ": "gu", "げ": "ge", "ご": "go",
    "さ": "sa", "し": "shi", "す": "su", "せ": "se", "そ": "so",
    "ざ": "za", "じ": "ji", "ず": "zu", "ぜ": "ze", "ぞ": "zo",
    "た": "ta", "ち": "chi", "つ": "tsu", "て": "te", "と": "to",
    "だ": "da", "ぢ": "ji", "づ": "zu", "で": "de", "ど": "do",
    "な": "na", "に": "ni", "ぬ": "nu", "ね": "ne", "の": "no",
    "は": "ha", "ひ": "hi", "ふ": "fu", "へ": "he", "ほ": "ho",
    "ば": "ba", "び": "bi", "ぶ": "bu", "べ": "be", "ぼ": "bo",
    "ぱ": "pa", "ぴ": "pi", "ぷ": "pu", "ぺ": "pe", "ぽ": "po",
    "ま": "ma", "み": "mi", "む": "mu", "め": "me", "も": "mo",
    "や": "ya", "ゆ": "yu", "よ": "yo",
    "ら": "ra", "り": "ri", "る": "ru", "れ": "re", "ろ": "ro",
    "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n", "ゔ": "vu",
    "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゃ": "ya", "ゅ": "yu", "ょ": "yo",
    "ゎ": "wa", "ゕ": "ka", "ゖ": "ke",
    "ふぁ": "fa", "ふぃ": "fi", "ふぇ": "fe", "ふぉ": "fo", "てぃ": "ti", "でぃ": "di",
    "うぃ": "wi", "うぇ": "we", "うぉ": "wo", "ゔぁ": "va", "ゔぃ": "vi", "ゔぇ": "ve",
    "ゔぉ": "vo",
    "しぇ": "she", "じぇ": "je", "ちぇ": "che", "とぅ": "tu", "どぅ": "du", "つぁ": "tsa",
}  # fmt: skip
_GLIDES = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
# Two vowels where two words meet are not long: i-no-ue 井上, matsu-ura 松浦, hiro-oka 広岡.
_LONG = re.compile(r"(?<!n)ou|nou(?!e)|(?<![a-z])oo|oo(?!ka)|(?<!ts)uu")
_BELOW_ALL = "\x01"  # sorts before a space; NUL would end a text in SQL
_SMALL_TO_LARGE = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_ROWS = (
    ("あ", "あいうえおゔ"), ("か", "かきくけこ"), ("さ", "さしすせそ"), ("た", "たちつてと"),
    ("な", "なにぬねの"), ("は", "はひふへほ"), ("ま", "まみむめも"), ("や", "やゆよ"),
    ("ら", "らりるれろ"), ("わ", "わゐゑをん"),
)  # fmt: skip
_ROW_OF = {kana: row for row, members in _ROWS for kana in members}


def to_hiragana(text: str) -> str:
    """Full-width hiragana for any kana (half-width and katakana included); the rest is NFKC."""
    normal = unicodedata.normalize("NFKC", text)
    # Looking first is ten times as fast as translating what needs none, for every field.
    return normal.translate(_KATAKANA_TO_HIRAGANA) if _KATAKANA.search(normal) else normal


def is_kana(text: str) -> bool:
    """Whether a text is written in kana alone (long marks, dots and spaces allowed)."""
    folded = to_hiragana(text)
    return any("ぁ" <= c <= "ゖ" for c in folded) and all(
        "ぁ" <= c <= "ゖ" or c in "ー・ 　-゠" for c in folded
    )


def _syllable(kana: str, at: int) -> tuple[str, int]:
    """The letters of the syllable at `at`, and how many characters it takes; empty where it is
    none.
    """
    pair = kana[at : at + 2]
    if pair in _SYLLABLES:
        return _SYLLABLES[pair], 2
    letters = _SYLLABLES.get(kana[at], "")
    if len(pair) == 2 and pair[1] in _GLIDES and letters.endswith("i") and len(letters) > 1:
        stem = letters[:-1]
        glide = "" if stem in {"sh", "ch", "j"} else "y"
        return stem + glide + _GLIDES[pair[1]], 2
    return letters, 1


def to_romaji(text: str, *, long_vowels: bool = False) -> str:
    """Hepburn in small letters; without `long_vowels` as in passports (とうどう: todo).

    What is not kana stays as it is, in NFKC.
    """
    kana = to_hiragana(text)
    if "っ" in kana or "ー" in kana:
        romaji = _sound_by_sound(kana, long_vowels=long_vowels)
    else:
        letters = _LETTERS.get
        romaji = "".join([letters(sound, sound) for sound in _SOUNDS.findall(kana)])
    return romaji if long_vowels else _LONG.sub(lambda m: m[0][:-1], romaji)


def _sound_by_sound(kana: str, *, long_vowels: bool) -> str:
    """Letters of hiragana with doubled consonants and long marks, which sounds around change."""
    out: list[str] = []
    doubled = False
    at = 0
    while at < len(kana):
        if kana[at] == "っ":
            doubled, at = True, at + 1
            continue
        if kana[at] == "ー":
            if long_vowels and out and out[-1]:
                out.append(out[-1][-1])
            at += 1
            continue
        letters, taken = _syllable(kana, at)
        if doubled and letters:
            letters = ("t" if letters.startswith("ch") else letters[0]) + letters
        doubled = False
        out.append(letters or kana[at])
        at += taken
    return "".join(out)


def _all_letters() -> dict[str, str]:
    """Every sound of one or two kana, and its letters."""
    both = (first + glide for first in _SYLLABLES if len(first) == 1 for glide in _GLIDES)
    spelt = {sound: _syllable(sound, 0) for sound in (*_SYLLABLES, *both)}
    return {s: letters for s, (letters, taken) in spelt.items() if taken >= len(s)}


_LETTERS = _all_letters()


def _sounds() -> re.Pattern[str]:
    """Two kana where they are one sound, else one."""
    firsts: dict[str, str] = {}
    for sound in _LETTERS:
        if len(sound) > 1:
            firsts[sound[1]] = firsts.get(sound[1], "") + sound[0]
    pairs = "|".join(f"[{first}]{second}" for second, first in firsts.items())
    return re.compile(f"{pairs}|.", re.DOTALL)


_SOUNDS = _sounds()

_OTHER_SPELLINGS = {
    "si": "し",
    "ti": "ち",
    "tu": "つ",
    "hu": "ふ",
    "zi": "じ",
    "n'": "ん",
}


def _spellings() -> dict[str, str]:
    """Letters to kana, the usual kana of each sound first."""
    found: dict[str, str] = {}
    for kana, letters in _SYLLABLES.items():
        found.setdefault(letters, kana)
        if len(kana) == 1 and letters.endswith("i") and len(letters) > 1:
            for glide in _GLIDES:
                found.setdefault(_syllable(kana + glide, 0)[0], kana + glide)
    del found["n"]
    return {**found, **_OTHER_SPELLINGS}


_KANA_OF = _spellings()


def from_romaji(text: str) -> str | None:
    """Hiragana for letters as they are typed, the last sound perhaps unfinished (hay: はや).

    None where the letters are no Japanese sounds.
    """
    letters, kana, at = text.lower(), "", 0
    while at < len(letters):
        rest = letters[at:]
        taken = next((n for n in (4, 3, 2, 1) if len(rest) >= n and rest[:n] in _KANA_OF), 0)
        if taken:
            kana += _KANA_OF[rest[:taken]]
            at += taken
        elif rest in {"n", "nn"}:
            return kana + ("な" if rest == "n" else "ん")
        elif rest[0] == "n" and rest[1] != "y":
            kana, at = kana + "ん", at + 1
        elif rest[0] == rest[1:2]:
            kana, at = kana + "っ", at + 1
        else:
            begun = next((k for spelt, k in _KANA_OF.items() if spelt.startswith(rest)), None)
            return None if begun is None else kana + begun
    return kana


class _Bare(dict[int, str]):
    """For `str.translate`: each character without its marks, large; worked out when first met."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFD", chr(code))[0].translate(_SMALL_TO_LARGE)
        self[code] = bare
        return bare


_BARE = _Bare()


def sound_order(text: str) -> str:
    """A key that sorts kana as a Japanese index does: by bare sound first, marks and size after."""
    kana = to_hiragana(text)
    if "ー" not in kana:
        return kana.translate(_BARE) + _BELOW_ALL + kana
    bare: list[str] = []
    for char in kana:
        if char == "ー" and bare:
            letters = _SYLLABLES.get(bare[-1], "")
            bare.append(
                {"a": "あ", "i": "い", "u": "う", "e": "え", "o": "お"}.get(letters[-1:], "")
            )
            continue
        bare.append(char.translate(_BARE))
    return "".join(bare) + _BELOW_ALL + kana


def row_of(text: str) -> str | None:
    """The index row (あ to わ) of the first sound; None where it is not kana."""
    if not text:
        return None
    first = unicodedata.normalize("NFD", to_hiragana(text)[:1])[:1].translate(_SMALL_TO_LARGE)
    return _ROW_OF.get(first)
