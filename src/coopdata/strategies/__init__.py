"""Hypothesis strategies for everything that coopdata handles (extra: ``hypothesis``).

All of them are of valid records: what `datasets` draws, `Dataset` accepts. With hypothesis
installed beside coopdata, its entry point registers them, so that `st.from_type(Measure)` and
`@given(...)` with annotations work without an import from here.

Examples:
    >>> from hypothesis import find
    >>> find(measures(units=["USD"], relations=["at_least"]), lambda one: one.low > 3)
    Measure.at_least('4', 'USD')
"""

from __future__ import annotations

from ..errors import MissingExtraError

try:
    import hypothesis  # noqa: F401  # what it lacks is told before the strategies are made
except ImportError as err:
    raise MissingExtraError("coopdata.strategies", "hypothesis") from err

from ._records import (
    articles,
    bases,
    citations,
    datasets,
    facts,
    involvements,
    links,
    mentions,
    name_mentions,
    names,
    organisations,
    parties,
    persons,
    places,
    products,
    supports,
    terms,
)
from ._values import decimals, locales, measures, periods, spans, texts, unit_names

__all__ = [
    "articles",
    "bases",
    "citations",
    "datasets",
    "decimals",
    "facts",
    "involvements",
    "links",
    "locales",
    "measures",
    "mentions",
    "name_mentions",
    "names",
    "organisations",
    "parties",
    "periods",
    "persons",
    "places",
    "products",
    "spans",
    "supports",
    "terms",
    "texts",
    "unit_names",
]


def __dir__() -> list[str]:
    return sorted(__all__)
