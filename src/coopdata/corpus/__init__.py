"""Your own articles: from a folder of texts to a cited, checked Dataset.

`new` makes a project, `add` puts texts in, `draft_article` writes down what they seem to say, a
person accepts or mends it, `build` checks all of it. `draft` does the same for any text at hand.
"""

from __future__ import annotations

from ._build import build
from ._claims import CheckedClaim, check_claims
from ._decisions import Decided, decide, decisions
from ._diff import Difference, diff
from ._draft import draft
from ._drafted import draft_article
from ._project import add, new
from ._suggestions import Draft, RefusedClaim, SuggestedFact

__all__ = [
    "CheckedClaim",
    "Decided",
    "Difference",
    "Draft",
    "RefusedClaim",
    "SuggestedFact",
    "add",
    "build",
    "check_claims",
    "decide",
    "decisions",
    "diff",
    "draft",
    "draft_article",
    "new",
]


def __dir__() -> list[str]:
    return sorted(__all__)
