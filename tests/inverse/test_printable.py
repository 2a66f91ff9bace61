"""What is told by the ends of a text before it is read: no printed text may be turned away."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import support
from coopdata import cldr, formatting
from coopdata._calendar.screen import may_be_printed
from coopdata._inverse.screen import printers
from coopdata._text.fold import prepared
from coopdata.values import Measure, Period
from drawn import LENGTHS, PERIODS, measures


@given(
    measure=measures(),
    locale=st.sampled_from(support.WORDED),
    length=st.sampled_from(LENGTHS),
    compact=st.booleans(),
)
def test_no_printed_measure_is_turned_away(
    measure: Measure, locale: str, length: str, compact: bool
) -> None:
    text = formatting.measure(measure, locale=locale, length=length, compact=compact)

    assert printers(prepared(text.strip()), locale)[1], text


@given(period=PERIODS, locale=st.sampled_from(support.WORDED), length=st.sampled_from(LENGTHS))
def test_no_printed_period_is_turned_away(period: Period, locale: str, length: str) -> None:
    text = formatting.period(period, locale=locale, length=length)

    assert may_be_printed(prepared(text.strip()), locale), text


@pytest.mark.parametrize(
    ("text", "locale"),
    [("28 млн долларов", "ru"), ("12 рублей", "ru"), ("$1.5bn", "en"), ("twenty-five buses", "en")],
)
def test_written_measures_are_turned_away(text: str, locale: str) -> None:
    assert printers(prepared(text), locale) == (False, False)


@pytest.mark.parametrize(
    ("text", "locale"),
    [("за 10 месяцев 2016 года", "ru"), ("к 2025 году", "ru"), ("the 1990s", "en")],
)
def test_written_periods_are_turned_away(text: str, locale: str) -> None:
    assert not may_be_printed(prepared(text), locale)


@pytest.mark.parametrize("side", ["start", "end"])
def test_edges_leave_out_none_that_stands_there(side: str) -> None:
    dice = random.Random(side)
    for _ in range(300):
        texts = ["".join(dice.choices("ab", k=dice.randrange(6))) for _ in range(8)]
        text = "".join(dice.choices("abc", k=dice.randrange(8)))
        stands = text.startswith if side == "start" else text.endswith
        edges = cldr.Edges(((one, (nth, one)) for nth, one in enumerate(texts)), side)  # type: ignore[arg-type]
        near = [each for each in edges.near(text) if stands(each[1])]

        assert sorted(near) == [each for each in enumerate(texts) if stands(each[1])]
