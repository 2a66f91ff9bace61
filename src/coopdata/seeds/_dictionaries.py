"""Pack a table of words as it is shipped: forms by class and payload, and an index of lengths."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .._lexicon.dictionary import CODED, INDEXED, RUN

__all__ = ["Forms", "packed"]

#: Rows of class and payload by form.
Forms = dict[str, list[list[str]]]


def packed(table: Forms) -> dict[str, Any]:
    """Return a table as it is shipped: forms by class and payload, and the index of their lengths.

    Forms of one class and payload stand together: a third of the size and of the time to read.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for form, rows in table.items():
        for kind, payload in rows:
            groups.setdefault((kind, payload), []).append(form)
    return {
        "groups": [[kind, payload, sorted(them)] for (kind, payload), them in groups.items()],
        "starts": _lengths(table, _head),
        "ends": _lengths(table, _tail),
        "first_signs": sorted({form[0] for form in table if not RUN.match(form[0])}),
        "last_signs": sorted({form[-1] for form in table if not RUN.match(form[-1])}),
    }


def _lengths(table: Forms, key: Callable[[str], str]) -> dict[str, str]:
    """Return the lengths of the forms by their key, longest first, each coded as one character."""
    found: dict[str, set[int]] = {}
    for form in table:
        if key(form):
            found.setdefault(key(form), set()).add(len(form))
    return {
        key: "".join(chr(CODED + length) for length in sorted(them, reverse=True))
        for key, them in sorted(found.items())
    }


def _head(form: str) -> str:
    """Return what a form is indexed by from its beginning; nothing where it is found without."""
    word = RUN.match(form)
    if word is not None:
        return "" if word.group() == form else word.group()
    return form[:INDEXED] if len(form) >= INDEXED else ""


def _tail(form: str) -> str:
    """Return what a form is indexed by from its end; nothing where it is found without."""
    word = next((match for match in RUN.finditer(form) if match.end() == len(form)), None)
    if word is not None:
        return "" if word.group() == form else word.group()
    return form[-INDEXED:] if len(form) >= INDEXED else ""
