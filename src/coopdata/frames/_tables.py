"""The tables of parties, articles and terms, and the rows of every table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, Literal, get_args

from .._fixed import Fixed
from .._flat.column import Column, Table
from .._flat.mentions import MENTIONS, Found, place
from .._flat.values import Reader, timed
from .._text.offsets import Offsets
from ..dataset import Dataset
from ..errors import InvalidValueError, RecordNotFoundError, UnreadableTextError, nearest
from ..model import Article, Fact, Mention, Mentions, Party, Term
from ..query import FactList
from ._facts import FACTS, FactRow
from ._record import record_of

__all__ = ["TABLES", "Source", "TableName", "rows_of"]

Source = (
    Dataset
    | FactList
    | Sequence[Article]
    | Sequence[Party]
    | Sequence[Mention]
    | Sequence[Term]
    | Mentions[Any]
)
TableName = Literal["facts", "mentions", "parties", "articles", "terms"]


def _said(name: str, words: str, value: Reader, unit: str = "") -> tuple[Column, Reader]:
    return Column(name, "string", unit, words, nullable=False), value


def _text(name: str, words: str, field: str, unit: str = "") -> tuple[Column, Reader]:
    return Column(name, "string", unit, words), lambda one: getattr(one, field, "") or None


def _texts(name: str, words: str, value: Reader, unit: str = "") -> tuple[Column, Reader]:
    return Column(name, "list<string>", unit, words, nullable=False), value


def _number(name: str, unit: str, words: str, value: Reader) -> tuple[Column, Reader]:
    return Column(name, "int64", unit, words, nullable=False), value


def _named(name: str, words: str, names: Reader) -> Iterator[tuple[Column, Reader]]:
    yield _texts(name, words, lambda one: [each.text for each in names(one)])
    languages = "The language of each, in the same order."
    yield _texts(
        "languages", languages, lambda one: [each.language for each in names(one)], "BCP 47"
    )


def _whole(what: str, record: Reader = record_of) -> tuple[Column, Reader]:
    words = f"The {what}, from which `from_arrow` makes it again."
    return _said("record", words, record, "JSON of `serde`")


PARTIES: Final = Table(
    "parties",
    (
        _said("id", "Id of the party.", lambda one: one.id),
        _said("kind", "What it is.", lambda one: one.kind, "`model.NAME_KINDS`"),
        _said("name", "Its English name, else the first.", lambda one: one.name()),
        *_named("names", "Its names.", lambda one: one.names),
        _texts("aliases", "Other words by which it is called.", lambda one: [*one.aliases]),
        _text("country", "Its country.", "country", "ISO 3166-1"),
        _text("region", "The region of a place.", "region", "ISO 3166-2"),
        _text("level", "How wide a place is, how narrow a product.", "level"),
        _text("legal_form", "Legal form of an organisation, as written.", "legal_form"),
        _texts(
            "links",
            "Its ties to other parties, such as `located_in:minsk`.",
            lambda one: [f"{link.kind}:{link.party}" for link in one.links],
        ),
        _said("basis", "stated, inferred or derived.", lambda one: one.basis.kind, "`model.BASES`"),
        _whole("whole party"),
    ),
)

ARTICLES: Final = Table(
    "articles",
    (
        _said("id", "Id of the article.", lambda one: one.id),
        _said("file", "Name of the file it was read from.", lambda one: one.file),
        _said("language", "Its language.", lambda one: one.language, "BCP 47"),
        _text("publisher", "Who published it.", "publisher"),
        _text("title", "The headline.", "title"),
        _texts("agencies", "Ids of the news agencies it names.", lambda one: [*one.agencies]),
        _text("place", "Id of the place of writing.", "place"),
        timed(lambda one: one.published, "When it was published.", "published"),
        _said(
            "basis",
            "Whether that is stated or inferred.",
            lambda one: one.published_basis.kind,
            "`model.BASES`",
        ),
        _number("length", "code points", "Length of the text.", lambda one: len(one.text)),
        _number("mentions", "mentions", "How many it has.", lambda one: len(one.mentions)),
        _said("sha256", "Hex digest of the text in UTF-8.", lambda one: one.sha256),
        _text("rights", "Whose the text is.", "rights"),
        _said("text", "The whole text.", lambda one: one.text),
        _whole("article without its text", lambda one: record_of(one, without="text")),
    ),
)

TERMS: Final = Table(
    "terms",
    (
        _said("id", "Its kind and code, such as `fact.inspection`.", lambda one: one.id),
        _said("kind", "fact for a kind of fact, or role.", lambda one: one.kind),
        _said("code", "What the facts say.", lambda one: one.code),
        _said("means", "What it means.", lambda one: one.means),
        _text("unlike", "What it is not.", "unlike"),
        *_named("labels", "What it is called.", lambda one: one.labels),
        _texts("roles", "The roles that the kind takes; none: any.", lambda one: [*one.roles]),
        _whole("whole term"),
    ),
)

#: The flat tables by name.
TABLES: Final = Fixed({one.name: one for one in (FACTS, MENTIONS, PARTIES, ARTICLES, TERMS)})


def rows_of(
    source: Source, table: TableName | None = None, text: str | None = None
) -> tuple[Table, Iterator[dict[str, Any]]]:
    """Return a table and its rows.

    Raises:
        InvalidValueError: nothing says of what an empty list would be, or `source` has no such
            table, or is none that a table is made of.
    """
    if table is not None and table not in TABLES:
        raise RecordNotFoundError("table", table, nearest(table, [*TABLES]) or tuple(TABLES))
    if isinstance(source, Dataset):
        name = table or "facts"
        facts: Any = source.facts if name == "facts" else ()
        records = getattr(source, name if name in ("parties", "terms") else "articles")
        made = _facts(facts, source) if name == "facts" else _MAKE[name](records)
        return TABLES[name], _rows(TABLES[name], made)
    if isinstance(source, FactList):
        name, made = "facts", _facts(source, source.dataset)
    elif isinstance(source, Mentions):
        name, made = "mentions", _of_text(source)
    else:
        name, made = _listed(tuple(source), table, getattr(source, "text", text))
    if table not in (None, name):
        raise InvalidValueError(table, f"of this is made a table of {name}")
    return TABLES[name], _rows(TABLES[name], made)


def _rows(table: Table, made: Iterable[Any]) -> Iterator[dict[str, Any]]:
    return (table.row(one) for one in made)


def _listed(
    records: tuple[Any, ...], table: TableName | None, text: str | None
) -> tuple[TableName, Iterable[Any]]:
    if not records:
        if table is None:
            rule = f"an empty list says by table= what it is of: {', '.join(get_args(TableName))}"
            raise InvalidValueError(records, rule)
        return table, ()
    for kind, name in _KINDS.items():
        if all(isinstance(one, kind) for one in records):
            if kind is Mention:
                return name, _mentions(0, None, records, text)
            if kind is Article and table == "mentions":
                return "mentions", _of_articles(records)
            return name, records
    other = next((one for one in records if not isinstance(one, tuple(_KINDS))), records)
    hint = "; facts come as a FactList, ds.where(...)" if isinstance(other, Fact) else ""
    rule = f"a table is made of mentions, parties, articles or terms, all of one kind{hint}"
    raise InvalidValueError(other, rule)


def _facts(facts: Iterable[Fact], dataset: Any) -> Iterator[FactRow]:
    articles = {article.id: article for article in dataset.articles}
    parties = {party.id: party for party in dataset.parties}
    for fact in facts:
        for one in fact.citations:
            articles[one.article_id].check(one)
        yield FactRow(fact, articles, parties)


def _of_articles(articles: Iterable[Article]) -> Iterator[Found]:
    for row, one in enumerate(articles):
        yield from _mentions(row, one.id, one.mentions, one.text)


def _of_text(found: Mentions[Any]) -> list[Found]:
    """Return what a table is made of from the mentions of one text, which they know.

    Raises:
        InvalidValueError: there are names among them; the columns are of values.
        UnreadableTextError: the text holds what no UTF-8 can write.
    """
    for one in found:
        if not isinstance(one, Mention):
            rule = "a table of mentions holds quantities and periods; leave names out of `kinds`"
            raise InvalidValueError(one, rule)
    try:
        return [*_mentions(0, None, found, found.text)]
    except UnicodeEncodeError as err:
        words = "what UTF-8 can write"
        raise UnreadableTextError(found.text, found.locale, err.start, words) from None


def _mentions(
    row: int, name: str | None, mentions: Iterable[Mention], text: str | None
) -> Iterator[Found]:
    if text is None:
        return (Found(row, name, one) for one in mentions)
    offsets = Offsets(text)
    ordered = sorted(mentions, key=lambda one: one.span.start)
    return (Found(row, name, one, place(offsets, one.span)) for one in ordered)


_KINDS: Final[dict[type, TableName]] = {
    Mention: "mentions",
    Party: "parties",
    Article: "articles",
    Term: "terms",
}
_MAKE: Final[dict[str, Callable[[Any], Iterable[Any]]]] = {
    "mentions": _of_articles,
    "parties": iter,
    "articles": iter,
    "terms": iter,
}
