"""The units of a page: what another system has otherwise, true in it, and never money."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import display, errors, extract, formatting, normalize, strategies, units
from coopdata.display._systems import converted
from coopdata.formatting import LANGUAGES
from coopdata.units import SYSTEMS, System
from coopdata.values import Measure
from html_pages import Page

TEXT = "The pipe is 120 km long and 3 feet wide, cost $28 million and carries 500 litres in 2017."
CHANGED = sorted(
    {one for one in units.UNITS if any(units.in_system(one, each) != one for each in SYSTEMS)}
)


def measures() -> st.SearchStrategy[Measure]:
    """Return measures of units that some system has otherwise."""
    return st.builds(
        lambda low, more, unit, how: (
            Measure.between(low, low + more, unit) if how == "between" else _made(how, low, unit)
        ),
        st.decimals("-1e9", "1e12", allow_nan=False, places=3).filter(bool),
        st.decimals(0, "1e6", allow_nan=False, places=1),
        st.sampled_from([*CHANGED, "kilometer/hour", "metric_ton/year", "1/acre"]),
        st.sampled_from(["exact", "about", "between", "at_least", "more_than", "at_most"]),
    )


def _made(how: str, number: Decimal, unit: str) -> Measure:
    made: Measure = getattr(Measure, how)(number, unit)
    return made


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_unit_of_a_system_is_of_the_same_dimension_and_stays_in_it(system: System) -> None:
    for name in units.UNITS:
        found = units.in_system(name, system)

        assert units.dimensions(name) == units.dimensions(found)
        assert found == units.in_system(found, system)
        assert units.UNITS[name].kind == "physical" or found == name


@pytest.mark.parametrize(
    ("unit", "metric", "us", "uk"),
    [
        ("mile/hour", "kilometer/hour", "mile/hour", "mile/hour"),
        ("liter", "liter", "gallon", "gallon_imperial"),
        ("gallon/day", "liter/day", "gallon/day", "gallon_imperial/day"),
        ("metric_ton/hectare", "metric_ton/hectare", "pound/acre", "metric_ton/acre"),
        ("vehicle/kilometer", "vehicle/kilometer", "vehicle/mile", "vehicle/mile"),
        *(
            (left, left, left, left)
            for left in (
                "USD/gallon",  # a price is money
                "USD/metric_ton",
                "degree_celsius",
                "degree_fahrenheit",
                "oil_barrel/day",
                "liter_per_100_kilometer",
                "liter/kilowatt_hour",  # what would be left over is of no system
                "liter/gallon",
                "{arshin=28_inch}",
                "percent",
                "",
            )
        ),
    ],
)
def test_each_measured_part_is_changed_or_nothing_is(
    unit: str, metric: str, us: str, uk: str
) -> None:
    assert (metric, us, uk) == tuple(units.in_system(unit, one) for one in SYSTEMS)


@pytest.mark.parametrize("unit", [5, None, ["meter"]])
def test_what_is_no_unit_has_no_twin(unit: object) -> None:
    with pytest.raises(errors.InvalidValueError, match="a unit is a str"):
        units.in_system(unit, "US")  # type: ignore[arg-type]  # what is tried


def test_a_system_that_nobody_has_is_refused() -> None:
    with pytest.raises(errors.InvalidValueError, match="metric, US, UK"):
        units.in_system("mile", "imperial")  # type: ignore[arg-type]


@given(value=measures(), system=st.sampled_from(SYSTEMS))
@example(value=Measure.more_than("12", "kilometer"), system="US")
@example(value=Measure.exact("25.4", "millimeter"), system="UK")
def test_what_another_system_is_told_follows_from_what_the_text_says(
    value: Measure, system: System
) -> None:
    told = converted(value, system)
    if told is None:
        assert value.unit == units.in_system(value.unit, system)
        return
    back = told.to(value.unit)
    if value.relation in ("exact", "about"):
        assert told.relation == "about" or value.compare("==", back) == "certain"
        assert abs(Fraction(back.value) / Fraction(value.value) - 1) <= Fraction(1, 200)
    else:
        assert value.relation == told.relation
        assert back.low is None or (value.low is not None and back.low <= value.low)
        assert back.high is None or (value.high is not None and value.high <= back.high)


@given(value=strategies.measures(), system=st.sampled_from(SYSTEMS))
@example(value=Measure.exact("9E+999", "mile"), system="metric")
@example(value=Measure.exact("1/3", "mile"), system="metric")
@example(value=Measure.exact(0, "mile"), system="metric")
def test_whatever_is_measured_is_told_otherwise_or_left(value: Measure, system: System) -> None:
    told = converted(value, system)

    assert told is None or told.unit == units.in_system(value.unit, system) != value.unit


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_is_never_read_as_another_unit(language: str) -> None:
    for unit in sorted({units.in_system(one, each) for one in CHANGED for each in SYSTEMS}):
        value = Measure.about("7.5", unit)
        told = formatting.measure(value, locale=language)
        try:
            found = normalize.measure(told, locale=language)
        except errors.AmbiguousTextError:  # pounds, which are money too
            found = value
        assert value == found or unit in ("short_ton", "horsepower")  # only as written


def test_a_page_offers_the_systems_in_which_something_has_another_unit() -> None:
    found = extract.mentions(TEXT, locale="en")
    page = Page(display.text_page(TEXT, found, language="en"))

    page.check_words()
    assert [["1"], ["0", "3"], ["0", "3"]] == [
        [*page.data["units"][one]["values"]] for one in SYSTEMS
    ]
    nth = page.data["units"]["US"]["values"]["0"]
    for language, told in page.data["languages"].items():
        assert ["as_written", *SYSTEMS] == [*told["systems"]]
        assert Measure.about("74.6", "mile").format(locale=language) == told["others"][nth]
        assert 4 == len(told["others"])  # miles and inches once for two systems


@pytest.mark.parametrize("text", ["It cost $28 million in 2017.", "It rose by 2 °C.", "5 buses"])
def test_a_page_without_another_unit_has_nothing_to_choose(text: str) -> None:
    page = display.text_page(text, extract.mentions(text, locale="en"), language="en")

    assert 1 == Page(page).tags.count("select")
