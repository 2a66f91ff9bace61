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

from .. import _alone, _codes, cldr
from .._alone import Ambiguous, Counted
from .._calendar import whole
from .._lexicon.language import LANGUAGES, Lexicon
from .._lexicon.locale import lexicon
from .._text.outer import reads_bare
from ..values import Measure, Period
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


def _words(locale: str) -> Lexicon:
    return lexicon(cldr.locale_id(locale))


def _settled(locale: str, ambiguous: str | None) -> str:
    """Return the canonical id of `locale`, after refusing a flag that does not exist."""
    _alone.settle(ambiguous)
    return cldr.locale_id(locale)


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
    return _alone.number(text, cldr.locale_id(locale), partial(_words, locale), ambiguous)


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
    return _alone.measure(text, _words(locale), dimension, unit, ambiguous, counted)


def percent(text: str, *, locale: str) -> Measure:
    """Read one percentage (or permille, percentage points, basis points); refuse all else.

    Inverse of `babel.numbers.format_percent`; 12.5 % is ``12.5`` of the unit ``percent``.

    Examples:
        >>> percent("40.5%", locale="en")
        Measure.exact('40.5', 'percent')
    """
    return _alone.percent(text, _words(locale))


def money(text: str, *, locale: str, ambiguous: Ambiguous | None = None) -> Measure:
    """Read one amount of money; refuse all else.

    A bare sign that several currencies share is the one that CLDR prints so in `locale`.

    Inverse of `babel.numbers.format_currency` and `format_compact_currency`.

    Examples:
        >>> money("28 млн. долларов", locale="ru")
        Measure.exact('28000000', 'USD')
    """
    return _alone.money(text, _words(locale), ambiguous)


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
    return _codes.territory(text, _settled(locale, ambiguous), ambiguous=ambiguous)


@reads_bare
def language(text: str, *, locale: str, ambiguous: Ambiguous | None = None) -> str:
    """Return the code of a language as CLDR names it in `locale`.

    Examples:
        >>> language("Belarusian", locale="en")
        'be'
    """
    return _codes.language(text, _settled(locale, ambiguous), ambiguous=ambiguous)


def currency(text: str, *, locale: str, ambiguous: Ambiguous | None = None) -> str:
    """Return the ISO 4217 code of a currency as CLDR names it in `locale`, in any plural.

    Examples:
        >>> currency("US dollars", locale="en")
        'USD'
        >>> currency("$", locale="en_CA")
        'CAD'
    """
    return _alone.currency(text, _words(locale), ambiguous)


def __dir__() -> list[str]:
    return sorted(__all__)
