"""Compare what any reader found with the gold, leniently, and write the tables of scores.

Lenient means that a peer which says less than a `Mention` does is not blamed for it:

- it need not know of hedges, changes, or what is counted, nor tell a kind;
- of a range, either end will do; of an open period, its known end;
- a number without a unit is right for anything that is counted, and for folds and parts;
- where it finds things that overlap, or offers several dates, those that are right are taken.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from attrs import frozen

from coopdata.evaluation import GoldText, Level, Report, Score
from coopdata.model import Mention
from coopdata.values import Measure, Period, Span

Finding = dict[str, Any]
Found = dict[str, list[Finding]]  # text id → findings
COUNTED = frozenset({"number", "ratio", "ordinal"})
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"
KINDS_ROW = (
    "| kind | mentions | precision | recall | F1 | F1, exact span |\n|---|---|---|---|---|---|"
)


@frozen(kw_only=True)
class Scored:
    """What one reader did with the sentences of one language."""

    overlap: Score
    value: Score
    negatives: int
    alarms: int


def finding_of(mention: Mention) -> Finding:
    """Return a mention as a peer's finding, so that both are compared by one rule."""
    ends: Finding = {"start": mention.span.start, "end": mention.span.end}
    value = mention.value
    if isinstance(value, Period):
        days = [None if day is None else day.isoformat() for day in (value.start, value.end)]
        return {**ends, "days": [days]}
    numbers = [str(one) for one in (value.low, value.high) if one is not None]
    return {**ends, "numbers": numbers, "unit": value.unit}


def score(texts: Iterable[GoldText], found: Found, kinds: Sequence[str] | None = None) -> Scored:
    """Score findings against the gold; with `kinds`, against the gold of these kinds alone."""
    overlap, value = [0, 0, 0], [0, 0, 0]
    negatives = alarms = 0
    for text in texts:
        wanted = [m for m in text.mentions if not m.minor and (kinds is None or m.kind in kinds)]
        passed = [m.span for m in text.mentions if m not in wanted]
        got = _chosen(
            [
                one
                for one in found.get(text.id, ())
                if any(_overlaps(m.span, one) for m in wanted)
                or not any(_overlaps(span, one) for span in passed)
            ],
            wanted,
        )
        _count(overlap, wanted, got, lambda mention, one: _overlaps(mention.span, one))
        _count(value, wanted, got, _agrees)
        if not any(not m.minor for m in text.mentions):
            negatives += 1
            alarms += bool(got)
    return Scored(
        overlap=_rates("overlap", overlap),
        value=_rates("value", value),
        negatives=negatives,
        alarms=alarms,
    )


def _rates(level: Level, counts: list[int]) -> Score:
    hits, found, gold = counts
    return Score(level=level, kind="", language="", hits=hits, found=found, gold=gold)


def _overlaps(span: Span, one: Finding) -> bool:
    return bool(span.start < one["end"] and one["start"] < span.end)


def _chosen(found: list[Finding], wanted: list[Mention]) -> list[Finding]:
    """Return findings that do not overlap: the right ones first, then the longest."""

    def rank(one: Finding) -> tuple[bool, int]:
        return not any(_agrees(mention, one) for mention in wanted), one["start"] - one["end"]

    kept: list[Finding] = []
    for one in sorted(found, key=rank):
        if not any(one["start"] < two["end"] and two["start"] < one["end"] for two in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: int(one["start"]))


def _count(
    counts: list[int],
    wanted: list[Mention],
    got: list[Finding],
    agree: Callable[[Mention, Finding], bool],
) -> None:
    left = list(got)
    for mention in wanted:
        match = next((one for one in left if agree(mention, one)), None)
        if match is not None:
            left.remove(match)
            counts[0] += 1
    counts[1] += len(got)
    counts[2] += len(wanted)


def _agrees(mention: Mention, one: Finding) -> bool:
    if not _overlaps(mention.span, one):
        return False
    value = mention.value
    if isinstance(value, Measure):
        return "numbers" in one and _same_amount(mention, value, one)
    return "days" in one and any(_same_days(value, days) for days in one["days"])


def _same_amount(mention: Mention, value: Measure, one: Finding) -> bool:
    if one["unit"] != value.unit and not (mention.kind in COUNTED and not one["unit"]):
        return False
    ends = [end for end in (value.low, value.high) if end is not None]
    return any(_near(end, number) for end in ends for number in one["numbers"])


