"""Strategies for numbers, units, measures, periods, texts, spans and locales."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .. import _shipped
from .. import units as _units
from .._exact import EXACT, to_decimal
from ..values import Measure, Period, Relation, Span

__all__ = [
    "LANGUAGES",
    "decimals",
    "locales",
    "measures",
    "periods",
    "spans",
    "texts",
    "unit_names",
]

#: The languages that have words, those of `normalize.LANGUAGES`; draws shrink to the first.
LANGUAGES: Final = tuple(sorted(_shipped.languages("languages"), key=lambda one: one != "en"))
#: Primes and the like: what they do not divide, they divide without an end.
_ENDLESS: Final = (3, 7, 9, 11, 13, 97, 1009)
_RELATIONS: Final[tuple[Relation, ...]] = get_args(Relation)
_MAKERS: Final[Mapping[str, Callable[[Decimal, str], Measure]]] = {
    relation: getattr(Measure, relation) for relation in _RELATIONS if relation != "between"
}


def decimals(
    *,
    min_value: int = -(10**15),
    max_value: int = 10**15,
    places: int = 6,
    endless: bool = False,
) -> SearchStrategy[Decimal]:
    """Return exact, finite decimals: whole ones, and ones with up to `places` decimal places.

    Trailing zeros are kept as drawn, as a source may print them; there is no negative zero.
    With `endless`, numbers such as a third too; their digits are not the whole of them, so what is
    printed of one reads back as another number.
    """
    wholes = [
        st.integers(min_value * 10**shift, max_value * 10**shift) for shift in range(places + 1)
    ]
    ended = _decimals(st.integers(0, places), wholes)
    if not endless or min_value == max_value:
        return ended
    return ended | _endless(min_value, max_value)


@st.composite
def _endless(draw: DrawFn, least: int, most: int) -> Decimal:
    """Draw a whole number and some thirds, sevenths … of one, which leave no decimal whole."""
    below = draw(st.sampled_from(_ENDLESS))
    above = draw(st.integers(least * below + 1, most * below - 1).filter(lambda one: one % below))
    return to_decimal(Fraction(above, below))


@st.composite
def _decimals(
    draw: DrawFn, shifts: SearchStrategy[int], wholes: Sequence[SearchStrategy[int]]
) -> Decimal:
    shift = draw(shifts)
    return Decimal(draw(wholes[shift])).scaleb(-shift, EXACT)


@cache
def _unit_names() -> tuple[tuple[str, ...], ...]:
    """Return what `unit_names` draws from: none, currencies, units, currencies by time."""
    money = tuple(sorted(_units.CURRENCIES))
    by_time = tuple(f"{one}/{time}" for one in money for time in ("year", "month", "day", "hour"))
    return ("",), money, tuple(sorted({*_units.UNITS} - {*money})), by_time


def unit_names(*, rates: bool = True) -> SearchStrategy[str]:
    """Return curated unit expressions: none, names, currencies and, with `rates`, two by ``/``."""
    groups = _unit_names() if rates else _unit_names()[:-1]
    return _any_of(st.integers(0, len(groups) - 1), [st.sampled_from(names) for names in groups])


@st.composite
def _any_of(draw: DrawFn, which: SearchStrategy[int], them: Sequence[SearchStrategy[str]]) -> str:
    return draw(them[draw(which)])


def measures(
    *,
    units: Sequence[str] | SearchStrategy[str] | None = None,
    relations: Sequence[Relation] = _RELATIONS,
    min_value: int = -(10**15),
    max_value: int = 10**15,
    places: int = 6,
    endless: bool = False,
) -> SearchStrategy[Measure]:
    """Return measures in the given units (any curated one by default) and wordings.

    The numbers are those of `decimals`.
    """
    if units is None:
        units = unit_names()
    elif not isinstance(units, SearchStrategy):
        units = st.sampled_from(tuple(units))
    numbers = decimals(min_value=min_value, max_value=max_value, places=places, endless=endless)

    return _measures(st.sampled_from(tuple(relations)), numbers, units)


@st.composite
def _measures(
    draw: DrawFn,
    relations: SearchStrategy[Relation],
    numbers: SearchStrategy[Decimal],
    units: SearchStrategy[str],
) -> Measure:
    relation, unit, number = draw(relations), draw(units), draw(numbers)
    if relation != "between":
        return _MAKERS[relation](number, unit)
    other = draw(numbers)
    return Measure.between(min(number, other), max(number, other), unit)


def periods(
    *, min_year: int = 1, max_year: int = 9999, unknown: bool = True
) -> SearchStrategy[Period]:
    """Return periods of every precision.

    With `unknown` also those that are open, yearless, or one of several.
    """
    years = st.integers(min_year, max_year)
    days = st.dates(dt.date(min_year, 1, 1), dt.date(max_year, 12, 31)).map(Period.of)
    inner = (min_year // 10 + 1, max_year // 10 - 1)
    simple = [
        days,
        st.builds(Period.year, years),
        st.builds(Period.month, years, st.integers(1, 12)),
        st.builds(Period.quarter, years, st.integers(1, 4)),
        st.builds(Period.half, years, st.integers(1, 2)),
        st.builds(
            Period.season,
            st.integers(min_year, min(max_year, 9998)),
            st.sampled_from(("spring", "summer", "autumn", "winter")),
        ),
    ]
    if inner[0] <= inner[1]:
        simple.append(st.builds(lambda tens: Period.decade(10 * tens), st.integers(*inner)))
    if min_year // 100 + 2 <= max_year // 100:
        centuries = st.integers(min_year // 100 + 2, max_year // 100)
        simple.append(st.builds(Period.century, centuries))
    single = st.one_of(simple)
    found = [single, st.tuples(single, single).map(_ordered)]
    if unknown:
        yearless = st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31))
        found += [
            st.builds(Period.since, single),
            st.builds(Period.until, single),
            st.builds(Period.not_after, single),
            st.builds(Period.not_before, single),
            st.one_of([_several(each) for each in simple]),
            yearless.map(lambda day: Period.from_edtf(f"XXXX-{day.month:02}-{day.day:02}")),
        ]
    return st.one_of(found)


def _several(alike: SearchStrategy[Period]) -> SearchStrategy[Period]:
    """Return periods that are one of several of a kind: of two or three, or of all between two."""
    apart = st.lists(alike, min_size=2, max_size=3, unique=True).map(
        lambda found: sorted(found, key=lambda one: one.start or dt.date.min)
    )
    return apart.filter(_is_apart).flatmap(
        lambda found: st.sampled_from(
            (Period.one_of(*found), Period.one_between(found[0], found[-1]))
        )
    )


def _is_apart(several: list[Period]) -> bool:
    """Tell whether each period is of the same kind as the one before, and begins after it."""
    return all(
        one.precision == other.precision and one.is_before(other)
        for one, other in pairwise(several)
    )


def _ordered(pair: tuple[Period, Period]) -> Period:
    first, last = pair
    assert first.start is not None
    assert last.end is not None
    if first.start > last.end:
        first, last = last, first
    return Period.between(first, last)


def texts(*, min_size: int = 1, max_size: int = 60) -> SearchStrategy[str]:
    """Return Unicode texts without lone surrogates, so that they can be written as UTF-8."""
    letters = st.characters(exclude_categories=["Cs"])
    return st.text(letters, min_size=min_size, max_size=max_size)


def spans(text: str = "x" * 60) -> SearchStrategy[Span]:
    """Return spans that cover at least one character of `text`."""
    return _spans_within(len(text))


@lru_cache(maxsize=256)
def _spans_within(size: int) -> SearchStrategy[Span]:
    def of(ends: tuple[int, int]) -> Span:
        one, other = ends
        return Span(start=one, end=other) if one < other else Span(start=other - 1, end=one + 1)

    return st.tuples(st.integers(0, size - 1), st.integers(1, size)).map(of)


@cache
def _locale_ids() -> tuple[str, ...]:
    from ..cldr import locale_ids

    return tuple(sorted(name for name in locale_ids() if name != "root"))


def locales(*, worded: bool = False) -> SearchStrategy[str]:
    """Return locale ids that Babel has; with `worded`, those that coopdata has words for."""
    return st.deferred(lambda: st.sampled_from(LANGUAGES if worded else _locale_ids()))
