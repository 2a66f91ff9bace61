"""Running text → mentions: the places where a number can begin, read with the normalizers' grammar.

One cheap pass finds the candidates (digits, and the few words with which a number or a period can
begin in that language); the grammar of `normalize` reads each, and what is not a quantity (model
names, phones, scores, versions) is passed over.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

from .model import Mention
from .normalize._candidates import candidates, prepared
from .normalize._guard import blocked_until, is_clock_time, is_name_part
from .normalize._lexicon import Lexicon, lexicon
from .normalize._quantity import Quantity
from .normalize._units_around import kind_of
from .normalize._view import View
from .normalize._written import quantity_at
from .values import Period, Span

__all__ = ["mentions", "stream"]

_WORDS: Final = re.compile(r"[^\W\d_]+")
#: How far back a sentence is searched for its beginning, and a carried unit for its source.
_REACH: Final = 400
#: The longest stretch without a line break that `stream` waits for.
_PARAGRAPH: Final = 1_000_000
_SENTENCE_END: Final = re.compile(r"[.!?。！？]\s|\n")


def mentions(
    text: str, *, locale: str, anchor: dt.date | Period | None = None
) -> tuple[Mention, ...]:
    """Find every quantity and period in running text.

    Args:
        text: Any text; spans count its code points.
        locale: The text's language, as a locale id of one of the eight languages with a word list.
        anchor: The day (or period) from which "this year" and "5 December" are counted. Without it
            such periods stay open.

    Returns:
        Mentions in text order; they never overlap.

    Raises:
        UnknownLocaleError: no word list for that language.

    Examples:
        >>> for mention in mentions("инвестировано 28 млн. долларов", locale="ru"):
        ...     print(mention.span, mention.value)
        Span(start=14, end=30) 28000000 USD
    """
    return tuple(_mention(reading) for reading in _readings(text, lexicon(locale), anchor))


def stream(
    chunks: Iterable[str], *, locale: str, anchor: dt.date | Period | None = None
) -> Iterator[Mention]:
    """Find the mentions of a text that comes in pieces, in bounded memory.

    Args:
        chunks: The text in order, cut anywhere. Reading waits for the end of a paragraph (a line
            break), or at most for a million characters.
        locale, anchor: As for `mentions`.

    Yields:
        Mentions whose spans count from the beginning of the first chunk.

    Examples:
        >>> [mention.span.start for mention in stream(["5 k", "m\\n\\n7 kg"], locale="en")]
        [0, 6]
    """
    lex = lexicon(locale)
    offset = 0
    held = ""
    for chunk in chunks:
        held += chunk
        cut = held.rfind("\n") + 1
        if not cut and len(held) > _PARAGRAPH:
            cut = held.rfind(" ", 0, _PARAGRAPH) + 1 or len(held)
        if cut:
            yield from (_mention(found, offset) for found in _readings(held[:cut], lex, anchor))
            offset += cut
            held = held[cut:]
    yield from (_mention(found, offset) for found in _readings(held, lex, anchor))


def _readings(text: str, lex: Lexicon, anchor: dt.date | Period | None) -> Iterator[Quantity]:
    low = prepared(text)
    view = View(text, low, lex)
    done = 0
    previous: Quantity | None = None
    for pos in candidates(low, lex):
        if pos < done:
            continue
        if low[pos].isdecimal():
            stop = blocked_until(view, pos)
            if stop:
                done = stop
                continue
        reading = quantity_at(view, pos)
        if reading is None or reading.start < done:
            continue
        if is_clock_time(view, reading):
            done = reading.end
            continue
        if reading.kind == "number" and reading.unit in (None, "item"):
            if not reading.scaled and is_name_part(text, reading.start, reading.end, _sentence(low, reading.start)):
                done = max(done, reading.end)
                continue
            _carry(low, reading, previous)
        if reading.unit is None and not reading.scaled:
            done = max(done, reading.end)
            continue
        if reading.change is None and previous is not None and previous.change is not None:
            _inherit_change(low, reading, previous, lex)
        yield reading
        done = reading.end
        previous = reading


def _sentence(low: str, pos: int) -> int:
    """Return where the sentence that holds `pos` begins."""
    begin = max(0, pos - _REACH)
    start = begin
    for match in _SENTENCE_END.finditer(low, begin, pos):
        start = match.end()
    while start < pos and not low[start].isalnum():
        start += 1
    return start


def _carry(low: str, reading: Quantity, previous: Quantity | None) -> None:
    """Give an elliptical amount ("из которых 18 млн") the unit of the one before it."""
    if previous is None or not previous.unit or previous.kind in ("period", "ordinal", "duration", "ratio"):
        return
    if reading.start - previous.end > _REACH or _SENTENCE_END.search(
        low, previous.end, reading.start
    ):
        return
    if reading.unit == "item" and not (reading.scaled and kind_of(previous.unit) == "money"):
        return
    if reading.scaled and kind_of(previous.unit) == "percent":
        return
    if reading.counted:
        reading.end -= len(reading.counted) + 1
    reading.unit = previous.unit
    reading.kind = kind_of(previous.unit)
    reading.carried = True
    reading.counted = None
    reading.why += ", unit carried"


def _inherit_change(low: str, reading: Quantity, previous: Quantity, lex: Lexicon) -> None:
    """Let "fell by 7.9 million roubles, or 11.3 %" be one change, stated twice."""
    if reading.kind != "percent" or reading.start - previous.end > 16:
        return
    words = _WORDS.findall(low, previous.end, reading.start)
    links = {"conjunction", "by", "filler", "hedge"}
    for word in words:
        rows = (*lex.after.rows.get(word, ()), *lex.before.rows.get(word, ()))
        kinds = {kind for kind, _ in rows}
        if not kinds & links or "level" in kinds:
            return
    if words:
        reading.change = previous.change
        reading.why += ", change shared"


def _mention(reading: Quantity, offset: int = 0) -> Mention:
    return Mention(
        span=Span(start=offset + reading.start, end=offset + reading.end),
        kind=reading.kind,
        value=reading.measure,
        why=reading.why,
        change=reading.change,
        counted=reading.counted,
        carried=reading.carried,
        minor=reading.minor,
    )

