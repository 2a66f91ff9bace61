"""Score any extractor against gold mentions: by kind and language, by span and by value.

The mentions of the five articles are the shipped gold; `gold_lines` reads your own, one JSON object
a line::

    {"id": "a-1", "language": "en", "anchor": "2017-12-05", "text": "It cost $5 million.",
     "mentions": [{"quote": "$5 million", "kind": "money", "relation": "exact",
                   "low": "5000000", "high": "5000000", "unit": "USD"}]}

A mention is a ``quote`` that stands in the text (``nth`` tells which, where it stands there more
than once) and either ``edtf`` or ``relation``, ``low``, ``high``, ``unit``; ``change``, ``mod``,
``counted``, ``carried``, ``minor`` are optional.
"""

from __future__ import annotations

import datetime as dt
import inspect
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, Literal

from attrs import field, frozen

from ._fixed import Record, tuple_of
from .errors import SeedError
from .model import MENTION_KINDS, Mention
from .values import Measure, Period, Span

__all__ = ["Difference", "GoldText", "Report", "Score", "evaluate", "gold_lines", "shipped_gold"]

Level = Literal["value", "span", "overlap"]
LEVELS: Final[tuple[Level, ...]] = ("value", "span", "overlap")
_OPTIONAL: Final = ("change", "mod", "counted", "carried", "minor")


