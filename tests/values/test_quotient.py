"""Numbers that have no end, such as a third: held against `fractions.Fraction`."""

from __future__ import annotations

import copy
import json
import operator
import pickle
from decimal import ROUND_DOWN, Context, Decimal, localcontext
from fractions import Fraction
from functools import reduce

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import errors, serde, strategies, units
from coopdata._exact import MAX_EXPONENT, Quotient, add, multiply, remainder, subtract, to_decimal
from coopdata.values import Measure

WHOLE = st.integers(-(10**30), 10**30)
FRACTIONS = st.fractions(max_denominator=10**6) | st.builds(
    lambda above, below: Fraction(above, below), WHOLE, st.integers(1, 10**30)
)
NUMBERS = FRACTIONS.map(to_decimal) | strategies.decimals(endless=True)
#: Near one another: where digits do not tell two numbers apart.
THIRDS = st.sampled_from(
    [
        Quotient(1, 3),
        Quotient(-1, 3),
        Decimal(f"0.{'3' * 28}"),
        Decimal(f"0.{'3' * 40}"),
        Decimal(f"0.{'3' * 27}4"),
        to_decimal(Fraction(1, 3) + Fraction(1, 10**40)),
        Quotient(10**40, 3),
        Decimal(0),
    ]
)
ORDER = (operator.lt, operator.le, operator.eq, operator.ne, operator.ge, operator.gt)


@given(number=NUMBERS, divisor=st.integers(1, 10**6))
@example(number=Decimal(1), divisor=3)
def test_what_is_divided_and_multiplied_again_is_the_same(number: Decimal, divisor: int) -> None:
    part = Measure.exact(number, "metric_ton") / divisor

    assert Measure.exact(number, "metric_ton") == part * divisor


@given(number=NUMBERS, parts=st.integers(1, 60))
@example(number=Decimal(1), parts=3)
def test_the_parts_of_a_number_add_up_to_it(number: Decimal, parts: int) -> None:
    part = Measure.exact(number, "USD") / parts
    them = reduce(operator.add, [part] * parts)

    assert Measure.exact(number, "USD") == them
    assert Measure.exact(0, "USD") == them - Measure.exact(number, "USD")


@given(one=NUMBERS, other=NUMBERS)
def test_sums_and_products_are_those_of_fractions(one: Decimal, other: Decimal) -> None:
    first, second = Fraction(one), Fraction(other)

    assert first + second == Fraction(add(one, other))
    assert first - second == Fraction(subtract(one, other))
    assert first * second == Fraction(multiply(one, other))
    if other:
        whole = int(first / second)
        assert first - whole * second == Fraction(remainder(one, other))


@given(one=NUMBERS | THIRDS, other=NUMBERS | THIRDS)
@example(one=Quotient(1, 3), other=Decimal("0.3333333333333333333333333333"))
def test_the_order_is_that_of_fractions(one: Decimal, other: Decimal) -> None:
    for holds in ORDER:
        assert holds(Fraction(one), Fraction(other)) == holds(one, other)
        assert holds(Fraction(one), Fraction(other)) == holds(one, Fraction(other))
    if one == other:
        assert hash(one) == hash(other)
        assert hash(one) == hash(Fraction(other))


@given(number=NUMBERS, unit=st.sampled_from(["mile", "day", "degree_celsius", "vehicle/year"]))
@example(number=Decimal(1), unit="day")
def test_a_conversion_and_back_is_nothing(number: Decimal, unit: str) -> None:
    others = {"mile": "kilometer", "day": "week", "degree_celsius": "degree_fahrenheit"}
    there = units.convert(number, unit, others.get(unit, "vehicle/week"))

    assert number == units.convert(there, others.get(unit, "vehicle/week"), unit)


@given(number=FRACTIONS)
def test_a_plain_decimal_is_made_wherever_it_has_an_end(number: Fraction) -> None:
    below = number.denominator
    while below % 2 == 0:
        below //= 2
    while below % 5 == 0:
        below //= 5
    made = to_decimal(number)

    assert (below == 1) == (type(made) is Decimal)
    assert number == Fraction(made)


