"""Where CLDR's data, or Babel's reading of it, is broken: every exception there is, with its cause.

Nothing else in the package knows of a single locale.
"""

from __future__ import annotations

from typing import Final

__all__ = ["COMPACT_IGNORED", "NOT_A_PERCENT_SIGN"]

#: A compact pattern of a lone zero means "not shortened": Babel prints the number in full.
COMPACT_IGNORED: Final = frozenset({"0"})

#: az, numbering system arabext: CLDR gives the tilde as percent sign; it means "about".
NOT_A_PERCENT_SIGN: Final = frozenset({"~"})
