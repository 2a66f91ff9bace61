"""Values as text in any locale that Babel has.

Digits are printed as the value has them (`12.50` stays `12.50`), with the locale's own grouping,
signs and patterns; nothing is rounded, and neither the process locale nor the environment is read.
Hedges, ranges, counted nouns and open periods come in words in the languages of `LANGUAGES`, and
elsewhere in signs (≈ ≥ > ≤ < –) and English nouns. Every function here has its inverse in
`coopdata.normalize`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from .. import units
from .._printing import labels, measures, periods
from .._printing.numbers import compacted, signed, single
from .._printing.words import LANGUAGES
from ..cldr import data, locale_id
from ..errors import (
    ConversionError,
    RecordNotFoundError,
    UnknownLocaleError,
    nearest,
    shown,
)
from ..model import Term
from ..values import Length, Measure, Period
from ..values.spec import known_length

__all__ = [
    "LANGUAGES",
    "country",
    "label",
    "measure",
    "money",
    "number",
    "percent",
    "period",
]

#: A binary float has no digits of its own: 0.1 would print 55 of them.
_REMEDY = "make it a Decimal from the digits meant: Decimal('0.1')"


def _name(locale: object, length: Length = "long") -> str:
    """Return the canonical id of `locale`, after refusing an unknown length."""
    known_length(length)
    if not isinstance(locale, str):
        raise UnknownLocaleError(locale)
    return locale_id(locale)


def measure(value: Any, *, locale: str, length: Length = "long", compact: bool = False) -> str:
    """Print a measure, or any pint quantity; inverse: `normalize.measure`.

    Args:
        value: A `Measure`, or a quantity of any pint registry. Units that coopdata does not
            curate are printed by the name or symbol that the registry has for them.
        locale: CLDR locale id; `"und"` prints CLDR's root forms.
        length: `"long"` has words ("10,000 vehicles per year"), `"short"` symbols, `"narrow"` as
            little as possible; a hedge is a sign there in every language.
        compact: Whether a scale word may stand for zeros ("28 million"), where no digit is lost.

    Raises:
        UnknownLocaleError: Babel has no such locale.
        TypeError: `value` is neither a measure nor a quantity of one real number.

    Examples:
        >>> measure(Measure.at_most("250000000", "USD"), locale="en", compact=True)
        'up to $250 million'
        >>> measure(Measure.exact("1234.50", "megawatt"), locale="de", length="short")
        '1.234,50 MW'
    """
    name = _name(locale, length)
    return measures.text_of(measures.stated(value), name, length, compact=compact)


def money(value: Measure, *, locale: str, length: Length = "long", compact: bool = False) -> str:
    """Print an amount of money, and nothing but money; inverse: `normalize.money`.

    Raises:
        ConversionError: The unit is not one ISO 4217 code.
    """
    if not units.is_currency(value.unit):
        raise ConversionError(f"{value} to money", "its unit is not one ISO 4217 code")
    return measure(value, locale=locale, length=length, compact=compact)


def percent(value: Measure, *, locale: str, length: Length = "long") -> str:
    """Print a percentage, and nothing else; inverse: `normalize.percent`.

    Raises:
        ConversionError: The unit is not `percent`; convert it first.
    """
    if value.unit != "percent":
        raise ConversionError(f"{value} to a percentage", "its unit is not 'percent'")
    return measure(value, locale=locale, length=length)


def number(
    value: Decimal | int, *, locale: str, compact: bool = False, length: Length = "long"
) -> str:
    """Print a number with exactly its digits; inverse: `normalize.number`.

    Raises:
        TypeError: `value` is a float, of which nobody knows which digits were meant.

    Examples:
        >>> number(Decimal("1234.50"), locale="de")
        '1.234,50'
    """
    name = _name(locale, length)
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise TypeError(f"a number is a Decimal or an int, got {shown(value)}; {_REMEDY}")
    exact = Decimal(value)
    width = "long" if length == "long" else "short"
    core = compacted(exact, name, width, is_alone=True) if compact else None
    return signed(core or single(exact, name), name)


def period(value: Period, *, locale: str, length: Length = "long") -> str:
    """Print a period at the precision it has; inverse: `normalize.period`.

    Args:
        value: A period of any precision, open or closed.
        locale: CLDR locale id.
        length: `"long"` has the month's name, `"short"` its abbreviation, `"narrow"` its number.

    Where the locale's language has no words for it (see `LANGUAGES`), a half-year is printed as
    "H1 2017", decades, centuries and seasons in English, and open periods with a dash. An unknown
    year is printed in words; what else is not known and has no CLDR form is printed as EDTF.

    Examples:
        >>> period(Period.from_edtf("1994/.."), locale="en")
        'since 1994'
    """
    return periods.text_of(value, _name(locale, length), length)


def country(code: str, *, locale: str) -> str:
    """Print the name of a country; inverse: `normalize.territory`.

    Args:
        code: ISO 3166-1 alpha-2 (`"KZ"`), or another territory code of CLDR (`"001"`).
        locale: CLDR locale id.

    Raises:
        RecordNotFoundError: CLDR has no territory with that code.
    """
    known = data(_name(locale)).tree("territories")
    if code in known:
        return str(known[code])
    english = data("en").tree("territories")
    if code in english:
        return str(english[code])
    raise RecordNotFoundError("country", code, nearest(code, list(english)))


def label(kind: str, key: str, *, locale: str, terms: Iterable[Term] = ()) -> str:
    """Print what coopdata calls a kind, status, role, relation or other key in a language.

    Args:
        kind: Which set of keys: `"mention"`, `"fact"`, `"status"`, `"basis"`, `"role"`,
            `"relation"`, `"link"`, `"party"`, `"precision"`, `"change"`, `"unit_kind"`.
        key: The key, such as `"planned"`.
        locale: CLDR locale id. Languages without a catalogue print English.
        terms: Kinds of fact and roles that a dataset has beside ours: `ds.terms`.

    Raises:
        RecordNotFoundError: There is no such key.

    Labels are for display; keys, not labels, are read back.
    """
    return labels.text_of(kind, key, _name(locale), terms)


def __dir__() -> list[str]:
    return sorted(__all__)
