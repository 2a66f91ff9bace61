"""Marked texts say in every format where each mark stands, to the character."""

from __future__ import annotations

import json
import re

import pytest
from attrs import evolve
from hypothesis import given

from coopdata import exports
from coopdata import strategies as own
from coopdata.dataset import Dataset
from coopdata.model import Article, Basis, Mention
from coopdata.values import Measure, Period, Span

ARTICLE = Article(
    id="a",
    file="a.txt",
    language="en",
    publisher="",
    title="",
    place="",
    published=Period.year(2020),
    published_basis=Basis(kind="stated"),
    text="",
    sha256="",
)
ENTITY = re.compile(r"T\d+\t(?P<kind>\w+) (?P<at>\d+ \d+(?:;\d+ \d+)*)\t(?P<words>.*)")


def spans(article: Article) -> list[Span]:
    return sorted(one.span for one in (*article.mentions, *article.names))


def entities(ann: str) -> list[re.Match[str]]:
    """Return the lines of an ``.ann`` file that mark something; it must have no other kind."""
    lines = ann.split("\n")[:-1]
    found = [ENTITY.fullmatch(line) for line in lines if line.startswith("T")]
    assert all(line.startswith("#") for line in lines if not line.startswith("T"))
    assert None not in found
    return [one for one in found if one is not None]


@given(own.articles())
def test_brat_has_every_mark_where_it_stands(article: Article) -> None:
    for span, one in zip(spans(article), entities(exports.brat(article)), strict=True):
        parts = [tuple(map(int, part.split())) for part in one["at"].split(";")]
        words = " ".join(article.text[start:end] for start, end in parts)

        assert (span.start, span.end) >= parts[0]
        assert words == one["words"]
        assert not set("\r\n") & set(words)


def test_a_mark_over_a_line_end_is_in_parts() -> None:
    text = "It sold 5\nmillion tonnes."
    mention = Mention(
        span=Span(start=8, end=24),
        kind="quantity",
        value=Measure.exact("5e6", "metric_ton"),
        why="read",
    )
    article = evolve(ARTICLE, text=text, mentions=(mention,), names=())

    assert "T1\tquantity 8 9;10 24\t5 million tonnes" == exports.brat(article).split("\n")[0]


@given(own.articles())
def test_label_studio_counts_as_a_page_does(article: Article) -> None:
    (task,) = json.loads(exports.label_studio([article]))
    units = task["data"]["text"].encode("utf-16-le", "surrogatepass")
    regions = task["annotations"][0]["result"]

    assert len(spans(article)) == len(regions)
    for one in regions:
        value = one["value"]
        words = units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le", "surrogatepass")
        assert words == value["text"]


@given(own.articles())
def test_spans_for_spacy_are_those_of_the_article(article: Article) -> None:
    (line,) = map(json.loads, exports.spacy_jsonl([article]).splitlines())

    assert article.text == line["text"]
    assert spans(article) == [Span(start=one["start"], end=one["end"]) for one in line["spans"]]


@pytest.mark.parametrize("write", [exports.label_studio, exports.spacy_jsonl])
def test_the_same_articles_are_written_the_same(write: object, ds: Dataset) -> None:
    assert write(ds.articles) == write(ds.articles)  # type: ignore[operator]  # one of the two


def test_names_have_the_kind_of_their_party_or_of_what_was_read(ds: Dataset) -> None:
    article = ds.article("kamaz-turkey")
    kinds = {one["kind"] for one in entities(exports.brat(article))}

    assert {"organisation", "person", "place", "period"} <= kinds
    assert "name" not in kinds
