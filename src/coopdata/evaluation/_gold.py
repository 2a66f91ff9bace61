"""Gold texts: the five articles, or one's own from a file of JSON Lines, read strictly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, fields_dict, frozen

from .._fixed import Record, tuple_of
from .._trees.convert import structure
from .._trees.problems import problems_of
from .._trees.text import BadTextError, decode, parse
from ..errors import CoopdataError, SeedError, shown
from ..model import MENTION_KINDS, NAME_KINDS, Mention, NameMention, in_order
from ..values import Measure, Period, Span
from ._fits import misfits

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = ["GoldText", "gold_lines", "named_gold", "shipped_gold"]


def _sorted(mentions: Iterable[Mention | NameMention]) -> tuple[Mention | NameMention, ...]:
    kinds: Any = Mention | NameMention
    return tuple(sorted(tuple_of(kinds, mentions), key=lambda one: one.span))


@frozen(kw_only=True)
class GoldText(Record):
    """A text, its language, the day it counts from, and every mention that stands in it."""

    id: str
    language: str
    text: str
    mentions: tuple[Mention | NameMention, ...] = field(converter=_sorted)
    anchor: dt.date | Period | None = None

    def __attrs_post_init__(self) -> None:
        in_order(self.mentions, f"the gold text {shown(self.id)}")


@frozen(kw_only=True)
class _Row:
    """A mention as a line of gold has it."""

    quote: str
    kind: str
    nth: int | None = None
    edtf: str | None = None
    relation: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    change: str | None = None
    mod: str | None = None
    counted: str | None = None
    carried: bool | None = None
    minor: bool | None = None
    party: str | None = None
    code: str | None = None
    name: str | None = None


@frozen(kw_only=True)
class _Line:
    """A line of gold."""

    id: str = ""
    language: str
    text: str
    anchor: str | None = None
    mentions: tuple[_Row, ...]


_OPTIONAL: Final = ("change", "mod", "counted", "carried", "minor")
_NAMED: Final = ("party", "code", "name")
_FLAGS: Final = ("carried", "minor")
_NOWHERE: Final = -1
_MANY: Final = -2
_CHANGES: Final = (None, "increase", "decrease")


def shipped_gold(*, names: bool = False) -> tuple[GoldText, ...]:
    """Return the five articles as gold texts: their quantities and periods, or their `names`."""
    from ..dataset import load

    return (
        named_gold(load())
        if names
        else tuple(
            GoldText(
                id=article.id,
                language=article.language,
                text=article.text,
                mentions=article.mentions,
                anchor=article.published,
            )
            for article in load().articles
        )
    )


def named_gold(dataset: Dataset) -> tuple[GoldText, ...]:
    """Return the articles of a dataset with the names in them, each with its kind and party."""
    kinds = {one.id: one.kind for one in dataset.parties}
    return tuple(
        GoldText(
            id=article.id,
            language=article.language,
            text=article.text,
            mentions=[evolve(one, kind=kinds[one.party]) for one in article.names],
            anchor=article.published,
        )
        for article in dataset.articles
    )


def gold_lines(path: Path | str) -> tuple[GoldText, ...]:
    """Read gold texts from a JSON Lines file.

    Raises:
        SeedError: anything is wrong; `problems` has one for each bad line, with its number and
            all that is wrong in it.
    """
    texts: list[GoldText] = []
    problems: list[str] = []
    lines: dict[str, int] = {}
    for number, line in enumerate(Path(path).read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            text = _gold_text(parse(decode(line)))
            texts.append(text)
            if text.id and lines.setdefault(text.id, number) != number:
                problems.append(
                    f"{path}:{number}: id {shown(text.id)} already stands in line {lines[text.id]}"
                )
        except BadTextError as err:
            problems.append(f"{path}:{number}: {err.why}")
        except SeedError as err:
            problems.append(f"{path}:{number}: {'; '.join(err.problems)}")
    if problems:
        raise SeedError(str(path), tuple(problems))
    return tuple(texts)


def _gold_text(tree: Any) -> GoldText:
    line = _line(tree)
    problems = [] if line.language else ["language: expected a language, got ''"]
    anchor = None
    try:
        anchor = None if line.anchor is None else dt.date.fromisoformat(line.anchor)
    except ValueError:
        problems.append(f"anchor: expected a day such as '2017-12-05', got {shown(line.anchor)}")
    mentions: list[Mention | NameMention] = []
    for number, (row, start) in enumerate(zip(line.mentions, _starts(line), strict=True)):
        try:
            mention = _mention(row, start)
            mentions.append(mention)
            if isinstance(mention, Mention):
                problems += [f"mentions[{number}]: {why}" for why in misfits(mention)]
        except (CoopdataError, ValueError) as err:
            problems.append(f"mentions[{number}]: {err}")
    if problems:
        raise SeedError("a line of gold", tuple(problems))
    return GoldText(
        id=line.id, language=line.language, text=line.text, mentions=mentions, anchor=anchor
    )


def _line(tree: Any) -> _Line:
    if type(tree) is dict:
        tree = {name: value for name, value in tree.items() if name in fields_dict(_Line)}
    try:
        line: _Line = structure(tree, _Line)
    except Exception as err:  # cattrs raises groups; every one is told as one SeedError
        told = tuple(f"{path}: {why}" if path else why for path, why in problems_of(err))
        raise SeedError("a line of gold", told) from None
    return line


def _starts(line: _Line) -> list[int]:
    """Return where each quote stands for the `nth` time, or its only time; -1 where it does not.

    Quotes that stand apart are each found once, however many of them are alike.
    """
    found: dict[str, list[int]] = {}
    starts: list[int] = []
    for row in line.mentions:
        known = found.setdefault(row.quote, [])
        nth = 1 if row.nth is None else row.nth
        needed = nth + (row.nth is None)  # one more shows that there is but one
        while len(known) < needed and row.quote and (not known or known[-1] >= 0):
            known.append(line.text.find(row.quote, known[-1] + 1 if known else 0))
        if row.nth is None and len(known) > 1 and known[1] >= 0:
            starts.append(_MANY)
        else:
            starts.append(known[nth - 1] if 0 < nth <= len(known) else _NOWHERE)
    return starts


def _mention(row: _Row, start: int) -> Mention | NameMention:
    if start == _MANY:
        raise ValueError(f"quote {shown(row.quote)} stands in the text more than once; give nth")
    if start < 0:
        times = 1 if row.nth is None else row.nth
        raise ValueError(f"quote {shown(row.quote)} does not stand {times} time(s) in the text")
    if row.quote != row.quote.strip():
        raise ValueError(f"quote {shown(row.quote)} has outer spaces")
    if any(getattr(row, name) is False for name in _FLAGS):
        raise ValueError(f"{' and '.join(_FLAGS)} are either true or left out")
    span = Span(start=start, end=start + len(row.quote))
    named: dict[str, Any] = {one: getattr(row, one) for one in _NAMED if getattr(row, one)}
    if row.kind in NAME_KINDS:
        return NameMention(span=span, kind=row.kind, **named)
    if row.kind not in MENTION_KINDS:
        known = ", ".join((*MENTION_KINDS, *NAME_KINDS))
        raise ValueError(f"unknown kind {shown(row.kind)}; known: {known}")
    if named:
        raise ValueError(f"{', '.join(named)}: only of a name")
    if row.change not in _CHANGES:
        raise ValueError(f"unknown change {shown(row.change)}; known: increase, decrease")
    optional: dict[str, Any] = {
        name: getattr(row, name) for name in _OPTIONAL if getattr(row, name) is not None
    }
    return Mention(span=span, kind=row.kind, value=_value(row), **optional)


def _value(row: _Row) -> Measure | Period:
    measured = {"relation": row.relation, "unit": row.unit}
    if row.edtf is not None:
        if any(one is not None for one in (*measured.values(), row.low, row.high)):
            raise ValueError("expected either edtf or relation, low, high and unit, got both")
        return Period.from_edtf(row.edtf)
    missing = [name for name, value in measured.items() if value is None]
    if missing:
        raise ValueError(f"expected edtf, or relation, low, high and unit; no {missing[0]} here")
    return Measure(low=row.low, high=row.high, **measured)  # type: ignore[arg-type]  # checked above
