"""The command line: ``coopdata articles | facts | show ARTICLE | verify | read TEXT``.

Answers go to standard output, what is wrong goes to standard error as one message, with exit
code 2. Tables are drawn by rich where it is installed, and in plain text where it is not.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import os
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from . import _shipped, display, extract, formatting, frames, serde
from .dataset import Dataset, load
from .errors import CoopdataError, MissingExtraError, SeedError
from .model import Article, Mention
from .query import Filters, matching

__all__ = ["run"]

_SEVERAL: Final = (
    "kind",
    "party",
    "role",
    "country",
    "place",
    "status",
    "said_by",
    "basis",
    "article",
    "language",
    "unit",
    "dimension",
)
_PERIODS: Final = ("period", "within", "before", "after", "since", "until")
_AMOUNTS: Final = ("at_least", "more_than", "at_most", "less_than")
_WIDE: Final = 160  # columns of a table that goes into a file or a pipe


def run(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    options = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):  # a narrow terminal encoding is no reason to stop
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        options.verb(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (CoopdataError, OSError) as err:
        print(f"coopdata: {err}", file=sys.stderr)
        return 2
    return 0


# -- verbs --------------------------------------------------------------------------------------


def _articles(options: argparse.Namespace) -> None:
    """List the articles."""
    dataset = _dataset(options)
    wanted = options.language or [article.language for article in dataset.articles]
    found = [article for article in dataset.articles if article.language in wanted]
    head = ("article", "language", "published", "basis", "publisher", "title", "mentions", "facts")
    rows = [
        (
            article.id,
            article.language,
            article.published.format(locale=options.locale),
            formatting.label("basis", article.published_basis.kind, locale=options.locale),
            article.publisher,
            article.title,
            str(len(article.mentions)),
            str(len(dataset.where(article=article.id))),
        )
        for article in found
    ]
    _answer(options, head, rows, lambda: [serde.to_tree(article) for article in found])


def _facts(options: argparse.Namespace) -> None:
    """List the facts that meet every filter."""
    given = {name: getattr(options, name) for name in Filters.__annotations__}
    found = _dataset(options).where(matching(**given))
    if options.format == "csv":
        flat = frames.rows(found)
        names = [column.name for column in frames.SCHEMA]
        _csv(names, [[_flat(row[name]) for name in names] for row in flat])
        return
    rows = [display.cells(fact, options.locale) for fact in found]
    _answer(options, display.HEADINGS, rows, lambda: [serde.to_tree(fact) for fact in found])


def _show(options: argparse.Namespace) -> None:
    """Show one article: its source, its text with the mentions marked, its facts."""
    dataset = _dataset(options)
    article = dataset.article(options.article)
    facts = dataset.where(article=article.id)
    if options.format == "json":
        _json({"article": serde.to_tree(article), "facts": [serde.to_tree(one) for one in facts]})
    elif options.format == "csv":
        _csv(_MENTION_HEAD, _mention_rows(article.mentions, article.text))
    else:
        print(f"{article.title or article.id}\n{display.source_of(article)}\n")
        print(_marked(article), end="\n\n")
        _table(display.HEADINGS, [display.cells(fact, options.locale) for fact in facts])


def _verify(options: argparse.Namespace) -> None:
    """Check every shipped file, and every digest, span and quote of the dataset, again."""
    damage = _shipped.problems()
    if damage:
        raise SeedError("the shipped files", tuple(map(str, damage)))
    dataset = _dataset(options)
    problems = dataset.problems()
    if problems:
        raise SeedError(options.data or "the shipped dataset", problems)
    cited = [record.citations for record in dataset.parties]
    cited += [record.citations for record in dataset.facts]
    quotes = [one.article_id for citations in cited for one in citations]
    head = ("article", "sha256", "characters", "spans", "quotes", "verdict")
    rows = [
        (
            article.id,
            article.sha256,
            str(len(article.text)),
            str(len(article.mentions) + len(article.names)),
            str(quotes.count(article.id)),
            "right",
        )
        for article in dataset.articles
    ]
    _answer(options, head, rows, lambda: [dict(zip(head, row, strict=True)) for row in rows])


def _read(options: argparse.Namespace) -> None:
    """Find the quantities and periods in a text."""
    text = sys.stdin.read() if options.text == "-" else options.text
    found = extract.mentions(text, locale=options.locale, anchor=options.anchor)
    rows = _mention_rows(found, text)
    _answer(options, _MENTION_HEAD, rows, lambda: [serde.to_tree(one) for one in found])


# -- answers ------------------------------------------------------------------------------------

_MENTION_HEAD: Final = ("start", "end", "words", "kind", "value", "change", "why")


def _mention_rows(mentions: Iterable[Mention], text: str) -> list[tuple[str, ...]]:
    return [
        (
            str(one.span.start),
            str(one.span.end),
            one.span.of(text),
            one.kind,
            str(one.value),
            one.change or one.mod or "",
            one.why,
        )
        for one in mentions
    ]


def _marked(article: Article) -> str:
    """Return an article's text with its mentions between marks."""
    opening, closing = display.MARKS
    pieces, at = [], 0
    for mention in article.mentions:
        pieces += [
            article.text[at : mention.span.start],
            opening,
            article.quote(mention.span),
            closing,
        ]
        at = mention.span.end
    return "".join([*pieces, article.text[at:]]).strip()


