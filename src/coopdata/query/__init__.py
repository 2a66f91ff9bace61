"""Composable questions to facts: predicates, fact lists, sums that keep their citations, links.

Examples:
    >>> P.kind("investment") & ~P.status("planned", "proposed")
    P.kind('investment') & ~P.status('planned', 'proposed')
"""

from __future__ import annotations

from ._book import Book
from ._derived import Derived
from ._facts import FactList
from ._keywords import KEYWORDS
from ._links import Cooperation
from ._predicates import Predicate
from ._search import SearchHit
from ._where import Filters, P, matching

__all__ = [
    "KEYWORDS",
    "Book",
    "Cooperation",
    "Derived",
    "FactList",
    "Filters",
    "P",
    "Predicate",
    "SearchHit",
    "matching",
]


def __dir__() -> list[str]:
    return sorted(__all__)
