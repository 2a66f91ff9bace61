"""The list of what was found in a text, which knows the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn, SupportsIndex, TypeVar, overload

from .._viewed import Viewed
from ..errors import shown
from ._articles import Mention, NameMention

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

__all__ = ["Mentions"]

Found = TypeVar("Found", bound=Mention | NameMention, covariant=True)
_SHOWN = 3


class Mentions(Viewed, tuple[Found, ...]):
    """The tuple of the mentions of a text, in text order, with the text and its locale.

    It compares, hashes and unpacks like any tuple, and a slice of it has the same text. A notebook
    shows the text with its marks.

    Attributes:
        text: The text that the spans are of.
        locale: The locale that it was read in.

    Examples:
        >>> from coopdata import extract
        >>> found = extract.mentions("It sold 5 t in May 2017.", locale="en")
        >>> found
        <Mentions of 2: '5 t', 'May 2017'>
        >>> [one.kind for one in found], found[1].value
        (['quantity', 'period'], Period('2017-05'))
    """

    text: str
    locale: str

    def __new__(cls, found: Iterable[Found], *, text: str, locale: str) -> Mentions[Found]:
        made = super().__new__(cls, found)
        vars(made).update(text=text, locale=locale)
        return made

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a list of mentions cannot be changed; {name!r} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a list of mentions cannot be changed; {name!r} cannot be deleted")

    @overload
    def __getitem__(self, at: SupportsIndex) -> Found: ...
    @overload
    def __getitem__(self, at: slice) -> Mentions[Found]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Found | Mentions[Found]:
        if isinstance(at, slice):
            return Mentions(super().__getitem__(at), text=self.text, locale=self.locale)
        return super().__getitem__(at)

    def __repr__(self) -> str:
        words = [shown(one.span.of(self.text)) for one in self[:_SHOWN]]
        words += ["…"] * (len(self) > _SHOWN)
        return f"<Mentions of {len(self)}{': ' * bool(words)}{', '.join(words)}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _remade, (tuple(self), self.text, self.locale)

    def to_html(self, *, locale: str = "en", title: str = "") -> str:
        """Return a page of its own, every quantity and period marked; see `display.text_page`.

        Args:
            locale: In which the page is at first.
            title: What stands above the text.
        """
        from ..display import text_page

        language = self.locale.replace("_", "-")
        values = [one for one in self if isinstance(one, Mention)]
        return text_page(self.text, values, language=language, title=title, locale=locale)

    def to_jsonl(self) -> str:
        """Return JSON Lines, one for each mention, with the columns of `batch.MENTIONS`.

        Raises:
            InvalidValueError: there are names among the mentions; the columns are of values.

        Examples:
            >>> from coopdata import extract
            >>> line = extract.mentions("It sold 5 t.", locale="en").to_jsonl()
            >>> line[:60]
            '{"row": 0, "id": null, "start": 8, "end": 11, "start_utf16":'
        """
        from ..frames import to_jsonl

        return to_jsonl(self)

    def to_arrow(self) -> pa.Table:
        """Return a table of the schema `batch.MENTIONS` (extra: ``arrow``).

        Raises:
            InvalidValueError: there are names among the mentions; the columns are of values.
        """
        from ..frames import to_arrow

        return to_arrow(self)

    def to_pandas(self) -> pd.DataFrame:
        """Return the same table as a pandas frame (extra: ``pandas``)."""
        from ..frames import to_pandas

        return to_pandas(self)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Hand the mentions to any Arrow reader as one stream (extra: ``arrow``)."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)


def _remade(found: tuple[Any, ...], text: str, locale: str) -> Mentions[Any]:
    return Mentions(found, text=text, locale=locale)
