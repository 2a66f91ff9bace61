"""Pack a table of words as it is shipped: forms by class and payload, and an index of lengths."""

from __future__ import annotations

from typing import Any

from .._lexicon.dictionary import RUN, head, lengths, tail

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
        "starts": lengths(table, head),
        "ends": lengths(table, tail),
        "first_signs": sorted({form[0] for form in table if not RUN.match(form[0])}),
        "last_signs": sorted({form[-1] for form in table if not RUN.match(form[-1])}),
    }
