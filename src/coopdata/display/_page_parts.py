"""What every page is made of: its frame, a text with its marks, words in every language, data.

One file that asks for nothing: style, script and data stand in it, and a policy forbids requests.
An element that changes with the language says in `data-say` which of the words it has; the ids of
a page's own parts begin with ``page-``, all others are ids of facts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from babel import Locale

from .. import formatting
from .._printing.labels import called
from .._text.offsets import Offsets
from ..cldr import locale_id
from ..errors import visible
from ..model import Fact, Mention
from ._html import escape, quoted
from ._page_script import CARD_SCRIPT
from ._page_style import NO_SCRIPT_STYLE, STYLE
from ._show import headings, value_text
from ._statements import home_of, language_of, said
from ._systems import Units, unit_words

__all__ = [
    "Told",
    "card",
    "fact_tags",
    "link_to",
    "mention_data",
    "offered",
    "page",
    "say",
    "shared_words",
    "spans_of",
    "switches",
    "text_block",
]

_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'"
)
_HEADINGS: Final = (
    "kind",
    "status",
    "value",
    "period",
    "change",
    "why",
    "characters",
    "language",
    "mentions",
    "parties",
    "place",
    "said_by",
    "article",
)
_VIEWS: Final = (
    "facts",
    "articles",
    "search",
    "timeline",
    "graph",
    "country",
    "year",
    "party",
    "shown",
    "show_all",
    "filters",
    "nothing",
    "no_script",
    "skip",
    "units",
)
_CHANGES: Final = ("increase", "decrease")
_UNSAFE: Final = re.compile("[<>&\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

#: What a page says in one language, by group and key.
Told = dict[str, Any]


def shared_words(
    language: str, mentions: Sequence[Mention], facts: Sequence[Fact], units: Units
) -> Told:
    """Return what every page says in a language: labels, values, statements."""
    kinds = dict.fromkeys(one.kind for one in mentions)
    return unit_words(language, units) | {
        "spoken": language_of(language),
        "labels": {key: formatting.label("view", key, locale=language) for key in _VIEWS}
        | dict(zip(_HEADINGS, headings(_HEADINGS, language), strict=True)),
        "kinds": {one: formatting.label("mention", one, locale=language) for one in kinds},
        "changes": {one: formatting.label("change", one, locale=language) for one in _CHANGES},
        "values": [value_text(one.value, language) for one in mentions],
        "facts": [said(one, locale=language) for one in facts],
        "fact_kinds": {
            kind: called("fact", kind, locale=language, terms=home_of(fact).terms)
            for kind, fact in {fact.kind: fact for fact in facts}.items()
        },
        "statuses": {
            one: formatting.label("status", one, locale=language)
            for one in dict.fromkeys(fact.status for fact in facts)
        },
        "amounts": [value_text(one.measure, language) for one in facts],
        "times": [value_text(one.period, language) for one in facts],
    }


def say(words: Told, group: str, key: str | int, tag: str = "span", more: str = "") -> str:
    """Return an element with words that change with the language."""
    text = escape(str(words[group][key]))
    return f'<{tag} data-say="{group} {quoted(str(key))}"{more}>{text}</{tag}>'


def fact_tags(words: Told, fact: Fact, at: int) -> str:
    """Return the kind, the status, the value and the period of a fact as a line of tags."""
    tags = [
        say(words, "fact_kinds", fact.kind),
        say(words, "statuses", fact.status, more=f' class="tag {quoted(fact.status)}"'),
    ]
    tags += [say(words, "amounts", at, "b")] if fact.measure is not None else []
    tags += [say(words, "times", at)] if fact.period is not None else []
    return f'<p class="tags">{" ".join(tags)}</p>'


def link_to(fact: Fact) -> str:
    """Return the address of a fact on its page: `#` and its id."""
    return "#" + quoted(quote(visible(fact.id), safe="!$&'()*+,;=:@/?~-._"))


def offered(locale: str, languages: Iterable[str]) -> tuple[str, ...]:
    """Return the languages of a page (BCP 47), that of its reader first, with script and region.

    Raises:
        UnknownLocaleError: Babel has no such locale.
    """
    return tuple(dict.fromkeys((locale_id(locale).replace("_", "-"), *languages)))


def switches(words: Told, languages: Iterable[str]) -> str:
    """Return the choices of language, each under the name that it has for itself, and of units."""
    options = "".join(
        f'<option value="{quoted(one)}" lang="{quoted(one)}">{escape(_own_name(one))}</option>'
        for one in languages
    )
    systems = "".join(
        say(words, "systems", one, "option", f' value="{quoted(one)}"') for one in words["systems"]
    )
    language = _switch("language", say(words, "labels", "language"), options)
    units = _switch("units", say(words, "labels", "units"), systems) if systems else ""
    return f'<span class="switches needs-script">{language}{units}</span>'


def _switch(name: str, label: str, options: str) -> str:
    select = f'<select id="page-{name}" autocomplete="off">{options}</select>'
    return f'<label class="switch {name}">{label} {select}</label>'


def _own_name(language: str) -> str:
    name = Locale.parse(locale_id(language)).get_display_name() or language
    return name[:1].upper() + name[1:]


def card() -> str:
    """Return the place where a value is told on hover, focus or tap."""
    return '<div class="card" id="page-card" role="status" hidden></div>\n'


# -- a text and its marks -----------------------------------------------------------------------


def text_block(
    text: str,
    mentions: Sequence[Mention],
    facts: Iterable[Fact],
    values: Sequence[str],
    *,
    language: str,
    first: int = 0,
) -> str:
    """Return a text with its mentions marked and a place to go to for each fact.

    Args:
        text: The text.
        mentions: Those in it, in order.
        facts: Those that cite it first.
        values: What each mention says, in the language of the page.
        language: Of the text.
        first: The number of the first mention among all of the page.
    """
    marked = "".join(_pieces(text, mentions, facts, values, first))
    return f'<div class="text" dir="auto" lang="{quoted(language)}">{marked}</div>'


def _pieces(
    text: str, mentions: Sequence[Mention], facts: Iterable[Fact], values: Sequence[str], first: int
) -> Iterator[str]:
    anchors = sorted(((fact.citations[0].start, fact.id) for fact in facts), reverse=True)
    at = 0
    for number, mention in enumerate([*mentions, None]):
        until = len(text) if mention is None else mention.span.start
        while anchors and (anchors[-1][0] <= until or mention is None):
            start, name = anchors.pop()
            if start > at:
                yield escape(text[at:start])
                at = start
            yield f'<span class="at" tabindex="-1" id="{quoted(name)}"></span>'
        yield escape(text[at:until])
        if mention is None:
            return
        words, value = escape(mention.span.of(text)), quoted(values[number])
        kind, place = quoted(mention.kind), number + first
        yield f'<mark class="{kind}" data-at="{place}" tabindex="0" title="{value}">{words}</mark>'
        at = mention.span.end


def mention_data(mention: Mention, place: Offsets, text: int = 0) -> dict[str, Any]:
    """Return what the script knows of a mention: its place, and what is the same everywhere."""
    return {
        "text": text,
        "span": [place(mention.span.start).utf16, place(mention.span.end).utf16],
        "at": [mention.span.start, mention.span.end],
        "kind": mention.kind,
        "value": str(mention.value),
        "change": mention.change or "",
        "why": mention.why,
    }


def spans_of(fact: Fact, articles: Mapping[str, int], places: Sequence[Offsets]) -> list[list[int]]:
    """Return where a fact's words stand: the number of the text, the first place, the last."""
    known = (
        (articles[one.article_id], one) for one in fact.citations if one.article_id in articles
    )
    return [[at, places[at](one.start).utf16, places[at](one.end).utf16] for at, one in known]


