"""The columns of the table of mentions, and how each is read off a mention."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple

from attrs import frozen

from .._exact import Quotient
from ..model import Mention
from ..values import Measure, Period, Span

__all__ = ["COLUMNS", "Column", "Found", "Offsets"]


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


class Offsets:
    """What code points of one text are in other countings; asked from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = self._utf16 = self._utf8 = 0

    def of(self, span: Span) -> Place:
        """Return the place of a span, which begins where the last one ended or further on."""
        start16, start8 = self._forward(span.start)
        end16, end8 = self._forward(span.end)
        return Place(self._text[span.start : span.end], start16, end16, start8, end8)

    def _forward(self, at: int) -> tuple[int, int]:
        passed = self._text[self._at : at]
        self._at = at
        if passed.isascii():
            self._utf16 += len(passed)
            self._utf8 += len(passed)
        else:
            self._utf16 += len(passed.encode("utf-16-le")) // 2
            self._utf8 += len(passed.encode())
        return self._utf16, self._utf8


@frozen
class Column:
    """One column of the table of mentions.

    Attributes:
        name: Its name.
        type: Its Arrow type.
        unit: What its numbers count, or the codes that it holds; may be empty.
        words: What it holds.
        value: How it is read off what was found.
        nullable: Whether a cell may be empty.
    """

    name: str
    type: str
    unit: str
    words: str
    value: Callable[[Found], Any]
    nullable: bool = True


def _in_mention(name: str) -> Callable[[Found], Any]:
    return lambda found: getattr(found.mention, name, None)


def _in_value(name: str, kind: type[Measure] | type[Period]) -> Callable[[Found], Any]:
    def value(found: Found) -> Any:
        held = None if found.mention is None else found.mention.value
        return getattr(held, name) if isinstance(held, kind) else None

    return value


def _bound(name: str, shape: Callable[[Decimal], str | float]) -> Callable[[Found], Any]:
    bound = _in_value(name, Measure)

    def value(found: Found) -> Any:
        number = bound(found)
        return None if number is None else shape(number)

    return value


def _digits(number: Decimal) -> str:
    return f"{number:f}"


def _near(number: Decimal) -> float:
    """Return the nearest float; of a number that has no end, the nearest to its fraction."""
    if not isinstance(number, Quotient):
        return float(number)
    try:
        return float(Fraction(number))
    except OverflowError:
        return float(Decimal(number))


def _in_place(name: str) -> Callable[[Found], Any]:
    return lambda found: getattr(found.place, name, None)


def _span(edge: str) -> Callable[[Found], Any]:
    return lambda found: None if found.mention is None else getattr(found.mention.span, edge)


_POINTS: Final = "code points"
_UTF16: Final = "UTF-16 code units"
_UTF8: Final = "UTF-8 bytes"
_IN_UNIT: Final = "of `unit`"

COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        "row",
        "int64",
        "",
        "Row of the text in its batch, from 0.",
        lambda found: found.row,
        nullable=False,
    ),
    Column("id", "string", "", "Id of the text, where a column was named.", lambda found: found.id),
    Column("start", "int64", _POINTS, "Where the mention begins in the text.", _span("start")),
    Column("end", "int64", _POINTS, "Where it ends, exclusive.", _span("end")),
    Column(
        "start_utf16",
        "int64",
        _UTF16,
        "Where it begins, for JavaScript and Java.",
        _in_place("start_utf16"),
    ),
    Column("end_utf16", "int64", _UTF16, "Where it ends, exclusive.", _in_place("end_utf16")),
    Column("start_utf8", "int64", _UTF8, "Where it begins.", _in_place("start_utf8")),
    Column("end_utf8", "int64", _UTF8, "Where it ends, exclusive.", _in_place("end_utf8")),
    Column(
        "words",
        "string",
        "",
        "The words between: number, scale word, unit; no hedge.",
        _in_place("words"),
    ),
    Column("kind", "string", "`model.MENTION_KINDS`", "Kind of the mention.", _in_mention("kind")),
    Column(
        "low_text",
        "string",
        _IN_UNIT,
        "Lower bound, its exact digits; empty where unbounded or a period.",
        _bound("low", _digits),
    ),
    Column(
        "high_text",
        "string",
        _IN_UNIT,
        "Upper bound, its exact digits; empty where unbounded or a period.",
        _bound("high", _digits),
    ),
    Column(
        "low_float",
        "double",
        _IN_UNIT,
        "The float nearest to the lower bound.",
        _bound("low", _near),
    ),
    Column(
        "high_float",
        "double",
        _IN_UNIT,
        "The float nearest to the upper bound.",
        _bound("high", _near),
    ),
    Column(
        "unit",
        "string",
        "units of coopdata",
        "Curated unit, ISO 4217 code of a currency; an empty text for a plain number.",
        _in_value("unit", Measure),
    ),
    Column(
        "relation",
        "string",
        "`Measure.relation`",
        "exact, about, at_least, more_than, at_most, less_than, between.",
        _in_value("relation", Measure),
    ),
    Column(
        "dimension",
        "string",
        "dimensions of pint",
        "Dimension of the unit.",
        _in_value("dimension", Measure),
    ),
    Column("period", "string", "EDTF", "The period that was read.", _in_value("edtf", Period)),
    Column(
        "period_start",
        "date32",
        "days",
        "First day, of one of several of them all; empty where open.",
        _in_value("start", Period),
    ),
    Column(
        "period_end",
        "date32",
        "days",
        "Last day, inclusive, of one of several of them all; empty where open.",
        _in_value("end", Period),
    ),
    Column(
        "change",
        "string",
        "",
        "increase or decrease, where the value is a change.",
        _in_mention("change"),
    ),
    Column(
        "mod",
        "string",
        "",
        "by, early, mid, late and the like, where a period is so narrowed.",
        _in_mention("mod"),
    ),
    Column(
        "counted",
        "string",
        "",
        "The counted noun in its own words, where the units lack it.",
        _in_mention("counted"),
    ),
    Column("carried", "bool", "", "Whether the unit stands elsewhere.", _in_mention("carried")),
    Column("minor", "bool", "", "Found, but of no weight of its own.", _in_mention("minor")),
    Column("why", "string", "", "The reading rule that produced it.", _in_mention("why")),
    Column(
        "error",
        "string",
        "",
        "Why the text could not be read; all but row and id is empty then.",
        lambda found: found.error,
    ),
)
