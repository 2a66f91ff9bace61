"""Shapes of printed texts, and which of them a text has: rows of literals, numbers and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, Final, NamedTuple, TypeAlias

__all__ = ["Element", "Fields", "Index", "Shape"]

Fields = dict[str, Any]

_ANY: Final = ""
_RUNS: Final = re.compile(r"[0-9]+").findall

# First and last character, and the number of runs of digits.
_Outline: TypeAlias = "tuple[str, str, int | None]"


class Element(NamedTuple):
    """One part of a shape.

    Exactly one of: a literal `text`; a `field` whose value is a run of digits; a `field` whose
    value is looked up in `names`; the field ``inner``, which is a text of its own.
    """

    text: str = ""
    field: str = ""
    names: tuple[tuple[str, int], ...] = ()


class Shape(NamedTuple):
    """A row of elements, the precision that it states, and fields that it states by itself."""

    precision: str
    elements: tuple[Element, ...]
    fixed: tuple[tuple[str, int], ...] = ()


# Shapes of one outline, by the longest literal in them.
_ByLiteral: TypeAlias = dict[str, list[tuple[str, Shape]]]
_NO_SHAPES: Final[_ByLiteral] = {}


class Index:
    """All shapes of one locale, found by the outlines of a text.

    The outline is the first and the last character of a text, and how many runs of digits it has.
    Of the shapes with that outline, those count whose longest literal stands in the text.
    """

    __slots__ = ("_shapes",)

    def __init__(self, found: Iterable[tuple[str, Shape]]) -> None:
        self._shapes: dict[_Outline, _ByLiteral] = {}
        for kind, shape in dict.fromkeys(found):
            runs = _runs(shape)
            literal = max((element.text for element in shape.elements), key=len)
            firsts, lasts = _edges(shape.elements[0], 0), _edges(shape.elements[-1], -1)
            for first, last in product(firsts, lasts):
                known = self._shapes.setdefault((first, last, runs), {})
                known.setdefault(literal, []).append((kind, shape))

    def all(self) -> Iterator[Shape]:
        """Yield every shape."""
        seen = (pair for known in self._shapes.values() for each in known.values() for pair in each)
        yield from dict.fromkeys(shape for _, shape in seen)

    def fitting(self, text: str) -> Iterator[tuple[str, Shape, Fields]]:
        """Yield what kind of shapes the text has, with the fields that they find in it."""
        first, last = ("0" if "0" <= text[at] <= "9" else text[at] for at in (0, -1))
        counted = len(_RUNS(text))
        for runs in (counted, None):
            for outline in ((first, last, runs), (first, _ANY, runs), (_ANY, last, runs)):
                for literal, known in self._shapes.get(outline, _NO_SHAPES).items():
                    for kind, shape in known if literal in text else ():
                        for fields in fits(shape, text):
                            yield kind, shape, fields


def _runs(shape: Shape) -> int | None:
    """Return how many runs of digits a text of this shape has; `None` where that may differ."""
    runs, was_number = 0, False
    for element in shape.elements:
        texts = [name for name, _ in element.names] or [element.text]
        is_number = bool(element.field) and not element.names
        if element.field == "inner" or (is_number and was_number) or any(map(_RUNS, texts)):
            return None
        runs, was_number = runs + is_number, is_number or (was_number and "" in texts)
    return runs


def _edges(element: Element, at: int) -> set[str]:
    """Return the characters that a text may have at one end, where this element stands there."""
    if element.field == "inner":
        return {_ANY}
    texts = [name for name, _ in element.names] or [element.text or "0"]
    if element.field and not element.names:
        return {"0"}
    return {"0" if "0" <= text[at] <= "9" else text[at] for text in texts if text}


# Matching ----------------------------------------------------------------------------------------


def fits(shape: Shape, text: str) -> Iterator[Fields]:
    """Yield the fields of every way in which the whole of `text` has the shape."""
    for found in _fitting(shape.elements, 0, text, 0):
        yield {**found, **dict(shape.fixed)}


def _fitting(elements: tuple[Element, ...], nth: int, text: str, pos: int) -> Iterator[Fields]:
    if nth == len(elements):
        if pos == len(text):
            yield {}
        return
    element = elements[nth]
    if element.field == "inner" and nth == len(elements) - 1:
        if pos < len(text):
            yield {"inner": text[pos:]}
        return
    for value, end in _values(element, text, pos):
        for rest in _fitting(elements, nth + 1, text, end):
            if element.field and rest.get(element.field, value) == value:
                yield {**rest, element.field: value}
            elif not element.field:
                yield rest


def _values(element: Element, text: str, pos: int) -> Iterator[tuple[Any, int]]:
    if element.field == "inner":
        for end in range(len(text), pos, -1):
            yield text[pos:end], end
    elif element.names:
        for name, value in element.names:
            if text.startswith(name, pos):
                yield value, pos + len(name)
    elif element.field:
        end = pos
        while end < len(text) and end - pos < 4 and "0" <= text[end] <= "9":
            end += 1
        if end > pos:
            yield int(text[pos:end]), end
    elif text.startswith(element.text, pos):
        yield None, pos + len(element.text)
