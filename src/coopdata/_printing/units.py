"""Numbers with units: CLDR's patterns, money, counted nouns, rates, anybody's pint units."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple

from .. import units
from ..cldr import Template, data, read_pattern
from .nouns import noun, stand_in
from .numbers import Core, plural, signed
from .words import Words

__all__ = ["POWERS", "Part", "Setting", "curated_parts", "grouping", "with_unit"]

_LENGTHS: Final = ("short", "long", "narrow")
_SUPERSCRIPTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_NBSP: Final = "\u00a0"
POWERS: Final = {
    ("meter", 2): "square_meter",
    ("meter", 3): "cubic_meter",
    ("kilometer", 2): "square_kilometer",
    ("kilometer", 3): "cubic_kilometer",
    ("centimeter", 2): "square_centimeter",
    ("centimeter", 3): "cubic_centimeter",
    ("inch", 2): "square_inch",
    ("inch", 3): "cubic_inch",
    ("foot", 2): "square_foot",
    ("foot", 3): "cubic_foot",
    ("yard", 2): "square_yard",
    ("yard", 3): "cubic_yard",
    ("mile", 2): "square_mile",
    ("mile", 3): "cubic_mile",
}


class Part(NamedTuple):
    """One factor of a unit: a curated name, or somebody's own with the texts to print for it."""

    name: str
    power: Any
    own_long: str = ""
    own_short: str = ""


class Setting(NamedTuple):
    """How to print: the locale's id, its words, the length, and the case that a hedge demands."""

    name: str
    words: Words | None
    length: str
    compact: bool = False
    is_genitive: bool = False


def curated_parts(unit: str) -> tuple[Part, ...]:
    """Return the factors of a curated expression."""
    return tuple(Part(name, power) for name, power in units.components(unit))


def grouping(parts: tuple[Part, ...], setting: Setting) -> tuple[int, int] | None:
    """Return the sizes of digit groups that the unit's own pattern demands, if it has one."""
    if len(parts) != 1 or parts[0].power != 1:
        return None
    template = _template(parts[0], setting)
    return template.grouping if template else None


def _template(part: Part, setting: Setting) -> Template | None:
    """Return the pattern of percentages and of money in symbols."""
    if part.name == "percent":
        return read_pattern(data(setting.name).tree("percent_formats")[None])
    if part.name in units.CURRENCIES and setting.length != "long":
        return read_pattern(data(setting.name).tree("currency_formats")["standard"])
    return None


def with_unit(core: Core, parts: tuple[Part, ...], setting: Setting) -> str:
    """Return the number with its unit."""
    parts = tuple(_collapsed(part) for part in parts)
    whole = _known(parts, setting)
    if whole is not None:
        return _one(core, whole, setting)
    over = tuple(part for part in parts if part.power > 0)
    under = tuple(part for part in parts if part.power < 0)
    if under:
        text = with_unit(core, over, setting) if over else signed(core, setting.name)
        for part in under:
            for _ in range(-part.power if part.power == int(part.power) else 1):
                text = _per(text, part, setting)
        return text
    if not over:
        return signed(core, setting.name)
    if len(over) == 1 and over[0].power == 1:
        return _one(core, over[0], setting)
    return _product(core, over, setting)


def _collapsed(part: Part) -> Part:
    """Return square and cubic units by their own name."""
    name = POWERS.get((part.name, abs(part.power))) if not part.own_long else None
    return Part(name, 1 if part.power > 0 else -1) if name else part


def _known(parts: tuple[Part, ...], setting: Setting) -> Part | None:
    """Return the compound that the locale prints with one pattern ("km/h"), if this is one."""
    if len(parts) < 2 or any(part.own_long or part.power != int(part.power) for part in parts):
        return None
    whole = units.expression({part.name: int(part.power) for part in parts})
    cldr_id = units.COMPOUNDS.get(whole)
    if not cldr_id or not _cldr_pattern(setting.name, cldr_id, setting.length, "other"):
        return None
    return Part(whole, 1)


# ------------------------------------------------------------------------------------ one unit
def _one(core: Core, part: Part, setting: Setting) -> str:
    if part.own_long:
        own = part.own_long if setting.length == "long" else part.own_short
        return f"{signed(core, setting.name)}{_NBSP}{own}"
    if part.name in units.CURRENCIES:
        return _money(core, part.name, setting)
    if part.name == "percent":
        return _filled(read_pattern(data(setting.name).tree("percent_formats")[None]), core)
    pattern = _pattern(part.name, _category(core, setting), setting, core.value)
    return _apart(pattern, core).replace("{0}", signed(core, setting.name))


def _apart(pattern: str, core: Core) -> str:
    """Keep the letter of a scale from running into the unit's: 464K m is no 464 km."""
    after = pattern.partition("{0}")[2][:1]
    last = core.text[-1:]
    is_met = core.scale and after.isalpha() and last.isalpha() and last.lower() != last.upper()
    return pattern.replace("{0}", "{0} ") if is_met else pattern


def _filled(template: Template, core: Core) -> str:
    before, after = template.negative if core.is_negative else template.positive
    return f"{before}{core.text}{after}"


def _category(core: Core, setting: Setting) -> str:
    if setting.is_genitive and setting.words is not None:
        return setting.words.genitive.get(core.category, core.category)
    return core.category


