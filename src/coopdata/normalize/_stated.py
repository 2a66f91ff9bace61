"""The inverse of `coopdata.formatting.measure`: hedges, ranges, counted nouns, rates, any locale.

A text is peeled: first the hedge, in the language's words or in signs; then, in a range, the first
of two numbers; then what stands around the other (`_stated_units`). Every measure found so is
printed again in all the ways that `formatting` has, and stays only where it gives the same text.
So nothing that is read here was not written there, and two measures that print alike are both
found.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Final

from .. import formatting
from ..cldr import FOLDS, Stage
from ..errors import AmbiguousTextError
from ..formatting._measure import SIGNS
from ..formatting._words import Words, words
from ..values import Measure, Relation
from ._digits import RUN
from ._lookup import cores, is_mixed
from ._reading import has_dimension
from ._stated_units import Amount, amounts, numbers

__all__ = ["measure", "measures"]

_LONGEST: Final = 320
_DASH: Final = "\u2013"
_STARTS: Final = 8
_LENGTHS: Final = ("long", "short", "narrow")
_STAGES: Final[tuple[Stage, ...]] = ("exact", "cased", "folded")


def measure(text: str, locale: str, dimension: str | None, ambiguous: str | None) -> Measure | None:
    """Read what `formatting.measure` printed; `None` where it prints nothing like it.

    Raises:
        AmbiguousTextError: It prints several measures so.
    """
    found = measures(text, locale)
    if dimension is not None:
        found = [one for one in found if has_dimension(one.unit, dimension)]
    if not found:
        return None
    if len(found) > 1 and ambiguous != "first":
        raise AmbiguousTextError(
            text, locale, 0, "name the dimension, or pass ambiguous='first'", tuple(found)
        )
    return found[0]


def measures(text: str, locale: str) -> list[Measure]:
    """Return every measure that is printed as `text`, to the letter or but for variants of it."""
    bare = text.strip()
    if not 1 < len(bare) <= _LONGEST or RUN.search(bare) is None or is_mixed(bare):
        return []
    for stage in _STAGES:
        fold = FOLDS[stage]
        key = fold(bare)
        found = [
            one
            for one in dict.fromkeys(_read(key, locale, stage))
            if _prints(one, key, locale, stage)
        ]
        if found:
            return sorted(found, key=lambda one: (one.unit, one.low or 0, one.high or 0))
    return []


def _prints(found: Measure, text: str, locale: str, stage: Stage) -> bool:
    """Tell whether a measure, printed in any of the ways there are, gives the text."""
    fold = FOLDS[stage]
    return any(
        fold(formatting.measure(found, locale=locale, length=length, compact=compact)) == text
        for compact, length in product((False, True), _LENGTHS)
    )


def _read(text: str, locale: str, stage: Stage) -> Iterator[Measure]:
    """Yield what the text may say."""
    for relation, inner in _peeled(text, words(locale), stage):
        if relation == "between":
            for lower, upper in _ranges(inner, locale, stage):
                if lower <= upper.value:
                    yield Measure.between(lower, upper.value, upper.unit)
            continue
        for value, unit, _ in amounts(inner, locale, stage):
            low = None if relation in ("at_most", "less_than") else value
            high = None if relation in ("at_least", "more_than") else value
            yield Measure(low=low, high=high, unit=unit, relation=relation)


# Hedges ------------------------------------------------------------------------------------------


def _peeled(text: str, table: Words | None, stage: Stage) -> Iterator[tuple[Relation, str]]:
    """Yield what the text says without its hedge, for every hedge that it may have."""
    yield "exact", text
    if _DASH in text:
        yield "between", text
    for relation, sign in SIGNS.items():
        if text.startswith(sign):
            yield relation, text[1:]
    if table is None:
        return
    fold = FOLDS[stage]
    for relation, hedge in table.hedges.items():
        before, after = fold(hedge.get("before", "")), fold(hedge.get("after", ""))
        if "ending" in hedge:
            for inner in _without_ending(text, table, hedge["ending"], after, stage):
                yield relation, inner
        elif text.startswith(before) and text.endswith(after) and (before or after):
            yield relation, text[len(before) : len(text) - len(after)]


def _without_ending(text: str, table: Words, case: str, after: str, stage: Stage) -> Iterator[str]:
    """Yield the text without a case ending and the word behind it: 5.000'den fazla traktör."""
    fold = FOLDS[stage]
    at = text.find(after)
    if at < 0:
        return
    head, tail = text[:at], text[at + len(after) :]
    for ending in dict.fromkeys(map(fold, table.endings[case].values())):
        for joiner in (fold(table.joiner), ""):
            if head.endswith(joiner + ending):
                yield head[: len(head) - len(joiner + ending)] + tail


# Ranges ------------------------------------------------------------------------------------------


def _ranges(text: str, locale: str, stage: Stage) -> Iterator[tuple[Decimal, Amount]]:
    """Yield the lower number of a range, and the upper one with the unit of both."""
    for at, char in enumerate(text):
        if char != _DASH:
            continue
        left, right = text[:at].rstrip(" "), text[at + 1 :].lstrip(" ")
        for start in _starts(left):
            lows = list(_lows(left[start:], locale, stage))
            if not lows:
                continue
            for high in amounts(left[:start] + right, locale, stage):
                for low, power in lows:
                    yield low, high
                    if high.power and not power:  # "1–2 billion"
                        yield Decimal(f"{low.scaleb(high.power):f}"), high


def _starts(left: str) -> list[int]:
    """Return where the first number of a range may begin: at digits, a sign, a scale word."""
    runs = [run.start() for run in RUN.finditer(left)][-2:]
    starts = {max(0, run - back) for run in runs for back in range(3)}
    starts.update(at + 1 for at, char in enumerate(left) if char.isspace())
    return sorted({0, *starts}, reverse=True)[: 2 * _STARTS]


def _lows(text: str, locale: str, stage: Stage) -> Iterator[tuple[Decimal, int]]:
    for core in cores(text, locale):
        for value, power, left, right in numbers(core, locale, stage):
            if not left and not right:
                yield value, power
