"""Terminal views for rich (extra: ``rich``); texts are never markup, and never act on it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError, visible
from ..model import Article, Fact
from ..values import Measure, Period
from ._cite import source_of

if TYPE_CHECKING:
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    from ..dataset import Dataset
    from ..query import FactList

__all__ = [
    "article_rich",
    "dataset_rich",
    "fact_rich",
    "facts_rich",
    "rich_drawn",
    "rich_table",
    "value_rich",
]

_VALUE = "bold cyan"
_QUIET = "dim"
_ROOM = 11
_WIDE = 160  # columns of a table that goes into a file or a pipe


def _rich(module: str) -> Any:
    from importlib import import_module

    try:
        return import_module(f"rich.{module}")
    except ImportError as err:
        raise MissingExtraError("coopdata's terminal views", "rich") from err


def _text(*pieces: tuple[str, str]) -> Text:
    made: Text = _rich("text").Text()
    for piece, style in pieces:
        made.append(visible(piece), style=style)
    return made


def _panel(inside: Any, title: str) -> Panel:
    made: Panel = _rich("panel").Panel(inside, title=_text((title, "bold")), title_align="left")
    return made


def rich_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "") -> Table:
    """Return a table whose columns keep room for their short cells."""
    made: Table = _rich("table").Table(
        title=_text((title, "")) if title else None, title_justify="left"
    )
    body = [tuple(map(visible, row)) for row in rows]
    for heading, *column in zip(headings, *body, strict=True):
        widest = max(map(len, (heading, *column)))
        made.add_column(_text((heading, "")), overflow="fold", min_width=min(widest, _ROOM))
    for row in body:
        made.add_row(*(_text((cell, "")) for cell in row))
    return made


def rich_drawn(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as rich draws it here; as wide as a page where that is no terminal."""
    console = _rich("console").Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDE
    with console.capture() as drawn:
        console.print(rich_table(headings, rows))
    text: str = drawn.get()
    return text


def value_rich(value: Measure | Period) -> Text:
    """Return a measure or a period, highlighted."""
    return _text((str(value), _VALUE))


def fact_rich(fact: Fact) -> Panel:
    """Return a fact with its values and the words it cites."""
    values = " · ".join(str(value) for value in (fact.measure, fact.period) if value is not None)
    quotes = [(f"\n“{one.quote}”", _QUIET) for one in fact.citations]
    about = f"\n{fact.kind} · {fact.status}" + (" · " if values else "")
    return _panel(_text((fact.gloss, "bold"), (about, ""), (values, _VALUE), *quotes), fact.id)


def facts_rich(facts: FactList) -> Table:
    """Return a table of facts."""
    rows = [
        (
            one.id,
            one.kind,
            one.status,
            one.basis.kind,
            "" if one.measure is None else str(one.measure),
            "" if one.period is None else str(one.period),
        )
        for one in facts
    ]
    title = f"{len(facts)} facts"
    return rich_table(("fact", "kind", "status", "basis", "measure", "period"), rows, title=title)


def article_rich(article: Article) -> Panel:
    """Return an article's source and text, its mentions highlighted."""
    pieces, at = [(f"{source_of(article)}\n\n", _QUIET)], 0
    for mention in article.mentions:
        pieces.append((article.text[at : mention.span.start], ""))
        pieces.append((article.quote(mention.span), _VALUE))
        at = mention.span.end
    return _panel(_text(*pieces, (article.text[at:], "")), article.title or article.id)


def dataset_rich(dataset: Dataset) -> Table:
    """Return a table of the dataset's articles."""
    rows = [
        (one.id, one.language, str(one.published), one.publisher, one.title)
        for one in dataset.articles
    ]
    head = ("article", "language", "published", "publisher", "title")
    return rich_table(head, rows, title=repr(dataset))
