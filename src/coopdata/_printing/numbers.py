"""Numbers in a locale's own pattern, with exactly the digits that the value has."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .._exact import EXACT
from ..cldr import Template, data, plural_category, read_pattern

__all__ = [
    "Core",
    "compacted",
    "decimal_template",
    "digits",
    "plural",
    "ranged",
    "shows",
    "signed",
    "single",
]

_LONGEST = 1000  # digits written out; beyond them the power of ten is printed
_WIDTHS = ("short", "long")


class Core(NamedTuple):
    """A number, or a range of two, ready to be put into a pattern.

    `text` has no sign where `is_negative` says so, but bears the sign that a locale sets behind the
    word of a scale ("elfu -15"); `category` is the plural category of the number
    that stands next to the unit; `scale` is the power of ten that a compact form leaves to a word.
    """

    text: str
    is_negative: bool
    category: str
    value: Decimal
    scale: int = 0


class _Style(NamedTuple):
    decimal: str
    group: str
    sizes: tuple[int, int]
    template: Template
    exponential: str
    infinity: str
    nan: str


@lru_cache(maxsize=128)
def _style(name: str) -> _Style:
    found = data(name)
    signs = found.tree("number_symbols", "latn")
    template = read_pattern(found.tree("decimal_formats")[None])
    return _Style(
        decimal=signs.get("decimal", "."),
        group=signs.get("group", ","),
        sizes=template.grouping,
        template=template,
        exponential=signs.get("exponential", "E"),
        infinity=signs.get("infinity", "∞"),
        nan=signs.get("nan", "NaN"),
    )


def decimal_template(name: str) -> Template:
    """Return what stands around a plain number."""
    return _style(name).template


def digits(value: Decimal, name: str, sizes: tuple[int, int] | None = None) -> str:
    """Return the digits of `value`, without its sign, in the locale's groups or those given."""
    style = _style(name)
    if value.is_nan():
        return style.nan
    if value.is_infinite():
        return style.infinity
    exponent = int(value.as_tuple().exponent)
    if abs(value.adjusted()) > _LONGEST or abs(exponent) > _LONGEST:
        mantissa, _, power = f"{value.copy_abs():E}".partition("E")
        return f"{mantissa.replace('.', style.decimal)}{style.exponential}{int(power)}"
    whole, _, fraction = f"{value.copy_abs():f}".partition(".")
    whole = _grouped(whole, style.group, *(sizes or style.sizes))
    return f"{whole}{style.decimal}{fraction}" if fraction else whole


def shows(text: str, value: Decimal, name: str) -> bool:
    """Tell whether these are the digits of `value` as some pattern of the locale groups them."""
    return any(digits(value, name, sizes) == text for sizes in _groupings(name))


@lru_cache(maxsize=128)
def _groupings(name: str) -> tuple[tuple[int, int], ...]:
    """Return the sizes of groups in plain numbers, percentages and money."""
    found = data(name)
    own = (found.tree("percent_formats")[None], found.tree("currency_formats")["standard"])
    return tuple({_style(name).sizes: None, **{read_pattern(one).grouping: None for one in own}})


def _grouped(whole: str, mark: str, first: int, rest: int) -> str:
    groups: list[str] = []
    size = first
    while len(whole) > size > 0:
        groups.append(whole[-size:])
        whole, size = whole[:-size], rest
    return mark.join([whole, *reversed(groups)])


def plural(value: Decimal, name: str) -> str:
    """Return the plural category of a number as printed: 1.0 is not 1 in every language."""
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
        return "other"
    return plural_category(name, value.copy_abs())


def single(value: Decimal, name: str, sizes: tuple[int, int] | None = None) -> Core:
    """Return one number, in groups of `sizes` where a pattern has its own."""
    text = digits(value, name, sizes)
    return Core(text, value.is_signed() and bool(value), plural(value, name), value)


def signed(core: Core, name: str) -> str:
    """Return the number with its sign, as it stands alone or before a unit."""
    template = _style(name).template
    before, after = template.negative if core.is_negative else template.positive
    return f"{before}{core.text}{after}"


