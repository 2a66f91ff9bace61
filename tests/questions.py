"""Questions to facts, drawn from the whole table of predicates, and facts to ask them of."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import strategies as hst

import coopdata as cd
from coopdata import strategies as st
from coopdata import units
from coopdata._flat.values import based, decimal_of
from coopdata.model import BASES, FACT_KINDS, ROLES, STATUSES, Fact
from coopdata.query import KEYWORDS, Book, FactList, P, Predicate, matching
from coopdata.values import Measure, Period

DS = cd.load()
UNITS = (
    *("USD", "EUR", "percent", "", "fold", "kilogram", "metric_ton", "pound", "ounce", "mile"),
    *("kilometer", "degree_celsius", "kelvin", "vehicle/year", "vehicle/month", "vehicle/day"),
    *("USD/pound", "USD/ounce", "USD/kilogram", "USD/metric_ton"),
)
EDTF = (
    *("2016", "2016-05", "2016-05-14", "2017-01/2017-09", "2016/..", "../2017", "../.."),
    *("[2016..]", "[..2017]", "[2016-11,2016-12]", "[2016..2019]", "XXXX-05", "2017-40", "201X"),
)
PERIODS = hst.one_of(hst.sampled_from(EDTF).map(Period.from_edtf), st.periods())


def fits(measure: Measure) -> bool:
    """Tell whether the columns of decimals can hold a measure."""
    ends = [one for one in (measure.low, measure.high) if one is not None]
    return all(decimal_of(one) is not None and based(one, measure.unit) for one in ends)


NUMBERS = hst.one_of(
    hst.integers(-3, 40).map(Decimal),
    hst.sampled_from(["0.1", "2.20462262", "2.2046226218", "35.27396195", "1E+7", "100", "1/3"]),
)
SINGLE = hst.builds(
    lambda make, number, unit: getattr(Measure, make)(number, unit),
    hst.sampled_from(["exact", "about", "at_least", "more_than", "at_most", "less_than"]),
    NUMBERS,
    hst.sampled_from(UNITS),
)
MEASURES = hst.one_of(SINGLE, st.measures(units=UNITS)).filter(fits)


@hst.composite
def fact_lists(draw: Any) -> FactList:
    """Return facts of ours with other measures and periods."""
    chosen = draw(hst.lists(hst.sampled_from((*DS.facts, *DS.derived)), max_size=8, unique=True))

    def changed(fact: Fact) -> Fact:
        if draw(hst.booleans()):
            return fact
        period = draw(hst.one_of(hst.none(), PERIODS))
        measure = draw(hst.one_of(hst.none(), MEASURES))
        parts = {"period"} | {"measure", "change", "baseline"}
        supports = tuple(one for one in fact.supports if one.part not in parts)
        return evolve(fact, period=period, measure=measure, supports=supports)

    return FactList(map(changed, chosen), DS)


def _some(values: Any) -> Any:
    return hst.lists(hst.sampled_from(sorted(values)), min_size=1, max_size=2).map(tuple)


PARTY_NAMES = [name for one in DS.parties for name in (one.id, *one.all_names[:1])]
PLACES = [one.id for one in DS.parties if one.kind == "place"]
NAMES: dict[str, Any] = {
    "kind": _some(FACT_KINDS),
    "status": _some(STATUSES),
    "basis": _some(BASES),
    "role": _some(ROLES),
    "party": hst.one_of(_some(PARTY_NAMES), _some(["CN", "BY", "RU", "TR"])),
    "said_by": _some(["", *{one.said_by for one in DS.facts}]),
    "country": _some(["CN", "BY", "RU", "TR", "KZ"]),
    "place": hst.one_of(_some(PLACES), _some(["BY", "RU"])),
    "article": _some(one.id for one in DS.articles),
    "language": _some({one.language for one in DS.articles}),
    "unit": _some(UNITS),
    "dimension": hst.one_of(
        _some({*map(units.dimension, UNITS)} & Book(DS).dimensions), hst.just("money")
    ),
}


def amounts(facts: FactList) -> Any:
    """Return amounts, often one that a fact has, in its own unit or another."""
    stated = [fact.measure for fact in facts if fact.measure is not None]

    def elsewhere(measure: Measure, unit: str) -> Measure:
        value = measure.low if measure.high is None else measure.high
        assert value is not None
        if measure.dimension != units.dimension(unit):
            return Measure.exact(value, measure.unit)
        return Measure.exact(units.convert(value, measure.unit, unit), unit)

    there = hst.builds(elsewhere, hst.sampled_from(stated), hst.sampled_from(UNITS))
    free = hst.builds(Measure.exact, NUMBERS, hst.sampled_from(UNITS))
    huge = hst.sampled_from([Measure.exact("1E+40", "USD"), Measure.exact("-1E+40", "kilogram")])
    return hst.one_of(there, free, huge) if stated else free


@hst.composite
def questions(draw: Any, facts: FactList, *, deep: bool = True) -> Predicate:
    """Return a predicate: one keyword of the table, with its certainty, or several joined."""
    if deep and draw(hst.booleans()):
        one, other = draw(questions(facts, deep=False)), draw(questions(facts, deep=False))
        return draw(
            hst.sampled_from([one & other, one | other, ~one, one & ~other, ~(one | other)])
        )
    keyword = draw(hst.sampled_from(sorted(KEYWORDS)))
    takes = KEYWORDS[keyword].takes
    given: dict[str, Any] = {}
    if keyword in ("since", "until"):
        given[keyword] = draw(hst.sampled_from(["2016", "2016-05", "2017-01/2017-09"]))
    elif takes == "names":
        given[keyword] = draw(NAMES[keyword])
    elif takes == "period":
        given[keyword] = draw(PERIODS)
    elif takes == "amount":
        given[keyword] = draw(amounts(facts))
    else:
        given[keyword] = (draw(amounts(facts)), draw(amounts(facts)))
    if KEYWORDS[keyword].certainty:
        given["certainty"] = draw(hst.sampled_from(["certainly", "possibly"]))
    if keyword == "party" and draw(hst.booleans()):
        given["role"] = draw(NAMES["role"])
    return matching(**given) if given else P.anything()


@hst.composite
def asked(draw: Any) -> tuple[FactList, Predicate]:
    """Return facts and a question to them."""
    facts = draw(fact_lists())
    return facts, draw(hst.one_of(questions(facts), hst.just(P.anything())))
