"""The names in a dataset: what an id, a code, a name or an alias stands for, what lies in what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, Protocol

from .. import units
from .._names.known import KnownNames
from ..errors import RecordNotFoundError, nearest
from ..model import BASES, FACT_KINDS, ROLES, STATUSES, Article, Fact, Party, Place, Term

__all__ = ["Book", "Records"]

_ALWAYS: Final = {"kind": FACT_KINDS, "status": STATUSES, "basis": BASES, "role": ROLES}


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
    def facts(self) -> dict[str, Fact]:
        """Facts by id, those that were computed among them."""
        derived = getattr(self.dataset, "derived", ())
        return {fact.id: fact for fact in (*self.dataset.facts, *derived)}

    @cached_property
    def _names(self) -> KnownNames:
        parties = self.dataset.parties
        return KnownNames((name, party.id) for party in parties for name in party.all_names)

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
            if isinstance(place, Place) and place.code and place.level == "region":
                found.setdefault(place.code, []).append(place.id)
        return found

    def country_of(self, party_id: str) -> str:
        """Return the country code of a party, or an empty string."""
        code: str = getattr(self.parties.get(party_id), "country", "")
        return code

    def wholes(self, fact: Fact) -> Iterator[str]:
        """Yield the ids of the facts that a fact is a part of, the nearest first."""
        seen = {fact.id}
        while fact.part_of and fact.part_of not in seen:
            yield fact.part_of
            seen.add(fact.part_of)
            if fact.part_of not in self.facts:
                return
            fact = self.facts[fact.part_of]

    def language_of(self, article_id: str) -> str:
        """Return the language of an article, or an empty string."""
        article = self.articles.get(article_id)
        return "" if article is None else article.language

    def party_ids(self, wanted: str | Party, kind: str = "party") -> list[str]:
        """Return the ids that an id, a country or region code, a name or an alias stands for.

        A name stands for its party in any of its forms ("Автотора").
        """
        if isinstance(wanted, Party):
            wanted = wanted.id
        if wanted in self.parties:
            return [wanted]
        for table in (self._by_country, self._by_region):
            if wanted in table:
                return table[wanted]
        found = self._names.ids(wanted)
        if not found:
            raise RecordNotFoundError(kind, wanted, self._nearest_party(wanted))
        return [*found]

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
        elif isinstance(wanted, str) and wanted in self._regions:
            around = {f"region:{wanted}"}
        else:
            around = {*self.party_ids(wanted, "place")}
        return [place for place, outer in self._enclosing.items() if outer & around]

    def enclosing(self, party_id: str) -> list[str]:
        """Return the ids of a party and of the places around it, or of its country."""
        around = self._enclosing.get(party_id)
        if around is None:
            return [party_id, *self._countries.get(self.country_of(party_id), ())]
        return [party_id, *sorted(place for place in around if place != party_id)]

    @cached_property
    def _countries(self) -> dict[str, tuple[str]]:
        places = (one for one in self.parties.values() if isinstance(one, Place))
        return {one.country: (one.id,) for one in places if one.level == "country"}

    @cached_property
    def _regions(self) -> frozenset[str]:
        places = (one for one in self.parties.values() if isinstance(one, Place))
        return frozenset(one.region for one in places if one.region)

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
            codes = {f"region:{places[one].region}" for one in seen if one in places}
            found[key] = seen | codes
        return found

    def known(self, key: str, wanted: str) -> str:
        """Return `wanted` where it is a value that `key` can have, else raise with the nearest."""
        if wanted in _ALWAYS[key]:
            return wanted
        there = dict.fromkeys([*self._used(key), *self._declared(key)])
        if wanted in there:  # a word of a user's own
            return wanted
        near = nearest(wanted, [*dict.fromkeys([*_ALWAYS[key], *there])])
        raise RecordNotFoundError(key, wanted, near or tuple(there))

    def _declared(self, key: str) -> Iterator[str]:
        kind = "fact" if key == "kind" else key
        return (one.code for one in self.terms if one.kind == kind)

    @property
    def terms(self) -> tuple[Term, ...]:
        """What the dataset declares beside our own kinds and roles."""
        declared: tuple[Term, ...] = getattr(self.dataset, "terms", ())
        return declared

    def _used(self, key: str) -> Iterator[str]:
        for fact in self.dataset.facts:
            if key == "role":
                yield from (one.role for one in fact.parties)
            else:
                yield fact.basis.kind if key == "basis" else getattr(fact, key)

    @cached_property
    def dimensions(self) -> frozenset[str]:
        """Every dimension that a curated unit, or a measure of the dataset, has."""
        used = {fact.measure.unit for fact in self.dataset.facts if fact.measure is not None}
        return frozenset(map(units.dimension, {*units.UNITS, *units.CURRENCIES, *used}))
