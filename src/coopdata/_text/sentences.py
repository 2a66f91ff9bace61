"""Where sentences end: only where it is plain, so that a run of them may be taken for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["sentence_around", "sentences"]

#: A sentence may end here: a stop after more than one letter or digit, a space, and then something
#: that can begin one. "28 млн. долларов" goes on in lower case, "г. Костанай" has one letter.
#: Scripts without spaces have stops of their own.
_END: Final = re.compile(
    r"(?:(?<=[^\W_]{2})|(?<=[\d)»”\"’%]))[.!?…]+[»”\"’)]*\s+(?=[^\W_a-zа-я]|[«“\"(])"
    r"|[。！？]+[」』”’）]*\s*"
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence, or the run of sentences, that a stretch stands in."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    for found in _END.finditer(text, first, last):
        if found.end() <= start:
            first = found.end()
        elif found.start() + 1 >= end:
            last = found.start() + len(found[0].rstrip())
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each sentence of a text, without the white space around it."""
    at = 0
    for line in text.splitlines(keepends=True):
        start = at
        at += len(line)
        ends = [found.end() for found in _END.finditer(text, start, at)]
        for end in (*ends, at):
            stretch = text[start:end]
            bare = stretch.strip()
            if bare:
                first = start + len(stretch) - len(stretch.lstrip())
                yield first, first + len(bare)
            start = end
