"""The strategies make valid records, and hypothesis knows them by type."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import attrs
import pytest
from babel import Locale
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as hst

from coopdata import _hypothesis, model, units, values
from coopdata import strategies as st
from coopdata.dataset import Dataset
from coopdata.model import Article, Product
from coopdata.values import Measure, Period, Relation, Span
from support import fresh_python

SEARCH = settings(max_examples=200, database=None, derandomize=True)
BRIEF = settings(SEARCH, max_examples=20)


@given(dataset=st.datasets())
def test_a_drawn_dataset_has_no_problems(dataset: Dataset) -> None:
    assert dataset.problems() == ()


@given(number=st.decimals(places=3))
def test_a_drawn_decimal_is_finite_and_no_negative_zero(number: Decimal) -> None:
    assert number.is_finite()
    assert not (number == 0 and number.is_signed())


@given(period=st.periods(min_year=1850, max_year=2100, unknown=False))
def test_a_drawn_period_stays_within_its_years(period: Period) -> None:
    assert period.start is not None
    assert period.end is not None
    assert period.start.year >= 1850
    assert period.end.year <= 2101  # the winter of 2100 ends in February


@given(measure=st.measures(units=["USD"], relations=["at_most"], min_value=0))
def test_a_drawn_measure_is_as_asked_for(measure: Measure) -> None:
    assert ("USD", "at_most") == (measure.unit, measure.relation)
    assert measure.value >= 0


@given(locale=st.locales())
def test_a_drawn_locale_is_one_of_babels(locale: str) -> None:
    assert Locale.parse(locale)


@given(article=st.articles())
def test_the_mentions_of_a_drawn_article_do_not_overlap(article: Article) -> None:
    ends = [0, *(mention.span.end for mention in article.mentions)]

    assert all(end <= one.span.start for end, one in zip(ends, article.mentions, strict=False))


RECORDS = [
    record
    for module in (model, values)
    for record in map(vars(module).__getitem__, module.__all__)
    if isinstance(record, type) and attrs.has(record)
]


@given(data=hst.data())
@pytest.mark.parametrize("kind", [*RECORDS, Dataset])
def test_hypothesis_finds_the_strategy_by_type(kind: type, data: hst.DataObject) -> None:
    _hypothesis.register()

    assert isinstance(data.draw(hst.from_type(kind)), kind)


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.__name__)
def test_a_drawn_record_is_made_again_from_its_own_fields(record: type) -> None:
    _hypothesis.register()

    @BRIEF
    @given(hst.from_type(record))
    def check(drawn: Any) -> None:
        assert drawn == attrs.evolve(drawn)  # which checks every field, as any caller's are

    check()


@pytest.mark.parametrize("level", get_args(get_type_hints(Product)["level"]))
def test_products_of_every_level_are_drawn(level: str) -> None:
    assert find(st.products(), lambda one: one.level == level, settings=SEARCH)


@pytest.mark.parametrize("first", ["hypothesis", "coopdata.strategies"])
def test_either_may_be_imported_first(first: str) -> None:
    done = fresh_python("-c", f"import {first}, hypothesis, coopdata.strategies")

    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize(
    ("strategy", "wanted", "simplest"),
    [
        (st.decimals(), lambda one: one > 3, "Decimal('4')"),
        (st.decimals(), lambda one: one < 0, "Decimal('-1')"),
        (st.decimals(), lambda one: one % 1, "Decimal('0.1')"),
        (st.unit_names(), lambda one: True, "''"),
        (st.unit_names(), lambda one: "/" in one, "'ADP/year'"),
        (st.measures(), lambda one: True, "Measure.exact('0')"),
        (st.measures(), lambda one: one.relation == "between", "Measure.between('0', '0')"),
        (st.periods(), lambda one: one.start is None, "Period('../0001')"),
        (st.periods(min_year=1900, max_year=2100), lambda one: True, "Period('1900')"),
        (st.spans(), lambda one: len(one) > 3, "Span(start=0, end=4)"),
        (st.spans(), lambda one: one.start > 3, "Span(start=4, end=5)"),
        (st.texts(), lambda one: len(one) > 2, "'000'"),
        (st.locales(worded=True), lambda one: True, "'en'"),
    ],
)
def test_what_is_wanted_shrinks_to_the_simplest(
    strategy: hst.SearchStrategy[Any], wanted: Callable[[Any], object], simplest: str
) -> None:
    found = find(strategy, lambda one: bool(wanted(one)), settings=SEARCH)

    assert simplest == repr(found)


def test_records_shrink_to_the_simplest() -> None:
    party = find(st.parties(), lambda one: True, settings=BRIEF)
    mention = find(st.mentions(), lambda one: True, settings=BRIEF)
    article = find(st.articles(), lambda one: bool(one.text), settings=BRIEF)
    fact = find(st.facts([article]), lambda one: one.measure is not None, settings=BRIEF)
    dataset = find(st.datasets(max_facts=0), lambda one: len(one.articles) > 0, settings=BRIEF)
    citation = find(st.citations(article), lambda one: True, settings=BRIEF)

    assert ("person-0", "0", ()) == (party.id, party.names[0].text, party.aliases)
    assert (Span(start=0, end=1), "Period('0001')") == (mention.span, repr(mention.value))
    assert ("article-0", "0", (), "") == (article.id, article.text, article.mentions, article.title)
    assert ("article-0.fact-0", "Measure.exact('0')") == (fact.id, repr(fact.measure))
    assert (1, (), None) == (len(fact.citations), fact.parties, fact.period)
    assert ("<Dataset: 1 articles, 0 parties, 0 facts, 0 derived>", "0") == (
        repr(dataset),
        dataset.articles[0].text,
    )
    assert "0" == citation.quote


def test_draws_come_from_the_whole_domain() -> None:
    measures: list[Measure] = []
    periods: list[Period] = []

    @settings(max_examples=1500, database=None, derandomize=True, phases=[Phase.generate])
    @given(measure=st.measures(), period=st.periods())
    def draw(measure: Measure, period: Period) -> None:
        measures.append(measure)
        periods.append(period)

    draw()

    names = {one.unit for one in measures}
    bounds = [bound for one in measures for bound in (one.low, one.high) if bound is not None]
    money = set(units.CURRENCIES)
    for table in (money, set(units.UNITS) - money):
        listed = sorted(table)
        quarter = len(listed) // 4
        assert len(names & table) > 50
        assert all(names & {*listed[at : at + quarter]} for at in range(0, 4 * quarter, quarter))
    assert set(get_args(Relation)) == {one.relation for one in measures}
    assert {"", *(f"/{time}" for time in ("year", "month", "day", "hour"))} <= {
        name[name.find("/") :] if "/" in name else name for name in names
    }
    assert set(range(7)) == {-int(bound.as_tuple().exponent) for bound in bounds}
    assert any(bound < 0 for bound in bounds)
    assert any(one.start is None for one in periods)
    assert any(one.start is not None and one.start.year < 100 for one in periods)