def _pattern(name: str, category: str, setting: Setting, value: Decimal) -> str:
    """Return the pattern of one unit in one plural category of the locale, for a value."""
    own = noun(name, category, setting.words, setting.length)
    if own:
        return own
    if name in units.CLDR_ID:
        found = _cldr_pattern(setting.name, units.CLDR_ID[name], setting.length, category)
        if found:
            return found
    return stand_in(name, setting.length, value)


@lru_cache(maxsize=8192)
def _cldr_pattern(name: str, cldr_id: str, length: str, category: str) -> str | None:
    """Return CLDR's pattern; Babel would print the id where a length is missing.

    A pattern that is a word alone (Arabic says "a minute" for 1) gives way to one with the number,
    which 1.0, "more than 1" and "1–2" need.
    """
    found = data(name)
    lengths = (length, *(each for each in _LENGTHS if each != length))
    for each in lengths:
        patterns = found.tree("unit_patterns", cldr_id, each)
        for key in (category, "other", *patterns):
            if key != "per" and "{0}" in patterns.get(key, ""):
                return str(patterns[key])
    return None


# --------------------------------------------------------------------------------------- money
def _money(core: Core, code: str, setting: Setting) -> str:
    words, found = setting.words, data(setting.name)
    if setting.length == "long" and (not core.scale or _style(words) == "name"):
        category = _category(core, setting)
        name = _money_name(code, category, setting)
        patterns = found.tree("currency_unit_patterns")
        pattern = patterns.get(category) or patterns.get("other") or "{0} {1}"
        return str(pattern).replace("{0}", signed(core, setting.name)).replace("{1}", name)
    template = read_pattern(found.tree("currency_formats")["standard"])
    symbol = str(found.tree("currency_symbols").get(code, code))
    before, after = template.negative if core.is_negative else template.positive
    return _spaced(before, symbol, core.text, after)


def _money_name(code: str, category: str, setting: Setting) -> str:
    found = data(setting.name)
    names = found.tree("currency_names_plural", code)
    return str(
        names.get(category) or names.get("other") or found.tree("currency_names").get(code, code)
    )


def _style(words: Words | None) -> str:
    return words.money.get("compact", "name") if words else "symbol"


def _spaced(before: str, symbol: str, number: str, after: str) -> str:
    """Put the symbol for ¤; a letter of it never touches the number (BYN 5, not BYN5)."""
    if before.endswith("¤") and symbol[-1:].isalpha():
        before += _NBSP
    if after.startswith("¤") and symbol[:1].isalpha():
        after = _NBSP + after
    return f"{before.replace('¤', symbol)}{number}{after.replace('¤', symbol)}"


# -------------------------------------------------------------------- rates, products, powers
def _per(text: str, part: Part, setting: Setting) -> str:
    """Return a number and unit per one unit."""
    found = data(setting.name)
    cldr_id = units.CLDR_ID.get(part.name, "") if not part.own_long else ""
    bare = _bare(part, setting)
    if setting.words and setting.length == "long":
        phrase = setting.words.rates.get(part.name)
        if phrase or (setting.words.per and not cldr_id):
            return (phrase or setting.words.per).replace("{0}", text).replace("{1}", bare)
    for length in (setting.length, *(each for each in _LENGTHS if each != setting.length)):
        pattern = found.tree("unit_patterns", cldr_id, length).get("per") if cldr_id else None
        if pattern:
            return str(pattern).replace("{0}", text)
        pattern = found.tree("compound_unit_patterns", "per", length).get("compound")
        if pattern:
            return str(pattern).replace("{0}", text).replace("{1}", bare)
    return f"{text}/{bare}"


def _bare(part: Part, setting: Setting) -> str:
    """Return a unit's name as it stands alone, in the singular."""
    if part.own_long:
        return part.own_long if setting.length == "long" else part.own_short
    if part.name in units.CURRENCIES:
        return _bare_money(part.name, setting)
    if part.name == "percent":
        return "%"
    one = plural(Decimal(1), setting.name)
    bare = _pattern(part.name, one, setting, Decimal(1)).replace("{0}", "").strip(f" {_NBSP}\u202f")
    if setting.words and setting.words.has_counters and part.name in setting.words.nouns:
        return bare.partition(" ")[2] or bare
    return bare


def _bare_money(code: str, setting: Setting) -> str:
    found = data(setting.name)
    if setting.length == "long":
        return _money_name(code, plural(Decimal(1), setting.name), setting)
    return str(found.tree("currency_symbols").get(code, code))


def _product(core: Core, over: tuple[Part, ...], setting: Setting) -> str:
    short = setting._replace(length="short")
    join = _times(setting)
    names = join.join(_raised(part, short) for part in over)
    return f"{signed(core, setting.name)}{_NBSP}{names}"


def _raised(part: Part, setting: Setting) -> str:
    power = part.power
    exponent = "" if power == 1 else str(int(power) if power == int(power) else power)
    if "." in exponent:
        return f"{_bare(part, setting)}^{exponent}"
    return _bare(part, setting) + exponent.translate(_SUPERSCRIPTS)


def _times(setting: Setting) -> str:
    found = data(setting.name).tree("compound_unit_patterns", "times", "short").get("compound", "")
    return str(found).replace("{0}", "").replace("{1}", "") or "⋅"
