"""Notebook views. Every text is escaped; no script, no style sheet, no outside resource."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from ..model import Article, Fact
from ..values import Measure, Period
from ._cite import source_of

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..query import FactList

__all__ = ["article_html", "dataset_html", "fact_html", "facts_html", "value_html"]

_MOST: Final = 50


def value_html(value: Measure | Period) -> str:
    """Return a measure or a period as an inline element."""
    kind = "measure" if isinstance(value, Measure) else "period"
    return f'<span class="coopdata-{kind}">{escape(str(value))}</span>'


def fact_html(fact: Fact) -> str:
    """Return a fact: its statement, its fields, and the words that it cites."""
    fields = {
        "fact": fact.id,
        "kind": fact.kind,
        "status": fact.status,
        "measure": _text(fact.measure),
        "period": _text(fact.period),
        "horizon": _text(fact.horizon),
        "parties": ", ".join(f"{one.party} ({one.role})" for one in fact.parties),
        "place": fact.place,
        "said by": fact.said_by,
        "basis": "" if fact.basis.kind == "stated" else f"{fact.basis.kind}: {fact.basis.rule}",
    }
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>"
        for name, value in fields.items()
        if value
    )
    quotes = "".join(
        f'<blockquote cite="urn:coopdata:{escape(one.article_id)}">{escape(one.quote)}</blockquote>'
        for one in fact.citations
    )
    return (
        f'<div class="coopdata-fact"><p><b>{escape(fact.statement)}</b></p>'
        f"<table>{rows}</table>{quotes}</div>"
    )


def facts_html(facts: FactList) -> str:
    """Return a table of the first facts of a list."""
    rows = [
        (one.id, one.kind, one.status, _text(one.measure), _text(one.period), one.statement)
        for one in facts[:_MOST]
    ]
    head = ("fact", "kind", "status", "measure", "period", "statement")
    more = f"<p>{len(facts) - _MOST} more</p>" if len(facts) > _MOST else ""
    return f'<div class="coopdata-facts"><p>{len(facts)} facts</p>{_table(head, rows)}{more}</div>'


def article_html(article: Article) -> str:
    """Return an article's source and its text, with every mention marked."""
    pieces, at = [], 0
    for mention in article.mentions:
        span = mention.span
        said = escape(f"{mention.kind}: {mention.value}", quote=True)
        pieces.append(escape(article.text[at : span.start]))
        pieces.append(f'<mark title="{said}">{escape(article.quote(span))}</mark>')
        at = span.end
    pieces.append(escape(article.text[at:]))
    return (
        f'<article class="coopdata-article" lang="{escape(article.language)}">'
        f"<h3>{escape(article.title or article.id)}</h3><p>{escape(source_of(article))}</p>"
        f'<p style="white-space: pre-wrap">{"".join(pieces)}</p></article>'
    )


def dataset_html(dataset: Dataset) -> str:
    """Return a table of the dataset's articles."""
    rows = [
        (one.id, one.language, str(one.published), one.publisher, one.title)
        for one in dataset.articles
    ]
    head = ("article", "language", "published", "publisher", "title")
    return f'<div class="coopdata-dataset"><p>{escape(repr(dataset))}</p>{_table(head, rows)}</div>'


def _text(value: Measure | Period | None) -> str:
    return "" if value is None else str(value)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f"<th>{escape(name)}</th>" for name in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
