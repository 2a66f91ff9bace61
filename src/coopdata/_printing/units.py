"""Numbers with units: CLDR's patterns, money, counted nouns, rates, anybody's pint units."""

from __future__ import annotations

from typing import Final

from .. import units
from ..cldr import Template, data, read_pattern
from .cases import in_case
from .numbers import Core, signed
from .patterns import NBSP, Part, Setting, category_of, cldr_pattern, money_name, pattern_of
from .rates import bare, divided
from .words import Words

__all__ = ["POWERS", "curated_parts", "grouping", "with_unit"]

_SUPERSCRIPTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
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
        text = with_unit(core, over, setting)
        is_money = any(part.name in units.CURRENCIES for part in over)
        for part in under:
            for _ in range(-part.power if part.power == int(part.power) else 1):
                text = divided(text, part, setting, is_money=is_money)
        return text
    if not over:
        return setting.hedge + signed(core, setting.name)
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
    pattern = cldr_pattern(setting.name, cldr_id, setting.length, "other") if cldr_id else None
    has_words = setting.words is not None and setting.words.per and setting.length == "long"
    return None if not pattern or (has_words and "/" in pattern) else Part(whole, 1)


# ------------------------------------------------------------------------------------ one unit
def _one(core: Core, part: Part, setting: Setting) -> str:
    if part.own_long:
        own = part.own_long if setting.length == "long" else part.own_short
        return f"{setting.hedge}{signed(core, setting.name)}{NBSP}{own}"
    if part.name in units.CURRENCIES:
        return setting.hedge + _money(core, part.name, setting)
    if part.name == "percent":
        return setting.hedge + _filled(
            read_pattern(data(setting.name).tree("percent_formats")[None]), core
        )
    pattern = pattern_of(part.name, category_of(core, setting), setting, core.value)
    pattern = _cased(_apart(pattern, core), part.name, core, setting)
    return pattern.replace("{0}", setting.hedge + signed(core, setting.name))


def _cased(text: str, unit: str, core: Core, setting: Setting) -> str:
    """Return a pattern or a name in the case that a hedge demands of it behind a one."""
    table = setting.words
    if table is None or core.category != "one" or setting.length != "long":
        return text
    number, name = ("{0}", text[3:]) if text.startswith("{0}") else ("", text)
    space = name[: len(name) - len(name.lstrip())]
    return f"{number}{space}{in_case(name.lstrip(), setting.case, unit, table)}"


def _apart(pattern: str, core: Core) -> str:
    """Keep the letter of a scale from running into the unit's: 464K m is no 464 km."""
    after = pattern.partition("{0}")[2][:1]
    last = core.text[-1:]
    is_met = core.scale and after.isalpha() and last.isalpha() and last.lower() != last.upper()
    return pattern.replace("{0}", "{0} ") if is_met else pattern


def _filled(template: Template, core: Core) -> str:
    before, after = template.negative if core.is_negative else template.positive
    return f"{before}{core.text}{after}"


# --------------------------------------------------------------------------------------- money
def _money(core: Core, code: str, setting: Setting) -> str:
    words, found = setting.words, data(setting.name)
    if setting.length == "long" and (not core.scale or _style(words) == "name"):
        category = category_of(core, setting)
        name = _cased(money_name(code, category, setting), code, core, setting)
        patterns = found.tree("currency_unit_patterns")
        pattern = patterns.get(category) or patterns.get("other") or "{0} {1}"
        return str(pattern).replace("{0}", signed(core, setting.name)).replace("{1}", name)
    template = read_pattern(found.tree("currency_formats")["standard"])
    symbol = str(found.tree("currency_symbols").get(code, code))
    before, after = template.negative if core.is_negative else template.positive
    return _spaced(before, symbol, core.text, after)


def _style(words: Words | None) -> str:
    return words.money.get("compact", "name") if words else "symbol"


def _spaced(before: str, symbol: str, number: str, after: str) -> str:
    """Put the symbol for ¤; a letter of it never touches the number (BYN 5, not BYN5)."""
    if before.endswith("¤") and symbol[-1:].isalpha():
        before += NBSP
    if after.startswith("¤") and symbol[:1].isalpha():
        after = NBSP + after
    return f"{before.replace('¤', symbol)}{number}{after.replace('¤', symbol)}"


def _product(core: Core, over: tuple[Part, ...], setting: Setting) -> str:
    short = setting._replace(length="short")
    join = _times(setting)
    names = join.join(_raised(part, short) for part in over)
    return f"{setting.hedge}{signed(core, setting.name)}{NBSP}{names}"


def _raised(part: Part, setting: Setting) -> str:
    power = part.power
    exponent = "" if power == 1 else str(int(power) if power == int(power) else power)
    if "." in exponent:
        return f"{bare(part, setting)}^{exponent}"
    return bare(part, setting) + exponent.translate(_SUPERSCRIPTS)


def _times(setting: Setting) -> str:
    found = data(setting.name).tree("compound_unit_patterns", "times", "short").get("compound", "")
    return str(found).replace("{0}", "").replace("{1}", "") or "⋅"
