"""One number and what stands around it, looked up in the tables of a locale.

What Babel prints to the letter comes first; then, where that finds nothing, what it prints but for
marks, spaces, signs and case. Where case alone keeps several readings apart, case decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from .. import cldr
from ..cldr import FOLDS, NUMBER, Affix, AffixTable, Stage, UnitTable
from ._digits import MAX_LENGTH, RUN, read
from ._reading import Reading, made

__all__ = [
    "LONGEST",
    "Core",
    "affixes",
    "alone",
    "around",
    "closest",
    "cores",
    "exactly",
    "is_mixed",
    "sides",
    "signed",
    "wordless",
]

#: Longer texts around a number are refused unread: no locale prints any.
LONGEST: Final = 160
#: How many runs of digits are tried as the number: names of currencies have years in them.
_RUNS: Final = 6

_TABLES: Final[dict[str, Callable[[str], AffixTable | UnitTable]]] = {
    "number": cldr.number_affixes,
    "percent": cldr.percent_affixes,
    "unit": cldr.unit_affixes,
}
_DIGITS: Final = re.compile(r"\d+")
_FOREIGN_DIGIT: Final = re.compile(r"[^\D0-9]").search
#: Numbers that a word alone may stand for, in the order in which they are tried.
_SMALL: Final = tuple(map(Decimal, (1, 2, 0, 3, 6)))


class Core(NamedTuple):
    """One number in a text, with what stands before and after it."""

    value: Decimal
    prefix: str
    suffix: str


def cores(text: str, locale: str) -> list[Core]:
    """Return the numbers in a text that may be its value."""
    if len(text) > MAX_LENGTH:
        return []
    symbols = cldr.symbols(locale)
    found: list[Core] = []
    run = RUN.search(text)
    for _ in range(_RUNS):
        if run is None or run.start() > LONGEST:
            break
        number = read(text, symbols, run.start())
        end = run.end() if number is None else number[1]
        if number is not None and len(text) - end <= LONGEST:
            found.append(Core(number[0], text[: run.start()], text[end:]))
        run = RUN.search(text, end)
    return found


@lru_cache(maxsize=128)
def _keyed(locale: str, families: tuple[str, ...]) -> tuple[AffixTable | UnitTable, ...]:
    """Return the tables of some families that know a text by one key."""
    return tuple(_TABLES[family](locale) for family in families if family != "money")


def affixes(
    prefix: str, suffix: str, locale: str, families: tuple[str, ...], stage: Stage
) -> list[Affix]:
    """Return what a prefix and a suffix together say in `locale`."""
    key = f"{prefix}{NUMBER}{suffix}"
    found: list[Affix] = []
    for table in _keyed(locale, families):
        found += table.find(key, stage)
    if "money" in families:
        found += cldr.money_affixes(locale).at(stage).find(prefix, suffix)
    return found


def sides(core: Core, stage: Stage) -> tuple[str, str]:
    """Return the texts on both sides of a number, folded where the stage asks for it."""
    if stage == "exact":
        return core.prefix, core.suffix
    fold = FOLDS[stage]
    return fold(core.prefix).lstrip(), fold(core.suffix).rstrip()


def signed(prefix: str, stage: Stage) -> Iterator[tuple[str, str]]:
    """Yield a prefix as it is, then without its sign, and the sign that was taken off."""
    yield prefix, ""
    if prefix.endswith("-"):
        yield prefix[:-1], "-"
    if stage != "exact":
        if prefix.endswith("+"):
            yield prefix[:-1], "+"
        if len(prefix) > 1 and prefix[0] in "-+":
            yield prefix[1:], prefix[0]


def around(core: Core, locale: str, families: tuple[str, ...], stage: Stage) -> Iterator[Reading]:
    """Yield what a number says by what stands around it; a sign may touch the number."""
    prefix, suffix = sides(core, stage)
    for bare, sign in signed(prefix, stage):
        for affix in affixes(bare, suffix, locale, families, stage):
            reading = made(core.value, affix, sign)
            if reading is not None:
                yield reading


def alone(
    text: str, locale: str, families: tuple[str, ...], numbers: list[Core] | None = None
) -> list[Reading]:
    """Return the readings of one amount; `numbers` are its cores where they are known."""
    known = cores(text, locale) if numbers is None else numbers

    def found(stage: Stage) -> list[Reading]:
        if not known:
            return list(wordless(text, locale, families, stage))
        return [one for core in known for one in around(core, locale, families, stage)]

    return closest(found, text)


def exactly(numbers: list[Core], locale: str, families: tuple[str, ...]) -> list[Reading]:
    """Return the readings of one amount that is printed to the letter."""
    return [one for core in numbers for one in around(core, locale, families, "exact")]


def closest(found: Callable[[Stage], list[Reading]], text: str) -> list[Reading]:
    """Return what the closest comparison finds that finds anything."""
    exact = found("exact")
    if exact or len(text) > MAX_LENGTH or is_mixed(text):
        return exact
    folded = found("folded")
    if len(folded) > 1 and len({(one.value, one.unit) for one in folded}) > 1:
        return found("cased") or folded
    return folded


def is_mixed(text: str) -> bool:
    """Tell whether digits of two scripts stand side by side; an affix may have its own digits."""
    return _FOREIGN_DIGIT(text) is not None and any(
        cldr.has_mixed_digits(run[0]) for run in _DIGITS.finditer(text)
    )


def wordless(text: str, locale: str, families: tuple[str, ...], stage: Stage) -> Iterator[Reading]:
    """Yield readings of a text that states its number without digits: "thousand", "two hours"."""
    tables = [table for table in _keyed(locale, families) if table.has_wordless]
    if len(text) > LONGEST or not tables:
        return
    key = FOLDS[stage](text)
    for table in tables:
        for affix in table.find(key, stage):
            for small in _SMALL[:1] if affix.kind == "number" else _SMALL:
                if affix.kind == "number" or (cldr.plural_category(locale, small) in affix.plurals):
                    reading = made(small, affix)
                    if reading is not None:
                        yield reading
