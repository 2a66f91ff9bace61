"""The columns of the table of mentions, and how each is read off a mention."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Final, NamedTuple

from .._text.offsets import Offsets
from ..model import Mention
from ..values import Measure, Period, Span
from .column import Column, Group, Table
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
    words, start = offsets.text[span.start : span.end], offsets(span.start)
    if words.isascii():  # most are
        return Place(words, start[0], start[0] + len(words), start[1], start[1] + len(words))
    end = offsets(span.end)
    return Place(words, start.utf16, end.utf16, start.utf8, end.utf8)


def _span(found: Found) -> Span | None:
    return None if found.mention is None else found.mention.span


def _kind(found: Found) -> str | None:
    return None if found.mention is None else found.mention.kind


def _value(found: Found) -> Measure | Period | None:
    return None if found.mention is None else found.mention.value


def _stated(found: Found) -> str | None:
    return None if found.mention is None else stated(found.mention.value)


_POINTS: Final = "code points"
_UTF16: Final = "UTF-16 code units"
_UTF8: Final = "UTF-8 bytes"
_MOD: Final = "by, early, mid, late and the like, where a period is so narrowed."
_COUNTED: Final = "The counted noun in its own words, where the units lack it."


def _of(part: Reader, *columns: tuple[str, str, str, str]) -> Group:
    """Return columns that are named as the attributes of a part of what was found, two or more."""
    made = tuple(Column(*one) for one in columns)
    empty = (None,) * len(made)
    read: Reader = attrgetter(*(one.name for one in made))

    def cells(found: Found) -> tuple[Any, ...]:
        held = part(found)
        return empty if held is None else read(held)

    return Group(made, cells)


def _text(name: str, words: str, value: Reader) -> tuple[Column, Reader]:
    return Column(name, "string", "", words), value


_ROW: Final = Column("row", "int64", "", "Row of the text in its batch, from 0.", nullable=False)

MENTIONS: Final = Table(
    "mentions",
    (
        (_ROW, attrgetter("row")),
        _text("id", "Id of the text, where one is known.", attrgetter("id")),
        _of(
            _span,
            ("start", "int64", _POINTS, "Where the mention begins in the text."),
            ("end", "int64", _POINTS, "Where it ends, exclusive."),
        ),
        _of(
            attrgetter("place"),
            ("start_utf16", "int64", _UTF16, "Where it begins, for JavaScript and Java."),
            ("end_utf16", "int64", _UTF16, "Where it ends, exclusive."),
            ("start_utf8", "int64", _UTF8, "Where it begins."),
            ("end_utf8", "int64", _UTF8, "Where it ends, exclusive."),
            ("words", "string", "", "The words between: number, scale word, unit; no hedge."),
        ),
        (Column("kind", "string", "`model.MENTION_KINDS`", "Kind of the mention."), _kind),
        _text(
            "value",
            "What was read, as `Measure.from_text` or `Period.from_edtf` reads it again.",
            _stated,
        ),
        measured(_value),
        timed(_value, "The period that was read."),
        _of(
            attrgetter("mention"),
            ("change", "string", "", "increase or decrease, where the value is a change."),
            ("mod", "string", "", _MOD),
            ("counted", "string", "", _COUNTED),
            ("carried", "bool", "", "Whether the unit stands elsewhere."),
            ("minor", "bool", "", "Found, but of no weight of its own."),
            ("why", "string", "", "The reading rule that produced it."),
        ),
        _text(
            "error",
            "Why the text could not be read; all but row and id is empty then.",
            attrgetter("error"),
        ),
    ),
)