@given(measure=strategies.measures(endless=True))
@example(measure=Measure.between("-2/3", "1/3", "percent"))
def test_a_measure_comes_back_from_all_that_keeps_it(measure: Measure) -> None:
    for made in (
        pickle.loads(pickle.dumps(measure)),
        copy.copy(measure),
        copy.deepcopy(measure),
        eval(repr(measure), {"Measure": Measure}),
        serde.from_tree(json.loads(json.dumps(serde.to_tree(measure))), Measure),
    ):
        assert measure == made
        assert hash(measure) == hash(made)
        assert repr(measure) == repr(made)


@given(measure=strategies.measures())
@example(measure=Measure.exact("1E+3", "vehicle/year"))
@example(measure=Measure.between("-3", "-2"))
def test_a_measure_is_read_from_the_text_that_it_prints(measure: Measure) -> None:
    assert measure == Measure.from_text(str(measure))


def test_a_measure_is_read_from_a_text_with_a_fraction() -> None:
    assert Measure.exact(Fraction(2, 3), "metric_ton") == Measure.from_text("2/3 metric_ton")
    assert Measure.between("1/3", "1/2") == Measure.from_text("1/3 to 1/2")


@pytest.mark.parametrize(
    "text",
    ["", "5 ", " 5", "about", "5 to 6 to 7", "about 5 to 6 km", "1,5 km", "1e3", "5\n", "٥ km"],
)
def test_what_no_measure_prints_is_refused(text: str) -> None:
    with pytest.raises(errors.UnreadableTextError):
        Measure.from_text(text)


@pytest.mark.parametrize("text", ["1/0", "6 to 5", f"1/{'9' * (MAX_EXPONENT + 2)}"])
def test_a_text_with_numbers_that_no_measure_has_is_refused(text: str) -> None:
    with pytest.raises(errors.InvalidValueError):
        Measure.from_text(text)


@pytest.mark.parametrize("text", ["1/0", "1/", "/3", "1/-3", "1/3/5", "1.5/3", " 1/3", "1/3\n"])
def test_a_magnitude_that_is_no_fraction_is_refused(text: str) -> None:
    with pytest.raises(errors.InvalidValueError):
        Measure.exact(text)


@pytest.mark.parametrize("text", ["2/6", "1/2", "3/1", "-0/3", "01/3", "1/0", "1/-3"])
def test_json_holds_a_fraction_in_one_form(text: str) -> None:
    tree = {"type": "measure", "relation": "exact", "low": text, "high": text, "unit": ""}

    with pytest.raises(errors.SeedError):
        serde.from_tree(tree, Measure)


def test_a_fraction_that_is_finer_than_any_magnitude_is_refused() -> None:
    third = Measure.exact("1/3", "USD")
    for _ in range(9):
        third = third / (10**100)
    with pytest.raises(errors.InvalidValueError, match="within ten to the power"):
        third / 10**100


def test_a_third_is_a_decimal_of_28_digits_to_whoever_wants_one() -> None:
    third = Measure.exact("2/3", "metric_ton")

    assert "0.6666666666666666666666666667 metric_ton" == str(third)
    assert "Measure.exact('2/3', 'metric_ton')" == repr(third)
    assert isinstance(third.low, Decimal)
    assert "0.6666666666666666666666666667" == str(third.value)
    assert Decimal("0.67") == third.value.quantize(Decimal("0.01"))


def test_the_callers_context_has_no_say_in_a_third() -> None:
    expected = Measure.exact(1) / 3
    with localcontext(Context(prec=3, rounding=ROUND_DOWN)):
        made = Measure.exact(1) / 3

        assert expected == made
        assert "0.3333333333333333333333333333" == f"{made}"
        assert Measure.exact(1) == made * 3
        assert Decimal(f"-0.{'3' * 28}") == Decimal(str(-made.value))
        assert expected.value == abs(-made.value)


@pytest.mark.parametrize("far", ["Infinity", "-Infinity", "1E+999999", "-1E+999999", "0"])
def test_a_third_is_compared_with_numbers_that_are_far_away(far: str) -> None:
    number = Decimal(far)

    assert (Quotient(1, 3) < number) == (number > 1)
    assert (Quotient(1, 3) >= number) == (number < 1)
    assert Quotient(1, 3) != number


def test_a_third_equals_nothing_that_is_no_number() -> None:
    assert Quotient(1, 3) != "1/3"
    assert Quotient(1, 3) != 1 / 3
    assert 1 / 3 < Quotient(1, 3) < 1 / 2
