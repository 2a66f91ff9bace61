"""Score any extractor against gold mentions: by kind and language, by span and by value.

The mentions of the five articles are the shipped gold; `gold_lines` reads your own, one JSON object
a line::

    {"id": "a-1", "language": "en", "anchor": "2017-12-05", "text": "It cost $5 million.",
     "mentions": [{"quote": "$5 million", "kind": "money", "relation": "exact",
                   "low": "5000000", "high": "5000000", "unit": "USD"}]}

A mention is a ``quote`` that stands in the text (``nth`` tells which, where it stands there more
than once) and either ``edtf`` or ``relation``, ``low``, ``high``, ``unit``; ``change``, ``mod``,
``counted``, ``carried``, ``minor`` are optional. Mentions do not overlap, no two lines have one id,
and value, unit and options go with the kind; what else a line holds is its writer's own.
Conventions:

- Hedges, articles and "early", "mid", "late", "end of" (``late``) stand outside the quote.
- ``carried`` is true wherever the words of the unit stand outside it: the first of two numbers with
  a shared unit, a noun behind an adjective.
- "until 2030" is ``../2030``; a relative period, or a day without its year, is ``../..`` where the
  text has no anchor.
- A third is written ``1/3``. An ordinal has no unit. Speed and yield are rates.
"""

from __future__ import annotations

from ._evaluate import evaluate
from ._gold import GoldText, gold_lines, shipped_gold
from ._report import Difference, Level, Report, Score

__all__ = [
    "Difference",
    "GoldText",
    "Level",
    "Report",
    "Score",
    "evaluate",
    "gold_lines",
    "shipped_gold",
]


def __dir__() -> list[str]:
    return sorted(__all__)
