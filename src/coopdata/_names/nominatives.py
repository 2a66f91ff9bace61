"""The nominatives of given names, patronymics and families."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final

from .. import _shipped
from .forms import base_forms
from .key import word_key

__all__ = [
    "family_of",
    "gender_of",
    "given_of",
    "in_order",
    "makes_patronymic",
    "patronymic_of",
    "variants",
]

_CASES: Final = ("genitive", "dative", "accusative", "instrumental", "locative")
_LANGUAGES: Final = ("ru", "be", "uk")
_LEAST: Final = 6
#: A given name with one of these letters is not written in Russian.
_BELARUSIAN: Final = frozenset("іў")


@cache
def _tables() -> Mapping[str, Any]:
    return _shipped.tree("names/people.json")


def gender_of(given: str) -> str:
    """Return the gender of a given name that is known; empty where it is not, or of both."""
    row = _tables()["given"].get(word_key(given))
    return row[0] if row else ""


def in_order(given: str) -> tuple[str, ...]:
    """Return the same writings in their order, Russian before the other ones in Cyrillic."""
    row = _tables()["given"].get(word_key(given))
    return tuple(row[1:]) if row else ()


def variants(given: str) -> frozenset[str]:
    """Return the keys of all writings of a given name that is known, in all languages."""
    row = _tables()["given"].get(word_key(given))
    return frozenset(row[1:]) if row else frozenset()


@lru_cache(maxsize=4096)
def given_of(word: str) -> tuple[tuple[str, str], ...]:
    """Return the known given names that a word is or is a form of, each with its case.

    A name as it is has no case. Its forms are looked for only where it is no name itself, so
    "Александра" is a woman's name; where a form is of two names, both are told.

    Examples:
        >>> given_of("Сергею"), given_of("Александра"), given_of("стол")
        ((('Сергей', 'dative'),), (('Александра', ''),), ())
    """
    key = word_key(word)
    known = _tables()["given"]
    if key in known or all(part in known for part in key.split()):
        return ((word, ""),) if key else ()
    found = []
    for language in _LANGUAGES:
        head, _, tail = key.rpartition(" ")
        for base, case in base_forms(tail, language):
            whole = f"{head} {base}" if head else base
            if whole in known and case in _CASES:
                found.append((_written(word, whole), case))
    return tuple(dict.fromkeys(found))


def _written(word: str, key: str) -> str:
    """Return a key as a name, with the hyphen and the capitals that the word has."""
    joiner = "-" if "-" in word else " "
    return joiner.join(
        part.upper() if word.isupper() else part.capitalize() for part in key.split()
    )


def makes_patronymic(word: str) -> bool:
    """Tell whether a word makes a patronymic of the name before it ("Heydər oğlu")."""
    return word_key(word) in _tables()["particles"]["sons"]


@lru_cache(maxsize=1024)
def patronymic_of(word: str) -> tuple[str, str] | None:
    """Return a patronymic in the nominative, and the case of the word; None for other words.

    Examples:
        >>> patronymic_of("Григорьевича"), patronymic_of("Лукашенко")
        (('Григорьевич', 'genitive'), None)
    """
    key = word_key(word)
    if len(key) < _LEAST:
        return None
    endings = _tables()["patronymics"]
    for size in range(min(8, len(key) - 1), 2, -1):
        row = endings.get(key[-size:])
        if row is not None:
            case = row[2] if len(row) > 2 else ""
            return word[: len(word) - size] + (row[1] if case else word[-size:]), case
    return None


def family_of(word: str, case: str, given: str) -> str:
    """Return the nominative of a family that stands in a case beside a given name.

    Returns:
        The word itself where it cannot change or stands in the nominative; empty where the word
        may be a form of several families.
    """
    if not case:
        return word
    gender = gender_of(given)
    key = word_key(word)
    at = _CASES.index(case)
    found: dict[int, set[str]] = {}
    for nominative, (of, *forms) in _tables()["endings"].items():
        ending = forms[at]
        if gender in ("", of) and key.endswith(ending) and len(key) > len(ending) + 1:
            base = key[: len(key) - len(ending)] + nominative
            if nominative or base[-1] not in "аеёиоуыэюяьйіїєў":
                found.setdefault(len(ending), set()).add(base)
    if not found:
        return word
    longest = found[max(found)]
    if not _BELARUSIAN & set(given.lower()):
        longest = {base for base in longest if not base.endswith("ў")}
    if len(longest) > 1:
        return ""
    return _written(word, longest.pop())
