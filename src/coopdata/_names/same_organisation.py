"""Whether two names are of one organisation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from .forms import base_forms
from .key import word_key
from .kinds import is_daughter, is_generic, known, meaning
from .legal_forms import is_form
from .likeness import Likeness
from .records import OrganisationName
from .transliteration import is_alike, is_cyrillic, sound

__all__ = ["compared"]

_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+")
_ASIDE: Final = re.compile(r"[(（][^()（）]*[)）]")
#: No form is undone of a word that has so few letters.
_SHORT: Final = 3
_DECLINED: Final = ("ru", "be", "uk")
#: Letters that Russian lacks: a word that has one is written otherwise than in Russian.
_OTHER: Final = frozenset("ўіїєґәғқңөұүһҳ")


class Word(NamedTuple):
    """A word of a name: as written, and its key."""

    written: str
    key: str


class Words(NamedTuple):
    """The words of a name by what they tell."""

    content: tuple[Word, ...]
    numbers: tuple[str, ...]
    aside: frozenset[str]
    initials: tuple[str, ...]
    whole: str


def compared(one: OrganisationName, other: OrganisationName) -> Likeness:
    """Return whether two names are of one organisation, with the reasons in words."""
    if one.key > other.key:
        return compared(other, one)
    mine, theirs = _words(one), _words(other)
    against = _against(mine, theirs)
    doubts = _doubts(one, other, mine, theirs)
    if one.key == other.key:
        return _settled(1.0, "equal key", against, doubts)
    if mine.whole == theirs.whole or _run(one) == _run(other):
        return _settled(0.98, "equal but for words of kind", against, doubts)
    house = known(mine.whole)
    if house and house == known(theirs.whole):
        return _settled(0.97, "known by both names", against, doubts)
    joined = _joined(mine, theirs)
    if joined:
        return _settled(joined, "transliteration", against, doubts)
    return _aligned(mine, theirs, against, doubts)


def _run(name: OrganisationName) -> str:
    return name.key.replace(" ", "")


def _settled(score: float, why: str, against: tuple[str, ...], doubts: tuple[str, ...]) -> Likeness:
    """Return the answer for names that are alike, unless something speaks against it."""
    if against:
        return Likeness(score=round(score / 2, 3), same=False, reasons=(why, *against))
    if doubts:
        return Likeness(score=round(score * 0.8, 3), same=None, reasons=(why, *doubts))
    return Likeness(score=score, same=True, reasons=(why,))


@lru_cache(maxsize=4096)
def _words(name: OrganisationName) -> Words:
    core = _ASIDE.sub(" ", name.core)
    aside = " ".join(_ASIDE.findall(name.core))
    found = [Word(written, word_key(written)) for written in _WORD.findall(core)]
    if not any(len(word.key) > 1 and not word.key.isdigit() for word in found):
        found = [Word(written, word_key(written)) for written in _WORD.findall(name.core)]
    kept = [word for word in found if not _is_light(word)] or found
    return Words(
        content=tuple(
            w for w in kept if (not w.key.isdigit() and len(w.key) > 1) or _is_han(w.key)
        ),
        numbers=tuple(sorted(w.key for w in found if w.key.isdigit())),
        aside=frozenset(word_key(aside).split()),
        initials=tuple(w.key for w in kept if len(w.key) == 1 and not w.key.isdigit()),
        whole="".join(w.key for w in kept),
    )


def _is_han(key: str) -> bool:
    return key > "\u2e7f"


def _is_light(word: Word) -> bool:
    return is_generic(word.key) or (len(word.key) > 1 and is_form(word.key))


def _against(mine: Words, theirs: Words) -> tuple[str, ...]:
    """Return what tells two names apart, however alike their words are."""
    found = []
    if mine.numbers != theirs.numbers:
        found.append("numbers differ")
    if mine.aside and theirs.aside and not mine.aside & theirs.aside:
        found.append("what stands in brackets differs")
    if mine.initials != theirs.initials and (mine.initials and theirs.initials):
        found.append("initials differ")
    return tuple(found)


def _doubts(
    one: OrganisationName, other: OrganisationName, mine: Words, theirs: Words
) -> tuple[str, ...]:
    """Return what leaves it open whether names that are alike are of one organisation."""
    found = []
    if not _are_one_family(one.family, other.family):
        found.append("legal forms differ")
    if bool(mine.initials) != bool(theirs.initials):
        found.append("one has an initial more")
    return tuple(found)


def _are_one_family(one: str, other: str) -> bool:
    """Tell whether two legal forms may be one: registers call a "ТОО" an LLP in English."""
    limited = {one, other} <= {"LLC", "LLP"}
    return one == other or not one or not other or limited


def _joined(mine: Words, theirs: Words) -> float:
    """Return how alike the names are as one word each: spaces and hyphens come and go."""
    one, other = ("".join(word.written for word in words.content) for words in (mine, theirs))
    return 0.97 if sound(one) and sound(one) == sound(other) else 0.0


def _likeness(one: Word, other: Word) -> float:
    """Return how alike two words are: as forms of one, as written, or as they sound."""
    if one.key == other.key:
        return 1.0
    if is_cyrillic(one.key) and is_cyrillic(other.key):
        if _is_form_of(one.key, other.key) or _is_form_of(other.key, one.key):
            return 0.97
        foreign = bool(_OTHER & set(one.key)) != bool(_OTHER & set(other.key))
        if not foreign:
            return is_alike(one.key, other.key, loose=False)
    if meaning(one.key) and meaning(one.key) == meaning(other.key):
        return 0.95
    sounds = sound(one.written), sound(other.written)
    if not all(sounds):
        return 0.0
    if sounds[0] == sounds[1]:
        return 0.99
    if is_cyrillic(one.key) or is_cyrillic(other.key):
        if sounds[0] in _sounds_of_bases(other.key) or sounds[1] in _sounds_of_bases(one.key):
            return 0.95
        return is_alike(*sounds, loose=True)
    return is_alike(one.key, other.key, loose=False)


def _is_form_of(word: str, base: str) -> bool:
    return any(base == one for language in _DECLINED for one, _ in base_forms(word, language))


def _sounds_of_bases(key: str) -> frozenset[str]:
    """Return how the words sound that a Cyrillic word may be a form of, shortest words left out."""
    if not is_cyrillic(key) or len(key) <= _SHORT:
        return frozenset()
    bases = (base for language in _DECLINED for base, _ in base_forms(key, language))
    return frozenset(sound(base) for base in bases if len(base) > _SHORT)


def _aligned(
    mine: Words, theirs: Words, against: tuple[str, ...], doubts: tuple[str, ...]
) -> Likeness:
    """Compare word by word; words that only one of the names has tell them apart."""
    left = list(theirs.content)
    matched = 0.0
    pairs = 0
    alone: list[Word] = []
    for word in mine.content:
        best = max(left, key=lambda other: (_likeness(word, other), other), default=None)
        alike = _likeness(word, best) if best is not None else 0.0
        if best is None or not alike:
            alone.append(word)
            continue
        left.remove(best)
        matched += alike
        pairs += 1
    total = len(mine.content) + len(theirs.content)
    score = round(2 * matched / total, 3) if total else 0.0
    rest = [*alone, *left]
    if not rest and pairs:
        return _settled(score, "transliteration", against, doubts)
    if not pairs:
        reasons = ("nothing in common", *against)
        scripts = {_is_han(word.key[:1]) for word in (*mine.content, *theirs.content)}
        return Likeness(score=score, same=None if len(scripts) > 1 else False, reasons=reasons)
    if alone and left:
        return Likeness(score=score, same=False, reasons=("each has a word of its own", *against))
    daughter = any(is_daughter(word.key) for word in rest)
    why = "one is a company of the other's house" if daughter else "one has a word more"
    same = False if daughter or against else None
    return Likeness(score=score, same=same, reasons=(why, *against))
