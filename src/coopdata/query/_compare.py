"""Predicates over what a fact measures and when it holds: they compare, not look up."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

from attrs import frozen

from ..errors import RecordNotFoundError, UndecidedError
from ..values import Measure, Period
from ._asked import Answer, Asked
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

    def answer(self, asked: Asked[Answer]) -> Answer:
        """Compare."""
        return asked.measured(self.relation, self.bound, self.certainty)


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

    def answer(self, asked: Asked[Answer]) -> Answer:
        """Compare."""
        return asked.during(self.relation, self.period)


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
