"""Exact, frozen values: what a source states, no more and no less."""

from __future__ import annotations

from .measure import Certainty, Measure, Relation
from .period import Period
from .span import Span

__all__ = ["Certainty", "Measure", "Period", "Relation", "Span"]
