"""Datasets go to JSON and come back unchanged, or one error names all that is wrong."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as hst

from coopdata import serde
from coopdata import strategies as st
from coopdata.dataset import Dataset
from coopdata.errors import SeedError
from coopdata.model import Fact, Name, Product
from coopdata.values import Measure

jsonschema = pytest.importorskip("jsonschema")

EMPTY = (
    '{"type": "dataset", "format": "coopdata/2", '
    '"articles": [], "parties": [], "facts": [], "derived": []}'
)


def problems(text: str | bytes) -> tuple[str, ...]:
    with pytest.raises(SeedError) as caught:
        serde.from_json(text, source="x.json")
    return caught.value.problems


def with_facts(*facts: dict[str, Any]) -> str:
    return json.dumps(json.loads(EMPTY) | {"facts": facts}, indent=1)


FACT: dict[str, Any] = {
    "type": "fact",
    "id": "a.b",
    "kind": "trade",
    "gloss": "",
    "status": "actual",
    "citations": [{"article_id": "a", "start": 0, "end": 1, "quote": "w"}],
}


@given(dataset=st.datasets())
def test_json_gives_back_what_it_was_given(dataset: Dataset) -> None:
    text = serde.to_json(dataset)

    assert dataset == serde.from_json(text)
    assert text == serde.to_json(serde.from_json(text.encode()))


@given(dataset=st.datasets())
def test_json_lines_give_back_what_they_were_given(dataset: Dataset) -> None:
    text = serde.to_jsonl(dataset)

    assert dataset == serde.from_jsonl(text)
    assert text == serde.to_jsonl(serde.from_jsonl(text.encode()))


@given(measure=st.measures())
def test_a_decimal_keeps_its_digits(measure: Measure) -> None:
    back = serde.from_tree(serde.to_tree(measure), Measure)

    assert (str(measure.low), str(measure.high)) == (str(back.low), str(back.high))


@given(dataset=st.datasets())
def test_what_is_written_validates_against_the_schema(dataset: Dataset) -> None:
    jsonschema.Draft202012Validator(serde.json_schema()).validate(serde.to_tree(dataset))
    lines = jsonschema.Draft202012Validator(serde.json_schema(lines=True))
    for line in serde.to_jsonl(dataset).splitlines():
        lines.validate(json.loads(line))


@pytest.mark.parametrize("lines", [False, True])
def test_the_schema_is_a_schema(lines: bool) -> None:
    jsonschema.Draft202012Validator.check_schema(serde.json_schema(lines=lines))


def test_the_published_schema_is_the_schema(repo: Path) -> None:
    published = (repo / "docs/reference/dataset.schema.json").read_text(encoding="utf-8")
    made = json.dumps(serde.json_schema(), ensure_ascii=False, indent=1) + "\n"

    assert made == published, "write serde.json_schema() to the file again"


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    validator = jsonschema.Draft202012Validator(serde.json_schema())
    for change in ({"id": 1}, {"extra": ""}, {"type": "facts"}, {"status": "maybe"}):
        text = with_facts(FACT | change)

        assert not validator.is_valid(json.loads(text)), change
        assert problems(text), change


def test_the_shipped_dataset_goes_round_unchanged(ds: Dataset) -> None:
    assert ds == serde.from_json(serde.to_json(ds))
    assert ds == serde.from_jsonl(serde.to_jsonl(ds))
    jsonschema.Draft202012Validator(serde.json_schema()).validate(serde.to_tree(ds))


@given(text=hst.text(alphabet="a\x85\u2028\u2029\x1c\n\r", min_size=1))
def test_json_lines_have_no_other_line_breaks(text: str) -> None:
    party = Product(id="a", names=(Name(text=text, language="en"),))
    written = serde.to_jsonl(Dataset(parties=(party,)))

    assert 2 == len(written.splitlines())
    assert (party,) == serde.from_jsonl(written).parties


def test_every_problem_is_told_with_its_line_and_path() -> None:
    horizon = {"type": "measure", "low": 1.5, "high": "1e5", "relation": "exact"}
    text = with_facts(FACT | {"id": 7, "quot": ""}, FACT | {"id": "a.c", "horizon": horizon})

    found = problems(text)

    assert [
        "x.json line 9 at facts[0].id: expected a string, got 7",
        "x.json line 7 at facts[0]: extra fields found (quot)",
        "x.json line 39 at facts[1].horizon.low: "
        "expected a decimal in a string, such as '12.50'; got 1.5",
        "x.json line 40 at facts[1].horizon.high: expected a decimal such as '12.50', got '1e5'",
    ] == list(found)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"type": "fakt"}, "facts[0].type: expected the type 'fact', got 'fakt'"),
        ({"type": None}, "facts[0].type: expected the type 'fact', got None"),
        ({"status": "hoped"}, "known: 'actual', 'target', 'planned', 'proposed'"),
        ({"citations": {}}, "facts[0].citations: expected a list, got {}"),
        ({"citations": [{"article_id": "a", "start": True, "end": 1, "quote": ""}]}, "an integer"),
        ({"period": {"type": "period", "edtf": "2017-13"}}, "cannot read '2017-13'"),
        ({"horizon": {"type": "quantity"}}, "expected the type 'measure' or 'period'"),
        ({"horizon": {"low": "1"}}, "but there is none"),
        ({"horizon": []}, "facts[0].horizon: expected an object, got []"),
        (
            {"measure": {"type": "measure", "low": "1", "relation": "exact"}},
            "bounds fit the relation",
        ),
        (
            {"measure": {"type": "measure", "low": "1", "unit": "lom", "relation": "at_least"}},
            "unknown unit 'lom'",
        ),
        ({"basis": {"kind": "derived"}}, "names its rule"),
    ],
)
def test_a_wrong_value_is_named_with_its_path(change: dict[str, Any], words: str) -> None:
    assert any(words in problem for problem in problems(with_facts(FACT | change)))


@pytest.mark.parametrize(
    "number",
    ["1e5", "1E5", "1e999999999", "0x1", "1_0", " 1", "+1", "NaN", "Infinity", "१", "", "1" * 9999],
)
def test_a_decimal_that_is_not_canonical_is_refused(number: str) -> None:
    tree = {"type": "measure", "low": number, "high": number, "relation": "exact"}
    with pytest.raises(SeedError, match="expected a"):
        serde.from_tree(tree, Measure)


def test_a_missing_field_is_named() -> None:
    bare = {name: value for name, value in FACT.items() if name != "kind"}

    assert ("x.json line 7 at facts[0].kind: required field missing",) == problems(with_facts(bare))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON: expecting value in column 1"),
        ("{", "not JSON"),
        ('{"a": 1, "a": 2}', "the key 'a' occurs twice in one object"),
        ("[]", "expected an object, got []"),
        ("NaN", "expected an object, got NaN"),
        (EMPTY.replace("coopdata/2", "coopdata/9"), "unknown value 'coopdata/9'"),
        (EMPTY + "x", "extra data"),
        (b"\xff", "not UTF-8 at byte 0"),
        (EMPTY.replace("[]", "1" * 5000, 1), "expected a list"),
        (EMPTY.replace("[]", "1e999999999", 1), "expected a list, got 1e999999999"),
    ],
)
def test_a_broken_text_gives_one_typed_error(text: str | bytes, words: str) -> None:
    assert words in "\n".join(problems(text))


@pytest.mark.parametrize("bracket", ["[", '{"a":', '[{"a":['])
def test_ten_megabytes_of_nesting_are_refused_at_once(bracket: str) -> None:
    text = bracket * (10_000_000 // len(bracket))
    started = time.perf_counter()

    found = problems(text)

    assert ("x.json line 1: nested more than 32 deep",) == found
    assert time.perf_counter() - started < 5


def test_quotes_that_never_close_take_linear_time() -> None:
    started = time.perf_counter()

    assert problems('"' + '\\"' * 1_000_000)
    assert time.perf_counter() - started < 5


@given(text=hst.text(alphabet='{}[]",:\\ \n01ae.-typ', max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (serde.from_json, serde.from_jsonl):
        with pytest.raises(SeedError):
            read(text)


@given(
    tree=hst.recursive(
        hst.none() | hst.booleans() | hst.integers() | hst.text(max_size=5),
        lambda inner: (
            hst.lists(inner, max_size=3)
            | hst.dictionaries(hst.sampled_from(["type", "id", "facts", "low"]), inner)
        ),
    )
)
def test_any_tree_is_refused_with_a_typed_error(tree: Any) -> None:
    with pytest.raises(SeedError):
        serde.from_tree(tree, Fact)
    with pytest.raises(SeedError):
        serde.from_json(json.dumps(json.loads(EMPTY) | {"facts": [tree]}))


def test_records_that_do_not_fit_together_load_nothing() -> None:
    text = with_facts(FACT | {"place": "nowhere"})

    assert any("no party has the id 'nowhere'" in problem for problem in problems(text))


def test_json_lines_tell_the_line_of_each_problem() -> None:
    text = serde.to_jsonl(Dataset()) + json.dumps(FACT | {"id": 1}) + "\n{]\n"
    with pytest.raises(SeedError) as caught:
        serde.from_jsonl(text, source="x.jsonl")

    assert "x.jsonl line 2 at id: expected a string, got 1" == caught.value.problems[0]
    assert caught.value.problems[1].startswith("x.jsonl line 3: not JSON")
