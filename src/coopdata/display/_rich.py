"""Terminal views for rich (extra: ``rich``); texts are never markup, and never act on it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from .. import formatting
from ..errors import MissingExtraError, visible
from ..model import Article, Fact
from ..values import Measure, Period
from ._cite import source_of
from ._show import ARTICLES, HEADINGS, articles_cells, cells, headings, value_text
from ._statements import said

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


def fact_rich(fact: Fact, *, locale: str = "en") -> Panel:
    """Return a fact with its values and the words it cites; all but those are in the locale."""
    values = [value_text(value, locale) for value in (fact.measure, fact.period)]
    pattern = formatting.label("view", "quote", locale=locale)
    quotes = [(f"\n{pattern.format(quote=one.quote)}", _QUIET) for one in fact.citations]
    kind = formatting.label("fact", fact.kind, locale=locale)
    status = formatting.label("status", fact.status, locale=locale)
    about = f"\n{kind} · {status}" + (" · " if any(values) else "")
    sentence = said(fact, locale=locale)
    pieces = ((sentence, "bold"), (about, ""), (" · ".join(filter(None, values)), _VALUE), *quotes)
    return _panel(_text(*pieces), fact.id)


def facts_rich(facts: FactList, *, locale: str = "en") -> Table:
    """Return a table of facts, without their statements."""
    rows = [cells(one, locale)[:-1] for one in facts]
    head = headings((*HEADINGS[:-1], "facts"), locale)
    return rich_table(head[:-1], rows, title=f"{head[-1]}: {len(facts)}")


def article_rich(article: Article, *, locale: str = "en") -> Panel:
    """Return an article's source and text, its mentions highlighted."""
    pieces, at = [(f"{source_of(article, locale=locale)}\n\n", _QUIET)], 0
    for mention in article.mentions:
        pieces.append((article.text[at : mention.span.start], ""))
        pieces.append((article.quote(mention.span), _VALUE))
        at = mention.span.end
    return _panel(_text(*pieces, (article.text[at:], "")), article.title or article.id)


def dataset_rich(dataset: Dataset, *, locale: str = "en") -> Table:
    """Return a table of the dataset's articles."""
    rows = articles_cells(dataset, locale)
    return rich_table(headings(ARTICLES, locale), rows, title=repr(dataset))
