"""Notebook views. Every text is escaped; no script, no style sheet, no outside resource.

A character that turns the direction of reading stands in an element of its own, where it turns
nothing but itself; every block finds its own direction. What is quoted is as
written; labels, values and statements are in the locale of the reader (a notebook asks for "en").
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from .. import formatting
from ..errors import visible
from ..model import Article, Fact
from ..values import Measure, Period
from ._cite import source_of
from ._show import ARTICLES, HEADINGS, articles_cells, cells, headings, value_text
from ._statements import home_of, language_of, name_in, said

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..query import FactList

__all__ = ["article_html", "dataset_html", "fact_html", "facts_html", "value_html"]

_MOST: Final = 50
_FIELDS: Final = (
    "fact",
    "kind",
    "status",
    "value",
    "period",
    "horizon",
    "parties",
    "place",
    "said_by",
    "basis",
)
_TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def escape(text: str) -> str:
    """Return `text` as it stands between tags, with as many characters as it has.

    A browser takes a carriage return for a line's end and leaves NUL out, unless they are written
    so that they stay; NUL has no such form and becomes U+FFFD.
    """
    safe = _SURROGATES.sub(lambda found: visible(found[0]), html.escape(text))
    safe = safe.replace("\r", "&#13;").replace("\0", "\ufffd")
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


def fact_html(fact: Fact, *, locale: str = "en") -> str:
    """Return a fact: its statement, its fields, and the words that it cites."""
    rows = "".join(
        f'<tr><th>{escape(name)}</th><td dir="auto">{escape(value)}</td></tr>'
        for name, value in zip(headings(_FIELDS, locale), _fields(fact, locale), strict=True)
        if value
    )
    quotes = "".join(
        f'<blockquote dir="auto" cite="urn:coopdata:{quoted(one.article_id)}">'
        f"{escape(one.quote)}</blockquote>"
        for one in fact.citations
    )
    return (
        f'<div class="coopdata-fact"><p dir="auto"><b>{escape(said(fact, locale=locale))}</b></p>'
        f"<table>{rows}</table>{quotes}</div>"
    )


def _fields(fact: Fact, locale: str) -> tuple[str, ...]:
    """Return what stands under `_FIELDS`."""
    language, home = language_of(locale), home_of(fact)
    basis = formatting.label("basis", fact.basis.kind, locale=locale)
    roles = (
        (name_in(home, one.party, language), formatting.label("role", one.role, locale=locale))
        for one in fact.parties
    )
    return (
        fact.id,
        formatting.label("fact", fact.kind, locale=locale),
        formatting.label("status", fact.status, locale=locale),
        value_text(fact.measure, locale),
        value_text(fact.period, locale),
        value_text(fact.horizon, locale),
        ", ".join(f"{name} ({role})" for name, role in roles),
        name_in(home, fact.place, language) if fact.place else "",
        name_in(home, fact.said_by, language) if fact.said_by else "",
        "" if fact.basis.kind == "stated" else f"{basis}: {fact.basis.rule}",
    )


def facts_html(facts: FactList, *, locale: str = "en") -> str:
    """Return a table of the first facts of a list."""
    rows = [cells(one, locale) for one in facts[:_MOST]]
    (count,) = headings(["facts"], locale)
    more = f"<p>… + {len(facts) - _MOST}</p>" if len(facts) > _MOST else ""
    table = _table(headings(HEADINGS, locale), rows)
    return f'<div class="coopdata-facts"><p>{escape(count)}: {len(facts)}</p>{table}{more}</div>'


def article_html(article: Article, *, locale: str = "en") -> str:
    """Return an article's source and its text, with every mention marked."""
    pieces, at = [], 0
    for mention in article.mentions:
        span = mention.span
        kind = formatting.label("mention", mention.kind, locale=locale)
        note = quoted(f"{kind}: {value_text(mention.value, locale)}")
        pieces.append(escape(article.text[at : span.start]))
        pieces.append(f'<mark title="{note}">{escape(article.quote(span))}</mark>')
        at = span.end
    pieces.append(escape(article.text[at:]))
    return (
        f'<article class="coopdata-article" lang="{quoted(article.language)}">'
        f'<h3 dir="auto">{escape(article.title or article.id)}</h3>'
        f'<p dir="auto">{escape(source_of(article, locale=locale))}</p>'
        f'<p dir="auto" style="white-space: pre-wrap">{"".join(pieces)}</p></article>'
    )


def dataset_html(dataset: Dataset, *, locale: str = "en") -> str:
    """Return a table of the dataset's articles."""
    table = _table(headings(ARTICLES, locale), articles_cells(dataset, locale))
    return f'<div class="coopdata-dataset"><p>{escape(repr(dataset))}</p>{table}</div>'


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f"<th>{escape(name)}</th>" for name in head)
    cells = ("".join(f'<td dir="auto">{escape(cell)}</td>' for cell in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
