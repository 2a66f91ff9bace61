"""Text → one exact typed value: the inverse of everything Babel prints, and what people write.

Every function takes the text and its `locale`, never the format that was used, and answers or
raises `UnreadableTextError` (`AmbiguousTextError` with all candidates, where a locale prints two
values alike). White space around the text, and a byte order mark, never matter. What Babel prints
is read in all its locales; number words, hedges, ranges, counted nouns and inflected units in the
languages that have a word list (`LANGUAGES`).
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial
from typing import Final, Literal, get_args

from attrs import evolve

from .. import cldr, units
from .._calendar import whole
from .._grammar.reading import Quantity
from .._grammar.whole import number_words, quantity, says_alone
from .._inverse import babel, formatting, signs
from .._inverse.candidates import has_dimension
from .._inverse.lookup import Core, cores
from .._inverse.screen import printers
from .._lexicon.language import LANGUAGES, language_of
from .._lexicon.locale import lexicon
from .._text.fold import prepared
from .._text.outer import reads_bare
from ..errors import (
    AmbiguousTextError,
    InvalidValueError,
    UnknownNounError,
    UnreadableTextError,
    nearest,
)
from ..values import Measure, Period
from . import _names
from ._bearers import (
    Likeness,
    OrganisationName,
    PersonName,
    organisation,
    person,
    same_organisation,
    same_person,
)
from ._entities import PlaceName, place

__all__ = [
    "LANGUAGES",
    "Likeness",
    "OrganisationName",
    "PersonName",
    "PlaceName",
    "currency",
    "language",
    "measure",
    "money",
    "number",
    "organisation",
    "percent",
    "period",
    "person",
    "place",
    "same_organisation",
    "same_person",
    "territory",
]

Ambiguous = Literal["first"]
Counted = Literal["any"]
_AMBIGUOUS: Final = (None, *get_args(Ambiguous))
_COUNTED: Final = (None, *get_args(Counted))
#: A known word is like an unknown one where they differ in length by less.
_ALIKE: Final = 3
_SHARES: Final = frozenset({"percent", "permille", "percentage_point", "basis_point"})


def _settled(locale: str, ambiguous: str | None = None, dimension: str | None = None) -> str:
    """Return the canonical id of `locale`, after refusing flags that do not exist."""
    if ambiguous not in _AMBIGUOUS:
        raise InvalidValueError(ambiguous, "ambiguous is None or 'first'")
    if dimension is not None:
        units.known_dimension(dimension)
    return cldr.locale_id(locale)


@reads_bare
def number(text: str, *, locale: str, ambiguous: Ambiguous | None = None) -> Decimal:
    """Read one number, in digits or in words; no hedge, no unit.

    Args:
        text: The number alone.
        locale: CLDR locale id. Never guessed: ``"1.234"`` is 1234 in ``de`` and 1.234 in ``en``.
        ambiguous: ``"first"`` takes the first of several readings instead of raising.

    Returns:
        The exact value; trailing zeros are kept.

    Raises:
        UnreadableTextError: `text` is not one number in `locale`.

    Inverse of `babel.numbers.format_decimal`, `format_compact_decimal`, `format_scientific`.

    Examples:
        >>> number("1.234,50", locale="de")
        Decimal('1234.50')
        >>> number("двадцать пять", locale="ru")
        Decimal('25')
    """
    locale = _settled(locale, ambiguous)
    try:
        return babel.number(text, locale, ambiguous=ambiguous)
    except AmbiguousTextError:
        raise
    except UnreadableTextError:
        if language_of(locale) in LANGUAGES:
            found = number_words(text, lexicon(locale))
            if found is not None:
                return found
        raise


@reads_bare
def measure(
    text: str,
    *,
    locale: str,
    dimension: str | None = None,
    unit: str | None = None,
    ambiguous: Ambiguous | None = None,
    counted: Counted | None = None,
) -> Measure:
    """Read one quantity: number, hedge, range, unit, money, percentage, counted noun, rate.

    Args:
        text: The quantity alone, hedges included: ``"более 30 %"``, ``"up to $250m"``.
        locale: CLDR locale id the text is written in.
        dimension: Takes the reading of this dimension where there are several
            (``"[length]"``; ``"12 m"`` may be metres, minutes or months); ``"[currency]"`` is
            that of all money.
        unit: The unit of an elliptical amount ("18 млн" after "28 млн долларов"), carried over.
        ambiguous: ``"first"`` takes the first of several readings instead of raising.
        counted: ``"any"`` counts a noun that the word list lacks, with the unit ``item``.

    Returns:
        The measure, with the digits that were printed.

    Raises:
        UnreadableTextError: `text` is not one quantity in `locale`.
        UnknownNounError: it counts a noun that the word list lacks.
        AmbiguousTextError: it has several readings; `candidates` are in a stable order.
        RecordNotFoundError: no unit has the dimension asked for.

    Inverse of `coopdata.formatting.measure` and of Babel's number, currency and unit functions.

    Examples:
        >>> measure("более 4 тыс наименований", locale="ru")
        Measure.more_than('4000', 'product_name')
        >>> measure("up to $250m", locale="en")
        Measure.at_most('250000000', 'USD')
        >>> measure("220 wugs", locale="en", counted="any")
        Measure.exact('220', 'item')
    """
    if counted not in _COUNTED:
        raise InvalidValueError(counted, "counted is None or 'any'")
    locale = _settled(locale, ambiguous, dimension)
    try:
        found = _measure(text, locale, dimension, unit, ambiguous, counted)
    except AmbiguousTextError as doubt:
        if ambiguous != "first":
            raise
        found = doubt.candidates[0]
    if dimension is not None and not has_dimension(found.unit, dimension):
        raise UnreadableTextError(text, locale, 0, f"a quantity of dimension {dimension}")
    return found


def _measure(
    text: str,
    locale: str,
    dimension: str | None,
    unit: str | None,
    ambiguous: Ambiguous | None,
    counted: Counted | None,
) -> Measure:
    """Try what is quick and sure first: look-ups, the written grammar, then taking apart."""
    is_worded = language_of(locale) in LANGUAGES
    low = prepared(text)
    by_babel, by_formatting = printers(low, locale) if is_worded else (True, True)
    numbers = cores(text, locale) if by_babel or by_formatting else []
    found: Measure | None = None
    doubt: UnreadableTextError | None = None
    if by_babel:
        try:
            found = babel.straight(text, numbers, locale, dimension=dimension, ambiguous=ambiguous)
        except AmbiguousTextError as error:
            doubt = error
    if found is None and doubt is None and by_formatting:
        try:
            found = formatting.exactly(text, numbers, locale, dimension, ambiguous)
        except AmbiguousTextError as error:
            if not all("/" in one.unit and one.relation == "exact" for one in error.candidates):
                raise
            doubt = error  # "мг/г": people say which
    unread: UnreadableTextError | None = None
    sole = numbers[0] if unit is None and counted is None and len(numbers) == 1 else None
    if found is None or _is_disputed(found, low, sole, locale, dimension):
        try:
            written = quantity(text, locale, lexicon(locale), unit, low=low)
        except AmbiguousTextError as error:
            raise doubt or error from None
        except UnreadableTextError as error:
            unread = error
        else:
            if written.counted is not None and counted is None and unit is None:
                if found is not None:
                    return found
                raise _unknown(text, locale, written.counted)
            value = _signed(written)
            return value if found is None else _agreed(found, value, written, text, locale)
    if doubt is not None:
        raise doubt
    if found is None:
        found = _taken_apart(text, locale, dimension, ambiguous, unread)
    if unit is not None and not found.unit:
        return evolve(found, unit=unit)
    return found


def _unknown(text: str, locale: str, noun: str) -> UnknownNounError:
    """Return the refusal of a noun that the word list lacks, with the known ones like it."""
    word = prepared(noun)
    return UnknownNounError(text, locale, text.find(noun), noun, partial(_alike, word, locale))


def _alike(word: str, locale: str) -> tuple[str, ...]:
    """Return the known nouns that are most like a word."""
    rows = lexicon(locale).after.rows
    alike = [form for form in rows if form[:1] == word[:1] and abs(len(form) - len(word)) < _ALIKE]
    return nearest(word, [form for form in alike if "unit" in rows[form].by_kind])


def _signed(written: Quantity) -> Measure:
    """Return the value with its sign: before a percentage it is a change in running text alone."""
    is_minus = written.kind == "percent" and written.change == "decrease" and written.sign
    return written.measure * -1 if is_minus else written.measure


def _agreed(printed: Measure, found: Measure, written: Quantity, text: str, locale: str) -> Measure:
    """Return what people mean by a text that Babel prints of something else.

    A full stop that ends an abbreviation in print may end a sentence in writing: that is a doubt.
    """
    if not found.unit or found == printed or (written.carried and found.unit != "item"):
        return printed
    if text.endswith(".") and max(written.end, written.outer[1]) < len(text):
        raise AmbiguousTextError(
            text, locale, 0, "name the dimension, or pass ambiguous='first'", (printed, found)
        )
    return found


def _is_disputed(
    found: Measure, low: str, sole: Core | None, locale: str, dimension: str | None
) -> bool:
    """Tell whether people may mean something else by what is printed of a unit or a rate.

    `sole` is the one number of a text, where only the words decide what people mean.
    """
    if dimension is not None or not found.unit or found.relation != "exact":
        return False
    if "/" in found.unit:
        if language_of(locale) not in LANGUAGES:
            return False
    elif found.unit not in lexicon(locale).disputed:
        return False
    return sole is None or not says_alone(
        low, sole.prefix, sole.suffix, found.unit, lexicon(locale)
    )


def _taken_apart(
    text: str,
    locale: str,
    dimension: str | None,
    ambiguous: Ambiguous | None,
    unread: UnreadableTextError | None,
) -> Measure:
    """Read rates, lists and hedges part by part; the error says how far any reading got."""
    try:
        return babel.measure(text, locale, dimension=dimension, ambiguous=ambiguous)
    except AmbiguousTextError:
        raise
    except UnreadableTextError as refused:
        for read in (formatting.measure, signs.measure):
            found = read(text, locale, dimension, ambiguous)
            if found is not None:
                return found
        if unread is not None and unread.position > refused.position:
            raise unread from None
        raise


@reads_bare
def percent(text: str, *, locale: str) -> Measure:
    """Read one percentage (or permille, percentage points, basis points); refuse all else.

    Inverse of `babel.numbers.format_percent`; 12.5 % is ``12.5`` of the unit ``percent``.

    Examples:
        >>> percent("40.5%", locale="en")
        Measure.exact('40.5', 'percent')
    """
    found = measure(text, locale=locale, ambiguous="first")
    if found.unit not in _SHARES:
        raise UnreadableTextError(text, locale, 0, "a percentage")
    return found


@reads_bare
def money(text: str, *, locale: str, ambiguous: Ambiguous | None = None) -> Measure:
    """Read one amount of money; refuse all else.

    A bare sign that several currencies share is the one that CLDR prints so in `locale`.

    Inverse of `babel.numbers.format_currency` and `format_compact_currency`.

    Examples:
        >>> money("28 млн. долларов", locale="ru")
        Measure.exact('28000000', 'USD')
    """
    locale = _settled(locale, ambiguous)
    try:
        return babel.money(text, locale, ambiguous=ambiguous)
    except AmbiguousTextError:
        raise
    except UnreadableTextError:
        found = _measure(text, locale, None, None, ambiguous, None)
    if not any(units.is_currency(name) for name in found.unit.replace("*", "/").split("/")):
        raise UnreadableTextError(text, locale, 0, "an amount of money")
    return found


@reads_bare
def period(
    text: str,
    *,
    locale: str,
    anchor: dt.date | Period | None = None,
    century_from: int | None = None,
) -> Period:
    """Read one calendar expression: a date, month, quarter, half, year, decade, or a range of them.

    Args:
        text: The expression alone: ``"май 1997 г."``, ``"January–September 2017"``.
        locale: CLDR locale id the text is written in.
        anchor: The day from which "this year" and "last month" are counted, or a period in which
            it lies: then they are what all its days agree on, or one of those that they say.
        century_from: First of the hundred years in which a two-digit year lies.

    Raises:
        UnreadableTextError: no period, an impossible date, a wrong weekday.
        AmbiguousTextError: the locale prints two periods like this.

    Inverse of `coopdata.formatting.period`, `babel.dates.format_date`, `format_skeleton` and
    `format_interval`.

    Examples:
        >>> period("за 10 месяцев 2016 года", locale="ru")
        Period('2016-01/2016-10')
        >>> period("this year", locale="en", anchor=Period.from_edtf("[2016-11,2016-12]"))
        Period('2016')
        >>> period("this month", locale="en", anchor=Period.year(2016))
        Period('[2016-01..2016-12]')
    """
    locale = cldr.locale_id(locale)
    return whole.read_period(text, locale, anchor, century_from=century_from)


@reads_bare
def territory(text: str, *, locale: str, ambiguous: Ambiguous | None = None) -> str:
    """Return the ISO 3166-1 (or UN M49) code of a territory as CLDR names it in `locale`.

    Examples:
        >>> territory("Казахстан", locale="ru")
        'KZ'
    """
    return _names.territory(text, _settled(locale, ambiguous), ambiguous=ambiguous)


@reads_bare
def language(text: str, *, locale: str, ambiguous: Ambiguous | None = None) -> str:
    """Return the code of a language as CLDR names it in `locale`.

    Examples:
        >>> language("Belarusian", locale="en")
        'be'
    """
    return _names.language(text, _settled(locale, ambiguous), ambiguous=ambiguous)


@reads_bare
def currency(text: str, *, locale: str, ambiguous: Ambiguous | None = None) -> str:
    """Return the ISO 4217 code of a currency as CLDR names it in `locale`, in any plural.

    Examples:
        >>> currency("US dollars", locale="en")
        'USD'
        >>> currency("$", locale="en_CA")
        'CAD'
    """
    return _names.currency(text, _settled(locale, ambiguous), ambiguous=ambiguous)


def __dir__() -> list[str]:
    return sorted(__all__)
