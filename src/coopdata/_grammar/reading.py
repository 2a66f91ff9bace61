"""A quantity while it is being read."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from ..values import Measure, Relation

__all__ = ["Quantity"]


class Quantity:
    """What was read at a place, before it becomes a Mention or a Measure.

    Attributes:
        start, end: The minimal span.
        opened: Where the opener of a range ("from", "between") stands.
        outer: The span with hedges, openers and closers.
        low, high: Bounds, equal but for a range.
        unit: Unit expression; `None` where none was found.
        doubt: Units between which the text leaves open, joined by ``|``.
        scaled: Whether a scale word stood after the number.
        why: The rules that made it, in order.
    """

    relation: Relation = "exact"
    unit: str | None = None
    kind = "number"
    change: Literal["increase", "decrease"] | None = None
    counted: str | None = None
    carried = False
    minor = False
    scaled = False
    opened: int | None = None
    doubt: str | None = None

    def __init__(self, start: int, end: int, value: Decimal, form: str) -> None:
        self.start = start
        self.end = end
        self.low = self.high = value
        self.form = self.why = form
        self.outer = (start, end)

    @property
    def measure(self) -> Measure:
        """The value; the unit is "" where none was found."""
        low: Decimal | None = self.low
        high: Decimal | None = self.high
        if self.relation in ("at_least", "more_than"):
            high = None
        elif self.relation in ("at_most", "less_than"):
            low = None
        return Measure(low=low, high=high, unit=self.unit or "", relation=self.relation)
