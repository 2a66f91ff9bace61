"""Read back what Babel prints: numbers, shares, money and units, in any locale.

A text is a number with something before and after it. The digits are read once; prefix and suffix
together are one key into the locale's tables (`coopdata.cldr`), exact first, then folded. Rates
and lists are taken apart and their parts read in the same way. The format that was used is never
asked for, and no locale is known by name.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from .. import cldr
from .._numbers.digits import MAX_LENGTH, RUN, read
from ..errors import UnreadableTextError
from ..values import Measure
from .candidates import Reading, decide
from .compounds import joined, listed
from .lookup import LONGEST, Core, alone, cores, exactly, singles

__all__ = ["FAMILIES", "measure", "money", "number", "percent", "readings", "straight", "unit"]

FAMILIES: Final = ("number", "percent", "money", "unit")


def number(text: str, locale: str, *, ambiguous: str | None = None) -> Decimal:
    """Read one plain number, shortened forms included ("1.2M")."""
    is_negative = text[:1] == "-"
    found = read(text, cldr.symbols(locale), int(is_negative))
    if found is not None and found[1] == len(text):
        return found[0].copy_negate() if is_negative else found[0]
    return _one(text, locale, ("number",), "a number", None, ambiguous).value


def percent(text: str, locale: str) -> Measure:
    """Read one percentage."""
    return _measure(_one(text, locale, ("percent",), "a percentage"))


def money(
    text: str, locale: str, *, dimension: str | None = None, ambiguous: str | None = None
) -> Measure:
    """Read one amount of money."""
    return _measure(_one(text, locale, ("money",), "an amount of money", dimension, ambiguous))


def unit(
    text: str, locale: str, *, dimension: str | None = None, ambiguous: str | None = None
) -> Measure:
    """Read one amount with a unit, a rate, or a list of amounts that make one."""
    return _measure(_one(text, locale, ("unit",), "an amount with its unit", dimension, ambiguous))


def measure(
    text: str, locale: str, *, dimension: str | None = None, ambiguous: str | None = None
) -> Measure:
    """Read whatever Babel prints of a number: plain, percent, money or unit."""
    return _measure(_one(text, locale, FAMILIES, "a quantity", dimension, ambiguous))


def straight(
    text: str,
    numbers: list[Core],
    locale: str,
    *,
    dimension: str | None = None,
    ambiguous: str | None = None,
) -> Measure | None:
    """Read what one look-up reads, a number with its affixes or a printed list; else `None`.

    This is `measure` without its last resort, the taking apart of rates and unknown lists;
    `numbers` are its cores.
    """
    single = singles(numbers, locale)
    found: list[Reading] = []
    if len(numbers) > 1 and len(text) <= 4 * LONGEST:
        found = exactly(single, locale, FAMILIES) or listed(text, locale, len(numbers))
    if not found and (single or not numbers):
        found = alone(text, locale, FAMILIES, single)
    reading = decide(found, text, locale, dimension=dimension, ambiguous=ambiguous)
    return None if reading is None else _measure(reading)


def readings(text: str, locale: str, families: tuple[str, ...] = FAMILIES) -> list[Reading]:
    """Return every reading of the whole of `text`; where one is exact, folded ones are left out."""
    numbers = cores(text, locale)
    may_join = "unit" in families and len(text) <= 4 * LONGEST
    found: list[Reading] = []
    if may_join and len(numbers) > 1:
        found = exactly(numbers, locale, families) or listed(text, locale, len(numbers))
    found = found or alone(text, locale, families, numbers)
    if found or not may_join:
        return found
    return joined(text, locale, numbers)


def _measure(reading: Reading) -> Measure:
    return Measure.exact(reading.value, reading.unit)


def _one(
    text: str,
    locale: str,
    families: tuple[str, ...],
    expected: str,
    dimension: str | None = None,
    ambiguous: str | None = None,
) -> Reading:
    found = readings(text, locale, families)
    is_number = families == ("number",)
    reading = decide(
        found, text, locale, dimension=dimension, ambiguous=ambiguous, is_number=is_number
    )
    if reading is None:
        raise _unreadable(text, locale, expected)
    return reading


def _unreadable(text: str, locale: str, expected: str) -> UnreadableTextError:
    """Return the error that says how far the text could be read."""
    symbols = cldr.symbols(locale)
    run = RUN.search(text, 0, MAX_LENGTH)
    if run is None:
        return UnreadableTextError(text, locale, 0, f"{expected} with digits")
    found = read(text, symbols, run.start())
    if found is None:
        return UnreadableTextError(text, locale, run.start(), "one number of one script")
    if found[1] < len(text):
        return UnreadableTextError(text, locale, found[1], f"the rest of {expected}, or its end")
    return UnreadableTextError(text, locale, 0, expected)
