"""Notebook views. Every text is escaped; no script, no style sheet, no outside resource.

A character that turns the direction of reading stands in an element of its own, where it turns
nothing but itself; every block finds its own direction.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from ..errors import visible
from ..model import Article, Fact
from ..values import Measure, Period
from ._cite import source_of

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..query import FactList

__all__ = ["article_html", "dataset_html", "fact_html", "facts_html", "value_html"]

_MOST: Final = 50
_TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def escape(text: str) -> str:
    """Return `text` as it stands between tags."""
    safe = _SURROGATES.sub(lambda found: visible(found[0]), html.escape(text))
    return _TURNS.sub(
        lambda found: f'<span dir="auto" title="U+{ord(found[0]):04X}">{found[0]}</span>', safe
    )


def quoted(text: str) -> str:
    """Return `text` as it stands in an attribute."""
    return html.escape(visible(text))


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
        f'<tr><th>{escape(name)}</th><td dir="auto">{escape(value)}</td></tr>'
        for name, value in fields.items()
        if value
    )
    quotes = "".join(
        f'<blockquote dir="auto" cite="urn:coopdata:{quoted(one.article_id)}">'
        f"{escape(one.quote)}</blockquote>"
        for one in fact.citations
    )
    return (
        f'<div class="coopdata-fact"><p dir="auto"><b>{escape(fact.gloss)}</b></p>'
        f"<table>{rows}</table>{quotes}</div>"
    )


def facts_html(facts: FactList) -> str:
    """Return a table of the first facts of a list."""
    rows = [
        (
            one.id,
            one.kind,
            one.status,
            one.basis.kind,
            _text(one.measure),
            _text(one.period),
            one.gloss,
        )
        for one in facts[:_MOST]
    ]
    head = ("fact", "kind", "status", "basis", "measure", "period", "statement")
    more = f"<p>{len(facts) - _MOST} more</p>" if len(facts) > _MOST else ""
    return f'<div class="coopdata-facts"><p>{len(facts)} facts</p>{_table(head, rows)}{more}</div>'


def article_html(article: Article) -> str:
    """Return an article's source and its text, with every mention marked."""
    pieces, at = [], 0
    for mention in article.mentions:
        span = mention.span
        said = quoted(f"{mention.kind}: {mention.value}")
        pieces.append(escape(article.text[at : span.start]))
        pieces.append(f'<mark title="{said}">{escape(article.quote(span))}</mark>')
        at = span.end
    pieces.append(escape(article.text[at:]))
    return (
        f'<article class="coopdata-article" lang="{quoted(article.language)}">'
        f'<h3 dir="auto">{escape(article.title or article.id)}</h3>'
        f'<p dir="auto">{escape(source_of(article))}</p>'
        f'<p dir="auto" style="white-space: pre-wrap">{"".join(pieces)}</p></article>'
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
    cells = ("".join(f'<td dir="auto">{escape(cell)}</td>' for cell in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
