"""What must hold between records: every id leads somewhere, every quote is where it should be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from ..errors import shown
from ..model import Article, Citation, Fact, Party, Term
from ..model.terms import SHIPPED, codes, undeclared
from ..values import Span

__all__ = ["problems"]


def problems(
    articles: tuple[Article, ...],
    parties: tuple[Party, ...],
    facts: tuple[Fact, ...],
    derived: tuple[Fact, ...],
    terms: tuple[Term, ...] = (),
) -> Iterator[str]:
    """Yield everything that is wrong, each with its path: ``facts[3].place: no party has …``."""
    by_id = {article.id: article for article in articles}
    known = frozenset(party.id for party in parties)
    every = (*facts, *derived)
    by_fact = {fact.id: fact for fact in every}
    for table, ids in (
        ("articles", [one.id for one in articles]),
        ("parties", [one.id for one in parties]),
        ("facts", [one.id for one in every]),
        ("terms", [one.id for one in terms]),
    ):
        yield from _unique(table, ids)
    for number, article in enumerate(articles):
        yield from _article(f"articles[{number}]", article, known)
    for number, party in enumerate(parties):
        path = f"parties[{number}]"
        yield from _citations(path, party.citations, by_id)
        for link in party.links:
            yield from _known(f"{path}.links", link.party, known)
    for path, fact in _paths(facts, derived):
        yield from _fact(path, fact, known)
        yield from _citations(path, fact.citations, by_id)
        yield from _follows(path, fact, by_fact)
    yield from _worded(terms, _paths(facts, derived))


def _worded(terms: tuple[Term, ...], facts: Iterable[tuple[str, Fact]]) -> Iterator[str]:
    """Check that every kind and role is coopdata's or declared, and none is both."""
    kinds, roles = codes("fact", terms), codes("role", terms)
    right = frozenset(kinds), frozenset(roles)
    for number, term in enumerate(terms):
        path = f"terms[{number}]"
        if term.code in SHIPPED[term.kind]:
            yield f"{path}.code: coopdata has {shown(term.code)} itself; give it another code"
        for role in term.roles:
            if role not in right[1]:
                yield f"{path}.roles: {undeclared('role', role, roles)}"
    for path, fact in facts:
        if fact.kind not in right[0]:
            yield f"{path}.kind: {undeclared('fact', fact.kind, kinds)}"
        for one in fact.parties:
            if one.role not in right[1]:
                yield f"{path}.parties: {undeclared('role', one.role, roles)}"


def _paths(facts: Iterable[Fact], derived: Iterable[Fact]) -> Iterator[tuple[str, Fact]]:
    """Yield every fact with its path; what was computed and what was not stand apart."""
    for table, them in (("facts", facts), ("derived", derived)):
        for number, fact in enumerate(them):
            yield f"{table}[{number}]", fact


def _follows(path: str, fact: Fact, by_fact: dict[str, Fact]) -> Iterator[str]:
    """Check what a fact says of other facts, and on which side of the fence it stands."""
    computed = fact.basis.kind == "derived"
    if computed is not path.startswith("derived"):
        right = "derived" if computed else "facts"
        yield f"{path}: a fact whose basis is {fact.basis.kind} stands among the {right}"
    for source in fact.basis.sources:
        if source not in by_fact:
            yield f"{path}.basis.sources: no fact has the id {shown(source)}"
    seen, whole = {fact.id}, fact.part_of
    while whole:
        if whole not in by_fact or whole in seen:
            what = "is a part of itself" if whole in seen else f"no fact has the id {shown(whole)}"
            yield f"{path}.part_of: {what}"
            return
        seen.add(whole)
        whole = by_fact[whole].part_of


def _unique(table: str, ids: list[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for number, one in enumerate(ids):
        if seen.setdefault(one, number) != number:
            yield f"{table}[{number}].id: {shown(one)} is the id of {table}[{seen[one]}] too"


def _article(path: str, article: Article, known: frozenset[str]) -> Iterator[str]:
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    if digest != article.sha256:
        yield f"{path}.sha256: the text's digest is {digest}, not {shown(article.sha256)}"
    yield from _known(f"{path}.place", article.place, known)
    for agency in article.agencies:
        yield from _known(f"{path}.agencies", agency, known)
    spans: list[tuple[str, Span]] = [("mentions", one.span) for one in article.mentions]
    for name in article.names:
        spans.append(("names", name.span))
        yield from _known(f"{path}.names", name.party, known)
    for table, span in spans:
        if span.end > len(article.text) or not len(span):
            yield f"{path}.{table}: {span} covers no words of {len(article.text)} characters"


def _fact(path: str, fact: Fact, known: frozenset[str]) -> Iterator[str]:
    yield from _known(f"{path}.place", fact.place, known)
    yield from _known(f"{path}.said_by", fact.said_by, known)
    for involved in fact.parties:
        yield from _known(f"{path}.parties", involved.party, known)


def _citations(
    path: str, citations: Iterable[Citation], by_id: dict[str, Article]
) -> Iterator[str]:
    for number, one in enumerate(citations):
        article = by_id.get(one.article_id)
        if article is None:
            yield f"{path}.citations[{number}]: no article has the id {shown(one.article_id)}"
        elif not article.text.startswith(one.quote, one.start):
            found = one.span.of(article.text)
            yield f"{path}.citations[{number}]: the text has {shown(found)}, not {shown(one.quote)}"


def _known(path: str, party: str, known: frozenset[str]) -> Iterator[str]:
    if party and party not in known:
        yield f"{path}: no party has the id {shown(party)}"
