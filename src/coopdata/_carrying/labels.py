"""What a bare number counts behind its label: "Employees: 250", "автобусов — 12"."""

from __future__ import annotations

import re
from typing import Final

from .._grammar.cursor import View
from .._grammar.reading import Evidence, Quantity
from .heads import counted_noun

__all__ = ["from_label"]

#: A label is no longer than this.
_LONGEST: Final = 60
#: A label at the head of a line, of a clause or of brackets, up to its colon or dash.
_LABEL: Final = re.compile(
    r"(?:^|[\n(]|[.,;:] )[ *\u2022-]*([^\W\d_][^\d\n:;,.()|\t]*?)(?: ?:| [\u2013\u2014]) $"
)
#: What ends the clause behind the number: "Rooms: 101, 102" and "Buses: 12 and 45" are names.
_END: Final = re.compile(r" ?(?:$|[\n;)]|[,.](?:$|\n| (?!\d)))")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def from_label(view: View, quantity: Quantity) -> None:
    """Give a bare number the plural noun of its label, where the two are all that is said."""
    start, low = quantity.outer[0], view.low
    if low[start - 1 : start] != " " or low[start - 2 : start - 1] not in ":\u2013\u2014":
        return
    label = _LABEL.search(low, max(0, start - _LONGEST), start)
    is_alone = _END.match(low, max(quantity.end, quantity.outer[1])) is not None
    if label is None or not is_alone or _YEAR.fullmatch(low, quantity.start, quantity.end):
        return
    name = label[1]
    for head in view.lex.count_heads:
        name = name.removeprefix(f"{head} ")  # "Number of pupils: 862"
    unit = counted_noun(view.lex, name)
    if unit is not None:
        quantity.unit, quantity.carried = unit, True
        quantity.found(Evidence.HEAD_OF_CLAUSE, label.start(1), start)
