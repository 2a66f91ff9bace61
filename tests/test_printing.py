"""What is printed reads as somebody who grew up with the language would write it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_compact_decimal
from hypothesis import example, given
from hypothesis import strategies as st

import support
from coopdata import formatting, normalize
from coopdata.values import Measure, Period

LENGTHS = ("long", "short", "narrow")


# ------------------------------------------------------------------------------------- numbers
@given(digit=st.integers(-9, 9), power=st.integers(3, 12), locale=support.LOCALES)
@example(digit=1, power=3, locale="it")
@example(digit=1, power=3, locale="fr")
@example(digit=-1, power=3, locale="fr")
@example(digit=1, power=12, locale="lij")
def test_a_compact_number_in_words_has_the_word_that_babel_prints(
    digit: int, power: int, locale: str
) -> None:
    value = Decimal(digit).scaleb(power)
    printed = formatting.number(value, locale=locale, compact=True)
    babels = format_compact_decimal(value, format_type="long", locale=locale)

    assert printed == babels or babels.lstrip("-").replace(" ", "").isdecimal() or not digit


@pytest.mark.parametrize(("locale", "expected"), [("it", "1.000"), ("fr", "1\u202f000")])
def test_a_word_that_is_its_own_number_stands_beside_no_unit(locale: str, expected: str) -> None:
    thousand = Measure.exact(1000, "kilometer")

    assert formatting.measure(thousand, locale=locale, compact=True).startswith(expected)


# ------------------------------------------------------------------------------------- periods
@pytest.mark.parametrize("edtf", ["2020-06-04/2020-06-10", "2020-06-04/2021-07-10"])
@pytest.mark.parametrize("locale", support.WORDED)
def test_a_span_of_days_names_its_months_as_a_day_does(locale: str, edtf: str) -> None:
    span = formatting.period(Period.from_edtf(edtf), locale=locale)
    month = formatting.period(Period.from_edtf("XXXX-06-04"), locale=locale).strip("4月일日. -")

    assert month in span


@pytest.mark.parametrize("half", ["2017-40", "2017-41"])
@pytest.mark.parametrize("locale", support.WORDED)
def test_a_half_year_is_in_words_of_the_language_at_every_length(locale: str, half: str) -> None:
    period = Period.from_edtf(half)

    assert {formatting.period(period, locale=locale)} == {
        formatting.period(period, locale=locale, length=length) for length in LENGTHS
    }
    assert period == normalize.period(f"H{int(half[-2:]) - 39} 2017", locale=locale)
