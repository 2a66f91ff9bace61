"""Running text → mentions: the places where a number can begin, read with the normalizers' grammar.

One cheap pass finds the candidates (digits, and the few words with which a number or a period can
begin in that language); the grammar of `normalize` reads each, and what is not a quantity (model
names, phones, scores, versions) is passed over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from . import cldr
from ._exact import is_whole
from .errors import UnknownLocaleError, nearest
from .model import Mention
from .normalize._candidates import NUMBER, PERIOD, finder, prepared
from .normalize._carry import carry_change, carry_unit, sentence_start
from .normalize._counted import from_count, from_head
from .normalize._date_lexicon import lexicon as period_lexicon
from .normalize._date_written import PeriodReading, periods_at
from .normalize._dates import anchors
from .normalize._guard import (
    blocked_until,
    is_clock_time,
    is_label,
    is_model,
    is_name_part,
    is_postcode,
    is_year,
)
from .normalize._lexicon import LANGUAGES, language_of, lexicon
from .normalize._quantity import Quantity
from .normalize._titles import is_possessed, is_proper, is_title
from .normalize._view import View
from .normalize._written import quantity_at
from .values import Period, Span

__all__ = ["mentions", "stream"]

#: The longest stretch without a line break that `stream` waits for.
_PARAGRAPH: Final = 1_000_000

Anchor = dt.date | Period | None


def mentions(text: str, *, locale: str, anchor: Anchor = None) -> tuple[Mention, ...]:
    """Find every quantity and period in running text.

    Args:
        text: Any text; spans count its code points.
        locale: The text's language, as a locale id of one of the eight languages with a word list.
        anchor: The day from which "this year" and "5 December" are counted, or the period in which
            the text was written; an interval is too wide for that. Without it they stay open.

    Returns:
        Mentions in text order; they never overlap.

    Raises:
        UnknownLocaleError: no such locale, or no word list for its language.

    Examples:
        >>> for mention in mentions("инвестировано 28 млн. долларов", locale="ru"):
        ...     print(mention.span, mention.value)
        Span(start=14, end=30) 28000000 USD
    """
    if not isinstance(text, str):
        raise TypeError(f"mentions are found in a str, got {text!r}")
    return tuple(_mentions(text, _worded(locale), anchors(anchor)[0], 0))


def stream(chunks: Iterable[str], *, locale: str, anchor: Anchor = None) -> Iterator[Mention]:
    """Find the mentions of a text that comes in pieces, in bounded memory.

    Args:
        chunks: The text in order, cut anywhere. Reading waits for the end of a paragraph (a line
            break), or at most for a million characters.
        locale: As for `mentions`.
        anchor: As for `mentions`.

    Yields:
        Mentions whose spans count from the beginning of the first chunk.

    Examples:
        >>> [mention.span.start for mention in stream(["5 k", "m, 7 kg"], locale="en")]
        [0, 6]
    """
    name, day = _worded(locale), anchors(anchor)[0]
    offset = 0
    for piece in _paragraphs(chunks):
        yield from _mentions(piece, name, day, offset)
        offset += len(piece)


def _paragraphs(chunks: Iterable[str]) -> Iterator[str]:
    """Yield the same text cut behind line breaks, or behind a space where none comes for long."""
    held: list[str] = []
    size = 0
    for chunk in chunks:
        cut = chunk.rfind("\n") + 1
        if not cut and size + len(chunk) > _PARAGRAPH:
            cut = chunk.rfind(" ") + 1 or len(chunk)
        if cut:
            yield "".join((*held, chunk[:cut]))
            held, size, chunk = [], 0, chunk[cut:]
        held.append(chunk)
        size += len(chunk)
    yield "".join(held)


def _worded(locale: str) -> str:
    """Return the canonical id of a locale that has a word list."""
    name = cldr.locale_id(locale)
    if language_of(name) not in LANGUAGES:
        raise UnknownLocaleError(locale, nearest(language_of(name), LANGUAGES) or LANGUAGES)
    return name


def _mentions(text: str, locale: str, day: dt.date | None, offset: int) -> Iterator[Mention]:
    for found in _read(text, locale, day):
        if isinstance(found, Quantity):
            yield Mention(
                span=Span(start=offset + found.start, end=offset + found.end),
                kind=found.kind,
                value=found.measure,
                why=found.why,
                change=found.change,
                counted=found.counted,
                carried=found.carried,
                minor=found.minor,
            )
        else:
            yield Mention(
                span=Span(start=offset + found.start, end=offset + found.end),
                kind="period",
                value=found.value,
                why=found.why,
                mod=found.mod,
                minor=found.minor,
            )


def _read(text: str, locale: str, day: dt.date | None) -> Iterator[Quantity | PeriodReading]:
    """Yield what is read in the text, in order."""
    low = prepared(text)
    view = View(text, low, lexicon(locale))
    periods = period_lexicon(locale)
    last_period: Period | None = None
    last: Quantity | None = None
    for pos, opens in finder(locale).places(low):
        if pos < view.floor:
            continue
        if opens & PERIOD and periods is not None:
            period = periods_at(text, low, pos, periods, day, last_period)
            if period is not None and period.start >= view.floor:
                yield period
                view.floor = period.end
                last_period = last_period if period.minor else period.value
                continue
        if not opens & NUMBER:
            continue
        stop = blocked_until(view, pos)
        if stop:
            view.floor = stop
            continue
        quantity = quantity_at(view, pos)
        if quantity is None or quantity.start < view.floor:
            continue
        if _counts(view, quantity, last):
            carry_change(view, quantity, last)
            yield quantity
            last = last if quantity.minor else quantity
        view.floor = quantity.end


def _counts(view: View, quantity: Quantity, last: Quantity | None) -> bool:
    """Tell whether what was read states a quantity; an elliptical one is given its unit."""
    if is_clock_time(view, quantity) or is_label(view, quantity) or is_title(view, quantity):
        return False
    if is_proper(view, quantity) or is_possessed(view, quantity):
        return False
    if quantity.kind == "number" and (is_postcode(view, quantity) or is_model(view, quantity)):
        return False
    is_bare = quantity.unit in (None, "item")
    if quantity.kind == "number" and (is_bare or _has_decimals(quantity)):  # "Accent 1.6 cars"
        start, end = quantity.start, quantity.end
        if is_bare and (is_year(view, quantity) or _is_odd_count(quantity)):
            return False
        if (
            not quantity.scaled
            and not quantity.why.startswith("classifier")
            and is_name_part(view.text, start, end, sentence_start(view.low, start))
        ):
            return False
        if quantity.unit is None:
            from_count(view, quantity)
        if quantity.unit in (None, "item"):
            carry_unit(view, quantity, last)
            if quantity.unit is None and quantity.scaled:
                from_head(view, quantity)
    return quantity.unit is not None or quantity.scaled


def _is_odd_count(quantity: Quantity) -> bool:
    """Tell "10.2" before an unknown noun, which is never counted in parts: a version, a time."""
    return quantity.unit == "item" and not quantity.scaled and _has_decimals(quantity)


def _has_decimals(quantity: Quantity) -> bool:
    return not is_whole(quantity.low)
