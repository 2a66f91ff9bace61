"""The facts of a list by key, and selections of them.

A selection is a *mask*: one int with a byte for each fact, 1 where it is selected. So `&`, `|` and
`^` work on whole selections at once, and `itertools.compress` reads the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from .. import units
from ..errors import ConversionError
from ..model import Fact, Party
from ..values import Measure, Period
from ..values.interval import Interval
from ._book import Book
from ._search import Searched

__all__ = ["KEYS", "Index", "Table"]

Facts = tuple[Fact, ...]
Table = dict[Any, list[int]]


def _table(column: Iterable[Any]) -> Table:
    """Return the positions of each value in a column; `None` is no value."""
    table: Table = {}
    for position, value in enumerate(column):
        if value is not None:
            ats = table.get(value)
            if ats is None:
                table[value] = [position]
            else:
                ats.append(position)
    return table


def _tables(column: Iterable[Iterable[Any]]) -> Table:
    """Return the positions of each value in a column of several values each."""
    table: Table = {}
    for position, values in enumerate(column):
        for value in values:
            ats = table.get(value)
            if ats is None:
                table[value] = [position]
            elif ats[-1] != position:  # a value may come twice in one fact
                ats.append(position)
    return table


def _parties(facts: Facts, _: Book) -> Table:
    table: Table = {}
    for position, fact in enumerate(facts):  # `_tables` over lists would take twice as long
        for one in fact.parties:
            ats = table.get(one.party)
            if ats is None:
                table[one.party] = [position]
            elif ats[-1] != position:
                ats.append(position)
    return table


def _cited(fact: Fact) -> list[str]:
    return [citation.article_id for citation in fact.citations]


def _countries(fact: Fact, book: Book) -> list[str]:
    codes = (book.country_of(fact.place), *(book.country_of(one.party) for one in fact.parties))
    return [code for code in codes if code]


def _periods(facts: Facts, _: Book) -> Table:
    """Look periods up by their strings, which hash faster, and hand back the periods."""
    by_edtf = _table(None if fact.period is None else fact.period.edtf for fact in facts)
    return {facts[ats[0]].period: ats for ats in by_edtf.values()}


def _years(facts: Facts, _: Book) -> Table:
    starts = (None if fact.period is None else fact.period.start for fact in facts)
    return _table(None if start is None else f"{start.year:04}" for start in starts)


def _units(facts: Facts, _: Book) -> Table:
    return _table(None if fact.measure is None else fact.measure.unit for fact in facts)


def _dimensions(facts: Facts, book: Book) -> Table:
    dimension_of = {unit: units.dimension(unit) for unit in _units(facts, book)}
    measures = (fact.measure for fact in facts)
    return _table(None if one is None else dimension_of[one.unit] for one in measures)


#: For each key by which facts can be grouped: the positions of the facts that have each value.
KEYS: Final[dict[str, Callable[[Facts, Book], Table]]] = {
    "kind": lambda facts, _: _table(fact.kind for fact in facts),
    "status": lambda facts, _: _table(fact.status for fact in facts),
    "basis": lambda facts, _: _table(fact.basis.kind for fact in facts),
    "said_by": lambda facts, _: _table(fact.said_by for fact in facts),
    "place": lambda facts, _: _table(fact.place for fact in facts),
    "article": lambda facts, _: _tables(map(_cited, facts)),
    "language": lambda facts, book: _tables(map(book.language_of, _cited(fact)) for fact in facts),
    "party": _parties,
    "role": lambda facts, _: _tables([one.role for one in fact.parties] for fact in facts),
    "country": lambda facts, book: _tables(_countries(fact, book) for fact in facts),
    "period": _periods,
    "year": _years,
    "unit": _units,
    "dimension": _dimensions,
}


class Index:
    """The facts of one list by key; each key is read when it is first asked for."""

    def __init__(self, facts: Facts, book: Book) -> None:
        self.facts = facts
        self.book = book
        self._made: dict[str, Table] = {}

    @cached_property
    def searched(self) -> Searched:
        """The words of the facts, for `FactList.search`."""
        return Searched(self.facts, self.book)

    def table(self, key: str) -> Table:
        """Return the positions of the facts for each value of `key`."""
        table = self._made.get(key)
        if table is None:
            table = self._made[key] = KEYS[key](self.facts, self.book)
        return table

    @property
    def everything(self) -> int:
        """The mask that selects all."""
        return self._everything

    @cached_property
    def _everything(self) -> int:
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

    # -- what predicates ask, see `Asked` --------------------------------------------------------

    @property
    def nothing(self) -> int:
        """The mask of no fact."""
        return 0

    def book_of(self, key: str, wanted: Sequence[str | Party]) -> Book:
        """Return the dataset's names."""
        return self.book

    def without(self, answer: int) -> int:
        """Return the mask of the other facts."""
        return self.everything ^ answer

    def involved(self, parties: Sequence[str], role: str) -> int:
        """Return the mask of the facts in which one of the parties has that role."""
        table, wanted = self.table("party"), frozenset(parties)
        return self.mask(
            at
            for at in {at for found in parties for at in table.get(found, ())}
            if any(who.role == role and who.party in wanted for who in self.facts[at].parties)
        )

    def measured(self, relation: str, bound: Measure, certainty: str) -> int:
        """Convert the bound to each unit once, then compare plain decimals."""
        test = _TESTS[relation, certainty]
        facts, found = self.facts, list[int]()
        for unit, positions in self.table("unit").items():
            try:
                there = units.convert(bound.value, bound.unit, unit)
            except ConversionError:
                continue  # another dimension: such a fact says nothing of this amount
            found += [at for at in positions if test(_ends(facts[at]), there)]
        return self.mask(found)

    def during(self, relation: str, period: Period) -> int:
        """Ask each distinct period once."""
        table = self.table("period")
        fits = (ats for one, ats in table.items() if getattr(one, relation)(period))
        return self.mask(at for ats in fits for at in ats)

    def bytes_of(self, mask: int) -> bytes:
        """Return a mask as the bytes that `itertools.compress` reads."""
        return mask.to_bytes(len(self.facts), "little")


