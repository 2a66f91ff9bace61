"""Who cooperates with whom, as nodes and edges."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any, Final, Literal
from xml.etree import ElementTree

from attrs import frozen

from .. import formatting
from .._fixed import Record
from .._printing.labels import called
from ..errors import CONTROLS
from ..query import FactList
from ._facts import Source, altair, heading, of, titled

__all__ = ["Edge", "Graph", "Node", "graph"]

_SIZE: Final = 680  # pixels of the drawing
_GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"


@frozen
class Node(Record):
    """A party or a country.

    Attributes:
        id: Party id, or ISO 3166-1 code.
        label: Its name in the language asked for.
        kind: ``organisation``, ``person`` or ``place``; ``country`` where countries are drawn.
        facts: How many facts of the graph it takes part in.
    """

    id: str
    label: str
    kind: str
    facts: int


@frozen
class Edge(Record):
    """What connects two nodes.

    Attributes:
        source: Id of one node.
        target: Id of the other; source and target are in alphabetical order.
        label: The kinds of fact that connect them, in the language asked for.
        kinds: The same as keys.
        facts: Ids of the facts.
    """

    source: str
    target: str
    label: str
    kinds: tuple[str, ...]
    facts: tuple[str, ...]


@frozen
class Graph(Record):
    """Parties, or countries, and what connects them.

    Attributes:
        nodes: Those with the most facts first.
        edges: Those with the most facts first.
        locale: Of labels.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    locale: str

    def to_mermaid(self) -> str:
        """Return the graph as a Mermaid flowchart, for Markdown pages.

        Examples:
            >>> from coopdata import load
            >>> print(graph(load().where(article="kursk-trade"), by="country").to_mermaid())
            graph LR
              n0["Belarus"]
              n1["Russia"]
              n0 ---|"cooperation, export, meeting, opinion, project, trade, visit"| n1
        """
        place = {node.id: f"n{nth}" for nth, node in enumerate(self.nodes)}
        lines = ["graph LR"]
        lines += [f'  {place[node.id]}["{_quoted(node.label)}"]' for node in self.nodes]
        lines += [
            f'  {place[edge.source]} ---|"{_quoted(edge.label)}"| {place[edge.target]}'
            for edge in self.edges
        ]
        return "\n".join(lines)

    def to_graphml(self) -> str:
        """Return the graph as GraphML, for Gephi, yEd, Cytoscape or NetworkX."""
        root = ElementTree.Element("graphml", {"xmlns": _GRAPHML})
        for owner, name, type_ in _KEYS:
            told = {"id": f"{owner}_{name}", "for": owner, "attr.name": name, "attr.type": type_}
            ElementTree.SubElement(root, "key", told)
        body = ElementTree.SubElement(root, "graph", {"edgedefault": "undirected"})
        for node in self.nodes:
            at = ElementTree.SubElement(body, "node", {"id": _plain(node.id)})
            _data(at, "node", label=node.label, kind=node.kind, facts=str(node.facts))
        for edge in self.edges:
            ends = {"source": _plain(edge.source), "target": _plain(edge.target)}
            at = ElementTree.SubElement(body, "edge", ends)
            kinds, facts = " ".join(edge.kinds), " ".join(edge.facts)
            weight = str(len(edge.facts))
            _data(at, "edge", label=edge.label, kinds=kinds, facts=facts, weight=weight)
        ElementTree.indent(root)
        return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"

    def chart(self) -> Any:
        """Return the graph as an Altair chart, its nodes on a circle (extra: ``viz``).

        Raises:
            MissingExtraError: Altair is not installed.
        """
        alt = altair("Graph.chart")
        at = _circle(self.nodes, self.edges)
        nodes = [
            {**_placed(*at[one.id]), "label": one.label, "facts": one.facts} for one in self.nodes
        ]
        edges = [
            {
                **dict(zip(("x", "y"), at[one.source], strict=True)),
                **dict(zip(("x2", "y2"), at[one.target], strict=True)),
                "kind": one.label,
                "facts": len(one.facts),
            }
            for one in self.edges
        ]
        scale = alt.Scale(domain=[-1.6, 1.6])
        x, y = (alt.X("x:Q", axis=None, scale=scale), alt.Y("y:Q", axis=None, scale=scale))
        facts = alt.Tooltip("facts:Q", title=heading("facts", self.locale))
        kinds = alt.Tooltip("kind:N", title=heading("kind", self.locale))
        lines = (
            alt.Chart(alt.Data(values=edges))
            .mark_rule(color="#8a8a8a")
            .encode(x, y, x2="x2:Q", y2="y2:Q", tooltip=[kinds, facts])
            .encode(
                strokeWidth=alt.StrokeWidth("facts:Q", legend=None, scale=alt.Scale(range=[1, 7]))
            )
        )
        based = alt.Chart(alt.Data(values=nodes)).encode(x, y, tooltip=["label:N", facts])
        dots = based.mark_circle(color="#0072b2", opacity=1).encode(
            size=alt.Size("facts:Q", legend=None, scale=alt.Scale(range=[60, 600]))
        )
        turned = alt.Angle("angle:Q", scale=None)
        names = [
            based.transform_filter(f"datum.is_left == {is_left}")
            .mark_text(align=align, baseline="middle", fontSize=11, dx=dx)
            .encode(text="label:N", angle=turned)
            for is_left, align, dx in (("true", "right", -12), ("false", "left", 12))
        ]
        drawn = alt.layer(lines, dots, *names).properties(width=_SIZE, height=_SIZE)
        title = heading("parties", self.locale)
        return titled(alt, drawn, title, 0, self.locale).configure_view(stroke=None)


