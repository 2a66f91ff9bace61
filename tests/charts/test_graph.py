"""The graph is what the list of ties says, and other programs read it as it is."""

from __future__ import annotations

import re
from typing import Literal
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from coopdata import strategies as own
from coopdata.charts import Edge, Graph, Node, graph
from coopdata.dataset import Dataset
from coopdata.query import FactList
from hostile import TEXTS

NS = {"g": "http://graphml.graphdrawing.org/xmlns"}
By = Literal["party", "country"]


@given(own.datasets(), st.sampled_from(["party", "country"]))
def test_edges_are_the_ties_and_nodes_their_ends(dataset: Dataset, by: By) -> None:
    ties = FactList(dataset.facts, dataset).links(by=by)
    made = dataset.graph(by=by)

    assert [one.parties for one in ties] == [(one.source, one.target) for one in made.edges]
    assert {end for one in ties for end in one.parties} == {one.id for one in made.nodes}


@given(own.datasets())
def test_a_list_of_all_facts_has_the_graph_of_the_dataset(dataset: Dataset) -> None:
    assert dataset.graph() == graph(FactList(dataset.facts, dataset))


@pytest.mark.parametrize("locale", ["en", "ru", "be", "kk", "tr", "zh", "ko", "de"])
def test_names_are_those_of_the_language(ds: Dataset, locale: str) -> None:
    expected = {ds.party(one.id).name(locale) for one in ds.graph().nodes}

    assert expected == {one.label for one in ds.graph(locale=locale).nodes}


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    ids = draw(
        st.lists(st.text("abc-", min_size=1, max_size=4), min_size=2, max_size=5, unique=True)
    )
    nodes = tuple(Node(one, draw(TEXTS), "organisation", 1) for one in ids)
    edge = Edge(ids[0], ids[1], draw(TEXTS), ("trade",), (draw(TEXTS),))
    return Graph(nodes, (edge,), "en")


@given(graphs())
def test_graphml_is_read_back(made: Graph) -> None:
    root = ElementTree.fromstring(made.to_graphml().encode())
    nodes = root.findall("g:graph/g:node", NS)
    edges = root.findall("g:graph/g:edge", NS)

    assert [one.id for one in made.nodes] == [one.get("id") for one in nodes]
    assert [(one.source, one.target) for one in made.edges] == [
        (one.get("source"), one.get("target")) for one in edges
    ]


@given(graphs())
def test_mermaid_has_one_line_for_each_and_no_markup_of_a_text(made: Graph) -> None:
    lines = made.to_mermaid().split("\n")

    assert 1 + len(made.nodes) + len(made.edges) == len(lines)
    for line in lines[1:]:
        found = re.fullmatch(r'  n\d+(?:\["([^"]*)"\]| ---\|"([^"]*)"\| n\d+)', line)
        assert found
        assert not set("<>`[]{}\\&") & set(found[1] or found[2] or "")


def test_a_dataset_without_facts_has_an_empty_graph() -> None:
    assert Graph((), (), "en") == Dataset().graph()
    assert "graph LR" == Dataset().graph().to_mermaid()


def test_a_party_that_stands_alone_is_no_node(ds: Dataset) -> None:
    fact = next(one for one in ds.facts if len(one.parties) > 1)
    alone = FactList([evolve(fact, parties=fact.parties[:1], supports=())], ds)

    assert () == alone.graph().nodes
