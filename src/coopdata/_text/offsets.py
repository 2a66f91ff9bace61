"""Where a character stands as other programs count: UTF-16 code units, UTF-8 bytes."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["Counted", "Offsets"]

#: So many characters are counted at most for one answer; what is before them is known.
_BLOCK: Final = 256


class Counted(NamedTuple):
    """How much of a text stands before a character, in UTF-16 code units and in UTF-8 bytes."""

    utf16: int
    utf8: int


class Offsets:
    """What code points of one text are in other countings, asked in any order.

    Of the text is looked at what stands before the last place that was asked for, once.
    Half a surrogate pair, which no encoding has, is refused unless `errors` passes it; JavaScript
    counts it as one.

    Examples:
        >>> Offsets("🚜 5 т")(4)
        Counted(utf16=5, utf8=7)
    """

    __slots__ = ("_before", "_errors", "text")

    def __init__(self, text: str, errors: str = "strict") -> None:
        self.text: Final = text
        self._errors = errors
        self._before = [Counted(0, 0)]

    def __call__(self, at: int) -> Counted:
        """Return the place of the character at `at`.

        Raises:
            UnicodeEncodeError: half a surrogate pair stands before it.
        """
        if self.text.isascii():
            return Counted(at, at)
        block = at // _BLOCK
        while len(self._before) <= block:
            first = (len(self._before) - 1) * _BLOCK
            self._before.append(self._counted(self._before[-1], first, first + _BLOCK))
        return self._counted(self._before[block], block * _BLOCK, at)

    def _counted(self, before: Counted, first: int, last: int) -> Counted:
        passed = self.text[first:last]
        try:
            return Counted(
                before.utf16 + len(passed.encode("utf-16-le", self._errors)) // 2,
                before.utf8 + len(passed.encode("utf-8", self._errors)),
            )
        except UnicodeEncodeError as err:
            at = first + err.start, first + err.end
            raise UnicodeEncodeError(err.encoding, self.text, *at, err.reason) from None
