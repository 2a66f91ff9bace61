"""What a predicate asks of facts, whether these are records in memory or the rows of a frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from ..model import Party
from ..values import Measure, Period
from ._book import Book

__all__ = ["Answer", "Asked"]

#: Which facts, in a form that combines with ``&`` and ``|``: a mask, an expression over columns.
Answer = TypeVar("Answer", bound=Any)


class Asked(Protocol[Answer]):
    """Facts that predicates are asked of."""

    @property
    def everything(self) -> Answer:
        """All of them."""
        ...

    @property
    def nothing(self) -> Answer:
        """None of them."""
        ...

    def book_of(self, key: str, wanted: Sequence[str | Party]) -> Book:
        """Return the names by which what is wanted for `key` is looked up."""
        ...

    def without(self, answer: Answer) -> Answer:
        """Return the others."""
        ...

    def among(self, key: str, values: Sequence[str]) -> Answer:
        """Return those that have one of `values` for `key`."""
        ...

    def involved(self, parties: Sequence[str], role: str) -> Answer:
        """Return those in which one of `parties` has that role."""
        ...

    def measured(self, relation: str, bound: Measure, certainty: str) -> Answer:
        """Return those whose measure is so related to `bound`, certainly or possibly."""
        ...

    def during(self, relation: str, period: Period) -> Answer:
        """Return those whose period is so related to `period`."""
        ...
