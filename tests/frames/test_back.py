"""From a table come the records that it was made of, or every row that is none is named."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as hst

from coopdata import batch, extract, frames
from coopdata import strategies as st
from coopdata.dataset import Dataset
from coopdata.errors import (
    ConversionError,
    InvalidValueError,
    MissingExtraError,
    RecordNotFoundError,
    SeedError,
)
from coopdata.model import Mention, Party

pa = pytest.importorskip("pyarrow")

FRAMES: dict[str, Callable[..., Any]] = {
    "pandas": frames.to_pandas,
    "polars": frames.to_polars,
    "duckdb": frames.to_duckdb,
}


@given(dataset=st.datasets())
def test_a_dataset_comes_back_from_its_tables(dataset: Dataset) -> None:
    try:
        facts = frames.to_arrow(dataset)
        derived = frames.to_arrow(dataset.where(derived=True))
    except ConversionError:
        return
    tables = {
        name: frames.from_arrow(frames.to_arrow(dataset, table=name))
        for name in ("articles", "parties")
    }
    computed = [one for one in frames.from_arrow(derived) if one not in dataset.facts]

    assert dataset == Dataset(facts=frames.from_arrow(facts), derived=computed, **tables)


@given(mentions=hst.lists(st.mentions()))
def test_mentions_come_back_from_their_table(mentions: list[Mention]) -> None:
    made = frames.to_arrow(mentions, table="mentions")

    assert tuple(mentions) == frames.from_arrow(made)


@given(parties=hst.lists(st.parties()))
def test_parties_come_back_from_their_table(parties: list[Party]) -> None:
    assert tuple(parties) == frames.from_arrow(frames.to_arrow(parties, table="parties"))


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize("table", frames.SCHEMAS)
def test_every_frame_gives_the_records_back(name: str, table: Any, ds: Dataset) -> None:
    pytest.importorskip(name)
    made = FRAMES[name](ds, table=table)

    assert frames.from_arrow(frames.to_arrow(ds, table=table)) == frames.from_arrow(made)


def test_a_table_of_mentions_is_what_the_kernel_makes(ds: Dataset) -> None:
    text = "🚢 Erlös: 1.234 € im Mai 2017, ein Drittel mehr."
    found = extract.mentions(text, locale="de")
    kernel = batch.mentions(pa.record_batch({"text": [text]}), locale="de")

    assert kernel.to_pylist() == list(frames.rows(found, text=text))
    assert kernel.schema.equals(frames.to_arrow(found).schema, check_metadata=True)
    assert found == frames.from_arrow(kernel) == frames.from_arrow(frames.to_arrow(found))


def test_rows_may_be_chosen_and_sorted_and_have_columns_beside_them(ds: Dataset) -> None:
    made = frames.to_arrow(ds).sort_by("gloss").slice(3, 5)
    more = made.append_column("mine", pa.array(range(5)))

    assert set(ds.facts) > set(frames.from_arrow(more))
    assert 5 == len(frames.from_arrow(more))


def test_a_cell_that_says_something_else_than_the_record_is_refused(ds: Dataset) -> None:
    rows = [*frames.rows(ds)[:3]]
    rows[1] |= {"kind": "trade", "low": 5}
    rows[2] |= {"record": "{"}
    made = pa.Table.from_pylist(rows, schema=frames.to_arrow(ds).schema)

    with pytest.raises(SeedError) as caught:
        frames.from_arrow(made)
    first, second = caught.value.problems
    assert first.startswith("row 1: columns say what the row's record says; not so, got 'kind, low")
    assert second.startswith("row 2: record line 1")


def test_a_table_of_another_schema_is_refused_with_what_it_lacks(ds: Dataset) -> None:
    made = frames.to_arrow(ds)

    with pytest.raises(InvalidValueError, match=r"SCHEMAS\['facts'\]; missing, got 'record'"):
        frames.from_arrow(made.drop_columns(["record"]))


def test_an_error_is_no_mention() -> None:
    texts = pa.record_batch({"text": ["5 km", "5 km"], "lang": ["en", "xx"]})

    with pytest.raises(SeedError, match="row 1: a row with an error is no mention"):
        frames.from_arrow(batch.mentions(texts, locale_column="lang"))


@pytest.mark.parametrize("wrong", [[], None, {"id": ["x"]}, "facts"])
def test_what_is_no_table_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="from_arrow takes an Arrow table or stream"):
        frames.from_arrow(wrong)


@pytest.mark.parametrize(
    ("source", "how", "error", "says"),
    [
        (lambda ds: [], {}, InvalidValueError, "says by table= what it is of"),
        (lambda ds: ds.facts, {}, InvalidValueError, "facts come as a FactList"),
        (lambda ds: ["x"], {}, InvalidValueError, "mentions, parties, articles or terms"),
        (lambda ds: ds.parties, {"table": "facts"}, InvalidValueError, "a table of parties"),
        (lambda ds: ds.where(), {"table": "parties"}, InvalidValueError, "a table of facts"),
        (lambda ds: ds, {"table": "fact"}, RecordNotFoundError, "did you mean 'facts'"),
        (
            lambda ds: [*ds.parties, *ds.articles],
            {},
            InvalidValueError,
            "all of one kind",
        ),
    ],
)
def test_what_makes_no_table_is_refused(
    source: Any, how: Any, error: type[Exception], says: str, ds: Dataset
) -> None:
    with pytest.raises(error, match=says):
        frames.rows(source(ds), **how)


def test_articles_have_a_table_of_their_mentions(ds: Dataset) -> None:
    assert frames.rows(ds, table="mentions") == frames.rows(ds.articles, table="mentions")


def test_a_missing_package_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'coopdata\[arrow\]'"):
        frames.from_arrow(object())


def test_a_number_beyond_the_decimals_stops_no_table_of_mentions() -> None:
    text = "It has 1" + "0" * 30 + " km and 5 km."
    far, near = frames.rows(extract.mentions(text, locale="en"), text=text)

    assert (None, None, "1" + "0" * 30) == (far["low"], far["low_base"], far["low_text"])
    assert (5, 5000) == (near["low"], near["low_base"])
