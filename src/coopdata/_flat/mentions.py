"""The columns of the table of mentions, and how each is read off a mention."""

from __future__ import annotations

from typing import Final, NamedTuple

from .._text.offsets import Offsets
from ..model import Mention
from ..values import Measure, Period, Span
from .column import Column, Table
from .values import Reader, measured, stated, timed

__all__ = ["MENTIONS", "Found", "Place", "place"]


class Place(NamedTuple):
    """Where words stand in a text, counted in UTF-16 code units and in UTF-8 bytes."""

    words: str
    start_utf16: int
    end_utf16: int
    start_utf8: int
    end_utf8: int


class Found(NamedTuple):
    """A mention of the text in a row, or why that text could not be read."""

    row: int
    id: str | None
    mention: Mention | None = None
    place: Place | None = None
    error: str | None = None


def place(offsets: Offsets, span: Span) -> Place:
    """Return where the words of a span stand in the text of `offsets`."""
    start, end = offsets(span.start), offsets(span.end)
    return Place(span.of(offsets.text), start.utf16, end.utf16, start.utf8, end.utf8)


def _in_mention(name: str) -> Reader:
    return lambda found: getattr(found.mention, name, None)


def _value(found: Found) -> Measure | Period | None:
    return None if found.mention is None else found.mention.value


def _stated(found: Found) -> str | None:
    return None if found.mention is None else stated(found.mention.value)


def _in_place(name: str) -> Reader:
    return lambda found: getattr(found.place, name, None)


def _span(edge: str) -> Reader:
    return lambda found: None if found.mention is None else getattr(found.mention.span, edge)


_POINTS: Final = "code points"
_UTF16: Final = "UTF-16 code units"
_UTF8: Final = "UTF-8 bytes"


def _column(name: str, kind: str, unit: str, words: str, value: Reader) -> tuple[Column, Reader]:
    return Column(name, kind, unit, words), value


MENTIONS: Final = Table(
    "mentions",
    (
        (
            Column("row", "int64", "", "Row of the text in its batch, from 0.", nullable=False),
            lambda found: found.row,
        ),
        _column("id", "string", "", "Id of the text, where one is known.", lambda found: found.id),
        _column("start", "int64", _POINTS, "Where the mention begins in the text.", _span("start")),
        _column("end", "int64", _POINTS, "Where it ends, exclusive.", _span("end")),
        *(
            _column(f"{edge}_{coding}", "int64", unit, words, _in_place(f"{edge}_{coding}"))
            for coding, unit, begins in (
                ("utf16", _UTF16, "Where it begins, for JavaScript and Java."),
                ("utf8", _UTF8, "Where it begins."),
            )
            for edge, words in (("start", begins), ("end", "Where it ends, exclusive."))
        ),
        _column(
            "words",
            "string",
            "",
            "The words between: number, scale word, unit; no hedge.",
            _in_place("words"),
        ),
        _column(
            "kind", "string", "`model.MENTION_KINDS`", "Kind of the mention.", _in_mention("kind")
        ),
        _column(
            "value",
            "string",
            "",
            "What was read, as `Measure.from_text` or `Period.from_edtf` reads it again.",
            _stated,
        ),
        *measured(_value),
        *timed(_value, "The period that was read."),
        _column(
            "change",
            "string",
            "",
            "increase or decrease, where the value is a change.",
            _in_mention("change"),
        ),
        _column(
            "mod",
            "string",
            "",
            "by, early, mid, late and the like, where a period is so narrowed.",
            _in_mention("mod"),
        ),
        _column(
            "counted",
            "string",
            "",
            "The counted noun in its own words, where the units lack it.",
            _in_mention("counted"),
        ),
        _column(
            "carried", "bool", "", "Whether the unit stands elsewhere.", _in_mention("carried")
        ),
        _column("minor", "bool", "", "Found, but of no weight of its own.", _in_mention("minor")),
        _column("why", "string", "", "The reading rule that produced it.", _in_mention("why")),
        _column(
            "error",
            "string",
            "",
            "Why the text could not be read; all but row and id is empty then.",
            lambda found: found.error,
        ),
    ),
)
