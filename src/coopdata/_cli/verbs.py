"""Verbs that ask a dataset, and the one that reads a text."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from .. import _shipped, display, extract, formatting, frames, serde
from .._files import write_whole
from ..dataset import Dataset
from ..errors import SeedError, visible
from ..model import SUPPORTS, Article, Mention
from ..query import Filters, matching
from .answers import answer, dataset_of, printed, standard_input, table

__all__ = ["articles", "cite", "fact", "facts", "read", "search", "show", "verify"]

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


def articles(options: argparse.Namespace) -> None:
    """List the articles."""
    dataset = dataset_of(options)
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
    answer(options, head, rows, lambda: [serde.to_tree(article) for article in found])


def facts(options: argparse.Namespace) -> None:
    """List the facts that meet every filter."""
    given = {name: getattr(options, name) for name in Filters.__annotations__}
    dataset = dataset_of(options)
    found = dataset.where(matching(**given), derived=options.derived)
    if options.format == "csv":
        printed(frames.to_csv(found))
        return
    rows = [display.cells(fact, options.locale, dataset) for fact in found]
    answer(options, display.HEADINGS, rows, lambda: [serde.to_tree(fact) for fact in found])


def fact(options: argparse.Namespace) -> None:
    """Show one fact: its sentence with the value marked, its source, a citation."""
    dataset = dataset_of(options)
    found = dataset.fact(options.fact)
    if options.format == "json":
        printed(display.json_text(serde.to_tree(found)))
    else:
        found.show(locale=options.locale)


def cite(options: argparse.Namespace) -> None:
    """Cite a fact or an article."""
    dataset = dataset_of(options)
    ids = [one.id for one in dataset.articles]
    record = dataset.article(options.id) if options.id in ids else dataset.fact(options.id)
    printed(record.cite(options.style, locale=options.locale))


def search(options: argparse.Namespace) -> None:
    """List the facts in which words occur, the best first, and by what they were found."""
    dataset = dataset_of(options)
    hits = dataset.search(" ".join(options.words), derived=options.derived, limit=options.limit)
    rows = [(hit.fact.id, f"{hit.score:.2f}", "; ".join(hit.reasons)) for hit in hits]
    head = ("fact", "value", "why")
    answer(options, head, rows, lambda: [dict(zip(head, row, strict=True)) for row in rows])


def show(options: argparse.Namespace) -> None:
    """Show one article: its text with the mentions marked, its facts; or write a page of it."""
    dataset = dataset_of(options)
    if options.article is None and options.html is None:
        options.refuse("name an ARTICLE, or give --html FILE for a page of the whole dataset")
    if options.html is not None:
        shown = dataset if options.article is None else dataset.article(options.article)
        write_whole(Path(options.html), shown.to_html(locale=options.locale).encode())
        printed(f"wrote {options.html}")
        return
    article = dataset.article(options.article)
    facts = dataset.where(article=article.id)
    if options.format == "json":
        tree = {"article": serde.to_tree(article), "facts": [*map(serde.to_tree, facts)]}
        printed(display.json_text(tree))
    elif options.format == "csv":
        printed(display.csv_text(_MENTION_HEAD, _mention_rows(article.mentions, article.text)))
    else:
        source = display.source_of(article, locale=options.locale)
        print(visible(f"{article.title or article.id}\n{source}\n\n{_marked(article)}\n"))
        rows = [display.cells(fact, options.locale, dataset) for fact in facts]
        table(display.headings(display.HEADINGS, options.locale), rows)


def verify(options: argparse.Namespace) -> None:
    """Check every shipped file, and every digest, span and quote of the dataset, again."""
    damage = _shipped.problems()
    if damage:
        raise SeedError("the shipped files", tuple(map(str, damage)))
    dataset = dataset_of(options)
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
    answer(options, head, rows, lambda: [dict(zip(head, row, strict=True)) for row in rows])


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
    answer(options, head, rows, lambda: [dict(zip(head, row, strict=True)) for row in rows])


def read(options: argparse.Namespace) -> None:
    """Find the quantities and periods in a text."""
    text = standard_input(options.locale) if options.text == "-" else options.text
    if options.explain:
        _explain(options, text)
        return
    found = extract.mentions(text, locale=options.locale, anchor=options.anchor)
    if options.html is not None:
        page = display.text_page(text, found, language=options.locale.replace("_", "-"))
        write_whole(Path(options.html), page.encode("utf-8", "replace"))
        printed(f"wrote {options.html}")
        return
    rows = _mention_rows(found, text)
    answer(options, _MENTION_HEAD, rows, lambda: [serde.to_tree(one) for one in found])


def _explain(options: argparse.Namespace, text: str) -> None:
    """Say how a text is read; as rows, each thing that was seen or done at a place is one."""
    told = extract.explain(text, locale=options.locale, anchor=options.anchor)
    if options.format == "table":
        printed(str(told))
    else:
        head, rows = ("at", "what", "start", "end", "words", "says"), list(told.rows())
        cells = [tuple(map(str, row)) for row in rows]
        answer(options, head, cells, lambda: [dict(zip(head, row, strict=True)) for row in rows])
