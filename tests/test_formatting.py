"""Formatting: any locale, the source's digits, right words, and Babel's text where it is right."""

from __future__ import annotations

import datetime as dt
import locale as process_locale
import re
import threading
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pint
import pytest
from babel import Locale, dates, numbers
from babel import units as babel_units
from hypothesis import example, given
from hypothesis import strategies as st

import support
from coopdata import errors, formatting, units
from coopdata._printing.words import words
from coopdata.cldr import locale_ids
from coopdata.values import Measure, Period

LENGTHS: Final = ("long", "short", "narrow")
RELATIONS = ("exact", "about", "at_least", "more_than", "at_most", "less_than")
NAMES = sorted(units.UNITS)
COUNTED = sorted(name for name, unit in units.UNITS.items() if unit.kind == "counted")
EDTF = (
    *("2017-12-05", "1997-05", "2017-34", "2017-40", "2017-41", "1994", "199X", "19XX"),
    *("2017-21", "2016-24", "2017-01/2017-09", "2016-11/2017-02", "2017-12-05/2017-12-09"),
    *("2017-03-30/2017-04-02", "1994/1997", "2016-33/2016-35", "1997-05/2017-11-03"),
    *("1994/..", "1997-05/..", "2016-35/..", "2016-40/..", "199X/..", "2016-21/.."),
    *("../2020", "../2017-12-05", "../2017-12", "XXXX-12-05", "XXXX-12"),
    *("[2016-11,2016-12]", "[2016,2017,2019]", "[2019..]", "[..2017-12-05]", "[2016-01..2017-03]"),
)
PERIODS = [Period.from_edtf(edtf) for edtf in EDTF]
NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=None
).filter(lambda number: abs(int(number.as_tuple().exponent)) < 60)
EXPRESSIONS = st.one_of(
    st.just(""),
    st.sampled_from(NAMES),
    st.sampled_from(sorted(units.COMPOUNDS)),
    st.tuples(st.sampled_from(NAMES), st.sampled_from("*/"), st.sampled_from(NAMES)).map("".join),
)


@st.composite
def measures(draw: st.DrawFn, numbers_from: st.SearchStrategy[Decimal] = NUMBERS) -> Measure:
    """Any measure of any curated unit."""
    unit = draw(EXPRESSIONS)
    if draw(st.booleans()):
        relation = draw(st.sampled_from(RELATIONS))
        made: Measure = getattr(Measure, relation)(draw(numbers_from), unit)
        return made
    low, high = sorted((draw(numbers_from), draw(numbers_from)))
    return Measure.between(low, high, unit)


def digits_of(text: str) -> str:
    """Return the decimal digits of a text, in order."""
    return "".join(char for char in text if char.isdecimal())


def keeps_its_marks(locale: str) -> bool:
    """Tell whether Babel keeps the marks between groups; 2.19 takes two apostrophes for quotes."""
    return Locale.parse(locale).number_symbols["latn"].get("group") != "'"


# ------------------------------------------------------------------------------- laws of measures
@given(
    measure=measures(),
    locale=support.LOCALES,
    length=st.sampled_from(LENGTHS),
    compact=st.booleans(),
)
@example(measure=Measure.exact("1", "year_person"), locale="root", length="long", compact=True)
@example(measure=Measure.exact("1.0", "minute"), locale="ar", length="long", compact=False)
@example(measure=Measure.exact("1", "dot/inch"), locale="aa", length="short", compact=False)
def test_any_measure_prints_in_any_locale(
    measure: Measure, locale: str, length: str, compact: bool
) -> None:
    text = formatting.measure(measure, locale=locale, length=length, compact=compact)

    assert text == text.strip()
    assert not re.search(r"\{\d\}|¤", text), "a pattern shows through"
    assert not any(cldr in text for cldr in units.CLDR_ID.values()), "an id shows through"


