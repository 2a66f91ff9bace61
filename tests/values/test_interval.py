"""Intervals, held against all numbers of a grid, one by one."""

from __future__ import annotations

import operator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata import errors
from coopdata.values.interval import Interval
from coopdata.values.measure import Comparison, Relation

ENDS: Final = (None, Decimal(0), Decimal(1), Decimal(2))
GRID: Final = [Fraction(nth, 3) for nth in range(-2, 10)]
OPERATORS: Final[dict[Comparison, Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}


def numbers(interval: Interval) -> list[Fraction]:
    """Return the numbers of the grid that an interval allows."""
    low, high = interval.low, interval.high
    found = [
        one for one in GRID if low is None or one > low or (one == low and not interval.low_open)
    ]
    return [
        one
        for one in found
        if high is None or one < high or (one == high and not interval.high_open)
    ]


INTERVALS: Final = [
    interval
    for low, high, low_open, high_open in product(ENDS, ENDS, (False, True), (False, True))
    if numbers(interval := Interval(low, high, low_open, high_open))
    and not (low is None and low_open)
    and not (high is None and high_open)
]


@pytest.mark.parametrize("sign", OPERATORS)
def test_a_comparison_is_what_all_numbers_say(sign: Comparison) -> None:
    for one, other in product(INTERVALS, INTERVALS):
        said = {OPERATORS[sign](x, y) for x in numbers(one) for y in numbers(other)}
        expected = {(True,): "certain", (False,): "impossible"}.get(tuple(said), "open")

        assert expected == one.compare(sign, other), (one, sign, other)


def test_an_unknown_comparison_is_refused() -> None:
    point = Interval(Decimal(1), Decimal(1))

    with pytest.raises(errors.InvalidValueError, match="a comparison is one of <, <=") as caught:
        point.compare("~", point)  # type: ignore[arg-type]  # what is tested
    assert "~" == caught.value.value


@pytest.mark.parametrize(
    ("ends", "opened", "expected"),
    [
        ((None, None), (False, False), None),
        ((1, None), (False, False), "at_least"),
        ((1, None), (True, False), "more_than"),
        ((None, 1), (False, False), "at_most"),
        ((None, 1), (False, True), "less_than"),
        ((1, 1), (False, False), "exact"),
        ((1, 2), (False, False), "between"),
        ((1, 2), (True, True), "between"),
    ],
)
def test_an_interval_has_one_wording(ends: Any, opened: Any, expected: Relation | None) -> None:
    low, high = (None if end is None else Decimal(end) for end in ends)

    assert expected == Interval(low, high, *opened).relation


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ("20", "15", "25"),
        ("2000000000", "1500000000", "2500000000"),
        ("12.50", "12.45", "12.55"),
        ("-30", "-35", "-25"),
        ("1", "0.5", "1.5"),
        ("0", "0", "0"),
        ("1E+3", "500", "1500"),
        ("0.007", "0.0065", "0.0075"),
    ],
)
def test_about_allows_what_rounds_to_its_number(number: str, low: str, high: str) -> None:
    value = Decimal(number)

    assert Interval(Decimal(low), Decimal(high)) == Interval.stated(value, value, "about")


def test_a_hedge_leaves_its_own_number_out_or_in() -> None:
    one = Decimal(1)

    assert Interval(one, None, low_open=True) == Interval.stated(one, None, "more_than")
    assert Interval(one, None) == Interval.stated(one, None, "at_least")
    assert Interval(None, one, high_open=True) == Interval.stated(None, one, "less_than")
    assert Interval(None, one) == Interval.stated(None, one, "at_most")
    assert Interval(one, one) == Interval.stated(one, one, "exact")
    assert Interval(None, None) == Interval.stated(None, None, "about")


def test_a_point_is_one_number() -> None:
    assert Interval(Decimal(1), Decimal(1)).is_point
    assert not Interval(Decimal(1), Decimal(2)).is_point
    assert not Interval(None, None).is_point
    assert not Interval(Decimal(1), None).is_point


# -- arithmetic: each end by itself, in fractions -------------------------------------------------

End = tuple[Fraction | None, bool]


def ends(interval: Interval) -> tuple[End, End]:
    """Return both ends as fractions, and whether each is left out; an unbounded one is not."""
    low, high = (None if end is None else Fraction(end) for end in (interval.low, interval.high))
    return (low, interval.low_open), (high, interval.high_open)


def of(one: End, other: End, reckon: Any) -> End:
    number = None if one[0] is None or other[0] is None else reckon(one[0], other[0])
    return number, one[1] or other[1]


def negative(end: End) -> End:
    return (None if end[0] is None else -end[0]), end[1]


