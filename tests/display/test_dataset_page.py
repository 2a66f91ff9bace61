"""The page of a dataset: every fact, its sentence in its article, drawings, nothing that acts."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import coopdata as cd
from coopdata import formatting, strategies
from coopdata.display._arcs import in_order
from coopdata.display._facets import gather
from coopdata.display._timeline import Bar, timeline
from coopdata.model import Citation, Fact, Involvement, Name, Organisation
from coopdata.values import Period
from html_pages import Page

DS = cd.load()


def test_the_page_has_every_fact_and_every_article_with_its_mentions_at_their_characters() -> None:
    page = Page(DS.to_html(locale="de"))
    facts = (*DS.facts, *DS.derived)

    assert [one.text for one in DS.articles] == page.texts
    assert [
        (at, one.span.start, one.span.end)
        for at, article in enumerate(DS.articles)
        for one in article.mentions
    ] == page.marks
    assert len(facts) == page.facts
    assert {one.id for one in facts} == set(page.fact_links) == set(page.anchors)
    assert len(page.ids) == len(set(page.ids))
    page.check_words()


def test_the_page_is_small_and_in_the_languages_in_which_facts_are_said() -> None:
    page = DS.to_html()

    assert len(page.encode()) < 1_000_000
    assert ["en", "be", "de", "kk", "ko", "ru", "tr", "zh"] == [*Page(page).data["languages"]]


def test_the_words_of_a_fact_stand_where_the_page_says_as_a_browser_counts() -> None:
    text = "🚜🚜 It sold 5 tractors."
    own = dataset_of(text, ["sold 5 tractors"])
    ((article, first, last),) = Page(own.to_html()).data["facts"][0]["spans"]
    units = text.encode("utf-16-le")

    assert article == 0
    assert "sold 5 tractors" == units[2 * first : 2 * last].decode("utf-16-le")


@pytest.mark.parametrize("code", ["BY", "CN", "KZ", "RU", "TR"])
def test_a_country_has_the_facts_that_where_finds(code: str) -> None:
    told = Page(DS.to_html()).data
    number = told["languages"]["en"]["countries"].index(formatting.country(code, locale="en"))
    found = [one["id"] for one in told["facts"] if number in one["facets"][4]]

    assert [one.id for one in DS.where(country=code, derived=True)] == found


@pytest.mark.parametrize(
    ("edtf", "years"),
    [
        ("2017-05", ["2017"]),
        ("2016/2018", ["2016", "2017", "2018"]),
        ("1994/..", ["1994"]),
        ("[2016-11,2017-01]", ["2016", "2017"]),
        ("1900/2000", ["1900", "2000"]),
        ("XXXX-05", []),
    ],
)
def test_a_year_is_one_that_the_period_touches(edtf: str, years: list[str]) -> None:
    base = dataset_of("Sold.", ["So"])
    (fact,) = base.facts
    own = cd.Dataset(
        articles=base.articles,
        parties=base.parties,
        facts=[evolve(fact, period=Period.from_edtf(edtf))],
    )

    assert years == sorted(gather(own).values["year"])


def test_a_page_is_the_same_in_every_process() -> None:
    code = "import coopdata; print(ascii(coopdata.load().to_html()))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ascii(DS.to_html()) == done.stdout.strip()


# -- datasets of others -------------------------------------------------------------------------


def dataset_of(text: str, quotes: list[str], **more: Any) -> cd.Dataset:
    """Return a dataset of one article with a fact for each quote."""
    article = cd.Article(
        id="own",
        file="own.txt",
        language="en",
        publisher="",
        title=more.get("title", ""),
        place="",
        published=Period.from_edtf("2020"),
        published_basis=cd.model.Basis(kind="stated"),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        mentions=tuple(cd.extract.mentions(text, locale="en")),
    )
    parties = [Organisation(id="a", names=(Name(text=more.get("party", "A"), language="en"),))]
    facts = [
        Fact(
            id=f"own.{at}{more.get('id', '')}",
            kind="supply",
            gloss=more.get("gloss", "It sold."),
            status="actual",
            citations=(
                Citation(
                    article_id="own",
                    start=text.index(quote),
                    end=text.index(quote) + len(quote),
                    quote=quote,
                ),
            ),
            parties=(Involvement(party="a", role="supplier"),),
        )
        for at, quote in enumerate(quotes)
    ]
    return cd.Dataset(articles=[article], parties=parties, facts=facts)


@given(dataset=strategies.datasets(max_articles=3, max_parties=5, max_facts=8))
def test_any_dataset_has_a_page(dataset: cd.Dataset) -> None:
    page = Page(dataset.to_html())

    assert [one.text.replace("\0", "\ufffd") for one in dataset.articles] == page.texts
    assert len(dataset.facts) + len(dataset.derived) == page.facts
    assert {one.id for one in (*dataset.facts, *dataset.derived)} == set(page.anchors)
    page.check_words()


@pytest.mark.parametrize(
    ("dataset", "facts", "sections"),
    [(cd.Dataset(), 0, 1), (dataset_of("Nothing.", []), 0, 2), (dataset_of("Sold.", ["So"]), 1, 2)],
)
def test_what_there_is_none_of_has_no_section(
    dataset: cd.Dataset, facts: int, sections: int
) -> None:
    page = Page(dataset.to_html())

    assert facts == page.facts
    assert sections == page.tags.count("section")
    assert {link[1:] for link in page.links} <= set(page.ids)


HOSTILE = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>\u202e]]> <!--'


def test_hostile_titles_names_statements_and_ids_are_only_read() -> None:
    text = f"{HOSTILE} It sold 5 tractors."
    own = dataset_of(
        text, ["It sold 5 tractors"], title=HOSTILE, party=HOSTILE, gloss=HOSTILE, id="\"'<%41 &"
    )
    made = own.to_html(title=HOSTILE)
    page = Page(made)

    assert 2 == page.tags.count("script") == made.count("<script")
    assert {"img"}.isdisjoint(page.tags)
    assert [text] == page.texts
    assert set(page.fact_links) == set(page.anchors)


# -- drawings -----------------------------------------------------------------------------------

PARTIES = st.lists(st.sampled_from("abcdefghij"), min_size=2, max_size=4, unique=True).map(tuple)


@given(together=st.lists(PARTIES, max_size=12))
def test_each_party_has_one_row_and_what_hangs_together_stands_together(
    together: list[tuple[str, ...]],
) -> None:
    order = in_order(together)
    wholes = {frozenset(reachable(one, together)) for one in order}

    assert sorted({one for parties in together for one in parties}) == sorted(order)
    for whole in wholes:
        rows = [at for at, one in enumerate(order) if one in whole]
        assert len(rows) == rows[-1] - rows[0] + 1


def reachable(party: str, together: list[tuple[str, ...]]) -> set[str]:
    found: set[str] = {party}
    while True:
        more = {one for parties in together if found & {*parties} for one in parties}
        if more <= found:
            return found
        found |= more


@given(periods=st.lists(strategies.periods(), max_size=12))
def test_every_period_with_a_known_day_has_a_bar_that_covers_no_other(
    periods: list[Period],
) -> None:
    drawn = timeline([Bar(at, "#x", "actual", one, "x") for at, one in enumerate(periods)])
    bars = [
        tuple(map(float, found))
        for found in re.findall(r'<rect x="([\d.]+)" y="(\d+)" width="([\d.]+)"', drawn)
    ]

    assert sum(one.start is not None or one.end is not None for one in periods) == len(bars)
    for (x, y, width), (other, lane, _) in pairwise(sorted(bars, key=lambda bar: (bar[1], bar[0]))):
        assert y != lane or x + width <= other
    assert all(0 <= x and x + width <= 1010 for x, _, width in bars)
