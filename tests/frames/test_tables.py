"""The flat table is the same in every frame, and keeps every digit."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from coopdata import frames
from coopdata import strategies as st
from coopdata.dataset import Dataset
from coopdata.errors import ConversionError, InvalidValueError, MissingExtraError
from coopdata.query import FactList
from coopdata.values import Measure
from support import REPO

sys.path.append(str(REPO / "tools"))
import flat_tables

pa = pytest.importorskip("pyarrow")


def plain(value: Any) -> Any:
    """Return what a frame gives back as the value that `rows` has."""
    return list(value) if hasattr(value, "__iter__") and not isinstance(value, str) else value


@given(dataset=st.datasets())
def test_a_table_holds_what_the_rows_say(dataset: Dataset) -> None:
    try:
        expected = list(frames.rows(dataset))
    except ConversionError:
        return

    assert expected == frames.to_arrow(dataset).to_pylist()


def test_every_row_of_the_shipped_dataset_has_every_column(ds: Dataset) -> None:
    names = [column.name for column in frames.SCHEMA]

    assert len(ds.facts) == len(frames.rows(ds))
    assert all(names == list(row) for row in frames.rows(ds))


def test_pandas_has_the_same_table(ds: Dataset) -> None:
    pytest.importorskip("pandas")
    frame = frames.to_pandas(ds)

    assert frames.to_arrow(ds).to_pylist() == pa.Table.from_pandas(frame).to_pylist()


def test_polars_has_the_same_table(ds: Dataset) -> None:
    pytest.importorskip("polars")

    assert list(frames.rows(ds)) == frames.to_polars(ds).to_dicts()


def test_duckdb_has_the_same_table(ds: Dataset) -> None:
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    frames.to_duckdb(ds, connection=connection, name="stated")
    found = connection.execute("select * from stated").fetchall()

    assert [tuple(row.values()) for row in frames.rows(ds)] == found


def test_a_duckdb_relation_lives_without_its_connection(ds: Dataset) -> None:
    pytest.importorskip("duckdb")

    assert (len(ds.facts),) == frames.to_duckdb(ds).aggregate("count(*)").fetchall()[0]


def test_any_arrow_reader_takes_a_dataset_or_a_fact_list(ds: Dataset) -> None:
    facts = ds.where(status="actual")

    assert frames.to_arrow(ds) == pa.table(ds)
    assert frames.to_arrow(facts) == pa.table(facts)
    assert len(facts) == pa.table(facts).num_rows


def fact_with(measure: Measure, ds: Dataset) -> FactList:
    return FactList([evolve(ds.facts[0], measure=measure)], ds)


@pytest.mark.parametrize("number", ["0.00000000001", "1" + "0" * 28, "1E+300"])
def test_a_number_that_a_decimal_column_cannot_hold_is_refused(number: str, ds: Dataset) -> None:
    with pytest.raises(ConversionError, match="28 digits before the point and 10 after"):
        frames.rows(fact_with(Measure.exact(number), ds))


@pytest.mark.parametrize("number", ["12.50", "0.0000000001", "9" * 28, "-1E+3", "0.000000000000"])
def test_a_number_keeps_its_value_and_its_digits(number: str, ds: Dataset) -> None:
    (row,) = frames.to_arrow(fact_with(Measure.exact(number), ds)).to_pylist()

    assert Decimal(number) == row["low"] == row["high"]
    assert f"{Decimal(number):f}" == row["low_text"] == row["high_text"]


@pytest.mark.parametrize(
    ("number", "held"),
    [("1/3", "0.3333333333"), ("-2/3", "-0.6666666667"), ("1/7000000000", "0.0000000001")],
)
def test_a_number_that_has_no_end_is_rounded_to_the_column(
    number: str, held: str, ds: Dataset
) -> None:
    (row,) = frames.to_arrow(fact_with(Measure.exact(number), ds)).to_pylist()

    assert Decimal(held) == row["low"] == row["high"]
    assert str(Measure.exact(number)) == row["low_text"]


@pytest.mark.parametrize("number", ["1/30000000000", f"{'9' * 29}/7"])
def test_a_number_of_which_the_column_has_no_digits_is_refused(number: str, ds: Dataset) -> None:
    with pytest.raises(ConversionError, match="28 digits before the point and 10 after"):
        frames.rows(fact_with(Measure.exact(number), ds))


def test_the_flat_tables_is_that_of_the_schemas() -> None:
    page = flat_tables.PAGE.read_text(encoding="utf-8")
    told = flat_tables.MENTIONS.read_text(encoding="utf-8")

    assert flat_tables.page() == page, "run: python tools/flat_tables.py"
    assert flat_tables.mentions(told) == told, "run: python tools/flat_tables.py"


@pytest.mark.parametrize("table", frames.SCHEMAS)
def test_a_field_carries_its_meaning_and_its_unit(table: Any, ds: Dataset) -> None:
    schema = frames.to_arrow(ds, table=table).schema

    for column in frames.SCHEMAS[table]:
        field = schema.field(column.name)
        said = {name.decode(): text.decode() for name, text in field.metadata.items()}
        assert {"words": column.words} | ({"unit": column.unit} if column.unit else {}) == said
        assert column.nullable == field.nullable


@pytest.mark.parametrize("table", frames.SCHEMAS)
def test_no_cell_is_empty_that_may_not_be(table: Any, ds: Dataset) -> None:
    frames.to_arrow(ds, table=table).validate(full=True)
    filled = [one.name for one in frames.SCHEMAS[table] if not one.nullable]

    for row in frames.rows(ds, table=table):
        assert [] == [name for name in filled if row[name] is None]


def test_a_column_has_a_type_that_there_is() -> None:
    with pytest.raises(InvalidValueError, match="the type of a column is one of bool, date32"):
        frames.Column("x", "text", "", "x")


@pytest.mark.parametrize(
    ("way", "package", "extra"),
    [
        (frames.to_arrow, "pyarrow", "arrow"),
        (frames.to_pandas, "pandas", "pandas"),
        (frames.to_polars, "polars", "polars"),
        (frames.to_duckdb, "duckdb", "duckdb"),
        (lambda ds: frames.to_spark(ds, session=object()), "pyspark.sql", "spark"),
        (frames.to_pint, "pint_pandas", "pint-pandas"),
    ],
)
def test_a_missing_package_is_named_with_its_extra(
    way: Any, package: str, extra: str, ds: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'coopdata\[{extra}\]'"):
        way(ds)
