"""What stands around a number that `formatting` printed: sign and scale word, unit, rates.

Read from the inside to the outside with the locale's own inverted tables (`coopdata.cldr`) and the
nouns that `formatting` prints. What is found here may still be wrong; `_stated` prints each finding
again and keeps what gives the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import chain, product
from typing import Final, NamedTuple

from .. import _exact, cldr, units
from .._printing.nouns import printed
from .._printing.rates import forms, phrases
from .._printing.units import POWERS
from .._printing.words import words
from ..cldr import FOLDS, NUMBER, Affix, AffixTable, Edges, Joint, PerTable, Stage
from .candidates import expression, made
from .lookup import Core, Find, FindMoney, sides

__all__ = ["Amount", "amounts", "numbers"]

#: How many rates may hang on one amount, and how many places are tried at which one may begin.
_RATES: Final = 3
_CUTS: Final = 8
_SPACES: Final = " \u00a0\u202f"
_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
_POWERS: Final = str.maketrans(_RAISED, "0123456789-")


class Amount(NamedTuple):
    """A number with its unit; `power` is what a scale word has multiplied it by."""

    value: Decimal
    unit: str
    power: int


class _Known(NamedTuple):
    """What one locale prints around numbers, as one stage compares it.

    Attributes:
        locale: The locale.
        stage: How closely texts are compared.
        scales: Signs and scale words, by the beginning of what follows the number.
        patterns: Look-ups of whole patterns: shares, units, nouns.
        money: The look-up of money.
        times: The sign between the factors of a product.
        divisors: What stands around an amount by one unit.
        phrases: The language's own phrases for rates over single units.
        joints: How a locale divides by any other unit.
    """

    locale: str
    stage: Stage
    scales: Edges[tuple[str, str, Affix]]
    patterns: tuple[Find, ...]
    money: FindMoney
    times: str
    divisors: PerTable
    phrases: _Phrases
    joints: tuple[Joint, ...]


class _Phrases(NamedTuple):
    """Phrases for rates: both halves with the unit, by their beginnings or by their endings."""

    before: Edges[tuple[str, str, str]]
    after: Edges[tuple[str, str, str]]

    def near(self, left: str, right: str) -> tuple[tuple[str, str, str], ...]:
        """Return the phrases that may stand around an amount between two texts."""
        return (*(self.before.near(left) if left else ()), *self.after.near(right))


@lru_cache(maxsize=64)
def _known(locale: str, stage: Stage) -> _Known:
    tables = (cldr.percent_affixes(locale), cldr.unit_affixes(locale), _nouns(locale))
    return _Known(
        locale,
        stage,
        _scales(locale, stage),
        tuple(table.finder(stage) for table in tables),
        cldr.money_affixes(locale).at(stage).find,
        _times(locale, stage),
        cldr.per_affixes(locale),
        _phrases(locale, stage),
        tuple(dict.fromkeys(cldr.quotients(locale)[stage != "exact"])),
    )


def amounts(found: list[Core], locale: str, stage: Stage) -> list[Amount]:
    """Return what numbers say with what stands around them, as `formatting` may have printed it."""
    known = _known(locale, stage)
    return [
        Amount(_exact.negate(value) if is_negative else value, unit, power)
        for core in found
        for value, power, left, right in numbers(core, locale, stage)
        for unit, is_negative in _units(left, right, known, _RATES)
    ]


# Signs and scale words ---------------------------------------------------------------------------


def numbers(core: Core, locale: str, stage: Stage) -> list[tuple[Decimal, int, str, str]]:
    """Return the number with its sign and scale word, and what is left on both sides of them."""
    prefix, suffix = sides(core, stage)
    found = [(core.value, 0, prefix, suffix)]
    for before, after, affix in _known(locale, stage).scales.near(suffix):
        if suffix.startswith(after) and prefix.endswith(before):
            reading = made(core.value, affix)
            if reading is not None:
                left, right = prefix[: len(prefix) - len(before)], suffix[len(after) :]
                found.append((reading.value, affix.power, left, right))
                if affix.power and right[:1] == " ":  # which kept two letters apart
                    found.append((reading.value, affix.power, left, right[1:]))
    return found


def _scales(locale: str, stage: Stage) -> Edges[tuple[str, str, Affix]]:
    """Return the texts that belong to a number itself, by the beginning of its suffix."""
    index: list[tuple[str, tuple[str, str, Affix]]] = []
    for key, found in cldr.number_affixes(locale).at(stage).items():
        if NUMBER in key and key != NUMBER:
            before, after = _halves(key)
            index.extend((after, (before, after, affix)) for affix in found)
    return Edges(index, "start")


def _halves(pattern: str) -> tuple[str, str]:
    before, _, after = pattern.partition(NUMBER)
    return before, after


# Units -------------------------------------------------------------------------------------------


def _units(left: str, right: str, known: _Known, rates: int) -> list[tuple[str, bool]]:
    """Return the unit expressions that two sides of a number say, and whether they negate it."""
    if not left and not right:
        return [("", False)]
    found = [(expression(affix), affix.negative) for affix in _around(left, right, known)]
    money = known.money(left, right)
    before, after = left.rstrip(), right.lstrip()
    if len(before) < len(left) or len(after) < len(right):
        money += known.money(before, after)
    found += [(affix.name, affix.negative) for affix in money if not affix.power]
    if found:
        return found
    if not left and right[0] in _SPACES and (known.times in right or right[-1] in _RAISED):
        found += [(unit, False) for unit in _products(right, known)]
    for before, after, divisor in _rates(left, right, known) if rates else ():
        for unit, is_negative in _units(before, after, known, rates - 1):
            found.append((units.parse_unit(f"{unit or '1'}/{divisor}"), is_negative))
    return found


def _around(left: str, right: str, known: _Known) -> list[Affix]:
    key = f"{left}{NUMBER}{right}"
    found: list[Affix] = []
    for find in known.patterns:
        found += find(key, ())
    return found


def _nouns(locale: str) -> AffixTable:
    table = words(locale)
    return _noun_table(table.language if table else "", locale if table else "")


@lru_cache(maxsize=32)
def _noun_table(language: str, locale: str) -> AffixTable:
    """Return the nouns that `formatting` prints in a language (in none of its own: ``""``)."""
    found: dict[str, tuple[Affix, ...]] = {}
    own = printed(words(language) if language else None)
    for pattern, name in chain(own, forms(locale) if locale else ()):
        affix = Affix("money" if name in units.CURRENCIES else "unit", name)
        found[pattern] = tuple(dict.fromkeys((*found.get(pattern, ()), affix)))
    return AffixTable(found)


# Products and powers -----------------------------------------------------------------------------


def _products(text: str, known: _Known) -> Iterator[str]:
    """Yield products of units, and powers of one: "5 kWh⋅m²"."""
    factors: list[list[str]] = []
    for part in text[1:].split(known.times)[:_CUTS]:
        name = part.rstrip(_RAISED)
        power = part[len(name) :].translate(_POWERS)
        if power.count("-") or len(power) > 2:
            return
        factors.append([_raised(unit, int(power or 1)) for unit in _bare(name, known)])
    for chosen in product(*factors):
        yield units.parse_unit("*".join(chosen))


def _raised(unit: str, power: int) -> str:
    """Return a power of a unit; a square or cube by its own name, as it is printed."""
    return POWERS.get((unit, power)) or "*".join([unit] * power)


def _times(locale: str, stage: Stage) -> str:
    found = cldr.data(locale).tree("compound_unit_patterns", "times", "short").get("compound", "")
    return FOLDS[stage](str(found).replace("{0}", "").replace("{1}", "") or "⋅")


def _bare(text: str, known: _Known) -> list[str]:
    """Return the units whose name stands alone as `text`."""
    if not text or text != text.strip():
        return []
    if text == "%":
        return ["percent"]
    locale = known.locale
    found: dict[str, None] = {}
    for space in ("", *_SPACES):
        for left, right in (("", f"{space}{text}"), (f"{text}{space}", "")):
            found.update(dict.fromkeys(map(expression, _around(left, right, known))))
    found.update(dict.fromkeys(cldr.currency_texts(locale).get(cldr.fold(text), ())))
    table = words(locale)
    if table is not None and table.counter_end:
        found.update(dict.fromkeys(_counted(table.language).get(cldr.fold(text), ())))
    return list(found)


@lru_cache(maxsize=16)
def _counted(language: str) -> dict[str, list[str]]:
    """Return nouns without the counter that stands before them, with their units."""
    table = words(language)
    end = table.counter_end if table else ""
    found: dict[str, list[str]] = {}
    for pattern, name in printed(table) if end else ():
        before, _, after = pattern.partition(NUMBER)
        noun = before or after.partition(end)[2]
        if noun:
            found.setdefault(cldr.fold(noun.strip()), []).append(name)
    return found


# Rates -------------------------------------------------------------------------------------------


def _rates(left: str, right: str, known: _Known) -> list[tuple[str, str, str]]:
    """Return every way to take a divisor off: what is left on both sides, and the divisor."""
    found = [
        (before, after, expression(Affix("unit", name)))
        for before, after, name in known.divisors.find(left, right, known.stage)
    ]
    for prefix, suffix, name in known.phrases.near(left, right):
        if right.endswith(suffix) and left.startswith(prefix):
            found.append((left[len(prefix) :], right[: len(right) - len(suffix)], name))
    for joint in known.joints:
        if joint[1] in (left if joint[3] else right):
            for before, after, text in _cut(left, right, joint):
                found += [(before, after, name) for name in _bare(text, known)]
    return found


def _phrases(locale: str, stage: Stage) -> _Phrases:
    """Return the language's phrases for rates."""
    fold = FOLDS[stage]
    own = [(*_halves(fold(phrase)), name) for phrase, name in dict.fromkeys(phrases(locale))]
    return _Phrases(
        Edges(((each[0], each) for each in own if each[0]), "start"),
        Edges(((each[1], each) for each in own if not each[0]), "end"),
    )


def _cut(left: str, right: str, joint: Joint) -> Iterator[tuple[str, str, str]]:
    """Yield both sides of the amount, and the name of what it is divided by, on either side."""
    before, middle, after, is_swapped = joint
    if not left.startswith(before) or not right.endswith(after):
        return
    body = left[len(before) :] if is_swapped else right[: len(right) - len(after)]
    for at in _places(body, middle):
        head, tail = body[:at], body[at + len(middle) :]
        if is_swapped:
            yield tail, right[: len(right) - len(after)], head
        else:
            yield left[len(before) :], head, tail


def _places(body: str, middle: str) -> list[int]:
    if not middle:
        return list(range(1, min(len(body), 4 * _CUTS) + 1))
    places: list[int] = []
    at = body.rfind(middle)
    while at >= 0 and len(places) < _CUTS:
        places.append(at)
        at = body.rfind(middle, 0, at)
    return places
