"""Fact lists: immutable sequences of facts, with the dataset behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from itertools import compress
from operator import add
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from .._drawn import Drawn
from .._fixed import Fixed
from .._viewed import Viewed
from ..errors import ConversionError, RecordNotFoundError, nearest, shortened
from ..model import Fact
from ._book import Book, Records
from ._derived import Derived
from ._index import KEYS, Index
from ._links import Cooperation, cooperations
from ._overlaps import overlapping
from ._predicates import Predicate
from ._search import SearchHit
from ._where import Filters, matching

if TYPE_CHECKING:
    from typing import NoReturn, Unpack

__all__ = ["FactList"]

_SHOWN: Final = 3


class FactList(Viewed, Drawn):
    """An immutable sequence of facts.

    It slices, compares and hashes like the tuple of its facts, and answers questions: `where`,
    `search`, `group_by`, `count`, `sum`, `sort_by`, `first`, `last`, `links`. Look-ups are built
    when a key is first asked for, and kept for as long as the list.
    """

    __slots__ = ("__weakref__", "_book", "_facts", "_index")
    _facts: tuple[Fact, ...]
    _book: Book
    _index: Index

    def __new__(  # not __init__, which could be called again on a list that others hold
        cls, facts: Iterable[Fact], dataset: Records, *, _book: Book | None = None
    ) -> FactList:
        made = object.__new__(cls)
        book = Book(dataset) if _book is None else _book
        found = tuple(facts)
        for name, value in (("_facts", found), ("_book", book), ("_index", Index(found, book))):
            object.__setattr__(made, name, value)
        return made

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a fact list cannot be changed; make a new one to set {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a fact list cannot be changed; make a new one without {name!r}")

    @property
    def dataset(self) -> Records:
        """The dataset that articles and parties are looked up in."""
        return self._book.dataset

    # -- a sequence -----------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self._facts)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts)

    def __contains__(self, fact: object) -> bool:
        return fact in self._facts

    @overload
    def __getitem__(self, at: int) -> Fact: ...
    @overload
    def __getitem__(self, at: slice) -> FactList: ...
    def __getitem__(self, at: int | slice) -> Fact | FactList:
        return self._made(self._facts[at]) if isinstance(at, slice) else self._facts[at]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FactList):
            return self._facts == other._facts
        return self._facts == other if isinstance(other, tuple) else NotImplemented

    def __or__(self, other: object) -> FactList:
        """Return the facts of either list, those of the other behind the own."""
        if not isinstance(other, FactList):
            return NotImplemented
        return self._made(dict.fromkeys((*self._facts, *other._facts)))

    def __and__(self, other: object) -> FactList:
        """Return the facts that both lists have."""
        if not isinstance(other, FactList):
            return NotImplemented
        theirs = set(other._facts)
        return self._made(fact for fact in self._facts if fact in theirs)

    def __sub__(self, other: object) -> FactList:
        """Return the facts that the other list does not have."""
        if not isinstance(other, FactList):
            return NotImplemented
        theirs = set(other._facts)
        return self._made(fact for fact in self._facts if fact not in theirs)

    def __hash__(self) -> int:
        return hash(self._facts)

    def __repr__(self) -> str:
        ids = [shortened(fact.id) for fact in self._facts[:_SHOWN]] + ["…"] * (len(self) > _SHOWN)
        return f"<FactList of {len(self)}: {', '.join(ids)}>" if ids else "<FactList of 0>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _remade, (self._facts, self.dataset)

    def _made(self, facts: Iterable[Fact]) -> FactList:
        return FactList(facts, self.dataset, _book=self._book)

    # -- questions ------------------------------------------------------------------------------

    def where(self, *predicates: Predicate, **keywords: Unpack[Filters]) -> FactList:
        """Return the facts for which every predicate and every keyword holds, in the same order.

        Args:
            predicates: Made with `P`, combined with ``&``, ``|`` and ``~``.
            keywords: One for each key of `P`, and `certainty` for amounts, since and until:
                ``certainly`` (default) or ``possibly``. Several names in a tuple mean any of them.

        Raises:
            RecordNotFoundError: a kind, status, party, place, article … that is not known.
            UnknownUnitError: a unit that is not curated.
            UnreadableTextError: an amount or a period that cannot be read.
        """
        chosen = matching(*predicates, **keywords).answer(self._index)
        return self._made(compress(self._facts, self._index.bytes_of(chosen)))

    def group_by(self, key: str | Callable[[Fact], Any]) -> Mapping[Any, FactList]:
        """Return a fact list for each value of `key`, in the order in which the values come up.

        A fact with several values (two parties, two articles) is in the list of each; a fact
        without any is in none. `key` is a name such as ``"kind"`` or a function of a fact.
        """
        groups = {value: [self._facts[at] for at in ats] for value, ats in self._table(key).items()}
        return Fixed({value: self._made(facts) for value, facts in groups.items()})

    @overload
    def count(self) -> int: ...
    @overload
    def count(self, by: str | Callable[[Fact], Any]) -> Mapping[Any, int]: ...
    def count(self, by: str | Callable[[Fact], Any] | None = None) -> int | Mapping[Any, int]:
        """Return how many facts there are, or how many for each value of a key."""
        if by is None:
            return len(self)
        return Fixed({value: len(ats) for value, ats in self._table(by).items()})

    def sum(self, unit: str | None = None) -> Derived:
        """Add the measures up, in `unit` or in the unit of the first, as intervals where hedged.

        Facts without a measure are left out.

        Raises:
            ConversionError: the measures have no common dimension, or no fact has one; or two of
                them overlap: one is `part_of` the other, or they say how much of the same there is
                (kind, parties and dimension are the same) at times that are not apart.
        """
        measured = tuple(fact for fact in self._facts if fact.measure is not None)
        measures = [fact.measure for fact in measured if fact.measure is not None]
        if not measures:
            raise ConversionError("no measures into a sum", "none of the facts has a measure")
        for one, other, why in overlapping(measured, self._book):
            raise ConversionError(f"{one.id} and {other.id} into a sum", f"{why}; choose one")
        total = reduce(add, measures)
        rule = " + ".join(fact.id for fact in measured)
        return Derived(measure=total if unit is None else total.to(unit), rule=rule, facts=measured)

    def sort_by(
        self, key: str | Callable[[Fact], Any] = "id", *, descending: bool = False
    ) -> FactList:
        """Return the facts in the order of `key`; those without such a value come last.

        Args:
            key: ``"id"``, ``"kind"``, ``"status"``, ``"article"``, ``"period"`` (by first day,
                then last), ``"published"`` (of the article), ``"measure"`` (by lowest, then highest
                possible value; one dimension only), or a function of a fact.
            descending: Whether the greatest comes first.

        Raises:
            ConversionError: measures of several dimensions have no order.
        """
        value_of = self._order(key)
        found = [(value_of(fact), fact) for fact in self._facts]
        there = [pair for pair in found if pair[0] is not None]
        there.sort(key=lambda pair: pair[0], reverse=descending)
        return self._made(fact for _, fact in [*there, *(one for one in found if one[0] is None)])

    def first(self, by: str | Callable[[Fact], Any] | None = None) -> Fact | None:
        """Return the first fact, or the first in the order of `by`; `None` of an empty list."""
        ordered = self if by is None else self.sort_by(by)
        return ordered[0] if ordered else None

    def last(self, by: str | Callable[[Fact], Any] | None = None) -> Fact | None:
        """Return the last fact, or the greatest that has `by`; `None` of an empty list."""
        ordered = self if by is None else self.sort_by(by, descending=True)
        return ordered[-1 if by is None else 0] if ordered else None

    def links(self, *, by: Literal["party", "country"] = "party") -> tuple[Cooperation, ...]:
        """Return who cooperates with whom, where and since when, each with its citations."""
        return cooperations(self._facts, self._book, by)

    def search(self, question: str, *, limit: int = 20) -> tuple[SearchHit, ...]:
        """Return the facts in which words of a question occur, the best first, with reasons.

        Names of parties and places count in every language that they are kept in, then labels,
        glosses, the quoted words and titles; a word still fits that differs by its ending alone.

        Args:
            question: Words in any language; their order makes no difference.
            limit: The most hits to return.

        Raises:
            InvalidValueError: there is no word in the question.

        Examples:
            >>> from coopdata import load
            >>> best = load().search("Kamaz Turkey batteries")[0]
            >>> best.fact.id, best.reasons[1]
            ('kamaz-turkey.electric-vehicles', "Turkey: 'Turkey' in party")
        """
        return tuple(self._index.searched.hits(question)[: max(0, limit)])

    # -- ways out -------------------------------------------------------------------------------

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Hand the facts to any Arrow reader as one stream (extra: ``arrow``)."""
        from ..frames import to_arrow

        return to_arrow(self).__arrow_c_stream__(requested_schema)

    # -- helpers --------------------------------------------------------------------------------

    def _table(self, key: str | Callable[[Fact], Any]) -> Mapping[Any, list[int]]:
        if not isinstance(key, str):
            table: dict[Any, list[int]] = {}
            for position, fact in enumerate(self._facts):
                table.setdefault(key(fact), []).append(position)
            return table
        if key not in KEYS:
            raise RecordNotFoundError("key", key, nearest(key, [*KEYS]) or tuple(KEYS))
        return self._index.table(key)

    def _order(self, key: str | Callable[[Fact], Any]) -> Callable[[Fact], Any]:
        if not isinstance(key, str):
            return key
        if key == "measure":
            return _by_measure(self._facts)
        orders: dict[str, Callable[[Fact], Any]] = {
            "id": lambda fact: fact.id,
            "kind": lambda fact: fact.kind,
            "status": lambda fact: fact.status,
            "article": lambda fact: fact.article_id,
            "period": lambda fact: _days(fact.period),
            "published": lambda fact: _days(self._book.articles[fact.article_id].published),
        }
        if key not in orders:
            known = (*orders, "measure")
            raise RecordNotFoundError("order", key, nearest(key, known) or known)
        return orders[key]


def _remade(facts: tuple[Fact, ...], dataset: Records) -> FactList:
    """Return a list that has travelled; its facts are those of its dataset again."""
    held = Book(dataset).facts
    return FactList((held[one.id] if held.get(one.id) == one else one for one in facts), dataset)


def _days(period: Any) -> tuple[dt.date, dt.date] | None:
    if period is None or (period.start is None and period.end is None):
        return None
    return period.start or dt.date.min, period.end or dt.date.max


def _by_measure(facts: tuple[Fact, ...]) -> Callable[[Fact], Any]:
    """Order by the lowest possible value, then the highest, in the unit of the first measure."""
    unit = next((fact.measure.unit for fact in facts if fact.measure is not None), "")

    def value_of(fact: Fact) -> Any:
        if fact.measure is None:
            return None
        around = fact.measure.to(unit).interval
        below, above = around.low is None, around.high is None
        return (not below, around.low or 0, around.low_open, above, around.high or 0)

    return value_of
