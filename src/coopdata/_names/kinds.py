"""Words of organisations that say little of which one is meant, and names known to be of one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from .. import _shipped
from .forms import base_forms
from .key import name_key, word_key
from .transliteration import sound

__all__ = ["daughters", "generic", "houses", "is_daughter", "is_generic", "known", "meaning"]

#: The languages whose words of kind change within a name ("завода").
_DECLINED: Final = ("ru", "be", "uk")
#: A word as short sounds like too many others.
_SHORT: Final = 3


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    return _shipped.tree("names/organisations.json")


@cache
def generic() -> frozenset[str]:
    """Return the keys of the words for a kind of organisation, of one word or several."""
    return frozenset(_tables()["generic"]["words"])


@cache
def daughters() -> frozenset[str]:
    """Return the keys of the words that tell companies of one house apart."""
    return frozenset(_tables()["daughters"]["words"])


@cache
def _sounding() -> frozenset[str]:
    return frozenset(filter(None, map(sound, (key for key in generic() if len(key) > _SHORT))))


def is_generic(key: str) -> bool:
    """Tell whether a key is a word for a kind of organisation, in any case and transliterated."""
    return (
        key in generic()
        or any(base in generic() for language in _DECLINED for base, _ in base_forms(key, language))
        or (len(key) > _SHORT and sound(key) in _sounding())
    )


def is_daughter(key: str) -> bool:
    """Tell whether a key is a word that a company of a house has in its name."""
    return key in daughters()


def meaning(key: str) -> str:
    """Return what a word stands for that several languages have; empty for any other word."""
    return str(_tables()["translated"].get(key, ""))


@cache
def houses() -> tuple[tuple[str, str], ...]:
    """Return every name of the organisations that are known by name, with the organisation's id."""
    return tuple((name, house) for house, names in _tables()["known"].items() for name in names)


@cache
def _known() -> Mapping[str, str]:
    """Return the house of each name, by its key without spaces."""
    return {name_key(name).replace(" ", ""): house for name, house in houses()}


def known(key: str) -> str:
    """Return the id of the organisation that is known by this name; empty where none is."""
    return _known().get(key, "") or _known().get(word_key(key).replace(" ", ""), "")
