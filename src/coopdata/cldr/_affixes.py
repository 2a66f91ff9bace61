"""What a locale prints around a number, turned round: from the text to what it says.

A table is keyed by the whole printed pattern with ``{0}`` where the number stands, so that one
hash look-up finds prefix and suffix together: ``"{0} km"``, ``"-{0} %"``, ``"({0})"``. The exact
table holds what Babel prints to the letter. Two others are made from it when a text is first met
that is not printed to the letter: one folded but for its case, one folded altogether.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from .._text.fold import cased, each, fold
from ._cache import Tables
from ._data import LOCK, LocaleData
from ._exceptions import NOT_SHORTENED
from ._patterns import Template, read_pattern
from ._symbols import symbols_of

__all__ = [
    "FOLDS",
    "NUMBER",
    "Affix",
    "AffixTable",
    "Kind",
    "Stage",
    "compact_templates",
    "number_affixes",
    "percent_affixes",
]

Kind = Literal["number", "percent", "money", "unit"]
#: How closely a text is compared with what Babel prints: to the letter; but for marks, spaces and
#: signs; but for case as well.
Stage = Literal["exact", "cased", "folded"]
FOLDS: Final[dict[Stage, Callable[[str], str]]] = {"exact": str, "cased": cased, "folded": fold}

NUMBER: Final = "{0}"
_HIGHEST: Final = 9999
_PLURALS: Final = frozenset({"zero", "one", "two", "few", "many", "other"})


class Affix(NamedTuple):
    """What one text around a number says.

    Attributes:
        kind: What the number is of.
        name: The CLDR id of a unit, the ISO 4217 code of a currency, or nothing.
        power: The power of ten that the text stands for: 6 for "million".
        negative: Whether the text makes the number negative.
        plurals: The plural categories in which Babel prints it; none where it does not matter.
        span: Where Babel shortens by another power than the text says: the lowest and the highest
            power of ten of the numbers that it prints so.
    """

    kind: Kind
    name: str = ""
    power: int = 0
    negative: bool = False
    plurals: tuple[str, ...] = ()
    span: tuple[int, int] | None = None


Found = tuple[Affix, ...]


class AffixTable:
    """The affixes of one family in one locale, by exact and by folded pattern."""

    __slots__ = ("_folded", "_variants", "exact", "has_wordless")

    def __init__(self, exact: dict[str, Found], variants: Iterable[tuple[str, str]] = ()) -> None:
        self.exact = exact
        #: Whether some pattern states its number without digits: "thousand".
        self.has_wordless = not all(NUMBER in pattern for pattern in exact)
        self._variants = tuple(variants)
        self._folded: dict[Stage, dict[str, Found]] = {}

    def find(self, pattern: str, stage: Stage) -> Found:
        """Return what a text says whose number is replaced by ``{0}``; nothing if it is unknown."""
        return self.at(stage).get(pattern, ())

    def finder(self, stage: Stage) -> Callable[[str, Found], Found]:
        """Return `find` for one stage; its second argument is what it returns where it fails."""
        return self.at(stage).get

    def at(self, stage: Stage) -> dict[str, Found]:
        """Return the table keyed as a stage wants it; the folded ones are made on first use."""
        if stage == "exact":
            return self.exact
        if stage not in self._folded:
            with LOCK:
                if stage not in self._folded:
                    self._folded[stage] = self._made(FOLDS[stage])
        return self._folded[stage]

    def _made(self, fold: Callable[[str], str]) -> dict[str, Found]:
        folded: dict[str, Found] = {}
        for key, found in zip(each(self.exact, fold), self.exact.values(), strict=True):
            keys = [key, *(key.replace(sign, own) for sign, own in self._variants if sign in key)]
            for one in keys:
                known = folded.get(one)
                if known is not found:
                    folded[one] = found if known is None else _merged((*known, *found))
        return folded


@lru_cache(maxsize=16384)
def _merged(found: Found) -> Found:
    """Join affixes that differ in nothing but the plural category."""
    plurals: dict[Affix, dict[str, None]] = {}
    for affix in found:
        plurals.setdefault(affix._replace(plurals=()), {}).update(dict.fromkeys(affix.plurals))
    return tuple(affix._replace(plurals=tuple(each)) for affix, each in plurals.items())


def _table(pairs: Iterable[tuple[str, Affix]]) -> dict[str, Found]:
    raw: dict[str, Found] = {}
    for pattern, affix in pairs:
        _add(raw, pattern, affix)
    return {pattern: _merged(found) for pattern, found in raw.items()}


def _add(raw: dict[str, Found], pattern: str, affix: Affix) -> None:
    known = raw.get(pattern)
    if known is None:
        raw[pattern] = (affix,)
    elif affix not in known:
        raw[pattern] = (*known, affix)


# Numbers ---------------------------------------------------------------------------------------


def _numbers(found: LocaleData) -> AffixTable:
    return AffixTable(_table(_number_pairs(found)))


def _number_pairs(found: LocaleData) -> Iterator[tuple[str, Affix]]:
    plain = Affix("number")
    yield NUMBER, plain
    for section in ("decimal_formats", "scientific_formats"):
        for _, pattern in found.items_at(section):
            yield from _both(read_pattern(pattern), plain)
    for template, affix in compact_templates(found, "compact_decimal_formats"):
        yield from _both(template, affix)


def _both(template: Template, affix: Affix) -> Iterator[tuple[str, Affix]]:
    """Yield the patterns of a template, positive and negative."""
    middle = NUMBER if template.has_digits else ""
    yield middle.join(template.positive), affix
    yield middle.join(template.negative), affix._replace(negative=True)


def compact_templates(found: LocaleData, section: str) -> Iterator[tuple[Template, Affix]]:
    """Yield the compact forms of a section, each with what it multiplies by.

    Babel divides by the zeros of the whole pattern. Where the pattern has a part of its own for
    negative numbers, that is not what the pattern says; then both readings are yielded.
    """
    for _, by_plural in found.items_at(section):
        others = by_plural.get("other", {})
        powers = sorted(len(magnitude) - 1 for magnitude in others)
        for plural, by_magnitude in by_plural.items():
            for magnitude, pattern in by_magnitude.items():
                template = read_pattern(pattern)
                divided = read_pattern(others.get(magnitude, pattern))
                if NOT_SHORTENED & {template.pattern, divided.pattern}:
                    continue
                above = len(magnitude) - 1
                plurals = (plural,) if plural in _PLURALS else ("one",)
                said = above - max(template.zeros - 1, 0)
                meant = above - (divided.all_zeros - 1)
                yield template, Affix("number", "", said, plurals=plurals)
                if meant != said:
                    top = next((each - 1 for each in powers if each > above), _HIGHEST)
                    affix = Affix("number", "", meant, plurals=plurals, span=(above, top))
                    yield template, affix


# Percent ---------------------------------------------------------------------------------------


def _percents(found: LocaleData) -> AffixTable:
    pairs = (
        pair
        for _, pattern in found.items_at("percent_formats")
        for pair in _both(read_pattern(pattern), Affix("percent", "percent"))
    )
    own = [("%", sign) for sign in symbols_of(found).percents if sign != "%"]
    return AffixTable(_table(pairs), own)


number_affixes: Final = Tables(
    _numbers, "decimal_formats", "scientific_formats", "compact_decimal_formats"
)
percent_affixes: Final = Tables(_percents, "percent_formats", "number_symbols", "numbering_systems")
