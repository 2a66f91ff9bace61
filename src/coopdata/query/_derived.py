"""Values computed from facts: they keep the citations that they came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from operator import add, mul, sub, truediv
from typing import Any

from attrs import evolve, field, frozen

from .._fixed import Record, tuple_of
from .._viewed import Viewed
from ..errors import UndecidedError
from ..model import Basis, Citation, Fact
from ..values import Length, Measure

__all__ = ["Derived", "facts_of"]


def facts_of(given: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts that any iterable holds; see `tuple_of`."""
    return tuple_of(Fact, given)


@frozen(kw_only=True)
class Derived(Viewed, Record):
    """A measure that was computed, the rule, and the facts that it starts from.

    Examples:
        >>> from coopdata.values import Measure
        >>> pace = Derived.given(Measure.exact("5352", "vehicle")) / Measure.exact("10", "month")
        >>> pace.to("vehicle/year").measure
        Measure.exact('6422.4', 'vehicle/year')
        >>> pace.rule
        '5352 vehicle / 10 month'
    """

    measure: Measure
    rule: str
    facts: tuple[Fact, ...] = field(default=(), converter=facts_of)

    @staticmethod
    def of(fact: Fact) -> Derived:
        """Return the measure of a fact, ready to compute with.

        Raises:
            UndecidedError: the fact states no measure.
        """
        if fact.measure is None:
            raise UndecidedError(f"the amount of {fact.id!r}", "choose a fact with a measure")
        return Derived(measure=fact.measure, rule=fact.id, facts=(fact,))

    @staticmethod
    def given(measure: Measure) -> Derived:
        """Return a measure that no fact states, such as the length of a year."""
        return Derived(measure=measure, rule=str(measure))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The words that everything here starts from, each once, in the order of use."""
        return tuple(dict.fromkeys(one for fact in self.facts for one in fact.citations))

    @property
    def basis(self) -> Basis:
        """The basis that a fact made of this value would have."""
        sources = tuple(fact.id for fact in self.facts)
        return Basis(kind="derived", rule=self.rule, sources=sources)

    def to(self, unit: str) -> Derived:
        """Return the same value in another unit of the same dimension."""
        return evolve(self, measure=self.measure.to(unit))

    def format(self, *, locale: str, length: Length = "long", compact: bool = False) -> str:
        """Print the measure; see `coopdata.formatting.measure`."""
        return self.measure.format(locale=locale, length=length, compact=compact)

    def __str__(self) -> str:
        return f"{self.measure} = {self.rule}"

    def __add__(self, other: Any) -> Derived:
        return self._with(other, add, "+")

    def __sub__(self, other: Any) -> Derived:
        return self._with(other, sub, "-")

    def __mul__(self, other: Any) -> Derived:
        return self._with(other, mul, "*")

    def __truediv__(self, other: Any) -> Derived:
        return self._with(other, truediv, "/")

    def _with(self, other: Any, operate: Callable[[Any, Any], Any], sign: str) -> Derived:
        if isinstance(other, Fact):
            other = Derived.of(other)
        elif isinstance(other, Measure):
            other = Derived.given(other)
        elif isinstance(other, Decimal | int | str) and not isinstance(other, bool):
            other = Derived.given(Measure.exact(other))
        if not isinstance(other, Derived):
            return NotImplemented  # type: ignore[no-any-return]  # Python asks the other side
        left = self.rule if sign == "+" else _bracketed(self.rule)
        return Derived(
            measure=operate(self.measure, other.measure),
            rule=f"{left} {sign} {_bracketed(other.rule)}",
            facts=tuple(dict.fromkeys((*self.facts, *other.facts))),
        )


def _bracketed(rule: str) -> str:
    return f"({rule})" if any(f" {sign} " in rule for sign in "+-*/") else rule
