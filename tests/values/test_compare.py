"""Amounts and periods asked for, held against what each fact's interval and days say."""

from __future__ import annotations

import datetime as dt
import operator
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import errors
from coopdata.model import Citation, Fact
from coopdata.query import FactList, P
from coopdata.query._compare import Amounts, amount_of, certain, period_of
from coopdata.values import Measure, Period
from coopdata.values.interval import Interval

NUMBERS: Final = st.integers(-3, 3).map(Decimal)
RELATIONS: Final = ("exact", "about", "at_least", "more_than", "at_most", "less_than")
SIGNS: Final[dict[str, Any]] = {
    "at_least": operator.ge,
    "more_than": operator.gt,
    "at_most": operator.le,
    "less_than": operator.lt,
}
HUNDREDTHS: Final = 100


class World:
    """No records but the facts."""

    articles = ()
    parties = ()
    facts = ()


def fact(nth: int, **fields: Any) -> Fact:
    citation = Citation(article_id="a", start=0, end=1, quote="w")
    return Fact(
        id=f"a.{nth}", kind="trade", gloss="", status="actual", citations=(citation,), **fields
    )


def asked(predicate: Any, *facts: Fact) -> list[bool]:
    found = FactList(facts, World()).where(predicate)
    return [one in tuple(found) for one in facts]


def made(relation: str, number: Decimal, unit: str) -> Measure:
    measure: Measure = getattr(Measure, relation)(number, unit)
    return measure


def allowed(measure: Measure) -> list[Decimal]:
    """Return the numbers of a fine grid that a measure allows."""
    interval: Interval = measure.interval
    grid = [Decimal(nth) / 4 for nth in range(-40, 41)]
    return [
        one
        for one in grid
        if (
            interval.low is None
            or one > interval.low
            or (one == interval.low and not interval.low_open)
        )
        and (
            interval.high is None
            or one < interval.high
            or (one == interval.high and not interval.high_open)
        )
    ]


MEASURES = st.builds(made, st.sampled_from(RELATIONS), NUMBERS, st.just("kilometer")) | st.builds(
    lambda one, two: Measure.between(min(one, two), max(one, two), "kilometer"), NUMBERS, NUMBERS
)


@given(measure=MEASURES, number=NUMBERS)
@example(measure=Measure.about(1, "kilometer"), number=Decimal("1.5"))
@example(measure=Measure.about(1, "kilometer"), number=Decimal("0.5"))
def test_an_amount_is_certain_of_all_numbers_and_possible_of_some(
    measure: Measure, number: Decimal
) -> None:
    numbers = allowed(measure)
    for name, compares in SIGNS.items():
        said = [compares(one, number) for one in numbers]
        for certainty, expected in (("certainly", all(said)), ("possibly", any(said))):
            for bound in (
                Measure.exact(number, "kilometer"),
                Measure.exact(number * 1000, "meter"),
            ):
                predicate = getattr(P, name)(bound, certainty=certainty)

                assert [expected] == asked(predicate, fact(1, measure=measure)), (name, certainty)


@pytest.mark.parametrize("name", SIGNS)
@pytest.mark.parametrize("relation", [*RELATIONS, "between"])
def test_each_boundary_is_in_or_out(name: str, relation: str) -> None:
    for low in range(-1, 3):
        number = Decimal(low)
        measure = (
            Measure.between(number, number + 1, "kilometer")
            if relation == "between"
            else made(relation, number, "kilometer")
        )
        test_an_amount = test_an_amount_is_certain_of_all_numbers_and_possible_of_some
        for bound in range(-2, 5):
            test_an_amount.hypothesis.inner_test(measure, Decimal(bound))  # type: ignore[attr-defined]  # hypothesis' own


