"""Measures: every operator, every relation, held against fractions and intervals."""

from __future__ import annotations

import datetime as dt
import operator
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from coopdata import errors, units
from coopdata._exact import MAX_EXPONENT
from coopdata.values import Measure, Period, Relation
from coopdata.values.interval import Interval

NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=-999, max_value=999
)
POSITIVE = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value="0.01", max_value=999
)
RELATIONS: Final[tuple[Relation, ...]] = (
    "exact",
    "about",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
)
DAY: Final = dt.date(2018, 3, 1)


def made(relation: str, number: Decimal, other: Decimal, unit: str) -> Measure:
    if relation == "between":
        return Measure.between(min(number, other), max(number, other), unit)
    measure: Measure = getattr(Measure, relation)(number, unit)
    return measure


def measures(numbers: Any, *names: str) -> Any:
    relations = st.sampled_from((*RELATIONS, "between"))
    return st.builds(made, relations, numbers, numbers, st.sampled_from(names))


def stated(measure: Measure) -> Interval:
    """Return what a measure allows, spelled out."""
    number = measure.high if measure.low is None else measure.low
    match measure.relation:
        case "exact":
            return Interval(number, number)
        case "at_least":
            return Interval(number, None)
        case "more_than":
            return Interval(number, None, low_open=True)
        case "at_most":
            return Interval(None, number)
        case "less_than":
            return Interval(None, number, high_open=True)
        case "between":
            return Interval(measure.low, measure.high)
        case _:
            assert number is not None
            digits = str(number).rstrip("0").rstrip(".") if "." in str(number) else str(number)
            whole, _, behind = digits.partition(".")
            zeros = len(whole) - len(whole.rstrip("0")) if not behind else -len(behind)
            slack = Decimal(5) * Decimal(10) ** (zeros - 1) if number else Decimal(0)
            return Interval(number - slack, number + slack)


KINDS: Final = {
    "exact": (("5", "5"), "Measure.exact('5', 'USD')", "5 USD"),
    "about": (("5", "5"), "Measure.about('5', 'USD')", "about 5 USD"),
    "at_least": (("5", None), "Measure.at_least('5', 'USD')", "at least 5 USD"),
    "more_than": (("5", None), "Measure.more_than('5', 'USD')", "more than 5 USD"),
    "at_most": ((None, "5"), "Measure.at_most('5', 'USD')", "at most 5 USD"),
    "less_than": ((None, "5"), "Measure.less_than('5', 'USD')", "less than 5 USD"),
}


@pytest.mark.parametrize("relation", KINDS)
def test_each_relation_has_its_bounds_and_words(relation: Relation) -> None:
    (low, high), code, words = KINDS[relation]
    measure = getattr(Measure, relation)("5", "USD")
    bounds = [None if end is None else Decimal(end) for end in (low, high)]

    assert [*bounds, relation] == [measure.low, measure.high, measure.relation]
    assert (code, words, Decimal(5)) == (repr(measure), str(measure), measure.value)
    assert getattr(Measure, relation)("5").unit == ""
    assert measure == pickle.loads(pickle.dumps(measure))
    assert "[currency_USD]" == measure.dimension
    assert bounds == [
        None if one is None else one.magnitude for one in measure.quantities(FakeRegistry())
    ]


class FakeRegistry:
    """As much of a pint registry as a quantity needs."""

    non_int_type = Decimal
    UnitsContainer = staticmethod(dict)

    class Quantity:
        def __init__(self, magnitude: Decimal, powers: dict[str, int]) -> None:
            self.magnitude, self.powers = magnitude, powers


def test_a_range_has_two_numbers() -> None:
    measure = Measure.between("5", "6.50", "kilometer")

    assert "Measure.between('5', '6.50', 'kilometer')" == repr(measure)
    assert "5 to 6.50 kilometer" == str(measure)
    assert "5" == str(Measure.exact(5))
    assert "Measure.exact('1E+3')" == repr(Measure.exact("1E+3"))
    assert "1000" == str(Measure.exact("1E+3"))
    assert Measure.between(5, 5).low == 5
    with pytest.raises(errors.UndecidedError, match=r"ask for \.low and \.high"):
        _ = measure.value
    with pytest.raises(errors.UndecidedError, match=r"one value of 5 to 6\.50 kilometer"):
        measure.quantity(FakeRegistry())  # type: ignore[arg-type]  # enough of one
    assert Decimal(5) == Measure.exact(5, "USD").quantity(FakeRegistry()).magnitude  # type: ignore[arg-type]  # enough of one


