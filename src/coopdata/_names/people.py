"""A name of a person taken apart: title, family, given name, patronymic, initials."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final, Literal, NamedTuple

from .. import _shipped
from ..errors import UnreadableTextError
from .eastern import (
    is_chinese_given,
    is_chinese_surname,
    is_korean_given,
    is_korean_surname,
    own_script,
)
from .forms import base_forms
from .key import word_key
from .nominatives import family_of, given_of, makes_patronymic, patronymic_of
from .organisations import plain
from .records import QUOTES, PersonName

__all__ = ["is_address", "is_title", "read"]

_WORD: Final = re.compile(r"[^\s,;()（）]+")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]{1,2}\.-?){1,3}")
_ASIDE: Final = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_JOINTS: Final = frozenset(";&和与")
_MOST: Final = 6
_OFFICES_OF: Final = ("ru", "be", "uk")
_DECLINING: Final = "ru"
#: What stands behind a name in a script without capitals.
_TITLES_BEHIND: Final = 5


class Parts(NamedTuple):
    """The words of a name by their part; all empty where nothing says which is which."""

    family: str = ""
    given: str = ""
    patronymic: str = ""
    initials: str = ""


@cache
def _tables() -> Mapping[str, Any]:
    return _shipped.tree("names/people.json")


@cache
def _words(table: Literal["titles", "offices"]) -> frozenset[str]:
    return frozenset(_tables()[table]["words"])


def is_title(word: str) -> bool:
    """Tell whether a word is a form of address or an office, in any case."""
    key = word_key(word)
    if not key:
        return False
    known = _words("titles") | _words("offices")
    return key in known or any(
        base in known for language in _OFFICES_OF for base, _ in base_forms(key, language)
    )


def is_address(word: str) -> bool:
    """Tell whether a word is a form of address, as it is ("Mr", "г-н")."""
    return word_key(word) in _words("titles")


@lru_cache(maxsize=4096)
def read(text: str, locale: str) -> PersonName:
    """Return the parts of one person's name, as far as its words say.

    Raises:
        UnreadableTextError: it is no name, nothing but a title, or two names.
    """
    whole = plain(text, locale)
    dropped: list[str] = []
    start, end = 0, len(whole)
    aside = _ASIDE.search(whole)
    if aside is not None and aside.start():
        end = aside.start()
    start, end = _untitled(whole, start, end, dropped)
    name = whole[start:end]
    words = _WORD.findall(name)
    if not any(char.isalpha() for char in name):
        raise UnreadableTextError(text, locale, 0, "a name beside its title")
    if _is_joint(name, words):
        raise UnreadableTextError(text, locale, 0, "one name, not two")
    parts = _parts(name, tuple(words))
    return PersonName(name=name, honorific=" ".join(dropped), **parts._asdict())


def _is_joint(name: str, words: Sequence[str]) -> bool:
    """Tell whether a text names two people."""
    joints = _tables()["particles"]["joints"]
    return not _JOINTS.isdisjoint(name) or any(word in joints for word in words[1:-1])


def _untitled(whole: str, start: int, end: int, dropped: list[str]) -> tuple[int, int]:
    """Return the bounds of the name proper; what is dropped is told in the order of the text."""
    behind: list[str] = []
    start, end = _within(whole, start, end)
    comma = whole.rfind(",", start, end)
    tail = _WORD.findall(whole, comma + 1, end) if comma > start else []
    if tail and (is_title(tail[0]) or tail[0].islower()):
        behind.append(whole[comma + 1 : end].strip())
        start, end = _within(whole, start, comma)
    spans = [match.span() for match in _WORD.finditer(whole, start, end)]
    first, last = 0, len(spans)
    has_office = False
    while last - first > 1 and _is_dropped(whole[slice(*spans[first])]):
        has_office = has_office or is_title(whole[slice(*spans[first])])
        dropped.append(whole[slice(*spans[first])])
        first += 1
    while last - first > 1 and is_title(whole[slice(*spans[last - 1])]):
        behind.insert(0, whole[slice(*spans[last - 1])])
        last -= 1
    if has_office:
        skipped = _complement([whole[slice(*span)] for span in spans[first:last]])
        dropped += [whole[slice(*span)] for span in spans[first : first + skipped]]
        first += skipped
    dropped += behind
    if first < last and last - first == 1 and is_title(whole[slice(*spans[first])]):
        return start, start
    if not spans:
        return start, start
    bounds = _within(whole, spans[first][0], spans[last - 1][1])
    return _glued(whole, *bounds, dropped)


def _glued(whole: str, start: int, end: int, dropped: list[str]) -> tuple[int, int]:
    """Return the bounds without a title that hangs on a name in a script that sets no spaces."""
    for size in range(min(_TITLES_BEHIND, end - start - 2), 0, -1):
        title = whole[end - size : end]
        if title[0] > "\u2e7f" and (title in _words("titles") or title in _words("offices")):
            if own_script(whole[start : end - size].strip()) is None:
                continue
            dropped.append(title)
            return _within(whole, start, end - size)
    return start, end


def _within(whole: str, start: int, end: int) -> tuple[int, int]:
    while start < end and whole[start] in QUOTES + " ,;-–—":
        start += 1
    while start < end and whole[end - 1] in QUOTES + " ,;-–—":
        end -= 1
    return start, end


def _is_dropped(word: str) -> bool:
    """Tell whether a word before a name is no part of it: a title, or what complements one."""
    key = word_key(word)
    return is_title(word) or (word.islower() and key not in _tables()["particles"]["words"])


def _complement(words: Sequence[str]) -> int:
    """Return how many words behind an office say of what it is ("президент Казахстана …")."""
    for at, word in enumerate(words):
        if _INITIALS.fullmatch(word) or given_of(word) or patronymic_of(word):
            rest = [one for one in words[at + 1 :] if not patronymic_of(one)]
            return at if rest else 0
        if at and is_chinese_surname(word) and is_chinese_given(tuple(words[at + 1 :])):
            return at
    return 0


def _parts(name: str, words: tuple[str, ...]) -> Parts:
    own = own_script(name.replace(" ", ""))
    if own is not None:
        return Parts(family=own[0], given=own[1])
    if len(words) > _MOST or len(words) == 1:
        return Parts()
    before, comma, behind = name.partition(",")
    if comma:
        return _with_comma(tuple(_WORD.findall(before)), tuple(_WORD.findall(behind)))
    return (
        _with_initials(words)
        or _with_patronymic(words)
        or _eastern(words)
        or _in_capitals(words)
        or _with_given(words)
        or Parts()
    )


def _with_comma(family: tuple[str, ...], rest: tuple[str, ...]) -> Parts:
    if not rest or not family:
        return Parts()
    if all(_INITIALS.fullmatch(word) for word in rest):
        return Parts(family=" ".join(family), initials=" ".join(rest))
    particles = _trailing_particles(rest)
    if particles:
        family = (*rest[-particles:], *family)
        rest = rest[:-particles]
    if patronymic_of(rest[-1]) and len(rest) > 1:
        return Parts(" ".join(family), " ".join(rest[:-1]), rest[-1])
    if len(family) > 1 and not particles and not _is_particle(family[0]):
        return Parts()
    return Parts(family=" ".join(family), given=" ".join(rest))


def _trailing_particles(words: Sequence[str]) -> int:
    count = 0
    while count < len(words) - 1 and _is_particle(words[-1 - count]):
        count += 1
    return count


def _is_particle(word: str) -> bool:
    return word_key(word) in _tables()["particles"]["words"] and word[0].islower()


def _with_initials(words: tuple[str, ...]) -> Parts | None:
    middle = words[1:-1]
    found = [
        word
        for word in words
        if _INITIALS.fullmatch(word) or (len(word) == 1 and word.isupper() and word in middle)
    ]
    if not found:
        return None
    rest = tuple(word for word in words if word not in found)
    initials = " ".join(found)
    if len(rest) == 1 or (rest and _is_particle(rest[0])):
        return Parts(family=" ".join(rest), initials=initials)
    parts = _with_given(rest) if rest else None
    return Parts(initials=initials) if parts is None else parts._replace(initials=initials)


def _with_patronymic(words: tuple[str, ...]) -> Parts | None:
    for at in range(1, len(words)):
        size = 1
        father = patronymic_of(words[at])
        if father is None and at + 1 < len(words) and makes_patronymic(words[at + 1]):
            father, size = (f"{words[at]} {words[at + 1]}", ""), 2
        if father is None:
            continue
        given = words[at - 1]
        rest = (*words[: at - 1], *words[at + size :])
        if len(rest) > 1 or (not rest and not _is_sure(father[0], given)):
            return None
        found = given_of(given)
        case = father[1]
        base = next((one for one, of in found if of == case or not case), given)
        chosen = base if case else given
        family = family_of(rest[0], case, chosen) if rest else ""
        return Parts(family=family, given=chosen, patronymic=father[0])
    return None


def _is_sure(patronymic: str, given: str) -> bool:
    """Tell whether two words alone are a name with a patronymic, not with a family like one."""
    key = word_key(patronymic)
    if not key.endswith(("ич", "іч", "ich", "itsch")):
        return True
    stem = re.sub(r"(ов|ев|йов|ав|ов|ov|ev|av)?(ич|іч|ich|itsch)$", "", key)
    return any(stem + end in _tables()["given"] for end in ("", "й", "ь", "а", "ий", "y"))


def _eastern(words: tuple[str, ...]) -> Parts | None:
    for family, rest, last in (
        (words[0], words[1:], False),
        (words[-1], words[:-1], True),
    ):
        given = tuple(rest)
        if is_korean_surname(family) and not _is_given(given):
            base = _eastern_base(given, is_korean_given)
            if base and len(given) + base.count("-") > 1:
                return Parts(family=family, given=base)
        if not is_chinese_surname(family):
            continue
        bases = _eastern_base(given, is_chinese_given)
        if bases and not (len(given) == 1 and is_chinese_surname(given[0])):
            return Parts(family=family, given=bases)
        if last:
            return None
    return None


def _is_given(words: Sequence[str]) -> bool:
    return any(given_of(word) for word in words)


def _eastern_base(given: tuple[str, ...], is_name: Callable[[tuple[str, ...]], bool]) -> str:
    """Return a given name of the East, its case undone; empty where it is none."""
    if is_name(given):
        return " ".join(given)
    last = given[-1]
    for base, _ in base_forms(word_key(last), _DECLINING):
        if last.lower().startswith(base) and is_name((*given[:-1], base)):
            return " ".join((*given[:-1], last[: len(base)]))
        if (
            is_name((*given[:-1], base))
            and base.endswith("ь")
            and last.lower()[: len(base) - 1] == base[:-1]
        ):
            return " ".join((*given[:-1], last[: len(base) - 1] + "ь"))
    return ""


def _in_capitals(words: tuple[str, ...]) -> Parts | None:
    """Return the parts where the family alone is in capitals ("ПУТИН Владимир")."""
    for family, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        if len(family) > 1 and family.isupper() and not any(word.isupper() for word in rest):
            return Parts(family=family, given=" ".join(rest))
    return None


def _with_given(words: tuple[str, ...]) -> Parts | None:
    known = [given_of(word) for word in words]
    particle = next((at for at, word in enumerate(words) if at and _is_particle(word)), 0)
    if particle and known[0]:
        return Parts(family=" ".join(words[particle:]), given=" ".join(words[:particle]))
    first, last = known[0], known[-1]
    if len(words) == 2 and first and last:
        return None
    if first and len(words) == 2 and patronymic_of(words[1]):
        return Parts(given=words[0])  # "Роман Абрамович": family or patronymic
    if first and not last:
        given, family = words[:-1], words[-1]
    elif not first and all(known[1:]):
        given, family = words[1:], words[0]
    else:
        return None
    return _declined(given, family)


def _declined(given: tuple[str, ...], family: str) -> Parts:
    """Return given names and family in the nominative, if the given names stand in another case."""
    found = given_of(given[0])
    if any(not case for _, case in found):
        return Parts(family=family, given=" ".join(given))
    cases = tuple(dict.fromkeys(case for _, case in found))
    base = found[0][0]
    bases = [base, *(next((one for one, _ in given_of(word)), word) for word in given[1:])]
    families = {family_of(family, case, base) for case in cases} - {""}
    if len(families) > 1:  # in one of the cases the family would have changed
        families.discard(family)
    return Parts(family=families.pop() if len(families) == 1 else "", given=" ".join(bases))
