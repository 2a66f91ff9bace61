"""A whole dataset as a page: its facts to search and filter, when, who with whom, every sentence.

Without a script it is a plain document in which every fact leads to its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from .. import formatting
from ..dataset import Dataset, load
from ..errors import RecordNotFoundError
from ..model import Article, Fact, Party
from ..values import Period
from ._arcs import Arc, arcs, in_order
from ._cite import TITLE, source_of
from ._html import escape, quoted
from ._page_parts import (
    Told,
    Utf16,
    fact_tags,
    link_to,
    mention_data,
    page,
    say,
    shared_words,
    spans_of,
    switch,
    text_block,
)
from ._page_script import DATASET_SCRIPT
from ._page_style import DATASET_STYLE
from ._statements import LANGUAGES
from ._timeline import Bar, timeline

__all__ = ["dataset_page"]

#: The facets with the words of their values: a group of words by key, or by place.
_FACETS: Final = ("kind", "status", "party", "article", "country", "year")
_GROUPS: Final = ("fact_kinds", "statuses", "parties", "titles", "countries", "years")
_PARTY: Final = 2
_OPEN: Final = ("kind", "status")
#: A period that is longer is no answer to "what was in that year".
_MOST_YEARS: Final = 30
#: So much of a quote stands in the list; all of it is in the article, where the fact leads.
_QUOTED: Final = 400


class _Whole(NamedTuple):
    """What is on the page, and the values of each facet."""

    dataset: Dataset
    facts: Sequence[Fact]
    values: dict[str, list[str]]
    members: list[list[list[int]]]


def dataset_page(dataset: Dataset, *, locale: str = "en", title: str = "") -> str:
    """Return a dataset as a page of its own: all facts, when, who with whom, the articles."""
    reader = locale.partition("_")[0]
    languages = [reader, *(one for one in LANGUAGES if one != reader)]
    whole = _whole(dataset)
    told = {one: _words(whole, one) for one in languages}
    words = told[reader]
    places = [Utf16(article.text) for article in dataset.articles]
    sections = [_timeline(whole, words), _facts(whole, words), _graph(whole, words)]
    sections.append(_articles(dataset, words, locale))
    return page(
        title=title or _title(dataset, reader),
        title_language=reader if title or dataset is not load() else "en",
        source="",
        language=reader,
        bar=(
            f'<div class="bar"><nav>{_contents(words, sections)}</nav>'
            f'<span class="needs-script">{switch(words, languages)}</span></div>'
        ),
        body=f'<main id="page-main">{"".join(sections)}</main>\n',
        data={
            "mentions": [
                mention_data(mention, places[at], at)
                for at, article in enumerate(dataset.articles)
                for mention in article.mentions
            ],
            "facets": _FACETS,
            "facts": _facts_data(whole, places),
            "languages": told,
        },
        words=words,
        script=DATASET_SCRIPT if whole.facts else "",
        style=DATASET_STYLE,
    )


def _title(dataset: Dataset, locale: str) -> str:
    return TITLE if dataset is load() else formatting.label("view", "data_set", locale=locale)


# -- what there is ------------------------------------------------------------------------------


def _whole(dataset: Dataset) -> _Whole:
    """Gather the facts and, for each facet, its values and which fact has which."""
    facts = (*dataset.facts, *dataset.derived)
    parties = {one.id: one for one in dataset.parties}
    rows = [_row(fact, parties) for fact in facts]
    values: dict[str, list[str]] = {}
    members: list[list[list[int]]] = [[] for _ in facts]
    for at, facet in enumerate(_FACETS):
        counts: dict[str, int] = {}
        for row in rows:
            for value in row[at]:
                counts[value] = counts.get(value, 0) + 1
        if facet == "year":
            known = sorted(counts, reverse=True)
        elif facet == "article":
            known = [one.id for one in dataset.articles if one.id in counts]
        else:
            known = sorted(counts, key=lambda one: (-counts[one], one))
        values[facet] = known
        place = {value: number for number, value in enumerate(known)}
        for row, own in zip(rows, members, strict=True):
            own.append([place[value] for value in row[at] if value in place])
    return _Whole(dataset, facts, values, members)


def _row(fact: Fact, parties: dict[str, Party]) -> list[list[str]]:
    """Return what a fact has under each facet."""
    named = [*(one.party for one in fact.parties), fact.place, fact.said_by]
    involved = list(dict.fromkeys(one for one in named if one in parties))
    where = [one for one in involved if one != fact.said_by or one in named[:-1]]
    countries = dict.fromkeys(getattr(parties[one], "country", "") for one in where)
    return [
        [fact.kind],
        [fact.status],
        involved,
        list(dict.fromkeys(one.article_id for one in fact.citations)),
        [code for code in countries if code],
        _years(fact.period),
    ]


def _years(period: Period | None) -> list[str]:
    """Return the years that a period touches; of a long or an open one those of its ends."""
    days = [] if period is None else [period.start, period.end]
    ends = [day.year for day in days if day is not None]
    if len(ends) == 2 and ends[1] - ends[0] <= _MOST_YEARS:
        ends = list(range(ends[0], ends[1] + 1))
    return [f"{year:04}" for year in dict.fromkeys(ends)]


def _words(whole: _Whole, language: str) -> Told:
    """Return everything on the page that is in the reader's language."""
    mentions = [one for article in whole.dataset.articles for one in article.mentions]
    told = shared_words(language, mentions, whole.facts)
    spoken = told["spoken"]
    return told | {
        "parties": [whole.dataset.party(one).name(spoken) for one in whole.values["party"]],
        "countries": [_country(one, language) for one in whole.values["country"]],
    }


