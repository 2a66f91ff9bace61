"""Values as fields of pydantic and msgspec models: there and back, and never a wrong one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from coopdata import Measure, Period, Span, errors, serde, strategies

pydantic = pytest.importorskip("pydantic")
msgspec = pytest.importorskip("msgspec")


class Answer(pydantic.BaseModel):  # type: ignore[misc,name-defined]  # imported if it is there
    """A pydantic model."""

    amount: Measure
    when: Period | None = None
    spans: tuple[Span, ...] = ()


class Told(msgspec.Struct):  # type: ignore[misc,name-defined]  # as above
    """A struct of msgspec."""

    amount: Measure
    when: Period | None = None
    spans: tuple[Span, ...] = ()


@given(amount=strategies.measures(), when=strategies.periods(), span=strategies.spans())
def test_a_pydantic_model_holds_values_and_reads_back_its_json(
    amount: Measure, when: Period, span: Span
) -> None:
    made = Answer(amount=amount, when=when, spans=(span,))

    assert made == Answer.model_validate_json(made.model_dump_json())
    assert made == Answer.model_validate(made.model_dump())
    assert serde.to_tree(amount) == json.loads(made.model_dump_json())["amount"]
    assert amount is made.amount


@pytest.mark.parametrize(
    ("tree", "told"),
    [
        ({"type": "measure", "relation": "exact", "low": "1", "high": "1", "unit": "wug"}, "wug"),
        ({"type": "measure", "relation": "exact", "low": 1, "high": 1}, "low"),
        ({"type": "period", "edtf": "2017"}, "type"),
        ("5 km", "Measure"),
        (5, "Measure"),
        (None, "Measure"),
    ],
)
def test_a_pydantic_model_refuses_what_is_no_value(tree: Any, told: str) -> None:
    with pytest.raises(pydantic.ValidationError, match=told):
        Answer(amount=tree)


def test_a_pydantic_model_has_a_schema_that_its_json_meets() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = Answer.model_json_schema()
    made = Answer(amount=Measure.about("12.50", "megawatt"), when=Period.month(2017, 5))

    jsonschema.Draft202012Validator(schema).validate(json.loads(made.model_dump_json()))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"amount": {"type": "measure", "low": 5}}, schema)


@given(amount=strategies.measures(), when=strategies.periods(), span=strategies.spans())
def test_a_struct_of_msgspec_holds_values_and_reads_back_its_json(
    amount: Measure, when: Period, span: Span
) -> None:
    made = Told(amount=amount, when=when, spans=(span,))

    assert made == msgspec.json.decode(msgspec.json.encode(made), type=Told)
    assert made == msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=Told)


@pytest.mark.parametrize(
    "amount",
    [
        {"low": "1", "high": "1", "unit": "wug", "relation": "exact"},
        {"low": "1", "high": "1", "unit": "km", "relation": "exact"},
        {"low": "2", "high": "1", "unit": "", "relation": "between"},
        {"low": "NaN", "high": "NaN", "unit": "", "relation": "exact"},
        {"low": "1E+999999", "unit": "", "relation": "at_least"},
        {"low": "1", "high": "1", "unit": "", "relation": "roughly"},
    ],
)
def test_a_struct_of_msgspec_refuses_what_is_no_value(amount: dict[str, str]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(json.dumps({"amount": amount}), type=Told)


def test_a_value_with_a_unit_of_ones_own_is_held_as_well() -> None:
    made = Answer(amount=Measure.exact(3, "{arshin=28_inch}"))

    assert made == Answer.model_validate_json(made.model_dump_json())
    assert isinstance(errors.SeedError("x", ()), ValueError)  # which pydantic takes for a refusal
