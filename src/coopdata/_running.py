"""Running text → mentions, with the words of one lexicon: what `extract` and a reader both call.

One cheap pass finds the candidates (digits, and the few words with which a number or a period can
begin in that language); the grammar of `normalize` reads each, and what is not a quantity (model
names, phones, scores, versions) is passed over.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from ._calendar.anywhere import dates_at, may_go_on
from ._calendar.language import lexicon as period_lexicon
from ._calendar.text_day import TextDay
from ._calendar.whole import anchors
from ._calendar.written import NoPeriod, PeriodReading, periods_at
from ._carrying.neighbours import carry_change, is_unit, lend_unit, may_lend
from ._carrying.reasons import lend_head
from ._carrying.tables import Tables
from ._grammar.cells import Row as TableRow
from ._grammar.cursor import View
from ._grammar.explanation import Explanation, Look, Watched
from ._grammar.parts import coin_of
from ._grammar.places import NUMBER, PERIOD, finder
from ._grammar.reading import Quantity
from ._grammar.rules import quantity_at
from ._lexicon.language import Lexicon
from ._refusals.causes import blocked, is_act, lone_end
from ._refusals.table import refused
from ._text.fold import prepared
from .errors import InvalidValueError
from .model import MENTION_KINDS, NAME_KINDS, Mention, Mentions, NameMention, Party
from .values import Period, Span

__all__ = ["Anchor", "explanation", "found_in", "mentions_in"]

#: A paragraph that goes on for longer is cut.
_LONGEST: Final = 1_000_000
#: So many quantities before a number may lend it their unit.
_LENDERS: Final = 4
#: What `str.splitlines` takes for a line break, one character at a time.
_BREAKS: Final = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_BREAK: Final = re.compile(f"[{_BREAKS}]")
_LINES: Final = re.compile(f"[^{_BREAKS}]*[{_BREAKS}]|[^{_BREAKS}]+")

Anchor = dt.date | Period | None


def found_in(
    text: str,
    lex: Lexicon,
    anchor: Anchor,
    kinds: Iterable[str] | None,
    parties: Sequence[Party],
) -> Mentions[Any]:
    """Return the mentions of a text: those of quantities and periods, and names if asked for."""
    if not isinstance(text, str):
        raise TypeError(f"mentions are found in a str, got {text!r}")
    if kinds is None:
        return Mentions(mentions_in((text,), lex, anchor), text=text, locale=lex.locale)
    wanted = _known_kinds(kinds)
    found: list[Mention | NameMention] = []
    if not wanted.isdisjoint(MENTION_KINDS):
        read = mentions_in((text,), lex, anchor)
        found += (one for one in read if one.kind in wanted)
    if not wanted.isdisjoint(NAME_KINDS):
        from ._names.running import names_in  # whoever reads numbers alone pays for no names

        found += names_in(text, lex.locale, wanted, parties)
    return Mentions(_apart(found), text=text, locale=lex.locale)


def _known_kinds(kinds: Iterable[str]) -> frozenset[str]:
    wanted = frozenset((kinds,) if isinstance(kinds, str) else kinds)
    for kind in wanted.difference(MENTION_KINDS, NAME_KINDS):
        known = ", ".join((*MENTION_KINDS, *NAME_KINDS))
        raise InvalidValueError(kind, f"a kind of mention: {known}")
    return wanted


def _apart(found: list[Mention | NameMention]) -> tuple[Mention | NameMention, ...]:
    """Return mentions in text order, without the names that a quantity overlaps."""
    kept: list[Mention | NameMention] = []
    for one in sorted(found, key=lambda one: (one.span.start, isinstance(one, NameMention))):
        if kept and one.span.start < kept[-1].span.end:
            if isinstance(one, NameMention):
                continue
            kept.pop()
        kept.append(one)
    return tuple(kept)


def mentions_in(chunks: Iterable[str], lex: Lexicon, anchor: Anchor = None) -> Iterator[Mention]:
    """Yield the mentions of a text that comes in pieces, paragraph by paragraph."""
    day = anchors(anchor)[0]
    offset = 0
    tables = Tables(lex)
    for paragraph in _paragraphs(chunks):
        yield from _mentions(paragraph, lex, day, offset, tables.row(paragraph))
        offset += len(paragraph)


def _paragraphs(chunks: Iterable[str]) -> Iterator[str]:
    """Yield the same text cut into its paragraphs, each with the line break that ends it."""
    held: list[str] = []
    size = 0
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        if size > _LONGEST or _BREAK.search(chunk):
            *whole, last = _cut("".join(held))
            yield from whole
            held, size = [last], len(last)
    yield "".join(held)


def _cut(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text; the last, which may be empty, has not ended yet."""
    last = ""
    for line in _LINES.findall(text):
        last = line
        while len(last) > _LONGEST:
            at = last.rfind(" ", 0, _LONGEST) + 1 or _LONGEST
            yield last[:at]
            last = last[at:]
        if _BREAK.match(last[-1:]):
            yield last
            last = ""
    yield last


def explanation(text: str, lex: Lexicon, anchor: Anchor = None) -> Explanation:
    """Return how a text is read: the reader of `mentions_in`, watched."""
    if not isinstance(text, str):
        raise TypeError(f"an explanation is of a str, got {text!r}")
    day = anchors(anchor)[0]
    looks: list[Look] = []
    offset = 0
    tables = Tables(lex)
    for paragraph in _paragraphs((text,)):
        watched: list[Watched] = []

        def watch(text: str, low: str, words: Lexicon, views: list[Watched] = watched) -> View:
            views.append(Watched(text, low, words))
            return views[-1]

        for found in _read(paragraph.rstrip(), lex, day, tables.row(paragraph), watch):
            watched[0].read(found, _mention(found, offset))
        for view in watched:
            looks += view.looks(offset)
        offset += len(paragraph)
    return Explanation(text=text, locale=lex.locale, looks=tuple(looks))


