"""Names in running text: those of known parties in any form, and those that show what they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from ..model import NameKind, NameMention, Party, Place
from ..values import Span
from .bodies import find_bodies, find_houses
from .finding import find
from .hints import find_again, find_by_neighbours
from .known import KnownNames
from .mentions import find_organisations, find_people
from .namesakes import find_namesakes
from .speakers import is_speaker
from .surroundings import Hint
from .waters import find_waters

__all__ = ["names_in"]


def names_in(
    text: str, locale: str, kinds: Collection[str], parties: Sequence[Party]
) -> tuple[NameMention, ...]:
    """Return the names of some kinds, in text order; none overlaps another.

    Where a known party and an unknown name share a word, the party is named. A name that two
    parties have stays unresolved, with its kind where both have the same.
    """
    taken = [False] * len(text)
    found: list[NameMention] = []
    unknown = (_bearers(text, locale), _places(text, locale, parties))
    for source in (_known(text, locale, parties), *unknown):
        for one in source:
            if not any(taken[one.span.start : one.span.end]):
                taken[one.span.start : one.span.end] = [True] * len(one.span)
                found.append(one)
    for hinted in (find_by_neighbours, find_by_neighbours, find_again):
        for hint in tuple(hinted(text, locale, found)):
            if not any(taken[hint.start : hint.end]):
                taken[hint.start : hint.end] = [True] * (hint.end - hint.start)
                found.append(_hinted(text, hint))
    return tuple(one for one in sorted(found, key=lambda one: one.span) if one.kind in kinds)


def _known(text: str, locale: str, parties: Sequence[Party]) -> Iterator[NameMention]:
    by_id = {party.id: party for party in parties}
    names = tuple((name, one.id) for one in parties for name in one.all_names)
    for start, end, ids in _indexed(names).find(text, locale.partition("_")[0]):
        one = by_id[ids[0]] if len(ids) == 1 else None
        kinds: set[NameKind] = {by_id[named].kind for named in ids}
        yield NameMention(
            span=Span(start=start, end=end),
            party=one.id if one else "",
            kind=kinds.pop() if len(kinds) == 1 else None,
            name=one.name() if one else "",
            code=one.code if isinstance(one, Place) else "",
            why="a name of the party" if one else f"names {' and '.join(ids)}",
        )


def _bearers(text: str, locale: str) -> Iterator[NameMention]:
    """Yield organisations that show a legal form, and people with title, initials or given name."""
    for start, end in find_namesakes(text, locale):
        yield _firm(text, start, end, "named after somebody")
    for start, end, firm in find_organisations(text, locale):
        span = Span(start=start, end=end)
        yield NameMention(span=span, kind="organisation", name=firm.core, why="a legal form")
    for start, end in find_bodies(text, locale):
        yield _firm(text, start, end, "a word for its kind")
    for start, end in find_houses(text, locale):
        yield _firm(text, start, end, "known by its name")
    for start, end, person in find_people(text, locale):
        span = Span(start=start, end=end)
        yield NameMention(span=span, kind="person", name=person.name, why="the name of a person")


def _firm(text: str, start: int, end: int, why: str) -> NameMention:
    span = Span(start=start, end=end)
    return NameMention(span=span, kind="organisation", name=text[start:end], why=why)


def _hinted(text: str, hint: Hint) -> NameMention:
    span = Span(start=hint.start, end=hint.end)
    return NameMention(span=span, kind=hint.kind, name=text[hint.start : hint.end], why=hint.why)


@lru_cache(maxsize=8)
def _indexed(names: tuple[tuple[str, str], ...]) -> KnownNames:
    return KnownNames(names)


def _places(text: str, locale: str, parties: Sequence[Party]) -> Iterator[NameMention]:
    coded = {one.code: one.id for one in parties if isinstance(one, Place) and one.code}
    language = locale.partition("_")[0]
    for start, end in find_waters(text, language):
        name = text[start:end]
        span = Span(start=start, end=end)
        yield NameMention(span=span, kind="place", name=name, why="a sea or the like")
    for start, end, place in find(text, locale, language):
        if place.level == "town" and is_speaker(text, start, end, language):
            continue
        yield NameMention(
            span=Span(start=start, end=end),
            party=coded.get(place.code, ""),
            kind="place",
            name=place.known or place.name,
            code=place.code or place.region,
            why=f"the name of a {place.level or 'place'}",
        )