# -- the frame ----------------------------------------------------------------------------------


def page(
    *,
    title: str,
    title_language: str,
    source: str,
    language: str,
    bar: str,
    body: str,
    data: Any,
    words: Told,
    script: str = "",
    style: str = "",
) -> str:
    """Return a whole page around its body; `bar` is what stands below the headline."""
    line = f'<p class="source" dir="auto">{escape(source)}</p>' if source else ""
    skip = say(words, "labels", "skip", "a", ' class="skip" href="#page-main"')
    return (
        f'<!doctype html>\n<html lang="{quoted(language)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{quoted(title)}</title><style>{STYLE}{style}</style>"
        f"<noscript><style>{NO_SCRIPT_STYLE}</style></noscript>"
        f"</head><body>\n{skip}\n"
        f'<header><h1 dir="auto" lang="{quoted(title_language)}">{escape(title)}</h1>'
        f"{line}"
        f'<noscript><p class="note">{escape(words["labels"]["no_script"])}</p></noscript>'
        f"{bar}</header>\n"
        f"{body}{card()}"
        f'<script type="application/json" class="data">{_json(data)}</script>\n'
        f"<script>(() => {{\n{CARD_SCRIPT}{script}}})();\n</script></body></html>\n"
    )


def _json(tree: Any) -> str:
    """Return JSON that ends no script, begins no comment and turns no reading."""
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
