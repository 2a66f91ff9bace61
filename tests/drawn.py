"""Measures and periods as a source may state them, drawn for the laws of printing and reading."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from coopdata import units
from coopdata.values import Measure, Period

LENGTHS: Final = ("long", "short", "narrow")
HEDGES: Final = ("exact", "about", "at_least", "more_than", "at_most", "less_than")
NAMES: Final = sorted(units.UNITS)
COUNTED: Final = [name for name in NAMES if units.UNITS[name].kind == "counted"]
PHYSICAL: Final = [
    name for name in NAMES if units.UNITS[name].kind in ("physical", "time", "ratio")
]
MONEY: Final = ["USD", "EUR", "BYN", "KZT", "TRY", "RUB", "CNY", "KRW", "GBP", "JPY", "CHF"]
RATES: Final = [
    *("vehicle/year", "USD/oil_barrel", "metric_ton/hectare", "person/square_kilometer"),
    *("EUR/month", "kilometer/hour", "bus/day", "USD/person", "RUB/kilogram", "cubic_meter/day"),
    *("percent/year", "home/year", "vehicle/plant", "KZT/USD", "1/meter", "passenger/flight"),
    *("kilowatt_hour/square_meter/year", "kilogram/meter/second", "newton*meter", "person*day"),
]
UNITS = st.one_of(
    *map(st.sampled_from, (COUNTED, PHYSICAL, MONEY, RATES)), st.sampled_from(NAMES), st.just("")
)
NUMBERS = st.one_of(
    st.integers(0, 200).map(Decimal),
    st.integers(-(10**9), 10**15).map(Decimal),
    st.builds(
        lambda digits, zeros: Decimal(digits) * 10**zeros, st.integers(1, 999), st.integers(3, 12)
    ),
    st.decimals(-(10**6), 10**12, allow_nan=False, places=2),
    st.decimals(0, 10, allow_nan=False, places=6),
)


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    """Any measure that a source may state."""
    unit = draw(UNITS)
    relation = draw(st.sampled_from((*HEDGES, "between")))
    if relation == "between":
        return Measure.between(*sorted((draw(NUMBERS), draw(NUMBERS))), unit)
    made: Measure = getattr(Measure, relation)(draw(NUMBERS), unit)
    return made


YEARS = st.integers(1, 9999) | st.integers(1, 120)
DAYS = st.dates() | st.dates(dt.date.min, dt.date(120, 12, 31))
SINGLES = st.one_of(
    DAYS.map(Period.of),
    DAYS.map(lambda day: Period.month(day.year, day.month)),
    st.builds(Period.quarter, YEARS, st.integers(1, 4)),
    st.builds(Period.half, YEARS, st.integers(1, 2)),
    st.builds(
        Period.season,
        st.integers(1, 9998),
        st.sampled_from(("spring", "summer", "autumn", "winter")),
    ),
    st.builds(Period.year, YEARS),
    st.integers(1, 999).map(lambda tens: Period.decade(10 * tens)),
    st.integers(2, 99).map(Period.century),
    DAYS.map(lambda day: Period.from_edtf(f"XXXX-{day.month:02}-{day.day:02}")),
)
DATED = SINGLES.filter(lambda period: period.start is not None)


def in_order(one: Period, other: Period) -> Period:
    """Join two periods to a range, the earlier one first."""
    first, last = sorted((one, other), key=lambda period: (period.start, period.end))
    return Period.between(first, last)


PERIODS = st.one_of(
    SINGLES, DATED.map(Period.since), DATED.map(Period.until), st.builds(in_order, DATED, DATED)
)
