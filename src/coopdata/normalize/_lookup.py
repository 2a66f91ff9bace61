"""One number and what stands around it, looked up in the tables of a locale.

Three stages, each only where the one before found nothing: what Babel prints to the letter; its
folded form; the bare name of a unit, which Babel prints where the locale has no pattern for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from .. import cldr
from ..cldr import NUMBER, Affix
from ._digits import RUN, read
from ._reading import Reading, made

__all__ = ["LONGEST", "STAGES", "Core", "Stage", "affixes", "alone", "around", "cores", "sides"]

#: Longer texts around a number are refused unread: no locale prints any.
LONGEST: Final = 160
#: How many runs of digits are tried as the number: names of currencies have years in them.
_RUNS: Final = 6

Stage = Literal["exact", "folded", "named"]
STAGES: Final[tuple[Stage, ...]] = ("exact", "folded", "named")

_TABLES: Final = {
    "number": cldr.number_affixes,
    "percent": cldr.percent_affixes,
    "unit": cldr.unit_affixes,
}
#: Numbers that a word alone may stand for, in the order in which they are tried.
_SMALL: Final = tuple(map(Decimal, (1, 2, 0, 3, 6)))


class Core(NamedTuple):
    """One number in a text, with what stands before and after it."""

    value: Decimal
    prefix: str
    suffix: str


def cores(text: str, locale: str) -> list[Core]:
    """Return the numbers in a text that may be its value."""
    symbols = cldr.symbols(locale)
    found: list[Core] = []
    for run in RUN.finditer(text):
        start = run.start()
        if start > LONGEST or len(found) == _RUNS:
            break
        number = read(text, symbols, start)
        if number is not None and len(text) - number[1] <= LONGEST:
            found.append(Core(number[0], text[:start], text[number[1] :]))
    return found


def affixes(
    prefix: str, suffix: str, locale: str, families: tuple[str, ...], stage: Stage
) -> Iterator[Affix]:
    """Yield what a prefix and a suffix together say in `locale`."""
    key = f"{prefix}{NUMBER}{suffix}"
    if stage == "named":
        if "unit" in families:
            yield from cldr.unit_names(locale).get(key, ())
        return
    for family in families:
        if family == "money":
            money = cldr.money_affixes(locale)
            yield from (money.exact if stage == "exact" else money.folded).find(prefix, suffix)
        else:
            table = _TABLES[family](locale)
            yield from (table.exact if stage == "exact" else table.folded).get(key, ())


def sides(core: Core, stage: Stage) -> tuple[str, str]:
    """Return the texts on both sides of a number, folded where the stage asks for it."""
    if stage == "exact":
        return core.prefix, core.suffix
    return cldr.fold(core.prefix).lstrip(), cldr.fold(core.suffix).rstrip()


def signed(prefix: str, stage: Stage) -> Iterator[tuple[str, bool]]:
    """Yield a prefix as it is, then without its sign; the flag says whether that was a minus."""
    yield prefix, False
    if prefix.endswith("-"):
        yield prefix[:-1], True
    if stage != "exact":
        if prefix.endswith("+"):
            yield prefix[:-1], False
        if len(prefix) > 1 and prefix[0] in "-+":
            yield prefix[1:], prefix[0] == "-"


def around(core: Core, locale: str, families: tuple[str, ...], stage: Stage) -> Iterator[Reading]:
    """Yield what a number says by what stands around it; a sign may touch the number."""
    prefix, suffix = sides(core, stage)
    for bare, negative in signed(prefix, stage):
        for affix in affixes(bare, suffix, locale, families, stage):
            reading = made(core.value, affix, negative=negative)
            if reading is not None:
                yield reading


def alone(text: str, locale: str, families: tuple[str, ...]) -> list[Reading]:
    """Return the readings of one amount, of the first stage that has any."""
    numbers = cores(text, locale)
    for stage in STAGES:
        found = [one for core in numbers for one in around(core, locale, families, stage)]
        found += _wordless(text, locale, families, stage)
        if found:
            return found
    return []


def _wordless(
    text: str, locale: str, families: tuple[str, ...], stage: Stage
) -> Iterator[Reading]:
    """Yield readings of a text that states its number without digits: "thousand", "two hours"."""
    if len(text) > LONGEST or stage == "named":
        return
    key = text if stage == "exact" else cldr.fold(text)
    for family in families:
        if family == "money":
            continue
        table = _TABLES[family](locale)
        for affix in (table.exact if stage == "exact" else table.folded).get(key, ()):
            for small in _SMALL[:1] if affix.kind == "number" else _SMALL:
                if affix.kind == "number" or (
                    cldr.plural_category(locale, small) in affix.plurals
                ):
                    reading = made(small, affix)
                    if reading is not None:
                        yield reading
