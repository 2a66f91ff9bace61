"""What a model of the user's says is suggested where the text says it, and refused where not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coopdata as cd
from coopdata import corpus

TEXT = (
    "The Example Plant laid out $28 million in 2016. Its head Anna Smith said that it would be "
    "repeated. It was 5 km from here, and 5 km from there."
)
PARTIES = (
    cd.Organisation(id="example-plant", names=[cd.model.Name(text="Example Plant", language="en")]),
)
QUOTE = "The Example Plant laid out $28 million in 2016."
GOOD: list[dict[str, Any]] = [
    {"quote": QUOTE, "kind": "investment"},
    {"quote": QUOTE, "kind": "investment", "measure": "$28 million", "period": "2016"},
    {"quote": "$28 million", "kind": "trade", "measure": cd.Measure.exact("28000000", "USD")},
    {"quote": QUOTE, "kind": "investment", "parties": {"investor": ["example-plant"]}},
    {"quote": "5 km", "context": "It was 5 km", "kind": "trade", "measure": "5 kilometer"},
    {"quote": QUOTE, "kind": "investment", "status": "planned", "why": "it will", "origin": "m-1"},
]
BAD: list[tuple[Any, str]] = [
    ({"quote": "laid out $29 million", "kind": "trade"}, "nowhere"),
    ({"quote": "5 km", "kind": "trade"}, "several times"),
    ({"quote": "5 km", "kind": "trade", "context": "6 km"}, "is not in the text"),
    ({"quote": QUOTE, "kind": "trade", "measure": "$82 million"}, "not 82000000 USD"),
    ({"quote": QUOTE, "kind": "trade", "measure": 28}, "measure: "),
    ({"quote": QUOTE, "kind": "trade", "period": "2017"}, "not 2017"),
    ({"quote": QUOTE, "kind": "purchase"}, "kind: unknown 'purchase'"),
    ({"quote": QUOTE}, "kind: unknown None"),
    ({"quote": QUOTE, "kind": "trade", "status": "done"}, "status: unknown"),
    ({"quote": QUOTE, "kind": "trade", "parties": {"boss": "example-plant"}}, "unknown role"),
    ({"quote": QUOTE, "kind": "trade", "parties": {"partner": ["x"]}}, "no party has the id"),
    ({"quote": QUOTE, "kind": "trade", "parties": {"partner": {}}}, "no party has the id"),
    ({"quote": QUOTE, "kind": "trade", "parties": 5}, "parties: expected"),
    (
        {"quote": "$28 million", "kind": "trade", "parties": {"partner": "example-plant"}},
        "not name",
    ),
    ({"quote": QUOTE, "kind": "trade", "said_by": "example-plant"}, "no speech"),
    ({"quote": QUOTE, "kind": "trade", "sure": 0.9}, "unknown sure"),
    ({"kind": "trade"}, "a mapping with a quote"),
    ("a claim", "a mapping with a quote"),
]


def drafted(*claims: Any) -> corpus.Draft:
    def model(text: str) -> list[Any]:
        assert TEXT == text
        return list(claims)

    return corpus.draft(TEXT, locale="en", parties=PARTIES, suggest=model)


@pytest.mark.parametrize("claim", GOOD)
def test_what_the_text_says_is_suggested_with_its_origin(claim: dict[str, Any]) -> None:
    made = drafted(claim)
    fact = made.facts[-1]

    assert () == made.refused
    assert (claim["kind"], claim.get("status", "actual")) == (fact.kind, fact.status)
    assert claim["quote"] == fact.quote.of(TEXT)
    assert claim.get("origin", "model") == fact.origin
    assert ("measure" in claim) is (fact.measure is not None)


@pytest.mark.parametrize(("claim", "words"), BAD)
def test_what_the_text_does_not_say_is_refused_with_the_reason(claim: Any, words: str) -> None:
    made = drafted(claim, GOOD[1])
    (refused,) = made.refused

    assert any(words in one for one in refused.problems), refused.problems
    assert ["model"] == [one.origin for one in made.facts if one.origin]


def test_what_is_suggested_already_is_not_suggested_again() -> None:
    made = drafted(GOOD[1], GOOD[1])

    assert ("it is suggested already",) == made.refused[0].problems
    assert 1 == len([one for one in made.facts if one.origin])


LOOSE = st.one_of(st.none(), st.integers(), st.text(max_size=5), st.just(QUOTE), st.just("trade"))
KEYS = st.sampled_from(
    ("quote", "context", "kind", "status", "measure", "period", "parties", "said_by", "why", "x")
)


@given(st.dictionaries(KEYS, LOOSE | st.lists(LOOSE, max_size=2)) | LOOSE)
def test_whatever_a_model_says_is_suggested_or_refused_and_nothing_else(claim: Any) -> None:
    made = drafted(claim)

    assert 1 == len(made.refused) + len([one for one in made.facts if one.origin])


def test_what_a_model_suggests_builds_when_it_is_accepted(tmp_path: Path) -> None:
    home = tmp_path / "mine"
    corpus.new(home)
    rows = '[[organisations]]\nid = "example-plant"\nnames = { en = "Example Plant" }\n'
    (home / "parties.toml").write_text(rows, encoding="utf-8")
    made = corpus.add(home, TEXT, locale="en", published="2017", id="a")
    corpus.draft_article(home, made, suggest=lambda _: [GOOD[1] | GOOD[3] | {"origin": "m-1"}])
    path = home / "articles" / "a.toml"
    told = path.read_text(encoding="utf-8")
    sheet = corpus.decisions(home, made).replace("\n,", "\naccept,")
    corpus.decide(home, made, sheet)
    (fact,) = corpus.build(home).facts

    assert 'suggested = "by m-1"' in told
    assert (cd.Measure.exact("28000000", "USD"), "2016") == (fact.measure, fact.period.edtf)