@given(number=NUMBERS, unit=EXPRESSIONS, locale=support.LOCALES, length=st.sampled_from(LENGTHS))
@example(number=Decimal("12.50"), unit="USD", locale="en", length="short")
@example(number=Decimal("1234.5678"), unit="megawatt", locale="de", length="short")
@example(number=Decimal("1.000"), unit="kilometer/hour", locale="ar", length="long")
def test_the_digits_of_the_source_survive(
    number: Decimal, unit: str, locale: str, length: str
) -> None:
    text = formatting.measure(Measure.exact(number, unit), locale=locale, length=length)

    assert f"{number.copy_abs():f}".replace(".", "") in digits_of(text)


@given(
    number=NUMBERS.filter(lambda number: len(f"{number:f}") <= 28),  # beyond, Babel rounds
    locale=support.LOCALES.filter(keeps_its_marks),
)
def test_a_number_prints_like_babels_where_babel_keeps_its_digits(
    number: Decimal, locale: str
) -> None:
    plain = f"{number:f}"
    number = Decimal(plain.rstrip("0").rstrip(".")) if "." in plain else Decimal(plain)
    expected = numbers.format_decimal(number, locale=locale, decimal_quantization=False)

    assert expected == formatting.number(number, locale=locale)


@given(locale=support.LOCALES, number=st.integers(0, 10**13), zeros=st.integers(0, 9))
def test_compact_numbers_lose_nothing(locale: str, number: int, zeros: int) -> None:
    value = Decimal(number) * 10**zeros
    text = formatting.number(value, locale=locale, compact=True)

    assert str(value).rstrip("0") == digits_of(text).lstrip("0").rstrip("0")


@pytest.mark.parametrize("locale", support.locales())
def test_units_print_like_babels_where_babel_has_a_pattern(locale: str) -> None:
    table, found = words(locale), Locale.parse(locale)
    patterns = found._data["unit_patterns"]
    values = ("1", "2", "5", "21", "1.5", "-3", "1234567" if keeps_its_marks(locale) else "123456")
    for name, cldr in units.CLDR_ID.items():
        if name == "percent" or (table and name in table.nouns) or cldr not in patterns:
            continue
        for length in LENGTHS:
            for value in map(Decimal, values):
                pattern = patterns[cldr].get(length, {}).get(found.plural_form(value), "")
                if "{0}" not in pattern:  # absent, or a word without its number
                    continue
                if table and table.per and length == "long" and "/" in pattern:  # it has words
                    continue
                expected = babel_units.format_unit(value, cldr, length, locale=locale)

                assert expected == formatting.measure(
                    Measure.exact(value, name), locale=locale, length=length
                )


@pytest.mark.parametrize("locale", support.locales())
def test_money_and_percent_print_like_babels(locale: str) -> None:
    for code in ("USD", "EUR", "BYN", "KZT", "TRY"):
        for value in map(Decimal, ("1234.00", "-1234.50")):
            symbol = numbers.get_currency_symbol(code, locale)
            if not (symbol[0].isalpha() or symbol[-1].isalpha()):  # set apart from the number
                assert numbers.format_currency(value, code, locale=locale) == formatting.measure(
                    Measure.exact(value, code), locale=locale, length="short"
                )
        for value in map(Decimal, ("1", "2", "5", "21")):
            expected = numbers.format_currency(
                value, code, "#,##0", locale, format_type="name", currency_digits=False
            )

            assert expected == formatting.money(Measure.exact(value, code), locale=locale)
    for value in map(Decimal, ("12", "-1200")):
        assert numbers.format_percent(value / 100, locale=locale) == formatting.percent(
            Measure.exact(value, "percent"), locale=locale
        )


