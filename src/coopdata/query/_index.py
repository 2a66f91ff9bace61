"""Look-ups behind the predicates: names of a dataset, and the facts of a list by key.

A selection is a *mask*: one int with a byte for each fact, 1 where it is selected. So `&`, `|` and
`^` work on whole selections at once, and `itertools.compress` reads the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Final, Protocol

from .. import units
from ..errors import RecordNotFoundError, nearest
from ..model import BASES, FACT_KINDS, ROLES, STATUSES, Article, Fact, Party, Place

__all__ = ["KEYS", "Book", "Index", "Records"]


class Records(Protocol):
    """What facts need behind them: a Dataset, or anything with its three tables."""

    @property
    def articles(self) -> Sequence[Article]: ...
    @property
    def parties(self) -> Sequence[Party]: ...
    @property
    def facts(self) -> Sequence[Fact]: ...


class Book:
    """The names in a dataset: ids, names, aliases, country codes, and what lies in what."""

    def __init__(self, dataset: Records) -> None:
        self.dataset = dataset

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.dataset.articles}

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Parties by id."""
        return {party.id: party for party in self.dataset.parties}

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for party in self.dataset.parties:
            for name in dict.fromkeys(name.casefold() for name in party.all_names):
                found.setdefault(name, []).append(party.id)
        return found

    @cached_property
    def _by_country(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for party in self.dataset.parties:
            if code := self.country_of(party.id):
                found.setdefault(code, []).append(party.id)
        return found

    @cached_property
    def _by_region(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for place in self.dataset.parties:
            if isinstance(place, Place) and place.region and place.level == "region":
                found.setdefault(place.region, []).append(place.id)
        return found

    def country_of(self, party_id: str) -> str:
        """Return the country code of a party, or an empty string."""
        code: str = getattr(self.parties.get(party_id), "country", "")
        return code

    def language_of(self, article_id: str) -> str:
        """Return the language of an article, or an empty string."""
        article = self.articles.get(article_id)
        return "" if article is None else article.language

    def party_ids(self, wanted: str | Party, kind: str = "party") -> list[str]:
        """Return the ids that an id, a country or region code, a name or an alias stands for."""
        if isinstance(wanted, Party):
            wanted = wanted.id
        if wanted in self.parties:
            return [wanted]
        for table, key in (
            (self._by_country, wanted),
            (self._by_region, wanted),
            (self._by_name, " ".join(wanted.split()).casefold()),
        ):
            if key in table:
                return table[key]
        raise RecordNotFoundError(kind, wanted, self._nearest_party(wanted))

    def country_code(self, wanted: str) -> str:
        """Return the code of a country given by code, id, name or alias."""
        if wanted in self._by_country:
            return wanted
        for found in self._ids_or_none(wanted):
            place = self.parties[found]
            if isinstance(place, Place) and place.level == "country":
                return place.country
        names = [
            *self._by_country,
            *(
                name
                for place in self.dataset.parties
                if isinstance(place, Place) and place.level == "country"
                for name in place.all_names
            ),
        ]
        raise RecordNotFoundError("country", wanted, nearest(wanted, names))

    def _ids_or_none(self, wanted: str) -> list[str]:
        try:
            return self.party_ids(wanted)
        except RecordNotFoundError:
            return []

    def _nearest_party(self, wanted: str) -> tuple[str, ...]:
        known = [
            *self.parties,
            *(name for party in self.parties.values() for name in party.all_names),
        ]
        return nearest(wanted, known)

    def places_within(self, wanted: str | Party) -> list[str]:
        """Return the ids of a place and of every place that lies in it."""
        if isinstance(wanted, str) and wanted in self._by_country:  # the country, not its firms
            around = {
                found
                for found in self._by_country[wanted]
                if isinstance(place := self.parties[found], Place) and place.level == "country"
            }
            around.add(f"country:{wanted}")
        else:
            around = {*self.party_ids(wanted, "place")}
        return [place for place, outer in self._enclosing.items() if outer & around]

    @cached_property
    def _enclosing(self) -> dict[str, set[str]]:
        """For each place, itself and the places around it, by links, region and country."""
        places = {key: one for key, one in self.parties.items() if isinstance(one, Place)}
        regions = {one.region: key for key, one in places.items() if one.level == "region"}
        countries = {one.country: key for key, one in places.items() if one.level == "country"}

        def around(place: Place) -> Iterator[str]:
            for link in place.links:
                if link.kind in ("located_in", "part_of"):
                    yield link.party
            if place.region and place.level != "region" and place.region in regions:
                yield regions[place.region]
            if place.country and place.level != "country":
                yield countries.get(place.country, "")

        found: dict[str, set[str]] = {}
        for key, place in places.items():
            seen, to_see = {key}, [place]
            if place.country:
                seen.add(f"country:{place.country}")
            while to_see:
                for outer in around(to_see.pop()):
                    if outer in places and outer not in seen:
                        seen.add(outer)
                        to_see.append(places[outer])
            found[key] = seen
        return found

    def known(self, key: str, wanted: str, used: Iterable[Any]) -> str:
        """Return `wanted` where it is a value that `key` can have, else raise with the nearest."""
        always = _ALWAYS.get(key, ())
        if wanted in always:
            return wanted
        values = [*always, *(str(one) for one in used if one)]
        if wanted in values:
            return wanted
        raise RecordNotFoundError(key, wanted, nearest(wanted, values))

    @cached_property
    def dimensions(self) -> frozenset[str]:
        """Every dimension that a curated unit, or a measure of the dataset, has."""
        used = {fact.measure.unit for fact in self.dataset.facts if fact.measure is not None}
        return frozenset(map(units.dimension, {*units.UNITS, *units.CURRENCIES, *used}))


_ALWAYS: Final = {"kind": FACT_KINDS, "status": STATUSES, "basis": BASES, "role": ROLES}


def _measured(fact: Fact) -> tuple[str, ...]:
    return () if fact.measure is None else (fact.measure.unit,)


def _cited(fact: Fact, _: Book) -> tuple[str, ...]:
    citations = fact.citations
    if len(citations) == 1:
        return (citations[0].article_id,)
    return tuple([citation.article_id for citation in citations])


def _countries(fact: Fact, book: Book) -> Iterable[str]:
    involved = [book.country_of(one.party) for one in fact.parties]
    return [code for code in (book.country_of(fact.place), *involved) if code]


def _year(fact: Fact, _: Book) -> tuple[str, ...]:
    period = fact.period
    return () if period is None or period.start is None else (f"{period.start.year:04}",)


#: The values that a fact has for each key by which facts can be grouped.
KEYS: Final[dict[str, Callable[[Fact, Book], Iterable[Any]]]] = {
    "kind": lambda fact, _: (fact.kind,),
    "status": lambda fact, _: (fact.status,),
    "basis": lambda fact, _: (fact.basis.kind,),
    "said_by": lambda fact, _: (fact.said_by,),
    "article": _cited,
    "language": lambda fact, book: map(book.language_of, _cited(fact, book)),
    "party": lambda fact, _: [one.party for one in fact.parties],
    "role": lambda fact, _: [one.role for one in fact.parties],
    "country": _countries,
    "place": lambda fact, _: (fact.place,),
    "period": lambda fact, _: () if fact.period is None else (fact.period,),
    "year": _year,
    "unit": lambda fact, _: _measured(fact),
    "dimension": lambda fact, _: map(units.dimension, _measured(fact)),
}


class Index:
    """The facts of one list by key; each key is read when it is first asked for."""

    def __init__(self, facts: tuple[Fact, ...], book: Book) -> None:
        self.facts = facts
        self.book = book
        self._tables: dict[str, dict[Any, list[int]]] = {}

    def table(self, key: str) -> dict[Any, list[int]]:
        """Return the positions of the facts for each value of `key`."""
        table = self._tables.get(key)
        if table is None:
            values, book = KEYS[key], self.book
            table = {}
            for position, fact in enumerate(self.facts):
                for value in values(fact, book):
                    ats = table.get(value)
                    if ats is None:
                        table[value] = [position]
                    elif ats[-1] != position:  # a value may come twice in one fact
                        ats.append(position)
            self._tables[key] = table
        return table

    @cached_property
    def everything(self) -> int:
        """The mask that selects all."""
        return int.from_bytes(b"\1" * len(self.facts), "little")

    def mask(self, positions: Iterable[int]) -> int:
        """Return the mask that selects the facts at `positions`."""
        selected = bytearray(len(self.facts))
        for position in positions:
            selected[position] = 1
        return int.from_bytes(selected, "little")

    def among(self, key: str, values: Iterable[Hashable]) -> int:
        """Return the mask of the facts that have one of `values` for `key`."""
        table = self.table(key)
        return self.mask(position for value in values for position in table.get(value, ()))

    def bytes_of(self, mask: int) -> bytes:
        """Return a mask as the bytes that `itertools.compress` reads."""
        return mask.to_bytes(len(self.facts), "little")
