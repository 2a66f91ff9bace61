"""Reading back what Babel prints: the laws of single functions and the bugs that were found."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest
from babel import localedata
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent
from babel.units import format_unit
from hypothesis import example, given
from hypothesis import strategies as st

import support
from coopdata import _codes, cldr, errors, units
from coopdata._inverse import babel
from coopdata._numbers import digits
from coopdata.values import Measure

#: Values that hurt: negative, zero, tiny, huge, with many digits.
DECIMALS = st.decimals(
    min_value=Decimal("-1e20"), max_value=Decimal("1e20"), allow_nan=False, places=6
) | st.sampled_from([Decimal(0), Decimal("0.001"), Decimal(1), Decimal(-1), Decimal(10) ** 24])
TEXTS = st.text(max_size=30) | st.text(
    alphabet="0123456789.,'\u00a0\u202f -+%$€()EeKMkm/", max_size=20
)
Reader = Callable[[str, str], Any]
READERS = (babel.number, babel.percent, babel.money, babel.unit, babel.measure)


def attempt(
    reader: Reader, text: str, locale: str
) -> tuple[Any, errors.UnreadableTextError | None]:
    """Return what a reader answers, or how it refuses."""
    try:
        return reader(text, locale), None
    except errors.UnreadableTextError as err:
        return None, err


@given(value=DECIMALS, locale=support.LOCALES)
@example(value=Decimal("-0.000"), locale="en")
@example(value=Decimal("12345678.9"), locale="hi")
@example(value=Decimal("1234567"), locale="ff_Adlm")
def test_number_reads_back_what_babel_prints(value: Decimal, locale: str) -> None:
    printed = format_decimal(value, locale=locale, decimal_quantization=False)

    assert value == babel.number(printed, locale)


@given(value=DECIMALS, locale=support.LOCALES)
def test_percent_reads_back_what_babel_prints(value: Decimal, locale: str) -> None:
    printed = format_percent(value, locale=locale, decimal_quantization=False)

    assert Measure.exact(value * 100, "percent").low == babel.percent(printed, locale).low


@given(
    cents=st.integers(-(10**12), 10**12),
    currency=st.sampled_from(sorted(units.CURRENCIES)),
    locale=support.LOCALES,
    form=st.sampled_from(["standard", "accounting", "name"]),
)
@example(cents=100, currency="USD", locale="ee", form="name")
@example(cents=-100, currency="EUR", locale="fy", form="standard")
def test_money_reads_back_what_babel_prints(
    cents: int, currency: str, locale: str, form: str
) -> None:
    amount = Decimal(cents).scaleb(-cldr.currency_digits(currency))
    printed = format_currency(amount, currency, locale=locale, format_type=form)
    read, refused = attempt(babel.money, printed, locale)
    found = getattr(refused, "candidates", (read,))

    assert Measure.exact(amount, currency).low in {one.low for one in found}
    assert currency in {one.unit for one in found}


@given(text=TEXTS, locale=support.LOCALES, reader=st.sampled_from(READERS))
@example(text="\ud800", locale="en", reader=babel.measure)
@example(text="1\x00", locale="en", reader=babel.measure)
@example(text="1E99999999999", locale="en", reader=babel.number)
@example(text="{0}", locale="en", reader=babel.measure)
@example(text="1{0}", locale="en", reader=babel.measure)
def test_readers_answer_or_refuse_but_never_crash(text: str, locale: str, reader: Reader) -> None:
    got, refused = attempt(reader, text, locale)

    if refused is None:
        assert (got if isinstance(got, Decimal) else got.low).is_finite()
    else:
        assert 0 <= refused.position <= len(text)
        assert refused.expected


@pytest.mark.parametrize(
    "hostile",
    [
        "9",
        "1,",
        "1.",
        "1 ",
        "(",
        "-",
        "٣",
        "é",
        "{0}",
        "1e",
        "5 km, ",
        "km/",
        "1,000,",
        "\u0301",
        "\ud800",
    ],
)
def test_a_megabyte_is_answered_or_refused(hostile: str) -> None:
    text = hostile * (1_000_000 // len(hostile))

    for reader in (*READERS, _codes.territory):
        with pytest.raises(errors.UnreadableTextError):
            reader(text, "en")


@pytest.mark.parametrize("locale", support.locales())
def test_every_mark_between_digits_is_known_to_the_scanner(locale: str) -> None:
    found = cldr.data(cldr.locale_id(locale))
    marks = {
        sign
        for _, table in found.items_at("number_symbols")
        for key, sign in (table or {}).items()
        if key in ("decimal", "group")
    }

    assert all(digits.RUN.fullmatch(f"1{mark}1") for mark in marks)


@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [
        ("1.234,50", "de", "1234.50"),
        ("1’234.5", "de-CH", "1234.5"),
        ("1'234.5", "de_CH", "1234.5"),
        ("12 345,6", "ru", "12345.6"),
        ("12,34,567.8", "hi", "1234567.8"),
        ("1234,5", "pl", "1234.5"),
        ("١٬٢٣٤٫٥", "ar_EG", "1234.5"),
        ("۱۲٬۳۴۵", "fa", "12345"),
        ("\u22125", "sv", "-5"),
        ("\u200e-5", "he", "-5"),
        ("+5", "en", "5"),
        ("1,5\u00d710^\u22123", "sv", "0.0015"),
        ("[1E4]", "gu", "10000"),
        ("1.2M", "en", "1200000"),
        ("1.20m", "en", "1200000"),
        ("12 THOUSAND", "en", "12000"),
        ("3 Mrd.", "de", "3000000000"),
        ("mille", "fr", "1000"),
        ("1.5E+3", "und", "1500"),
    ],
)
def test_number_reads(text: str, locale: str, value: str) -> None:
    assert value == str(babel.number(text, locale))


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("1.234,5", "en"),
        ("1,23,456", "en"),
        ("1,234,567", "hi"),
        ("1,234,56", "en"),
        ("12345,678", "en"),
        ("0,123", "en"),
        ("1..5", "en"),
        ("1.2.3", "en"),
        ("--5", "en"),
        ("+-5", "en"),
        ("5-", "en"),
        ("5x", "en"),
        ("5 5", "en"),
        ("1\u0662", "ar"),
        ("1.5\u0662", "ar"),
        ("9" * 1000, "en"),
        ("1E1000", "en"),
        ("", "en"),
        (" ", "en"),
        ("∞", "en"),
        ("NaN", "en"),
        ("50%", "en"),
    ],
)
def test_number_refuses(text: str, locale: str) -> None:
    with pytest.raises(errors.UnreadableTextError):
        babel.number(text, locale)


@pytest.mark.parametrize(
    ("text", "locale", "said"),
    [
        ("50%", "en", "50 percent"),
        ("50 %", "de", "50 percent"),
        ("-%50", "tr", "-50 percent"),
        ("٥٠٪", "ar", "50 percent"),
        ("($1,234.50)", "en", "-1234.50 USD"),
        ("1.234,50 €", "de", "1234.50 EUR"),
        ("12 Mio. €", "de", "12000000 EUR"),
        ("usd5", "en", "5 USD"),
        ("5 Argentine pesos (1983–1985)", "en", "5 ARP"),
        ("us ga dollar 5", "ee", "5 USD"),
        ("5 km", "en", "5 kilometer"),
        ("5 KM", "en", "5 kilometer"),
        ("5 MW", "en", "5 megawatt"),
        ("5 mW", "en", "5 milliwatt"),
        ("5\u00a0MW", "en", "5 megawatt"),
        ("270 tons", "en", "270 short_ton"),
        ("5,3 l/100 km", "de", "5.3 liter_per_100_kilometer"),
        ("12 tons per hour", "en", "12 short_ton/hour"),
        ("150 kilowattia / vuosi", "fi", "150 kilowatt/year"),
        ("35\u00a0¥ pro Liter", "de", "35 JPY/liter"),
        ("160 par mètre carré", "fr", "160 1/square_meter"),
        ("32.5 tons per 13 hours", "en", "2.5 short_ton/hour"),
        ("3 hr, 5 min", "en", "185 minute"),
        ("1h 30m 15s", "en", "5415 second"),
        ("3 h et 5 min", "fr", "185 minute"),
        ("يومان", "ar", "2 day"),
    ],
)
def test_measure_reads(text: str, locale: str, said: str) -> None:
    assert said == str(babel.measure(text, locale))


def test_a_rate_of_what_does_not_end_is_refused() -> None:
    with pytest.raises(errors.UnreadableTextError):
        babel.unit("1 ton per 3 hours", "en")


def test_two_readings_are_named_in_a_stable_order() -> None:
    with pytest.raises(errors.AmbiguousTextError) as caught:
        babel.unit("5m", "en")

    expected = (Measure.exact(5, "meter"), Measure.exact(5, "minute"), Measure.exact(5, "month"))
    assert expected == caught.value.candidates
    assert Measure.exact(5, "meter") == babel.unit("5m", "en", ambiguous="first")
    assert Measure.exact(5, "meter") == babel.unit("5m", "en", dimension="[length]")


def test_the_decimals_of_a_currency_decide_between_two_that_share_a_sign() -> None:
    table = cldr.money_affixes("en").at("exact")
    shared = [affix.name for affix in table.find("\u00a5", "")]

    assert shared == ["JPY"]


def test_what_babel_shortens_wrongly_is_doubtful() -> None:
    printed = format_compact_decimal(12345, locale="sw", format_type="long")
    with pytest.raises(errors.AmbiguousTextError) as caught:
        babel.number(printed, "sw")

    assert "elfu 1234" == printed
    assert (Decimal(12340), Decimal(1234000)) == caught.value.candidates


@pytest.mark.parametrize(
    ("text", "locale", "code"),
    [("Germany", "en", "DE"), ("БЕЛАРУСЬ", "ru", "BY"), ("ไทย", "th", "TH"), ("Welt", "de", "001")],
)
def test_territory_reads(text: str, locale: str, code: str) -> None:
    assert code == _codes.territory(text, locale)


def test_combining_marks_tell_two_countries_apart() -> None:
    assert "TG" == _codes.territory("ಟೋಗೋ", "kn")
    assert "TO" == _codes.territory("ಟೊಂಗಾ", "kn")


def test_language_and_currency_read() -> None:
    assert "de_AT" == _codes.language("Austrian German", "en")
    assert "USD" == _codes.currency("us dollars", "en")
    assert "BYN" == _codes.currency("белорусских рублей", "ru")


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(errors.UnreadableTextError, match="the name of a territory"):
        _codes.territory("Atlantis", "en")


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("ru-RU", "ru_RU"),
        ("ru_ru", "ru_RU"),
        ("zh_TW", "zh_Hant_TW"),
        ("und", "root"),
        (" de ", "de"),
    ],
)
def test_locales_are_known_in_any_spelling(spelled: str, name: str) -> None:
    assert name == cldr.locale_id(spelled)


@pytest.mark.parametrize("locale", ["xx", "de_US", "", "x" * 1000, None, 5, "\ud800"])
def test_unknown_locales_are_refused(locale: object) -> None:
    with pytest.raises(errors.UnknownLocaleError):
        cldr.locale_id(locale)  # type: ignore[arg-type]  # what callers may pass by mistake


def test_the_nearest_locale_is_named() -> None:
    with pytest.raises(errors.UnknownLocaleError, match="did you mean"):
        cldr.symbols("ru_RX")


def test_babels_own_cache_does_not_grow() -> None:
    before = set(localedata._cache)
    for locale in support.locales():
        babel.measure("5", locale)

    assert before == set(localedata._cache)


def test_threads_read_what_one_thread_reads() -> None:
    locales = support.all_locales()[::21][:50]
    texts = [
        (format_unit(1234, "length-kilometer", "short", locale=name), name) for name in locales
    ]
    one = [babel.unit(*pair) for pair in texts]

    with ThreadPoolExecutor(8) as pool:
        for many in pool.map(lambda _: [babel.unit(*pair) for pair in texts], range(8)):
            assert one == many


def test_every_unit_that_babel_prints_is_curated() -> None:
    known = set(units.CLDR_ID.values())
    printed = {name for each in support.locales() for name in cldr.data(each)["unit_patterns"]}

    assert set() == printed - known


def test_the_words_around_numbers_stand_in_their_own_case() -> None:
    after, before = cldr.words_around("ru").after, cldr.words_around("en").before

    assert "length-kilometer" == after[" км"][0].name
    assert 6 == after[" млн"][0].power
    assert "BYN" == after["белорусских рублей"][0].name
    assert "power-milliwatt" == after[" мВт"][0].name
    assert "USD" == before["$"][0].name


@pytest.mark.parametrize("locale", support.locales())
@pytest.mark.parametrize("text", ["5", "-5", "0", "1", "12345"])
def test_a_plain_number_is_never_in_doubt(text: str, locale: str) -> None:
    assert Measure.exact(text) == babel.measure(text, locale)
