"""The command line: ``coopdata articles | facts | show ARTICLE | verify | read TEXT``.

Tables are drawn by rich where it is installed, and in plain text where it is not. Control
characters are written as their escapes in every form of answer.
"""

from __future__ import annotations

import argparse
import datetime as dt
import errno
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from . import _shipped, display, extract, formatting, frames, serde
from .dataset import Dataset, load
from .errors import (
    MissingExtraError,
    SeedError,
    UnreadableTextError,
    shortened,
    shown,
    visible,
)
from .model import SUPPORTS, Article, Mention
from .query import KEYWORDS, Filters, matching

__all__ = ["run"]

#: How the options of `facts` are declared, by what a keyword takes.
_OPTIONS: Final[dict[str, dict[str, Any]]] = {
    "names": {"action": "append", "metavar": "NAME"},
    "period": {"metavar": "EDTF"},
    "amount": {"metavar": "AMOUNT", "help": "as in '10 million USD'"},
    "bounds": {"nargs": 2, "metavar": ("LOW", "HIGH")},
}


def run(argv: Sequence[str] | None = None) -> None:
    """Do what the command line says; `__main__` turns what is raised into exit codes."""
    options = _parser().parse_args(argv)
    options.verb(options)


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
    dataset = _dataset(options)
    found = dataset.where(matching(**given), derived=options.derived)
    if options.format == "csv":
        _print(frames.to_csv(found))
        return
    rows = [display.cells(fact, options.locale, dataset) for fact in found]
    _answer(options, display.HEADINGS, rows, lambda: [serde.to_tree(fact) for fact in found])


def _show(options: argparse.Namespace) -> None:
    """Show one article: its source, its text with the mentions marked, its facts."""
    dataset = _dataset(options)
    article = dataset.article(options.article)
    facts = dataset.where(article=article.id)
    if options.format == "json":
        tree = {"article": serde.to_tree(article), "facts": [*map(serde.to_tree, facts)]}
        _print(display.json_text(tree))
    elif options.format == "csv":
        _print(display.csv_text(_MENTION_HEAD, _mention_rows(article.mentions, article.text)))
    else:
        source = display.source_of(article, locale=options.locale)
        print(visible(f"{article.title or article.id}\n{source}\n\n{_marked(article)}\n"))
        rows = [display.cells(fact, options.locale, dataset) for fact in facts]
        _table(display.headings(display.HEADINGS, options.locale), rows)


def _verify(options: argparse.Namespace) -> None:
    """Check every shipped file, and every digest, span and quote of the dataset, again."""
    damage = _shipped.problems()
    if damage:
        raise SeedError("the shipped files", tuple(map(str, damage)))
    dataset = _dataset(options)
    problems = dataset.problems()
    if problems:
        raise SeedError(options.data or "the shipped dataset", problems)
    if options.report:
        _report(options, dataset)
        return
    cited = [record.citations for record in dataset.parties]
    cited += [record.citations for record in (*dataset.facts, *dataset.derived)]
    quotes = Counter(one.article_id for citations in cited for one in citations)
    head = ("article", "sha256", "characters", "spans", "quotes", "verdict")
    rows = [
        (
            article.id,
            article.sha256,
            str(len(article.text)),
            str(len(article.mentions) + len(article.names)),
            str(quotes[article.id]),
            formatting.label("view", "right", locale=options.locale),
        )
        for article in dataset.articles
    ]
    _answer(options, head, rows, lambda: [dict(zip(head, row, strict=True)) for row in rows])


