"""The inverse of Babel's dates: read a text with a locale's machine, and print what was read."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from typing import TypeAlias

from ..values import Period
from .babel import Element, Format, Printed
from .fields import Side, filled, make, sides
from .machine import LOOSE
from .walk import fields, walk

__all__ = ["readings"]

# What a text means, the format that prints it, and what the sides of the format state.
Reading: TypeAlias = "tuple[Period, Format, list[Side]]"


def readings(machine: Printed, text: str, key: str, century_from: int) -> list[Reading]:
    """Return every way to read the whole of `key`, the folded `text`, in the order of formats.

    Readings that pad numbers otherwise than their format count where no format has the shape of
    the text: a text that has one and is still no date (a month 13) stays none.
    """
    walked = walk(machine.root, key, 0, machine.names.at)
    whole = [(fields(each[2]), each[1]) for each in walked if each[0] == len(key)]
    exact = [each for each in whole if (LOOSE, 0) not in each[0]]
    found: list[Reading] = []
    for captured, forms in exact or whole:
        found.extend(_values(captured, forms, century_from, found))
    if len({period.edtf for period, _, _ in found}) < 2:
        return found
    found.sort(key=lambda each: (machine.rank[each[1]], each[0].edtf))
    return [each for each in found if _spell(machine, each[1], each[2]) == text] or found


def _values(
    captured: list[tuple[str, int]],
    forms: tuple[Format, ...],
    century_from: int,
    found: list[Reading],
) -> Iterator[Reading]:
    """Yield the periods that one way through the machine stands for."""
    stated = sides(captured, century_from)
    if stated is None:
        return
    for form in forms:
        ordered = list(reversed(stated)) if form.swapped else stated
        if form.loses_end and _is_repeated(ordered):
            start = make(ordered[1:])
            if start is not None:
                yield Period.from_edtf(f"{start.edtf}/"), form, ordered
            continue
        same = next((each[0] for each in found if each[2] == ordered), None)
        whole = same or make(list(filled(*ordered)) if len(ordered) == 2 else ordered)
        if whole is not None:
            yield whole, form, ordered


def _is_repeated(found: list[Side]) -> bool:
    """Tell whether the two sides of an interval print the same date."""
    return len(found) == 2 and all(found[1].get(tag) == value for tag, value in found[0].items())


def _spell(machine: Printed, form: Format, found: list[Side]) -> str:
    """Print what was read as Babel prints it, without surrounding spaces."""
    whole = [*filled(*found)] if len(found) == 2 else found
    if form.loses_end:
        whole = whole[1:]
    parts = [
        "".join(_spell_element(machine, element, side) for element in piece)
        for piece, side in zip(form.pieces, reversed(whole) if form.swapped else whole, strict=True)
    ]
    between = form.joiner[1].join(parts)
    return f"{form.joiner[0]}{between}{form.joiner[2]}".strip()


def _spell_element(machine: Printed, element: Element, side: Side) -> str:
    if isinstance(element, str):
        return element
    letter, width = element
    tag = {"y": "Y", "L": "M", "q": "Q", "c": "E"}.get(letter, letter)
    if tag == "Y":
        return f"{side['Y']:0{width}}"[-2 if width == 2 else 0 :]
    if tag in "MdQ" and width < 3:
        return f"{side[tag]:0{width}}"
    if tag == "E":
        return machine.spelled[f"{letter}{max(3, width)}"][_weekday(side)]
    return machine.spelled[f"{letter}{max(3, width)}"][1 if tag == "G" else side[tag]]


def _weekday(side: Side) -> int:
    if {"Y", "M", "d"} <= side.keys():
        return calendar.weekday(side["Y"], side["M"], side["d"])
    return side["E"]
