"""Everything public travels: pickled, copied, and to a process that knows nothing of this one."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
import types
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coopdata as cd
from coopdata import FactList, P, errors, strategies, units
from support import REPO

PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)
DS = cd.load()
FACTS = FactList(DS.facts, DS)
MEASURE = cd.Measure.about("12.50", "vehicle/year")
MODULES = [one for one in (getattr(cd, name) for name in cd.__all__) if type(one) is type(cd)]

#: Public names that stand for themselves: functions, classes, tables. Hypothesis' strategies do
#: not pickle, and of those who make them not all have a name that pickle could find.
NAMED = {
    f"{one.__name__}.{name}": getattr(one, name)
    for one in MODULES
    for name in one.__all__
    if one is not strategies
}
MADE: dict[str, Any] = {
    "dataset": DS,
    "empty dataset": cd.Dataset(),
    "articles": DS.articles,
    "parties": DS.parties,
    "facts": DS.facts,
    "fact list": FACTS,
    "query result": DS.where(kind="trade", unit="USD"),
    "groups": FACTS.group_by("kind"),
    "groups by a function": FACTS.group_by(lambda fact: fact.status),
    "counts": FACTS.count("kind"),
    "links": FACTS.links(),
    "sum": DS.where(unit="USD", kind="investment", party="TR").sum(),
    "predicates": [
        P.anything(),
        P.kind("trade") & ~P.status("planned") | P.party("CN", role="investor"),
        P.at_least("10 USD"),
        P.since("2016") & P.until("2017"),
    ],
    "matching": cd.query.matching(kind=["trade"], at_least="10 USD", since="2016"),
    "measure": MEASURE,
    "interval": MEASURE.interval,
    "period": cd.Period.from_edtf("2017-05/.."),
    "span": cd.Span(start=1, end=2),
    "mentions": cd.extract.mentions("5 km in May 2017", locale="en"),
    "reader": cd.Reader(
        locale="en", words=REPO / "examples" / "words", anchor=cd.Period.year(2017)
    ),
    "gold": cd.evaluation.shipped_gold()[:3],
    "report": cd.evaluate(lambda text, **_: (), gold=cd.evaluation.shipped_gold()[:3]),
    "names": [
        cd.normalize.organisation("ООО Заря", locale="ru"),
        cd.normalize.person("Mr Smith", locale="en"),
        cd.normalize.place("Kursk Region", locale="en"),
    ],
    "rows": cd.frames.rows(DS),
    "a column of one's own": cd.frames.Column("x", "string", "", "x"),
    "units": tuple(units.UNITS.values()),
    "dimensions": units.dimensions("vehicle/year"),
    "a conversion": units.converter("mile", "kilometer"),
    "quantity": MEASURE.quantity(),
    "quantities": MEASURE.quantities(),
    "a quantity in pint's own units": units.registry().Quantity(Decimal(3), "millinewton"),
    "pint units": MEASURE.quantity().units,
    "errors": [
        errors.RecordNotFoundError("fact", "x", ("y",)),
        errors.AmbiguousTextError("x", "en", 0, "a unit", (MEASURE, MEASURE)),
        errors.IntegrityError("a file", "this", "that"),
    ],
}


def same(one: Any, two: Any) -> bool:
    """Tell whether two values are equal, errors by what they say, tables by what they hold."""
    if isinstance(one, list):
        return len(one) == len(two) and all(map(same, one, two))
    if isinstance(one, Exception):
        return (type(one), str(one), vars(one)) == (type(two), str(two), vars(two))
    if isinstance(one, types.GenericAlias | types.UnionType):
        return repr(one) == repr(two)
    if callable(getattr(one, "func", None)):
        return (one.func, one.args, one.keywords) == (two.func, two.args, two.keywords)
    return bool(one == two)


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_value_is_the_same_after_pickling_and_copying(name: str) -> None:
    value = MADE[name]

    assert all(same(value, pickle.loads(pickle.dumps(value, each))) for each in PROTOCOLS)
    assert same(value, copy.copy(value))
    assert same(value, copy.deepcopy(value))


@pytest.mark.parametrize("name", sorted(NAMED))
def test_a_public_name_pickles_and_copies(name: str) -> None:
    value = NAMED[name]

    assert all(same(value, pickle.loads(pickle.dumps(value, each))) for each in PROTOCOLS)
    assert same(value, copy.deepcopy(value))


def test_everything_travels_to_a_process_that_was_spawned() -> None:
    values = [*MADE.values(), *NAMED.values()]
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        again = pool.submit(copy.copy, values).result()

    assert [] == [one for one, two in zip(values, again, strict=True) if not same(one, two)]


@given(strategies.measures())
def test_a_quantity_comes_back_into_the_registry_that_all_share(measure: cd.Measure) -> None:
    for quantity in (each for each in measure.quantities() if each is not None):
        again = pickle.loads(pickle.dumps(quantity))

        assert str(quantity) == str(again)
        assert quantity.units == again.units
        assert not (again - quantity).magnitude


@given(st.sampled_from(sorted(units.UNITS)))
def test_a_unit_hashes_as_it_compares(name: str) -> None:
    unit = units.UNITS[name]

    assert hash(unit) == hash(pickle.loads(pickle.dumps(unit)))
    assert {unit: name}[unit._replace(dims=dict(unit.dims)).__class__(*unit)] == name
