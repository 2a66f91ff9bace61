"""Money is turned into another currency by a rate that is named, and by no other."""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata import fx
from coopdata.dataset import Dataset
from coopdata.errors import ConversionError, InvalidValueError, SeedError
from coopdata.values import Measure
from support import LOCALES

DAY = dt.date(2017, 12, 5)
BANK = "a bank"

days = st.dates(dt.date(2016, 1, 1), dt.date(2018, 12, 31))
values = st.decimals("0.0001", "100000", places=4)
codes = st.sampled_from(["USD", "EUR", "RUB", "BYN", "KZT", "CNY", "TRY", "KRW"])
pairs = st.lists(codes, min_size=2, max_size=2, unique=True)
amounts = st.one_of(
    st.builds(Measure.exact, values, st.just("USD")),
    st.builds(Measure.at_least, values, st.just("USD/metric_ton")),
    st.builds(lambda low, more: Measure.between(low, low + more, "USD"), values, values),
)


@st.composite
def rates(draw: Callable[..., object], day: dt.date | None = None) -> fx.Rate:
    base, quote = draw(pairs)  # type: ignore[misc]  # two codes
    return fx.Rate(base, quote, draw(values), day or draw(days), BANK)  # type: ignore[arg-type]


# -- rates --------------------------------------------------------------------------------------


@given(rates())
def test_a_rate_turned_twice_is_itself(rate: fx.Rate) -> None:
    assert rate == rate.turned().turned()
    assert 1 == Fraction(rate.value) * Fraction(rate.turned().value)


@given(values, values)
def test_a_rate_through_another_is_their_product(one: Decimal, other: Decimal) -> None:
    found = fx.Rate("USD", "UAH", one, DAY, BANK).through(fx.Rate("UAH", "KZT", other, DAY, BANK))

    assert Fraction(one) * Fraction(other) == Fraction(found.value)
    assert ("USD", "KZT", "UAH") == (found.base, found.quote, found.via)


@pytest.mark.parametrize(
    "other",
    [
        fx.Rate("RUB", "KZT", "5.5", DAY, BANK),  # they do not meet
        fx.Rate("UAH", "KZT", "12", dt.date(2017, 12, 4), BANK),  # another day
        fx.Rate("UAH", "KZT", "12", DAY, "another bank"),
    ],
)
def test_rates_of_two_days_or_sources_are_not_joined(other: fx.Rate) -> None:
    with pytest.raises(ConversionError, match="one source and day"):
        fx.Rate("USD", "UAH", "27", DAY, BANK).through(other)


@pytest.mark.parametrize(
    ("base", "value", "day", "source"),
    [
        ("dollars", "3.2", DAY, BANK),
        ("USD", "0", DAY, BANK),
        ("USD", "-3", DAY, BANK),
        ("USD", "NaN", DAY, BANK),
        ("USD", "3.2", dt.datetime(2017, 12, 5), BANK),
        ("USD", "3.2", "2017-12-05", BANK),
        ("USD", "3.2", DAY, " "),
        (None, "3.2", DAY, BANK),
    ],
)
def test_a_rate_has_currencies_a_price_a_day_and_a_source(
    base: str, value: str, day: dt.date, source: str
) -> None:
    with pytest.raises(InvalidValueError):
        fx.Rate(base, "BYN", value, day, source)


# -- tables -------------------------------------------------------------------------------------


@given(st.lists(rates(), max_size=6, unique_by=lambda one: one.date), pairs, days)
def test_what_a_table_finds_was_set_on_that_day_or_shortly_before(
    known: list[fx.Rate], pair: list[str], on: dt.date
) -> None:
    base, quote = pair
    table = fx.Table(known, within=30)
    fit = [
        rate
        for rate in known
        if {rate.base, rate.quote} == {base, quote} and 0 <= (on - rate.date).days <= 30
    ]
    if not fit:
        with pytest.raises(ConversionError, match="of that day or of 30 days before"):
            table.rate(base, quote, on)
        return
    latest = max(fit, key=lambda one: one.date)

    assert (latest if latest.base == base else latest.turned()) == table.rate(base, quote, on)


def test_what_a_source_states_goes_before_what_is_reckoned() -> None:
    stated = fx.Rate("USD", "KZT", "331.24", DAY, BANK)
    crossed = [fx.Rate("USD", "UAH", "27", DAY, BANK), fx.Rate("UAH", "KZT", "12", DAY, BANK)]

    assert stated == fx.Table([*crossed, stated]).rate("USD", "KZT", DAY)
    assert "UAH" == fx.Table(crossed).rate("USD", "KZT", DAY).via


def test_two_rates_of_one_source_and_day_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="one rate for a day"):
        fx.Table([fx.Rate("USD", "KZT", value, DAY, BANK) for value in ("331", "332")])


