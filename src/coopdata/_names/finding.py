"""Names of places in running text: whole words, the longest first, and none in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from attrs import evolve

from .._lexicon.language import LANGUAGES
from .._lexicon.locale import lexicon
from .._text.fold import lower
from .._text.words import LAST_SPACED
from . import gazetteer as known
from .cues import is_cue
from .forms import base_forms
from .gazetteer import Gazetteer
from .key import name_key
from .places import PlaceName, read_key

__all__ = ["find"]

#: A name in running text has no more words than this, and no more characters without spaces.
_MOST_WORDS: Final = 6
_MOST_CHARACTERS: Final = 14
#: As long is the longest abbreviation of a word for a kind, and the space before it.
_ABBREVIATED: Final = 6
_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,4}|[^\W\d_]+(?:['\u2019\u02bc\u02bb][^\W\d_]+)*")
_JOINED: Final = re.compile(r"[ \u00a0\u202f\-\u2010\u2011]|\.[ \u00a0]?")
_SENTENCE: Final = re.compile(r"(?:^|[.!?\u2026:;\n\u2013\u2014«\"“(])\s*$")
_APOSTROPHE: Final = re.compile("['\u2019\u02bc\u02bb]")
_FIRST_HANGUL: Final = "\uac00"

#: Where a name begins and ends, and the place.
Found = tuple[int, int, PlaceName]
Words = Sequence[re.Match[str]]


def find(text: str, locale: str, language: str) -> Iterator[Found]:
    """Yield where a text names places, and which, in its order; what may mean several is left out.

    A word in lower case is no place, nor is an abbreviation in anything but capitals; a word by
    itself in a text without lower case may be any word. A town of one word next to another word
    with a capital may be a person, and is none.

    Examples:
        >>> [(start, end, place.code) for start, end, place in find("Made in Belarus.", "en", "en")]
        [(8, 15, 'BY')]
    """
    for start, end, place in _found(text, locale, language):
        yield start, end, evolve(place, name=text[start:end])


def _found(text: str, locale: str, language: str) -> Iterator[Found]:
    words = list(_WORD.finditer(text))
    names = known.country_names(locale, language)
    headline = not any(map(str.islower, text))
    end = 0
    for number, word in enumerate(words):
        if word.start() < end:
            continue
        first = word[0][0]
        if first > LAST_SPACED and first < _FIRST_HANGUL:
            for hit in _in_run(word, names):
                yield hit
                end = hit[1]
        elif first.isupper() or first > LAST_SPACED or _is_kind(word[0], language):
            hit_or_none = _at(text, words, number, names, headline)
            if hit_or_none is not None:
                yield hit_or_none
                end = hit_or_none[1]


def _in_run(word: re.Match[str], names: Gazetteer) -> Iterator[Found]:
    """Yield the places in a run of characters that no spaces part."""
    run, at = word[0], 0
    while at < len(run):
        for size in range(min(_MOST_CHARACTERS, len(run) - at), 1, -1):
            part = run[at : at + size]
            if _is_listed(part, names):
                found = _read(part, names)
                if len(found) == 1 and part not in known.kinds().common.get(names.language, ()):
                    start = word.start() + at
                    yield start, start + size, found[0]
                at += size - 1
                break
        at += 1


def _is_listed(name: str, names: Gazetteer) -> bool:
    return bool(
        names.names.exactly(name)
        or known.regions().table.exactly(name)
        or known.towns().exactly(name)
    )


def _at(text: str, words: Words, number: int, names: Gazetteer, headline: bool) -> Found | None:
    """Return the longest name that begins with a word, unless it may be anything else."""
    for size in range(_reach(text, words, number), 0, -1):
        chosen = words[number : number + size]
        if size > 1 and not _may_be(chosen, names):
            continue
        keys = [_key(word[0]) for word in chosen]
        found = _read(" ".join(keys), names)
        end = chosen[-1].end()
        mark = _APOSTROPHE.search(chosen[-1][0])
        if not found and mark is not None:
            keys[-1] = _key(chosen[-1][0][: mark.start()])
            found = _read(" ".join(keys), names)
            end = chosen[-1].start() + mark.start()
        if not found:
            continue
        place = next(iter(found))
        if len(found) > 1 or not _is_sure(text, words, number, size, place, names, headline):
            return None
        start, end = _span(chosen, keys, place.name, end)
        return (
            _with_kind(text, words, number, start, names.language),
            _dotted(text, end, names.language),
            place,
        )
    return None


def _with_kind(text: str, words: Words, number: int, start: int, language: str) -> int:
    """Return where a name begins with the word for a kind of town before it ("г. Степногорск")."""
    while words[number].start() < start:
        number += 1
    if not number or words[number - 1][0][0].isupper():
        return start
    before = words[number - 1]
    is_kind = _JOINED.fullmatch(text[before.end() : start]) and is_cue(before[0], "towns", language)
    return before.start() if is_kind else start


def _dotted(text: str, end: int, language: str) -> int:
    """Return the end with the full stop of an abbreviated word for a kind ("Тульской обл.")."""
    last = text[max(0, end - _ABBREVIATED) : end].rpartition(" ")[2]
    return end + (text[end : end + 1] == "." and is_cue(last, "dotted", language))


def _span(chosen: Words, keys: list[str], name: str, end: int) -> tuple[int, int]:
    """Return where those of the words stand that are the name."""
    start, count = chosen[0].start(), name.count(" ") + 1
    if count < len(keys):
        if " ".join(keys[-count:]) == name:
            return chosen[-count].start(), end
        if " ".join(keys[:count]) == name:
            return start, chosen[count - 1].end()
    elif name > LAST_SPACED and len(keys) == 1 and keys[0].startswith(name):
        return start, start + len(name)
    return start, end


def _reach(text: str, words: Words, number: int) -> int:
    """Return how many words from one on are joined closely enough for a name."""
    size = 1
    while size < _MOST_WORDS and number + size < len(words):
        between = text[words[number + size - 1].end() : words[number + size].start()]
        if not _JOINED.fullmatch(between):
            break
        size += 1
    return size


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    return name_key(word)


@lru_cache(maxsize=16384)
def _is_kind(word: str, language: str) -> bool:
    return bool(known.kinds().of_word(_key(word), language))


def _may_be(chosen: Words, names: Gazetteer) -> bool:
    """Tell whether several words may be one name: one begins like them, or a kind is said."""
    if not any(word[0][0].isupper() or word[0] > LAST_SPACED for word in chosen):
        return False
    ends = (chosen[0][0], chosen[-1][0])
    return any(_is_kind(word, names.language) for word in ends) or _starts(
        _key(chosen[0][0]), len(chosen), names
    )


@lru_cache(maxsize=16384)
def _starts(word: str, size: int, names: Gazetteer) -> bool:
    firsts = {word, *(base for base, _ in base_forms(word, names.language))}
    tables = [names.names, known.regions().table, known.towns()]
    if names.names.below is not None:
        tables.append(names.names.below)
    return any(
        len(name) == size for table in tables for one in firsts for name in table.starting(one)
    )


@lru_cache(maxsize=16384)
def _read(key: str, names: Gazetteer) -> tuple[PlaceName, ...]:
    return read_key(key, names, adjectives=False) if key else ()


def _is_sure(
    text: str,
    words: Words,
    number: int,
    size: int,
    place: PlaceName,
    names: Gazetteer,
    headline: bool,
) -> bool:
    """Tell whether a name in running text can be nothing but the place."""
    word = words[number][0]
    key = _key(word)
    if size > 1:
        return True
    if _is_common(word, names.language, place.level):
        return False
    if word > LAST_SPACED:
        return len(word) > 1
    if not word[0].isupper():
        return False
    if key in names.capitals:
        return word.isupper() and not headline
    least = 3 if place.level == "country" or not key.isascii() else 4
    if len(key) < least:
        return False
    if word.isupper():
        return not headline and len(key) > 3
    begins = _SENTENCE.search(text, max(0, words[number].start() - 4), words[number].start())
    if begins and place.level != "country" and not _is_listed(key, names):
        return False
    is_other = place.level in ("country", "region") or place.code in known.regions().cities
    if is_other or names.language in known.kinds().capitalised:
        return True
    return not (
        (not begins and _is_neighbour(text, words, number - 1))
        or _is_neighbour(text, words, number, after=True)
    )


@lru_cache(maxsize=16384)
def _is_common(word: str, language: str, level: str) -> bool:
    """Tell whether a name may be another word, in any of its forms: a listed one, or a unit."""
    key = _key(word)
    if any(
        one in known.kinds().common.get(language, ())
        for one in (key, *(base for base, _ in base_forms(key, language)))
    ):
        return True
    if level == "country" or language not in LANGUAGES:
        return False
    words, low = lexicon(language), lower(word)
    return low in words.after.rows or low in words.before.rows


def _is_neighbour(text: str, words: Words, number: int, *, after: bool = False) -> bool:
    """Tell whether the word before (or after) is written with a capital and stands next to it."""
    other = number + 1 if after else number
    if not 0 <= other < len(words):
        return False
    left = words[number].end()
    right = words[number + 1].start() if number + 1 < len(words) else left
    return words[other][0][0].isupper() and _JOINED.fullmatch(text[left:right]) is not None
