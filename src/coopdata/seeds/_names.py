"""Turn `seeds/names.toml`, the words that only accompany names, into `data/names.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._text.fold import fold

__all__ = ["compile_names"]

Table = Mapping[str, list[str]]


def compile_names(tree: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Return section → language → folded forms, longest first."""
    sections: dict[str, Table] = {
        f"places.{level}": table for level, table in tree["places"].items()
    }
    return {
        section: {
            language: sorted(
                {fold(form).rstrip(".") for form in forms}, key=lambda one: (-len(one), one)
            )
            for language, forms in table.items()
        }
        for section, table in sections.items()
    }