# -------------------------------------------------------------------------------- eight languages
@pytest.mark.parametrize(
    ("measure", "en", "ru"),
    [
        (Measure.exact("1", "vehicle"), "1 vehicle", "1 автомобиль"),
        (Measure.exact("2", "vehicle"), "2 vehicles", "2 автомобиля"),
        (Measure.exact("5", "vehicle"), "5 vehicles", "5 автомобилей"),
        (Measure.exact("1.5", "vehicle"), "1.5 vehicles", "1,5 автомобиля"),
        (Measure.exact("21", "vehicle"), "21 vehicles", "21 автомобиль"),
        (Measure.about("21", "vehicle"), "about 21 vehicles", "около 21 автомобиля"),
        (Measure.more_than("2", "vehicle"), "more than 2 vehicles", "более 2 автомобилей"),
        (Measure.more_than("5", "person"), "more than 5 people", "более 5 человек"),
        (Measure.more_than("30", "percent"), "more than 30%", "более 30 %"),
        (Measure.between("10", "12", "percent"), "10–12%", "10–12 %"),
        (Measure.between("2", "3", "year"), "2–3 years", "2–3 года"),
        (
            Measure.exact("10000", "vehicle/year"),
            "10,000 vehicles per year",
            "10 000 автомобилей в год",
        ),
        (Measure.exact("1.5", "fold"), "1.5 times", "1,5 раза"),
        (
            Measure.at_most("31", "charging_station"),
            "up to 31 charging stations",
            "до 31 зарядной станции",
        ),
        (Measure.exact("3", "charging_station"), "3 charging stations", "3 зарядные станции"),
        (
            Measure.at_least("4000", "product_name"),
            "at least 4,000 product names",
            "не менее 4 000 наименований",
        ),
    ],
)
def test_measures_read_well_in_english_and_russian(measure: Measure, en: str, ru: str) -> None:
    assert en == formatting.measure(measure, locale="en")
    assert ru == formatting.measure(measure, locale="ru").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "up to $250 million"),
        ("ru", "до 250 млн долларов США"),
        ("be", "да 250 млн долараў ЗША"),
        ("kk", "250 миллион АҚШ долларына дейін"),
        ("tr", "en fazla 250 milyon ABD doları"),
        ("zh", "最多2.5亿美元"),
        ("ko", "최대 2.5억 미국 달러"),
        ("de", "bis zu 250 Millionen US-Dollar"),
        ("fr", "au plus 250 millions $US"),
        ("uk", "до 250 млн доларів США"),
        ("pl", "do 250 mln dolarów amerykańskich"),
        ("es", "como máximo 250 M US$"),
    ],
)
def test_a_ceiling_of_money_comes_in_words_or_signs(locale: str, expected: str) -> None:
    ceiling = Measure.at_most("250000000", "USD")
    text = formatting.measure(ceiling, locale=locale, compact=True)

    assert expected == re.sub(r"[\u00a0\u202f]", " ", text)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("be", "больш за 5 000 трактараў"),
        ("kk", "5 000-нан астам трактор"),
        ("tr", "5.000'den fazla traktör"),
        ("zh", "超过5,000台拖拉机"),
        ("ko", "트랙터 5,000대 초과"),
        ("de", "mehr als 5.000 Traktoren"),
        ("fr", "plus de 5 000 tracteurs"),
        ("zh_Hant", ">5,000 tractors"),
    ],
)
def test_a_floor_of_counted_things_comes_in_words_or_signs(locale: str, expected: str) -> None:
    text = formatting.measure(Measure.more_than("5000", "tractor"), locale=locale)

    assert expected == re.sub(r"[\u00a0\u202f]", " ", text)


@pytest.mark.parametrize(
    ("number", "turkish", "kazakh"),
    [
        ("3", "3'ten", "3-тен"),
        ("6", "6'dan", "6-дан"),
        ("10", "10'dan", "10-нан"),
        ("40", "40'tan", "40-тан"),
        ("100", "100'den", "100-ден"),
        ("5000", "5.000'den", "5 000-нан"),
        ("1000000", "1.000.000'dan", "1 000 000-нан"),
        ("2.5", "2,5'ten", "2,5-тен"),
    ],
)
def test_a_number_takes_the_ending_of_its_last_word(number: str, turkish: str, kazakh: str) -> None:
    measure = Measure.more_than(number, "vehicle")

    assert formatting.measure(measure, locale="tr") == f"{turkish} fazla araç"
    assert formatting.measure(measure, locale="kk").replace("\u00a0", " ") == (
        f"{kazakh} астам автомобиль"
    )


@pytest.mark.parametrize("language", formatting.LANGUAGES)
def test_every_counted_thing_has_its_noun_in_every_worded_language(language: str) -> None:
    table = words(language)
    assert table is not None

    assert set(COUNTED) - {"item"} <= set(table.nouns)  # CLDR has a pattern for items


