"""A stretch of text."""

from __future__ import annotations

from attrs import field, frozen

from ..errors import InvalidValueError
from .held import Held

__all__ = ["Span"]


@frozen(kw_only=True, order=True)
class Span(Held):
    """A half-open stretch of a text, `[start, end)`, counted in code points."""

    start: int = field()
    end: int = field()

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidValueError((self.start, self.end), "a span runs forward from 0")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end