BOUNDS: Final[dict[str, list[tuple[int | None, int | None]]]] = {
    "exact": [(1, 1), (2, 2)],
    "about": [(1, 1), (2, 2)],
    "at_least": [(1, None), (2, None)],
    "more_than": [(1, None), (2, None)],
    "at_most": [(None, 1), (None, 2)],
    "less_than": [(None, 1), (None, 2)],
    "between": [(1, 1), (1, 2), (2, 2)],
}


@pytest.mark.parametrize("relation", BOUNDS)
def test_bounds_that_do_not_fit_the_relation_are_refused(relation: Relation) -> None:
    for low in (None, 1, 2):
        for high in (None, 1, 2):
            if (low, high) in BOUNDS[relation]:
                Measure(low=low, high=high, relation=relation)
            else:
                with pytest.raises(errors.InvalidValueError, match="bounds fit the relation"):
                    Measure(low=low, high=high, relation=relation)


def test_what_makes_no_measure_names_the_rule() -> None:
    with pytest.raises(errors.InvalidValueError, match="a relation is one of exact, about"):
        Measure(low=1, high=1, relation="over")  # type: ignore[arg-type]  # what is tested
    with pytest.raises(TypeError):
        Measure(1, 1, "", "exact")  # type: ignore[misc]  # what is tested
    for strange in ("x", "", "NaN", "Infinity", Decimal("sNaN"), Decimal("-Infinity")):
        with pytest.raises(errors.InvalidValueError, match="a magnitude is a finite decimal"):
            Measure.exact(strange)
    for strange in (0.5, True, None, [], 1j):
        with pytest.raises((TypeError, errors.InvalidValueError)):
            Measure.exact(strange)  # type: ignore[arg-type]  # what is tested
    with pytest.raises(TypeError, match="write it as a str"):
        Measure.exact(True)
    with pytest.raises(TypeError, match=r"got 0\.5; write it as a str"):
        Measure.exact(0.5)  # type: ignore[arg-type]  # what is tested


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_magnitude_stays_within_the_bound(sign: str) -> None:
    for fits in (f"1E+{MAX_EXPONENT}", f"9.99E+{MAX_EXPONENT}", f"1E-{MAX_EXPONENT}"):
        Measure.exact(sign + fits)
    Measure.exact(Decimal(f"{sign}1E+{MAX_EXPONENT}"))
    for beyond in (f"1E+{MAX_EXPONENT + 1}", f"1E-{MAX_EXPONENT + 1}", f"1.1E-{MAX_EXPONENT}"):
        for value in (sign + beyond, Decimal(sign + beyond)):
            with pytest.raises(errors.InvalidValueError, match="stays within ten to the power"):
                Measure.exact(value)
    with pytest.raises(errors.InvalidValueError, match="ten to the power ±999"):
        Measure.exact(f"1E+{MAX_EXPONENT}", "kilometer").to("meter")
    with pytest.raises(errors.InvalidValueError):
        Measure.exact(f"1E+{MAX_EXPONENT}") * 10


def test_a_zero_of_any_length_is_a_magnitude() -> None:
    assert Measure.exact("0.000").value == 0
    assert Measure.exact(f"0E-{MAX_EXPONENT}").value == 0


@given(one=measures(NUMBERS, "", "USD"), other=measures(NUMBERS, "", "USD"))
@example(one=Measure.exact("1.0", "USD"), other=Measure.exact("1", "USD"))
@example(one=Measure.exact(1000, "meter"), other=Measure.exact(1, "kilometer"))
def test_measures_are_equal_where_they_state_the_same(one: Measure, other: Measure) -> None:
    same = all(
        getattr(one, name) == getattr(other, name) for name in ("low", "high", "unit", "relation")
    )

    assert same == (one == other)
    assert not (one == other and hash(one) != hash(other))


# -- comparison -----------------------------------------------------------------------------------


@given(one=measures(NUMBERS, ""), other=measures(NUMBERS, ""), sign=st.sampled_from("<>"))
@example(one=Measure.more_than(30), other=Measure.exact(30), sign=">")
@example(one=Measure.about(20), other=Measure.exact(25), sign=">")
def test_measures_compare_as_their_intervals(one: Measure, other: Measure, sign: Any) -> None:
    for each in (sign, f"{sign}=", "==", "!="):
        assert stated(one).compare(each, stated(other)) == one.compare(each, other)
    assert stated(one) == one.interval


