"""Which texts may be printed periods, told by their first and last word; see `_printable`.

"За 10 месяцев 2016 года" begins and ends with words with which neither Babel nor `formatting`
begins or ends a date ("2016 г."), and need not be held against their patterns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from .._text.fold import prepared
from .._text.words import first_word, last_word
from .babel import Printed, flat, printed
from .shapes import shapes

__all__ = ["may_be_printed"]

#: A pattern: for each part the texts that may stand there.
_Row = tuple[tuple[str, ...], ...]
_DIGITS: Final = ("0",)
#: How the EDTF writes what is not known; `formatting` prints it so where it has no words.
_UNKNOWN: Final = frozenset("x")


class _Ends(NamedTuple):
    """The words with which the printed periods of a locale begin and end."""

    first: frozenset[str]
    last: frozenset[str]


def may_be_printed(low: str, locale: str) -> bool:
    """Tell whether Babel or `formatting` may print a period so.

    Args:
        low: What `prepared` makes of the text without the spaces around it.
        locale: A canonical locale id.
    """
    ends = _ends(locale)
    last = last_word(low)
    if last and last not in ends.last and not _UNKNOWN.issuperset(last):
        return False
    first = first_word(low)
    return not first or first in ends.first or _UNKNOWN.issuperset(first)


# The ends of a locale's patterns -----------------------------------------------------------------


@lru_cache(maxsize=32)
def _ends(locale: str) -> _Ends:
    rows = dict.fromkeys((*_of_babel(printed(locale)), *_of_formatting(locale)))
    mirrored = [tuple(_turned(part) for part in reversed(row)) for row in rows]
    return _Ends(
        first=frozenset(first_word(text) for row in rows for text in _opened(row)),
        last=frozenset(last_word(text[::-1]) for row in mirrored for text in _opened(row)),
    )


def _turned(part: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text[::-1] for text in part)


def _opened(row: _Row) -> Iterator[str]:
    """Yield how texts of a pattern may open, as far as one word can go."""
    if not row:
        yield ""
        return
    for text in row[0]:
        if text.replace(".", "").isalpha() or not text:
            yield from (text + rest for rest in _opened(row[1:]))
        else:
            yield text


def _of_babel(machine: Printed) -> Iterator[_Row]:
    names = {kind: _low(each.values()) for kind, each in machine.spelled.items()}
    for form in machine.rank:
        parts = [
            (element,)
            if isinstance(element, str)
            else names.get(f"{element[0]}{max(3, element[1])}", _DIGITS)
            if element[1] > 2 or element[0] in "EcG"
            else _DIGITS
            for element in flat(form)
            if element != ("|", 1)
        ]
        yield _trimmed(parts)


def _of_formatting(locale: str) -> Iterator[_Row]:
    for shape in shapes(locale, "exact").all():
        yield _trimmed(
            [
                tuple(name for name, _ in element.names) or (element.text or _DIGITS[0],)
                for element in shape.elements
            ]
        )


def _trimmed(parts: list[tuple[str, ...]]) -> _Row:
    """Return the parts, folded, without what is empty or blank at both ends."""
    row = [_low(part) for part in parts if part != ("",)]
    while row and not "".join(row[0]).strip():
        del row[0]
    while row and not "".join(row[-1]).strip():
        del row[-1]
    if row:
        row[0] = tuple(text.lstrip() for text in row[0])
        row[-1] = tuple(text.rstrip() for text in row[-1])
    return tuple(row)


def _low(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(prepared("\0".join(texts)).split("\0")))