@pytest.mark.parametrize("language", formatting.LANGUAGES)
def test_a_noun_has_every_plural_form_that_its_language_has(language: str) -> None:
    table = words(language)
    assert table is not None
    wanted = set(Locale.parse(language).plural_form.tags) | {"other"}
    wanted &= {"one", "few", "many", "other"}
    if "few" not in wanted:  # French: its "many" is for millions alone, and CLDR falls back
        wanted.discard("many")

    for name, forms in table.nouns.items():
        assert wanted <= set(forms) or set(forms) == {"other"}, name
        assert all(form.count("{0}") == 1 for form in forms.values()), name


@given(
    number=st.integers(0, 10**6),
    unit=st.sampled_from(COUNTED).filter(lambda unit: unit != "item"),
    language=st.sampled_from(formatting.LANGUAGES),
)
def test_a_counted_thing_is_printed_in_the_plural_form_of_its_number(
    number: int, unit: str, language: str
) -> None:
    table = words(language)
    assert table is not None
    forms = table.nouns[unit]
    category = Locale.parse(language).plural_form(number)
    expected = forms.get(category, forms["other"])

    text = formatting.measure(Measure.exact(number, unit), locale=language)

    assert text == expected.replace("{0}", formatting.number(number, locale=language))


def test_narrow_hedges_are_signs_in_every_language() -> None:
    about = Measure.about("2000000000", "USD")

    assert formatting.measure(about, locale="en", length="narrow", compact=True) == "≈$2B"


# ------------------------------------------------------------------------------------- quantities
def test_a_quantity_of_anybodys_registry_prints() -> None:
    registry: Any = pint.UnitRegistry()
    registry.define("widget = [widget] = wdg")

    assert formatting.measure(registry.Quantity(12.5, "widget"), locale="de") == "12,5\u00a0widget"
    assert formatting.measure(registry.Quantity(3, "widget/hour"), locale="en") == (
        "3\u00a0widget per hour"
    )
    assert formatting.measure(registry.Quantity(3, "wdg"), locale="en", length="short") == (
        "3\u00a0wdg"
    )
    assert formatting.measure(registry.Quantity(100, "km/h"), locale="ru") == "100 километров в час"
    assert formatting.measure(registry.Quantity(2, "meter**2"), locale="en") == "2 square meters"
    assert formatting.measure(registry.Quantity(9.81, "m/s**2"), locale="en", length="short") == (
        "9.81 m/s²"
    )
    assert formatting.measure(registry.Quantity(Fraction(1, 4), "acre"), locale="en") == (
        "0.25\u00a0acre"
    ), "pint's survey acre is not CLDR's"


@pytest.mark.parametrize("locale", ["en", "ru", "fr", "ar", "root"])
@pytest.mark.parametrize(
    "unit",
    ["kg*m**2/s**3", "m**0.5", "1/s", "1/m**3", "J/(kg*K)", "dimensionless", "V*A*hour", "degC"],
)
def test_a_quantity_of_any_shape_prints(locale: str, unit: str) -> None:
    registry: Any = pint.UnitRegistry()
    for magnitude in (5, 2.5, float("inf"), float("nan"), 1e300):
        for length in LENGTHS:
            quantity = registry.Quantity(magnitude, unit)

            assert formatting.measure(quantity, locale=locale, length=length)


@pytest.mark.parametrize("wrong", [5, "5 km", None, object()])
def test_what_is_no_measure_is_refused(wrong: object) -> None:
    with pytest.raises(TypeError, match="expected a Measure or a pint quantity"):
        formatting.measure(wrong, locale="en")


# ---------------------------------------------------------------------------------------- periods
@given(period=st.sampled_from(PERIODS), locale=support.LOCALES, length=st.sampled_from(LENGTHS))
def test_any_period_prints_in_any_locale(period: Period, locale: str, length: str) -> None:
    text = formatting.period(period, locale=locale, length=length)

    assert text == text.strip()
    assert not re.search(r"[{}%]", text)