def _country(code: str, language: str) -> str:
    try:
        return formatting.country(code, locale=language)
    except RecordNotFoundError:  # a code that CLDR does not have stays a code
        return code


def _facts_data(whole: _Whole, places: Sequence[Utf16]) -> list[dict[str, Any]]:
    numbers = {article.id: at for at, article in enumerate(whole.dataset.articles)}
    return [
        {
            "id": fact.id,
            "kind": fact.kind,
            "status": fact.status,
            "spans": spans_of(fact, numbers, places),
            "facets": facets,
        }
        for fact, facets in zip(whole.facts, whole.members, strict=True)
    ]


# -- sections -----------------------------------------------------------------------------------


def _section(name: str, words: Told, many: int, content: str) -> str:
    head = say(words, "labels", name)
    return (
        f'<section aria-labelledby="page-{name}"><h2 id="page-{name}">{head}'
        f'<span class="many">{many}</span></h2>{content}</section>\n'
    )


def _contents(words: Told, sections: Sequence[str]) -> str:
    names = zip(("timeline", "facts", "graph", "articles"), sections, strict=True)
    return "".join(
        say(words, "labels", name, "a", f' href="#page-{name}"') for name, text in names if text
    )


def _timeline(whole: _Whole, words: Told) -> str:
    bars = [
        Bar(at, link_to(fact), fact.status, fact.period, words["facts"][at])
        for at, fact in enumerate(whole.facts)
        if fact.period is not None
    ]
    drawn = timeline(bars)
    if not drawn:
        return ""
    statuses = "".join(
        say(words, "statuses", one, more=f' class="{quoted(one)}"') for one in words["statuses"]
    )
    return _section(
        "timeline",
        words,
        drawn.count("<rect"),
        f'{_scroll("timeline", drawn)}<p class="legend">{statuses}</p>',
    )


def _scroll(name: str, content: str) -> str:
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-labelledby="page-{name}">'
        f"{content}</div>"
    )


def _graph(whole: _Whole, words: Told) -> str:
    """Return the parties that `FactList.links` finds together, each fact between its own."""
    numbers = {fact.id: at for at, fact in enumerate(whole.facts)}
    together: dict[str, dict[str, None]] = {}
    for link in whole.dataset.where().links():
        for fact in link.facts:
            together.setdefault(fact.id, {}).update(dict.fromkeys(link.parties))
    facts = sorted(together, key=numbers.__getitem__)
    order = in_order([tuple(together[one]) for one in facts])
    if not order:
        return ""
    known = {one: at for at, one in enumerate(whole.values["party"])}
    names = "".join(
        f'<li class="{quoted(whole.dataset.party(one).kind)}">'
        f"{say(words, 'parties', known[one], 'a', f' {_node(known[one])}')}</li>"
        for one in order
    )
    drawn = arcs(
        [
            Arc(
                at := numbers[one],
                link_to(whole.facts[at]),
                whole.facts[at].status,
                tuple(together[one]),
                words["facts"][at],
            )
            for one in facts
        ],
        {one: at for at, one in enumerate(order)},
    )
    return _section(
        "graph",
        words,
        len(order),
        _scroll("graph", f'<div class="pairs"><ol>{names}</ol>{drawn}</div>'),
    )


