"""A whole dataset as a page: its facts to search and filter, when, who with whom, every sentence.

Without a script it is a plain document in which every fact leads to its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .. import formatting
from .._text.offsets import Offsets
from ..dataset import Dataset, load
from ..model import Article, Fact
from ._arcs import Arc, arcs, in_order
from ._cite import TITLE, source_of
from ._facets import FACETS, Gathered, facts_data, gather, words_of
from ._html import escape, quoted
from ._page_parts import (
    Told,
    fact_tags,
    link_to,
    mention_data,
    offered,
    page,
    say,
    switches,
    text_block,
)
from ._page_script import DATASET_SCRIPT
from ._page_style import DATASET_STYLE
from ._statements import LANGUAGES
from ._timeline import Bar, is_dated, timeline

__all__ = ["dataset_page"]

#: The words for the values of each facet: a group of words by key, or by place.
_GROUPS: Final = ("fact_kinds", "statuses", "parties", "titles", "countries", "years")
_OPEN: Final = ("kind", "status")
#: So much of a quote stands in the list; all of it is in the article, where the fact leads.
_QUOTED: Final = 400


def dataset_page(dataset: Dataset, *, locale: str = "en", title: str = "") -> str:
    """Return a dataset as a page of its own: all facts, when, who with whom, the articles."""
    languages = offered(locale, LANGUAGES)
    reader = languages[0]
    whole = gather(dataset)
    told = {one: words_of(whole, one) for one in languages}
    words = told[reader]
    places = [Offsets(article.text, "surrogatepass") for article in dataset.articles]
    sections = [_timeline(whole, words), _facts(whole, words), _graph(whole, words)]
    sections.append(_articles(dataset, words, locale))
    return page(
        title=title or _title(dataset, reader),
        title_language=reader if title or dataset is not load() else "en",
        source="",
        language=reader,
        bar=(
            f'<div class="bar"><nav>{_contents(words, sections)}</nav>'
            f"{switches(words, languages)}</div>"
        ),
        body=f'<main id="page-main">{"".join(sections)}</main>\n',
        data={
            "mentions": [
                mention_data(mention, places[at], at)
                for at, article in enumerate(dataset.articles)
                for mention in article.mentions
            ],
            "facets": FACETS,
            "facts": facts_data(whole, places),
            "units": whole.units.at,
            "languages": told,
        },
        words=words,
        script=DATASET_SCRIPT if whole.facts else "",
        style=DATASET_STYLE,
    )


def _title(dataset: Dataset, locale: str) -> str:
    return TITLE if dataset is load() else formatting.label("view", "data_set", locale=locale)


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


def _timeline(whole: Gathered, words: Told) -> str:
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
    if not all(is_dated(one.period) for one in whole.facts):
        statuses += say(words, "labels", "left_out", more=' class="undated"')
    return _section(
        "timeline",
        words,
        sum(is_dated(bar.period) for bar in bars),
        f'{_scroll("timeline", drawn)}<p class="legend">{statuses}</p>',
    )


def _scroll(name: str, content: str) -> str:
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-labelledby="page-{name}">'
        f"{content}</div>"
    )


def _graph(whole: Gathered, words: Told) -> str:
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


def _facts(whole: Gathered, words: Told) -> str:
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


def _filters(whole: Gathered, words: Told) -> str:
    facets = "".join(
        _facet(whole, words, at) for at, facet in enumerate(FACETS) if whole.values[facet]
    )
    summary = say(words, "labels", "filters")
    return (
        f'<details class="filters needs-script" open><summary>{summary}</summary>{facets}</details>'
    )


def _facet(whole: Gathered, words: Told, at: int) -> str:
    facet, group = FACETS[at], _GROUPS[at]
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


def _value(whole: Gathered, words: Told, group: str, number: int, value: str) -> str:
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


def _fact(whole: Gathered, words: Told, at: int) -> str:
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
    citing: dict[str, list[Fact]] = {}
    for fact in (*dataset.facts, *dataset.derived):
        citing.setdefault(fact.article_id, []).append(fact)
    for number, article in enumerate(dataset.articles):
        mentions = article.mentions
        facts = citing.get(article.id, [])
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
