"""Names of China and Korea, in their own script, in Latin and in Cyrillic letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Final

from .. import _shipped
from .key import word_key

__all__ = [
    "is_chinese_given",
    "is_chinese_surname",
    "is_korean_given",
    "is_korean_surname",
    "korean_sound",
    "korean_surnames",
    "own_script",
    "pinyin",
]

_HAN: Final = re.compile(r"[\u3400-\u9fff]{2,4}")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]{2,5}")
_WORD: Final = re.compile(r"[^\W\d_]+")
_VOWELS: Final = re.compile(r"[aeiouy]+|[аеёиоуыэюя]+")
#: A given name has so many syllables at most.
_SYLLABLES: Final = 2
_LONGEST: Final = 14
_LONGEST_SYLLABLE: Final = 6


@cache
def _tables() -> Mapping[str, Any]:
    return _shipped.tree("names/people.json")


@cache
def _readings() -> Mapping[str, tuple[str, ...]]:
    """Return a syllable, in Pinyin or Palladius → the ways to write it in Pinyin."""
    found: dict[str, tuple[str, ...]] = {}
    for latin, cyrillic in _tables()["chinese"]["syllables"].items():
        found[latin] = (latin,)
        key = word_key(cyrillic)
        found[key] = (*found.get(key, ()), latin)
    return found


@cache
def _surnames() -> frozenset[str]:
    return frozenset(_tables()["chinese"]["surnames"].values())


@lru_cache(maxsize=4096)
def pinyin(word: str) -> frozenset[str]:
    """Return the ways to read a Chinese name of one or two syllables; none where it is no such.

    Examples:
        >>> sorted(pinyin("Кэцян")), sorted(pinyin("Keqiang")), sorted(pinyin("克强"))
        (['keqiang'], ['keqiang'], ['keqiang'])
    """
    key = word_key(word).replace(" ", "")
    chinese = _tables()["chinese"]
    if word in chinese["surnames"]:
        return frozenset({chinese["surnames"][word]})
    if key and all(char in chinese["letters"] for char in key):
        return frozenset({"".join(chinese["letters"][char] for char in key)})
    return frozenset(_read(key, _SYLLABLES)) if len(key) <= _LONGEST else frozenset()


def _read(key: str, left: int) -> Iterator[str]:
    for size in range(1, min(len(key), _LONGEST_SYLLABLE) + 1):
        for reading in _readings().get(key[:size], ()):
            if size == len(key):
                yield reading
            elif left > 1:
                yield from (reading + rest for rest in _read(key[size:], left - 1))


def is_chinese_surname(word: str) -> bool:
    """Tell whether a word is one of the commonest surnames of China."""
    return word in _tables()["chinese"]["surnames"] or bool(pinyin(word) & _surnames())


def is_chinese_given(words: tuple[str, ...]) -> bool:
    """Tell whether words may be a Chinese given name: one or two syllables."""
    return bool(pinyin("".join(words)))


@lru_cache(maxsize=1024)
def korean_surnames(word: str) -> frozenset[str]:
    """Return the Korean surnames, in Hangul, that a word in any script may be."""
    key = word_key(word)
    return frozenset(
        hangul
        for hangul, (latin, cyrillic) in _tables()["korean"].items()
        if key == hangul or key in latin or key in cyrillic
    )


def is_korean_surname(word: str) -> bool:
    """Tell whether a word is one of the commonest surnames of Korea."""
    return bool(korean_surnames(word))


def is_korean_given(words: tuple[str, ...]) -> bool:
    """Tell whether words may be a Korean given name: two parts of a syllable each."""
    parts = [part for word in words for part in word_key(word).split()]
    return len(parts) == _SYLLABLES and all(
        len(_VOWELS.findall(part)) == 1 and len(part) <= _LONGEST_SYLLABLE for part in parts
    )


def own_script(text: str) -> tuple[str, str] | None:
    """Return surname and given name of a name in Han or Hangul, if its surname is known.

    Examples:
        >>> own_script("欧阳修"), own_script("박근혜"), own_script("汽车")
        (('欧阳', '修'), ('박', '근혜'), None)
    """
    if _HAN.fullmatch(text):
        known = _tables()["chinese"]["surnames"]
    elif _HANGUL.fullmatch(text):
        known = _tables()["korean"]
    else:
        return None
    for size in (2, 1):
        if text[:size] in known and 1 <= len(text) - size <= _SYLLABLES:
            return text[:size], text[size:]
    return None


_BASE: Final = 0xAC00
_MIDDLES: Final = 21
_LASTS: Final = 28


@cache
def _sounds() -> Mapping[str, Any]:
    return _shipped.tree("names/transliteration.json")


@cache
def _rougher() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_sounds()["rough"], key=len, reverse=True)))


@lru_cache(maxsize=1024)
def korean_sound(word: str) -> str:
    """Return how a Korean given name sounds, roughly: in Hangul, Latin or Cyrillic.

    Examples:
        >>> korean_sound("근혜"), korean_sound("Geun-hye"), korean_sound("Кын Хе")
        ('kinhe', 'kinhe', 'kinhe')
    """
    if _HANGUL.fullmatch(word) or (len(word) == 1 and "\uac00" <= word <= "\ud7a3"):
        return "".join(map(_syllable, word))
    rough = _sounds()["rough"]
    parts = _WORD.findall(word.lower())
    return "".join(_rougher().sub(lambda found: rough[found[0]], part) for part in parts)


def _syllable(char: str) -> str:
    rest, last = divmod(ord(char) - _BASE, _LASTS)
    first, middle = divmod(rest, _MIDDLES)
    hangul = _sounds()["hangul"]
    places = (("first", first), ("middle", middle), ("last", last))
    return "".join(hangul[part].split(",")[at] for part, at in places)
