"""Laws of ranked search: what is named is found, in any language, and the order is one of worth."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coopdata as cd
from coopdata import errors

DS = cd.load()
WORDS = sorted({word for fact in DS.facts for word in fact.gloss.split() if word.isalpha()})
PARTIES = sorted({one.party for fact in DS.facts for one in fact.parties})
NAMES = [(party, name.text) for party in PARTIES for name in DS.party(party).names]


@pytest.mark.parametrize("fact", DS.facts, ids=lambda fact: fact.id)
def test_a_fact_is_the_best_answer_to_its_own_words(fact: cd.Fact) -> None:
    hits = DS.search(fact.gloss, limit=len(DS.facts))
    best = [hit.fact.id for hit in hits if hit.score == hits[0].score]

    assert fact.id in best or fact.gloss in [one.fact.gloss for one in hits[:2]]


@given(st.sampled_from(NAMES))
def test_a_party_is_found_by_each_of_its_names(named: tuple[str, str]) -> None:
    party, name = named
    first = DS.search(name, limit=len(DS.facts))
    best = [hit.fact for hit in first if hit.score == first[0].score]

    assert any(party in (one.party for one in fact.parties) for fact in best)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6, unique=True), st.randoms())
def test_the_order_of_words_makes_no_difference_and_scores_fall(
    words: list[str], dice: Random
) -> None:
    hits = DS.search(" ".join(words), limit=500)
    dice.shuffle(words)
    again = DS.search(" ".join(words), limit=500)

    assert {hit.fact.id: hit.score for hit in hits} == pytest.approx(
        {hit.fact.id: hit.score for hit in again}
    )
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert all(hit.reasons for hit in hits)
    assert DS.search(" ".join(words), limit=3) == again[:3]


def test_case_accents_and_endings_make_no_difference() -> None:
    best = DS.search("kamaz turkey batteries")[0]

    assert "kamaz-turkey.electric-vehicles" == best.fact.id
    assert best.score == DS.search("KAMAZ Türkey BATTERIES")[0].score
    assert {"курская", "экспорт"} <= {
        reason.split(":")[0] for reason in DS.search("курская экспорт")[0].reasons
    }
    assert [hit.fact.id for hit in DS.search("中国")]


def test_a_list_is_searched_alone_and_what_was_computed_on_request() -> None:
    russian = DS.where(party="RU").search("2016", limit=500)
    every = DS.search("2016", limit=500, derived=True)

    assert {hit.fact.id for hit in russian} <= {fact.id for fact in DS.where(party="RU")}
    assert any(hit.fact in DS.derived for hit in every)
    assert not any(hit.fact in DS.derived for hit in DS.search("2016", limit=500))


@pytest.mark.parametrize("question", ["", "  ", "!?", "-", 5, None])
def test_a_question_without_a_word_is_refused(question: object) -> None:
    with pytest.raises(errors.InvalidValueError):
        DS.search(question)  # type: ignore[arg-type]  # what is tried


def test_words_that_stand_nowhere_find_nothing_and_long_questions_end() -> None:
    assert () == DS.search("xyzzy")
    assert DS.search("Kamaz " * 200_000, limit=1)