def ranged(low: Core, high: Core, name: str, dash: str) -> Core:
    """Return two numbers as one: "10–12", with the plural of the second.

    A scale word that both have is written once: "1–2 billion".
    """
    if low.value < 0 or high.value < 0:
        text = f"{signed(low, name)} {dash} {signed(high, name)}"
    elif low.scale != high.scale:
        text = f"{low.text} {dash} {high.text}"
    else:
        text = f"{_without_word(low, high)}{dash}{high.text}"
    return high._replace(text=text, is_negative=False)


def _without_word(low: Core, high: Core) -> str:
    tail = _tail(low.text) if low.scale and high.scale else ""
    return low.text[: len(low.text) - len(tail)]


def _tail(text: str) -> str:
    """Return what follows the last digit."""
    at = len(text)
    while at and not text[at - 1].isdecimal():
        at -= 1
    return text[at:]


# -------------------------------------------------------------------------------------- compact
def compacted(value: Decimal, name: str, width: str, *, is_alone: bool = False) -> Core | None:
    """Return "28 million" for 28000000, or `None` where a scale word would not help.

    A word that says its number itself ("mille", and no "1 mila") is for a number that `is_alone`.
    No digit is lost: the number before the word has as many decimals as it takes, and where that
    is more than two and saves nothing, or where the value has decimals itself, the number stays.
    """
    found = _scaled(value, name, width)
    if found is None:
        return None
    number, template, scale = found
    if not template.has_digits:
        word = "".join(template.positive)
        return Core(word, value < 0, plural(value, name), value, scale) if is_alone else None
    before, after = template.positive
    is_signed_inside = value < 0 and template.negative != (f"-{before}", after)
    if is_signed_inside:
        before, after = template.negative
    return Core(
        f"{before}{digits(number, name)}{after}",
        value < 0 and not is_signed_inside,
        plural(value, name),
        value,
        scale,
    )


def _scaled(value: Decimal, name: str, width: str) -> tuple[Decimal, Template, int] | None:
    if not value.is_finite() or int(value.as_tuple().exponent) < 0 or value.adjusted() > _LONGEST:
        return None
    for each in (width, *_WIDTHS):
        powers = _powers(name, each)
        fitting = [power for power in powers if power <= value.adjusted()]
        if not value or not fitting:
            continue
        magnitude = max(fitting)
        shown = _shifted(value, magnitude, name, each)
        for category in (str(shown), plural(shown, name), "other"):
            template = powers[magnitude].get(category)
            if template is None or not (template.has_digits or shown.copy_abs() == 1):
                continue
            scale = magnitude - template.zeros + template.has_digits
            number = _stripped(value.scaleb(-scale, EXACT))
            decimals = -int(number.as_tuple().exponent)
            saved = scale - decimals
            if scale < 3 or (decimals > 2 and saved < 3):
                return None
            return number.copy_abs(), template, scale
    return None


def _shifted(value: Decimal, magnitude: int, name: str, width: str) -> Decimal:
    """Return the number that will stand before the word, which decides the word's plural."""
    patterns = _powers(name, width)[magnitude]
    template = patterns.get("other") or next(iter(patterns.values()))
    return _stripped(value.scaleb(template.zeros - template.has_digits - magnitude, EXACT))


def _stripped(value: Decimal) -> Decimal:
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


@lru_cache(maxsize=128)
def _powers(name: str, width: str) -> dict[int, dict[str, Template]]:
    """Return power of ten -> plural category -> template; patterns of a bare "0" say nothing."""
    powers: dict[int, dict[str, Template]] = {}
    for category, patterns in data(name).tree("compact_decimal_formats", width).items():
        for magnitude, pattern in patterns.items():
            template = read_pattern(pattern)
            if any(template.positive) and bool(template.zeros) == template.has_digits:
                powers.setdefault(len(magnitude) - 1, {})[category] = template
    return powers
