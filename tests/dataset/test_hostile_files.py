"""Whatever stands in a file, its reader gives records or one SeedError that names what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coopdata import serde, web_annotations
from coopdata import strategies as cst
from coopdata.dataset import Dataset
from coopdata.errors import SeedError, visible
from coopdata.evaluation import gold_lines
from coopdata.model import Article, Mention
from coopdata.values import Measure, Span
from hostile import damages

# The file of one test is written anew for each example.
ONE_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

GOLD: dict[str, Any] = {
    "id": "a",
    "language": "en",
    "anchor": "2017-12-05",
    "text": "This year it cost $5 million, not $5 million.",
    "mentions": [
        {"quote": "This year", "kind": "period", "edtf": "2017", "minor": True},
        {
            "quote": "$5 million",
            "nth": 2,
            "kind": "money",
            "relation": "at_most",
            "low": None,
            "high": "5000000",
            "unit": "USD",
            "change": "increase",
        },
    ],
}


def told(read: Any, *words: Any) -> tuple[str, ...]:
    """Return the problems that a reader names; none where it reads."""
    found: SeedError | None = None
    try:
        read(*words)
    except SeedError as err:
        found = err
    assert found is None or found.problems
    assert len(str(found)) < 200_000
    assert visible(str(found)) == str(found)
    return () if found is None else found.problems


# -- JSON -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def small(ds: Dataset) -> Any:
    """Return the tree of a small dataset that has every kind of record."""
    article = ds.articles[0]
    facts = [fact for fact in ds.facts if fact.article_id == article.id][:3]
    tree = serde.to_tree(Dataset(articles=ds.articles, parties=ds.parties, facts=facts))
    tree["articles"][0]["mentions"] = tree["articles"][0]["mentions"][:3]
    tree["articles"][0]["names"] = tree["articles"][0]["names"][:3]
    del tree["articles"][1:], tree["parties"][6:]
    return tree


@given(data=st.data())
def test_a_damaged_dataset_is_read_or_refused(small: Any, data: st.DataObject) -> None:
    tree = data.draw(damages(small))

    told(serde.from_json, json.dumps(tree))
    for lines in ([*tree.values()] if isinstance(tree, dict) else [tree],):
        told(serde.from_jsonl, "\n".join(map(json.dumps, lines)))


@given(raw=st.binary(max_size=60))
@example(raw=b"\xff")
@example(raw=b"\xef\xbb\xbf{}")
@example(raw=b'{"a": "\\ud800"}')
def test_any_bytes_are_refused(raw: bytes, ds: Dataset) -> None:
    assert told(serde.from_json, raw)
    assert told(serde.from_jsonl, raw)
    assert told(web_annotations.from_jsonld, raw, ds.articles[0])


# -- web annotations ------------------------------------------------------------------------------


@given(data=st.data())
def test_a_damaged_annotation_is_read_or_refused(data: st.DataObject, ds: Dataset) -> None:
    article = ds.articles[0]
    tree = json.loads(web_annotations.to_jsonld(article))
    del tree["first"]["items"][2:]

    told(web_annotations.from_jsonld, json.dumps(data.draw(damages(tree))), article)


def test_every_bad_annotation_is_named(ds: Dataset) -> None:
    article = ds.articles[0]
    tree = json.loads(web_annotations.to_jsonld(article))
    items = tree["first"]["items"]
    items[0]["body"][1]["value"] = "{}"
    items[1]["target"]["selector"][0] = 7
    items[2]["target"]["selector"][1]["exact"] = "x"
    items[3] = None
    del items[4:]
    named = [
        one.split(" at ")[1].split(":")[0]
        for one in told(web_annotations.from_jsonld, json.dumps(tree), article)
    ]

    assert [f"first.items[{number}]" for number in (0, 1, 2, 3)] == sorted({*named})


def test_annotations_that_overlap_are_refused(ds: Dataset) -> None:
    article = ds.articles[0]
    tree = json.loads(web_annotations.to_jsonld(article))
    tree["first"]["items"] = tree["first"]["items"][:1] * 2

    assert any(
        "overlaps" in one for one in told(web_annotations.from_jsonld, json.dumps(tree), article)
    )


# -- gold -----------------------------------------------------------------------------------------


@given(data=st.data())
@ONE_FILE
def test_a_damaged_line_of_gold_is_read_or_refused(data: st.DataObject, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    lines = data.draw(st.lists(damages(GOLD), max_size=3))
    path.write_text("\n".join(map(json.dumps, [GOLD, *lines])), encoding="utf-8")

    assert all(f"{path}:" in one and f"{path}:1:" not in one for one in told(gold_lines, path))


@given(raw=st.lists(st.binary(max_size=20) | st.just(json.dumps(GOLD).encode()), max_size=4))
@ONE_FILE
def test_gold_of_any_bytes_is_read_or_refused(raw: list[bytes], tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"\n".join(raw))

    told(gold_lines, path)


def test_every_line_of_gold_that_is_wrong_is_named_with_all_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    lines = [
        json.dumps(GOLD).encode(),
        json.dumps(GOLD | {"language": 7, "text": None}).encode(),
        b"\xff",
        json.dumps(GOLD | {"anchor": "someday"}).encode(),
        json.dumps(GOLD | {"mentions": [GOLD["mentions"][0] | {"quote": "Next year"}]}).encode(),
        json.dumps(GOLD | {"mentions": [GOLD["mentions"][0]] * 2}).encode(),
        json.dumps(GOLD | {"mentions": [GOLD["mentions"][0] | {"minr": True}]}).encode(),
        b"[" * 10_000,
    ]
    path.write_bytes(b"\n".join(lines))

    problems = told(gold_lines, path)

    assert [2, 3, 4, 5, 6, 7, 8] == [int(one.split(":")[1]) for one in problems]
    for words, problem in zip(
        (
            "language: expected a string, got 7; text: expected a string, got None",
            "not UTF-8 at byte 0",
            "anchor: expected a day such as '2017-12-05', got 'someday'",
            "mentions[0]: quote 'Next year' does not stand 1 time(s) in the text",
            "overlaps",
            "mentions[0]: extra fields found (minr)",
            "nested more than 32 deep",
        ),
        problems,
        strict=True,
    ):
        assert words in problem


# -- mentions do not overlap ----------------------------------------------------------------------


@given(article=cst.articles(), data=st.data())
def test_an_article_whose_mentions_overlap_or_are_out_of_order_cannot_be_made(
    article: Article, data: st.DataObject
) -> None:
    length = len(article.text)
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, length), st.integers(0, length)), max_size=4)
    )
    mentions = tuple(
        Mention(span=Span(start=min(pair), end=max(pair)), kind="number", value=Measure.exact("1"))
        for pair in spans
    )
    bounds = [at for one in mentions for at in (one.span.start, one.span.end)]
    is_sound = bounds == sorted(bounds) and all(len(one.span) for one in mentions)
    try:
        made = evolve(article, mentions=mentions)
    except SeedError:
        assert not is_sound
    else:
        assert is_sound
        assert mentions == made.mentions