_Ends = tuple[Decimal | None, Decimal | None, bool, bool]


def _ends(fact: Fact) -> _Ends:
    """Return the bounds of a fact's measure, and whether each is open."""
    measure = fact.measure
    assert measure is not None  # the index holds facts with a measure only
    relation = measure.relation
    if relation == "about":
        around = Interval.stated(measure.low, measure.high, relation)
        return around.low, around.high, False, False
    return measure.low, measure.high, relation == "more_than", relation == "less_than"


# What a fact's bounds must be for "certainly" (all of its interval) and "possibly" (some of it).
_TESTS: Final[dict[tuple[str, str], Callable[[_Ends, Decimal], bool]]] = {
    ("at_least", "certainly"): lambda ends, bound: ends[0] is not None and ends[0] >= bound,
    ("more_than", "certainly"): lambda ends, bound: (
        ends[0] is not None and (ends[0] > bound or (ends[2] and ends[0] == bound))
    ),
    ("at_most", "certainly"): lambda ends, bound: ends[1] is not None and ends[1] <= bound,
    ("less_than", "certainly"): lambda ends, bound: (
        ends[1] is not None and (ends[1] < bound or (ends[3] and ends[1] == bound))
    ),
    ("at_least", "possibly"): lambda ends, bound: (
        ends[1] is None or ends[1] > bound or (not ends[3] and ends[1] == bound)
    ),
    ("more_than", "possibly"): lambda ends, bound: ends[1] is None or ends[1] > bound,
    ("at_most", "possibly"): lambda ends, bound: (
        ends[0] is None or ends[0] < bound or (not ends[2] and ends[0] == bound)
    ),
    ("less_than", "possibly"): lambda ends, bound: ends[0] is None or ends[0] < bound,
}
