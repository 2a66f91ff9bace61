"""Charts are valid, hold their data themselves, and show or count every fact."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from coopdata import strategies as own
from coopdata.dataset import Dataset
from coopdata.errors import InvalidValueError, UnknownUnitError
from coopdata.query import FactList
from coopdata.values import Period

pytest.importorskip("altair")

LANGUAGES = ["en", "ru", "be", "kk", "tr", "zh", "ko", "de"]
Draw = Callable[..., Any]
CHARTS: dict[str, Draw] = {
    "timeline": lambda source, locale: source.timeline(locale=locale),
    "compare": lambda source, locale: source.compare(unit="USD", locale=locale),
    "graph": lambda source, locale: source.graph(locale=locale).chart(),
    "map": lambda source, locale: source.map(locale=locale),
}


def values(spec: Any) -> Iterator[Any]:
    """Yield every value of a tree."""
    yield spec
    if isinstance(spec, dict | list):
        for one in spec.values() if isinstance(spec, dict) else spec:
            yield from values(one)


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_valid_and_asks_for_no_data(ds: Dataset, name: str, locale: str) -> None:
    spec = CHARTS[name](ds, locale).to_dict()

    assert not [one for one in values(spec) if isinstance(one, dict) and "url" in one]
    assert len(json.dumps(spec)) < 400_000


@given(own.datasets(), st.sampled_from([*CHARTS]), st.sampled_from(LANGUAGES))
def test_any_dataset_is_drawn_or_has_nothing_to_draw(
    dataset: Dataset, name: str, locale: str
) -> None:
    try:
        chart = CHARTS[name](dataset, locale)
    except InvalidValueError:
        return

    assert chart.to_dict()


def rows(spec: Any) -> list[dict[str, Any]]:
    """Return the rows that a chart of one row for each fact holds."""
    held = [
        one["data"]["values"]
        for one in values(spec)
        if isinstance(one, dict) and isinstance(one.get("data"), dict) and "values" in one["data"]
    ]
    sets = list(spec.get("datasets", {}).values())
    (found,) = [one for one in (*held, *sets) if isinstance(one, list)][:1]
    return list(found)


def test_a_timeline_has_a_row_for_each_fact_with_a_period(ds: Dataset) -> None:
    dated = {one.id for one in ds.facts if one.period is not None}
    spec = ds.timeline().to_dict()

    assert dated == {one["id"] for one in rows(spec)}
    assert f"Left out: {len(ds.facts) - len(dated)}" == spec["title"]["subtitle"]


def test_a_period_of_an_unknown_year_is_in_no_timeline_nor_on_that_of_the_page(
    ds: Dataset,
) -> None:
    known, unknown, *_ = ds.facts
    made = Dataset(
        articles=ds.articles,
        parties=ds.parties,
        facts=[
            evolve(known, period=Period.from_edtf("2017-05")),
            evolve(unknown, period=Period.from_edtf("XXXX-05")),
        ],
    )
    spec = made.timeline().to_dict()

    assert [known.id] == [one["id"] for one in rows(spec)]
    assert "Left out: 1" == spec["title"]["subtitle"]
    assert 1 == made.to_html().count("<rect ")


def test_a_bound_is_drawn_as_a_bound(ds: Dataset) -> None:
    found = {one["id"]: one for one in rows(ds.compare(unit="USD").to_dict())}
    floor = found["kursk-trade.trade-floor"]

    assert (250_000_000, True, False) == (
        floor["low"],
        floor["is_open_high"],
        floor["is_open_low"],
    )
    assert not found["kursk-trade.trade-target"]["is_open_high"]


def test_a_map_counts_a_fact_once_for_each_country(ds: Dataset) -> None:
    spec = ds.where(article="kursk-trade").map().to_dict()
    topology = next(
        one for one in values(spec) if isinstance(one, dict) and one.get("type") == "Topology"
    )
    told = {
        one["properties"]["name"]: one["properties"]["facts"]
        for one in topology["objects"]["countries"]["geometries"]
    }
    facts = ds.where(article="kursk-trade")

    assert len(facts) >= told["Belarus"] > 0
    assert 0 == told["China"]


@pytest.mark.parametrize("name", ["timeline", "compare", "map"])
def test_nothing_to_draw_is_an_error_that_says_so(ds: Dataset, name: str) -> None:
    with pytest.raises(InvalidValueError, match="needs a fact with"):
        CHARTS[name](FactList([], ds), "en")


def test_an_unknown_unit_is_refused(ds: Dataset) -> None:
    with pytest.raises(UnknownUnitError):
        ds.compare(unit="dolars")
