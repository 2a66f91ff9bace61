"""Hypothesis strategies for everything that coopdata handles (extra: ``hypothesis``).

All of them are of valid records: what `datasets` draws, `Dataset` accepts. With hypothesis
installed beside coopdata, its entry point registers them, so that `st.from_type(Measure)` and
`@given(...)` with annotations work without an import from here.

Examples:
    >>> from hypothesis import find
    >>> find(measures(units=["USD"], relations=["at_least"]), lambda one: one.low > 3)
    Measure.at_least('4', 'USD')
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any, Final, get_args

from . import units as _units
from .dataset import Dataset
from .errors import MissingExtraError
from .model import (
    FACT_KINDS,
    MENTION_KINDS,
    ROLES,
    STATUSES,
    Article,
    Basis,
    Citation,
    Fact,
    Involvement,
    Mention,
    Name,
    NameMention,
    Organisation,
    Party,
    Person,
    Place,
    Product,
)
from .values import Measure, Period, Relation, Span

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError as err:
    raise MissingExtraError("coopdata.strategies", "hypothesis") from err

__all__ = [
    "articles",
    "citations",
    "datasets",
    "decimals",
    "facts",
    "locales",
    "measures",
    "mentions",
    "parties",
    "periods",
    "spans",
    "texts",
    "unit_names",
]

_LANGUAGES: Final = ("ru", "en", "be", "kk", "tr", "zh", "ko", "de")
_COUNTRIES: Final = ("BY", "CN", "KR", "KZ", "RU", "TR")
_RELATIONS: Final[tuple[Relation, ...]] = get_args(Relation)


# -- values -------------------------------------------------------------------------------------


def decimals(
    *,
    min_value: int = -(10**15),
    max_value: int = 10**15,
    places: int = 6,
) -> SearchStrategy[Decimal]:
    """Return exact, finite decimals: whole ones, and ones with up to `places` decimal places.

    Trailing zeros are kept as drawn, as a source may print them; there is no negative zero.
    """

    def scaled(whole_and_places: tuple[int, int]) -> Decimal:
        whole, shift = whole_and_places
        return Decimal(whole).scaleb(-shift)

    with_point = st.integers(0, places).flatmap(
        lambda shift: st.tuples(
            st.integers(min_value * 10**shift, max_value * 10**shift), st.just(shift)
        )
    )
    return st.one_of(st.integers(min_value, max_value).map(Decimal), with_point.map(scaled))


def unit_names(*, rates: bool = True) -> SearchStrategy[str]:
    """Return curated unit expressions: none, names, currencies and, with `rates`, two by ``/``."""
    named = st.sampled_from(sorted(_units.UNITS))
    money = st.sampled_from(sorted(_units.CURRENCIES))
    single = st.one_of(st.just(""), money, named)
    if not rates:
        return single
    time = st.sampled_from(("year", "month", "day", "hour"))
    return st.one_of(single, st.builds("{}/{}".format, money, time))


def measures(
    *,
    units: Sequence[str] | SearchStrategy[str] | None = None,
    relations: Sequence[Relation] = _RELATIONS,
    min_value: int = -(10**15),
    max_value: int = 10**15,
    places: int = 6,
) -> SearchStrategy[Measure]:
    """Return measures in the given units (any curated one by default) and wordings."""
    if units is None:
        units = unit_names()
    elif not isinstance(units, SearchStrategy):
        units = st.sampled_from(tuple(units))
    numbers = decimals(min_value=min_value, max_value=max_value, places=places)

    def of(relation: Relation) -> SearchStrategy[Measure]:
        if relation == "between":
            return st.tuples(numbers, numbers, units).map(
                lambda them: Measure.between(min(them[:2]), max(them[:2]), them[2])
            )
        make = getattr(Measure, relation)
        return st.builds(make, numbers, units)

    return st.sampled_from(tuple(relations)).flatmap(of)


def periods(
    *, min_year: int = 1, max_year: int = 9999, unknown: bool = True
) -> SearchStrategy[Period]:
    """Return periods of every precision; with `unknown`, open-ended and yearless ones too."""
    years = st.integers(min_year, max_year)
    days = st.dates(_date(min_year, 1, 1), _date(max_year, 12, 31)).map(Period.of)
    inner = (min_year // 10 + 1, max_year // 10 - 1)
    simple = [
        days,
        st.builds(Period.year, years),
        st.builds(Period.month, years, st.integers(1, 12)),
        st.builds(Period.quarter, years, st.integers(1, 4)),
        st.builds(Period.half, years, st.integers(1, 2)),
        st.builds(
            Period.season,
            st.integers(min_year, min(max_year, 9998)),
            st.sampled_from(("spring", "summer", "autumn", "winter")),
        ),
    ]
    if inner[0] <= inner[1]:
        simple.append(st.builds(lambda tens: Period.decade(10 * tens), st.integers(*inner)))
    if min_year // 100 + 2 <= max_year // 100:
        centuries = st.integers(min_year // 100 + 2, max_year // 100)
        simple.append(st.builds(Period.century, centuries))
    single = st.one_of(simple)
    found = [single, st.tuples(single, single).map(_ordered)]
    if unknown:
        yearless = st.dates(_date(2000, 1, 1), _date(2000, 12, 31))
        found += [
            st.builds(Period.since, single),
            st.builds(Period.until, single),
            yearless.map(lambda day: Period.from_edtf(f"XXXX-{day.month:02}-{day.day:02}")),
        ]
    return st.one_of(found)


def _date(year: int, month: int, day: int) -> Any:
    import datetime as dt

    return dt.date(year, month, day)


def _ordered(pair: tuple[Period, Period]) -> Period:
    first, last = pair
    assert first.start is not None
    assert last.end is not None
    if first.start > last.end:
        first, last = last, first
    return Period.between(first, last)


def texts(*, min_size: int = 1, max_size: int = 60) -> SearchStrategy[str]:
    """Return Unicode texts without lone surrogates, so that they can be written as UTF-8."""
    letters = st.characters(exclude_categories=["Cs"])
    return st.text(letters, min_size=min_size, max_size=max_size)


@st.composite
def spans(draw: DrawFn, text: str = "x" * 60) -> Span:
    """Return spans that cover at least one character of `text`."""
    start = draw(st.integers(0, len(text) - 1))
    return Span(start=start, end=draw(st.integers(start + 1, len(text))))


@cache
def _locale_ids() -> tuple[str, ...]:
    from .cldr import locale_ids

    return tuple(sorted(name for name in locale_ids() if name != "root"))


def locales(*, worded: bool = False) -> SearchStrategy[str]:
    """Return locale ids that Babel has; with `worded`, the eight that coopdata has words for."""
    return st.deferred(lambda: st.sampled_from(_LANGUAGES if worded else _locale_ids()))


# -- records ------------------------------------------------------------------------------------


def _ids(prefix: str) -> SearchStrategy[str]:
    return st.integers(0, 999).map(lambda number: f"{prefix}-{number}")


def _names() -> SearchStrategy[tuple[Name, ...]]:
    name = st.builds(Name, text=texts(max_size=12), language=st.sampled_from(_LANGUAGES))
    return st.lists(name, min_size=1, max_size=2).map(tuple)


@st.composite
def parties(draw: DrawFn) -> Party:
    """Return organisations, persons, places and products; they have no links."""
    kind = draw(st.sampled_from(("organisation", "person", "place", "product")))
    common: dict[str, Any] = {
        "id": draw(_ids(kind)),
        "names": draw(_names()),
        "aliases": tuple(draw(st.lists(texts(max_size=8), max_size=2))),
    }
    country = draw(st.sampled_from(("", *_COUNTRIES)))
    if kind == "organisation":
        return Organisation(
            country=country, legal_form=draw(st.sampled_from(("", "ООО"))), **common
        )
    if kind == "person":
        return Person(country=country, **common)
    if kind == "place":
        return Place(
            country=country, level=draw(st.sampled_from(("area", "town", "site"))), **common
        )
    return Product(level=draw(st.sampled_from(("brand", "model", "class"))), **common)


@st.composite
def mentions(draw: DrawFn, text: str = "x" * 60) -> Mention:
    """Return mentions of a measure or a period somewhere in `text`."""
    kind = draw(st.sampled_from(MENTION_KINDS))
    return Mention(
        span=draw(spans(text)),
        kind=kind,
        value=draw(periods()) if kind == "period" else draw(measures()),
        why=draw(st.sampled_from(("", "digits"))),
        change=draw(st.sampled_from((None, "increase", "decrease"))),
        mod=draw(st.sampled_from((None, "by", "early"))) if kind == "period" else None,
        minor=draw(st.booleans()),
    )


@st.composite
def citations(draw: DrawFn, article: Article) -> Citation:
    """Return citations of words that stand in `article`."""
    span = draw(spans(article.text))
    quote = span.of(article.text)
    return Citation(article_id=article.id, start=span.start, end=span.end, quote=quote)


@st.composite
def articles(draw: DrawFn, parties: Sequence[Party] = ()) -> Article:
    """Return articles whose mentions are in order and do not overlap; names are of `parties`."""
    text = draw(texts())
    cuts = draw(st.lists(st.integers(0, len(text)), unique=True, max_size=6).map(sorted))
    stretches = [Span(start=start, end=end) for start, end in pairwise(cuts)]
    found = tuple(_moved(draw(mentions(text)), span) for span in stretches[::2])
    known = [party.id for party in parties]
    places = [party.id for party in parties if isinstance(party, Place)]
    named = stretches[1::2] if known else []
    inferred = Basis(kind="inferred", rule="from the ministers in office")
    return Article(
        id=draw(_ids("article")),
        file=draw(st.sampled_from(("", "a.txt"))),
        language=draw(st.sampled_from(_LANGUAGES)),
        publisher=draw(texts(min_size=0, max_size=12)),
        title=draw(texts(min_size=0, max_size=12)),
        place=draw(st.sampled_from(("", *places))),
        published=draw(periods()),
        published_basis=draw(st.sampled_from((Basis(), inferred))),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        mentions=found,
        names=tuple(NameMention(span=span, party=draw(st.sampled_from(known))) for span in named),
    )


def _moved(mention: Mention, span: Span) -> Mention:
    from attrs import evolve

    return evolve(mention, span=span)


@st.composite
def facts(
    draw: DrawFn, articles: Sequence[Article] | None = None, parties: Sequence[Party] = ()
) -> Fact:
    """Return facts that cite `articles` (made up where none are given) and involve `parties`."""
    cited = draw(st.sampled_from(articles)) if articles else draw(_ARTICLES)
    known = [party.id for party in parties]
    places = [party.id for party in parties if isinstance(party, Place)]
    involved = st.builds(
        Involvement,
        party=st.sampled_from(known) if known else st.nothing(),
        role=st.sampled_from(ROLES),
    )
    value = st.one_of(st.none(), measures(), periods())
    return Fact(
        id=f"{cited.id}.{draw(_ids('fact'))}",
        kind=draw(st.sampled_from(FACT_KINDS)),
        statement=draw(texts(min_size=0, max_size=20)),
        status=draw(st.sampled_from(STATUSES)),
        citations=tuple(draw(st.lists(citations(cited), min_size=1, max_size=2))),
        parties=tuple(draw(st.lists(involved, max_size=3))) if known else (),
        place=draw(st.sampled_from(("", *places))),
        period=draw(st.none() | periods()),
        measure=draw(st.none() | measures()),
        horizon=draw(value),
        change=draw(st.sampled_from((None, "increase", "decrease"))),
        baseline=draw(value),
        said_by=draw(st.sampled_from(("", *known))),
    )


_ARTICLES: Final = articles()


@st.composite
def datasets(
    draw: DrawFn, *, max_articles: int = 2, max_parties: int = 3, max_facts: int = 4
) -> Dataset:
    """Return datasets whose records refer to one another as `Dataset` demands."""

    def unique(strategy: SearchStrategy[Any], most: int) -> list[Any]:
        return draw(st.lists(strategy, max_size=most, unique_by=lambda record: record.id))

    involved = unique(parties(), max_parties)
    written = unique(articles(involved), max_articles)
    stated = unique(facts(written, involved), max_facts) if written else []
    return Dataset(articles=written, parties=involved, facts=stated)
