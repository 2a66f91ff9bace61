"""Turn `seeds/names/declension.toml` round: from the endings of forms to those of nominatives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

__all__ = ["compile_declension"]

_LEAST: Final = 2
_NONE: Final = "-"
_ADJECTIVE: Final = "adjective"

#: nominative ending, case, letters that must be left, kind of syllable before it
Row = tuple[str, str, str, str]


def compile_declension(tree: Mapping[str, Any]) -> dict[str, dict[str, list[list[str]]]]:
    """Return language → ending → what it may be the ending of."""
    made: dict[str, dict[str, list[list[str]]]] = {}
    for language, table in tree.items():
        endings = made.setdefault(language, {})
        for ending, row in _rows(table):
            entries = endings.setdefault(ending, [])
            if list(row) not in entries:
                entries.append(list(row))
    return made


def _rows(table: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    least = str(table.get("least", _LEAST))
    cases = table.get("cases", ())
    for nominative, forms in table.get("rows", {}).items():
        for case, listed in zip(cases, forms, strict=True):
            for form in listed.split():
                yield form.replace(_NONE, ""), (nominative, case, least, "")
    for nominative, forms in table.get("genders", {}).items():
        for form in forms.split():
            yield form, (nominative, _ADJECTIVE, least, "")
    for kind, closed in (("suffixes", ""), ("closed", "closed"), ("open", "open")):
        for case, listed in table.get(kind, {}).items():
            for form in listed.split():
                yield form, ("", case, least, closed)