def test_another_dimension_says_nothing_of_an_amount() -> None:
    facts = [
        fact(1, measure=Measure.exact(5, "hour")),
        fact(2, measure=Measure.exact(5, "kilometer")),
        fact(3, measure=Measure.exact(5, "EUR")),
        fact(4),
        fact(5, measure=Measure.exact(4000, "meter")),
        fact(6, measure=Measure.exact(6000, "meter")),
        fact(7, measure=Measure.exact(7, "kilometer")),
    ]

    assert [False, True, False, False, False, True, True] == asked(P.at_least("5 km"), *facts)
    assert [False, False, False, False, True, False, False] == asked(P.less_than("5 km"), *facts)
    assert [False] * 7 == asked(P.at_least(Measure.exact(1, "USD")), *facts)
    assert [False, True, False, False, True, True, True] == asked(
        P.at_most(Measure.exact("1E+999", "kilometer")), *facts
    )


def test_a_predicate_over_amounts_prints_itself() -> None:
    bound = Measure.exact(5, "USD")

    assert "P.at_least('5 USD')" == repr(P.at_least(bound))
    assert "P.at_most('5 USD', certainty='possibly')" == repr(
        P.at_most(bound, certainty="possibly")
    )
    assert "P.at_least('5 USD')" == repr(Amounts("at_least", bound))


def test_an_amount_is_read_from_what_people_give() -> None:
    assert Measure.exact(5, "USD") == amount_of("5 USD") == amount_of("5 USD", "EUR")
    assert Measure.exact(5, "EUR") == amount_of("5", "EUR") == amount_of(5, "EUR")
    assert Measure.exact(5) == amount_of(5) == amount_of(Decimal(5)) == amount_of("5")
    assert Measure.exact(5, "USD") == amount_of(Measure.exact(5, "USD"), "EUR")
    assert Measure.exact(5, "EUR") == amount_of(Measure.exact(5), "EUR")
    for hedged in ("about 5 USD", "5 to 6 USD", Measure.at_least(5, "USD")):
        with pytest.raises(errors.UndecidedError, match="name one exact amount"):
            amount_of(hedged)
    for beyond in ("10e999 USD", 10**1000, "1e999999 USD"):
        with pytest.raises((errors.UnreadableTextError, errors.InvalidValueError)):
            amount_of(beyond)


def test_a_certainty_is_one_of_two_words() -> None:
    assert ["certainly", "possibly"] == [certain("certainly"), certain("possibly")]
    with pytest.raises(errors.RecordNotFoundError) as caught:
        certain("perhaps")  # type: ignore[arg-type]  # what is tested
    assert ("certainty", "perhaps", ("certainly", "possibly")) == caught.value.args


# -- periods --------------------------------------------------------------------------------------

PERIODS: Final = [
    *("2016", "2016-05", "2015", "2017", "2016/..", "../2016", "2016-01-01", "2015-12-31"),
    *("XXXX-05", "../..", "2014/2018"),
]


@pytest.mark.parametrize("name", ["overlaps", "within", "before", "after"])
def test_a_period_is_asked_as_two_periods_stand(name: str) -> None:
    facts = [fact(nth, period=Period.from_edtf(edtf)) for nth, edtf in enumerate(PERIODS)]
    method = name if name == "overlaps" else f"is_{name}"
    for edtf in PERIODS:
        wanted = Period.from_edtf(edtf)
        expected = [getattr(one.period, method)(wanted) for one in facts]
        predicate = getattr(P, name)(wanted)

        assert [*expected, False] == asked(predicate, *facts, fact(99))
        assert [*expected, *expected] == asked(
            predicate,
            *facts,
            *(fact(100 + nth, period=one.period) for nth, one in enumerate(facts)),
        )
        assert f"P.{name}({edtf!r})" == repr(predicate)


def test_a_period_is_read_from_what_people_give() -> None:
    expected = Period.year(2016)

    assert expected == period_of(2016) == period_of("2016") == period_of(expected)
    assert Period.year(7) == period_of(7)
    assert Period.day(2016, 5, 6) == period_of(dt.date(2016, 5, 6)) == period_of("2016-05-06")
    for wrong in ("May 2016", "2016-13", -5, 10000):
        with pytest.raises(errors.UnreadableTextError, match="expected"):
            period_of(wrong)
