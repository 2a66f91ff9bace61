"""The columns of the flat table, and how each is read off a fact."""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from .._exact import EXACT, Quotient
from .._fixed import Record
from ..dataset import Dataset
from ..errors import ConversionError
from ..model import Article, Fact, Party
from ..query import FactList
from ..values import Measure, Period

__all__ = [
    "PRECISION",
    "SCALE",
    "SCHEMA",
    "Column",
    "Source",
    "rows",
]

Source = Dataset | FactList

#: Digits of a decimal column, and how many of them stand after the point.
PRECISION: Final = 38
SCALE: Final = 10
_WHOLE: Final = PRECISION - SCALE
_STEP: Final = Decimal((0, (1,), -SCALE))
_ROOM: Final = f"a decimal column holds {_WHOLE} digits before the point and {SCALE} after it"


@frozen
class _Row:
    """A fact and the records that it points at."""

    fact: Fact
    article: Article
    parties: dict[str, Party]

    def name(self, party_id: str) -> str | None:
        party = self.parties.get(party_id)
        return None if party is None else party.name()


@frozen
class Column(Record):
    """One column of the flat schema.

    Attributes:
        name: Its name, the same in every frame.
        type: ``text``, ``texts`` (a list), ``integer``, ``date`` or ``decimal``.
        words: What it holds.
        value: How it is read off a fact.
    """

    name: str
    type: str
    words: str
    value: Callable[[_Row], Any]

    def __reduce__(self) -> tuple[Any, ...]:
        if any(self is one for one in SCHEMA):
            return _column, (self.name,)  # how it is read off a fact is code, and stays at home
        return Column, (self.name, self.type, self.words, self.value)


def _column(name: str) -> Column:
    return next(one for one in SCHEMA if one.name == name)


def _edtf(period: Period | None) -> str | None:
    return None if period is None else period.edtf


def _start(period: Period | None) -> dt.date | None:
    return None if period is None else period.start


def _end(period: Period | None) -> dt.date | None:
    return None if period is None else period.end


def _text(value: Measure | Period | None) -> str | None:
    return None if value is None else str(value)


def _bound(row: _Row, name: str) -> Decimal | None:
    number: Decimal | None = getattr(row.fact.measure, name, None)
    if number is None:
        return None
    if number.adjusted() < _WHOLE:
        if isinstance(number, Quotient):  # nobody states its digits: the nearest, half to even
            steps = round(Fraction(number) * 10**SCALE)
            if steps:
                return Decimal(steps).scaleb(-SCALE, EXACT)
        with suppress(decimal.Inexact):
            return number.quantize(_STEP, context=EXACT)
    what = f"the {name} bound {number} of {row.fact.id!r} into a column"
    raise ConversionError(what, _ROOM)


def _digits(row: _Row, name: str) -> str | None:
    number = getattr(row.fact.measure, name, None)
    return None if number is None else f"{number:f}"


def _country(row: _Row) -> str | None:
    return getattr(row.parties.get(row.fact.place), "country", "") or None


