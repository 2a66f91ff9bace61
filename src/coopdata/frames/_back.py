"""From a flat table to the records that it was made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from .. import serde
from .._flat.column import Table
from .._flat.mentions import Found
from ..errors import CoopdataError, InvalidValueError, MissingExtraError, SeedError
from ..model import Article, Fact, Mention, Party, Term
from ..values import Measure, Period, Span
from ._facts import LOOKED_UP, FactRow
from ._tables import TABLES

__all__ = ["from_arrow"]

Record = Fact | Mention | Party | Article | Term

#: What of a mention's row its text says, not the mention itself.
_OF_TEXT: Final = frozenset(
    {"row", "id", "words", "start_utf16", "end_utf16", "start_utf8", "end_utf8", "error"}
)


def from_arrow(table: Any) -> tuple[Record, ...]:
    """Return the records of a flat table, in its order (extra: ``arrow``).

    Rows may have been chosen, sorted and joined, and columns of your own may stand beside ours; a
    cell that says something else than its row's record is refused, because nobody could tell which
    of the two is meant. What an article or a party adds (names, the publisher) is not compared.

    Args:
        table: A table of facts, mentions, parties, articles or terms, of Arrow or of whatever hands
            over a stream of it, as frames of pandas, Polars and DuckDB do; of Spark
            ``frame.toArrow()``.

    Raises:
        InvalidValueError: the table lacks columns of every schema; the nearest is named.
        SeedError: rows that are no record, or say something else; every one is named.

    Examples:
        >>> from coopdata import load
        >>> from coopdata.frames import from_arrow, to_arrow
        >>> facts = load().where(kind="investment")
        >>> from_arrow(to_arrow(facts)) == tuple(facts)
        True
    """
    try:
        import pyarrow as pa
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.from_arrow", "arrow") from err
    if not hasattr(table, "__arrow_c_stream__"):
        kind = type(table).__name__
        raise TypeError(f"from_arrow takes an Arrow table or stream, got a {kind}")
    given = pa.table(table)
    schema = _schema(given.column_names)
    names = [column.name for column in schema.columns]
    problems, found = list[str](), list[Record]()
    for at, row in enumerate(given.select(names).to_pylist()):
        try:
            found.append(_made(schema, row))
        except SeedError as err:
            problems += (f"row {at}: {problem}" for problem in err.problems)
        except (CoopdataError, TypeError) as err:
            problems.append(f"row {at}: {err}")
    if problems:
        raise SeedError(f"table of {schema.name}", tuple(problems))
    return tuple(found)


def _schema(names: Iterable[str]) -> Table:
    """Return the schema of which a table has all columns."""
    there = {*names}
    lacking = {
        name: [one.name for one in table.columns if one.name not in there]
        for name, table in TABLES.items()
    }
    name = min(lacking, key=lambda one: len(lacking[one]))
    if lacking[name]:
        rule = f"a table of {name} has all columns of frames.SCHEMAS[{name!r}]; missing"
        raise InvalidValueError(", ".join(lacking[name]), rule)
    return TABLES[name]


def _made(schema: Table, row: dict[str, Any]) -> Record:
    record, again, skipped = _READ[schema.name](row)
    expected = schema.row(again, without=skipped)
    differing = [name for name, value in expected.items() if value != row[name]]
    if differing:
        names = ", ".join(differing)
        raise InvalidValueError(names, "columns say what the row's record says; not so")
    return record


def _fact(row: dict[str, Any]) -> tuple[Record, Any, frozenset[str]]:
    fact: Fact = serde.from_tree(_tree(row), Fact, source="record")
    return fact, FactRow(fact, {}, {}), LOOKED_UP


def _party(row: dict[str, Any]) -> tuple[Record, Any, frozenset[str]]:
    party: Party = serde.from_tree(_tree(row), Party, source="record")
    return party, party, frozenset()


def _term(row: dict[str, Any]) -> tuple[Record, Any, frozenset[str]]:
    term: Term = serde.from_tree(_tree(row), Term, source="record")
    return term, term, frozenset()


def _article(row: dict[str, Any]) -> tuple[Record, Any, frozenset[str]]:
    tree = _tree(row) | {"text": row["text"]}
    article: Article = serde.from_tree(tree, Article, source="record")
    return article, article, frozenset()


def _mention(row: dict[str, Any]) -> tuple[Record, Any, frozenset[str]]:
    if row["error"] is not None:
        raise InvalidValueError(row["error"], "a row with an error is no mention; leave it out")
    lacking = [name for name in ("start", "end", "kind", "value") if row[name] is None]
    if lacking:
        raise InvalidValueError(None, f"the column {lacking[0]} of a mention is filled")
    read: Callable[[str], Measure | Period] = (
        Period.from_edtf if row["kind"] == "period" else Measure.from_text
    )
    mention = Mention(
        span=Span(start=row["start"], end=row["end"]),
        kind=row["kind"],
        value=read(row["value"]),
        why=row["why"] or "",
        change=row["change"],
        mod=row["mod"],
        counted=row["counted"],
        carried=bool(row["carried"]),
        minor=bool(row["minor"]),
    )
    return mention, Found(0, None, mention), _OF_TEXT


def _tree(row: dict[str, Any]) -> Any:
    if not isinstance(row["record"], str):
        raise InvalidValueError(row["record"], "the column record is a text of JSON")
    return serde.parse_json(row["record"], source="record")


_READ: Final = {
    "facts": _fact,
    "parties": _party,
    "articles": _article,
    "terms": _term,
    "mentions": _mention,
}
