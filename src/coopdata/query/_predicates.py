"""Predicates over facts: frozen values that combine with ``&``, ``|`` and ``~``.

Names, codes and keys are checked when a predicate meets a dataset; amounts and periods when it is
made. Both raise the error that fits, with the nearest known name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import and_, or_
from typing import Final

from attrs import frozen

from .. import units
from .._fixed import Record
from ..errors import InvalidValueError, RecordNotFoundError, nearest
from ..model import Party
from ._asked import Answer, Asked
from ._book import Book

__all__ = ["All", "Among", "AnyOf", "Predicate", "Without"]


class Predicate(Record):
    """A yes-or-no question to a fact; the same fact list answers the same predicate alike."""

    __slots__ = ()

    def __and__(self, other: Predicate) -> Predicate:
        return All((*_parts(self, All), *_parts(other, All)))

    def __or__(self, other: Predicate) -> Predicate:
        return AnyOf((*_parts(self, AnyOf), *_parts(other, AnyOf)))

    def __invert__(self) -> Predicate:
        return self.of if isinstance(self, Without) else Without(self)

    def __bool__(self) -> bool:
        raise TypeError("combine predicates with & | ~, not with and, or, not")

    def answer(self, asked: Asked[Answer]) -> Answer:
        """Return which of the facts that are asked the predicate holds for, in their own form."""
        raise NotImplementedError


def _parts(predicate: Predicate, kind: type) -> tuple[Predicate, ...]:
    """Return what `predicate` joins, where it is of `kind`; else itself."""
    return predicate.of if isinstance(predicate, kind) else (predicate,)  # type: ignore[attr-defined]  # both kinds have it


@frozen(repr=False)
class All(Predicate):
    """Every one of the predicates; of none: every fact."""

    of: tuple[Predicate, ...]

    def __repr__(self) -> str:
        return " & ".join(map(_bracketed, self.of)) or "P.anything()"

    def answer(self, asked: Asked[Answer]) -> Answer:
        """Intersect."""
        return reduce(and_, (one.answer(asked) for one in self.of), asked.everything)


@frozen(repr=False)
class AnyOf(Predicate):
    """At least one of the predicates."""

    of: tuple[Predicate, ...]

    def __repr__(self) -> str:
        return " | ".join(map(_bracketed, self.of))

    def answer(self, asked: Asked[Answer]) -> Answer:
        """Unite."""
        return reduce(or_, (one.answer(asked) for one in self.of), asked.nothing)


@frozen(repr=False)
class Without(Predicate):
    """Not the predicate: every other fact, those without such a field included."""

    of: Predicate

    def __repr__(self) -> str:
        return f"~{_bracketed(self.of)}"

    def answer(self, asked: Asked[Answer]) -> Answer:
        """Complement."""
        return asked.without(self.of.answer(asked))


def _bracketed(predicate: Predicate) -> str:
    return f"({predicate!r})" if isinstance(predicate, All | AnyOf) else repr(predicate)


@frozen(repr=False)
class Among(Predicate):
    """The fact has one of `wanted` for `key`."""

    key: str
    wanted: tuple[str | Party, ...]
    role: str = ""

    def __attrs_post_init__(self) -> None:
        for one in self.wanted:
            if not isinstance(one, str | Party):
                raise InvalidValueError(one, f"what is asked for by {self.key} is a str")

    def __repr__(self) -> str:
        shown = [repr(one.id if isinstance(one, Party) else one) for one in self.wanted]
        role = [f"role={self.role!r}"] if self.role else []
        return f"P.{self.key}({', '.join([*shown, *role])})"

    def answer(self, asked: Asked[Answer]) -> Answer:
        """Look up what the names stand for."""
        found = _MEANT.get(self.key, _plain)(self, asked.book_of(self.key, self.wanted))
        if self.key == "country":
            there: Answer = asked.among("party", found) | asked.among("place", found)
            return there
        if not self.role:
            return asked.among(self.key, found)
        return asked.involved(found, asked.book_of("role", (self.role,)).known("role", self.role))


def _plain(one: Among, book: Book) -> list[str]:
    return [book.known(one.key, _id(value)) for value in one.wanted]


def _parties(one: Among, book: Book) -> list[str]:
    return [found for value in one.wanted for found in book.party_ids(value)]


def _speakers(one: Among, book: Book) -> list[str]:
    return [found for value in one.wanted for found in (book.party_ids(value) if value else [""])]


def _places(one: Among, book: Book) -> list[str]:
    return [place for value in one.wanted for place in book.places_within(value)]


def _countries(one: Among, book: Book) -> list[str]:
    codes = [book.country_code(_id(value)) for value in one.wanted]
    return [found for code in codes for found in book.party_ids(code)]


def _articles(one: Among, book: Book) -> list[str]:
    articles = book.articles
    for value in map(_id, one.wanted):
        if value not in articles:
            raise RecordNotFoundError("article", value, nearest(value, [*articles]))
    return [*map(_id, one.wanted)]


def _languages(one: Among, book: Book) -> list[str]:
    known = dict.fromkeys(article.language for article in book.dataset.articles)
    found = []
    for value in map(_id, one.wanted):
        fits = [tag for tag in known if tag == value or tag.startswith(f"{value}-")]
        if not fits:
            raise RecordNotFoundError("language", value, nearest(value, [*known]) or tuple(known))
        found += fits
    return found


def _units(one: Among, _: Book) -> list[str]:
    return [units.parse_unit(_id(value)) for value in one.wanted]


def _dimensions(one: Among, book: Book) -> list[str]:
    found = list[str]()
    for value in map(_id, one.wanted):
        if value == "money":
            found += map(units.dimension, units.CURRENCIES)
            continue
        known = book.dimensions
        named = value if value in known else f"[{value}]"
        if named not in known:
            raise RecordNotFoundError("dimension", value, nearest(value, ["money", *sorted(known)]))
        found.append(named)
    return found


def _id(value: str | Party) -> str:
    return value.id if isinstance(value, Party) else value


#: What each key's names stand for in a dataset: ids, tags, units, dimensions.
_MEANT: Final[dict[str, Callable[[Among, Book], list[str]]]] = {
    "party": _parties,
    "said_by": _speakers,
    "place": _places,
    "country": _countries,
    "article": _articles,
    "language": _languages,
    "unit": _units,
    "dimension": _dimensions,
}
