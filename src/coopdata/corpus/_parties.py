"""The parties: who and what the articles name, with the words that name them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from .._notes import Notes
from ..errors import shown
from ..model import (
    LINK_KINDS,
    Article,
    Citation,
    Link,
    LinkKind,
    Name,
    Organisation,
    Party,
    Person,
    Place,
    Product,
)
from ..values import Period
from ._articles import basis, one_of
from ._schema import PartiesSeed, PartySeed
from ._words import find

__all__ = ["parties", "party_names"]

#: section of the file → the record, and the fields it has beyond those of every party
_SECTIONS: Final[dict[str, tuple[type[Party], tuple[str, ...]]]] = {
    "organisations": (Organisation, ("legal_form", "country")),
    "persons": (Person, ("country",)),
    "places": (Place, ("country", "region", "level")),
    "products": (Product, ("level",)),
}
_OFFICES: Final = ("head_of", "premier_of", "deputy_head_of", "chair_of")
_OWN: Final = ("legal_form", "country", "region", "level")
_LEVELS: Final = {
    "places": ("area", "country", "region", "district", "town", "site"),
    "products": ("brand", "model", "class", "material", "method"),
}


def party_names(seeds: PartiesSeed) -> dict[str, str]:
    """Return the English name, else the first, of every party by its id."""
    return {seed.id: _name(seed) for _, _, seed in _rows(seeds)}


def _name(seed: PartySeed) -> str:
    return seed.names.get("en") or next(iter(seed.names.values()), seed.id)


def _rows(seeds: PartiesSeed) -> Iterator[tuple[str, int, PartySeed]]:
    for section in _SECTIONS:
        for number, seed in enumerate(getattr(seeds, section)):
            yield section, number, seed


def parties(
    seeds: PartiesSeed, articles: tuple[Article, ...], notes: Notes, *, all_read: bool
) -> tuple[Party, ...]:
    """Return all parties, sorted by id; note every problem.

    Args:
        seeds: The parsed file.
        articles: Where the parties are named.
        notes: Told of the problems.
        all_read: Whether `articles` are all there are; else nobody can say who is never named.
    """
    ids = frozenset(party_names(seeds))
    made: dict[str, Party] = {}
    called: dict[str, str] = {}
    for section, number, seed in _rows(seeds):
        here = notes.within(f"{section}[{number}]")
        if seed.id in made:
            here.within("id").add(f"{shown(seed.id)} is taken")
        for name in (*seed.names.values(), *seed.aliases):
            if called.setdefault(name.casefold(), seed.id) != seed.id:
                owner = called[name.casefold()]
                here.within("names").add(f"{shown(name)} is a name of {owner!r} too")
        made[seed.id] = _party(section, seed, ids, articles, here)
        if all_read and not made[seed.id].citations:
            here.add(
                f"no article names {shown(seed.id)}; give the words under 'cites', or strike it"
            )
    return tuple(made[one] for one in sorted(made))


def _party(
    section: str,
    seed: PartySeed,
    ids: frozenset[str],
    articles: tuple[Article, ...],
    notes: Notes,
) -> Party:
    record, own = _SECTIONS[section]
    for name in _OWN:
        if name not in own and getattr(seed, name):
            notes.within(name).add(f"{section} have no such field")
    fields: dict[str, Any] = {name: getattr(seed, name) for name in own}
    if section in _LEVELS:
        fields["level"] = one_of(seed.level, _LEVELS[section], notes.within("level"))
    names = tuple(Name(text=text, language=code) for code, text in seed.names.items())
    if not names:
        notes.within("names").add("expected at least one name")
    links: list[Link] = []
    for number, link in enumerate(seed.links):
        if link.party not in ids:
            notes.within(f"links[{number}].party").add(f"no party has the id {shown(link.party)}")
        kind: LinkKind = one_of(link.kind, LINK_KINDS, notes.within(f"links[{number}].kind"))
        with notes.at(f"links[{number}].period"):
            period = Period.from_edtf(link.period) if link.period else None
            links.append(Link(kind=kind, party=link.party, title=link.title, period=period))
    citations = _citations(seed, articles, notes)
    _dated(links, citations, articles, notes)
    return record(
        id=seed.id,
        names=names or (Name(text=seed.id, language="und"),),
        aliases=seed.aliases,
        links=links,
        citations=citations,
        basis=basis(seed.inferred, "", ()),
        **fields,
    )


def _dated(
    links: list[Link], citations: tuple[Citation, ...], articles: tuple[Article, ...], notes: Notes
) -> None:
    """Note the offices without a time, and the times that no article that is cited has."""
    cited = {one.article_id for one in citations}
    known: set[str] = set()
    for article in articles:
        if article.id in cited:
            known.add(article.published.edtf)
            periods = (one.value.edtf for one in article.mentions if isinstance(one.value, Period))
            for one in periods:
                known.update([one] if one[0] == "[" or "/" in one else [one, f"{one}/.."])
    for number, link in enumerate(links):
        here = notes.within(f"links[{number}].period")
        if link.period is None and link.kind in _OFFICES:
            here.add(f"an office has a time; that of the article is {' or '.join(sorted(known))}")
        elif link.period is not None and link.period.edtf not in known:
            here.add(f"{shown(link.period.edtf)} is neither the article's own time nor in it")


def _citations(
    seed: PartySeed, articles: tuple[Article, ...], notes: Notes
) -> tuple[Citation, ...]:
    """Return the first place where each article names the party, then the words of its links."""
    made: list[Citation] = []
    for article in articles:
        spans = (one.span for one in article.names if one.party == seed.id)
        span = next(spans, None)
        if span is not None:
            made.append(_citation(article, span.start, span.end))
    by_id = {article.id: article for article in articles}
    for number, cite in enumerate(seed.cites):
        here = notes.within(f"cites[{number}]")
        if cite.article not in by_id:
            here.within("article").add(f"no article has the id {shown(cite.article)}")
            continue
        with here.at("quote"):
            span = find(by_id[cite.article].text, cite.quote, cite.context)
            made.append(_citation(by_id[cite.article], span.start, span.end))
    return tuple(dict.fromkeys(made))


def _citation(article: Article, start: int, end: int) -> Citation:
    return Citation(article_id=article.id, start=start, end=end, quote=article.text[start:end])
