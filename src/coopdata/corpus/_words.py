"""From what a curator writes to values and spans: measures, periods, quotes, names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .._notes import Notes
from ..errors import shown
from ..model import NameMention
from ..values import Measure, Period, Span
from ._moved import moved_to
from ._schema import ValueSeed

__all__ = ["find", "name_mentions", "value"]


def value(seed: ValueSeed | None) -> Measure | Period | None:
    """Return the measure or the period that a seed holds."""
    if seed is None:
        return None
    if bool(seed.measure) == bool(seed.period):
        raise ValueError("expected either a measure or a period")
    return Measure.from_text(seed.measure) if seed.measure else Period.from_edtf(seed.period)


def find(text: str, quote: str, context: str = "") -> Span:
    """Return where `quote` stands: once in `text`, or once in a `context` that stands there once.

    Raises:
        ValueError: The quote or the context is missing or occurs more than once.
    """
    whole = _once(text, context, "the text") if context else Span(start=0, end=len(text))
    within = _once(whole.of(text), quote, "the context" if context else "the text")
    return Span(start=whole.start + within.start, end=whole.start + within.end)


def _once(text: str, quote: str, where: str) -> Span:
    if not quote:
        raise ValueError("expected a quote, got none")
    start = text.find(quote)
    if start < 0:
        raise ValueError(f"{shown(quote)} is not in {where}; {_remedy(text, quote)}")
    if text.find(quote, start + 1) >= 0:
        times = len(re.findall(f"(?={re.escape(quote)})", text))
        raise ValueError(
            f"{shown(quote)} is {times} times in {where}; give a context that is there once"
        )
    return Span(start=start, end=start + len(quote))


def _remedy(text: str, quote: str) -> str:
    """Say where the words may have gone, or how to quote."""
    span = moved_to(text, quote)
    if span is None:
        return "quote the words as they are printed"
    line = text.count("\n", 0, span.start) + 1
    return f"nearest, on line {line} there: {shown(span.of(text))}; quote the words as printed"


def name_mentions(
    text: str, surfaces: dict[str, tuple[str, ...]], taken: Iterable[NameMention], notes: Notes
) -> tuple[NameMention, ...]:
    """Find every whole-word occurrence of every surface form, the longest first.

    Args:
        text: The article.
        surfaces: Party id → the forms that name it.
        taken: Places already settled by hand; no form is looked for inside them.
        notes: Told of forms that are claimed twice or occur nowhere.

    Returns:
        All name mentions, those `taken` included, in text order and not overlapping.
    """
    found = list(taken)
    used = [False] * len(text)
    for one in found:
        used[one.span.start : one.span.end] = [True] * len(one.span)
    owner: dict[str, str] = {}
    for party, forms in surfaces.items():
        for form in forms:
            if not form:
                notes.within(party).add("expected the words that name it, got none")
            elif owner.setdefault(form, party) != party:
                notes.within(party).add(
                    f"{shown(form)} names {owner[form]!r} too; name it by quote"
                )
    for form in sorted(owner, key=lambda form: (-len(form), form)):
        spans = [
            Span(start=match.start(), end=match.end())
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)
            if not any(used[match.start() : match.end()])
        ]
        if not spans:
            notes.within(owner[form]).add(
                f"the text has {shown(form)} nowhere as a name of its own"
            )
        for span in spans:
            used[span.start : span.end] = [True] * len(span)
            found.append(NameMention(span=span, party=owner[form]))
    return tuple(sorted(found, key=lambda one: one.span))
