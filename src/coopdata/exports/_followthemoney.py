"""Records as FollowTheMoney entities, for OpenAleph, OpenSanctions and what reads their data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._sheet import json_line
from ..dataset import Dataset
from ..model import Article, Fact, Organisation, Party, Person
from ..values import Period

__all__ = ["followthemoney"]

Entity = dict[str, Any]
_OFFICES = ("head_of", "deputy_head_of", "chair_of", "premier_of")


def followthemoney(dataset: Dataset) -> str:
    """Return a dataset as FollowTheMoney entities, one a line.

    Articles are ``Article``, organisations ``Organization`` (``Company`` where a legal form is
    stated), people ``Person``, offices ``Directorship``, other ties between them ``UnknownLink``,
    facts ``Event``: with the statement, the quoted words, the days and who was involved. Places and
    products have no schema there; they are named in the facts. Amounts are in the text of the fact.
    """
    entities = (
        *map(_article, dataset.articles),
        *(made for one in dataset.parties if (made := _party(one))),
        *(made for one in dataset.parties for made in _ties(one, dataset)),
        *(_event(one, dataset) for one in dataset.facts),
    )
    return "".join(f"{json_line(one)}\n" for one in entities)


def _entity(id: str, schema: str, **properties: Any) -> Entity:
    """Return an entity; what nobody says is left out, and every value is one of a list."""
    told = {
        name: list(dict.fromkeys(map(str, value if isinstance(value, tuple | list) else [value])))
        for name, value in properties.items()
        if value not in (None, "", (), [])
    }
    return {"id": f"coopdata-{id}", "schema": schema, "properties": told}


def _days(period: Period | None) -> dict[str, str]:
    """Return first and last day, as far as they are known."""
    if period is None or period.is_one_of:
        return {}
    ends = {"startDate": period.start, "endDate": period.end}
    return {name: day.isoformat() for name, day in ends.items() if day is not None}


def _article(article: Article) -> Entity:
    published = article.published
    is_dated = not published.is_one_of and published.start == published.end
    return _entity(
        f"article-{article.id}",
        "Article",
        title=article.title,
        fileName=article.file,
        language=article.language,
        publisher=article.publisher,
        publishedAt=published.start if is_dated else None,
        bodyText=article.text,
        mimeType="text/plain",
    )


def _party(party: Party) -> Entity | None:
    common = {
        "name": party.name("en"),
        "alias": [name for name in party.all_names if name != party.name("en")],
        "proof": [f"coopdata-article-{one.article_id}" for one in party.citations],
    }
    if isinstance(party, Organisation):
        schema = "Company" if party.legal_form else "Organization"
        form, country = party.legal_form, party.country.lower()
        return _entity(party.id, schema, legalForm=form, country=country, **common)
    if isinstance(party, Person):
        return _entity(party.id, "Person", country=party.country.lower(), **common)
    return None


def _ties(party: Party, dataset: Dataset) -> Iterator[Entity]:
    if _party(party) is None:
        return
    for link in party.links:
        other = dataset.party(link.party)
        if _party(other) is None:
            continue
        id = f"{party.id}-{link.kind}-{other.id}"
        ends = (f"coopdata-{party.id}", f"coopdata-{other.id}")
        role = link.title or link.kind
        if link.kind in _OFFICES and isinstance(other, Organisation):
            days = _days(link.period)
            yield _entity(
                id, "Directorship", director=ends[0], organization=ends[1], role=role, **days
            )
        else:
            yield _entity(
                id, "UnknownLink", subject=ends[0], object=ends[1], role=role, **_days(link.period)
            )


def _event(fact: Fact, dataset: Dataset) -> Entity:
    involved = [
        f"coopdata-{one.party}"
        for one in fact.parties
        if _party(dataset.party(one.party)) is not None
    ]
    countries = {getattr(dataset.party(one.party), "country", "").lower() for one in fact.parties}
    place = dataset.party(fact.place) if fact.place else None
    return _entity(
        f"fact-{fact.id}",
        "Event",
        name=fact.gloss or fact.id,
        summary=[one.quote for one in fact.citations],
        keywords=[fact.kind, fact.status],
        involved=involved,
        country=sorted(countries - {""}),
        location=None if place is None else place.name("en"),
        proof=[f"coopdata-article-{one.article_id}" for one in fact.citations],
        recordId=fact.id,
        **_days(fact.period),
    )
