"""How a locale joins units: rates ("per hour"), lists ("3 hr, 5 min"), units without a pattern."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ._affixes import NUMBER, Affix
from ._cache import Tables
from ._data import LOCK, LocaleData
from ._fold import fold

__all__ = ["ListStyle", "PerTable", "list_styles", "per_affixes", "quotients", "unit_names"]

_LENGTHS: Final = ("long", "short", "narrow")
_PER: Final = "{0}/{1}"
_LONGEST: Final = 160

ByPrefix = dict[str, dict[str, tuple[str, ...]]]
#: One way of joining: the texts before, between and after two parts, and whether they are swapped.
Joint = tuple[str, str, str, bool]
ListStyle = dict[str, Joint]


class PerTable:
    """The texts that stand around an amount and make it a rate, with the unit it is divided by."""

    __slots__ = ("_exact", "_folded")

    def __init__(self, exact: ByPrefix) -> None:
        self._exact = exact
        self._folded: ByPrefix | None = None

    def find(self, prefix: str, suffix: str, *, folded: bool) -> Iterator[tuple[str, str, str]]:
        """Yield every way to take a divisor off: what is left of either side, and its CLDR id."""
        if len(prefix) > _LONGEST or len(suffix) > _LONGEST:
            return
        table = self._folded_table() if folded else self._exact
        for cut in range(len(prefix) + 1):
            by_suffix = table.get(prefix[:cut])
            if by_suffix is not None:
                for at in range(len(suffix) + 1):
                    for name in by_suffix.get(suffix[at:], ()):
                        yield prefix[cut:], suffix[:at], name

    def _folded_table(self) -> ByPrefix:
        if self._folded is None:
            with LOCK:
                folded: ByPrefix = {}
                for prefix, by_suffix in self._exact.items():
                    for suffix, names in by_suffix.items():
                        _add(folded, fold(prefix), fold(suffix), *names)
                self._folded = folded
        return self._folded


def _add(table: ByPrefix, prefix: str, suffix: str, *names: str) -> None:
    by_suffix = table.setdefault(prefix, {})
    by_suffix[suffix] = tuple(dict.fromkeys((*by_suffix.get(suffix, ()), *names)))


def _pers(found: LocaleData) -> PerTable:
    table: ByPrefix = {}
    names = found.tree("unit_display_names")
    joints = {length: found.tree("compound_unit_patterns", "per", length) for length in _LENGTHS}
    for name, by_length in found["unit_patterns"].items():
        for length in _LENGTHS:
            forms = by_length.get(length, {})
            pattern = forms.get("per")
            if not pattern:
                alone = forms["one"].replace(NUMBER, "") if "one" in forms else ""
                alone = alone or names.get(name, {}).get(length) or name
                pattern = joints[length].get("compound", _PER).replace("{1}", alone.strip())
            prefix, _, suffix = pattern.partition(NUMBER)
            _add(table, prefix, suffix, name)
    table.get("", {}).pop("", None)
    return PerTable(table)


def _joint(pattern: str) -> Joint:
    first, second = pattern.find("{0}"), pattern.find("{1}")
    swapped = second < first
    left, right = min(first, second), max(first, second)
    return pattern[:left], pattern[left + 3 : right], pattern[right + 3 :], swapped


def _quotients(found: LocaleData) -> tuple[Joint, ...]:
    patterns = [
        found.tree("compound_unit_patterns", "per", length).get("compound", _PER)
        for length in _LENGTHS
    ]
    return tuple(dict.fromkeys(map(_joint, [*patterns, _PER])))


def _styles(found: LocaleData) -> tuple[ListStyle, ...]:
    styles: list[ListStyle] = []
    for name, patterns in found.items_at("list_patterns"):
        style = {part: _joint(pattern) for part, pattern in patterns.items()}
        if not name.startswith("or") and style not in styles:
            styles.append(style)
    return tuple(styles)


def _names(found: LocaleData) -> dict[str, tuple[Affix, ...]]:
    """Return what Babel prints after a number where the locale has no pattern for the unit."""
    names: dict[str, tuple[Affix, ...]] = {}
    display = found.tree("unit_display_names")
    for unit in found["unit_patterns"]:
        texts = [*display.get(unit, {}).values(), unit, unit.partition("-")[2]]
        for text in dict.fromkeys(texts):
            if text:
                key = fold(f"{NUMBER} {text}")
                names[key] = tuple(dict.fromkeys((*names.get(key, ()), Affix("unit", unit))))
    return names


per_affixes: Final = Tables(
    _pers, "unit_patterns", "unit_display_names", "compound_unit_patterns", kept=32
)
quotients: Final = Tables(_quotients, "compound_unit_patterns")
list_styles: Final = Tables(_styles, "list_patterns")
unit_names: Final = Tables(_names, "unit_patterns", "unit_display_names", kept=32)
