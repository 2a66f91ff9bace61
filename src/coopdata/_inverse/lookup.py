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
from .._numbers.digits import MAX_LENGTH, RUN, read_run
from ..cldr import FOLDS, NUMBER, Affix, AffixTable, Stage, UnitTable
from .candidates import Reading, made

__all__ = [
    "LONGEST",
    "Core",
    "Find",
    "FindMoney",
    "affixes",
    "alone",
    "around",
    "closest",
    "cores",
    "exactly",
    "is_mixed",
    "sides",
    "signed",
    "singles",
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
Find = Callable[[str, tuple[Affix, ...]], tuple[Affix, ...]]
FindMoney = Callable[[str, str], tuple[Affix, ...]]
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
    run = RUN.search(text)
    if run is None or len(text) > MAX_LENGTH:
        return []
    symbols = cldr.symbols(locale)
    found: list[Core] = []
    for _ in range(_RUNS):
        start, end = run.span()
        if start > LONGEST:
            break
        number = read_run(run, symbols)
        if number is not None:
            end = number[1]
            if len(text) - end <= LONGEST:
                found.append(Core(number[0], text[:start], text[end:]))
        run = RUN.search(text, end)
        if run is None:
            break
    return found


@lru_cache(maxsize=128)
def _keyed(locale: str, families: tuple[str, ...]) -> tuple[AffixTable | UnitTable, ...]:
    """Return the tables of some families that know a text by one key."""
    return tuple(_TABLES[family](locale) for family in families if family != "money")


@lru_cache(maxsize=256)
def _finders(
    locale: str, families: tuple[str, ...], stage: Stage
) -> tuple[tuple[Find, ...], FindMoney | None]:
    """Return what looks a key up in each table of some families, and what looks for money."""
    money = cldr.money_affixes(locale).at(stage).find if "money" in families else None
    return tuple(table.finder(stage) for table in _keyed(locale, families)), money


def affixes(
    prefix: str, suffix: str, locale: str, families: tuple[str, ...], stage: Stage
) -> list[Affix]:
    """Return what a prefix and a suffix together say in `locale`."""
    finders, money = _finders(locale, families, stage)
    key = f"{prefix}{NUMBER}{suffix}"
    found: list[Affix] = []
    for find in finders:
        found += find(key, ())
    if money is not None:
        found += money(prefix, suffix)
    return found


def sides(core: Core, stage: Stage) -> tuple[str, str]:
    """Return the texts on both sides of a number, folded where the stage asks for it."""
    _, prefix, suffix = core
    if stage == "exact":
        return prefix, suffix
    fold = FOLDS[stage]
    return fold(prefix).lstrip() if prefix else "", fold(suffix).rstrip() if suffix else ""


def signed(prefix: str, stage: Stage) -> list[tuple[str, str]]:
    """Return a prefix as it is, then without its sign, and the sign that was taken off."""
    found = [(prefix, "")]
    if not prefix:
        return found
    if prefix.endswith("-"):
        found.append((prefix[:-1], "-"))
    if stage != "exact":
        if prefix.endswith("+"):
            found.append((prefix[:-1], "+"))
        if len(prefix) > 1 and prefix[0] in "-+":
            found.append((prefix[1:], prefix[0]))
    return found


def around(core: Core, locale: str, families: tuple[str, ...], stage: Stage) -> list[Reading]:
    """Return what a number says by what stands around it; a sign may touch the number.

    Of one letter, the case says more than the space: "5 s" are seconds ("5s"), not siemens ("5 S").
    """
    bare = core.suffix.strip() if stage == "folded" else ""
    if len(bare) == 1 and bare.isalpha():
        for suffix in (bare, f" {bare}"):
            found = around(core._replace(suffix=suffix), locale, families, "cased")
            if found:
                return found
    prefix, suffix = sides(core, stage)
    found = []
    for bare, sign in signed(prefix, stage):
        for affix in affixes(bare, suffix, locale, families, stage):
            reading = made(core.value, affix, sign)
            if reading is not None:
                found.append(reading)
    return found


def alone(
    text: str, locale: str, families: tuple[str, ...], numbers: list[Core] | None = None
) -> list[Reading]:
    """Return the readings of one amount; `numbers` are its cores where they are known."""
    known = cores(text, locale) if numbers is None else numbers
    if len(known) == 1:
        core = known[0]
        return closest(lambda stage: around(core, locale, families, stage), text)
    if not known:
        return closest(lambda stage: list(wordless(text, locale, families, stage)), text)
    single = singles(known, locale)
    if not single:
        return []
    return closest(
        lambda stage: [one for core in single for one in around(core, locale, families, stage)],
        text,
    )


def exactly(numbers: list[Core], locale: str, families: tuple[str, ...]) -> list[Reading]:
    """Return the readings of one amount that is printed to the letter."""
    return [
        one for core in singles(numbers, locale) for one in around(core, locale, families, "exact")
    ]


def singles(numbers: list[Core], locale: str) -> list[Core]:
    """Return the numbers beside which others stand only as they do in names of the locale."""
    if len(numbers) < 2:
        return numbers
    named = cldr.digits_in_names(locale)
    found: list[Core] = []
    for core in numbers:
        others = _DIGITS.findall(core.prefix) + _DIGITS.findall(core.suffix)
        if named.issuperset(map(int, others)):
            found.append(core)
    return found


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