def test_every_wrong_row_of_a_table_in_csv_is_named() -> None:
    rows = ("2024-05-03,USD,BYN,dear,b", "3 May,USD,BYN,3,b", "2024-05-03,USD")
    text = "\n".join(("date,base,quote,rate,source", *rows))

    with pytest.raises(SeedError) as caught:
        fx.Table.from_csv(text)

    assert ["line 2", "line 3", "line 4"] == [one[:6] for one in caught.value.problems]


@pytest.mark.parametrize("text", ["", "date,base\n", 'date,base,quote,rate,source\n"x', "\0"])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(SeedError):
        fx.Table.from_csv(text)


# -- amounts ------------------------------------------------------------------------------------


@given(amounts, values)
def test_an_amount_comes_back_by_the_rate_turned(amount: Measure, value: Decimal) -> None:
    there = fx.Table([fx.Rate("USD", "KZT", value, DAY, BANK)])
    found = fx.exchange(amount, "KZT", on=DAY, rates=there)

    assert amount == fx.exchange(found.measure, "USD", on=DAY, rates=there).measure
    assert (amount.relation, amount) == (found.measure.relation, found.original)


@given(amounts, values, LOCALES)
def test_what_is_printed_names_rate_source_and_day(
    amount: Measure, value: Decimal, locale: str
) -> None:
    table = fx.Table([fx.Rate("USD", "KZT", value, DAY, BANK)])
    found = fx.exchange(amount, "KZT", on=DAY, rates=table)
    said = found.format(locale=locale)

    assert all(part in said for part in (BANK, amount.format(locale=locale)))
    assert all(part in str(found) for part in (BANK, "2017-12-05", "KZT/USD", str(amount)))


def test_an_amount_that_loses_digits_in_print_is_marked() -> None:
    table = fx.Table([fx.Rate("USD", "KZT", "331.24", DAY, BANK)])
    exact = fx.exchange(Measure.exact(100, "USD"), "KZT", on=DAY, rates=table)
    cut = fx.exchange(Measure.exact(12345, "USD"), "KZT", on=DAY, rates=table)

    assert str(exact).startswith("= 33124 KZT (")
    assert str(cut).startswith("≈ 4089160 KZT (")
    assert Measure.exact("4089157.8", "KZT") == cut.measure


def test_of_several_providers_the_first_that_knows_the_rate_is_asked() -> None:
    one = fx.Table([fx.Rate("EUR", "KZT", "390", DAY, "one")])
    other = fx.Table([fx.Rate(base, "KZT", "331", DAY, "other") for base in ("USD", "EUR")])
    amount = Measure.exact(1, "USD")

    assert "other" == fx.exchange(amount, "KZT", on=DAY, rates=(one, other)).rate.source
    with pytest.raises(ConversionError) as caught:
        fx.exchange(amount, "TRY", on=DAY, rates=(one, other))
    assert 2 == caught.value.missing.count("this table has rates")


@pytest.mark.parametrize(
    ("amount", "to", "error"),
    [
        (Measure.exact(5, "kilometer"), "KZT", ConversionError),
        (Measure.exact(5), "KZT", ConversionError),
        (Measure.exact(5, "vehicle/USD"), "KZT", ConversionError),
        (Measure.exact(5, "USD"), "USD", ConversionError),
        (Measure.exact(5, "USD"), "tenge", InvalidValueError),
        (5, "KZT", InvalidValueError),
    ],
)
def test_what_is_no_money_has_no_rate(amount: Measure, to: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        fx.exchange(amount, to, on=DAY, rates=fx.official())


def test_the_caller_s_decimal_context_changes_nothing() -> None:
    amount = Measure.exact("96300000", "USD")
    expected = fx.exchange(amount, "RUB", on=DAY, rates=fx.official())
    with decimal.localcontext(prec=3, rounding=decimal.ROUND_UP):
        found = fx.exchange(amount, "RUB", on=DAY, rates=fx.official())

        assert (expected, str(expected)) == (found, str(found))


# -- what is shipped ----------------------------------------------------------------------------


@pytest.mark.parametrize("to", ["BYN", "RUB", "KZT", "CNY", "TRY", "KRW", "EUR", "UZS"])
def test_the_money_of_the_article_of_2017_has_official_rates(ds: Dataset, to: str) -> None:
    sums = [
        fact.measure
        for fact in ds.where(article="kursk-trade", unit="USD")
        if fact.measure is not None
    ]
    found = [fx.exchange(one, to, on=DAY, rates=fx.official()) for one in sums]

    assert sums
    assert {dt.date(2017, 12, 4)} == {one.rate.date for one in found}


def test_a_day_for_which_no_rate_could_be_had_is_refused() -> None:
    with pytest.raises(ConversionError, match="2016-12-01 to 2017-12-04"):
        fx.official().rate("USD", "KZT", dt.date(2022, 12, 13))
