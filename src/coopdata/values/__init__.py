"""Exact, frozen values: what a source states, no more and no less."""

from __future__ import annotations

from .._exact import Quotient
from .measure import Certainty, Measure, Relation
from .period import Period
from .span import Span
from .spec import Length

__all__ = ["Certainty", "Length", "Measure", "Period", "Quotient", "Relation", "Span"]


def __dir__() -> list[str]:
    return sorted(__all__)
