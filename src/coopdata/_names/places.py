"""Names of places: which country, region or town a text names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from attrs import evolve, frozen

from .._fixed import Record
from .._text.words import LAST_SPACED
from . import gazetteer as known
from .gazetteer import ANY, COUNTRY, REPUBLIC, TOWN, Gazetteer, Kinds
from .key import name_key

__all__ = ["Level", "PlaceName", "is_kind", "read", "read_key"]

Level = Literal["country", "region", "town", ""]

#: A name has no more words than this; nor has what is looked at as two names.
_MOST_WORDS: Final = 16
#: CLDR's territories that are no countries, besides those whose code is a number.
_NO_COUNTRIES: Final = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


@frozen(kw_only=True)
class PlaceName(Record):
    """A name of a place, and the place where it is known.

    Attributes:
        name: As written, without what only accompanies it.
        level: ``country``, ``region``, ``town``; empty where the words do not say, as for "Bursa",
            which is a province and its town.
        country: ISO 3166-1 code of the country, or of the one in which the place lies.
        code: ISO 3166-1 code of a country, ISO 3166-2 code of a region (of a town too that is one);
            UN M49 code of a part of the world. Empty where the place is not known.
        region: ISO 3166-2 code of the region, or of the one in which the town lies.
        known: What it is known by in English, in every language and spelling alike.
    """

    name: str
    level: Level = ""
    country: str = ""
    code: str = ""
    region: str = ""
    known: str = ""


def read(text: str, locale: str, language: str) -> tuple[PlaceName, ...]:
    """Return the places that a text may name: none where it is not known, several in doubt.

    Each has the name as it stands in the text, without prepositions and the word for a town.
    """
    key = name_key(text)
    if not key or key.count(" ") >= _MOST_WORDS:
        return ()
    names = known.country_names(locale, language)
    found = _alone(key, names)
    if not found and "-" in text:  # a suffix behind an abbreviation: "АҚШ-тың"
        found = _alone(name_key(text.replace("-", "")), names)
    if found:
        return tuple(evolve(one, name=_written(text, one.name)) for one in found)
    return tuple(evolve(one, name=_written(text, one.name)) for one in _two(text, key, names))


def is_kind(text: str) -> bool:
    """Tell whether a text is nothing but a word for a kind of place."""
    return known.squeezed(name_key(text)) in known.kinds().words


def _alone(key: str, names: Gazetteer) -> tuple[PlaceName, ...]:
    """Return the places that a key may name, with or without a preposition or the word for a kind.

    `name` is the part of the key that was looked up.
    """
    for inner in _bare(key, names.language):
        found = read_key(inner, names)
        if found:
            return found
    return ()


def _bare(key: str, language: str) -> Iterator[str]:
    """Yield a key, and then what is left of it without the words that may stand around a name."""
    yield key
    kinds = known.kinds()
    before, after = kinds.before.get(language, frozenset()), kinds.after.get(language, frozenset())
    words = key.split(" ")
    for _ in range(2):
        if len(words) > 1 and words[0] in before:
            words = words[1:]
            yield " ".join(words)
        elif len(words) > 1 and words[-1] in after:
            words = words[:-1]
            yield " ".join(words)


def read_key(key: str, names: Gazetteer, *, adjectives: bool = True) -> tuple[PlaceName, ...]:
    """Return the places that a name without prepositions may mean."""
    plain = known.squeezed(key)
    words = plain.split(" ")
    language = names.language
    codes = names.names.exactly(plain)
    if codes:
        return _countries(key, codes)
    found = _region_or_town(key, known.regions().table.exactly(plain), known.towns().exactly(plain))
    if found:
        return found
    codes = names.names.formed(words, language)
    if codes:
        return _countries(key, codes)
    found = _of_kind(key, plain, names)
    if found:
        return found
    codes = names.adjectives.exactly(plain) or names.adjectives.formed(words, language)
    if codes and adjectives:
        return _countries(key, codes)
    return _region_or_town(
        key,
        known.regions().table.formed(words, language),
        known.towns().formed(words, language),
    )


def _of_kind(key: str, plain: str, names: Gazetteer) -> tuple[PlaceName, ...]:
    """Return the places of the kind that a word of the name says."""
    kinds: Kinds = known.kinds()
    for core, said, before, behind in kinds.parted(plain, names.language):
        found: tuple[PlaceName, ...] = ()
        if REPUBLIC in said:
            found = _states(key, core, names)
        if TOWN in said and not found:
            towns = _look_up(known.towns(), core, names.language)
            cities = known.regions().cities
            regions = [one for one in _regions(core, {TOWN}, names.language) if one in cities]
            found = _region_or_town(key, regions, towns, TOWN)
            bare = _cut(key, before, behind)
            if found and found == tuple(
                evolve(one, name=key, level=TOWN) for one in read_key(bare, names)
            ):
                found = tuple(evolve(one, name=bare) for one in found)
        others = said - {TOWN, COUNTRY}
        if others and not found:
            found = tuple(_region(key, one) for one in _regions(core, others, names.language))
        if COUNTRY in said and not found:
            found = _states(key, core, names)
        if found:
            return found
    return ()


def _states(key: str, core: str, names: Gazetteer) -> tuple[PlaceName, ...]:
    """Return the countries that a name or an adjective beside "republic" says."""
    for table in (names.names, names.adjectives):
        codes = [one for one in _look_up(table, core, names.language) if _is_country(one)]
        if codes:
            return _countries(key, codes)
    return ()


def _look_up(table: known.Table, key: str, language: str) -> tuple[str, ...]:
    return table.exactly(key) or table.formed(key.split(" "), language)


def _regions(core: str, said: Iterable[str], language: str) -> tuple[str, ...]:
    """Return the regions of these kinds that are so named; the words of `any` fit all kinds."""
    regions = known.regions()
    of_all = [kind for kind in regions.cores if kind != TOWN]
    for looked_at in (sorted(said), of_all if ANY in said else ()):
        found: dict[str, None] = {}
        for kind in looked_at:
            if kind in regions.cores:
                found.update(dict.fromkeys(_look_up(regions.cores[kind], core, language)))
        if found:
            return tuple(found)
    return _look_up(regions.table, core, language)


def _cut(key: str, before: int, behind: int) -> str:
    """Return a key without so many words, or characters where no spaces are set."""
    if key > LAST_SPACED and " " not in key:
        return key[: len(key) - behind]
    words = key.split(" ")
    return " ".join(words[before : len(words) - behind])


def _two(text: str, key: str, names: Gazetteer) -> tuple[PlaceName, ...]:
    """Return the places of two names that stand together: the inner one, or both in doubt.

    "Kursk, Russia" is Kursk; "российско-корейский" is both.
    """
    words = key.split(" ")
    for size in range(1, len(words)):
        first = _alone(" ".join(words[:size]), names)
        second = _alone(" ".join(words[size:]), names) if first else ()
        if first and second:
            for inner, outer in ((first, second), (second, first)):
                inside = tuple(one for one in inner if any(_lies_in(one, two) for two in outer))
                if len(inside) == 1 and "," in text:
                    return (evolve(inside[0], name=key),)
            return tuple({one.code + one.known: one for one in (*first, *second)}.values())
    return ()


def _lies_in(inner: PlaceName, outer: PlaceName) -> bool:
    if outer.level == "country":
        return inner.level != "country" and inner.country == outer.code
    return inner.level == TOWN and inner.region == outer.code != ""


def _countries(name: str, codes: Iterable[str]) -> tuple[PlaceName, ...]:
    return tuple(
        PlaceName(
            name=name,
            level="country" if _is_country(code) else "",
            country=code if _is_country(code) else "",
            code=code,
            known=known.known_as(code),
        )
        for code in codes
    )


def _is_country(code: str) -> bool:
    return code.isalpha() and code not in _NO_COUNTRIES


def _region_or_town(
    name: str, regions: Iterable[str], towns: Iterable[str], said: str = ""
) -> tuple[PlaceName, ...]:
    """Return regions and towns of one name; a region whose own town it is stands for both."""
    found = {code: _region(name, code) for code in regions}
    made = []
    for town in towns:
        code, _, called = town.partition("/")
        if code in found:
            if not said and found[code].level != TOWN:
                found[code] = evolve(found[code], level="")
        elif code in known.regions().cities and _is_named(code, called):
            found[code] = _region(name, code)
        else:
            region = code if "-" in code else ""
            made.append(
                PlaceName(name=name, level=TOWN, country=code[:2], region=region, known=called)
            )
    return (*found.values(), *made)


def _is_named(code: str, called: str) -> bool:
    return code in known.regions().table.exactly(known.squeezed(name_key(called)))


def _region(name: str, code: str) -> PlaceName:
    return PlaceName(
        name=name,
        level=TOWN if code in known.regions().cities else "region",
        country=code[:2],
        code=code,
        region=code,
        known=known.regions().known[code],
    )


def _written(text: str, key: str) -> str:
    """Return the part of the text that a key was made of: the shortest that has it."""
    whole = " ".join(text.split())
    if name_key(whole) == key:
        return whole
    starts = [0, *(at + 1 for at, char in enumerate(whole) if not char.isalnum())]
    ends = [*(at for at, char in enumerate(whole) if not char.isalnum()), len(whole)]
    if key > LAST_SPACED:
        starts, ends = list(range(len(whole))), list(range(1, len(whole) + 1))
    for start in reversed(starts):
        if name_key(whole[start:]).startswith(key):
            return next(
                (
                    whole[start:end]
                    for end in ends
                    if end > start and name_key(whole[start:end]) == key
                ),
                whole,
            )
    return whole
