"""Hold what an extractor finds against the gold, in one pass over each text."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ..errors import shown
from ..model import Mention, NameMention, in_order
from ..values import Period
from ._gold import GoldText, gold_lines, shipped_gold
from ._report import LEVELS, Difference, Level, Report, Score

__all__ = ["evaluate"]

Found = Mention | NameMention


def evaluate(
    extractor: Callable[..., Iterable[Found]],
    *,
    gold: Iterable[GoldText] | Path | str | None = None,
) -> Report:
    """Score an extractor.

    Args:
        extractor: A function from text to mentions. Where it takes ``locale`` or ``anchor`` by
            name, it is given the text's language and date.
        gold: Gold texts, or the path of a JSON Lines file; by default the five articles.

    Names are scored like quantities where the gold has them: ``shipped_gold(names=True)``.

    Minor mentions of the gold may be found or not; nothing that stands where one stands counts.

    Raises:
        SeedError: the gold is not what `gold_lines` reads, or mentions that were found overlap.

    Examples:
        >>> from coopdata import extract
        >>> evaluate(extract.mentions).score("value", language="en").f1 > 0.9
        True
    """
    texts = (
        shipped_gold()
        if gold is None
        else gold_lines(gold)
        if isinstance(gold, str | Path)
        else gold
    )
    passed = _accepted(extractor)
    counts: dict[tuple[Level, str, str], list[int]] = {}
    differences: list[Difference] = []
    negatives = false_alarms = 0
    for text in texts:
        options = {"locale": text.language, "anchor": text.anchor}
        found = sorted(
            extractor(text.text, **{name: options[name] for name in passed}),
            key=lambda one: one.span,
        )
        in_order(found, f"what was found in the text {shown(text.id)}")
        wanted = [one for one in text.mentions if not _is_minor(one)]
        minor = [one for one in text.mentions if _is_minor(one)]
        passed_over = {at for them in _near(minor, found) for at in them}
        got = [one for at, one in enumerate(found) if not _is_minor(one) and at not in passed_over]
        if not wanted:
            negatives += 1
            false_alarms += bool(got)
        _count(counts, text.language, wanted, got)
        differences.extend(_differences(text, wanted, got))
    return Report(
        scores=tuple(
            Score(
                level=level,
                kind=kind,
                language=language,
                hits=row[0],
                found=row[1],
                gold=row[2],
                wrong=row[3],
            )
            for (level, kind, language), row in sorted(counts.items(), key=_order)
        ),
        differences=tuple(differences),
        negatives=negatives,
        false_alarms=false_alarms,
    )


def _order(item: tuple[tuple[Level, str, str], list[int]]) -> tuple[str, str, int]:
    level, kind, language = item[0]
    return language, kind, LEVELS.index(level)


def _accepted(extractor: Callable[..., Any]) -> tuple[str, ...]:
    try:
        parameters = inspect.signature(extractor).parameters
    except (TypeError, ValueError):  # a builtin tells nothing of itself
        return ()
    return tuple(name for name in ("locale", "anchor") if name in parameters)


def _agree(level: Level, gold: Found, found: Found) -> bool:
    if level == "span":
        return gold.span == found.span
    if not gold.span.overlaps(found.span):
        return False
    return level == "overlap" or (gold.kind == found.kind and _same_value(gold, found))


def _is_minor(mention: Found) -> bool:
    return isinstance(mention, Mention) and mention.minor


def _same_value(gold: Found, found: Found) -> bool:
    """Tell whether two values are equal; periods without a known day are all one, open.

    A name is the gold's where the party is, or else the code; an unresolved one has neither.
    """
    if isinstance(gold, NameMention) or isinstance(found, NameMention):
        return (
            isinstance(gold, NameMention)
            and isinstance(found, NameMention)
            and (gold.party == found.party if gold.party else gold.code in ("", found.code))
        )
    one, two = gold.value, found.value
    if isinstance(one, Period) and isinstance(two, Period):
        return one == two or {one.start, one.end, two.start, two.end} == {None}
    return one == two


def _near(gold: Sequence[Found], found: Sequence[Found]) -> list[list[int]]:
    """Return, for each gold mention, the places in `found` of those that share a character with it.

    Both are in text order and do not overlap, so that one pass finds all of them.
    """
    near: list[list[int]] = []
    first = 0
    for one in gold:
        while first < len(found) and found[first].span.end <= one.span.start:
            first += 1
        at = first
        while at < len(found) and found[at].span.start < one.span.end:
            at += 1
        near.append([*range(first, at)])
    return near


def _count(
    counts: dict[tuple[Level, str, str], list[int]],
    language: str,
    wanted: list[Found],
    got: list[Found],
) -> None:
    near = _near(wanted, got)
    beside = {at for them in near for at in them}
    for level in LEVELS:
        taken: set[int] = set()
        for gold, close in zip(wanted, near, strict=True):
            match = next(
                (at for at in close if at not in taken and _agree(level, gold, got[at])), None
            )
            if match is not None:
                taken.add(match)
            for key in _keys(level, gold.kind or "", language):
                row = counts.setdefault(key, [0, 0, 0, 0])
                row[0] += match is not None
                row[1] += match is not None
                row[2] += 1
        for at, found in enumerate(got):
            if at not in taken:
                for key in _keys(level, found.kind or "", language):
                    row = counts.setdefault(key, [0, 0, 0, 0])
                    row[1] += 1
                    row[3] += at in beside


def _keys(level: Level, kind: str, language: str) -> Iterator[tuple[Level, str, str]]:
    yield level, kind, language
    yield level, kind, ""
    yield level, "", language
    yield level, "", ""


def _differences(text: GoldText, wanted: list[Found], got: list[Found]) -> Iterator[Difference]:
    def difference(gold: Found | None, found: Found | None) -> Difference:
        return Difference(
            text_id=text.id, language=text.language, text=text.text, gold=gold, found=found
        )

    near = _near(wanted, got)
    told: set[int] = set()
    wrong: list[tuple[Found, list[int]]] = []
    for gold, close in zip(wanted, near, strict=True):
        same = [at for at in close if _same(gold, got[at])]
        told.update(same)
        if not same:
            wrong.append((gold, close))
    for gold, close in wrong:
        at = next((at for at in close if at not in told), None)
        if at is not None:
            told.add(at)
        yield difference(gold, None if at is None else got[at])
    yield from (difference(None, found) for at, found in enumerate(got) if at not in told)


def _same(gold: Found, found: Found) -> bool:
    return gold.span == found.span and gold.kind == found.kind and _same_value(gold, found)
