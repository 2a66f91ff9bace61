"""What each record shows of itself: one function for each kind of record.

What is quoted is as written; labels, values and statements are in the locale of the reader (a
notebook cannot name one, and gets English).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from typing import Final

from .. import formatting
from .._printing.labels import called
from ..dataset import Dataset
from ..errors import CoopdataError, SeedError, UnreadableTextError, shortened, shown
from ..model import Article, Citation, Fact, Mention, Mentions, NameMention, Party
from ..query import Derived, FactList
from ..values import Measure, Period
from ._cite import source_of
from ._show import (
    ARTICLES,
    HEADINGS,
    articles_cells,
    cells,
    headings,
    mention_kind,
    mention_value,
    value_text,
)
from ._statements import home_of, language_of, name_in, said
from ._view import Piece, Quote, View

__all__ = ["view"]

_MOST: Final = 50  # rows of a table
_AROUND: Final = 60  # characters of a text on either side of where it could not be read
_FIELDS: Final = ("kind", "status", "value", "period", "horizon", "parties", "place", "said_by")


@singledispatch
def view(value: object, *, locale: str = "en") -> View:
    """Return what is shown of a record in a locale.

    Args:
        value: A dataset, an article, a fact or a list of facts, a party, a citation, a mention or a
            list of them, a measure, a period, a value computed from facts, an error of coopdata.
        locale: In which labels, values and statements are printed. Quotes are as written, and so
            are the messages of errors, which are in English.

    Raises:
        TypeError: There is no view of such a thing.
        UnknownLocaleError: Babel has no such locale.

    Examples:
        >>> print(view(Measure.at_least("28000000", "USD"), locale="de").plain())
        mindestens 28.000.000 US-Dollar
    """
    raise TypeError(f"coopdata has no view of {shown(value)}")


@view.register(Measure)
def _measure(value: Measure, *, locale: str = "en") -> View:
    return View(name="measure", title=value_text(value, locale), exact=str(value))


@view.register(Period)
def _period(value: Period, *, locale: str = "en") -> View:
    return View(name="period", title=value_text(value, locale), exact=str(value))


@view.register(View)
def _view(value: View, *, locale: str = "en") -> View:
    return value


@view.register(Derived)
def _derived(value: Derived, *, locale: str = "en") -> View:
    basis = formatting.label("basis", "derived", locale=locale)
    (facts,) = headings(["facts"], locale)
    ids = ", ".join(one.id for one in value.facts)
    return View(
        name="derived",
        title=value_text(value.measure, locale),
        fields=_filled((basis, value.rule), (facts, ids)),
        quotes=_quotes(value.citations, locale),
    )


@view.register(Citation)
def _citation(one: Citation, *, locale: str = "en") -> View:
    return View(
        name="citation",
        title=_characters(one, locale),
        fields=_filled((headings(["article"], locale)[0], one.article_id)),
        quotes=_quotes([one], locale),
    )


@view.register(Party)
def _party(one: Party, *, locale: str = "en") -> View:
    language, (kind, words, place) = (
        language_of(locale),
        headings(["kind", "words", "place"], locale),
    )
    name = one.name(language)
    others = ", ".join(other for other in one.all_names if other != name)
    where = getattr(one, "region", "") or getattr(one, "country", "")
    links = (
        (formatting.label("link", link.kind, locale=locale), _link(link.party, link.title))
        for link in one.links
    )
    what = formatting.label("party", one.kind, locale=locale)
    return View(
        name="party",
        title=f"{name} ({one.id})",
        fields=_filled((kind, what), (words, others), (place, where), *links),
        quotes=_quotes(one.citations, locale),
    )


def _link(party: str, title: str) -> str:
    return f"{party} ({title})" if title else party


@view.register(Mention)
def _mention(one: Mention, *, locale: str = "en") -> View:
    kind, change, why = headings(["kind", "change", "why"], locale)
    return View(
        name="mention",
        title=value_text(one.value, locale),
        fields=_filled(
            (kind, mention_kind(one, locale)),
            (change, one.change and formatting.label("change", one.change, locale=locale)),
            (change, one.mod),
            (why, one.why),
            (headings(["characters"], locale)[0], f"{one.span.start}–{one.span.end}"),
        ),
    )


@view.register(NameMention)
def _name(one: NameMention, *, locale: str = "en") -> View:
    kind, why, characters = headings(["kind", "why", "characters"], locale)
    return View(
        name="mention",
        title=mention_value(one, locale),
        fields=_filled(
            (kind, mention_kind(one, locale)),
            (why, one.why),
            (characters, f"{one.span.start}–{one.span.end}"),
        ),
    )


@view.register(Mentions)
def _mentions(them: Mentions[Mention | NameMention], *, locale: str = "en") -> View:
    (count,) = headings(["mentions"], locale)
    return View(
        name="mentions",
        title=f"{count}: {len(them)}",
        pieces=tuple(_pieces(them.text, them, locale)),
        language=them.locale.replace("_", "-"),
    )


def _pieces(text: str, mentions: Iterable[Mention | NameMention], locale: str) -> Iterator[Piece]:
    """Yield a text in pieces, each mention one of them, with what is read there."""
    at = 0
    for one in mentions:
        kind = mention_kind(one, locale)
        value = mention_value(one, locale)
        yield Piece(text[at : one.span.start])
        yield Piece(one.span.of(text), f"{kind}: {value}" if kind else value)
        at = one.span.end
    yield Piece(text[at:])


@view.register(Fact)
def _fact(one: Fact, *, locale: str = "en") -> View:
    language, home = language_of(locale), home_of(one)
    own = home.terms
    roles = (
        (name_in(home, part.party, language), called("role", part.role, locale=locale, terms=own))
        for part in one.parties
    )
    values = (
        called("fact", one.kind, locale=locale, terms=own),
        formatting.label("status", one.status, locale=locale),
        value_text(one.measure, locale),
        value_text(one.period, locale),
        value_text(one.horizon, locale),
        ", ".join(f"{name} ({role})" for name, role in roles),
        name_in(home, one.place, language) if one.place else "",
        name_in(home, one.said_by, language) if one.said_by else "",
    )
    stated = one.basis.kind == "stated"
    basis = formatting.label("basis", one.basis.kind, locale=locale)
    (label, base) = headings(["fact", "basis"], locale)
    return View(
        name="fact",
        title=said(one, locale=locale),
        fields=_filled(
            (label, one.id),
            *zip(headings(_FIELDS, locale), values, strict=True),
            (base, "" if stated else f"{basis}: {one.basis.rule}"),
        ),
        quotes=_quotes(one.citations, locale),
    )


@view.register(FactList)
def _facts(them: FactList, *, locale: str = "en") -> View:
    (count,) = headings(["facts"], locale)
    return View(
        name="facts",
        title=f"{count}: {len(them)}",
        head=headings(HEADINGS, locale),
        rows=tuple(cells(one, locale) for one in them[:_MOST]),
        more=max(0, len(them) - _MOST),
    )


@view.register(Article)
def _article(one: Article, *, locale: str = "en") -> View:
    return View(
        name="article",
        title=one.title or one.id,
        about=source_of(one, locale=locale),
        pieces=tuple(_pieces(one.text, one.mentions, locale)),
        language=one.language,
    )


@view.register(Dataset)
def _dataset(one: Dataset, *, locale: str = "en") -> View:
    parties, facts = headings(["parties", "facts"], locale)
    rows = articles_cells(one, locale)
    return View(
        name="dataset",
        title=f"coopdata · {parties}: {len(one.parties)} · {facts}: {len(one.facts)}",
        head=headings(ARTICLES, locale),
        rows=tuple(rows[:_MOST]),
        more=max(0, len(rows) - _MOST),
    )


@view.register(CoopdataError)
def _error(err: CoopdataError, *, locale: str = "en") -> View:
    """Return the message, which has the remedy, and each field that it is made of."""
    held = [name for name in vars(err) if not name.startswith("_")]
    held += ["nearest"] if "_nearest" in vars(err) else []
    hidden = ("problems",) if isinstance(err, SeedError) else ()  # the message lists them
    return View(
        name="error",
        title=type(err).__name__,
        about=str(err),
        fields=_filled(
            *((name, _held(getattr(err, name), locale)) for name in held if name not in hidden)
        ),
        pieces=_unread(err) if isinstance(err, UnreadableTextError) else (),
    )


def _held(value: object, locale: str) -> str:
    """Return what a field of an error holds."""
    if isinstance(value, tuple):
        return shortened(", ".join(_held(one, locale) for one in value[:_MOST]))
    if isinstance(value, Measure | Period):
        return value_text(value, locale)
    return shown(value)


def _unread(err: UnreadableTextError) -> tuple[Piece, ...]:
    """Return the text around the place where it could not be read, and that place marked."""
    text, at = err.text, max(0, min(err.position, len(err.text)))
    before, after = text[max(0, at - _AROUND) : at], text[at + 1 : at + _AROUND]
    more = ("…" if at > _AROUND else "", "…" if at + _AROUND < len(text) else "")
    return (
        Piece(more[0] + before),
        Piece(text[at : at + 1] or "␃", err.expected),
        Piece(after + more[1]),
    )


# -- parts ----------------------------------------------------------------------------------------


def _filled(*fields: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in fields if value)


def _quotes(citations: Sequence[Citation], locale: str) -> tuple[Quote, ...]:
    pattern = formatting.label("view", "quote", locale=locale)
    return tuple(Quote(one.quote, pattern, one.article_id) for one in citations)


def _characters(one: Citation, locale: str) -> str:
    place = formatting.label("view", "characters", locale=locale)
    return place.format(start=one.start, end=one.end)
