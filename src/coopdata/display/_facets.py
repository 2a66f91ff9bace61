"""What is on the page of a dataset: its facts, what they are filtered by, words for all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from .. import formatting
from .._text.offsets import Offsets
from ..dataset import Dataset
from ..errors import RecordNotFoundError
from ..model import Fact, Mention, Party
from ..values import Period
from ._page_parts import Told, shared_words, spans_of
from ._systems import Units, in_units
from ._timeline import is_dated

__all__ = ["FACETS", "Gathered", "facts_data", "gather", "words_of"]

#: What facts are filtered by.
FACETS: Final = ("kind", "status", "party", "article", "country", "year")
#: A period that is longer is no answer to "what was in that year".
_MOST_YEARS: Final = 30


class Gathered(NamedTuple):
    """What is on the page.

    Attributes:
        dataset: The dataset.
        facts: Its facts, and behind them those that were computed.
        values: For each facet its values, in the order of the page.
        members: For each fact and facet, the numbers of the values that it has.
        mentions: Those of all articles.
        units: What of it there is in other units.
    """

    dataset: Dataset
    facts: Sequence[Fact]
    values: Mapping[str, Sequence[str]]
    members: Sequence[Sequence[Sequence[int]]]
    mentions: Sequence[Mention]
    units: Units


def gather(dataset: Dataset) -> Gathered:
    """Gather the facts and, for each facet, its values and which fact has which."""
    facts = (*dataset.facts, *dataset.derived)
    parties = {one.id: one for one in dataset.parties}
    rows = [_row(fact, parties) for fact in facts]
    values: dict[str, list[str]] = {}
    members: list[list[list[int]]] = [[] for _ in facts]
    for at, facet in enumerate(FACETS):
        counts: dict[str, int] = {}
        for row in rows:
            for value in row[at]:
                counts[value] = counts.get(value, 0) + 1
        if facet == "year":
            known = sorted(counts, reverse=True)
        elif facet == "article":
            known = [one.id for one in dataset.articles if one.id in counts]
        else:
            known = sorted(counts, key=lambda one: (-counts[one], one))
        values[facet] = known
        place = {value: number for number, value in enumerate(known)}
        for row, own in zip(rows, members, strict=True):
            own.append([place[value] for value in row[at] if value in place])
    mentions = [one for article in dataset.articles for one in article.mentions]
    return Gathered(dataset, facts, values, members, mentions, in_units(mentions, facts))


def _row(fact: Fact, parties: dict[str, Party]) -> list[list[str]]:
    """Return what a fact has under each facet."""
    named = [*(one.party for one in fact.parties), fact.place, fact.said_by]
    involved = list(dict.fromkeys(one for one in named if one in parties))
    where = [one for one in involved if one != fact.said_by or one in named[:-1]]
    countries = dict.fromkeys(getattr(parties[one], "country", "") for one in where)
    return [
        [fact.kind],
        [fact.status],
        involved,
        list(dict.fromkeys(one.article_id for one in fact.citations)),
        [code for code in countries if code],
        _years(fact.period),
    ]


def _years(period: Period | None) -> list[str]:
    """Return the years that a period touches; of a long or an open one those of its ends."""
    days = [] if period is None else [period.start, period.end]
    ends = [day.year for day in days if day is not None]
    if len(ends) == 2 and ends[1] - ends[0] <= _MOST_YEARS:
        ends = list(range(ends[0], ends[1] + 1))
    return [f"{year:04}" for year in dict.fromkeys(ends)]


def words_of(whole: Gathered, language: str) -> Told:
    """Return everything on the page that is in the reader's language."""
    told = shared_words(language, whole.mentions, whole.facts, whole.units)
    spoken = told["spoken"]
    undated = sum(not is_dated(one.period) for one in whole.facts)
    left_out = formatting.label("view", "left_out", locale=language).format(count=undated)
    return told | {
        "labels": told["labels"] | {"left_out": left_out},
        "parties": [whole.dataset.party(one).name(spoken) for one in whole.values["party"]],
        "countries": [_country(one, language) for one in whole.values["country"]],
    }


def _country(code: str, language: str) -> str:
    try:
        return formatting.country(code, locale=language)
    except RecordNotFoundError:  # a code that CLDR does not have stays a code
        return code


def facts_data(whole: Gathered, places: Sequence[Offsets]) -> list[dict[str, Any]]:
    """Return what the script knows of each fact."""
    numbers = {article.id: at for at, article in enumerate(whole.dataset.articles)}
    return [
        {
            "id": fact.id,
            "kind": fact.kind,
            "status": fact.status,
            "spans": spans_of(fact, numbers, places),
            "facets": facets,
        }
        for fact, facets in zip(whole.facts, whole.members, strict=True)
    ]
