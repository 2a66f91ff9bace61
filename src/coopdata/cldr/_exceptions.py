"""Where CLDR's data, or Babel's reading of it, is broken: every exception there is, with its cause.

Nothing else in the package knows of a single locale.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "LOSES_PAIRS",
    "NOT_A_PERCENT_SIGN",
    "NOT_SHORTENED",
    "RENAMED_UNITS",
    "SAYS_NO_UNIT",
]

#: A compact pattern of a lone zero means "not shortened", and Babel prints the number in full.
#: Where only some plurals have it (vec), Babel shortens and says nothing of it.
NOT_SHORTENED: Final = frozenset({"0"})

#: az, numbering system arabext: CLDR gives the tilde as percent sign; it means "about".
NOT_A_PERCENT_SIGN: Final = frozenset({"~"})

#: nl (Beaufort), zu (day), bew (pinch): a unit pattern of a lone number says nothing of its unit;
#: read as one, every plain number of the locale would be in doubt.
SAYS_NO_UNIT: Final = "{0}"

#: Units that CLDR renamed, by the names that they had: an older Babel has its units here under the
#: names of the newest CLDR.
RENAMED_UNITS: Final = {
    "concentr-permillion": "concentr-part-per-1e6",
    "concentr-portion-per-1e9": "concentr-part-per-1e9",
}

#: The mark between groups that Babel 2.19 takes for a quote: it prints 1'000'000 as "1000000" and
#: 1'000'000'000 as "1000000'000" where CLDR groups by it (Switzerland, Liechtenstein).
LOSES_PAIRS: Final = "'"
