"""Strategies for records: what does not depend on what was drawn is made once.

Hypothesis checks each strategy that it has not seen, which takes longer than to draw from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..dataset import Dataset
from ..model import (
    FACT_KINDS,
    LINK_KINDS,
    MENTION_KINDS,
    ROLES,
    STATUSES,
    Article,
    Basis,
    Citation,
    Fact,
    Involvement,
    Link,
    Mention,
    Name,
    NameMention,
    Organisation,
    Party,
    Person,
    Place,
    Product,
    Support,
    Term,
)
from ..model.terms import codes
from ..values import Span
from ._values import LANGUAGES, measures, periods, spans, texts

__all__ = [
    "articles",
    "bases",
    "citations",
    "datasets",
    "facts",
    "involvements",
    "links",
    "mentions",
    "name_mentions",
    "names",
    "organisations",
    "parties",
    "persons",
    "places",
    "products",
    "supports",
    "terms",
]

_COUNTRIES: Final = ("BY", "CN", "KR", "KZ", "RU", "TR")


def _ids(prefix: str) -> SearchStrategy[str]:
    return st.integers(0, 999).map(lambda number: f"{prefix}-{number}")


def _tuples(
    of: SearchStrategy[Any], *, min_size: int = 0, max_size: int
) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, min_size=min_size, max_size=max_size).map(tuple)


_LANGUAGE: Final = st.sampled_from(LANGUAGES)
_SHORT: Final = texts(min_size=0, max_size=12)
_TEXT: Final = texts()
_CHANGE: Final = st.sampled_from((None, "increase", "decrease"))
_PERIOD: Final = periods()
_MEASURE: Final = st.deferred(measures)
_PERIOD_OR_NONE: Final = st.none() | _PERIOD
_MEASURE_OR_NONE: Final = st.none() | _MEASURE
_VALUE: Final = st.one_of(st.none(), _MEASURE, _PERIOD)

_NAME: Final = st.builds(Name, text=texts(max_size=12), language=_LANGUAGE)
_NAMED: Final = {
    "names": _tuples(_NAME, min_size=1, max_size=2),
    "aliases": _tuples(texts(max_size=8), max_size=2),
}
_LEVELS: Final = ("brand", "model", "class", "material", "method")
_COUNTRY: Final = st.sampled_from(("", *_COUNTRIES))
_PERSON: Final = st.builds(Person, id=_ids("person"), country=_COUNTRY, **_NAMED)
_PRODUCT: Final = st.builds(Product, id=_ids("product"), level=st.sampled_from(_LEVELS), **_NAMED)
_ORGANISATION: Final = st.builds(
    Organisation,
    id=_ids("organisation"),
    country=_COUNTRY,
    legal_form=st.sampled_from(("", "ООО")),
    **_NAMED,
)
_PLACE: Final = st.builds(
    Place,
    id=_ids("place"),
    country=_COUNTRY,
    level=st.sampled_from(("area", "district", "town", "site")),
    **_NAMED,
)
#: The kinds with the fewest fields come first: shorter is simpler to hypothesis.
_PARTY: Final[SearchStrategy[Party]] = st.one_of(_PERSON, _PRODUCT, _ORGANISATION, _PLACE)


def parties() -> SearchStrategy[Party]:
    """Return organisations, persons, places and products; they have no links."""
    return _PARTY


def organisations() -> SearchStrategy[Organisation]:
    """Return organisations without links."""
    return _ORGANISATION


def persons() -> SearchStrategy[Person]:
    """Return persons without links."""
    return _PERSON


def places() -> SearchStrategy[Place]:
    """Return areas, towns and sites without links."""
    return _PLACE


def products() -> SearchStrategy[Product]:
    """Return products without links."""
    return _PRODUCT


def names() -> SearchStrategy[Name]:
    """Return names in a language."""
    return _NAME


def links() -> SearchStrategy[Link]:
    """Return ties to a party that is made up."""
    party = _PARTY.map(attrgetter("id"))
    return st.builds(
        Link, kind=st.sampled_from(LINK_KINDS), party=party, title=_SHORT, period=_PERIOD_OR_NONE
    )


def involvements() -> SearchStrategy[Involvement]:
    """Return parts that a party which is made up has in a fact."""
    return st.builds(Involvement, party=_PARTY.map(attrgetter("id")), role=_ROLE)


def name_mentions(text: str = "x" * 60) -> SearchStrategy[NameMention]:
    """Return mentions of a party which is made up, somewhere in `text`."""
    return st.builds(NameMention, span=spans(text), party=_PARTY.map(attrgetter("id")))


def mentions(text: str = "x" * 60) -> SearchStrategy[Mention]:
    """Return mentions of a measure or a period somewhere in `text`."""
    return _mentions_within(len(text))


@lru_cache(maxsize=256)
def _mentions_within(size: int) -> SearchStrategy[Mention]:
    common: dict[str, SearchStrategy[Any]] = {
        "span": spans("x" * size),
        "why": st.sampled_from(("", "digits")),
        "change": _CHANGE,
        "minor": st.booleans(),
    }
    amounts = [kind for kind in MENTION_KINDS if kind != "period"]
    return st.one_of(
        st.builds(
            Mention,
            kind=st.just("period"),
            value=_PERIOD,
            mod=st.sampled_from((None, "by", "early")),
            **common,
        ),
        st.builds(Mention, kind=st.sampled_from(amounts), value=_MEASURE, **common),
    )


def citations(article: Article | None = None) -> SearchStrategy[Citation]:
    """Return citations of words that stand in `article`; in one that is made up where none is."""
    return _ARTICLE.flatmap(_cited) if article is None else _cited(article)


def _cited(article: Article) -> SearchStrategy[Citation]:
    def of(span: Span) -> Citation:
        quote = span.of(article.text)
        return Citation(article_id=article.id, start=span.start, end=span.end, quote=quote)

    return spans(article.text).map(of)


def bases() -> SearchStrategy[Basis]:
    """Return what a record rests on as a whole: stated, inferred or derived."""
    return _BASIS | _DERIVED


def supports() -> SearchStrategy[Support]:
    """Return what a part rests on: words, words with a reading, or a reason."""
    reasons = st.sampled_from(("", "read as Kazakhstan"))
    cited = st.builds(Support, part=_PART, citation=citations(), reason=reasons)
    return cited | st.builds(Support, part=_PART, reason=st.just(_INFERRED.rule))


_ARTICLE_ID: Final = _ids("article")
_FILE: Final = st.sampled_from(("", "a.txt"))
_INFERRED: Final = Basis(kind="inferred", rule="from the ministers in office")
_BASIS: Final = st.sampled_from((Basis(), _INFERRED))
_DERIVED: Final = st.builds(
    Basis, kind=st.just("derived"), rule=st.just("2 * a"), sources=_tuples(_ids("fact"), max_size=2)
)
_PART: Final = st.sampled_from(("place", "measure", "investor:organisation-0"))
_NOTED: Final = mentions("x")


@lru_cache(maxsize=256)
def _cuts(size: int) -> SearchStrategy[list[int]]:
    """Return places in a text of that size, in order."""
    return st.lists(st.integers(0, size), unique=True, max_size=6).map(sorted)


@st.composite
def articles(draw: DrawFn, parties: Sequence[Party] = ()) -> Article:
    """Return articles whose mentions are in order and do not overlap; names are of `parties`."""
    text = draw(_TEXT)
    stretches = [Span(start=start, end=end) for start, end in pairwise(draw(_cuts(len(text))))]
    found = tuple(evolve(draw(_NOTED), span=span) for span in stretches[::2])
    known = [party.id for party in parties]
    at = [party.id for party in parties if isinstance(party, Place)]
    named = stretches[1::2] if known else []
    return Article(
        id=draw(_ARTICLE_ID),
        file=draw(_FILE),
        language=draw(_LANGUAGE),
        publisher=draw(_SHORT),
        title=draw(_SHORT),
        place=draw(st.sampled_from(("", *at))) if at else "",
        published=draw(_PERIOD),
        published_basis=draw(_BASIS),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        mentions=found,
        names=tuple(NameMention(span=span, party=draw(st.sampled_from(known))) for span in named),
    )


_ARTICLE: Final = articles()
_FACT_ID: Final = _ids("fact")
_KIND: Final = st.sampled_from(FACT_KINDS)
_ROLE: Final = st.sampled_from(ROLES)
_STATUS: Final[SearchStrategy[Any]] = st.sampled_from(STATUSES)


_OWN: Final = {
    "code": st.integers(0, 999).map(lambda number: f"own_{number}"),
    "means": st.sampled_from(("What it means.", "Was es heißt.")),
    "labels": st.lists(
        st.builds(Name, text=texts(max_size=12), language=_LANGUAGE),
        min_size=1,
        max_size=2,
        unique_by=attrgetter("language"),
    ),
    "unlike": _SHORT,
}
_TERM: Final = st.one_of(
    st.builds(Term, kind=st.just("role"), **_OWN),
    st.builds(Term, kind=st.just("fact"), roles=_tuples(_ROLE, max_size=2), **_OWN),
)


def terms() -> SearchStrategy[Term]:
    """Return kinds of fact and roles that coopdata does not have."""
    return _TERM


@st.composite
def facts(
    draw: DrawFn,
    articles: Sequence[Article] | None = None,
    parties: Sequence[Party] = (),
    terms: Sequence[Term] = (),
) -> Fact:
    """Return facts that cite `articles` (made up where none are given) and involve `parties`.

    With `terms` they are of these kinds and roles too.
    """
    kind = st.sampled_from(codes("fact", terms)) if terms else _KIND
    role = st.sampled_from(codes("role", terms)) if terms else _ROLE
    cited = draw(st.sampled_from(articles)) if articles else draw(_ARTICLE)
    known = [party.id for party in parties]
    at = [party.id for party in parties if isinstance(party, Place)]
    party = st.sampled_from(known)
    made = Fact(
        id=f"{cited.id}.{draw(_FACT_ID)}",
        kind=draw(kind),
        gloss=draw(_SHORT),
        status=draw(_STATUS),
        citations=draw(_tuples(citations(cited), min_size=1, max_size=2)),
        parties=draw(_tuples(st.builds(Involvement, party=party, role=role), max_size=3))
        if known
        else (),
        place=draw(st.sampled_from(("", *at))) if at else "",
        period=draw(_PERIOD_OR_NONE),
        measure=draw(_MEASURE_OR_NONE),
        horizon=draw(_VALUE),
        change=draw(_CHANGE),
        baseline=draw(_VALUE),
        said_by=draw(st.sampled_from(("", *known))) if known else "",
    )
    return _supported(made, draw(_RESTS_ON))


_RESTS_ON: Final = st.sampled_from(("", "stated", "inferred"))


def _supported(fact: Fact, how: str) -> Fact:
    """Return the fact with a support for each of its parts, the last of them as `how` says."""
    if not how:
        return fact
    *cited, last = fact.parts
    words = fact.citations[0]
    end = Support(part=last, reason=_INFERRED.rule)
    if how == "stated":
        end = Support(part=last, citation=words)
    found = (*(Support(part=one, citation=words) for one in cited), end)
    return evolve(fact, supports=found, basis=_INFERRED if how == "inferred" else fact.basis)


@st.composite
def datasets(
    draw: DrawFn,
    *,
    max_articles: int = 2,
    max_parties: int = 3,
    max_facts: int = 4,
    max_terms: int = 0,
) -> Dataset:
    """Return datasets whose records refer to one another as `Dataset` demands.

    With `max_terms` they declare kinds of fact and roles, and have facts with them.
    """

    def unique(strategy: SearchStrategy[Any], most: int) -> list[Any]:
        return draw(st.lists(strategy, max_size=most, unique_by=attrgetter("id")))

    involved = unique(_PARTY, max_parties)
    written = unique(articles(involved) if involved else _ARTICLE, max_articles)
    own = unique(_TERM, max_terms) if max_terms else []
    stated = unique(facts(written, involved, own), max_facts) if written else []
    more: bool = draw(st.booleans())
    computed = [_computed(one) for one in stated[:1] if more]
    if len(stated) > 1 and more:
        stated[1] = evolve(stated[1], part_of=stated[0].id)
    return Dataset(articles=written, parties=involved, facts=stated, derived=computed, terms=own)


def _computed(fact: Fact) -> Fact:
    """Return a fact that was computed from another."""
    basis = Basis(kind="derived", rule="as stated", sources=(fact.id,))
    return evolve(fact, id=f"{fact.id}.computed", basis=basis, supports=(), said_by="")
