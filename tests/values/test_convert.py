"""Conversion between units, held against fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import errors, units
from coopdata.units._convert import scaled

#: The size of a unit in the first of its kind, by its legal definition.
SIZES: Final[dict[str, dict[str, Fraction]]] = {
    "meter": {
        "meter": Fraction(1),
        "kilometer": Fraction(1000),
        "mile": Fraction(1609344, 1000),
        "foot": Fraction(3048, 10000),
        "inch": Fraction(254, 10000),
    },
    "second": {"second": Fraction(1), "hour": Fraction(3600), "day": Fraction(86400)},
    "kilogram": {"kilogram": Fraction(1), "metric_ton": Fraction(1000)},
    "month": {"month": Fraction(1), "year": Fraction(12)},
    "vehicle/year": {"vehicle/year": Fraction(1), "vehicle/month": Fraction(12)},
    "percent": {"percent": Fraction(1), "": Fraction(100)},
}
PAIRS: Final = [
    (one, other, row[one] / row[other]) for row in SIZES.values() for one in row for other in row
]
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)


def is_close(found: Decimal, expected: Fraction) -> bool:
    """Tell whether a decimal is a fraction, or the nearest of 28 digits where it has no end."""
    rest = expected.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest == 1:
        return Fraction(found) == expected
    last = Fraction(10) ** (found.adjusted() - 27)
    return abs(Fraction(found) - expected) <= last / 2 and len(found.as_tuple().digits) <= 28


@given(value=NUMBERS, pair=st.sampled_from(PAIRS))
@example(value=Decimal("0.1"), pair=("inch", "mile", Fraction(254, 16093440)))
def test_a_conversion_is_the_ratio_of_two_sizes(
    value: Decimal, pair: tuple[str, str, Fraction]
) -> None:
    one, other, ratio = pair
    found = units.convert(value, one, other)

    assert is_close(found, Fraction(value) * ratio)
    assert found == units.converter(one, other)(value)


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("0", "degree_celsius", "kelvin", "273.15"),
        ("100", "degree_celsius", "degree_fahrenheit", "212"),
        ("-40", "degree_fahrenheit", "degree_celsius", "-40"),
        ("50", "degree_fahrenheit", "degree_celsius", "10"),
        ("451", "degree_fahrenheit", "degree_celsius", "232.7777777777777777777777778"),
        ("0", "kelvin", "degree_celsius", "-273.15"),
        ("12.50", "kilometer", "meter", "12500"),
        ("12.5056", "kilometer", "meter", "12505.6"),
        ("12.50", "percent", "", "0.125"),
        ("1.50", "kilometer", "kilometer", "1.50"),
        ("1.5", "hour", "second", "5400"),
        ("1.2345", "metric_ton", "kilogram", "1234.5"),
        ("1.20", "meter", "inch", "47.24409448818897637795275591"),
        ("2.50", "degree_celsius", "degree_celsius", "2.50"),
        ("1E+3", "kilometer", "meter", "1.000E+6"),
        ("0.25", "hour", "second", "900"),
        ("5.0", "year", "month", "60.0"),
        ("5.00", "mile", "meter", "8046.72"),
        ("3", "meter", "kilometer", "0.003"),
    ],
)
def test_a_conversion_prints_the_digits_that_it_has(
    value: str, unit: str, to: str, expected: str
) -> None:
    found = units.convert(Decimal(value), unit, to)

    assert expected == str(found)


def test_a_sum_of_far_powers_is_rounded_and_a_near_one_is_not() -> None:
    def kelvin(text: str) -> Decimal:
        return units.convert(Decimal(text), "degree_celsius", "kelvin")

    assert 401 + 2 == len(kelvin("1E+400").as_tuple().digits)
    assert 28 >= len(kelvin("1E+401").as_tuple().digits)
    assert Decimal("1E+401") == kelvin("1E+401")
    assert Decimal("273.15") == kelvin("1E-401")
    assert Decimal("273.15") != kelvin("1E-400")
    assert Decimal("1E+999999999") == kelvin("1E+999999999")


@pytest.mark.parametrize("strange", ["Infinity", "-Infinity"])
def test_what_is_not_finite_stays_as_it_is(strange: str) -> None:
    assert Decimal(strange) == units.convert(Decimal(strange), "degree_celsius", "kelvin")
    assert Decimal(strange) == units.convert(Decimal(strange), "mile", "meter")
    assert units.convert(Decimal("NaN"), "mile", "meter").is_nan()


@given(value=NUMBERS, slope=st.fractions(), intercept=st.fractions())
@example(value=Decimal("1.50"), slope=Fraction(1), intercept=Fraction(0))
@example(value=Decimal("1.50"), slope=Fraction(1), intercept=Fraction(1))
@example(value=Decimal("1.50"), slope=Fraction(2), intercept=Fraction(0))
@example(value=Decimal("1.50"), slope=Fraction(0), intercept=Fraction(0))
def test_a_line_is_slope_and_intercept(
    value: Decimal, slope: Fraction, intercept: Fraction
) -> None:
    found = scaled(value, slope, intercept)
    expected = Fraction(value) * slope + intercept
    room = (abs(Fraction(value) * slope) + abs(intercept)) / 10**26

    assert abs(Fraction(found) - expected) <= room
    assert scaled(value, slope) == scaled(value, slope, Fraction(0))


@pytest.mark.parametrize(
    ("unit", "to", "words"),
    [
        ("USD", "EUR", "a rate from USD to EUR, with its date and source, is missing"),
        ("EUR/kilogram", "USD/kilogram", "a rate from EUR to USD"),
        ("kilometer", "hour", r"\[length\] is not \[time\]"),
        ("USD", "", r"USD to a plain number: \[currency_USD\] is not dimensionless"),
        ("", "USD", "a plain number to USD: dimensionless is not"),
        ("USD", "kilometer", r"\[currency_USD\] is not \[length\]"),
    ],
)
def test_what_has_no_common_dimension_says_what_is_missing(unit: str, to: str, words: str) -> None:
    with pytest.raises(errors.ConversionError, match=words):
        units.convert(Decimal(1), unit, to)
    with pytest.raises(errors.UnknownUnitError):
        units.convert(Decimal(1), unit, "no such unit")