def graph(
    source: Source, *, by: Literal["party", "country"] = "party", locale: str = "en"
) -> Graph:
    """Return who cooperates with whom, as `FactList.links` gathers it.

    Args:
        source: A dataset, or a fact list.
        by: Whether parties or their countries are connected.
        locale: Of names and labels.
    """
    facts, dataset = of(source)
    ties = FactList(facts, dataset).links(by=by)
    taking: dict[str, set[str]] = {}
    for tie in ties:
        for one in tie.parties:
            taking.setdefault(one, set()).update(fact.id for fact in tie.facts)
    language = locale.partition("_")[0].partition("-")[0]

    def node(id: str) -> Node:
        if by == "country":
            name, kind = formatting.country(id, locale=locale), "country"
        else:
            party = dataset.party(id)
            name, kind = party.name(language), party.kind
        return Node(id, name, kind, len(taking[id]))

    nodes = sorted(map(node, taking), key=lambda one: (-one.facts, one.id))
    edges = (
        Edge(
            *tie.parties,
            ", ".join(
                called("fact", kind, locale=locale, terms=dataset.terms)
                for kind in sorted(tie.kinds)
            ),
            tie.kinds,
            tuple(fact.id for fact in tie.facts),
        )
        for tie in ties
    )
    return Graph(tuple(nodes), tuple(edges), locale)


#: What GraphML says of nodes and edges: owner, name, type.
_KEYS: Final = (
    ("node", "label", "string"),
    ("node", "kind", "string"),
    ("node", "facts", "int"),
    ("edge", "label", "string"),
    ("edge", "kinds", "string"),
    ("edge", "facts", "string"),
    ("edge", "weight", "int"),
)


def _data(at: ElementTree.Element, owner: str, **told: str) -> None:
    for name, value in told.items():
        ElementTree.SubElement(at, "data", {"key": f"{owner}_{name}"}).text = _plain(value)


def _plain(text: str) -> str:
    """Return a text without the characters that XML cannot hold or that turn its order."""
    return CONTROLS.sub("\ufffd", text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def _quoted(text: str) -> str:
    """Return a text as Mermaid takes it between quotes: what it reads as markup is escaped."""
    plain = " ".join(_plain(text).split())
    return re.sub(r"[^\w\s.,;:()«»/+–—-]", lambda found: f"#{ord(found[0])};", plain)


def _placed(x: float, y: float) -> dict[str, Any]:
    """Return where a node stands, and how its name is turned to be read outwards."""
    degrees = math.degrees(math.atan2(y, x))
    is_left = x < 0
    return {"x": x, "y": y, "is_left": is_left, "angle": 180 - degrees if is_left else -degrees}


def _circle(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, tuple[float, float]]:
    """Return a place on the unit circle for each node, neighbours beside one another.

    The nodes are walked from the one with the most facts, each time to the unplaced neighbour with
    the strongest edge.
    """
    near: dict[str, dict[str, int]] = {node.id: {} for node in nodes}
    for edge in edges:
        near[edge.source][edge.target] = near[edge.target][edge.source] = len(edge.facts)
    order: dict[str, None] = {}
    for node in nodes:
        stack = [node.id]
        while stack:
            one = stack.pop()
            if one in order:
                continue
            order[one] = None
            stack += sorted(near[one], key=lambda other: (near[one][other], other))
    step = 2 * math.pi / max(len(order), 1)
    return {one: (math.cos(nth * step), math.sin(nth * step)) for nth, one in enumerate(order)}
