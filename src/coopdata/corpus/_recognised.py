"""The parties that a text names: those that are known, and new ones made of the name alone."""

from __future__ import annotations

from collections.abc import Sequence

from .._names.known import KnownNames
from ..cldr import locale_id
from ..model import NameMention, Party
from ..values import Span

__all__ = ["recognised"]


def recognised(
    text: str, locale: str, parties: Sequence[Party]
) -> tuple[tuple[NameMention, ...], tuple[Party, ...]]:
    """Return where parties are named, in text order, and the parties that were not known."""
    known = KnownNames((name, one.id) for one in parties for name in one.all_names)
    language = locale_id(locale).partition("_")[0]
    names = tuple(
        NameMention(span=Span(start=start, end=end), party=ids[0])
        for start, end, ids in known.find(text, language)
        if len(ids) == 1
    )
    return names, ()
