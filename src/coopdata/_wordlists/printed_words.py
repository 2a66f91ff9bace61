"""What `formatting` prints in a language, as rows of the tables that its running text is read with.

One source: the nouns, symbols, case endings and rates of `seeds/printing/<language>.toml` are added
to the word list when it is compiled. A form that the word list has for something else is a problem:
what is printed has to be read back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, Final, NamedTuple

from .._text.fold import fold

__all__ = ["add_nouns", "add_printed"]

_NUMBER: Final = "{0}"


class Row(NamedTuple):
    """One form with its table, class and payload."""

    table: str
    form: str
    kind: str
    payload: str


def add_printed(tables: Mapping[str, Any], printing: Mapping[str, Any]) -> None:
    """Add to a language's tables what is printed and not in its word list.

    Args:
        tables: Table, form and rows of the word list; filled in place.
        printing: What `formatting._compile.compile_printing` made.

    Raises:
        ValueError: The word list has a printed form for something else; one line each.
    """
    _add(list(_printed_rows(printing)), tables)
    for row in _behind_counters(printing):
        tables[row.table].setdefault(row.form, [[row.kind, row.payload]])


def add_nouns(tables: Mapping[str, Any], nouns: Mapping[str, Mapping[str, str]]) -> None:
    """Add the nouns of units to a language's tables.

    Args:
        tables: As for `add_printed`.
        nouns: By unit, its patterns by plural category.

    Raises:
        ValueError: As for `add_printed`.
    """
    _add(list(_noun_rows(nouns)), tables)


def _add(rows: list[Row], tables: Mapping[str, Any]) -> None:
    problems = list(_problems(rows, tables))
    if problems:
        raise ValueError("\n".join(problems))
    for row in rows:
        known = tables[row.table].setdefault(row.form, [])
        if not any(kind in (row.kind, "classifier") for kind, _ in known):
            known.append([row.kind, row.payload])


def _noun_rows(nouns: Mapping[str, Mapping[str, str]]) -> Iterator[Row]:
    for unit, forms in nouns.items():
        for pattern in dict.fromkeys(forms.values()):
            yield from _around(pattern, "unit", unit)


def _printed_rows(printing: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the rows of one compiled printing table."""
    yield from _noun_rows(printing["nouns"])
    for unit, symbol in printing["symbols"].items():
        yield Row("after", fold(symbol), "unit", unit)
    for unit, pattern in chain(printing["rates"].items(), printing["rates_short"].items()):
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


def _behind_counters(printing: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the nouns that are printed before their number as people write them behind it.

    "차량 5대" is printed, "5대의 차량" is read as well where it is nothing else.
    """
    for unit, forms in printing["nouns"].items():
        before, _, after = forms["other"].partition(_NUMBER)
        if before.strip() and after.strip():
            for join in printing["counter_joins"]:
                yield Row("after", fold(f"{after.strip()}{join}{before.strip()}"), "unit", unit)


def _problems(rows: list[Row], tables: Mapping[str, Any]) -> Iterator[str]:
    """Yield the printed forms that the word list has for something else."""
    for row in rows:
        known = tables[row.table].get(row.form, ())
        if known and not any(_agrees(kind, payload, row) for kind, payload in known):
            kind, payload = known[0]
            yield f"printed {row.form!r} is {row.payload}, read as {payload or kind}"


def _agrees(kind: str, payload: str, row: Row) -> bool:
    """Tell whether a row of the word list says what is printed.

    A measure word may count several things; a hedge may stand after its unit as well as before it.
    """
    if kind == "classifier":
        return row.payload in payload.split("|")
    if (kind, row.kind) == ("hedge", "inner_hedge"):
        return payload == row.payload
    return kind == row.kind and payload == row.payload
