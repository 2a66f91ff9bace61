"""FollowTheMoney's own model takes every entity, and cleans nothing away."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from coopdata import exports
from coopdata import strategies as own
from coopdata.dataset import Dataset

ftm: Any = pytest.importorskip("followthemoney")


def entities(dataset: Dataset) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exports.followthemoney(dataset).splitlines()]


def test_the_model_keeps_every_value(ds: Dataset) -> None:
    for one in entities(ds):
        proxy = ftm.model.get_proxy(one, cleaned=False)

        assert {name: len(values) for name, values in one["properties"].items()} == {
            name: len(proxy.get(name)) for name in one["properties"]
        }


@given(own.datasets())
def test_any_dataset_is_of_the_model(dataset: Dataset) -> None:
    made = entities(dataset)
    known = {one["id"] for one in made}
    for one in made:
        proxy = ftm.model.get_proxy(one, cleaned=False)
        required = proxy.schema.required

        assert set(required) <= set(one["properties"])
        assert {value for prop, value in proxy.itervalues() if prop.type.name == "entity"} <= known


def test_an_office_is_a_directorship_and_a_fact_an_event(ds: Dataset) -> None:
    found = {one["id"]: one for one in entities(ds)}
    fact = found["coopdata-fact-kursk-trade.trade-2017"]

    assert "Directorship" in {one["schema"] for one in found.values()}
    assert ["2017-01-01"] == fact["properties"]["startDate"]
    assert ["2017-09-30"] == fact["properties"]["endDate"]
    assert ["by", "ru"] == fact["properties"]["country"]
