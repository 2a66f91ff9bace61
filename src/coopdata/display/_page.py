"""A page for reading: a text with every mention marked, and beside it what it says.

One file that asks for nothing: style, script and data stand in it, and a policy forbids requests.
Without a script every value is still in a title, and every fact leads to its sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from .. import formatting
from .._printing.words import LANGUAGES
from ..model import Article, Fact, Mention, NameMention
from ._cite import source_of
from ._html import escape, quoted
from ._page_assets import READER_SCRIPT, STYLE
from ._show import headings, mention_kind, mention_value
from ._statements import said

__all__ = ["article_page", "text_page"]

_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'"
)
_LABELS: Final = (
    "kind",
    "value",
    "change",
    "why",
    "words",
    "characters",
    "language",
    "mentions",
    "facts",
)


def article_page(article: Article, *, locale: str = "en") -> str:
    """Return an article as a page of its own, with its facts."""
    return _page(
        title=article.title or article.id,
        source=source_of(article, locale=locale),
        language=article.language,
        text=article.text,
        mentions=article.mentions,
        facts=article.facts if article.dataset is not None else (),
        locale=locale,
    )


def text_page(
    text: str,
    mentions: Sequence[Mention | NameMention],
    *,
    language: str,
    title: str = "",
    locale: str = "en",
) -> str:
    """Return any text with its mentions as a page of its own."""
    return _page(
        title=title or "coopdata",
        source="",
        language=language,
        text=text,
        mentions=mentions,
        facts=(),
        locale=locale,
    )


def _page(
    *,
    title: str,
    source: str,
    language: str,
    text: str,
    mentions: Sequence[Mention | NameMention],
    facts: Sequence[Fact],
    locale: str,
) -> str:
    reader = locale.partition("_")[0]
    languages = [reader, *(one for one in LANGUAGES if one != reader)]
    kinds = list(dict.fromkeys(one.kind for one in mentions if one.kind))
    told = {one: _words(one, mentions, facts) for one in languages}
    data = {
        "mentions": [_told(one) for one in mentions],
        "facts": [
            {"id": fact.id, "spans": [[one.start, one.end] for one in fact.citations]}
            for fact in facts
        ],
        "languages": told,
    }
    words = told[reader]
    label = words["labels"]
    options = "".join(f'<option value="{one}" lang="{one}">{one}</option>' for one in languages)
    boxes = "".join(
        f'<label><input type="checkbox" value="{kind}" checked> '
        f'<span data-kind="{kind}">{escape(words["kinds"][kind])}</span></label>'
        for kind in kinds
    )
    listed = "".join(
        f'<li><a href="#{quoted(fact.id)}"><span data-fact="{at}" dir="auto">'
        f"{escape(words['facts'][at])}</span></a></li>"
        for at, fact in enumerate(facts)
    )
    aside = (
        f'<aside aria-labelledby="facts"><h2 id="facts" data-label="facts">{escape(label["facts"])}'
        f"</h2><ol>{listed}</ol></aside>"
        if facts
        else ""
    )
    return (
        f'<!doctype html>\n<html lang="{quoted(reader)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>\n"
        f'<header><h1 dir="auto" lang="{quoted(language)}">{escape(title)}</h1>'
        f'<p class="source" dir="auto">{escape(source)}</p></header>\n'
        f'<div class="controls"><label><span data-label="language">{escape(label["language"])}'
        f'</span> <select id="language">{options}</select></label>'
        f'<fieldset><legend data-label="mentions">{escape(label["mentions"])}</legend>'
        f"{boxes}</fieldset></div>\n"
        f'<main><div class="text" id="text" dir="auto" lang="{quoted(language)}">'
        f"{_marked(text, mentions, facts, words['values'])}</div>{aside}</main>\n"
        '<div class="card" id="card" role="status" hidden></div>\n'
        f'<script type="application/json" id="data">{_json(data)}</script>\n'
        f"<script>{READER_SCRIPT}</script></body></html>\n"
    )


def _told(mention: Mention | NameMention) -> dict[str, Any]:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "kind": mention.kind or "",
        "value": str(mention.value)
        if isinstance(mention, Mention)
        else mention_value(mention, "en"),
        "change": (isinstance(mention, Mention) and mention.change) or "",
        "why": mention.why,
    }


def _words(
    language: str, mentions: Sequence[Mention | NameMention], facts: Iterable[Fact]
) -> dict[str, Any]:
    """Return everything on the page that is in the reader's language."""
    changes = ("increase", "decrease")
    return {
        "labels": dict(zip(_LABELS, headings(_LABELS, language), strict=True)),
        "kinds": {one.kind: mention_kind(one, language) for one in mentions if one.kind}
        | {one: formatting.label("change", one, locale=language) for one in changes},
        "values": [mention_value(one, language) for one in mentions],
        "facts": [said(fact, locale=language) for fact in facts],
    }


def _marked(
    text: str,
    mentions: Sequence[Mention | NameMention],
    facts: Iterable[Fact],
    values: Sequence[str],
) -> str:
    """Return the text with its mentions marked and a place to go to for each fact."""
    anchors = sorted((fact.citations[0].start, fact.id) for fact in facts)
    pieces: list[str] = []
    at = 0

    def plain(end: int) -> None:
        nonlocal at
        while (anchors and anchors[0][0] < end) or (anchors and end == len(text)):
            start, name = anchors.pop(0)
            pieces.append(escape(text[at : max(at, start)]))
            pieces.append(f'<a id="{quoted(name)}"></a>')
            at = max(at, start)
        pieces.append(escape(text[at:end]))
        at = end

    for number, mention in enumerate(mentions):
        plain(mention.span.start)
        words, value = escape(mention.span.of(text)), quoted(values[number])
        opening = (
            f'<mark class="{mention.kind or ""}" data-at="{number}" tabindex="0" title="{value}">'
        )
        pieces.append(f"{opening}{words}</mark>")
        at = mention.span.end
    plain(len(text))
    return "".join(pieces)


def _json(tree: Any) -> str:
    """Return JSON that ends no script and begins no comment."""
    text = json.dumps(tree, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
