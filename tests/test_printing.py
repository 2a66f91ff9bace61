"""What is printed reads as somebody who grew up with the language would write it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale
from babel.numbers import format_compact_decimal
from hypothesis import assume, example, given
from hypothesis import strategies as st

import support
from coopdata import extract, formatting, normalize
from coopdata._printing.words import words
from coopdata.values import Measure, Period

LENGTHS = ("long", "short", "narrow")


# ------------------------------------------------------------------------------------- numbers
def word_of(text: str) -> str:
    """Return the letters of a number in words; its groups are marked as CLDR has them elsewhere."""
    return "".join(filter(str.isalpha, text))


@given(digit=st.integers(-9, 9), power=st.integers(3, 12), locale=support.LOCALES)
@example(digit=1, power=3, locale="it")
@example(digit=1, power=3, locale="fr")
@example(digit=-1, power=3, locale="fr")
@example(digit=1, power=12, locale="lij")
def test_a_compact_number_in_words_has_the_word_that_babel_prints(
    digit: int, power: int, locale: str
) -> None:
    assume("long" in Locale.parse(locale).compact_decimal_formats)  # Babel 2.18 inherits none
    value = Decimal(digit).scaleb(power)
    printed = formatting.number(value, locale=locale, compact=True)
    babels = word_of(format_compact_decimal(value, format_type="long", locale=locale))

    is_misprinted = digit == 1 and babels == word_of(printed) + "s"  # "1 millions", Babel 2.18
    assert not babels or babels == word_of(printed) or is_misprinted


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

    assert month.removeprefix("de ") in span  # Spanish: CLDR's "4–10 junio" goes without


@pytest.mark.parametrize("half", ["2017-40", "2017-41"])
@pytest.mark.parametrize("locale", support.WORDED)
def test_a_half_year_is_in_words_of_the_language_at_every_length(locale: str, half: str) -> None:
    period = Period.from_edtf(half)

    assert {formatting.period(period, locale=locale)} == {
        formatting.period(period, locale=locale, length=length) for length in LENGTHS
    }
    assert period == normalize.period(f"H{int(half[-2:]) - 39} 2017", locale=locale)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("locale", support.locales())
def test_an_unknown_year_is_said_in_words_and_read_back(locale: str, length: str) -> None:
    unknown = Period.from_edtf("XXXX")
    text = formatting.period(unknown, locale=locale, length=length)

    assert "X" not in text
    assert unknown == normalize.period(text, locale=locale)


# --------------------------------------------------------------------------------------- rates
TIMES = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
DIVISORS = (*TIMES, "metric_ton", "hectare", "kilowatt_hour", "liter", "square_meter", "person")
AMOUNTS = ("USD", "vehicle", "metric_ton", "person", "kilowatt_hour")
HEDGES = ("exact", "about", "at_least", "more_than", "at_most", "less_than")


@given(
    number=st.sampled_from(["1", "2", "5", "21", "1.5", "1000", "28000000"]),
    above=st.sampled_from(AMOUNTS),
    below=st.sampled_from(DIVISORS),
    relation=st.sampled_from(HEDGES),
    compact=st.booleans(),
)
@pytest.mark.parametrize("locale", support.WORDED)
def test_a_rate_has_words_and_reads_back_as_itself(
    locale: str, number: str, above: str, below: str, relation: str, compact: bool
) -> None:
    if above == below:
        return
    rate: Measure = getattr(Measure, relation)(number, f"{above}/{below}")
    text = formatting.measure(rate, locale=locale, compact=compact)

    assert "/" not in text
    assert rate == normalize.measure(text, locale=locale)


@pytest.mark.parametrize("length", ["short", "narrow"])
@pytest.mark.parametrize("locale", support.WORDED)
def test_a_short_rate_over_time_is_never_one_over_another_unit(locale: str, length: str) -> None:
    rates = [Measure.exact(5, f"{above}/{time}") for above in ("vehicle", "USD") for time in TIMES]
    texts = [formatting.measure(rate, locale=locale, length=length) for rate in rates]

    assert rates == [normalize.measure(text, locale=locale) for text in texts]


@pytest.mark.parametrize(
    ("locale", "rate", "expected"),
    [
        ("ru", Measure.exact(5, "USD/metric_ton"), "5 долларов США за тонну"),
        ("ru", Measure.exact(5, "USD/person"), "5 долларов США на человека"),
        ("ru", Measure.exact(5, "metric_ton/hectare"), "5 тонн на гектар"),
        ("be", Measure.exact(5, "USD/metric_ton"), "5 долараў ЗША за тону"),
        ("be", Measure.exact(5, "metric_ton/person"), "5 тон на чалавека"),
        ("uk", Measure.exact(5, "USD/metric_ton"), "5 доларів США за метричну тонну"),
        ("uk", Measure.exact(5, "USD/person"), "5 доларів США на людину"),
        ("kk", Measure.exact(5, "USD/metric_ton"), "метрлік тоннаға 5 АҚШ доллары"),
        ("tr", Measure.exact(5, "USD/metric_ton"), "ton başına 5 ABD doları"),
        ("az", Measure.exact(5, "USD/liter"), "hər litr üçün 5 ABŞ dolları"),
        ("uz", Measure.exact(5, "USD/metric_ton"), "tonnaga 5 AQSH dollari"),
        ("zh", Measure.exact(5, "vehicle/year"), "每年5辆汽车"),
        ("zh", Measure.exact(5, "gram/kilometer"), "每公里5克"),
        ("ja", Measure.exact(5, "USD/metric_ton"), "トンあたり5米ドル"),
        ("ko", Measure.about(5352, "vehicle"), "차량 약 5,352대"),
        ("ko", Measure.exact(5352, "vehicle/year"), "연간 차량 5,352대"),
        ("ko", Measure.exact(5, "USD/vehicle"), "차량당 5 미국 달러"),
        ("ko", Measure.at_least(5, "plant"), "공장 5개 이상"),
        ("en", Measure.exact(5, "vehicle/quarter"), "5 vehicles per quarter"),
        ("de", Measure.exact(5, "vehicle/quarter"), "5 Fahrzeuge pro Quartal"),
    ],
)
def test_a_rate_is_worded_as_people_say_it(locale: str, rate: Measure, expected: str) -> None:
    text = formatting.measure(rate, locale=locale)

    assert expected == text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("unit", ["vehicle/year", "metric_ton/hectare", "kilometer/hour"])
@pytest.mark.parametrize("locale", support.WORDED)
def test_a_hedge_stands_beside_the_number_and_not_before_the_rate(locale: str, unit: str) -> None:
    table = words(locale)
    assert table is not None
    before = table.hedges["about"]["before"]
    text = formatting.measure(Measure.about(5, unit), locale=locale)

    assert f"{before}5" in text


@given(
    number=st.sampled_from(["1", "2", "5", "21", "1.5"]),
    above=st.sampled_from(("USD", "BYN", "vehicle", "metric_ton", "family", "percent")),
    below=st.sampled_from(TIMES),
)
@example(number="2", above="metric_ton", below="year")
def test_a_belarusian_rate_has_its_short_sound_after_a_vowel_and_only_there(
    number: str, above: str, below: str
) -> None:
    text = formatting.measure(Measure.exact(number, f"{above}/{below}"), locale="be")
    amount, _, rest = text.partition(" ў " if " ў " in text else " у ")

    assert rest
    assert (amount[-1].lower() in "аеёіоуыэюя") == (" ў " in text)


# -------------------------------------------------------------------------------------- hedges
@pytest.mark.parametrize(
    ("locale", "measure", "expected"),
    [
        ("tr", Measure.more_than(20, "year"), "20 yıldan fazla"),
        ("tr", Measure.more_than(20, "hour"), "20 saatten fazla"),
        ("tr", Measure.more_than(20, "vehicle"), "20'den fazla araç"),
        ("tr", Measure.less_than(20, "kilometer"), "20 kilometreden az"),
        ("tr", Measure.more_than(20, "USD"), "20 ABD dolarından fazla"),
        ("tr", Measure.more_than(5, "percent"), "%5'ten fazla"),
        ("kk", Measure.more_than(20, "year"), "20 жылдан астам"),
        ("kk", Measure.at_most(20, "hour"), "20 сағатқа дейін"),
        ("kk", Measure.more_than(20, "gram"), "20 граммнан астам"),
        ("kk", Measure.at_most(20, "USD"), "20 АҚШ долларына дейін"),
        ("kk", Measure.more_than(20, "vehicle"), "20-дан астам автомобиль"),
        ("kk", Measure.more_than(5, "percent/year"), "жылына 5%-дан астам"),
        ("az", Measure.more_than(20, "year"), "20 ildən çox"),
        ("az", Measure.less_than(20, "USD"), "20 ABŞ dollarından az"),
        ("uz", Measure.more_than(20, "year"), "20 yildan ortiq"),
        ("be", Measure.more_than(21, "metric_ton"), "больш за 21 тону"),
        ("be", Measure.at_least(1, "person"), "не менш за 1 чалавека"),
        ("be", Measure.more_than(5, "metric_ton"), "больш за 5 тон"),
        ("uk", Measure.more_than(1, "hour"), "понад 1 годину"),
        ("be", Measure.exact(2, "month"), "2 месяцы"),
    ],
)
def test_the_word_takes_the_case_that_its_hedge_asks_for(
    locale: str, measure: Measure, expected: str
) -> None:
    text = formatting.measure(measure, locale=locale)

    assert expected == text.replace("\u00a0", " ").replace("\u202f", " ")
    assert measure == normalize.measure(text, locale=locale)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("ko", "버스 140~165대가 인도됐다", Measure.between(140, 165, "bus")),
        ("ko", "공장 1,200–1,500개를 지었다", Measure.between(1200, 1500, "plant")),
        ("ja", "バス2~4台", Measure.between(2, 4, "bus")),
        ("zh", "公交车2–4辆", Measure.between(2, 4, "bus")),
        ("ko", "버스. 2–4대", Measure.between(2, 4, "item")),
        ("ko", "버스를 봤다. 2019, 5–7대", Measure.between(5, 7, "item")),
    ],
)
def test_a_noun_before_a_range_is_what_its_counter_counts(
    locale: str, text: str, expected: Measure
) -> None:
    assert [expected] == [mention.value for mention in extract.mentions(text, locale=locale)]
