"""Predicates over what a fact measures and when it holds: they compare, not look up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Final, Literal

from attrs import frozen

from .. import units
from ..errors import ConversionError, RecordNotFoundError, UndecidedError
from ..model import Fact
from ..values import Measure, Period
from ..values.interval import Interval
from ._index import Index
from ._predicates import Predicate

__all__ = ["Amount", "Amounts", "Certain", "During", "When", "amount_of", "certain", "period_of"]

When = Period | dt.date | str | int
Amount = Measure | Decimal | int | str
Certain = Literal["certainly", "possibly"]


@frozen(repr=False)
class Amounts(Predicate):
    """The fact's measure is so related to `bound`, in any unit of the same dimension."""

    relation: Literal["at_least", "more_than", "at_most", "less_than"]
    bound: Measure
    certainty: Certain = "certainly"

    def __repr__(self) -> str:
        more = "" if self.certainty == "certainly" else f", certainty={self.certainty!r}"
        return f"P.{self.relation}({str(self.bound)!r}{more})"

    def mask(self, index: Index) -> int:
        """Convert the bound to each unit once, then compare plain decimals."""
        test = _TESTS[self.relation, self.certainty]
        facts, found = index.facts, list[int]()
        for unit, positions in index.table("unit").items():
            try:
                bound = units.convert(self.bound.value, self.bound.unit, unit)
            except ConversionError:
                continue  # another dimension: such a fact says nothing of this amount
            found += [at for at in positions if test(_ends(facts[at]), bound)]
        return index.mask(found)


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


def amount_of(wanted: Amount, unit: str = "") -> Measure:
    """Return one exact amount; a bare number is counted in `unit`."""
    if isinstance(wanted, str):
        wanted = _read_amount(wanted)
    if not isinstance(wanted, Measure):
        return Measure.exact(wanted, unit)
    if wanted.relation != "exact":
        raise UndecidedError(f"the bound {wanted}", "name one exact amount")
    return Measure.exact(wanted.value, unit) if unit and not wanted.unit else wanted


def _read_amount(text: str) -> Measure:
    from .. import normalize

    return normalize.measure(text, locale="en")


# -- periods ------------------------------------------------------------------------------------


@frozen(repr=False)
class During(Predicate):
    """The fact's period is so related to `period`; a fact without a period is not."""

    relation: Literal["overlaps", "may_overlap", "is_within", "is_before", "is_after"]
    period: Period

    def __repr__(self) -> str:
        if self.relation == "may_overlap":
            return f"P.overlaps({self.period.edtf!r}, certainty='possibly')"
        return f"P.{self.relation.removeprefix('is_')}({self.period.edtf!r})"

    def mask(self, index: Index) -> int:
        """Ask each distinct period once."""
        table = index.table("period")
        fits = (ats for one, ats in table.items() if getattr(one, self.relation)(self.period))
        return index.mask(at for ats in fits for at in ats)


def period_of(wanted: When) -> Period:
    if isinstance(wanted, Period):
        return wanted
    if isinstance(wanted, dt.date):
        return Period.of(wanted)
    return Period.from_edtf(f"{wanted:04}" if isinstance(wanted, int) else wanted)


def certain(certainty: Certain) -> Certain:
    """Return `certainty` where it is one of the two words."""
    if certainty not in ("certainly", "possibly"):
        raise RecordNotFoundError("certainty", certainty, ("certainly", "possibly"))
    return certainty
