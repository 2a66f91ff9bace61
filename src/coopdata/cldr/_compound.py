"""How a locale joins units: rates ("per hour"), lists ("3 hr, 5 min"), quotients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from .._text.edges import Edges
from .._text.fold import each, fold
from ._affixes import FOLDS, NUMBER, Stage
from ._cache import Tables
from ._data import LOCK, LocaleData
from ._units import LENGTHS

__all__ = ["Joint", "Lists", "PerTable", "list_joints", "per_affixes", "quotients"]

_PER: Final = "{0}/{1}"
_LONGEST: Final = 160

ByPrefix = dict[str, dict[str, tuple[str, ...]]]
Divisors = dict[str, Edges[tuple[str, tuple[str, ...]]]]
#: One way of joining: the texts before, between and after two parts, and whether they are swapped.
Joint = tuple[str, str, str, bool]


class Lists(NamedTuple):
    """How a locale joins the parts of a list.

    `pairs` join two parts; `longer` holds the joints at the start, in the middle and at the end of
    a longer list, and whether the style lacks a joint for two: then Babel prints the second of two
    parts twice. The longest come first: they leave the least to be misread.
    """

    pairs: tuple[Joint, ...]
    longer: tuple[tuple[Joint, Joint, Joint, bool], ...]


class PerTable:
    """The texts that stand around an amount and make it a rate, with the unit it is divided by."""

    __slots__ = ("_exact", "_tables")

    def __init__(self, exact: ByPrefix) -> None:
        self._exact = exact
        self._tables: dict[Stage, Divisors] = {}

    def find(self, prefix: str, suffix: str, stage: Stage) -> list[tuple[str, str, str]]:
        """Return every way to take a divisor off: what is left of either side, and its CLDR id."""
        found: list[tuple[str, str, str]] = []
        if len(prefix) > _LONGEST or len(suffix) > _LONGEST:
            return found
        table = self._tables.get(stage) or self._made(stage)
        for cut in range(len(prefix) + 1):
            by_suffix = table.get(prefix[:cut])
            for tail, names in () if by_suffix is None else by_suffix.near(suffix):
                if suffix.endswith(tail):
                    rest = suffix[: len(suffix) - len(tail)]
                    found += [(prefix[cut:], rest, name) for name in names]
        return found

    def suffixes(self) -> Mapping[str, tuple[str, ...]]:
        """Return the texts that alone make a rate of what they follow, each with its CLDR ids."""
        return self._exact.get("", {})

    def _made(self, stage: Stage) -> Divisors:
        with LOCK:
            if stage not in self._tables:
                found = self._exact if stage == "exact" else self._folded(stage)
                self._tables[stage] = {
                    prefix: Edges(((each[0], each) for each in by_suffix.items()), "end")
                    for prefix, by_suffix in found.items()
                }
        return self._tables[stage]

    def _folded(self, stage: Stage) -> ByPrefix:
        made: ByPrefix = {}
        prefixes = each(self._exact, FOLDS[stage])
        for prefix, by_suffix in zip(prefixes, self._exact.values(), strict=True):
            suffixes = each(by_suffix, FOLDS[stage])
            for suffix, names in zip(suffixes, by_suffix.values(), strict=True):
                _add(made, prefix, suffix, *names)
        return made


def _add(table: ByPrefix, prefix: str, suffix: str, *names: str) -> None:
    by_suffix = table.setdefault(prefix, {})
    by_suffix[suffix] = tuple(dict.fromkeys((*by_suffix.get(suffix, ()), *names)))


def _pers(found: LocaleData) -> PerTable:
    table: ByPrefix = {}
    names = found.tree("unit_display_names")
    joints = {length: found.tree("compound_unit_patterns", "per", length) for length in LENGTHS}
    for name, by_length in found["unit_patterns"].items():
        for length in LENGTHS:
            forms = by_length.get(length, {})
            if "per" in forms:
                patterns = [forms["per"]]
            else:
                joint = joints[length].get("compound", _PER)
                alone = _alone(forms, names.get(name, {}).get(length) or name)
                patterns = [joint.replace("{1}", text.strip()) for text in alone]
            for pattern in patterns:
                prefix, _, suffix = pattern.partition(NUMBER)
                _add(table, prefix, suffix, name)
    table.get("", {}).pop("", None)
    return PerTable(table)


def _alone(forms: Mapping[str, str], name: str) -> list[str]:
    """Return how Babel prints a divisor: its singular or, where it has none, one of two others.

    Up to 2.18 that is the unit's name, from 2.19 on the plural.
    """
    if "one" in forms:
        return [forms["one"].replace(NUMBER, "")]
    return [forms["other"].replace(NUMBER, ""), name] if "other" in forms else [name]


def _joint(pattern: str) -> Joint:
    first, second = pattern.find("{0}"), pattern.find("{1}")
    swapped = second < first
    left, right = min(first, second), max(first, second)
    return pattern[:left], pattern[left + 3 : right], pattern[right + 3 :], swapped


def _quotients(found: LocaleData) -> tuple[tuple[Joint, ...], tuple[Joint, ...]]:
    """Return the joints of "8 km per 2 h", exact and folded."""
    patterns = [
        found.tree("compound_unit_patterns", "per", length).get("compound", _PER)
        for length in LENGTHS
    ]
    exact = tuple(dict.fromkeys(map(_joint, [*patterns, _PER])))
    return exact, tuple(dict.fromkeys(map(_folded, exact)))


def _lists(found: LocaleData) -> tuple[Lists, Lists]:
    """Return the joints of the locale's list styles, exact and folded."""
    exact: list[dict[str, Joint]] = []
    for name, patterns in found.items_at("list_patterns"):
        style = {part: _joint(pattern) for part, pattern in patterns.items()}
        if not name.startswith("or") and style not in exact:
            exact.append(style)
    folded = [{part: _folded(joint) for part, joint in style.items()} for style in exact]
    return _gathered(exact), _gathered(folded)


def _gathered(styles: list[dict[str, Joint]]) -> Lists:
    pairs = [style["2"] for style in styles if "2" in style]
    longer = [
        (style["start"], style.get("middle", style["start"]), style["end"], "2" not in style)
        for style in styles
        if "start" in style and "end" in style
    ]
    return Lists(
        tuple(sorted(dict.fromkeys(pairs), key=lambda joint: -len("".join(joint[:3])))),
        tuple(sorted(dict.fromkeys(longer), key=lambda style: -len("".join(style[2][:3])))),
    )


def _folded(joint: Joint) -> Joint:
    before, between, after, swapped = joint
    return fold(before), fold(between), fold(after), swapped


per_affixes: Final = Tables(
    _pers, "unit_patterns", "unit_display_names", "compound_unit_patterns", kept=32
)
quotients: Final = Tables(_quotients, "compound_unit_patterns")
list_joints: Final = Tables(_lists, "list_patterns")
