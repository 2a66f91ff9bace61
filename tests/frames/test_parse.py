"""A column of texts is a frame of values as long as it is; what is refused says so in its row."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as hst

from coopdata import frames, normalize
from coopdata.errors import (
    CoopdataError,
    InvalidValueError,
    MissingExtraError,
    RecordNotFoundError,
    UnknownLocaleError,
)
from coopdata.values import Measure

pa = pytest.importorskip("pyarrow")
pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")

MESSY = ("1.234,56", "$1.2bn", "10–12 %", "n/a", "", "  ", "about 5 km", "свыше 3 т", "5", "1/3")
CELLS = hst.lists(hst.one_of(hst.none(), hst.sampled_from(MESSY), hst.text(max_size=5)), max_size=6)
LOCALES = hst.sampled_from(["en", "de", "ru"])
COLUMNS: dict[str, Any] = {
    "pandas": lambda cells: pd.Series(cells, dtype=object),
    "polars": lambda cells: pl.Series("x", cells, dtype=pl.String),
    "arrow": lambda cells: pa.array(cells, pa.string()),
}


def rows(frame: Any) -> list[dict[str, Any]]:
    table = frame if isinstance(frame, pa.Table) else pa.table(frame)
    return [{k: v for k, v in row.items() if k[:2] != "__"} for row in table.to_pylist()]


@given(cells=CELLS, locale=LOCALES)
def test_every_library_gives_what_the_reader_reads(cells: list[str | None], locale: str) -> None:
    found = {
        name: rows(frames.parse(made(cells), "measure", locale=locale))
        for name, made in COLUMNS.items()
    }
    ours = found["arrow"]

    assert found["pandas"] == found["polars"] == ours
    assert len(cells) == len(ours)
    told = list[tuple[str, str]]()
    for cell, row in zip(cells, ours, strict=True):
        if cell is None or not cell.strip():
            assert {None} == set(row.values())
            continue
        try:
            read = normalize.measure(cell, locale=locale)
        except CoopdataError as err:
            told.append((f"{type(err).__name__}: {err}", row["error"]))
            continue
        if row["error"] is not None:
            assert row["error"].startswith("ConversionError")
            continue
        digits = [None if one is None else f"{one:f}" for one in (read.low, read.high)]
        assert [*digits, read.unit, read.relation] == [
            row[name] for name in ("low_text", "high_text", "unit", "relation")
        ]
    assert all(ours == theirs for ours, theirs in told)


def test_messy_cells_are_read_in_the_locale_of_their_row() -> None:
    prices = pd.Series(["1.234,56", "1.234", "5", "5 km"], index=list("abcd"), name="price")
    tongues = pd.Series(["de", "en", None, "xx"])
    found = frames.parse(prices, "measure", locale=tongues)

    assert list("abcd") == [*found.index]
    assert [Decimal("1234.56"), Decimal("1.234")] == [*found["low"][:2]]
    assert ["UnknownLocaleError" in one for one in found["error"][2:]] == [True, True]


@pytest.mark.parametrize(
    ("as_", "text", "expected"),
    [
        ("number", "1.234,5", {"low_text": "1234.5", "unit": ""}),
        ("money", "1,2 Mrd. €", {"low_text": "1200000000", "unit": "EUR"}),
        ("percent", "12,5 %", {"low_text": "12.5", "unit": "percent"}),
        ("measure", "bis zu 5 km", {"high_text": "5", "low": None, "relation": "at_most"}),
        ("period", "Mai 2017", {"period": "2017-05", "period_start": dt.date(2017, 5, 1)}),
        ("place", "Kasachstan", {"known": "Kazakhstan", "code": "KZ", "level": "country"}),
    ],
)
def test_each_kind_has_its_columns(as_: Any, text: str, expected: dict[str, Any]) -> None:
    (row,) = rows(frames.parse(pl.Series([text]), as_, locale="de"))

    assert expected | {"error": None} == {name: row[name] for name in (*expected, "error")}


def test_a_period_counts_from_its_anchor_and_a_measure_takes_its_unit() -> None:
    (year,) = rows(
        frames.parse(pl.Series(["this year"]), "period", locale="en", anchor=dt.date(2017, 5, 1))
    )
    (amount,) = rows(frames.parse(pl.Series(["18 million"]), "measure", locale="en", unit="USD"))

    assert ("2017", "USD") == (year["period"], amount["unit"])


def test_whole_numbers_and_decimals_are_read_whatever_the_locale_and_floats_never() -> None:
    cells = pd.Series([1234, Decimal("1.50"), 1.5, True, "1.234"], dtype=object)
    found = rows(frames.parse(cells, "number", locale="de"))

    assert ["1234", "1.50", None, None, "1234"] == [row["low_text"] for row in found]
    assert all("a cell is a text as it was printed" in row["error"] for row in found[2:4])


def test_a_number_that_the_columns_cannot_hold_is_an_error_of_its_row() -> None:
    one, other = rows(frames.parse(pl.Series(["1" + "0" * 30, "5"]), "number", locale="en"))

    assert one["error"].startswith("ConversionError")
    assert one["low_text"] is None
    assert (None, Decimal(5)) == (other["error"], other["low"])


def test_a_struct_is_what_a_column_makes_of_itself() -> None:
    frame = pl.DataFrame({"price": ["$5", "n/a"]})
    read = frames.parse(frame["price"], "money", locale="en")
    both = frame.with_columns(read.to_struct("value"))

    assert [Decimal(5), None] == both["value"].struct.field("low").to_list()


@pytest.mark.parametrize(
    ("series", "as_", "how", "error", "says"),
    [
        (pl.Series(["5"]), "mass", {}, RecordNotFoundError, "no kind of value"),
        (pl.Series(["5"]), "number", {"locale": "xx"}, UnknownLocaleError, "xx"),
        (pl.Series(["5"]), "number", {"locale": None}, TypeError, "got a NoneType"),
        (pl.Series(["5"]), "number", {"locale": pl.Series([])}, InvalidValueError, "each of the 1"),
        (pl.Series("p", [1.5]), "number", {}, InvalidValueError, "column 'p' holds texts"),
        (pd.Series([True], name="p"), "number", {}, InvalidValueError, "column 'p' holds texts"),
        (["5"], "number", {}, TypeError, "got a list"),
        (pd.DataFrame({"x": ["5"]}), "number", {}, TypeError, "got a DataFrame"),
        (pl.DataFrame({"x": ["5"]}), "number", {}, TypeError, "got a DataFrame"),
        (pa.table({"x": ["5"]}), "number", {}, TypeError, "got a Table"),
        (pl.Series(["5"]), "number", {"unit": "USD"}, InvalidValueError, "for measures"),
        (pl.Series(["5"]), "place", {"anchor": dt.date.min}, InvalidValueError, "for periods"),
        (pl.Series(["5"]), "measure", {"unit": "dolar"}, CoopdataError, "dolar"),
        (pl.Series(["5"]), "measure", {"dimension": "[lenth]"}, CoopdataError, "lenth"),
        (pl.Series(["5"]), "period", {"anchor": 5}, CoopdataError, "anchor"),
    ],
)
def test_a_call_that_is_wrong_is_refused_whatever_the_cells(
    series: Any, as_: Any, how: dict[str, Any], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says.replace("[", r"\[")):
        frames.parse(series, as_, **{"locale": "en"} | how)


def test_a_missing_package_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'coopdata\[arrow\]'"):
        frames.parse(pl.Series(["5"]), "number", locale="en")


def test_a_column_is_read_as_its_values_are(ds: Any) -> None:
    stated = [fact.measure for fact in ds.where(unit="USD") if isinstance(fact.measure, Measure)]
    printed = pl.Series([one.format(locale="ru") for one in stated])

    assert [one.unit for one in stated] == frames.parse(printed, "measure", locale="ru")[
        "unit"
    ].to_list()