SCHEMA: Final[tuple[Column, ...]] = (
    Column("id", "text", "Id of the fact.", lambda row: row.fact.id),
    Column("article", "text", "Id of the article that is cited first.", lambda row: row.article.id),
    Column(
        "language", "text", "Language of that article (BCP 47).", lambda row: row.article.language
    ),
    Column("publisher", "text", "Its publisher.", lambda row: row.article.publisher),
    Column(
        "published", "text", "When it was published (EDTF).", lambda row: row.article.published.edtf
    ),
    Column(
        "published_start", "date", "First day of that.", lambda row: row.article.published.start
    ),
    Column("kind", "text", "Kind of fact.", lambda row: row.fact.kind),
    Column("gloss", "text", "The fact in one English sentence.", lambda row: row.fact.gloss),
    Column("status", "text", "actual, target, planned or proposed.", lambda row: row.fact.status),
    Column("basis", "text", "stated, inferred or derived.", lambda row: row.fact.basis.kind),
    Column(
        "rule", "text", "The reasoning, unless stated.", lambda row: row.fact.basis.rule or None
    ),
    Column(
        "sources",
        "texts",
        "Ids of the facts that it follows from.",
        lambda row: [*row.fact.basis.sources],
    ),
    Column(
        "inferred",
        "texts",
        "The parts of it that no cited words say.",
        lambda row: [*row.fact.inferred],
    ),
    Column(
        "part_of",
        "text",
        "Id of the fact whose measure this one is a part of.",
        lambda row: row.fact.part_of or None,
    ),
    Column("said_by", "text", "Id of the speaker.", lambda row: row.fact.said_by or None),
    Column(
        "said_by_name",
        "text",
        "English name of the speaker.",
        lambda row: row.name(row.fact.said_by),
    ),
    Column(
        "parties",
        "texts",
        "Ids of who is involved.",
        lambda row: [one.party for one in row.fact.parties],
    ),
    Column(
        "roles",
        "texts",
        "The role of each, in the same order.",
        lambda row: [one.role for one in row.fact.parties],
    ),
    Column(
        "party_names",
        "texts",
        "The English name of each, in the same order.",
        lambda row: [row.name(one.party) or one.party for one in row.fact.parties],
    ),
    Column("place", "text", "Id of the place.", lambda row: row.fact.place or None),
    Column(
        "place_name", "text", "English name of the place.", lambda row: row.name(row.fact.place)
    ),
    Column("country", "text", "ISO 3166-1 code of the place's country.", _country),
    Column(
        "period", "text", "When it holds or happens (EDTF).", lambda row: _edtf(row.fact.period)
    ),
    Column(
        "period_start",
        "date",
        "First day, of one of several of them all; empty where open.",
        lambda row: _start(row.fact.period),
    ),
    Column(
        "period_end",
        "date",
        "Last day, inclusive, of one of several of them all; empty where open.",
        lambda row: _end(row.fact.period),
    ),
    Column(
        "relation",
        "text",
        "exact, about, at_least, more_than, at_most, less_than, between.",
        lambda row: getattr(row.fact.measure, "relation", None),
    ),
    Column(
        "low",
        "decimal",
        "Lower bound; empty where unbounded or not measured.",
        lambda row: _bound(row, "low"),
    ),
    Column(
        "high",
        "decimal",
        "Upper bound; empty where unbounded or not measured.",
        lambda row: _bound(row, "high"),
    ),
    Column("low_text", "text", "Lower bound, digits as printed.", lambda row: _digits(row, "low")),
    Column(
        "high_text", "text", "Upper bound, digits as printed.", lambda row: _digits(row, "high")
    ),
    Column(
        "unit",
        "text",
        "Curated unit; an empty text for a plain number.",
        lambda row: getattr(row.fact.measure, "unit", None),
    ),
    Column(
        "dimension",
        "text",
        "Dimension of the unit.",
        lambda row: getattr(row.fact.measure, "dimension", None),
    ),
    Column(
        "change",
        "text",
        "increase or decrease, where the measure is a change.",
        lambda row: row.fact.change,
    ),
    Column(
        "baseline",
        "text",
        "What the change is measured from.",
        lambda row: _text(row.fact.baseline),
    ),
    Column(
        "horizon",
        "text",
        "By when, or within what time, a target is to be met.",
        lambda row: _text(row.fact.horizon),
    ),
    Column("quote", "text", "The words first cited.", lambda row: row.fact.citations[0].quote),
    Column(
        "start",
        "integer",
        "Where they begin in the article, in code points.",
        lambda row: row.fact.citations[0].start,
    ),
    Column("end", "integer", "Where they end, exclusive.", lambda row: row.fact.citations[0].end),
    Column(
        "more_quotes",
        "texts",
        "Further words cited.",
        lambda row: [one.quote for one in row.fact.citations[1:]],
    ),
)


def rows(source: Source) -> tuple[dict[str, Any], ...]:
    """Return a dict for each fact, with the names of `SCHEMA` as keys, in its order.

    Raises:
        MisquotedError: a fact cites words that its article does not have.
        ConversionError: a bound that a decimal column cannot hold exactly. One that has no end (a
            third) is rounded half to even to the column's decimals, unless nothing would be left.
    """
    return tuple({one.name: one.value(row) for one in SCHEMA} for row in _rows(source))


def _rows(source: Source) -> Iterator[_Row]:
    dataset = source if isinstance(source, Dataset) else source.dataset
    articles = {article.id: article for article in dataset.articles}
    parties = {party.id: party for party in dataset.parties}
    for fact in source.facts if isinstance(source, Dataset) else source:
        for one in fact.citations:
            articles[one.article_id].check(one)
        yield _Row(fact, articles[fact.article_id], parties)
