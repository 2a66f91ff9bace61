"""What `formatting` prints in a language, as rows of the tables that its running text is read with.

One source: the nouns, symbols, case endings and rates of `seeds/printing/<language>.toml` are added
to the word list when it is compiled. A form that the word list has for something else is a problem:
what is printed has to be read back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from ._fold import fold

__all__ = ["Row", "is_known", "printed_rows", "problems"]

_NUMBER: Final = "{0}"


class Row(NamedTuple):
    """One form with its table, class and payload."""

    table: str
    form: str
    kind: str
    payload: str


def printed_rows(printing: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the rows of one compiled printing table.

    Args:
        printing: What `formatting._compile.compile_printing` made.
    """
    for unit, forms in printing["nouns"].items():
        for pattern in dict.fromkeys(forms.values()):
            yield from _around(pattern, "unit", unit)
    for unit, symbol in printing["symbols"].items():
        yield Row("after", fold(symbol), "unit", unit)
    for unit, pattern in printing["rates"].items():
        yield from _around(pattern, "rate", unit)
    for relation, hedge in printing["hedges"].items():
        if "ending" in hedge:
            for ending in dict.fromkeys(printing["endings"][hedge["ending"]].values()):
                form = f"{printing['joiner']}{ending}{hedge['after']}"
                yield Row("after", fold(form), "inner_hedge", relation)


def _around(pattern: str, kind: str, payload: str) -> Iterator[Row]:
    """Yield what stands after the number, or before it; a pattern with both has no row."""
    before, _, after = pattern.partition(_NUMBER)
    if after.strip() and not before.strip():
        yield Row("after", fold(after.strip()), kind, payload)
    elif before.strip() and not after.strip():
        yield Row("before", fold(before.strip()), kind, payload)


def problems(rows: Iterator[Row], tables: Mapping[str, Any]) -> Iterator[str]:
    """Yield the printed forms that the word list has for something else."""
    for row in rows:
        known = tables[row.table].get(row.form, ())
        if known and not any(_agrees(kind, payload, row) for kind, payload in known):
            kind, payload = known[0]
            yield f"printed {row.form!r} is {row.payload}, read as {payload or kind}"


def is_known(row: Row, tables: Mapping[str, Any]) -> bool:
    """Tell whether the word list reads a printed form already."""
    known = tables[row.table].get(row.form, ())
    return any(kind in (row.kind, "classifier") for kind, _ in known)


def _agrees(kind: str, payload: str, row: Row) -> bool:
    """Tell whether a row of the word list says what is printed.

    A measure word may count several things; a hedge may stand after its unit as well as before it.
    """
    if kind == "classifier":
        return row.payload in payload.split("|")
    if (kind, row.kind) == ("hedge", "inner_hedge"):
        return payload == row.payload
    return kind == row.kind and payload == row.payload
