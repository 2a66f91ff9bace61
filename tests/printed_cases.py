"""What Babel prints of numbers, money, units and names in a locale, and variants of it.

The laws over all locales (`test_printed_all_locales.py`) and the benchmark share these cases.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Collection, Iterator
from decimal import Decimal, localcontext
from typing import NamedTuple

from babel import Locale
from babel.core import get_global
from babel.lists import format_list
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
    format_scientific,
    get_currency_name,
    get_currency_precision,
)
from babel.units import _find_compound_unit, format_compound_unit, format_unit

from coopdata import units
from coopdata.cldr._exceptions import RENAMED_UNITS

BY_CLDR = {cldr_id: name for name, cldr_id in units.CLDR_ID.items()}
BY_CLDR |= {old: BY_CLDR[new] for old, new in RENAMED_UNITS.items()}
CURRENCIES = tuple(sorted(get_global("all_currencies")))
LENGTHS = ("long", "short", "narrow")

#: Values that hurt: signs, zero, plurals of every kind, tiny, huge, many digits.
VALUES = tuple(Decimal(written) for written in (
    "0", "1", "2", "3", "5", "6", "10", "11", "19", "21", "22", "25", "100", "101", "111",
    "121", "999", "1000", "1001", "1234", "9999", "10000", "12345", "99999", "100000", "123456",
    "1234567", "12345678", "100000000", "1000000000", "98765432101", "-1", "-2", "-5", "-21",
    "-1234", "-1234567", "0.1", "0.5", "1.5", "1.25", "2.5", "0.001", "0.999", "-0.5", "-0.001",
    "12.5", "1234.5", "12345.678", "1234567.891", "-98765.432", "0.01", "1.01", "21.5",
))  # fmt: skip
#: What shortened forms show in full: at most three digits that are not zero.
SHORT = tuple(
    Decimal(digits).scaleb(power)
    for digits in ("1", "2", "5", "12", "21", "999", "-1", "-15", "1.5", "2.5", "-3.25")
    for power in (0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)
)
RATES = (
    ("volume-liter", "duration-hour"),
    ("mass-tonne", "duration-day"),
    ("digital-megabyte", "duration-second"),
    ("length-meter", "duration-minute"),
    ("energy-kilowatt-hour", "duration-year"),
    ("mass-gram", "volume-cubic-meter"),
    ("duration-minute", "length-nautical-mile"),
    ("length-kilometer", "duration-hour"),
    ("volume-liter", "area-hectare"),
)
LISTS = (
    (("duration-hour", 3), ("duration-minute", 5)),
    (("duration-day", 2), ("duration-hour", 21)),
    (("length-foot", 5), ("length-inch", 11)),
    (("mass-kilogram", 12), ("mass-gram", 300)),
    (("duration-hour", 1), ("duration-minute", 30), ("duration-second", 15)),
    (("duration-day", 4), ("duration-hour", 2), ("duration-minute", 3), ("duration-second", 6)),
)


class Case(NamedTuple):
    """One text that Babel prints in a locale, and the value that it prints."""

    function: str
    form: str
    locale: str
    text: str
    value: Decimal | str
    unit: str = ""


def patterns(locale: str) -> Collection[str]:
    """Return the CLDR ids of the units that the installed Babel prints in a locale."""
    found: Collection[str] = Locale.parse(locale)._data["unit_patterns"]
    return found


def cases(locale: str, *, share: float = 1.0) -> Iterator[Case]:
    """Yield what Babel prints in one locale: all of it, or a share that the locale's name picks."""
    dice = random.Random(f"{locale} {share}")
    with localcontext() as context:
        context.prec = 100
        for maker in (_numbers, _percents, _money, _units, _rates, _lists, _names):
            for case in maker(locale, dice):
                if share >= 1 or dice.random() < share:
                    yield case


