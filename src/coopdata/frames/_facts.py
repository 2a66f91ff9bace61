"""The columns of the table of facts, and how each is read off a fact."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from attrs import frozen

from .._flat.column import PRECISION, SCALE, Column, Table
from .._flat.values import Bounds, Reader, decimal_of, measured, stated, timed
from ..errors import ConversionError
from ..model import Article, Fact, Party
from ..values import Measure, Period
from ._record import offsets, record_of

__all__ = ["FACTS", "LOOKED_UP", "FactRow"]

_ROOM: Final = (
    f"a decimal column holds {PRECISION - SCALE} digits before the point and {SCALE} after it"
)


@frozen
class FactRow:
    """A fact and the records that it points at."""

    fact: Fact
    articles: Mapping[str, Article]
    parties: Mapping[str, Party]

    @property
    def article(self) -> Article:
        """The article that is cited first."""
        return self.articles[self.fact.article_id]

    def name(self, party_id: str) -> str | None:
        """Return the English name of a party."""
        party = self.parties.get(party_id)
        return None if party is None else party.name()

    @property
    def cited(self) -> tuple[str, ...]:
        """Ids of the articles that are cited, each once."""
        return tuple(dict.fromkeys(one.article_id for one in self.fact.citations))


def _stated(value: Measure | Period | None) -> str | None:
    return None if value is None else stated(value)


def _measure(row: FactRow) -> Measure | None:
    return row.fact.measure


def _held(row: FactRow) -> Bounds:
    """Return both bounds as decimals; one that the column cannot hold is refused."""
    return _bound(row, "low"), _bound(row, "high")


def _bound(row: FactRow, name: str) -> Decimal | None:
    number: Decimal | None = getattr(row.fact.measure, name)
    if number is None:
        return None
    found = decimal_of(number)
    if found is None:
        what = f"the {name} bound {number} of {row.fact.id!r} into a column"
        raise ConversionError(what, _ROOM)
    return found


def _place(name: str) -> Reader:
    return lambda row: getattr(row.parties.get(row.fact.place), name, "") or None


def _offset(name: str) -> Reader:
    return lambda row: getattr(offsets(row.article.text, row.fact.citations[0].span), name)


def _text(name: str, words: str, value: Reader, unit: str = "") -> tuple[Column, Reader]:
    return Column(name, "string", unit, words), value


def _said(name: str, words: str, value: Reader, unit: str = "") -> tuple[Column, Reader]:
    return Column(name, "string", unit, words, nullable=False), value


def _texts(name: str, words: str, value: Reader, unit: str = "") -> tuple[Column, Reader]:
    return Column(name, "list<string>", unit, words, nullable=False), value


def _number(name: str, unit: str, words: str, value: Reader) -> tuple[Column, Reader]:
    return Column(name, "int64", unit, words, nullable=False), value


#: Columns whose cells come from the article or the parties of a fact, not from the fact alone.
LOOKED_UP: Final = frozenset(
    {
        "language",
        "languages",
        "publisher",
        "published",
        "published_start",
        "said_by_name",
        "party_names",
        "place_name",
        "country",
        "start_utf16",
        "end_utf16",
        "start_utf8",
        "end_utf8",
    }
)

FACTS: Final = Table(
    "facts",
    (
        _said("id", "Id of the fact.", lambda row: row.fact.id),
        _said("article", "Id of the article that is cited first.", lambda row: row.fact.article_id),
        _texts("articles", "Ids of all the articles that are cited.", lambda row: [*row.cited]),
        _said(
            "language", "Language of the first article.", lambda row: row.article.language, "BCP 47"
        ),
        _texts(
            "languages",
            "Languages of all the articles that are cited.",
            lambda row: [*dict.fromkeys(row.articles[one].language for one in row.cited)],
            "BCP 47",
        ),
        _said("publisher", "Publisher of the first article.", lambda row: row.article.publisher),
        _said(
            "published", "When it was published.", lambda row: row.article.published.edtf, "EDTF"
        ),
        (
            Column("published_start", "date32", "days", "First day of that."),
            lambda row: row.article.published.start,
        ),
        _said("kind", "Kind of fact.", lambda row: row.fact.kind, "`model.FACT_KINDS`, terms"),
        _said("gloss", "The fact in one English sentence.", lambda row: row.fact.gloss),
        _said(
            "status",
            "actual, target, planned or proposed.",
            lambda row: row.fact.status,
            "`model.STATUSES`",
        ),
        _said(
            "basis",
            "stated, inferred or derived.",
            lambda row: row.fact.basis.kind,
            "`model.BASES`",
        ),
        _text("rule", "The reasoning, unless stated.", lambda row: row.fact.basis.rule or None),
        _texts(
            "sources",
            "Ids of the facts that it follows from.",
            lambda row: [*row.fact.basis.sources],
        ),
        _texts(
            "inferred",
            "The parts of it that no cited words say.",
            lambda row: [*row.fact.inferred],
        ),
        _text(
            "part_of",
            "Id of the fact whose measure this one is a part of.",
            lambda row: row.fact.part_of or None,
        ),
        _text("said_by", "Id of the speaker.", lambda row: row.fact.said_by or None),
        _text(
            "said_by_name",
            "English name of the speaker.",
            lambda row: row.name(row.fact.said_by),
        ),
        _texts(
            "parties",
            "Ids of who is involved.",
            lambda row: [one.party for one in row.fact.parties],
        ),
        _texts(
            "roles",
            "The role of each, in the same order.",
            lambda row: [one.role for one in row.fact.parties],
            "`model.ROLES`, terms",
        ),
        _texts(
            "involved",
            "Both, such as `investor:turkey`.",
            lambda row: [f"{one.role}:{one.party}" for one in row.fact.parties],
        ),
        _texts(
            "party_names",
            "The English name of each, in the same order.",
            lambda row: [row.name(one.party) or one.party for one in row.fact.parties],
        ),
        _text("place", "Id of the place.", lambda row: row.fact.place or None),
        _text("place_name", "English name of the place.", lambda row: row.name(row.fact.place)),
        _text("country", "The place's country.", _place("country"), "ISO 3166-1"),
        timed(lambda row: row.fact.period, "When it holds or happens."),
        measured(_measure, _held),
        _text(
            "change",
            "increase or decrease, where the measure is a change.",
            lambda row: row.fact.change,
        ),
        _text(
            "baseline",
            "What the change is measured from.",
            lambda row: _stated(row.fact.baseline),
        ),
        _text(
            "horizon",
            "By when, or within what time, a target is to be met.",
            lambda row: _stated(row.fact.horizon),
        ),
        _said("quote", "The words first cited.", lambda row: row.fact.citations[0].quote),
        _number(
            "start",
            "code points",
            "Where they begin in the article.",
            lambda row: row.fact.citations[0].start,
        ),
        _number(
            "end",
            "code points",
            "Where they end, exclusive.",
            lambda row: row.fact.citations[0].end,
        ),
        _number(
            "start_utf16",
            "UTF-16 code units",
            "Where they begin, for JavaScript and Java.",
            _offset("start_utf16"),
        ),
        _number(
            "end_utf16", "UTF-16 code units", "Where they end, exclusive.", _offset("end_utf16")
        ),
        _number("start_utf8", "UTF-8 bytes", "Where they begin.", _offset("start_utf8")),
        _number("end_utf8", "UTF-8 bytes", "Where they end, exclusive.", _offset("end_utf8")),
        _texts(
            "more_quotes",
            "Further words cited.",
            lambda row: [one.quote for one in row.fact.citations[1:]],
        ),
        _said(
            "record",
            "The whole fact, from which `from_arrow` makes it again.",
            lambda row: record_of(row.fact),
            "JSON of `serde`",
        ),
    ),
)
