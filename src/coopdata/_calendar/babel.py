"""Babel's date patterns and name tables of one locale, turned into a machine."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections import OrderedDict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from babel.dates import tokenize_pattern

from ..cldr import LocaleData, fold
from ..cldr import data as locale_data
from .machine import Names, Node

__all__ = ["Element", "Format", "Printed", "date_key", "flat", "printed", "zeros"]

_LENGTHS: Final = ("short", "medium", "long", "full")
_WIDTHS: Final = {3: "abbreviated", 4: "wide", 5: "narrow", 6: "short"}
_CONTEXTS: Final = {"M": "format", "L": "stand-alone", "Q": "format", "q": "stand-alone"}
# Skeletons of these fields alone are dates; with others they tell the time or number weeks.
_DATE_FIELDS: Final = frozenset("GyMLQqdEc")
_KEPT: Final = 96
_FOREIGN_DIGIT: Final = re.compile(r"[^\D0-9]").search

# One element of a pattern: a literal, or a field's letter and how often it stands.
Element = str | tuple[str, int]


class Format(NamedTuple):
    """One way in which Babel prints a date or an interval.

    Attributes:
        pieces: The elements of each side.
        joiner: What stands between the sides, and after them, in the fallback pattern.
        swapped: Whether the fallback pattern prints the end first.
        loses_end: Whether the pattern prints the start alone, twice (a defect of CLDR's data).
    """

    pieces: tuple[tuple[Element, ...], ...]
    joiner: tuple[str, str, str] = ("", "", "")
    swapped: bool = False
    loses_end: bool = False


class Printed(NamedTuple):
    """A locale's dates, turned round.

    Attributes:
        root: The machine's first node.
        names: The names by their folded texts.
        spelled: The names as Babel prints them, by kind and value.
        rank: The order of the formats.
        zeros: The zeros of the numbering systems, but ASCII's, whose digits stand in names.
    """

    root: Node
    names: Names
    spelled: dict[str, dict[int, str]]
    rank: dict[Format, int]
    zeros: frozenset[int]


class _Kept:
    """The machines last used; at most `_KEPT`, each built once however many threads ask."""

    def __init__(self) -> None:
        self.machines: OrderedDict[str, Printed] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, locale: str) -> Printed:
        found = self.machines.get(locale)
        if found is None:
            with self.lock:
                found = self.machines.get(locale)
                if found is None:
                    found = self.machines[locale] = _build(locale_data(locale))
                while len(self.machines) > _KEPT:
                    self.machines.popitem(last=False)
        return found


_MACHINES: Final = _Kept()


def printed(locale: str) -> Printed:
    """Return the machine of a canonical locale id."""
    return _MACHINES.get(locale)


@lru_cache(maxsize=2048)
def _elements(pattern: str) -> tuple[Element, ...]:
    return tuple(value for _, value in tokenize_pattern(pattern))


def _build(data: LocaleData) -> Printed:
    root = Node()
    spelled: dict[str, dict[int, str]] = {}
    rank = {form: number for number, form in enumerate(dict.fromkeys(_formats(data)))}
    for form in rank:
        _add(root, form, data, spelled)
    table: dict[str, dict[str, tuple[int, ...]]] = {}
    for kind, names in spelled.items():
        for value, name in names.items():
            entry = table.setdefault(date_key(name), {})
            entry[kind] = (*entry.get(kind, ()), value)
    in_names = "".join(name for names in spelled.values() for name in names.values())
    return Printed(root, Names(table), spelled, rank, frozenset(zeros(in_names) - {ord("0")}))


def zeros(text: str) -> set[int]:
    """Return the code points of zero in the numbering systems that `text` uses."""
    if _FOREIGN_DIGIT(text) is None:
        return {ord("0")}
    return {ord(char) - unicodedata.decimal(char) for char in text if char.isdecimal()}


def _formats(data: LocaleData) -> Iterator[Format]:
    """Yield every way in which Babel prints a date, best known first."""
    medium = _elements(data.tree("date_formats", "medium").pattern)
    for length in _LENGTHS:
        yield Format((_elements(data.tree("date_formats", length).pattern),))
    skeletons = {
        name: _elements(pattern.pattern)
        for name, pattern in data.items_at("datetime_skeletons")
        if set(name) <= _DATE_FIELDS and set(name) & set("yMd")
    }
    for name in sorted(skeletons):
        yield Format((skeletons[name],))
    fallback = data.tree("interval_formats").get(None, "{0}-{1}")
    without: set[tuple[Element, ...]] = {medium}
    for name, by_field in data.items_at("interval_formats"):
        if name is None or not set(name) <= _DATE_FIELDS:
            continue
        patterns = dict(by_field)
        if "G" in patterns:  # Babel raises NotImplementedError for these
            continue
        for field in ("y", "M", "d"):
            if field in patterns:
                pieces = tuple(_elements(piece) for piece in patterns[field][:2])
                yield Format(pieces, loses_end=len(pieces) < 2)
            elif field in name and name in skeletons:
                without.add(skeletons[name])
    yield from (_fallback(fallback, pattern) for pattern in sorted(without, key=repr))


def _fallback(pattern: str, elements: tuple[Element, ...]) -> Format:
    swapped = pattern.index("{1}") < pattern.index("{0}")
    before, _, rest = pattern.partition("{1}" if swapped else "{0}")
    between, _, after = rest.partition("{0}" if swapped else "{1}")
    return Format((elements, elements), (before, between, after), swapped)


def date_key(text: str) -> str:
    """Fold a text; a final sigma is a sigma, as it is in capitals, and capitals compose anew."""
    key = fold(text)
    return key if key.isascii() else unicodedata.normalize("NFC", key.replace("ς", "σ"))


def flat(form: Format) -> Iterator[Element]:
    """Yield the elements of both sides with what stands around them."""
    yield form.joiner[0]
    for number, piece in enumerate(form.pieces):
        if number:
            yield ("|", 1)
            yield form.joiner[1]
        yield from piece
    yield form.joiner[2]


def _add(root: Node, form: Format, data: LocaleData, spelled: dict[str, dict[int, str]]) -> None:
    """Add one format to the machine."""
    node = root
    elements = [each for each in flat(form) if each]
    seen: set[str] = set()
    for number, element in enumerate(elements):
        if isinstance(element, str):
            text = date_key(element)
            text = text.lstrip() if number == 0 else text
            text = text.rstrip() if number == len(elements) - 1 else text
            node = node.literal(text) if text else node
            continue
        letter, width = element
        if form.loses_end and letter in seen:
            node = node.implies("|", 0)
            seen.clear()
        seen.add("M" if letter == "L" else letter)
        follower = elements[number + 1] if number + 1 < len(elements) else ""
        node = _field(node, letter, width, _is_number(follower), data, spelled)
    node.final = (*(node.final or ()), form)


def _is_number(element: Element) -> bool:
    return not isinstance(element, str) and element[0] in "yYMLdQq" and element[1] < 3


def _field(
    node: Node,
    letter: str,
    width: int,
    splits: bool,
    data: LocaleData,
    spelled: dict[str, dict[int, str]],
) -> Node:
    """Return the node behind one field."""
    if letter == "|":
        return node.implies("|", 0)
    if letter in "yY":  # Y, the year of the week, stands in a few locales by mistake
        return (
            node.number("y", 2, 2, strict=False, splits=splits)
            if width == 2
            else node.number("Y", max(4, width), max(4, width), strict=False, splits=splits)
        )
    tag = {"L": "M", "q": "Q", "c": "E"}.get(letter, letter)
    if tag == "d" or (tag in "MQ" and width < 3):
        return node.number(tag, width, max(width, 2), strict=True, splits=splits)
    width = max(3, width)
    kind = f"{letter}{width}"
    if kind not in spelled:
        spelled[kind] = _spelled(letter, width, data)
    return node.name(kind, "" if letter == "G" else tag)


def _spelled(letter: str, width: int, data: LocaleData) -> dict[int, str]:
    """Return the names that Babel prints for a field, by value."""
    if letter == "G":
        return {1: dict(data.items_at("eras", _WIDTHS[width]))[1]}
    section = {"M": "months", "L": "months", "Q": "quarters", "q": "quarters"}.get(letter, "days")
    context = _CONTEXTS.get(letter, "stand-alone" if letter == "c" else "format")
    return {value: name for value, name in data.items_at(section, context, _WIDTHS[width]) if name}
