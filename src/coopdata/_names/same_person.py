"""Whether two names are of one person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from .. import _shipped
from .._text.words import LAST_SPACED
from .eastern import korean_sound, korean_surnames, pinyin
from .forms import base_forms
from .key import word_key
from .likeness import Likeness
from .nominatives import family_of, gender_of, given_of, in_order, variants
from .records import PersonName
from .transliteration import is_alike, is_cyrillic, sound

__all__ = ["compared"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_LETTER: Final = re.compile(r"[^\W\d_]+(?=\.)|[^\W\d_]")
_OTHER: Final = frozenset("ўіїєґәғқңөұүһҳ")
_DECLINING: Final = "ru"
_CASES: Final = ("genitive", "dative", "accusative", "instrumental", "locative")
#: As alike must two unordered words be.
_LEAST: Final = 0.8


class Verdict(NamedTuple):
    """How alike two parts are, and whether that tells anything."""

    score: float
    known: bool
    why: str = ""


@cache
def _particles() -> Mapping[str, Any]:
    particles: Mapping[str, Any] = _shipped.tree("names/people.json")["particles"]
    return particles


def compared(one: PersonName, other: PersonName) -> Likeness:
    """Return whether two names are of one person, with the reasons in words."""
    if (one.key, one.name) > (other.key, other.name):
        return compared(other, one)
    marks = {_generation(one), _generation(other)}
    if len(marks) > 1:
        same = None if "" in marks else False
        return Likeness(score=0.4, same=same, reasons=("one is the elder or the younger",))
    if one.key == other.key:
        words = word_key(one.name).split()
        same = True if len(words) > 1 else None
        return Likeness(score=1.0, same=same, reasons=("equal key",) if same else ("one word",))
    if one.family and other.family:
        return _by_parts(one, other)
    return _by_words(one, other)


def _generation(name: PersonName) -> str:
    for word in re.split(r"[\s,-]+", name.name.lower()):
        key = word_key(word)
        for which in ("younger", "older"):
            if len(key) > 1 and key in _particles()[which]:
                return which
    return ""


def _by_parts(one: PersonName, other: PersonName) -> Likeness:
    family = _families(one, other)
    if not family.score:
        return Likeness(score=0.0, same=False, reasons=("families differ",))
    given = _givens(one, other)
    if given.known and not given.score:
        return Likeness(score=0.3, same=False, reasons=(given.why,))
    patronymic = _patronymics(one, other)
    if patronymic.known and not patronymic.score:
        return Likeness(score=0.3, same=False, reasons=(patronymic.why,))
    reasons = tuple(filter(None, (family.why, given.why, patronymic.why)))
    if not given.known:
        return Likeness(score=0.5, same=None, reasons=(*reasons, "the given name is not known"))
    score = round((2 * family.score + 2 * given.score + patronymic.score) / 5, 3)
    if family.why == "gender of the family":
        return Likeness(score=score, same=None, reasons=reasons)
    if given.why == "an initial" and not patronymic.score and _is_weak(one, other):
        return Likeness(score=score, same=None, reasons=(*reasons, "an initial of many names"))
    is_whole = bool(patronymic.score) or bool(one.patronymic) == bool(other.patronymic)
    sure = given.why != "an initial" and is_whole
    if not sure and _is_common(one.family, other.family):
        return Likeness(score=score, same=None, reasons=(*reasons, "a common family"))
    return Likeness(score=score, same=True, reasons=reasons or ("transliteration",))


def _is_weak(*names: PersonName) -> bool:
    """Tell whether one initial says little: it brings another given name to mind.

    The one initial that fits is all that speaks for the names; a second one that fits, or a
    patronymic, would be as much as a given name.
    """
    given = [word_key(name.given) for name in names if name.given]
    overshadowed = _particles()["overshadowed"]
    return any(key in overshadowed or not variants(key).isdisjoint(overshadowed) for key in given)


def _is_common(*families: str) -> bool:
    return any(word_key(family) in _particles()["common"] for family in families)


def _families(one: PersonName, other: PersonName) -> Verdict:
    mine, theirs = one.family, other.family
    if word_key(mine) == word_key(theirs):
        return Verdict(1.0, known=True)
    if korean_surnames(mine) & korean_surnames(theirs):
        return Verdict(1.0, known=True)
    if pinyin(mine) & pinyin(theirs):
        return Verdict(1.0, known=True)
    if is_cyrillic(mine) == is_cyrillic(theirs) and _is_common(mine, theirs):
        alike = 0.0  # of two families that many bear, a letter makes another
    else:
        alike = _alike(mine, theirs, abroad=_is_abroad(one, other))
    if alike:
        return Verdict(alike, known=True, why="transliteration")
    if _is_form(mine, theirs) or _is_form(theirs, mine):
        return Verdict(0.9, known=True, why="gender of the family")
    return Verdict(0.0, known=True)


def _is_form(word: str, base: str) -> bool:
    """Tell whether a family may be an oblique form of another, of either gender."""
    return is_cyrillic(word) and any(
        word_key(family_of(word, case, "")) == word_key(base) for case in _CASES
    )


def _is_abroad(one: PersonName, other: PersonName) -> bool:
    """Tell whether names in one script are of different languages, so that sounds may shift."""
    keys = word_key(one.given), word_key(other.given)
    is_other = not is_cyrillic(one.name) and keys[0] != keys[1]  # "Alexander", "Aliaksandr"
    return _is_foreign(one) != _is_foreign(other) or (is_other and keys[1] in variants(one.given))


def _is_foreign(name: PersonName) -> bool:
    """Tell whether a name is written otherwise than in Russian, by its letters or given name."""
    forms = variants(name.given)
    home = next(filter(is_cyrillic, in_order(name.given)), "")
    return bool(_OTHER & set(name.name.lower())) or (bool(forms) and home != word_key(name.given))


def _alike(mine: str, theirs: str, *, abroad: bool) -> float:
    """Return how alike two words of names are as they sound, or as typists err."""
    if word_key(mine) == word_key(theirs):
        return 1.0
    sounds = tuple(
        sound(word_key(part)) if part.isascii() else _sounded(part) for part in (mine, theirs)
    )
    if not all(sounds):
        return 0.0
    if sounds[0] == sounds[1]:
        return 0.99
    crossed = is_cyrillic(mine) != is_cyrillic(theirs)
    return is_alike(*sounds, loose=True) if crossed or abroad else 0.0


def _sounded(text: str) -> str:
    return "".join(sound(word) for word in _WORD.findall(text.replace("-", " ")))


def _givens(one: PersonName, other: PersonName) -> Verdict:
    mine, theirs = one.given.split(), other.given.split()
    if mine and theirs:
        if korean_surnames(one.family) & korean_surnames(other.family):
            return _korean(one.given, other.given)
        if one.initials or other.initials:
            letters = _initials(one, other)
            if not letters.score:
                return letters
        return _given_words(mine, theirs, abroad=_is_abroad(one, other))
    if not (one.given or one.initials) or not (other.given or other.initials):
        return Verdict(0.0, known=False)
    return _initials(one, other)


def _korean(mine: str, theirs: str) -> Verdict:
    sounds = korean_sound(mine), korean_sound(theirs)
    if pinyin(mine) & pinyin(theirs):
        return Verdict(1.0, known=True)
    if all(sounds) and sounds[0] == sounds[1]:
        return Verdict(0.97, known=True, why="transliteration")
    alike = is_alike(*sounds, loose=True) if all(sounds) else 0.0
    return Verdict(alike, known=True, why="transliteration" if alike else "given names differ")


def _given_words(mine: list[str], theirs: list[str], *, abroad: bool) -> Verdict:
    if pinyin("".join(mine)) & pinyin("".join(theirs)):
        return Verdict(1.0, known=True)
    scores = [_given(one, other, abroad=abroad) for one, other in zip(mine, theirs, strict=False)]
    if not all(scores):
        open_ = mine[0] > "\u2e7f" or theirs[0] > "\u2e7f" or _may_be_form(mine[0], theirs[0])
        return Verdict(0.0, known=not open_, why="given names differ")
    worst = min(scores)
    return Verdict(worst, known=True, why="" if worst == 1 else "transliteration")


def _may_be_form(mine: str, theirs: str) -> bool:
    """Tell whether a given name may be a case of the other ("Александра")."""
    keys = word_key(mine), word_key(theirs)
    return any(
        base == other
        for word, other in (keys, keys[::-1])
        for base, _ in base_forms(word, _DECLINING)
    )


def _given(mine: str, theirs: str, *, abroad: bool) -> float:
    if word_key(mine) == word_key(theirs):
        return 1.0
    known = variants(mine)
    if known and variants(theirs):
        return 0.98 if word_key(theirs) in known else 0.0
    genders = gender_of(mine), gender_of(theirs)
    if all(genders) and genders[0] != genders[1]:
        return 0.0
    return _alike(mine, theirs, abroad=abroad)


def _initials(one: PersonName, other: PersonName) -> Verdict:
    """Compare where at least one has but initials, each with the word or letter it stands for."""
    mine, theirs = _letters(one), _letters(other)
    for first, second in zip(mine, theirs, strict=False):
        if first.isdisjoint(second):
            return Verdict(0.0, known=True, why="initials differ")
    return Verdict(0.9, known=True, why="an initial")


def _letters(name: PersonName) -> list[frozenset[str]]:
    """Return for each given name and patronymic, or initial of one, the sounds it begins with."""
    given = name.given.replace("-", " ").split() if not variants(name.given) else [name.given]
    words = [*given, *([name.patronymic] if name.patronymic else [])]
    found = [_begins(word) for word in words]
    return found + [_begins(letter) for letter in _LETTER.findall(name.initials)]


def _begins(word: str) -> frozenset[str]:
    forms = variants(word) or {word_key(word)}
    return frozenset(key[0] for form in forms if (key := sound(form) or form))


def _patronymics(one: PersonName, other: PersonName) -> Verdict:
    mine, theirs = one.patronymic, other.patronymic
    if mine and theirs:
        alike = _alike(mine, theirs, abroad=True)
        return Verdict(alike, known=True, why="" if alike else "patronymics differ")
    letters = [  # behind a given name, the first is of the patronymic already
        len(_LETTER.findall(name.initials)) + bool(name.initials and name.given)
        for name in (one, other)
    ]
    both = (mine and letters[1] > 1) or (theirs and letters[0] > 1) or min(letters) > 1
    return Verdict(0.9 if both else 0.0, known=bool(both))


def _by_words(one: PersonName, other: PersonName) -> Likeness:
    """Compare names of which one has no order that is known: each word with one of the other."""
    mine, theirs = (_words(name) for name in (one, other))
    abroad = _is_abroad(one, other)
    if min(len(mine), len(theirs)) < 2 or max(map(len, (mine, theirs))) > 6:
        return Likeness(score=0.3, same=None, reasons=("one word is no whole name",))
    left = list(theirs)
    scores = []
    for word in sorted(mine, key=len, reverse=True):  # a letter fits more than one
        best = max(left, key=lambda other: (_word(word, other, abroad=abroad), other), default="")
        score = _word(word, best, abroad=abroad) if best else 0.0
        if score < _LEAST:
            continue
        left.remove(best)
        scores.append(score)
    total = round(2 * sum(scores) / (len(mine) + len(theirs)), 3)
    if len(scores) == min(len(mine), len(theirs)):
        whole = len(mine) == len(theirs) or all(len(word) == 1 for word in left)
        same = True if whole else None
        return Likeness(score=total, same=same, reasons=("the same words",))
    scripts = {word > "\u2e7f" for word in (mine[0], theirs[0])}
    return Likeness(
        score=total, same=None if len(scripts) > 1 else False, reasons=("a word differs",)
    )


def _words(name: PersonName) -> list[str]:
    """Return the words of a name, which a script without spaces sets as one."""
    words = _WORD.findall(name.name)
    return [name.family, name.given] if len(words) == 1 and name.family and name.given else words


def _word(mine: str, theirs: str, *, abroad: bool) -> float:
    is_letter = min(len(mine), len(theirs)) == 1 < max(len(mine), len(theirs))
    if is_letter and max(mine[0], theirs[0]) < LAST_SPACED:
        return 0.0 if _begins(mine).isdisjoint(_begins(theirs)) else 0.85
    if given_of(mine) and given_of(theirs):
        pairs = [(a, b) for a, _ in given_of(mine) for b, _ in given_of(theirs)]
        return max(_given(a, b, abroad=abroad) for a, b in pairs)
    if pinyin(mine) & pinyin(theirs):
        return 0.95
    return _alike(mine, theirs, abroad=abroad)
