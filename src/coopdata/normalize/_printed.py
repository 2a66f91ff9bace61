"""Read back what Babel prints: numbers, shares, money and units, in any locale.

A text is a number with something before and after it. The digits are read once; prefix and suffix
together are one key into the locale's tables (`coopdata.cldr`), exact first, then folded. Rates
and lists are taken apart and their parts read in the same way. The format that was used is never
asked for, and no locale is known by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from .. import cldr
from ..cldr import NUMBER, Affix
from ..errors import UnreadableTextError
from ..values import Measure
from ._digits import RUN, read
from ._reading import Reading, decide, made

__all__ = ["FAMILIES", "measure", "money", "number", "percent", "readings", "unit"]

FAMILIES: Final = ("number", "percent", "money", "unit")
#: Longer texts around a number are refused unread: no locale prints any.
_LONGEST: Final = 160
#: How many runs of digits are tried as the number: names of currencies have years in them.
_RUNS: Final = 6


class _Core(NamedTuple):
    """One number in a text, with what stands before and after it."""

    value: Decimal
    prefix: str
    suffix: str


def number(text: str, locale: str) -> Decimal:
    """Read one plain number, shortened forms included ("1.2M")."""
    symbols = cldr.symbols(locale)
    found = read(text, symbols) if text[:1].isdecimal() else None
    if found is not None and found[1] == len(text):
        return found[0]
    return _one(text, locale, ("number",), "a number").value


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
    stripped = text.strip()
    found = readings(stripped, locale, families)
    reading = decide(found, text, locale, dimension=dimension, ambiguous=ambiguous)
    if reading is None:
        raise _unreadable(text, locale, expected)
    return reading


def readings(text: str, locale: str, families: tuple[str, ...] = FAMILIES) -> list[Reading]:
    """Return every reading of the whole of `text`, those that are printed to the letter first.

    Where one is printed to the letter, folded ones are not looked for.
    """
    cores = _cores(text, locale)
    found = _alone(text, cores, locale, families)
    if found or len(text) > 4 * _LONGEST:
        return found
    from ._joined import joined  # rates and lists call back for their parts

    return joined(text, cores, locale, families)


def readings_alone(text: str, locale: str, families: tuple[str, ...]) -> list[Reading]:
    """Return the readings of one amount, rates and lists left out."""
    return _alone(text.strip(), _cores(text.strip(), locale), locale, families)


def _alone(text: str, cores: list[_Core], locale: str, families: tuple[str, ...]) -> list[Reading]:
    for folded in (False, True):
        found = [
            reading for core in cores for reading in _around(core, locale, families, folded=folded)
        ]
        if not cores or not found:
            found += _wordless(text, locale, families, folded=folded)
        if found:
            return found
    return []


def _cores(text: str, locale: str) -> list[_Core]:
    symbols = cldr.symbols(locale)
    cores: list[_Core] = []
    for run in RUN.finditer(text):
        if run.start() > _LONGEST or len(cores) == _RUNS:
            break
        found = read(text, symbols, run.start())
        if found is not None and len(text) - found[1] <= _LONGEST:
            cores.append(_Core(found[0], text[: run.start()], text[found[1] :]))
    return cores


def _around(
    core: _Core, locale: str, families: tuple[str, ...], *, folded: bool
) -> Iterator[Reading]:
    """Yield what a number says by what stands around it; a sign may touch the number."""
    value, prefix, suffix = core
    if folded:
        prefix, suffix = cldr.fold(prefix).lstrip(), cldr.fold(suffix).rstrip()
    yield from _looked_up(value, prefix, suffix, locale, families, folded=folded)
    if prefix.endswith("-"):
        bare = prefix[:-1]
        yield from _looked_up(value, bare, suffix, locale, families, folded=folded, negative=True)
    if folded and prefix.endswith("+"):
        yield from _looked_up(value, prefix[:-1], suffix, locale, families, folded=True)
    if folded and len(prefix) > 1 and prefix[0] in "-+":
        rest, negative = prefix[1:], prefix[0] == "-"
        yield from _looked_up(value, rest, suffix, locale, families, folded=True, negative=negative)


def _looked_up(
    value: Decimal,
    prefix: str,
    suffix: str,
    locale: str,
    families: tuple[str, ...],
    *,
    folded: bool,
    negative: bool = False,
) -> Iterator[Reading]:
    for affix in affixes(prefix, suffix, locale, families, folded=folded):
        reading = made(value, affix, negative=negative)
        if reading is not None:
            yield reading


def affixes(
    prefix: str, suffix: str, locale: str, families: tuple[str, ...], *, folded: bool
) -> Iterator[Affix]:
    """Yield what a prefix and a suffix together say in `locale`."""
    key = f"{prefix}{NUMBER}{suffix}"
    for family in families:
        if family == "money":
            table = cldr.money_affixes(locale)
            side = table.folded if folded else table.exact
            yield from side.find(prefix, suffix)
        else:
            one = _TABLES[family](locale)
            yield from (one.folded if folded else one.exact).get(key, ())


_TABLES: Final = {
    "number": cldr.number_affixes,
    "percent": cldr.percent_affixes,
    "unit": cldr.unit_affixes,
}
#: Numbers that a word alone may stand for, in the order in which they are tried.
_SMALL: Final = tuple(map(Decimal, (1, 2, 0, 3, 6)))


def _wordless(
    text: str, locale: str, families: tuple[str, ...], *, folded: bool
) -> Iterator[Reading]:
    """Yield readings of a text that states its number without digits: "thousand", "two hours"."""
    if len(text) > _LONGEST:
        return
    key = cldr.fold(text) if folded else text
    for family in families:
        if family == "money":
            continue
        table = _TABLES[family](locale)
        for affix in (table.folded if folded else table.exact).get(key, ()):
            for small in _SMALL[:1] if affix.kind == "number" else _SMALL:
                if affix.kind == "number" or (cldr.plural_category(locale, small) in affix.plurals):
                    reading = made(small, affix)
                    if reading is not None:
                        yield reading


def _unreadable(text: str, locale: str, expected: str) -> UnreadableTextError:
    """Return the error that says how far the text could be read."""
    symbols = cldr.symbols(locale)
    run = RUN.search(text)
    if run is None:
        return UnreadableTextError(text, locale, 0, f"{expected} with digits")
    found = read(text, symbols, run.start())
    if found is None:
        return UnreadableTextError(text, locale, run.start(), "one number of one script")
    if found[1] < len(text.rstrip()):
        return UnreadableTextError(text, locale, found[1], f"the rest of {expected}, or its end")
    return UnreadableTextError(text, locale, 0, expected)
