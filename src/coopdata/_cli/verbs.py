"""Verbs that ask a dataset, and the one that reads a text."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from .. import _shipped, display, formatting, frames, normalize, serde
from .._files import write_whole
from .._sheet import json_line
from ..dataset import Dataset
from ..errors import InvalidValueError, MissingExtraError, SeedError, visible
from ..model import SUPPORTS, Article, Mention, Mentions
from ..query import KEYWORDS, Filters, matching
from ..reader import Reader
from . import tables
from .answers import answer, dataset_of, printed, table, texts_of

__all__ = ["articles", "cite", "completion", "fact", "facts", "read", "search", "show", "verify"]

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
    if given["unit"] is not None and len(given["unit"]) == 1:
        (given["unit"],) = given["unit"]  # the unit of bare numbers too
    _with_units(given)
    dataset = dataset_of(options)
    found = dataset.where(matching(**given), derived=options.derived)[: options.limit]
    if options.format == "csv":
        printed(frames.to_csv(found))
        return
    rows = [display.cells(fact, options.locale, dataset) for fact in found]
    answer(options, display.HEADINGS, rows, lambda: [serde.to_tree(fact) for fact in found])


def _with_units(given: dict[str, Any]) -> None:
    """Refuse a bound without a unit: it would be met by plain numbers alone, which nobody means."""
    for name, keyword in KEYWORDS.items():
        if (
            keyword.takes not in ("amount", "bounds")
            or given[name] is None
            or isinstance(given["unit"], str)
        ):
            continue
        for one in given[name] if keyword.takes == "bounds" else [given[name]]:
            if not normalize.measure(one, locale="en").unit:
                rule = (
                    f"--{name.replace('_', '-')} takes an amount with its unit, as '10 million USD'"
                )
                raise InvalidValueError(one, f"{rule}; or name the unit by --unit")


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
    article = dataset.article(str(options.article))
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
    """Find the quantities and periods in texts, or in files and folders of them."""
    if tables.is_asked(options):
        tables.write(options)
        return
    texts = texts_of(options)
    if options.html is not None:
        if len(texts) > 1:
            raise InvalidValueError(len(texts), "a page has one text: read the files one by one")
        _write_page(options, texts[0][1])
    elif options.explain:
        for _, text in texts:
            _explain(options, text)
    else:
        found = [_found(options, text) for _, text in texts]  # all, before anything is printed
        _answer(options, [name for name, _ in texts], found)


def _found(options: argparse.Namespace, text: str) -> Mentions[Mention]:
    return _reader(options).mentions(text)[: options.limit]


def _write_page(options: argparse.Namespace, text: str) -> None:
    """Write the page of one text."""
    page = _found(options, text).to_html()
    write_whole(Path(options.html), page.encode("utf-8", "replace"))
    printed(f"wrote {options.html}")


def _answer(
    options: argparse.Namespace, names: Sequence[str], found: Sequence[Mentions[Mention]]
) -> None:
    """Print the mentions of each text; where there are several, each with the name of its file."""
    if options.format == "jsonl":
        lines = [
            f"{json_line(frames.plain({**one, 'row': row, 'id': name}))}\n"
            for row, (name, them) in enumerate(zip(names, found, strict=True))
            for one in frames.rows(them)
        ]
        if any(lines):
            printed("".join(lines))
        return
    several = len(names) > 1
    rows = [
        (visible(name), *row) if several else row
        for name, them in zip(names, found, strict=True)
        for row in _mention_rows(them, them.text)
    ]
    head = ("article", *_MENTION_HEAD) if several else _MENTION_HEAD
    answer(
        options,
        head,
        rows,
        lambda: [
            {**({"file": name} if several else {}), **serde.to_tree(one)}
            for name, them in zip(names, found, strict=True)
            for one in them
        ],
    )


def _reader(options: argparse.Namespace) -> Reader:
    words = None if options.words is None else Path(options.words)
    return Reader(locale=options.locale, words=words, anchor=options.anchor)


def _explain(options: argparse.Namespace, text: str) -> None:
    """Say how a text is read; as rows, each thing that was seen or done at a place is one."""
    told = _reader(options).explain(text)
    if options.format == "table":
        printed(str(told))
    else:
        head, rows = ("at", "what", "start", "end", "words", "says"), list(told.rows())
        cells = [tuple(map(str, row)) for row in rows]
        answer(options, head, cells, lambda: [dict(zip(head, row, strict=True)) for row in rows])


def completion(options: argparse.Namespace) -> None:
    """Print what makes a shell complete verbs and options: eval "$(coopdata completion bash)"."""
    try:
        import shtab
    except ImportError as err:
        raise MissingExtraError("coopdata completion", "cli") from err
    printed(shtab.complete(options.parser, shell=options.shell))
