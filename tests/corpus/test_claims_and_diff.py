"""Claims are held against the text; two datasets are compared fact by fact."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import coopdata as cd
from coopdata import corpus, errors
from texts import Mutator

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


CUT: list[tuple[str, str, str, dict[str, Any], str]] = [
    ("en", "It cost $5 million.", "$5", {"measure": "5 USD"}, "$5 million"),
    ("en", "It cost $5 million.", "cost $5", {}, "$5 million"),
    ("en", "It cost $5 million.", "$5", {"measure": "5000000 USD"}, "$5 million"),
    ("en", "There were 120 buses.", "12", {"measure": "12"}, "120 buses"),
    ("en", "It rose by 10.5 %.", "5 %", {"measure": "5 percent"}, "10.5 %"),
    ("en", "It rose by 10.5 %.", "by 10", {}, "10.5 %"),
    ("en", "It has twenty-five plants.", "has twenty", {}, "twenty-five plants"),
    ("en", "It made 5 tractors, for $5 million.", "5 tractors, for $5", {}, "$5 million"),
    ("en", "It is 10 to 12 km long.", "12 km", {"measure": "12 kilometer"}, "10 to 12 km"),
    ("en", "It opened in May 2017.", "2017", {"period": "2017"}, "May 2017"),
    ("ru", "Вывезли 3 тыс. тонн угля.", "3 тыс", {"measure": "3000"}, "3 тыс. тонн"),
    ("ru", "Вложено 28 млн долларов США.", "28 млн", {}, "28 млн долларов США"),
    ("de", "Es kostet 2,5 Mrd. Euro.", "kostet 2", {"measure": "2"}, "2,5 Mrd. Euro"),
    ("zh", "生产了3万辆汽车。", "3", {"measure": "3"}, "3万辆汽车"),
    ("tr", "Fabrika 3 bin ton üretti.", "Fabrika 3", {}, "3 bin ton"),
]


@pytest.mark.parametrize(("locale", "text", "quote", "claimed", "whole"), CUT)
def test_a_quote_that_cuts_a_value_short_does_not_hold_and_says_what_to_quote(
    locale: str, text: str, quote: str, claimed: dict[str, Any], whole: str
) -> None:
    (found,) = corpus.check_claims(text, [{"quote": quote} | claimed], locale=locale)

    assert not found
    assert [whole] == [one.span.of(text) for one in found.cut]
    told = f"the quote cuts {whole!r} short, which says {found.cut[0].value}; quote it whole"
    assert (told,) == found.problems
    for words in (one.span.of(text) for one in found.cut):
        assert all(corpus.check_claims(text, [{"quote": words}], locale=locale))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("It cost $5, and then $5 million.", {"quote": "$5", "measure": "5 USD"}),
        ("It cost $5 million in 2016.", {"quote": "It cost $5 million"}),
        ("It opened in May 2017.", {"quote": "It opened in May"}),
        ("It cost more than $5 million.", {"quote": "$5 million"}),
    ],
)
def test_a_quote_that_stands_whole_somewhere_is_looked_at_there(
    text: str, claim: dict[str, Any]
) -> None:
    (found,) = corpus.check_claims(text, [claim], locale="en")

    assert found
    assert () == found.cut
    assert 1 == len(found.spans)


def test_a_number_that_is_no_value_is_not_cut_either() -> None:
    text = "Ask for form AB1204-1204567."
    (found,) = corpus.check_claims(text, [{"quote": "form AB12"}], locale="en")

    assert ("the quote cuts a number in two, at '20'; quote it whole",) == found.problems


@given(seed=st.integers(0, 10**9), data=st.data())
def test_no_quote_is_confirmed_that_ends_inside_a_value_and_the_whole_of_it_is(
    seed: int, data: st.DataObject
) -> None:
    text, language = Mutator(seed).text()
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
    quote = text[start:end]
    (found,) = corpus.check_claims(text, [{"quote": quote}], locale=language)
    values = [
        one.span
        for one in cd.extract.mentions(text, locale=language)
        if isinstance(one.value, cd.Measure)
    ]
    if found:
        edges = {edge for span in found.spans for edge in (span.start, span.end)}
        assert not any(one.start < edge < one.end for one in values for edge in edges)
    elif found.cut:
        (place, *_) = found.spans
        first = min(place.start, *(one.span.start for one in found.cut))
        last = max(place.end, *(one.span.end for one in found.cut))
        (again,) = corpus.check_claims(text, [{"quote": text[first:last]}], locale=language)
        assert () == again.cut


@given(
    number=st.integers(1, 99_999),
    more=st.sampled_from([" million", " thousand", "0", ",000", ".5", "5 million"]),
)
def test_a_number_reads_as_the_text_goes_on(number: int, more: str) -> None:
    text = f"The plant has cost ${number}{more} so far."
    for quote in (f"${number}", f"cost ${number}", f"has cost ${number}"):
        claim = {"quote": quote, "measure": f"{number} USD"}
        assert not any(corpus.check_claims(text, [claim], locale="en"))


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


@pytest.mark.parametrize("claims", [["x"], [None], {"quote": "x"}, None, 5, [{"quote": 5}]])
def test_claims_of_another_form_are_refused_with_what_a_claim_is(claims: Any) -> None:
    with pytest.raises(errors.InvalidValueError, match="a mapping with a quote"):
        corpus.check_claims("It cost $5.", claims, locale="en")