def _near(end: Decimal, number: str) -> bool:
    try:
        return abs(Decimal(number) - end) <= abs(end) * Decimal("1e-3")  # a third, as a float
    except InvalidOperation:
        return False


def _same_days(period: Period, days: Sequence[str | None]) -> bool:
    if period.start is None and period.end is None:  # nothing to count from: any reading will do
        return True
    if period.start is not None and period.end is not None:
        return [period.start.isoformat(), period.end.isoformat()] == list(days)
    known = Period.from_edtf(period.edtf.strip("./"))  # "2030" in "../2030"
    if known.start is None or known.end is None:
        raise ValueError(f"both ends of {period.edtf} are open")
    first = (known.start - dt.timedelta(1)).isoformat()  # "until 2030" may exclude the year
    return any(day is not None and first <= day <= known.end.isoformat() for day in days)


# -- the page -----------------------------------------------------------------------------------


def own_tables(report: Report, texts: Sequence[GoldText]) -> str:
    """Return coopdata's strict scores, by language and by kind, as Markdown."""
    rows = [
        "| language | sentences | mentions | precision | recall | F1 | F1, exact span "
        "| F1, any overlap | wrong values | false alarms |\n"
        "|---|---|---|---|---|---|---|---|---|---|"
    ]
    for language in [*_languages(texts), ""]:
        value, span, overlap = (
            report.score(level, language=language) for level in ("value", "span", "overlap")
        )
        mine = [text for text in texts if language in ("", text.language)]
        negative = {text.id for text in mine if all(m.minor for m in text.mentions)}
        false = {one.text_id for one in report.differences if one.gold is None}
        rows.append(
            f"| {language or 'all'} | {len(mine)} | {value.gold} | {value.precision:.3f} "
            f"| {value.recall:.3f} | {value.f1:.3f} | {span.f1:.3f} | {overlap.f1:.3f} "
            f"| {value.wrong} ({value.wrong_share:.1%}) "
            f"| {len(negative & false)} of {len(negative)} |"
        )
    kinds = [KINDS_ROW]
    for kind in sorted({one.kind for one in report.scores if one.kind}):
        value, span = (report.score(level, kind=kind) for level in ("value", "span"))
        kinds.append(
            f"| {kind} | {value.gold} | {value.precision:.3f} | {value.recall:.3f} "
            f"| {value.f1:.3f} | {span.f1:.3f} |"
        )
    return "\n".join(rows) + "\n\n" + "\n".join(kinds)


def peer_table(
    texts: Sequence[GoldText], own: Found, peers: dict[str, tuple[Found, dict[str, Any]]]
) -> str:
    """Return the lenient scores of coopdata and of every peer, by language, as Markdown."""
    rows = [
        "| language | reader | precision | recall | F1 | F1, any overlap | false alarms "
        "| F1, its kinds | coopdata, same kinds |\n|---|---|---|---|---|---|---|---|---|"
    ]
    for language in _languages(texts):
        mine = [text for text in texts if text.language == language]
        rows.append(_row(language, "coopdata", score(mine, own)) + " | | |")
        for name, (found, about) in peers.items():
            if language in about["languages"]:
                kinds = about["kinds"]
                theirs, ours = (score(mine, one, kinds).value.f1 for one in (found, own))
                row = _row(language, name, score(mine, found))
                rows.append(f"{row} | {theirs:.3f} | {ours:.3f} |")
    return "\n".join(rows)


def _row(language: str, name: str, one: Scored) -> str:
    return (
        f"| {language} | {name} | {one.value.precision:.3f} | {one.value.recall:.3f} "
        f"| {one.value.f1:.3f} | {one.overlap.f1:.3f} "
        f"| {one.alarms} of {one.negatives}"
    )


def _languages(texts: Sequence[GoldText]) -> list[str]:
    first = ("ru", "en")
    found = {text.language for text in texts}
    return [one for one in first if one in found] + sorted(found - set(first))


def replaced(page: str, body: str) -> str:
    """Return the page with `body` between its two markers."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    if not tail:
        raise SystemExit(f"the page has no {BEGIN} … {END}")
    return f"{head}{BEGIN}\n\n{body}\n\n{END}{tail}"