@pytest.mark.parametrize(
    ("edtf", "en", "ru"),
    [
        ("1997-05", "May 1997", "май 1997 г."),
        ("2017-01/2017-09", "January–September 2017", "январь–сентябрь 2017 г."),
        ("2017-12-05", "December 5, 2017", "5 декабря 2017 г."),
        ("2017-12-05/2017-12-09", "December 5–9, 2017", "5–9 декабря 2017 г."),
        ("2017-34", "2nd quarter 2017", "2-й квартал 2017 г."),
        ("2017-40", "first half of 2017", "1-е полугодие 2017 г."),
        ("1994", "1994", "1994 г."),
        ("1994/..", "since 1994", "с 1994 г."),
        ("1997-05/..", "since May 1997", "с мая 1997 г."),
        ("../2020", "until 2020", "до 2020 г."),
        ("199X", "1990s", "1990-е годы"),
        ("199X/..", "since the 1990s", "с 1990-х годов"),
        ("20XX", "21st century", "XXI век"),
        ("2017-21", "spring 2017", "весна 2017 г."),
        ("1994/1997", "1994–1997", "1994–1997 гг."),
        ("XXXX-12-05", "December 5", "5 декабря"),
    ],
)
def test_periods_read_well_in_english_and_russian(edtf: str, en: str, ru: str) -> None:
    period = Period.from_edtf(edtf)

    assert en == tight(formatting.period(period, locale="en"))
    assert ru == tight(formatting.period(period, locale="ru"))


def tight(text: str) -> str:
    """Return a text with plain spaces and one dash: which dash a range has is CLDR's choice."""
    return re.sub(r"\s*[–—]\s*", "–", re.sub(r"\s", " ", text))


@pytest.mark.parametrize(
    ("locale", "since", "until"),
    [
        ("be", "з 1994 г.", "да 5 снежня 2017 г."),
        ("kk", "1994 жылдан бастап", "2017 ж. 5 желтоқсанға дейін"),
        ("tr", "1994'ten beri", "5 Aralık 2017'ye kadar"),
        ("zh", "自1994年以来", "直到2017年12月5日"),
        ("ko", "1994년부터", "2017년 12월 5일까지"),
        ("de", "seit 1994", "bis 5. Dezember 2017"),
        ("fr", "depuis 1994", "jusqu'au 5 décembre 2017"),
    ],
)
def test_open_periods_come_in_words_or_with_a_dash(locale: str, since: str, until: str) -> None:
    from_1994, to_december = Period.from_edtf("1994/.."), Period.from_edtf("../2017-12-05")

    assert since == formatting.period(from_1994, locale=locale)
    assert until == formatting.period(to_december, locale=locale).replace("\u202f", " ")


@pytest.mark.parametrize("locale", support.locales())
def test_dates_print_like_babels(locale: str) -> None:
    table, found = words(locale), Locale.parse(locale)
    day = dt.date(2017, 12, 5)
    for length, width in (("long", "long"), ("short", "medium")):
        if "MMM" in str(found.date_formats[width].pattern) and not has_short_months(found):
            continue
        expected = dates.format_date(day, width, locale=locale)

        assert expected == formatting.period(Period.of(day), locale=locale, length=length)
    for skeleton, length, period in (
        ("yMMMM", "long", Period.month(2017, 12)),
        ("yM", "narrow", Period.month(2017, 12)),
        ("yMd", "narrow", Period.of(day)),
        ("yQQQQ", "long", Period.quarter(2017, 4)),
        ("y", "narrow", Period.year(2017)),
    ):
        if skeleton in found.datetime_skeletons:
            expected = dates.format_skeleton(skeleton, day, locale=locale)

            assert expected == formatting.period(period, locale=locale, length=length)
    ends = dt.date(2016, 11, 1), dt.date(2017, 2, 28)
    if "yMMMM" in found.interval_formats and not (table and table.period.get("tight")):
        expected = dates.format_interval(*ends, "yMMMM", locale=locale)
        period = Period.between(Period.month(2016, 11), Period.month(2017, 2))

        assert expected == formatting.period(period, locale=locale)