def test_measures_compare_across_units() -> None:
    mile, kilometers = Measure.exact(1, "mile"), Measure.exact("1.609344", "kilometer")

    assert "certain" == mile.compare("==", kilometers) == kilometers.compare("==", mile)
    assert "certain" == Measure.exact(1, "kilometer").compare("<", mile)
    assert "open" == Measure.about(5, "foot").compare("<", Measure.exact("1.6", "meter"))
    assert "open" == Measure.exact("1.6", "meter").compare(">", Measure.about(5, "foot"))
    huge = Measure.exact("1E+999", "kilometer")
    assert "certain" == Measure.exact(1, "meter").compare("<", huge)
    with pytest.raises(errors.ConversionError):
        mile.compare("<", Measure.exact(1, "hour"))
    with pytest.raises(TypeError, match="a measure is compared with a Measure, got 5"):
        mile.compare("<", 5)  # type: ignore[arg-type]  # what is tested


ORDERS: Final = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


@given(one=measures(NUMBERS, ""), other=measures(NUMBERS, ""), sign=st.sampled_from([*ORDERS]))
@example(one=Measure.more_than(30), other=Measure.exact(30), sign=">")
@example(one=Measure.at_least(30), other=Measure.exact(30), sign=">")
def test_an_order_is_what_all_numbers_say(one: Measure, other: Measure, sign: Any) -> None:
    verdict = stated(one).compare(sign, stated(other))
    if verdict == "open":
        with pytest.raises(errors.UndecidedError, match=r"ask measure\.compare"):
            ORDERS[sign](one, other)
    else:
        assert ORDERS[sign](one, other) is (verdict == "certain")


@given(numbers=st.lists(NUMBERS, min_size=1), unit=st.sampled_from(["USD", "kilometer", ""]))
def test_exact_measures_sort_as_their_numbers(numbers: list[Decimal], unit: str) -> None:
    them = [Measure.exact(number, unit) for number in numbers]

    assert [Measure.exact(number, unit) for number in sorted(numbers)] == sorted(them)
    assert Measure.exact(min(numbers), unit) == min(them)
    assert Measure.exact(max(numbers), unit) == max(them)


def test_an_order_converts_units_and_refuses_what_has_none() -> None:
    mile = Measure.exact(1, "mile")

    assert Measure.exact(1, "USD") < Measure.exact(2, "USD")
    assert Measure.exact(1, "kilometer") < mile <= Measure.exact("1609.344", "meter")
    with pytest.raises(errors.UndecidedError, match="whether about 5 USD < 5 USD"):
        _ = Measure.about(5, "USD") < Measure.exact(5, "USD")
    with pytest.raises(errors.ConversionError, match=r"\[time\] is not \[length\]"):
        _ = mile < Measure.exact(1, "hour")
    with pytest.raises(errors.ConversionError, match="a rate from EUR to USD"):
        _ = Measure.exact(1, "USD") < Measure.exact(1, "EUR")
    with pytest.raises(TypeError, match="not supported between"):
        _ = mile < 2  # type: ignore[operator]  # what is tested


# -- arithmetic -----------------------------------------------------------------------------------


