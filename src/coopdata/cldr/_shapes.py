"""What each section of Babel's locale data must look like, so that a change of it is told at once.

Babel's data is not a public format: 2.19 put aliases where 2.18 had dictionaries. A section that is
not of the shape below is refused by name where it is read, once, and not by whatever happens to
fail on it later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

__all__ = ["is_read", "misfit"]


class _Shape(NamedTuple):
    """How many mappings deep a section is, and what stands at the bottom."""

    depth: int
    is_leaf: Callable[[Any], bool]
    leaf: str


def _is_text(node: Any) -> bool:
    return isinstance(node, str)


def _is_pattern(node: Any) -> bool:
    return isinstance(node, str) or isinstance(getattr(node, "pattern", None), str)


def _is_rule(node: Any) -> bool:
    return callable(node) and isinstance(getattr(node, "tags", None), frozenset | set)


def _is_interval(node: Any) -> bool:
    """Tell whether a node is the fallback, or the pieces of a pattern by the field that differs."""
    return _is_text(node) or (
        isinstance(node, dict)
        and all(isinstance(each, list) and all(map(_is_text, each)) for each in node.values())
    )


def _is_joint(node: Any) -> bool:
    """Tell whether a node is a pattern, or patterns by grammatical case and number."""
    return _is_text(node) or (isinstance(node, dict) and all(map(_is_text, node.values())))


def _texts(depth: int) -> _Shape:
    return _Shape(depth, _is_text, "texts")


def _patterns(depth: int) -> _Shape:
    return _Shape(depth, _is_pattern, "patterns")


_SHAPES: Final[Mapping[str, _Shape]] = {
    "plural_form": _Shape(0, _is_rule, "a plural rule"),
    "default_numbering_system": _texts(0),
    "numbering_systems": _texts(1),
    "number_symbols": _texts(2),
    "decimal_formats": _patterns(1),
    "scientific_formats": _patterns(1),
    "percent_formats": _patterns(1),
    "currency_formats": _patterns(1),
    "compact_decimal_formats": _patterns(3),
    "compact_currency_formats": _patterns(3),
    "currency_unit_patterns": _texts(1),
    "currency_names": _texts(1),
    "currency_names_plural": _texts(2),
    "currency_symbols": _texts(1),
    "unit_patterns": _texts(3),
    "unit_display_names": _texts(2),
    "compound_unit_patterns": _Shape(3, _is_joint, "patterns"),
    "list_patterns": _texts(2),
    "territories": _texts(1),
    "languages": _texts(1),
    "scripts": _texts(1),
    "variants": _texts(1),
    "months": _texts(3),
    "days": _texts(3),
    "quarters": _texts(3),
    "eras": _texts(2),
    "date_formats": _patterns(1),
    "datetime_skeletons": _patterns(1),
    "interval_formats": _Shape(1, _is_interval, "patterns"),
}


def is_read(section: str) -> bool:
    """Tell whether coopdata reads a section, so that every Babel must have it."""
    return section in _SHAPES


def misfit(section: str, node: Any) -> str:
    """Return what is wrong with a section, aliases resolved; nothing where nothing is."""
    shape = _SHAPES.get(section)
    if shape is None or _fits(node, shape.depth, shape.is_leaf):
        return ""
    levels = f"{shape.leaf}, {shape.depth} mapping(s) deep," if shape.depth else shape.leaf
    return f"the section {section!r}, where {levels} is expected,"


def _fits(node: Any, depth: int, is_leaf: Callable[[Any], bool]) -> bool:
    if not depth:
        return is_leaf(node)
    if depth == 1:
        return isinstance(node, dict) and all(map(is_leaf, node.values()))
    return isinstance(node, dict) and all(_fits(each, depth - 1, is_leaf) for each in node.values())
