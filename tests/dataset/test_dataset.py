"""The shipped dataset: whole, frozen, quick to load, and true to its texts."""

from __future__ import annotations

import itertools
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from attrs import evolve

import coopdata as cd
from coopdata import _shipped, errors, serde
from coopdata.dataset import Dataset, load
from coopdata.values import Measure, Period

# -- loading --------------------------------------------------------------------------------------


def test_loading_twice_gives_the_same_object() -> None:
    assert load() is load()


def test_loading_imports_no_third_party_module() -> None:
    code = (
        "import sys, coopdata; coopdata.load();"
        "print({'attr', 'attrs', 'babel', 'cattrs', 'pint'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "set()" == done.stdout.strip()


def test_reading_records_needs_neither_pint_nor_cattrs_nor_babel() -> None:
    code = (
        "import sys, coopdata; coopdata.load().facts;"
        "print({'babel', 'cattrs', 'pint'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "set()" == done.stdout.strip()


def test_the_quick_reader_gives_what_the_strict_one_gives(ds: Dataset) -> None:
    text = _shipped.read("articles.json").decode("utf-8")

    assert serde.from_json(text) == ds
    assert repr(serde.from_json(text).facts) == repr(ds.facts)
    assert serde.to_json(ds) == text


def test_all_threads_see_the_same_records() -> None:
    fresh = Dataset._of_trusted(_shipped.read("articles.json"))
    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(lambda _: fresh.facts, range(64)))

    assert all(facts is seen[0] for facts in seen)


# -- a value --------------------------------------------------------------------------------------


def test_nothing_in_a_dataset_can_be_changed(ds: Dataset) -> None:
    for name in ("articles", "facts", "_made", "more"):
        with pytest.raises(AttributeError):
            setattr(ds, name, ())
    with pytest.raises(AttributeError):
        del ds._made
    with pytest.raises(AttributeError):
        ds.facts[0].gloss = "no"  # type: ignore[misc]  # that it is refused is the test
    assert isinstance(ds.facts, tuple)


def test_a_dataset_survives_pickling_and_hashes_by_value(ds: Dataset) -> None:
    again = pickle.loads(pickle.dumps(ds))

    assert again == ds
    assert hash(again) == hash(ds)
    assert "<Dataset: 5 articles, " in repr(again)


def test_records_stand_in_a_fixed_order(ds: Dataset) -> None:
    assert sorted(one.id for one in ds.articles) == [one.id for one in ds.articles]
    assert sorted(one.id for one in ds.parties) == [one.id for one in ds.parties]
    assert sorted(one.article_id for one in ds.facts) == [one.article_id for one in ds.facts]


def test_a_dataset_of_ones_own_keeps_what_it_is_given(ds: Dataset) -> None:
    made = Dataset(articles=ds.articles[::-1], parties=ds.parties, facts=list(ds.facts))

    assert ds.articles[::-1] == made.articles
    assert ds.facts == made.facts
    assert ds != made


def test_records_that_do_not_fit_together_are_refused_all_at_once(ds: Dataset) -> None:
    fact = ds.facts[0]
    first = fact.citations[0]
    moved = evolve(first, start=first.start + 1, end=first.end + 1)
    broken = evolve(fact, id="x", place="nowhere", citations=(moved,), supports=())
    with pytest.raises(errors.SeedError) as caught:
        Dataset(articles=ds.articles, parties=ds.parties, facts=[fact, fact, broken])
    paths = [one.partition(": ")[0] for one in caught.value.problems]

    expected = ["facts[1].id", "facts[2].place", "facts[2].citations[0]"]
    assert expected == [path for path in paths if not path.endswith("sources")]


# -- looking up -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("china", "china"),
        ("CN", "china"),
        ("Китай", "china"),
        ("кнр", "china"),
        ("RU-TA", "tatarstan"),
        ("jac motors", "jac-motors"),
        ("СМС", "cmc"),
        ("  Official Website of  the Republic of Belarus ", "belarus-website"),
    ],
)
def test_a_party_is_found_by_id_code_name_or_alias(ds: Dataset, wanted: str, found: str) -> None:
    assert found == ds.party(wanted).id


def test_what_is_not_there_is_an_error_with_the_nearest_ids(ds: Dataset) -> None:
    with pytest.raises(errors.RecordNotFoundError) as article:
        ds.article("kursk-trad")
    with pytest.raises(errors.RecordNotFoundError) as fact:
        ds.fact("kursk-trade.trade-2018")
    with pytest.raises(errors.RecordNotFoundError) as party:
        ds.party("Tatrstan")

    assert ("kursk-trade",) == article.value.nearest
    assert "kursk-trade.trade-2017" in fact.value.nearest
    assert party.value.nearest[0] in ("tatarstan", "Tatarstan")


def test_a_name_that_two_parties_share_is_refused_with_their_ids(ds: Dataset) -> None:
    twin = evolve(ds.party("togg"), id="togg-two")
    both = Dataset(articles=ds.articles, parties=[*ds.parties, twin])
    with pytest.raises(errors.RecordNotFoundError) as caught:
        both.party("TOGG")

    assert ("togg", "togg-two") == caught.value.nearest


# -- true to the texts ----------------------------------------------------------------------------


