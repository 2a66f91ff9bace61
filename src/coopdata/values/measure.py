"""A quantity as a source states it: exact decimals, bounds for hedges, a curated unit."""

from __future__ import annotations

import decimal
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from attrs import evolve, field, frozen

from .. import _exact, units
from .._exact import MAX_EXPONENT
from .._viewed import Viewed
from ..errors import ConversionError, InvalidValueError, UndecidedError, shown
from .held import Held
from .interval import Interval
from .notation import Stated
from .spec import Length, Spec, padded

if TYPE_CHECKING:
    from pint import Quantity, UnitRegistry

__all__ = ["Certainty", "Measure", "Number", "Relation"]

Relation = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between"]
Certainty = Literal["certain", "impossible", "open"]
Comparison = Literal["<", "<=", "==", "!=", ">=", ">"]
Number = Decimal | Fraction | int | str

_LOWER: Final = frozenset({"at_least", "more_than"})
_UPPER: Final = frozenset({"at_most", "less_than"})
_TURNED: Final[dict[Relation, Relation]] = {
    "at_least": "at_most",
    "more_than": "less_than",
    "at_most": "at_least",
    "less_than": "more_than",
}


def _decimal(value: Number) -> Decimal:
    """Return an exact decimal; binary floats are refused, and by `_hold` what has no bounds."""
    if type(value) is Decimal:
        return value
    if isinstance(value, bool) or not isinstance(value, Number):
        raise TypeError(
            "a magnitude is a Decimal, a Fraction, an int or a str, "
            f"got {shown(value)}; write it as a str"
        )
    try:
        number = _number(value)
    except decimal.InvalidOperation:  # unless the caller's context lets it pass, as NaN
        number = Decimal("NaN")
    _hold(number, value)
    return number


def _hold(number: Decimal, value: object) -> None:
    """Refuse a number without bounds; `value` is what it was made of."""
    if _exact.is_bounded(number):
        return
    if not number.is_finite():
        raise InvalidValueError(value, "a magnitude is a finite decimal number")
    raise InvalidValueError(value, f"a magnitude stays within ten to the power ±{MAX_EXPONENT}")


def _number(value: Number) -> Decimal:
    if type(value) is Decimal or isinstance(value, _exact.Quotient):
        return value
    if isinstance(value, Fraction):
        return _exact.to_decimal(value)
    return _exact.magnitude(value) if isinstance(value, str) else Decimal(value)


def _optional(value: Number | None) -> Decimal | None:
    return None if value is None else _decimal(value)