def _node(number: int) -> str:
    return f'href="#page-facts" data-party="{number}" dir="auto"'


def _facts(whole: _Whole, words: Told) -> str:
    if not whole.facts:
        return _section("facts", words, 0, say(words, "labels", "nothing", "p"))
    listed = "".join(_fact(whole, words, at) for at in range(len(whole.facts)))
    search = quoted(words["labels"]["search"])
    clear = say(words, "labels", "show_all", "button", ' class="clear" type="button" hidden')
    find = (
        f'<div class="find needs-script"><input class="search" type="search" dir="auto" '
        f'aria-label="{search}" placeholder="{search}" autocomplete="off" spellcheck="false">'
        f'<p class="count" role="status" aria-live="polite"></p>'
        f"{clear}</div>"
    )
    content = (
        f'<div class="explore">{_filters(whole, words)}'
        f'<div>{find}<ol class="facts">{listed}</ol></div></div>'
    )
    return _section("facts", words, len(whole.facts), content)


def _filters(whole: _Whole, words: Told) -> str:
    facets = "".join(
        _facet(whole, words, at) for at, facet in enumerate(_FACETS) if whole.values[facet]
    )
    summary = say(words, "labels", "filters")
    return (
        f'<details class="filters needs-script" open><summary>{summary}</summary>{facets}</details>'
    )


def _facet(whole: _Whole, words: Told, at: int) -> str:
    facet, group = _FACETS[at], _GROUPS[at]
    counts: dict[int, int] = {}
    for own in whole.members:
        for number in own[at]:
            counts[number] = counts.get(number, 0) + 1
    boxes = "".join(
        f'<label><input type="checkbox" data-facet="{at}" value="{number}">'
        f"{_value(whole, words, group, number, value)}"
        f"<small>{counts.get(number, 0)}</small></label>"
        for number, value in enumerate(whole.values[facet])
    )
    label = words["labels"][facet]
    return (
        f"<details{' open' if facet in _OPEN else ''}><summary>{say(words, 'labels', facet)}"
        f'</summary><fieldset data-name="labels {facet}" aria-label="{quoted(label)}">{boxes}'
        f"</fieldset></details>"
    )


def _value(whole: _Whole, words: Told, group: str, number: int, value: str) -> str:
    """Return what a value of a facet is called."""
    if group == "titles":
        article = whole.dataset.article(value)
        return (
            f'<span dir="auto" lang="{quoted(article.language)}">{escape(_called(article))}</span>'
        )
    if group == "years":
        return f"<span>{escape(value)}</span>"
    key = value if group in ("fact_kinds", "statuses") else number
    return say(words, group, key, more=' dir="auto"')


def _called(article: Article) -> str:
    return article.title or article.id


def _fact(whole: _Whole, words: Told, at: int) -> str:
    fact = whole.facts[at]
    article = whole.dataset.article(fact.article_id)
    more = f' class="said" dir="auto" data-fact="{at}" href="{link_to(fact)}"'
    statement = say(words, "facts", at, "a", f'{more} lang="{quoted(words["spoken"])}"')
    language = quoted(article.language)
    words_cited = fact.citations[0].quote
    clipped = f"{words_cited[:_QUOTED]}…" if len(words_cited) > _QUOTED else words_cited
    quote = f'<blockquote dir="auto" lang="{language}">{escape(clipped)}</blockquote>'
    return (
        f'<li class="fact">{statement}{fact_tags(words, fact, at)}{quote}'
        f'<p class="from" dir="auto" lang="{language}">{escape(_called(article))}</p></li>'
    )


def _articles(dataset: Dataset, words: Told, locale: str) -> str:
    pieces, first = [], 0
    derived = dataset.derived
    for number, article in enumerate(dataset.articles):
        mentions = article.mentions
        facts = (*article.facts, *(one for one in derived if one.article_id == article.id))
        values = words["values"][first : first + len(mentions)]
        text = text_block(
            article.text, mentions, facts, values, language=article.language, first=first
        )
        first += len(mentions)
        pieces.append(
            f'<article aria-labelledby="page-article-{number}"><h3 id="page-article-{number}" '
            f'dir="auto" lang="{quoted(article.language)}">{escape(_called(article))}</h3>'
            f'<p class="source" dir="auto">{escape(source_of(article, locale=locale))}</p>'
            f"{text}</article>"
        )
    return _section("articles", words, len(pieces), "".join(pieces)) if pieces else ""
