"""Amounts by one unit of something: "5 тонн в год", "5 долларов за тонну", "연간 5톤", "5 t/ha".

`phrases` gives every phrase of a language with the unit that it divides by, for what reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from .. import units
from ..cldr import data
from .cases import in_case
from .numbers import plural
from .patterns import LENGTHS, NBSP, Part, Setting, money_name, pattern_of
from .words import Words, words

__all__ = ["bare", "divided", "forms", "phrases"]

_AMOUNT = "{0}"


def divided(text: str, part: Part, setting: Setting, *, is_money: bool) -> str:
    """Return an amount, which may be one of money, by one unit."""
    table = setting.words
    name = bare(part, setting)
    if table and setting.length == "long":
        phrase = _phrase(part.name, name, table, is_money=is_money)
        if phrase:
            return _joined(text, phrase, table)
    if table and setting.length != "long" and part.name in table.rates_short:
        return table.rates_short[part.name].replace(_AMOUNT, text)
    found = data(setting.name)
    cldr_id = units.CLDR_ID.get(part.name, "") if not part.own_long else ""
    for length in (setting.length, *(each for each in LENGTHS if each != setting.length)):
        pattern = found.tree("unit_patterns", cldr_id, length).get("per") if cldr_id else None
        if pattern:
            return str(pattern).replace(_AMOUNT, text)
        pattern = found.tree("compound_unit_patterns", "per", length).get("compound")
        if pattern:
            return str(pattern).replace(_AMOUNT, text).replace("{1}", name)
    return f"{text}/{name}"


def _phrase(unit: str, name: str, table: Words, *, is_money: bool) -> str:
    """Return the language's phrase for a rate over a unit; nothing if it has none."""
    phrase = table.rates.get(unit)
    if phrase or not table.per:
        return phrase or ""
    is_price = is_money and unit not in table.cases.get(table.per_case, {}).get("genitive", ())
    pattern = (is_price and table.per_money) or table.per
    return pattern.replace("{1}", in_case(name, table.per_case, unit, table))


def _joined(text: str, phrase: str, table: Words) -> str:
    """Put the amount into its phrase, whose first word may depend on the sound before it."""
    after_vowel = _after_vowel(phrase, table)
    vowels = table.euphony.get("vowels", "")
    is_vowel = after_vowel and text[-1:].casefold() in vowels
    return (after_vowel if is_vowel else phrase).replace(_AMOUNT, text)


def _after_vowel(phrase: str, table: Words) -> str:
    """Return the form of a phrase after a vowel, where it has one: "{0} ў год"."""
    usual = table.euphony.get("usual")
    if not usual or not phrase.startswith(_AMOUNT + usual):
        return ""
    return phrase.replace(usual, table.euphony["after_vowel"], 1)


def bare(part: Part, setting: Setting) -> str:
    """Return a unit's name as it stands alone, in the singular."""
    if part.own_long:
        return part.own_long if setting.length == "long" else part.own_short
    if part.name in units.CURRENCIES:
        return _bare_money(part.name, setting)
    if part.name == "percent":
        return "%"
    one = plural(Decimal(1), setting.name)
    pattern = pattern_of(part.name, one, setting, Decimal(1))
    table = setting.words
    if table and table.counter_end and part.name in table.nouns:
        before, _, after = (side.strip() for side in pattern.partition(_AMOUNT))
        return before or after.partition(table.counter_end)[2] or after
    return pattern.replace(_AMOUNT, "").strip(f" {NBSP}\u202f")


def _bare_money(code: str, setting: Setting) -> str:
    if setting.length == "long":
        return money_name(code, plural(Decimal(1), setting.name), setting)
    return str(data(setting.name).tree("currency_symbols").get(code, code))


# Turned round ------------------------------------------------------------------------------------


def phrases(locale: str) -> Iterator[tuple[str, str]]:
    """Yield every phrase that a language has for a rate, with the unit that it divides by."""
    table = words(locale)
    if table is None:
        return
    yield from ((phrase, unit) for unit, phrase in table.rates_short.items())
    setting = Setting(locale, table, "long")
    for unit in units.UNITS:
        name = bare(Part(unit, -1), setting)
        for is_money in (False, True):
            phrase = _phrase(unit, name, table, is_money=is_money)
            yield from ((each, unit) for each in (phrase, _after_vowel(phrase, table)) if each)


def forms(locale: str) -> Iterator[tuple[str, str]]:
    """Yield the patterns of one unit in the cases that hedges ask for ("{0} тону")."""
    table = words(locale)
    asked = {hedge.get("case", "") for hedge in table.hedges.values()} if table else set()
    if table is None or not asked & set(table.cases):
        return
    setting = Setting(locale, table, "long")
    for case in sorted(asked & set(table.cases)):
        for unit in units.UNITS:
            name = bare(Part(unit, 1), setting)
            if (own := in_case(name, case, unit, table)) != name:
                space = " " if unit in units.CURRENCIES else _space(unit, setting)
                yield f"{_AMOUNT}{space}{own}", unit


def _space(unit: str, setting: Setting) -> str:
    pattern = pattern_of(unit, "one", setting, Decimal(1))
    after = pattern.partition(_AMOUNT)[2]
    return after[: len(after) - len(after.lstrip())]
