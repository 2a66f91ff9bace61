"""The tables of places: from the key of a name to what it may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any, Final, Literal

from attrs import field, frozen

from .. import _shipped, cldr
from .._text.words import LAST_SPACED
from .forms import agrees, base_forms
from .key import name_key

__all__ = [
    "ANY",
    "COUNTRY",
    "DISTRICT",
    "REPUBLIC",
    "TOWN",
    "Gazetteer",
    "Kinds",
    "Table",
    "country_names",
    "kinds",
    "known_as",
    "regions",
    "squeezed",
    "towns",
]

#: Names of kinds in `seeds/names/kinds.toml` that mean more than their words.
TOWN: Final[Literal["town"]] = "town"
REPUBLIC: Final = "republic"
COUNTRY: Final = "country"
DISTRICT: Final = "district"
ANY: Final = "any"

#: A place: the code of a territory or a region, or a region's and the name of a town in it.
Place = str
Places = tuple[Place, ...]

_LONGEST: Final = 6
#: The locale of a text whose language is not known.
_ALL: Final = "root"
#: Forms of a word have so many letters in common.
_ALIKE: Final = 2
_FIRST_HANGUL: Final = "\uac00"
_LAST_LATIN: Final = "\u036f"
_BETWEEN: Final = "|"


def squeezed(key: str) -> str:
    """Return a key without the spaces that its script does not set."""
    return key.replace(" ", "") if key > LAST_SPACED else key


@frozen(eq=False)
class Table:
    """Names of places, looked up as they are or in any of their forms.

    Attributes:
        places: Key → places.
        below: Where a name is looked up that is not here.
    """

    places: Mapping[str, Places]
    below: Table | None = None
    _by_first: dict[str, list[tuple[str, ...]]] = field(factory=dict, init=False)

    def exactly(self, key: str) -> Places:
        """Return the places that have this name."""
        found = self.places.get(key)
        return found or (self.below.exactly(key) if self.below is not None else ())

    def starting(self, word: str) -> Sequence[tuple[str, ...]]:
        """Return the names of several words that begin with this one."""
        if not self._by_first:
            for name in self.places:
                words = tuple(name.split(" "))
                if len(words) > 1:
                    self._by_first.setdefault(words[0], []).append(words)
            self._by_first.setdefault("", [])
        return self._by_first.get(word, ())

    def formed(self, words: Sequence[str], language: str) -> Places:
        """Return the places whose name has a form that is `words`."""
        found: dict[Place, None] = {}
        if len(words) == 1:
            for base, _ in base_forms(words[0], language):
                found.update(dict.fromkeys(self.exactly(base)))
            return tuple(found)
        if self.below is not None:
            found.update(dict.fromkeys(self.below.formed(words, language)))
        firsts = dict.fromkeys((words[0], *(base for base, _ in base_forms(words[0], language))))
        for first in firsts:
            for known in self.starting(first):
                if len(known) == len(words) and agrees(words, known, language):
                    found.update(dict.fromkeys(self.places[" ".join(known)]))
        return tuple(found)


def _table(pairs: Iterable[tuple[str, Place]]) -> Table:
    made: dict[str, dict[Place, None]] = {}
    for key, place in pairs:
        made.setdefault(squeezed(key), {})[place] = None
    return Table({key: tuple(places) for key, places in made.items()})


@frozen(eq=False)
class Kinds:
    """The words for kinds of places, and those that may stand around a name."""

    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Sequence[str]]
    before: Mapping[str, frozenset[str]]
    after: Mapping[str, frozenset[str]]
    of: Mapping[str, tuple[str, ...]]
    common: Mapping[str, frozenset[str]]
    capitalised: frozenset[str]

    def of_word(self, word: str, language: str) -> frozenset[str]:
        """Return the kinds that a word stands for, in any of its forms."""
        found = self.words.get(word)
        if found is not None:
            return found
        for base, _ in base_forms(word, language) if " " not in word else ():
            if base in self.words:
                return self.words[base]
        return frozenset()

    def parted(
        self, key: str, language: str = ""
    ) -> Iterator[tuple[str, frozenset[str], int, int]]:
        """Yield what is left of a name without the word for its kind, and the kinds it stands for.

        The two numbers say how many words before and behind were taken off (characters, in a
        script that sets no spaces).
        """
        if key > LAST_SPACED and " " not in key:
            for size in range(min(_LONGEST, len(key) - 1), 0, -1):
                kinds = self.words.get(key[-size:])
                if kinds:
                    yield key[:-size], kinds, 0, size
            return
        words = key.split(" ")
        for size in range(min(3, len(words) - 1), 0, -1):
            kinds = self._several(words[:size], language)
            if kinds:
                rest, taken = words[size:], size
                for joint in self.of.get(language, ()):
                    parts = joint.split(" ")
                    if rest[: len(parts)] == parts and len(rest) > len(parts):
                        rest, taken = rest[len(parts) :], size + len(parts)
                        break
                yield " ".join(rest), kinds, taken, 0
            kinds = self._several(words[-size:], language)
            if kinds:
                yield " ".join(words[:-size]), kinds, 0, size

    def _several(self, words: Sequence[str], language: str) -> frozenset[str]:
        if len(words) == 1:
            return self.of_word(words[0], language)
        whole = self.words.get(" ".join(words))
        if whole is not None or not language:
            return whole or frozenset()
        for known in self.phrases.get(words[0][:_ALIKE], ()):
            if agrees(words, known.split(" "), language):
                return self.words[known]
        return frozenset()


@cache
def kinds() -> Kinds:
    """Return the words for kinds of places."""
    tree = _shipped.tree("names/kinds.json")
    words: dict[str, set[str]] = {}
    for kind, listed in tree["kinds"].items():
        for word in listed:
            words.setdefault(squeezed(word), set()).add(kind)
    phrases: dict[str, list[str]] = {}
    before, after, of = (
        tree[name] | {_ALL: _all(tree[name])} for name in ("before", "after", "of")
    )
    for word in words:
        if " " in word:
            phrases.setdefault(word[:_ALIKE], []).append(word)
    return Kinds(
        phrases=phrases,
        words={word: frozenset(found) for word, found in words.items()},
        before={language: frozenset(listed) for language, listed in before.items()},
        after={language: frozenset(listed) for language, listed in after.items()},
        of={language: tuple(listed) for language, listed in of.items()},
        common={language: frozenset(listed) for language, listed in tree["common"].items()},
        capitalised=frozenset(tree["nouns"]["capitalised"]),
    )


def _all(by_language: Mapping[str, list[str]]) -> list[str]:
    """Return what stands in any language, the longest first."""
    return sorted({one for listed in by_language.values() for one in listed}, key=len)[::-1]


def _entries(name: str) -> Iterator[tuple[Place, str, list[str]]]:
    for place, line in _shipped.tree(f"names/{name}.json").items():
        known, *keys = line.split(_BETWEEN)
        yield place, known, keys


@frozen(eq=False)
class Regions:
    """First-level regions: by name, and by what is left without the word for their kind.

    Attributes:
        table: Whole names.
        cores: Kind → names without the word for it.
        cities: Those that are towns as well ("город Москва").
        known: What each is known by.
    """

    table: Table
    cores: Mapping[str, Table]
    cities: frozenset[str]
    known: Mapping[Place, str]


def _least(core: str) -> int:
    """Return how long a name without spaces is at least, to be one without the word for its kind.

    Two characters of Han are a name, two syllables of Hangul may be any word.
    """
    return 3 if core >= _FIRST_HANGUL else 2


@cache
def regions() -> Regions:
    """Return the regions of all countries.

    A noun that stands behind the word for its kind ("провинция Аньхой"), or before it in a script
    without spaces, is a name by itself, where no other region has it.
    """
    names: list[tuple[str, Place]] = []
    bare: list[tuple[str, Place]] = []
    cores: dict[str, list[tuple[str, Place]]] = {}
    cities: set[Place] = set()
    known: dict[Place, str] = {}
    for place, called, keys in _entries("regions"):
        known[place] = called
        for key in keys:
            names.append((key, place))
            for core, found, before, _ in kinds().parted(squeezed(key)):
                found -= {COUNTRY}
                for kind in found:
                    cores.setdefault(kind, []).append((core, place))
                if found and (
                    len(core) >= _least(core)
                    if core > LAST_SPACED
                    else before and core > _LAST_LATIN
                ):
                    bare.append((core, place))
                if TOWN in found:
                    cities.add(place)
    whole = {key for key, _ in names}
    names.extend(pair for pair in bare if pair[0] not in whole)
    return Regions(
        table=_table(names),
        cores={kind: _table(pairs) for kind, pairs in cores.items()},
        cities=frozenset(cities),
        known=known,
    )


@cache
def towns() -> Table:
    """Return the towns."""
    return _table((key, place) for place, _, keys in _entries("towns") for key in keys)


@cache
def _territories() -> tuple[Mapping[Place, str], Table]:
    entries = list(_entries("territories_any"))
    return (
        {place: known for place, known, _ in entries},
        _table((key, place) for place, _, keys in entries for key in keys),
    )


def known_as(territory: str) -> str:
    """Return the English name of a territory, or its code."""
    return _territories()[0].get(territory, territory)


@frozen(eq=False)
class Gazetteer:
    """The countries as one locale names them.

    Attributes:
        language: The language whose forms are undone; that of no language has none.
        names: The locale's names of territories, and the English ones that are no other's.
        adjectives: Adjectives made of countries.
        capitals: Names that running text has in capitals alone.
    """

    language: str
    names: Table
    adjectives: Table
    capitals: frozenset[str]


def country_names(locale: str, language: str) -> Gazetteer:
    """Return the names of countries in one locale; ``root`` has those of all."""
    return _every() if locale == _ALL else _of_locale(_named(locale), language)


@frozen
class _Named:
    """What a locale calls the territories; equal for locales that call all of them alike."""

    digest: bytes
    locale: str = field(eq=False)


@lru_cache(maxsize=4096)
def _named(locale: str) -> _Named:
    names = repr(sorted(cldr.names(locale, "territory").exact.items()))
    return _Named(blake2b(names.encode()).digest(), locale)


@lru_cache(maxsize=512)
def _of_locale(named: _Named, language: str) -> Gazetteer:
    names: dict[str, Places] = {}
    for name, codes in cldr.names(named.locale, "territory").exact.items():
        _join(names, squeezed(name_key(name)), codes)
    english = country_names("en", "en") if language != "en" else None
    return _gazetteer(language, names, (language,), english)


@cache
def _every() -> Gazetteer:
    names = dict(_territories()[1].places)
    return _gazetteer(_ALL, names, sorted(_by_language()), None)


def _gazetteer(
    language: str, names: dict[str, Places], languages: Sequence[str], english: Gazetteer | None
) -> Gazetteer:
    tables = [_by_language()[one] for one in languages if one in _by_language()]
    for table in tables:
        for key, listed in table["names"].items():
            _join(names, squeezed(key), tuple(listed.split(" ")))
    names.pop("", None)
    mine = frozenset(key for table in tables for key in table["capitals"])
    return Gazetteer(
        language=language,
        names=Table(names, english.names if english is not None else None),
        adjectives=_table(
            (key, place)
            for table in tables
            for key, places in table["adjectives"].items()
            for place in places.split(" ")
        ),
        capitals=mine | (english.capitals if english is not None else frozenset()),
    )


@cache
def _by_language() -> Mapping[str, Any]:
    return _shipped.tree("names/territories.json")


def _join(names: dict[str, Places], key: str, codes: Iterable[Place]) -> None:
    names[key] = tuple(dict.fromkeys((*names.get(key, ()), *codes)))
