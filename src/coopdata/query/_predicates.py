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
from ._index import Index

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

    def mask(self, index: Index) -> int:
        """Return the mask of the facts for which the answer is yes."""
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

    def mask(self, index: Index) -> int:
        """Intersect."""
        return reduce(and_, (one.mask(index) for one in self.of), index.everything)


@frozen(repr=False)
class AnyOf(Predicate):
    """At least one of the predicates."""

    of: tuple[Predicate, ...]

    def __repr__(self) -> str:
        return " | ".join(map(_bracketed, self.of))

    def mask(self, index: Index) -> int:
        """Unite."""
        return reduce(or_, (one.mask(index) for one in self.of), 0)


@frozen(repr=False)
class Without(Predicate):
    """Not the predicate: every other fact, those without such a field included."""

    of: Predicate

    def __repr__(self) -> str:
        return f"~{_bracketed(self.of)}"

    def mask(self, index: Index) -> int:
        """Complement."""
        return index.everything ^ self.of.mask(index)


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

    def mask(self, index: Index) -> int:
        """Look up."""
        return _LOOK_UPS.get(self.key, _plain)(self, index)


def _plain(one: Among, index: Index) -> int:
    return index.among(one.key, [index.book.known(one.key, _id(value)) for value in one.wanted])


def _involved(one: Among, index: Index) -> int:
    ids = [found for value in one.wanted for found in index.book.party_ids(value)]
    if not one.role:
        return index.among("party", ids)
    role = index.book.known("role", one.role)
    table, facts, wanted = index.table("party"), index.facts, frozenset(ids)
    fits = list[int]()
    for at in {at for found in ids for at in table.get(found, ())}:
        for who in facts[at].parties:
            if who.role == role and who.party in wanted:
                fits.append(at)
                break
    return index.mask(fits)


def _speakers(one: Among, index: Index) -> int:
    book = index.book
    ids = [found for value in one.wanted for found in (book.party_ids(value) if value else [""])]
    return index.among("said_by", ids)


def _places(one: Among, index: Index) -> int:
    within = [place for value in one.wanted for place in index.book.places_within(value)]
    return index.among("place", within)


def _countries(one: Among, index: Index) -> int:
    book = index.book
    codes = [book.country_code(_id(value)) for value in one.wanted]
    ids = [found for code in codes for found in book.party_ids(code)]
    return index.among("party", ids) | index.among("place", ids)


def _articles(one: Among, index: Index) -> int:
    articles = index.book.articles
    for value in map(_id, one.wanted):
        if value not in articles:
            raise RecordNotFoundError("article", value, nearest(value, [*articles]))
    return index.among("article", map(_id, one.wanted))


def _languages(one: Among, index: Index) -> int:
    known = dict.fromkeys(article.language for article in index.book.dataset.articles)
    found = []
    for value in map(_id, one.wanted):
        fits = [tag for tag in known if tag == value or tag.startswith(f"{value}-")]
        if not fits:
            raise RecordNotFoundError("language", value, nearest(value, [*known]) or tuple(known))
        found += fits
    return index.among("language", found)


def _units(one: Among, index: Index) -> int:
    return index.among("unit", [units.parse_unit(_id(value)) for value in one.wanted])


def _dimensions(one: Among, index: Index) -> int:
    table, found = index.table("dimension"), list[str]()
    for value in map(_id, one.wanted):
        if value == "money":
            found += [name for name in table if name.startswith("[currency_") and " " not in name]
            continue
        known = index.book.dimensions
        named = value if value in known else f"[{value}]"
        if named not in known:
            raise RecordNotFoundError("dimension", value, nearest(value, ["money", *sorted(known)]))
        found.append(named)
    return index.among("dimension", found)


def _id(value: str | Party) -> str:
    return value.id if isinstance(value, Party) else value


_LOOK_UPS: Final[dict[str, Callable[[Among, Index], int]]] = {
    "party": _involved,
    "said_by": _speakers,
    "place": _places,
    "country": _countries,
    "article": _articles,
    "language": _languages,
    "unit": _units,
    "dimension": _dimensions,
}