def _report(options: argparse.Namespace, dataset: Dataset) -> None:
    """Count, of each kind of part, how many are stated, resolved, inferred, or without support."""
    counts: dict[str, Counter[str]] = {}
    for fact in dataset.facts:
        kinds = {one.part: one.kind for one in fact.supports}
        for part in fact.parts:
            row = counts.setdefault("party" if ":" in part else part, Counter())
            row[kinds.get(part, "none")] += 1
    counts["all"] = sum(counts.values(), Counter())
    every = max(counts["all"].total(), 1)
    counts["percent"] = Counter({one: round(100 * n / every) for one, n in counts["all"].items()})
    head = ("part", *SUPPORTS, "none")
    rows = [(part, *(str(row[kind]) for kind in head[1:])) for part, row in counts.items()]
    _answer(options, head, rows, lambda: [dict(zip(head, row, strict=True)) for row in rows])


def _read(options: argparse.Namespace) -> None:
    """Find the quantities and periods in a text."""
    text = _standard_input(options.locale) if options.text == "-" else options.text
    if options.explain:
        _explain(options, text)
        return
    found = extract.mentions(text, locale=options.locale, anchor=options.anchor)
    rows = _mention_rows(found, text)
    _answer(options, _MENTION_HEAD, rows, lambda: [serde.to_tree(one) for one in found])


def _explain(options: argparse.Namespace, text: str) -> None:
    """Say how a text is read; as rows, each thing that was seen or done at a place is one."""
    told = extract.explain(text, locale=options.locale, anchor=options.anchor)
    if options.format == "table":
        _print(str(told))
    else:
        head, rows = ("at", "what", "start", "end", "words", "says"), list(told.rows())
        cells = [tuple(map(str, row)) for row in rows]
        _answer(options, head, cells, lambda: [dict(zip(head, row, strict=True)) for row in rows])


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
        _print(display.json_text(tree()))
    elif options.format == "csv":
        _print(display.csv_text(head, rows))
    else:  # `read` takes the locale of its text, not of its reader
        locale = "en" if options.verb is _read else options.locale
        _table(display.headings(head, locale), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    try:
        _print(display.rich_drawn(head, rows))
    except MissingExtraError:
        _print(display.table(head, rows))


def _print(text: str) -> None:
    print(text.removesuffix("\n"))


# -- options ------------------------------------------------------------------------------------


def _dataset(options: argparse.Namespace) -> Dataset:
    if options.data is None:
        return load()
    try:
        raw = Path(options.data).read_bytes()
    except ValueError:  # a character that no path has
        raise OSError(errno.EINVAL, "not a path", options.data) from None
    return serde.from_json(raw, source=options.data)


def _standard_input(locale: str) -> str:
    """Return what is typed or piped in; bytes are UTF-8, whatever the terminal's encoding."""
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:  # closed, or a text that somebody put in its place
        return "" if sys.stdin is None else sys.stdin.read()
    read: bytes = raw.read()
    try:
        return read.decode("utf-8")
    except UnicodeDecodeError as err:
        text = read.decode("utf-8", "backslashreplace")
        raise UnreadableTextError(text, locale, err.start, "UTF-8") from None


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        words = f"expected a day such as '2017-12-05', got {shown(text)}"
        raise argparse.ArgumentTypeError(words) from None


class _Parser(argparse.ArgumentParser):
    """Words every mistake in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"coopdata: {shortened(message)}; see: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
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
    facts.add_argument("--derived", action="store_true", help="with what was computed from them")
    _add_filters(facts)
    show = verb("show", _show)
    show.add_argument("article", metavar="ARTICLE", help="id of the article")
    verify = verb("verify", _verify)
    verify.add_argument(
        "--report", action="store_true", help="count what the parts of the facts rest on"
    )
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
    read.add_argument(
        "--explain", action="store_true", help="say what was looked at, and why it is read so"
    )
    return parser


def _add_filters(parser: argparse.ArgumentParser) -> None:
    filters = parser.add_argument_group("filters", "Repeat an option to mean any of its values.")
    for name, keyword in KEYWORDS.items():
        filters.add_argument(_option(name), dest=name, **_OPTIONS[keyword.takes])
    filters.add_argument("--certainty", choices=("certainly", "possibly"), default="certainly")


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("coopdata")
    except PackageNotFoundError:
        return "not installed"