def test_every_span_and_quote_is_in_its_text(ds: Dataset) -> None:
    assert () == ds.problems()
    for fact in ds.facts:
        for cited in fact.citations:
            text = ds.article(cited.article_id).text

            assert text[cited.start : cited.end] == cited.quote


def test_mentions_and_names_never_overlap(ds: Dataset) -> None:
    for article in ds.articles:
        for marks in (article.mentions, article.names):
            spans = [mark.span for mark in marks]

            assert sorted(spans) == spans
            assert not any(one.overlaps(two) for one, two in itertools.pairwise(spans))


def test_every_mention_of_weight_is_in_the_words_of_a_fact(ds: Dataset) -> None:
    cited = [one for fact in ds.facts for one in fact.citations]
    for article in ds.articles:
        for mention in article.mentions:
            covered = any(
                one.article_id == article.id
                and one.start <= mention.span.start
                and mention.span.end <= one.end
                for one in cited
            )

            assert covered or mention.minor, article.quote(mention.span)


def test_an_article_says_on_what_its_date_rests(ds: Dataset) -> None:
    published = {one.id: (one.published.edtf, one.published_basis.kind) for one in ds.articles}

    assert {
        "allurgroup-jac": ("[2016-11,2016-12]", "inferred"),
        "belarus-russia-import-substitution": ("[2020-06-04..2025-03-10]", "inferred"),
        "kamaz-turkey": ("2022-12-13", "inferred"),
        "kursk-trade": ("2017-12-05", "stated"),
        "osipovichi-avtotor": ("[2019-03-06..]", "inferred"),
    } == published


def test_what_is_not_stated_says_why(ds: Dataset) -> None:
    for fact in (*ds.facts, *ds.derived):
        assert (fact.basis.kind == "stated") == (not fact.basis.rule), fact.id


def test_what_was_computed_stands_apart_with_its_formula_and_its_sources(ds: Dataset) -> None:
    assert {"stated", "inferred"} == {fact.basis.kind for fact in ds.facts}
    for fact in ds.derived:
        assert "derived" == fact.basis.kind
        cited = {one for source in fact.basis.sources for one in ds.fact(source).citations}
        assert fact.basis.rule
        assert cited <= set(fact.citations), fact.id


def test_what_was_computed_is_found_when_it_is_asked_for_and_not_before(ds: Dataset) -> None:
    assert not ds.where(basis="derived")
    assert ds.derived == tuple(ds.where(derived=True, basis="derived"))
    assert ds.facts == tuple(ds.where())


def test_a_target_keeps_its_bound_and_its_horizon(ds: Dataset) -> None:
    fact = ds.fact("allurgroup-jac.localisation-50")

    assert Measure.exact("50", "percent") == fact.measure
    assert Measure.at_most("3", "year") == fact.horizon
    assert "target" == fact.status


def test_growth_says_what_it_grew_from(ds: Dataset) -> None:
    fact = ds.fact("kursk-trade.trade-growth")

    assert "increase" == fact.change
    assert Period.from_edtf("2016-01/2016-09") == fact.baseline


# -- derived values, computed again ---------------------------------------------------------------


def value(ds: Dataset, fact: str) -> Measure:
    measure = ds.fact(fact).measure
    assert measure is not None
    return measure


def test_the_rate_of_output_is_what_the_output_makes_a_year(ds: Dataset) -> None:
    output = value(ds, "allurgroup-jac.output")
    rate = (output / Measure.exact("10", "month")).to("vehicle/year")

    assert Measure.exact("6422.4", "vehicle/year") == rate
    assert value(ds, "allurgroup-jac.output-rate") == rate


def test_the_other_investors_gave_the_rest_of_two_rounded_amounts(ds: Dataset) -> None:
    half = Measure.exact("500000", "USD")
    whole, part = (value(ds, f"allurgroup-jac.{one}") for one in ("investment", "investment-cmc"))
    rest = value(ds, "allurgroup-jac.investment-others")

    assert (whole - half) - (part + half) == Measure.exact(rest.low or 0, "USD")
    assert (whole + half) - (part - half) == Measure.exact(rest.high or 0, "USD")


def test_the_trade_of_the_year_before_follows_from_two_rounded_figures(ds: Dataset) -> None:
    now = value(ds, "kursk-trade.trade-2017").value
    growth = value(ds, "kursk-trade.trade-growth").value
    before = value(ds, "kursk-trade.trade-2016")
    least = (now - 50_000) / (1 + (growth + Decimal("0.05")) / 100)
    most = (now + 50_000) / (1 + (growth - Decimal("0.05")) / 100)

    assert before.low is not None
    assert before.high is not None
    assert 0 <= least - before.low < 10_000
    assert 0 <= before.high - most < 10_000


def test_the_public_name_is_the_same_function() -> None:
    assert cd.load is load


def test_datasets_join_and_clashes_are_named(ds: Dataset) -> None:
    first, *rest = ds.facts
    one = Dataset(articles=ds.articles, parties=ds.parties, facts=[first])
    other = Dataset(articles=ds.articles, parties=ds.parties, facts=rest)
    changed = evolve(first, gloss="Something else.")

    assert ds == ds | ds
    assert {*ds.facts} == {*(one | other).facts}
    assert ds.parties == (one | Dataset()).parties
    with pytest.raises(errors.SeedError, match="says something else in each"):
        one | Dataset(articles=ds.articles, parties=ds.parties, facts=[changed])
