"""The strategies make valid records, and hypothesis knows them by type."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as hst

from coopdata import _hypothesis
from coopdata import strategies as st
from coopdata.dataset import Dataset
from coopdata.model import Article, Fact, Mention, Party
from coopdata.values import Measure, Period, Span
from support import fresh_python


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


@given(data=hst.data())
@pytest.mark.parametrize("kind", [Article, Fact, Measure, Mention, Party, Period, Span, Dataset])
def test_hypothesis_finds_the_strategy_by_type(kind: type, data: hst.DataObject) -> None:
    _hypothesis.register()

    assert isinstance(data.draw(hst.from_type(kind)), kind)


@pytest.mark.parametrize("first", ["hypothesis", "coopdata.strategies"])
def test_either_may_be_imported_first(first: str) -> None:
    done = fresh_python("-c", f"import {first}, hypothesis, coopdata.strategies")

    assert (0, "") == (done.returncode, done.stderr)