@frozen(kw_only=True)
class Measure(Viewed, Held):
    """A quantity as a source states it.

    Attributes:
        low: Lower bound, exact; `None` = unbounded below.
        high: Upper bound, exact; `None` = unbounded above.
        unit: A curated unit expression: ``"USD"``, ``"vehicle/year"``, ``"percent"``, ``""``.
        relation: How the source words it. ``exact`` and ``about`` have `low == high`;
            ``at_least`` and ``more_than`` only `low`; ``at_most`` and ``less_than`` only `high`.

    Equality is of what was stated: 1 kilometre is not *equal* to 1000 metres, but
    `compare("==", …)` is certain of it. ``<``, ``<=``, ``>`` and ``>=`` ask `compare`, and raise
    UndecidedError where the source leaves the order open; so `sorted`, `min` and `max` answer
    wherever each order they ask for is certain.

    ``format(measure, spec)`` and f-strings take a locale, a length and ``compact``, joined by
    colons: ``f"{measure:ru:short}"``. Without them the measure is as `str` has it, and may be
    padded as a text is: ``f"{measure:>20}"``.

    A number that has no end is held as its fraction and printed with 28 digits.

    Examples:
        >>> Measure.at_most("250000000", "USD")
        Measure.at_most('250000000', 'USD')
        >>> Measure.exact("5352", "vehicle") / Measure.exact("10", "month")
        Measure.exact('535.2', 'vehicle/month')
        >>> max(Measure.exact("1", "mile"), Measure.exact("1", "kilometer"))
        Measure.exact('1', 'mile')
        >>> f"{Measure.exact('28000000', 'USD'):en:compact}"
        '$28 million'
    """

    low: Decimal | None = field(default=None, converter=_optional)
    high: Decimal | None = field(default=None, converter=_optional)
    unit: str = field(default="", converter=units.parse_unit)
    relation: Relation = field()

    def __attrs_post_init__(self) -> None:
        low, high, relation = self.low, self.high, self.relation
        if low is not None:
            _hold(low, low)
        if high is not None and high is not low:
            _hold(high, high)
        if units.parse_unit(self.unit) != self.unit:  # made by who knows no converters: msgspec
            raise InvalidValueError(self.unit, "a unit is in its normal form; see units.parse_unit")
        if relation in ("exact", "about"):
            fits = low is not None and low == high
        elif relation == "between":
            fits = low is not None and high is not None and low <= high
        elif relation in _LOWER:
            fits = low is not None and high is None
        elif relation in _UPPER:
            fits = low is None and high is not None
        else:
            known = ", ".join(get_args(Relation))
            raise InvalidValueError(relation, f"a relation is one of {known}")
        if not fits:
            raise InvalidValueError((low, high), f"bounds fit the relation {relation!r}")

    @staticmethod
    def exact(value: Number, unit: str = "") -> Measure:
        """Return "5 kilometres"."""
        return Measure(low=value, high=value, unit=unit, relation="exact")

    @staticmethod
    def about(value: Number, unit: str = "") -> Measure:
        """Return "about 5 kilometres"."""
        return Measure(low=value, high=value, unit=unit, relation="about")

    @staticmethod
    def at_least(value: Number, unit: str = "") -> Measure:
        """Return "5 kilometres or more"."""
        return Measure(low=value, unit=unit, relation="at_least")

    @staticmethod
    def more_than(value: Number, unit: str = "") -> Measure:
        """Return "more than 5 kilometres"."""
        return Measure(low=value, unit=unit, relation="more_than")

    @staticmethod
    def at_most(value: Number, unit: str = "") -> Measure:
        """Return "up to 5 kilometres"."""
        return Measure(high=value, unit=unit, relation="at_most")

    @staticmethod
    def less_than(value: Number, unit: str = "") -> Measure:
        """Return "less than 5 kilometres"."""
        return Measure(high=value, unit=unit, relation="less_than")

    @staticmethod
    def between(low: Number, high: Number, unit: str = "") -> Measure:
        """Return "5 to 6 kilometres"."""
        return Measure(low=low, high=high, unit=unit, relation="between")

    @staticmethod
    def from_text(text: str) -> Measure:
        """Return the measure that `str` prints so; a number may be a fraction such as ``1/3``.

        Not for what people write: that is `coopdata.normalize.measure`.

        Raises:
            UnreadableTextError: It is no such text.
            UnknownUnitError: Its unit is not curated.
            InvalidValueError: Its numbers are out of bounds, or a range runs backward.

        Examples:
            >>> Measure.from_text("more than 30 percent")
            Measure.more_than('30', 'percent')
        """
        stated = Stated.of(text)
        make: Callable[..., Measure] = getattr(Measure, stated.relation)
        return make(*stated.numbers, stated.unit)

    def __repr__(self) -> str:
        numbers = ", ".join(repr(_exact.written(number)) for number in self._stated)
        unit = f", {self.unit!r}" if self.unit else ""
        return f"Measure.{self.relation}({numbers}{unit})"

    def __str__(self) -> str:
        words = " to ".join(f"{number:f}" for number in self._stated)
        hedge = (
            "" if self.relation in ("exact", "between") else self.relation.replace("_", " ") + " "
        )
        return f"{hedge}{words} {self.unit}".rstrip()

    @property
    def _stated(self) -> tuple[Decimal, ...]:
        """The numbers that the source prints: two for a range, otherwise one."""
        if self.relation == "between":
            return tuple(number for number in (self.low, self.high) if number is not None)
        number = self.high if self.low is None else self.low
        return () if number is None else (number,)

    @property
    def value(self) -> Decimal:
        """The one number stated, hedged or not; UndecidedError for a range."""
        if self.relation == "between":
            raise UndecidedError(f"one value of {self}", "ask for .low and .high")
        return self._stated[0]

    @property
    def dimension(self) -> str:
        """The unit's dimension, for example ``"[currency_USD] / [time]"``."""
        return units.dimension(self.unit)

    @property
    def interval(self) -> Interval:
        """Every value that the words allow, in `unit`."""
        return Interval.stated(self.low, self.high, self.relation)

    # -- pint ---------------------------------------------------------------------------------

    def quantity(self, registry: UnitRegistry[Any] | None = None) -> Quantity[Any]:
        """Return a fresh pint quantity of the one value stated.

        Args:
            registry: Your own registry, into which `units.define_in` has put coopdata's units;
                otherwise coopdata's, in which magnitudes are Decimal.

        Raises:
            UndecidedError: the measure is a range; ask for `quantities`.
        """
        return units.quantity(self.value, self.unit, registry=registry)

    def quantities(
        self, registry: UnitRegistry[Any] | None = None
    ) -> tuple[Quantity[Any] | None, Quantity[Any] | None]:
        """Return the lower and the upper bound as pint quantities; `None` = unbounded."""

        def bound(number: Decimal | None) -> Quantity[Any] | None:
            return None if number is None else units.quantity(number, self.unit, registry=registry)

        return bound(self.low), bound(self.high)

    def to(self, unit: str) -> Measure:
        """Return the same quantity in another unit of its dimension, exactly where it can be.

        Raises:
            ConversionError: the dimensions differ, or one currency would turn into another.

        Examples:
            >>> Measure.exact("6422.4", "vehicle/year").to("vehicle/month")
            Measure.exact('535.2', 'vehicle/month')
        """
        if unit == self.unit:
            return self
        convert = units.converter(self.unit, unit)
        return self._mapped(convert, unit)

    def exchange(self, rate: Measure, *, source: str, date: Any) -> Measure:
        """Return the amount in another currency, at a rate that somebody stands for.

        An amount for something, such as ``USD/metric_ton``, stays one. `coopdata.fx` finds rates.

        Args:
            rate: How much of the wanted currency one of this currency costs, for example
                `Measure.exact("1.96", "BYN/USD")`.
            source: Who publishes the rate; required, so that it can be cited.
            date: The `datetime.date` for which the rate was set; required.

        Raises:
            ConversionError: the source or the date is missing, or the rate is of other currencies.
        """
        if not isinstance(rate, Measure):
            raise TypeError(f"a rate is a Measure, got {shown(rate)}")
        if not source or date is None:
            raise ConversionError(f"{self} with a rate", "name the rate's source and its date")
        if (
            not all(units.is_currency(part) for part in rate.unit.split("/"))
            or "/" not in rate.unit
        ):
            raise ConversionError(str(self), f"{rate.unit!r} is not a rate between two currencies")
        wanted, _, given = rate.unit.partition("/")
        money, per, what = self.unit.partition("/")
        if money != given:
            raise ConversionError(str(self), f"the rate turns {given} into {wanted}")
        return evolve(self * evolve(rate, unit=""), unit=wanted + per + what)

    # -- comparison ---------------------------------------------------------------------------

    def compare(self, operator: Comparison, other: Measure) -> Certainty:
        """Tell whether `self operator other` is certain, impossible, or left open by the source.

        "More than 30 %" is certainly more than 20 %, impossibly 30 % or less, and whether it is
        more than 40 % the source leaves open. An ``about`` value stands for every number that
        rounds to it at its last non-zero digit.

        Raises:
            ConversionError: the two have no common dimension.

        Examples:
            >>> Measure.more_than("30", "percent").compare(">", Measure.exact("30", "percent"))
            'certain'
        """
        if not isinstance(other, Measure):
            raise TypeError(f"a measure is compared with a Measure, got {shown(other)}")
        convert = units.converter(other.unit, self.unit)
        return self.interval.compare(operator, other.interval.mapped(convert))

    def _is(self, operator: Comparison, other: object) -> bool:
        """Return what is certain, one way or the other."""
        if not isinstance(other, Measure):
            return NotImplemented  # type: ignore[no-any-return]  # for operators
        verdict = self.compare(operator, other)
        if verdict == "open":
            raise UndecidedError(
                f"whether {self} {operator} {other}", f"ask measure.compare({operator!r}, other)"
            )
        return verdict == "certain"

    def __lt__(self, other: Measure) -> bool:
        return self._is("<", other)

    def __le__(self, other: Measure) -> bool:
        return self._is("<=", other)

    def __gt__(self, other: Measure) -> bool:
        return self._is(">", other)

    def __ge__(self, other: Measure) -> bool:
        return self._is(">=", other)

    # -- arithmetic ---------------------------------------------------------------------------

    def __neg__(self) -> Measure:
        low, high = self.low, self.high
        relation = _TURNED.get(self.relation, self.relation)
        return Measure(
            low=None if high is None else high.copy_negate(),
            high=None if low is None else low.copy_negate(),
            unit=self.unit,
            relation=relation,
        )

    def __add__(self, other: Measure) -> Measure:
        if not isinstance(other, Measure):
            return NotImplemented
        convert = units.converter(other.unit, self.unit)
        return _combined(lambda one, two: one + two.mapped(convert), self, other, self.unit)

    def __sub__(self, other: Measure) -> Measure:
        if not isinstance(other, Measure):
            return NotImplemented
        convert = units.converter(other.unit, self.unit)
        return _combined(lambda one, two: one - two.mapped(convert), self, other, self.unit)

    def __mul__(self, other: Measure | Number) -> Measure:
        factor = _operand(other)
        if factor is None:
            return NotImplemented
        unit, scale = units.multiply(self.unit, factor.unit)
        return _combined(lambda one, two: (one * two).scaled(scale), self, factor, unit)

    __rmul__ = __mul__

    def __truediv__(self, other: Measure | Number) -> Measure:
        divisor = _operand(other)
        if divisor is None:
            return NotImplemented
        unit, scale = units.divide(self.unit, divisor.unit)
        return _combined(lambda one, two: (one / two).scaled(scale), self, divisor, unit)

    def _mapped(self, convert: Any, unit: str) -> Measure:
        """Return the measure with an increasing function applied to its bounds."""
        return Measure(
            low=None if self.low is None else convert(self.low),
            high=None if self.high is None else convert(self.high),
            unit=unit,
            relation=self.relation,
        )

    # -- printing -----------------------------------------------------------------------------

    def __format__(self, spec: str) -> str:
        plain = padded(str(self), spec)
        if plain is not None:
            return plain
        return self.format(**Spec.of(spec, may_be_compact=True)._asdict())

    def format(self, *, locale: str, length: Length = "long", compact: bool = False) -> str:
        """Print the measure; see `coopdata.formatting.measure`."""
        from .. import formatting

        return formatting.measure(self, locale=locale, length=length, compact=compact)


def _operand(value: object) -> Measure | None:
    """Return a factor as a measure; None for what is no number, a TypeError for a float."""
    if isinstance(value, Measure):
        return value
    return Measure.exact(value) if isinstance(value, Number | float) else None  # type: ignore[arg-type]  # a float is refused there


def _combined(
    operate: Callable[[Interval, Interval], Interval], one: Measure, two: Measure, unit: str
) -> Measure:
    """Apply interval arithmetic; "about" stays "about" among exact and hedged single numbers."""
    relations = {one.relation, two.relation}
    if relations <= {"exact", "about"}:
        number = operate(Interval(one.low, one.high), Interval(two.low, two.high)).low
        relation: Relation = "about" if "about" in relations else "exact"
        return Measure(low=number, high=number, unit=unit, relation=relation)
    result = operate(one.interval, two.interval)
    worded = result.relation
    if worded is None:
        raise UndecidedError(f"what {one} and {two} make together", "both ends are unbounded")
    return Measure(low=result.low, high=result.high, unit=unit, relation=worded)