def test_a_sum_and_a_difference_go_end_by_end() -> None:
    for one, other in product(INTERVALS, INTERVALS):
        (low, high), (low2, high2) = ends(one), ends(other)

        assert (of(low, low2, operator.add), of(high, high2, operator.add)) == ends(one + other)
        assert (of(low, high2, operator.sub), of(high, low2, operator.sub)) == ends(one - other)
        assert (negative(high), negative(low)) == ends(-one)


FACTORS: Final = [Fraction(5), Fraction(-3, 2), Fraction(0), Fraction(1), Fraction(-1)]


@pytest.mark.parametrize("factor", FACTORS)
def test_a_factor_below_zero_turns_an_interval_round(factor: Fraction) -> None:
    for one in INTERVALS:
        low, high = (
            (None if number is None else number * factor, is_open) for number, is_open in ends(one)
        )

        assert ((high, low) if factor < 0 else (low, high)) == ends(one.scaled(factor))
        assert ((high, low) if factor < 0 else (low, high)) == ends(
            one * Interval(*[Decimal(factor.numerator) / factor.denominator] * 2)
        )


def test_a_point_multiplies_from_either_side() -> None:
    for number in (3, -3, 0):
        point = Interval(Decimal(number), Decimal(number))
        for one in INTERVALS:
            assert one * point == point * one == one.scaled(Fraction(number))


def test_a_factor_of_one_keeps_the_digits() -> None:
    printed = Interval(Decimal("2.50"), Decimal("3.00")).scaled(Fraction(1))

    assert ("2.50", "3.00") == (str(printed.low), str(printed.high))


def test_a_product_of_ranges_goes_end_by_end() -> None:
    ranges = [one for one in INTERVALS if not one.is_point]
    for one, other in product(ranges, ranges):
        (low, high), (low2, high2) = ends(one), ends(other)

        assert (of(low, low2, operator.mul), of(high, high2, operator.mul)) == ends(one * other)


BELOW: Final = [
    Interval(Decimal(-1), None),
    Interval(Decimal(-1), Decimal(2)),
    Interval(None, Decimal(-1)),
    Interval(Decimal(-2), Decimal(-1)),
]


@pytest.mark.parametrize("below", BELOW)
def test_a_product_of_ranges_below_zero_is_refused(below: Interval) -> None:
    above = Interval(Decimal(1), Decimal(2))
    for one, other in ((below, above), (above, below)):
        with pytest.raises(errors.UndecidedError, match="a product of two ranges"):
            one * other


def test_a_quotient_goes_from_end_to_end() -> None:
    ranges = [one for one in INTERVALS if not one.is_point]
    for one, other in product(ranges, ranges):
        (low, high), (low2, high2) = ends(one), ends(other)
        reaches_zero = low2[0] == 0 and not low2[1]
        if reaches_zero or other == Interval(None, None):
            with pytest.raises(errors.UndecidedError, match="division by a range"):
                one / other
        elif low2[0] is not None or high2[0] != 0:
            expected = [
                (None, low[1] or high2[1])
                if low[0] is None or high2[0] is None
                else (low[0] / high2[0], low[1] or high2[1]),
                (None, high[1] or low2[1])
                if high[0] is None or not low2[0]
                else (high[0] / low2[0], high[1] or low2[1]),
            ]
            found = ends(one / other)
            for want, (number, is_open) in zip(expected, found, strict=True):
                assert want[1] == is_open
                if want[0] is None:
                    assert number is None
                else:
                    assert number is not None
                    assert abs(number - want[0]) < Fraction(1, 10**20)


@pytest.mark.parametrize(
    "zero",
    [
        *BELOW,
        Interval(Decimal(0), Decimal(2)),
        Interval(Decimal(-1), Decimal(2), low_open=True),
        Interval(None, Decimal(0)),
        Interval(None, None),
    ],
)
def test_a_divisor_that_may_be_zero_or_below_is_refused(zero: Interval) -> None:
    with pytest.raises(errors.UndecidedError, match="division by a range"):
        Interval(Decimal(1), Decimal(2)) / zero


def test_zero_divides_nothing() -> None:
    zero = Interval(Decimal(0), Decimal(0))

    for one in INTERVALS:
        with pytest.raises(errors.InvalidValueError, match="a divisor is not zero"):
            one / zero


@given(divisor=st.integers(-99, 99).filter(bool))
def test_a_point_divides_each_end(divisor: int) -> None:
    for one in INTERVALS:
        found = one / Interval(Decimal(divisor), Decimal(divisor))

        assert one.scaled(Fraction(1, divisor)) == found


def test_a_function_is_applied_to_both_ends() -> None:
    for one in INTERVALS:
        (low, high) = (
            (None if number is None else number + 7, is_open) for number, is_open in ends(one)
        )

        assert (low, high) == ends(one.mapped(lambda number: number + 7))
