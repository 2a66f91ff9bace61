"""Claims are held against the text; two datasets are compared fact by fact."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import coopdata as cd
from coopdata import corpus, errors

DS = cd.load()
TEXT = "The plant invested $28 million in 2016, of which 18 million came from China."
CLAIMS: list[tuple[dict[str, Any], bool]] = [
    ({"quote": "invested $28 million"}, True),
    ({"quote": "invested $28 million", "measure": "28000000 USD"}, True),
    ({"quote": "invested $28 million", "measure": "$28 million"}, True),
    ({"quote": "invested $28 million", "measure": cd.Measure.exact("28", "USD")}, False),
    ({"quote": "invested $28 million", "measure": "more than 28000000 USD"}, False),
    ({"quote": "18 million", "measure": "18000000 USD"}, True),
    ({"quote": "in 2016", "period": "2016"}, True),
    ({"quote": "in 2016", "period": "2017"}, False),
    ({"quote": "in 2016", "period": "soon"}, False),
    ({"quote": "The plant lost $28 million"}, False),
    ({"quote": "The plant", "measure": "1 USD"}, False),
]


@pytest.mark.parametrize(("claim", "holds"), CLAIMS)
def test_a_claim_holds_where_its_quote_stands_and_reads_so(
    claim: dict[str, Any], holds: bool
) -> None:
    (found,) = corpus.check_claims(TEXT, [claim], locale="en")

    assert holds is bool(found)
    assert holds is (not found.problems)
    assert all(span.of(TEXT) == claim["quote"] for span in found.spans)


def test_every_fact_holds_against_its_own_article() -> None:
    for article in DS.articles:
        claims = [
            {"quote": one.quote, "measure": fact.measure}
            for fact in article.facts
            if fact.measure is not None
            for one in (fact.support("measure").citation,)
            if one is not None
        ]
        found = corpus.check_claims(
            article.text, claims, locale=article.language, anchor=article.published
        )
        assert [] == [one for one in found if not one.spans]


@pytest.mark.parametrize("claim", [{}, {"quote": ""}, {"quote": 5}, {"quote": "a", "unit": "b"}])
def test_a_claim_of_another_form_is_refused(claim: dict[str, Any]) -> None:
    with pytest.raises(errors.InvalidValueError):
        corpus.check_claims(TEXT, [claim], locale="en")


def test_facts_are_added_changed_and_withdrawn() -> None:
    first, second, *rest = DS.facts
    changed = evolve(second, gloss="Something else.")
    old = cd.Dataset(articles=DS.articles, parties=DS.parties, facts=[first, second])
    new = cd.Dataset(articles=DS.articles, parties=DS.parties, facts=[changed, rest[0]])
    found = corpus.diff(old, new)

    assert [rest[0].id] == [one.id for one in found.added]
    assert [first.id] == [one.id for one in found.withdrawn]
    assert [(second.id, ("gloss",))] == [(one.new.id, one.fields) for one in found.changed]
    assert found
    assert not corpus.diff(old, old)