def _numbers(locale: str, dice: random.Random) -> Iterator[Case]:
    for value in VALUES:
        yield Case("number", "decimal", locale, format_decimal(value, locale=locale), value)
        text = format_decimal(value, locale=locale, group_separator=False)
        yield Case("number", "ungrouped", locale, text, value)
        text = format_decimal(value, locale=locale, numbering_system="default")
        yield Case("number", "own symbols", locale, text, value)
    for value in (Decimal(f"1e{power}") / 7 for power in (-20, 0, 12, 25)):
        exact = value.quantize(Decimal("1e-30"))
        text = format_decimal(exact, locale=locale, decimal_quantization=False)
        yield Case("number", "many digits", locale, text, exact)
    if "E" in str(Locale.parse(locale).scientific_formats[None].pattern):
        for value in VALUES:
            if value:
                text = format_scientific(value, locale=locale, decimal_quantization=False)
                yield Case("number", "scientific", locale, text, value)
        for system in ("default", "latn"):
            text = format_scientific(Decimal("1.5e-7"), locale=locale, numbering_system=system)
            yield Case("number", "scientific", locale, text, Decimal("1.5e-7"))
    for value in SHORT:
        for length in ("short", "long"):
            try:
                text = format_compact_decimal(
                    value, format_type=length, locale=locale, fraction_digits=2
                )
            except (KeyError, TypeError):  # babel has no long forms in many locales
                continue
            yield Case("number", f"compact {length}", locale, text, value)


def _percents(locale: str, dice: random.Random) -> Iterator[Case]:
    for value in VALUES:
        text = format_percent(value / 100, locale=locale, decimal_quantization=False)
        yield Case("percent", "percent", locale, text, value, "percent")

    text = format_percent(Decimal("1.2345"), locale=locale, numbering_system="default")
    yield Case("percent", "own symbols", locale, text, Decimal(123), "percent")


def _money(locale: str, dice: random.Random) -> Iterator[Case]:
    formats = Locale.parse(locale).currency_formats
    code = formats["standard"].pattern.replace("\xa4", "\xa4\xa4")
    for currency in CURRENCIES:
        amount = round(dice.choice(VALUES), get_currency_precision(currency))
        one = {"locale": locale, "currency": currency}
        for form in ("standard", "accounting", "name"):
            text = format_currency(amount, format_type=form, **one)
            yield Case("money", form, locale, text, amount, currency)
        text = format_currency(amount, format=code, **one)
        yield Case("money", "code", locale, text, amount, currency)
        own = format_currency(amount, numbering_system="default", **one)
        yield Case("money", "own symbols", locale, own, amount, currency)
        short = dice.choice(SHORT)
        text = format_compact_currency(short, fraction_digits=2, **one)
        yield Case("money", "compact", locale, text, short, currency)


def _units(locale: str, dice: random.Random) -> Iterator[Case]:
    for unit in sorted(patterns(locale)):
        name = BY_CLDR[unit]
        for length in LENGTHS:
            for value in dice.sample(VALUES, 2):
                text = format_unit(value, unit, length, locale=locale)
                yield Case("unit", length, locale, text, value, name)


def _rates(locale: str, dice: random.Random) -> Iterator[Case]:
    known_units = patterns(locale)
    for over, under in RATES:
        if over not in known_units or under not in known_units:
            continue
        known = _find_compound_unit(over, under, locale=locale)
        name = BY_CLDR[known] if known else f"{BY_CLDR[over]}/{BY_CLDR[under]}"
        for length in LENGTHS:
            value = dice.choice(VALUES)
            text = format_compound_unit(value, over, 1, under, length, locale=locale)
            yield Case("unit", f"rate {length}", locale, text, value, name)
            text = format_compound_unit(value * 4, over, 4, under, length, locale=locale)
            divided = f"{BY_CLDR[over]}/{BY_CLDR[under]}"
            yield Case("unit", f"quotient {length}", locale, text, value, divided)
    for length in LENGTHS:
        price = format_currency(value, "USD", locale=locale, currency_digits=False)
        text = format_compound_unit(price, None, 1, "volume-liter", length, locale=locale)
        yield Case("unit", f"price {length}", locale, text, round(value, 2), "USD/liter")


