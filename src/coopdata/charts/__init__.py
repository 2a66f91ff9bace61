"""Charts of facts: when, how much, who with whom, where (extra: ``viz``).

Each takes a dataset or a fact list and gives an Altair chart with its data inside, so that it asks
for none when it is shown; labels are in the language asked for. The graph is data first (`Graph`),
for GraphML and Mermaid without any extra.

What a chart cannot show it leaves out, and says so in its subtitle: facts without a period are in
no timeline, those of another dimension in no comparison.
"""

from __future__ import annotations

from ._compare import compare
from ._graph import Edge, Graph, Node, graph
from ._map import map
from ._timeline import timeline

__all__ = ["Edge", "Graph", "Node", "compare", "graph", "map", "timeline"]


def __dir__() -> list[str]:
    return sorted(__all__)
