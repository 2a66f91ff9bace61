"""The inverse of `coopdata.formatting.measure`: hedges, ranges, counted nouns, rates, any locale.

A text is peeled: first the hedge, in the language's words or in signs; then, in a range, the first
of two numbers; then what stands around the other (`amounts`). Every measure found so is
printed again in all the ways that `formatting` has, and stays only where it gives the same text.
So nothing that is read here was not written there, and two measures that print alike are both
found.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import chain, product
from typing import Final, get_args

from .. import formatting
from .._exact import is_bounded
from .._numbers.digits import RUN
from .._printing.measures import SIGNS
from .._printing.numbers import shows
from .._printing.words import Words, words
from ..cldr import FOLDS, Stage
from ..errors import AmbiguousTextError
from ..values import Length, Measure, Relation
from .affixes import Amount, amounts, numbers
from .candidates import has_dimension, meant, scaled
from .lookup import Core, cores, is_mixed, singles

__all__ = ["exactly", "measure"]

_LONGEST: Final = 320
_DASH: Final = "\u2013"
_STARTS: Final = 8
#: Numbers below ten to this power have no scale word, so that they are printed in one way.
_SHORTENED: Final = 3
_LENGTHS: Final = get_args(Length)
_RELATIONS: Final[dict[str, Relation]] = {sign: relation for relation, sign in SIGNS.items()}
_STAGES: Final[tuple[Stage, ...]] = ("exact", "cased", "folded")


def exactly(
    text: str, numbers: list[Core], locale: str, dimension: str | None, ambiguous: str | None
) -> Measure | None:
    """Read what `formatting.measure` printed, to the letter; `None` where it prints no such thing.

    Args:
        text: The text.
        numbers: The cores of the text.
        locale: The locale that it was printed in.
        dimension: Take the measure of this dimension.
        ambiguous: ``"first"`` takes the first of several.

    Raises:
        AmbiguousTextError: It prints several measures so.
    """
    if not numbers or not 1 < len(text) <= _LONGEST:
        return None
    found = list(_read(text, numbers, locale, "exact"))
    if len(found) > 1:
        found = list(dict.fromkeys(found))
    if len(found) > 1 and not any(_shows(core, text, locale) for core in numbers):
        return None
    if len(found) > 1:
        best = None if dimension is not None else _preferred(found)
        if best is not None and _prints(best, text, locale, "exact"):
            return best  # whatever the others print
        found = [one for one in found if one != best and _prints(one, text, locale, "exact")]
    return _decided(found, text, locale, dimension, ambiguous)


def measure(text: str, locale: str, dimension: str | None, ambiguous: str | None) -> Measure | None:
    """Read what `formatting.measure` printed, in variants of it as well: other spaces, other case.

    Raises:
        AmbiguousTextError: It prints several measures so.
    """
    if not 1 < len(text) <= _LONGEST or RUN.search(text) is None or is_mixed(text):
        return None
    loosest = _variants(text, locale, "folded")
    for stage in _STAGES if loosest else ():  # what is closer to print is a variant too
        key = FOLDS[stage](text)
        read = loosest if stage == "folded" else _variants(text, locale, stage)
        found = [one for one in read if _prints(one, key, locale, stage)]
        if found:
            return _decided(found, text, locale, dimension, ambiguous)
    return None


def _variants(text: str, locale: str, stage: Stage) -> list[Measure]:
    """Return what the text may say, folded as a stage wants it."""
    key = FOLDS[stage](text)
    return list(dict.fromkeys(_read(key, cores(key, locale), locale, stage)))


def _decided(
    found: list[Measure], text: str, locale: str, dimension: str | None, ambiguous: str | None
) -> Measure | None:
    """Return the one measure, the first where that is wanted, or say that there are several."""
    if dimension is not None:
        found = [one for one in found if has_dimension(one.unit, dimension)]
    found = meant(found)
    if len(found) < 2:
        return found[0] if found else None
    found.sort(key=lambda one: (one.unit, one.low or 0, one.high or 0))
    if ambiguous == "first":
        return found[0]
    raise AmbiguousTextError(
        text, locale, 0, "name the dimension, or pass ambiguous='first'", tuple(found)
    )


def _shows(core: Core, text: str, locale: str) -> bool:
    """Tell whether the digits of a number stand in the text as they are printed."""
    return shows(text[len(core.prefix) : len(text) - len(core.suffix)], core.value, locale)


def _preferred(found: list[Measure]) -> Measure | None:
    """Return the one of several measures that people mean beside each of the others."""
    best, *others = meant(found)
    if others or any(meant([best, one]) != [best] for one in found if one != best):
        return None
    return best


def _prints(found: Measure, text: str, locale: str, stage: Stage) -> bool:
    """Tell whether a measure, printed in any of the ways there are, gives the text."""
    fold = FOLDS[stage]
    is_short = all(one is None or one.adjusted() < _SHORTENED for one in (found.low, found.high))
    return any(
        fold(formatting.measure(found, locale=locale, length=length, compact=compact)) == text
        for compact, length in product((False,) if is_short else (False, True), _LENGTHS)
    )


def _read(text: str, found: list[Core], locale: str, stage: Stage) -> Iterator[Measure]:
    """Yield what the text may say."""
    if _DASH in text:
        is_range = False
        for lower, upper in _ranges(text, locale, stage):
            if lower <= upper.value and is_bounded(lower):
                is_range = True
                yield Measure.between(lower, upper.value, upper.unit)
        if is_range:
            return
    for relation, inner in _peeled(text, singles(found, locale), locale, stage):
        for value, unit, _ in amounts(inner, locale, stage):
            low = None if relation in ("at_most", "less_than") else value
            high = None if relation in ("at_least", "more_than") else value
            yield Measure(low=low, high=high, unit=unit, relation=relation)


# Hedges ------------------------------------------------------------------------------------------


def _peeled(
    text: str, found: list[Core], locale: str, stage: Stage
) -> Iterator[tuple[Relation, list[Core]]]:
    """Yield the numbers without the hedge around them; as they are, where there is no hedge."""
    sign = _RELATIONS.get(text[0])
    if sign is not None:
        yield sign, _without(found, text[0], "")
        return
    table = words(locale)
    is_hedged = False
    for relation, before, after, case in _hedges(table.language, stage) if table else ():
        if case and table:
            for inner in _without_ending(text, table, case, after, stage) if after in text else ():
                yield relation, cores(inner, locale)
        elif before in text and text.endswith(after):
            unhedged = _without(found, before, after)
            is_hedged = is_hedged or (bool(unhedged) and text.startswith(before))
            yield relation, unhedged
    if not is_hedged:
        yield "exact", found


def _without(found: list[Core], before: str, after: str) -> list[Core]:
    """Take a hedge off the texts around the numbers: the end of one, or what stands in the other.

    It stands before the number and its sign, behind what comes first in a rate: "연간 약 5대".
    """
    return [
        core._replace(
            prefix=f"{core.prefix[:at]}{core.prefix[at + len(before) :]}",
            suffix=core.suffix[: len(core.suffix) - len(after)],
        )
        for core in found
        if core.suffix.endswith(after)
        for at in ({core.prefix.find(before), core.prefix.rfind(before)} - {-1} if before else {0})
    ]


@lru_cache(maxsize=32)
def _hedges(language: str, stage: Stage) -> tuple[tuple[Relation, str, str, str], ...]:
    """Return the hedges of a language: the texts before and after, the case that one demands."""
    table, fold = words(language), FOLDS[stage]
    found: list[tuple[Relation, str, str, str]] = []
    for relation, hedge in table.hedges.items() if table else ():
        case = hedge.get("ending", "")
        before, after = fold(hedge.get("before", "")), fold(hedge.get("after", ""))
        found.append((relation, before, after, case))
    return tuple(found)


def _without_ending(text: str, table: Words, case: str, after: str, stage: Stage) -> Iterator[str]:
    """Yield the text without a case ending and the word behind it: 5.000'den fazla traktör."""
    fold = FOLDS[stage]
    at = text.find(after)
    head, tail = text[:at], text[at + len(after) :]
    of_nouns = table.noun_endings.get(case, {}).values()
    for ending in dict.fromkeys(map(fold, chain(table.endings[case].values(), *of_nouns))):
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
            for high in amounts(cores(left[:start] + right, locale), locale, stage) if lows else ():
                for low, power in lows:
                    yield low, high
                    if high.power and not power:  # "1–2 billion"
                        yield scaled(low, high.power), high


def _starts(left: str) -> list[int]:
    """Return where the first number of a range may begin: at digits, a sign, a scale word."""
    runs = [run.start() for run in RUN.finditer(left)][-2:]
    if not runs:
        return []
    starts = {max(0, run - back) for run in runs for back in range(3)}
    starts.update(at + 1 for at, char in enumerate(left) if char.isspace() and at < max(runs))
    return sorted({0, *starts}, reverse=True)[: 2 * _STARTS]


def _lows(text: str, locale: str, stage: Stage) -> Iterator[tuple[Decimal, int]]:
    for core in cores(text, locale):
        for value, power, left, right in numbers(core, locale, stage):
            if not left and not right:
                yield value, power