def _answer(
    options: argparse.Namespace,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    tree: Any,
) -> None:
    if options.format == "json":
        _json(tree())
    elif options.format == "csv":
        _csv(head, rows)
    else:
        _table(head, rows)


def _json(tree: Any) -> None:
    print(json.dumps(tree, ensure_ascii=False, indent=1))


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    try:
        drawn = display.rich_table(head, rows)
    except MissingExtraError:
        print(display.table(head, rows))
        return
    from rich.console import Console

    console = Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDE
    console.print(drawn)


def _flat(value: Any) -> str:
    """Return a cell of the flat schema as CSV has it; lists are joined."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}".rstrip("0").rstrip(".")  # a column's ten places are always there
    return "; ".join(value) if isinstance(value, list) else str(value)


# -- options ------------------------------------------------------------------------------------


def _dataset(options: argparse.Namespace) -> Dataset:
    if options.data is None:
        return load()
    return serde.from_json(Path(options.data).read_bytes(), source=options.data)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coopdata", description="Typed, cited facts from five articles on cooperation."
    )
    parser.add_argument("--version", action="version", version=_version())
    verbs = parser.add_subparsers(required=True, metavar="VERB")

    def verb(name: str, does: Any) -> argparse.ArgumentParser:
        one = verbs.add_parser(name, help=does.__doc__, description=does.__doc__)
        one.set_defaults(verb=does)
        one.add_argument("--format", choices=("table", "json", "csv"), default="table")
        return one

    articles = verb("articles", _articles)
    articles.add_argument(
        "--language", action="append", metavar="TAG", help="only in this language"
    )
    facts = verb("facts", _facts)
    _add_filters(facts)
    show = verb("show", _show)
    show.add_argument("article", metavar="ARTICLE", help="id of the article")
    verify = verb("verify", _verify)
    for one in (articles, facts, show, verify):
        one.add_argument("--locale", default="en", help="print in this locale (default: en)")
        one.add_argument(
            "--data", metavar="FILE", help="a dataset in JSON instead of the shipped one"
        )
    read = verb("read", _read)
    read.add_argument("text", metavar="TEXT", help="the text, or - for standard input")
    read.add_argument("--locale", required=True, help="the language of the text, for example ru")
    read.add_argument(
        "--anchor", type=_day, metavar="DATE", help="the day that 'this year' is said on"
    )
    return parser


def _add_filters(parser: argparse.ArgumentParser) -> None:
    filters = parser.add_argument_group("filters", "Repeat an option to mean any of its values.")
    for name in _SEVERAL:
        filters.add_argument(_option(name), action="append", metavar="NAME", dest=name)
    for name in _PERIODS:
        filters.add_argument(_option(name), metavar="EDTF", dest=name)
    for name in _AMOUNTS:
        filters.add_argument(
            _option(name), metavar="AMOUNT", dest=name, help="as in '10 million USD'"
        )
    filters.add_argument("--between", nargs=2, metavar=("LOW", "HIGH"))
    filters.add_argument("--certainty", choices=("certainly", "possibly"), default="certainly")


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("coopdata")
    except PackageNotFoundError:
        return "not installed"