def has_short_months(locale: Locale) -> bool:
    """Tell whether Babel finds the locale's abbreviated months; else it prints "M12"."""
    return not str(locale.months["format"]["abbreviated"][12]).startswith("M1")


def test_a_persian_interval_has_both_its_ends() -> None:
    period = Period.between(Period.month(2017, 1), Period.month(2017, 9))
    text = formatting.period(period, locale="fa", length="short")

    assert "ژانویه" in text
    assert "سپتامبر" in text


# ------------------------------------------------------------------------- countries and labels
def test_countries_have_their_names() -> None:
    assert formatting.country("KZ", locale="ru") == "Казахстан"
    assert formatting.country("TR", locale="de") == "Türkei"
    with pytest.raises(errors.RecordNotFoundError, match="'XQ'"):
        formatting.country("XQ", locale="en")


def test_labels_are_worded_in_eight_languages_and_english_elsewhere() -> None:
    assert formatting.label("status", "planned", locale="de") == "geplant"
    assert formatting.label("status", "planned", locale="kk_KZ") == "жоспар"
    assert formatting.label("status", "planned", locale="it") == "planned"
    with pytest.raises(errors.RecordNotFoundError, match="did you mean 'planned'"):
        formatting.label("status", "planed", locale="en")
    with pytest.raises(errors.RecordNotFoundError, match="did you mean 'status'"):
        formatting.label("statuss", "planned", locale="en")


@pytest.mark.parametrize("language", formatting.LANGUAGES)
def test_every_key_has_a_label(language: str) -> None:
    from coopdata import model

    keys = {
        "mention": model.MENTION_KINDS,
        "fact": model.FACT_KINDS,
        "status": model.STATUSES,
        "basis": model.BASES,
        "role": model.ROLES,
        "link": model.LINK_KINDS,
        "relation": (*RELATIONS, "between"),
    }
    for kind, known in keys.items():
        for key in known:
            assert formatting.label(kind, key, locale=language)


# -------------------------------------------------------------------------------------- arguments
@pytest.mark.parametrize(
    ("locale", "nearest"), [("rus", "ru"), ("en_XX_YY", "en"), ("deu_DE", "de_DE"), ("", None)]
)
def test_an_unknown_locale_is_refused(locale: str, nearest: str | None) -> None:
    with pytest.raises(errors.UnknownLocaleError) as caught:
        formatting.number(Decimal(1), locale=locale)

    assert nearest is None or any(name.startswith(nearest[:2]) for name in caught.value.nearest)


def test_a_locale_that_is_no_text_is_refused() -> None:
    with pytest.raises(errors.UnknownLocaleError):
        formatting.number(Decimal(1), locale=None)  # type: ignore[arg-type]  # that is the point


def test_an_unknown_length_is_refused() -> None:
    with pytest.raises(errors.InvalidValueError, match="one of long, short, narrow"):
        formatting.measure(Measure.exact("1"), locale="en", length="tiny")


def test_money_and_percent_refuse_other_units() -> None:
    with pytest.raises(errors.ConversionError):
        formatting.money(Measure.exact("1", "percent"), locale="en")
    with pytest.raises(errors.ConversionError):
        formatting.percent(Measure.exact("1", "percentage_point"), locale="en")


def test_a_huge_number_prints_as_a_power_of_ten() -> None:
    assert formatting.number(Decimal("1.50e999999999"), locale="de") == "1,50E999999999"
    assert formatting.number(Decimal("-1e-99999"), locale="en") == "-1E-99999"


def test_eight_threads_print_what_one_prints() -> None:
    chosen = locale_ids()[::25]
    measure = Measure.about("12345.60", "metric_ton/day")
    expected = {name: formatting.measure(measure, locale=name) for name in chosen}
    found: list[dict[str, str]] = []

    def work() -> None:
        found.append({name: formatting.measure(measure, locale=name) for name in chosen})

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [expected] * 8


def test_the_process_locale_is_left_alone() -> None:
    before = process_locale.setlocale(process_locale.LC_ALL)
    formatting.measure(Measure.exact("1.5", "kilometer"), locale="ru")

    assert before == process_locale.setlocale(process_locale.LC_ALL)