def _lists(locale: str, dice: random.Random) -> Iterator[Case]:
    known = patterns(locale)
    for parts in LISTS:
        if any(unit not in known for unit, _ in parts):
            continue
        last = BY_CLDR[parts[-1][0]]
        total = sum(units.convert(Decimal(amount), BY_CLDR[unit], last) for unit, amount in parts)
        for length, style in (("long", "unit"), ("short", "unit-short"), ("narrow", "unit-narrow")):
            texts = [format_unit(amount, unit, length, locale=locale) for unit, amount in parts]
            try:
                text = format_list(texts, style, locale=locale)
            except (KeyError, ValueError):  # the locale's list pattern is incomplete
                continue
            yield Case("unit", f"list {length}", locale, text, Decimal(total), last)


def _names(locale: str, dice: random.Random) -> Iterator[Case]:
    here = Locale.parse(locale)
    for code, name in here.territories.items():
        yield Case("territory", "territory", locale, name, code)
    for code, name in here.languages.items():
        yield Case("language", "language", locale, name, code)
    for code, name in here.currencies.items():
        yield Case("currency", "currency", locale, name, code)
    for code in CURRENCIES:
        for count in (1, 2, 5, Decimal("1.5")):
            plural = get_currency_name(code, count=count, locale=locale)
            yield Case("currency", "currency plural", locale, plural, code)


# Variants ---------------------------------------------------------------------------------------

_SPACES = dict.fromkeys(map(ord, "\xa0\u202f\u2009"), " ")
_BIDI = dict.fromkeys(map(ord, "\u061c\u200e\u200f"), None)
_NATIVE = tuple(
    dict(zip("0123456789", (chr(zero + nth) for nth in range(10)), strict=True))
    for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0x1040, 0xFF10)
)


def folded(case: Case) -> Iterator[tuple[str, str]]:
    """Yield what people and programs make of a printed text without changing what it says."""
    text = case.text
    here = Locale.parse(case.locale)
    yield "plain spaces", text.translate(_SPACES)
    yield "no marks", text.translate(_BIDI)
    yield "marks", f"\u200f{text}\u200e"
    yield "upper case", text.upper() if len(text.upper()) == len(text) else text
    yield "lower case", text.lower() if len(text.lower()) == len(text) else text
    yield "composed", unicodedata.normalize("NFC", text)
    yield "decomposed", unicodedata.normalize("NFD", text)
    yield "true minus", text.replace("-", "\u2212") if case.function != "unit" else text
    minus = here.number_symbols["latn"].get("minusSign", "-")
    if case.function in ("number", "percent"):
        yield "own minus", text.replace("-", minus)
        digits = _NATIVE[len(text) % len(_NATIVE)]
        yield "native digits", "".join(digits.get(char, char) for char in text)
    if case.function == "percent":
        sign = here.number_symbols.get(here.default_numbering_system, {}).get("percentSign")
        yield "own percent sign", text.replace("%", sign or "%")


def damaged(case: Case) -> Iterator[tuple[str, str]]:
    """Yield texts that nobody prints: none may be read as a value."""
    text = case.text
    symbols = Locale.parse(case.locale).number_symbols["latn"]
    group, decimal = symbols.get("group", ","), symbols.get("decimal", ".")
    first = next((at for at, char in enumerate(text) if char.isdecimal()), 0)
    yield "trailing garbage", f"{text}\u2603"
    yield "trailing letter", f"{text}\u0436\u0436"
    yield "doubled sign", f"--{text}"
    if group in text and text.count(group) == 1 and text[first:].find(group) > 0:
        at = text.index(group, first)
        if text[at + 1 : at + 4].isdecimal():
            yield "moved group", f"{text[:at]}{text[at + 1]}{group}{text[at + 2 :]}"
            yield "doubled group", f"{text[: at + 1]}{group}{text[at + 1 :]}"
    if decimal in text[first:]:
        at = text.index(decimal, first)
        if text[at - 1].isdecimal() and text[at + 1 : at + 2].isdecimal():
            yield "doubled mark", f"{text[: at + 1]}{decimal}{text[at + 1 :]}"
            yield "second mark", f"{text[: at + 2]}{decimal}1{text[at + 2 :]}"
    if sum(char.isdecimal() for char in text) > 1 and text[first + 1].isdecimal():
        digit = chr(0x966 + int(text[first]))
        yield "mixed digits", f"{text[:first]}{digit}{text[first + 1 :]}"
