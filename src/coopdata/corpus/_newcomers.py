"""Parties that a text names and nobody knew: made of the name alone, for a curator to complete."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve

from .._names.key import name_key
from .._names.transliteration import is_cyrillic, sound
from ..model import Name, NameMention, Organisation, Party, Person, Place
from ._schema import PartySeed

__all__ = ["newcomers", "party_rows", "slug"]

_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_ID: Final = 60
_SECTIONS: Final = {"organisation": "organisations", "person": "persons", "place": "places"}


def newcomers(
    names: Sequence[NameMention], language: str, taken: Iterable[str]
) -> tuple[tuple[NameMention, ...], tuple[Party, ...]]:
    """Return the names with those that nobody knew tied to parties that are made of them."""
    ids: dict[tuple[str | None, str], str] = {}
    used = set(taken)
    made: dict[str, Party] = {}
    told: list[NameMention] = []
    for one in names:
        if one.party or one.kind not in _SECTIONS or not one.name:
            told += [one] if one.party else []
            continue
        key = one.kind, one.code or name_key(one.name) or one.name
        if key not in ids:
            ids[key] = _free(slug(one.name) or str(one.kind), used)
            made[ids[key]] = _party(ids[key], one, language)
        told.append(evolve(one, party=ids[key]))
    return tuple(told), tuple(made.values())


def _party(id: str, named: NameMention, language: str) -> Party:
    if named.kind == "place":
        country, _, part = named.code.partition("-")
        names = [Name(text=named.name, language="en")]
        if not country.isalpha():  # a part of the world has a number, most towns have no code
            return Place(id=id, names=names, level="area" if country else "town")
        if not part:
            return Place(id=id, names=names, level="country", country=country)
        return Place(id=id, names=names, level="region", country=country, region=named.code)
    names = [Name(text=named.name, language=language)]
    record = Person if named.kind == "person" else Organisation
    return record(id=id, names=names)


def party_rows(parties: Iterable[Party]) -> dict[str, list[PartySeed]]:
    """Return what is written of new parties: section of the file → its rows."""
    found: dict[str, list[PartySeed]] = {}
    for one in parties:
        place = one if isinstance(one, Place) else None
        row = PartySeed(
            id=one.id,
            names={name.language: name.text for name in one.names},
            country=place.country if place else "",
            region=place.region if place else "",
            level=place.level if place else "",
        )
        found.setdefault(_SECTIONS[one.kind], []).append(row)
    return found


def slug(text: str) -> str:
    """Return the first words in lower-case ASCII, joined by hyphens; Cyrillic by its sound."""
    heard = " ".join(sound(word) if is_cyrillic(word) else word for word in text.split())
    plain = unicodedata.normalize("NFKD", heard).encode("ascii", "ignore").decode()
    words = _NOT_SLUG.sub("-", plain.casefold()).strip("-")
    if len(words) > _LONGEST_ID:
        words = words[: words.rfind("-", 0, _LONGEST_ID + 1)].strip("-") or words[:_LONGEST_ID]
    return words


def _free(wanted: str, used: set[str]) -> str:
    number, id = 1, wanted
    while id in used:
        number += 1
        id = f"{wanted}-{number}"
    used.add(id)
    return id
