"""A citation cannot lie: facts know their dataset, and quotes are checked before they are shown."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as hst

from coopdata import Dataset, FactList, display, errors, frames, load, serde, web_annotations
from coopdata import strategies as st
from coopdata.model import Article, Citation, Fact
from coopdata.values import Measure, Span

OURS = load()
TEXT = "Acme built 12 plants."


def article(id: str = "kursk-trade", text: str = TEXT) -> Article:
    """Return an article of a user's own, by default under an id that the shipped dataset has."""
    import hashlib

    digest = hashlib.sha256(text.encode()).hexdigest()
    known = OURS.article("kursk-trade")
    return evolve(
        known,
        id=id,
        text=text,
        sha256=digest,
        mentions=(),
        names=(),
        place="",
        agencies=(),
        title="Mine",
    )


def fact(quote: str = "12 plants", id: str = "kursk-trade") -> Fact:
    at = TEXT.index(quote)
    cited = Citation(article_id=id, start=at, end=at + len(quote), quote=quote)
    return Fact(
        id=f"{id}.plants",
        kind="production",
        gloss="Acme built 12 plants.",
        status="actual",
        citations=(cited,),
        measure=Measure.exact(12, "plant"),
    )


def mine() -> Dataset:
    return Dataset(articles=[article()], facts=[fact()])


# -- the tie --------------------------------------------------------------------------------------


@given(dataset=st.datasets())
def test_every_record_of_a_dataset_leads_to_the_others(dataset: Dataset) -> None:
    for one in (*dataset.facts, *dataset.derived):
        assert dataset is one.dataset
        assert dataset.article(one.article_id) is one.article
    for one in dataset.articles:
        assert tuple(fact for fact in dataset.facts if fact.article_id == one.id) == one.facts


@given(dataset=st.datasets())
def test_the_tie_is_no_part_of_a_record(dataset: Dataset) -> None:
    for one in (*dataset.articles, *dataset.facts):
        alone = pickle.loads(pickle.dumps(one))

        assert (one, hash(one), repr(one)) == (alone, hash(alone), repr(alone))
        assert serde.to_tree(one) == serde.to_tree(alone)
        assert alone.dataset is None
        assert evolve(one).dataset is None


@pytest.mark.parametrize("record", [OURS.facts[0], OURS.articles[0]], ids=["fact", "article"])
def test_a_copy_of_what_cannot_change_is_itself(record: Fact | Article) -> None:
    assert record is copy.copy(record)
    assert record is copy.deepcopy(record)


def test_the_records_given_to_a_dataset_stay_as_they_were() -> None:
    given_article, given_fact = article(), fact()
    dataset = Dataset(articles=[given_article], facts=[given_fact])
    second = Dataset(articles=dataset.articles, facts=dataset.facts)

    assert (None, None) == (given_article.dataset, given_fact.dataset)
    assert (dataset, second) == (dataset.facts[0].dataset, second.facts[0].dataset)
    assert dataset.facts[0].dataset is dataset


def test_a_record_that_is_from_nowhere_leads_nowhere() -> None:
    with pytest.raises(errors.UndecidedError, match="take the fact from a Dataset"):
        _ = fact().article
    with pytest.raises(errors.UndecidedError, match="take the article from a Dataset"):
        _ = article().facts


# -- quotes ---------------------------------------------------------------------------------------


def test_a_fact_is_cited_from_its_own_dataset_though_ours_has_that_id() -> None:
    cited = mine().facts[0].cite()

    assert "Mine" in cited
    assert "“12 plants” (characters 11 to 20)" in cited
    assert "⟦" not in OURS.article("kursk-trade").title
    assert "Acme built" in display.shown(mine().facts[0])


@pytest.mark.parametrize(
    "show",
    [
        lambda one: one.cite(),
        lambda one: one.show(),
        lambda one: one.cite(dataset=OURS),
        lambda one: display.shown(one),
        lambda one: FactList([one], OURS).sum().citations and frames.rows(FactList([one], OURS)),
        lambda one: OURS.article_of(one),
    ],
    ids=["cite", "show", "cite from", "shown", "rows", "article_of"],
)
def test_words_that_do_not_stand_there_are_never_shown_as_a_quote(
    show: Callable[[Fact], Any],
) -> None:
    with pytest.raises(errors.MisquotedError, match="name the dataset that the record is from"):
        show(fact())


@given(data=hst.data(), other=hst.sampled_from(OURS.articles))
def test_a_citation_holds_in_its_own_article_alone(data: hst.DataObject, other: Article) -> None:
    one = data.draw(hst.sampled_from(OURS.articles))
    cited = data.draw(st.citations(one))

    one.check(cited)
    moved = evolve(cited, article_id=other.id)
    if not other.text.startswith(cited.quote, cited.start):
        with pytest.raises(errors.MisquotedError) as caught:
            other.check(moved)
        assert (other.id, cited.start, cited.quote) == caught.value.args[:3]
    if other is not one:
        with pytest.raises(errors.MisquotedError):
            other.check(cited)


def test_a_mention_outside_the_text_is_no_annotation() -> None:
    mention = OURS.articles[0].mentions[-1]
    with pytest.raises(errors.InvalidValueError, match="covers words of the article"):
        web_annotations.annotation(article(), mention)
    inside = evolve(mention, span=Span(start=0, end=4))

    assert "Acme" in str(web_annotations.annotation(article(), inside))


# -- the fence ------------------------------------------------------------------------------------


def test_what_was_computed_and_what_was_said_do_not_mix() -> None:
    with pytest.raises(errors.SeedError, match=r"facts\[0\]: a fact whose basis is derived stands"):
        Dataset(articles=OURS.articles, parties=OURS.parties, facts=OURS.derived)
    with pytest.raises(errors.SeedError, match=r"derived\[0\]: a fact whose basis is"):
        Dataset(articles=OURS.articles, parties=OURS.parties, derived=OURS.facts)


def test_a_part_leads_to_a_whole_that_is_there_and_not_to_itself() -> None:
    one = fact()
    for wrong, words in ((one.id, "is a part of itself"), ("x", "no fact has the id 'x'")):
        with pytest.raises(errors.SeedError, match=words):
            Dataset(articles=[article()], facts=[evolve(one, part_of=wrong)])


def test_what_was_computed_says_so_wherever_it_is_shown() -> None:
    one = OURS.derived[0]

    assert "computed: 28 million USD - 18 million USD" in one.cite()
    assert "= 28 million USD - 18 million USD" in display.shown(one)
    assert "derived" in display.cells(one, "en")
    assert [("derived", [*one.basis.sources])] == [
        (row["basis"], row["sources"]) for row in frames.rows(FactList([one], OURS))
    ]