def _mentions(given: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple_of(Mention, given)


@frozen(kw_only=True)
class GoldText(Record):
    """A text, its language, the day it counts from, and every mention that stands in it."""

    id: str
    language: str
    text: str
    mentions: tuple[Mention, ...] = field(converter=_mentions)
    anchor: dt.date | Period | None = None


@frozen(kw_only=True)
class Score(Record):
    """Counts of one kind in one language (``""`` = all of them), at one level.

    Attributes:
        level: ``value`` (span overlaps and the value is right), ``span`` (exact span, whatever the
            value), ``overlap`` (any shared character).
        hits: Gold mentions found.
        found: Mentions that the extractor gave.
        gold: Mentions that there are.
    """

    level: Level
    kind: str
    language: str
    hits: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is none."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@frozen(kw_only=True)
class Difference(Record):
    """One disagreement: a gold mention not found (`found` is `None`), a false one or value."""

    text_id: str
    language: str
    text: str = field(repr=False)
    gold: Mention | None
    found: Mention | None

    def __str__(self) -> str:
        def told(mention: Mention | None) -> str:
            if mention is None:
                return "nothing"
            return f"{mention.span.of(self.text)!r} = {mention.kind} {mention.value}"

        return f"{self.text_id}: gold {told(self.gold)}, found {told(self.found)}"


def _scores(given: Iterable[Score]) -> tuple[Score, ...]:
    return tuple_of(Score, given)


def _disagreements(given: Iterable[Difference]) -> tuple[Difference, ...]:
    return tuple_of(Difference, given)


@frozen(kw_only=True)
class Report(Record):
    """What `evaluate` found: scores by level, kind and language, and every difference.

    Attributes:
        scores: One for each level, kind and language, sums included.
        differences: In text order; print them, or filter them.
        negatives: Texts without any gold mention.
        false_alarms: How many of those the extractor found something in.
    """

    scores: tuple[Score, ...] = field(converter=_scores, repr=False)
    differences: tuple[Difference, ...] = field(
        converter=_disagreements, repr=lambda them: f"<{len(them)} differences>"
    )
    negatives: int
    false_alarms: int

    def score(self, level: Level = "value", *, kind: str = "", language: str = "") -> Score:
        """Return one score; all kinds and all languages unless named."""
        for score in self.scores:
            if (score.level, score.kind, score.language) == (level, kind, language):
                return score
        return Score(level=level, kind=kind, language=language, hits=0, found=0, gold=0)

    def __str__(self) -> str:
        names = f"{'language':10}{'kind':10}{'level':9}"
        head = f"{names}{'precision':>10}{'recall':>8}{'F1':>7}{'gold':>6}"
        rows = [head]
        for score in self.scores:
            names = f"{score.language or 'all':10}{score.kind or 'all':10}{score.level:9}"
            rates = f"{score.precision:>10.3f}{score.recall:>8.3f}{score.f1:>7.3f}{score.gold:>6}"
            rows.append(names + rates)
        rows.append(
            f"false alarms: {self.false_alarms} of {self.negatives} texts without a mention"
        )
        return "\n".join(rows)

    def _repr_html_(self) -> str:
        from html import escape

        wrong = "".join(f"<li>{escape(str(one))}</li>" for one in self.differences)
        count = f"{len(self.differences)} differences"
        listed = f"<details><summary>{count}</summary><ol>{wrong}</ol></details>"
        return f"<pre>{escape(str(self))}</pre>{listed}"


def evaluate(
    extractor: Callable[..., Iterable[Mention]],
    *,
    gold: Iterable[GoldText] | Path | str | None = None,
) -> Report:
    """Score an extractor.

    Args:
        extractor: A function from text to mentions. Where it takes ``locale`` or ``anchor`` by
            name, it is given the text's language and date.
        gold: Gold texts, or the path of a JSON Lines file; by default the five articles.

    Minor mentions of the gold may be found or not; nothing that stands where one stands counts.

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
        found = extractor(text.text, **{name: options[name] for name in passed})
        wanted = [one for one in text.mentions if not one.minor]
        minor = [one.span for one in text.mentions if one.minor]
        got = [
            one
            for one in found
            if not one.minor and not any(one.span.overlaps(span) for span in minor)
        ]
        if not wanted:
            negatives += 1
            false_alarms += bool(got)
        _count(counts, text.language, wanted, got)
        differences.extend(_differences(text, wanted, got))
    return Report(
        scores=tuple(
            Score(level=level, kind=kind, language=language, hits=row[0], found=row[1], gold=row[2])
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


def _agree(level: Level, gold: Mention, found: Mention) -> bool:
    if level == "span":
        return gold.span == found.span
    if not gold.span.overlaps(found.span):
        return False
    return level == "overlap" or (gold.kind == found.kind and _same_value(gold, found))


def _same_value(gold: Mention, found: Mention) -> bool:
    """Tell whether two values are equal; periods without a known day are all one, open."""
    one, two = gold.value, found.value
    if isinstance(one, Period) and isinstance(two, Period):
        return one == two or {one.start, one.end, two.start, two.end} == {None}
    return one == two


def _count(
    counts: dict[tuple[Level, str, str], list[int]],
    language: str,
    wanted: list[Mention],
    got: list[Mention],
) -> None:
    for level in LEVELS:
        left = list(got)
        for gold in wanted:
            match = next((found for found in left if _agree(level, gold, found)), None)
            if match is not None:
                left.remove(match)
            for key in _keys(level, gold.kind, language):
                row = counts.setdefault(key, [0, 0, 0])
                row[0] += match is not None
                row[1] += match is not None
                row[2] += 1
        for found in left:
            for key in _keys(level, found.kind, language):
                counts.setdefault(key, [0, 0, 0])[1] += 1


def _keys(level: Level, kind: str, language: str) -> Iterator[tuple[Level, str, str]]:
    yield level, kind, language
    yield level, kind, ""
    yield level, "", language
    yield level, "", ""


def _differences(text: GoldText, wanted: list[Mention], got: list[Mention]) -> Iterator[Difference]:
    left = [found for found in got if not any(_same(gold, found) for gold in wanted)]
    for gold in wanted:
        if any(_same(gold, found) for found in got):
            continue
        near = next((found for found in left if gold.span.overlaps(found.span)), None)
        if near is not None:
            left.remove(near)
        yield Difference(
            text_id=text.id, language=text.language, text=text.text, gold=gold, found=near
        )
    for found in left:
        yield Difference(
            text_id=text.id, language=text.language, text=text.text, gold=None, found=found
        )


def _same(gold: Mention, found: Mention) -> bool:
    return gold.span == found.span and gold.kind == found.kind and _same_value(gold, found)


def shipped_gold() -> tuple[GoldText, ...]:
    """Return the five articles as gold texts."""
    from .dataset import load

    return tuple(
        GoldText(
            id=article.id,
            language=article.language,
            text=article.text,
            mentions=article.mentions,
            anchor=article.published,
        )
        for article in load().articles
    )


def gold_lines(path: Path | str) -> tuple[GoldText, ...]:
    """Read gold texts from a JSON Lines file; SeedError names every bad line at once."""
    texts: list[GoldText] = []
    problems: list[str] = []
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                texts.append(_gold_text(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                problems.append(f"{path}:{number}: {type(error).__name__}: {error}")
    if problems:
        raise SeedError(str(path), tuple(problems))
    return tuple(texts)


def _gold_text(tree: dict[str, Any]) -> GoldText:
    text = tree["text"]
    anchor = tree.get("anchor")
    return GoldText(
        id=str(tree.get("id", "")),
        language=tree["language"],
        text=text,
        mentions=tuple(_gold_mention(row, text) for row in tree["mentions"]),
        anchor=None if anchor is None else dt.date.fromisoformat(anchor),
    )


def _gold_mention(row: dict[str, Any], text: str) -> Mention:
    quote, nth = row["quote"], row.get("nth", 1)
    start = -1
    for _ in range(nth):
        start = text.find(quote, start + 1)
        if start < 0:
            raise ValueError(f"quote {quote!r} does not stand {nth} time(s) in the text")
    if row["kind"] not in MENTION_KINDS:
        raise ValueError(f"unknown kind {row['kind']!r}; known: {', '.join(MENTION_KINDS)}")
    value: Measure | Period
    if "edtf" in row:
        value = Period.from_edtf(row["edtf"])
    else:
        value = Measure(
            low=row["low"], high=row["high"], unit=row["unit"], relation=row["relation"]
        )
    optional = {name: row[name] for name in _OPTIONAL if row.get(name) is not None}
    span = Span(start=start, end=start + len(quote))
    return Mention(span=span, kind=row["kind"], value=value, **optional)