def worded(interval: Interval, unit: str) -> Measure | None:
    """Return the measure that states an interval; None where both ends are unbounded."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return None
    if low is None:
        relation: Relation = "less_than" if interval.high_open else "at_most"
    elif high is None:
        relation = "more_than" if interval.low_open else "at_least"
    else:
        relation = "exact" if low == high else "between"
    return Measure(low=low, high=high, unit=unit, relation=relation)


def combined(one: Measure, other: Measure, reckon: Any, unit: str) -> Measure | None:
    """Return what two measures make: point by point where both are one number."""
    kinds = {one.relation, other.relation}
    if kinds <= {"exact", "about"}:
        number = reckon(Interval(one.low, one.low), Interval(other.low, other.low)).low
        return Measure.about(number, unit) if "about" in kinds else Measure.exact(number, unit)
    return worded(reckon(stated(one), stated(other)), unit)


SIGNS: Final = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
UNITS: Final = {
    "+": "kilometer",
    "-": "kilometer",
    "*": "kilometer*kilometer",
    "/": "",
}


@pytest.mark.parametrize("sign", SIGNS)
@given(one=measures(POSITIVE, "kilometer"), other=measures(POSITIVE, "kilometer"))
@example(one=Measure.about(5, "kilometer"), other=Measure.exact(3, "kilometer"))
@example(one=Measure.about(5, "kilometer"), other=Measure.at_least(3, "kilometer"))
@example(one=Measure.about(5, "kilometer"), other=Measure.about(3, "kilometer"))
def test_measures_reckon_as_their_intervals(one: Measure, other: Measure, sign: str) -> None:
    assume(sign != "/" or stated(other).low != 0)
    try:
        expected = combined(one, other, SIGNS[sign], units.parse_unit(UNITS[sign]))
    except errors.UndecidedError:
        expected = None
    if expected is None:
        with pytest.raises(errors.UndecidedError):
            SIGNS[sign](one, other)
    else:
        assert expected == SIGNS[sign](one, other)


def test_units_are_reckoned_with() -> None:
    def of(number: object, unit: str) -> Measure:
        return Measure.exact(str(number), unit)

    assert of(1500, "meter") == of(500, "meter") + of(1, "kilometer")
    assert of("0.5", "kilometer") == of(1, "kilometer") - of(500, "meter")
    assert of("535.2", "vehicle/month") == of(5352, "vehicle") / of(10, "month")
    assert of(20, "USD") == of(4, "USD/kilogram") * of(5, "kilogram")
    assert of(2, "") == of(4, "kilometer") / of(2000, "meter")
    assert Measure.about("1.6", "kilometer") + of(100, "meter") == Measure.about("1.7", "kilometer")
    low = Measure.at_least(1, "meter") + Measure.about(5, "foot")
    assert Measure.at_least("2.3716", "meter") == low
    down = Measure.at_most(10, "meter") - Measure.about(5, "foot")
    assert Measure.at_most("8.6284", "meter") == down
    with pytest.raises(errors.ConversionError):
        of(1, "meter") + of(1, "second")
    with pytest.raises(errors.ConversionError):
        of(1, "meter") - of(1, "second")


@given(one=measures(NUMBERS, "USD"), number=st.integers(-9, 9))
def test_a_plain_number_is_a_factor_and_a_divisor(one: Measure, number: int) -> None:
    plain = Measure.exact(number)
    for spelled in (number, Decimal(number), str(number)):
        assert one * plain == one * spelled == spelled * one
        if number:
            assert one / plain == one / spelled
        else:
            with pytest.raises(errors.InvalidValueError, match="a divisor is not zero"):
                one / spelled
    if one.relation not in ("exact", "about"):
        ends = sorted(Fraction(end) * number for end in (one.low, one.high) if end is not None)
        assert (
            ends
            == sorted(
                Fraction(end)
                for end in ((one * number).low, (one * number).high)
                if end is not None
            )
            or number == 0
        )


@given(one=measures(NUMBERS, "USD"))
def test_a_minus_sign_turns_a_measure_round(one: Measure) -> None:
    turned = {"at_least": "at_most", "more_than": "less_than"}
    turned |= {other: one for one, other in turned.items()}

    assert turned.get(one.relation, one.relation) == (-one).relation
    turned_round = -one
    assert one == -turned_round
    assert (None if one.high is None else -one.high) == (-one).low
    assert (None if one.low is None else -one.low) == (-one).high
    assert "USD" == (-one).unit


@pytest.mark.parametrize("other", [None, set(), object(), 1j, dt.date(2016, 1, 1)])
def test_what_is_no_number_is_left_to_python(other: Any) -> None:
    for sign in SIGNS.values():
        with pytest.raises(TypeError, match="unsupported operand"):
            sign(Measure.exact(1), other)


def test_a_float_is_refused_with_the_remedy() -> None:
    for sign in (operator.mul, operator.truediv):
        with pytest.raises(TypeError, match="write it as a str"):
            sign(Measure.exact(1), 0.5)
    for sign in (operator.add, operator.sub):
        with pytest.raises(TypeError, match="unsupported operand"):
            sign(Measure.exact(1), 1)


# -- conversion -----------------------------------------------------------------------------------


@given(one=measures(NUMBERS, "mile"))
def test_a_conversion_keeps_the_relation(one: Measure) -> None:
    found = one.to("kilometer")
    expected = [
        None if end is None else Fraction(end) * Fraction("1.609344") for end in (one.low, one.high)
    ]

    assert expected == [None if end is None else Fraction(end) for end in (found.low, found.high)]
    assert ("kilometer", one.relation) == (found.unit, found.relation)
    assert one is one.to("mile")
    with pytest.raises(errors.ConversionError):
        one.to("hour")


@given(amount=measures(POSITIVE, "USD"), rate=measures(POSITIVE, "BYN/USD"))
@example(amount=Measure.at_least(10, "USD"), rate=Measure.exact("1.96", "BYN/USD"))
@example(amount=Measure.exact(10, "USD"), rate=Measure.about("1.96", "BYN/USD"))
def test_an_exchange_is_a_product_with_both_hedges(amount: Measure, rate: Measure) -> None:
    plain = Measure(low=rate.low, high=rate.high, relation=rate.relation)
    try:
        expected = amount * plain
    except errors.UndecidedError:
        with pytest.raises(errors.UndecidedError):
            amount.exchange(rate, source="a bank", date=DAY)
        return
    found = amount.exchange(rate, source="a bank", date=DAY)

    assert (expected.low, expected.high, expected.relation, "BYN") == (
        found.low,
        found.high,
        found.relation,
        found.unit,
    )


@pytest.mark.parametrize(
    ("rate", "source", "date", "words"),
    [
        ("BYN/USD", "", DAY, "name the rate's source and its date"),
        ("BYN/USD", None, DAY, "name the rate's source and its date"),
        ("BYN/USD", "a bank", None, "name the rate's source and its date"),
        ("BYN", "a bank", DAY, "'BYN' is not a rate between two currencies"),
        ("", "a bank", DAY, "'' is not a rate between two currencies"),
        ("vehicle/USD", "a bank", DAY, "is not a rate between two currencies"),
        ("BYN/kilogram", "a bank", DAY, "is not a rate between two currencies"),
        ("USD/BYN", "a bank", DAY, "the rate turns BYN into USD"),
        ("BYN/EUR", "a bank", DAY, "the rate turns EUR into BYN"),
    ],
)
def test_an_exchange_names_what_is_missing(rate: str, source: Any, date: Any, words: str) -> None:
    with pytest.raises(errors.ConversionError, match=words):
        Measure.exact(5, "USD").exchange(Measure.exact(2, rate), source=source, date=date)
    with pytest.raises(TypeError, match="a rate is a Measure"):
        Measure.exact(5, "USD").exchange(Decimal(2), source="a bank", date=DAY)  # type: ignore[arg-type]  # what is tested


def test_a_measure_prints_itself() -> None:
    measure = Measure.exact(28000000, "USD")

    assert "$28 million" == measure.format(locale="en", compact=True)
    assert "28,000,000 US dollars" == measure.format(locale="en")
    assert "$28,000,000" == measure.format(locale="en", length="short")
    assert "28000000 USD" in measure._repr_mimebundle_()["text/html"]
    assert "28,000,000 US dollars" == str(measure.__rich__())


@given(
    measure=measures(NUMBERS, "USD", "kilometer", "percent"),
    locale=st.sampled_from(["en", "ru", "de", "zh_Hans"]),
    length=st.sampled_from(["long", "short", "narrow"]),
    compact=st.booleans(),
)
def test_an_f_string_prints_what_format_does(
    measure: Measure, locale: str, length: Any, compact: bool
) -> None:
    words = [locale, length, *(["compact"] * compact)]
    printed = measure.format(locale=locale, length=length, compact=compact)

    assert printed == format(measure, ":".join(words))
    assert printed == format(measure, ":".join([locale, *reversed(words[1:])]))
    assert str(measure) == f"{measure}"


def test_a_period_has_the_same_formats() -> None:
    may = Period.month(1997, 5)

    assert may.format(locale="ru") == f"{may:ru}"
    assert may.format(locale="en", length="short") == f"{may:en:short}"
    assert str(may) == f"{may}"
    with pytest.raises(errors.InvalidValueError, match="a format is a locale"):
        format(may, "en:compact")


@pytest.mark.parametrize("spec", ["en:huge", "en:short:long", "en:compact:compact", "en:", ".2f:"])
def test_a_format_that_says_nothing_is_refused_with_the_rule(spec: str) -> None:
    with pytest.raises(errors.InvalidValueError, match="a format is a locale"):
        format(Measure.exact(5), spec)
    with pytest.raises(errors.UnknownLocaleError, match=r"'\.2f'"):
        format(Measure.exact(5), ".2f")


@pytest.mark.parametrize("spec", [">20", "<20", "^20", "20", "*^21", ">1"])
def test_a_measure_and_a_period_are_padded_as_a_text_is(spec: str) -> None:
    for value in (Measure.at_least("5", "kilometer"), Period.month(2016, 5)):
        assert format(str(value), spec) == format(value, spec)


@pytest.mark.parametrize("unit", [5, None, ["km"], b"km"])
def test_a_unit_that_is_no_text_is_refused(unit: Any) -> None:
    with pytest.raises(errors.InvalidValueError, match="a unit is a str"):
        Measure.exact(1, unit)
    with pytest.raises(errors.InvalidValueError, match="a unit is a str"):
        Measure.exact(1, "km").to(unit)
    with pytest.raises(errors.InvalidValueError, match="a dimension is a str"):
        units.known_dimension(unit)
