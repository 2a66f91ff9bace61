"""Mentions go out as Web Annotations and come back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from coopdata import strategies as st
from coopdata import web_annotations
from coopdata.dataset import Dataset
from coopdata.errors import SeedError
from coopdata.model import Article


@given(article=st.articles())
def test_annotations_give_back_the_mentions(article: Article) -> None:
    text = web_annotations.to_jsonld(article)

    assert article.mentions == web_annotations.from_jsonld(text.encode(), article)


def test_every_shipped_mention_is_selected_by_place_and_by_quote(ds: Dataset) -> None:
    tree = json.loads(web_annotations.to_jsonld(ds))
    texts = {f"urn:coopdata:{article.id}": article.text for article in ds.articles}

    assert "http://www.w3.org/ns/anno.jsonld" == tree["@context"]
    assert sum(len(article.mentions) for article in ds.articles) == tree["total"]
    assert len({one["id"] for one in tree["first"]["items"]}) == tree["total"]
    for one in tree["first"]["items"]:
        text = texts[one["target"]["source"]]
        position, quote = one["target"]["selector"]

        assert quote["exact"] == text[position["start"] : position["end"]]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def broken(ds: Dataset) -> list[Any]:
    def changed(change: Any) -> str:
        tree = json.loads(web_annotations.to_jsonld(ds.articles[0]))
        change(tree["first"]["items"][0])
        return json.dumps(tree)

    return [
        "[]",
        "{",
        '{"first": {"items": 3}}',
        changed(lambda one: one.pop("target")),
        changed(lambda one: one["body"].clear()),
        changed(lambda one: one["target"].update(selector=7)),
        changed(lambda one: one["target"]["selector"][0].update(start=0)),
        changed(lambda one: one["target"]["selector"][1].update(exact="x")),
        changed(lambda one: one["body"][1].update(value="{}")),
        changed(lambda one: one["body"][1].update(value=7)),
    ]


@pytest.mark.parametrize("number", range(10))
def test_broken_annotations_give_one_typed_error(number: int, ds: Dataset) -> None:
    with pytest.raises(SeedError):
        web_annotations.from_jsonld(broken(ds)[number], ds.articles[0])
