"""A view: what is shown of a record, in the words of a reader, before it is HTML or anything else.

Every record becomes one of these (`_views`), and every form is drawn from it: HTML, Markdown, plain
text, and rich's renderables.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from attrs import field, frozen

from .._fixed import Record
from .._viewed import Viewed

__all__ = ["Piece", "Quote", "View"]


class Piece(NamedTuple):
    """A stretch of a text; marked where it has a note."""

    words: str
    note: str | None = None


class Quote(NamedTuple):
    """Words of an article, and the words of the reader's language around them."""

    words: str
    pattern: str
    article: str


@frozen(kw_only=True)
class View(Viewed, Record):
    """What is shown of a record; a notebook shows it as it would show the record itself.

    Attributes:
        name: What it is a view of, as the class of its element in HTML.
        title: The line above everything; a value alone is its title and nothing else.
        exact: What the title is as a text that reads back; only of a value.
        about: What stands beneath the title: a source, the message of an error.
        fields: Labels and what stands under them.
        head: The headings of a table.
        rows: Its rows.
        more: How many rows were left out.
        pieces: A text in pieces, each mention one.
        language: The language of that text (BCP 47).
        quotes: The words that are cited.
    """

    name: str
    title: str
    exact: str = ""
    about: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    more: int = 0
    pieces: tuple[Piece, ...] = field(default=(), repr=lambda them: f"<{len(them)} pieces>")
    language: str = ""
    quotes: tuple[Quote, ...] = ()

    def html(self) -> str:
        """Return an element of HTML: no script, no style sheet, nothing from elsewhere."""
        from ._html import html_of

        return html_of(self)

    def markdown(self) -> str:
        """Return Markdown in which the record's own words are never markup."""
        from ._markdown import markdown_of

        return markdown_of(self)

    def plain(self) -> str:
        """Return plain text, every control character as its escape."""
        from ._plain import plain_of

        return plain_of(self)

    def rich(self) -> Any:
        """Return what rich prints (extra: ``rich``)."""
        from ._rich import rich_of

        return rich_of(self)

    def bundle(self) -> dict[str, str]:
        """Return what a notebook chooses from: HTML, Markdown and plain text by MIME type."""
        return {
            "text/html": self.html(),
            "text/markdown": self.markdown(),
            "text/plain": self.plain(),
        }