def _mentions(
    text: str, lex: Lexicon, day: TextDay | None, offset: int, table: TableRow | None
) -> Iterator[Mention]:
    """Yield the mentions of one paragraph; `offset` is where it begins in the text."""
    for found in _read(text.rstrip(), lex, day, table):
        yield _mention(found, offset)


def _mention(found: Quantity | PeriodReading, offset: int) -> Mention:
    """Return the record of what was read in a paragraph that begins at `offset`."""
    span = Span(start=offset + found.start, end=offset + found.end)
    if isinstance(found, Quantity):
        return Mention(
            span=span,
            kind=found.kind,
            value=found.measure,
            why=found.why,
            change=found.change,
            counted=found.counted,
            carried=found.carried,
            minor=found.minor,
        )
    return Mention(
        span=span,
        kind="period",
        value=found.value,
        why=found.why,
        mod=found.mod,
        minor=found.minor,
    )


def _read(
    text: str,
    lex: Lexicon,
    day: TextDay | None,
    table: TableRow | None,
    view_of: Callable[[str, str, Lexicon], View] = View,
) -> Iterator[Quantity | PeriodReading]:
    """Yield what is read in one paragraph, in order."""
    if table is not None:
        text = table.text.rstrip()
    low = prepared(text)
    places = finder(lex).places(low) if low else None
    if not places:
        return
    reading = _Reading(view_of(text, low, lex), lex.locale, day)
    view = reading.view
    view.table = table
    for pos, opens in places:
        if pos < view.floor:
            continue
        if view.is_watched:
            view.look(pos)
        if table is not None and (year := table.year_at(pos)) is not None:
            yield year
            view.floor = year.end
            continue
        if opens & PERIOD:
            period = reading.period(pos)
            if period is not None:
                yield period
                if period.also is not None:
                    yield period.also
                continue
        if opens & NUMBER and pos >= view.floor:
            quantity = reading.quantity(pos)
            if quantity is not None:
                yield quantity


class _Reading:
    """The reading of one paragraph, and what of it later places may borrow from."""

    def __init__(self, view: View, locale: str, day: TextDay | None) -> None:
        self.view = view
        self._locale = locale
        self._day = day
        self._periods = period_lexicon(locale)
        self._last_period: Period | None = None
        self._last: Quantity | None = None
        self._lenders: deque[Quantity] = deque(maxlen=_LENDERS)

    def period(self, pos: int) -> PeriodReading | None:
        """Read the period at a place, as people write it or as it is printed: the longer one."""
        view = self.view
        period: PeriodReading | NoPeriod | None = None
        if self._periods is not None:
            day, last = self._day, self._last_period
            period = periods_at(view.text, view.low, pos, self._periods, day, last)
        is_noted = isinstance(period, PeriodReading) and period.notes
        if period is None or (not is_noted and may_go_on(view.low, period.end, self._locale)):
            printed = dates_at(view.text, view.low, pos, self._locale, self._day)
            if period is None or (printed is not None and printed.end > period.end):
                period = printed
        if isinstance(period, NoPeriod):
            if period.end > pos:
                view.refuse(period.name)
                view.floor = period.end
            return None
        if period is None or period.start < view.floor:
            return None
        start, end = period.start, period.end
        if is_unit(view, start, end) or is_act(view, start, end):
            return None
        final = period.also or period
        view.dated = final.end
        view.floor = max(final.end, final.reach)
        if not final.minor:
            self._last_period = final.value
        return period

    def quantity(self, pos: int) -> Quantity | None:
        """Read the number at a place, with the unit that it states or that is lent to it."""
        view = self.view
        block = blocked(view, pos)
        if block is not None:
            view.refuse(block[0])
            view.floor = block[1]
            return None
        is_lent = view.table is not None and pos in view.table.lent
        stop = 0 if is_lent or may_lend(self._lenders, pos) else lone_end(view, pos)
        if stop:
            view.refuse("bare digits")
            view.floor = stop
            return None
        quantity = quantity_at(view, pos)
        if quantity is None or quantity.start < view.floor:
            return None
        if is_lent:
            lend_head(view, quantity)
        refusal = "unit in doubt" if quantity.doubt is not None else refused(view, quantity)
        if refusal is None:
            lend_unit(view, quantity, self._lenders)
            if quantity.unit is None and not (quantity.scaled and _is_alone(view, quantity)):
                refusal = "no unit"
        if refusal is None:
            coin_of(view, quantity, self._lenders)
            carry_change(view, quantity, self._last)
            if not quantity.minor:
                self._last = quantity
                self._lenders.appendleft(quantity)
        else:
            view.refuse(refusal)
        view.floor = quantity.end
        return quantity if refusal is None else None


def _is_alone(view: View, quantity: Quantity) -> bool:
    """Tell "about 5 million", the whole text, from what counts something that is said elsewhere.

    Where no list knows the words around it, a number with its scale stands for itself.
    """
    if not view.lex.stop:
        return True
    start, end = min(quantity.start, quantity.outer[0]), max(quantity.end, quantity.outer[1])
    return view.left(start) == 0 and view.right(end) >= view.size
