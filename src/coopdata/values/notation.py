"""A measure as `str` prints it, read back: "more than 30 percent", "2 to 3 year"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ..errors import UnreadableTextError, shown

__all__ = ["Stated"]

_NUMBER: Final = r"-?[0-9]+(?:\.[0-9]+|/[0-9]+)?"
_MEASURE: Final = re.compile(
    r"(?:(?P<hedge>about|at least|more than|at most|less than) )?"
    rf"(?P<low>{_NUMBER})(?: to (?P<high>{_NUMBER}))?(?: (?P<unit>\S+))?"
)
_EXPECTED: Final = "a measure such as '12.50 megawatt', 'more than 30 percent' or '2 to 3 year'"


class Stated(NamedTuple):
    """The words of a measure: how its relation is made, one number or two, the unit."""

    relation: str
    numbers: tuple[str, ...]
    unit: str

    @staticmethod
    def of(text: str) -> Stated:
        """Take the text of a measure apart; nothing may stand around it.

        Examples:
            >>> Stated.of("more than 30 percent")
            Stated(relation='more_than', numbers=('30',), unit='percent')
        """
        if not isinstance(text, str):
            raise TypeError(f"the text of a measure is a str, got {shown(text)}")
        match = _MEASURE.fullmatch(text)
        if match is None:
            raise UnreadableTextError(text, "str", 0, _EXPECTED)
        hedge, low, high, unit = match.group("hedge", "low", "high", "unit")
        if high is None:
            return Stated((hedge or "exact").replace(" ", "_"), (low,), unit or "")
        if hedge:
            raise UnreadableTextError(text, "str", len(hedge), "no hedge before a range")
        return Stated("between", (low, high), unit or "")
