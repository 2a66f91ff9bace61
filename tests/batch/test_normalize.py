"""The kernel of cells reads what `normalize` reads, row for row, and tells the rest in its row."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata import batch, errors, frames, normalize
from coopdata.values import Period

pa = pytest.importorskip("pyarrow")

CELLS = ["$1.2bn", "10–12 %", "1.234,56", "5 km", "n/a", "", " ", None, "5 xyz", "\ud7ff", "7"]
KINDS = ["measure", "money", "percent", "number", "period", "place"]


@given(
    cells=st.lists(st.sampled_from(CELLS) | st.text(max_size=6), max_size=8),
    as_=st.sampled_from(KINDS),
    locale=st.sampled_from(["en", "de", "ru"]),
)
def test_the_rows_are_those_of_a_column_of_a_frame(
    cells: list[str | None], as_: Any, locale: str
) -> None:
    table = pa.record_batch({"text": pa.array(cells, pa.string())})
    found = batch.normalize(table, as_, locale=locale)
    column = frames.parse(pa.array(cells, pa.string()), as_, locale=locale)

    assert batch.schema_of(as_) == found.schema
    assert column.to_pylist() == found.to_pylist()


def test_each_cell_has_its_own_locale_and_its_own_day() -> None:
    table = pa.record_batch(
        {
            "text": ["this year", "в этом году", "this year", "this year", "this year"],
            "lang": ["en", "ru", "xx", None, "en"],
            "day": ["2017-05-01", "2018", "2019", "2019", "no day"],
        }
    )
    found = batch.normalize(table, "period", locale_column="lang", anchor_column="day").to_pylist()

    assert ["2017", "2018", None, None, None] == [one["period"] for one in found]
    assert [True, True, False, False, False] == [one["error"] is None for one in found]


def test_a_cell_that_is_no_text_is_told_and_the_rest_is_read() -> None:
    table = pa.record_batch({"text": [[1], [2]]})
    assert all("InvalidValueError" in one or "TypeError" in one for one in _errors(table))
    assert [None, None] == _errors(pa.record_batch({"text": [1, 2]}))
    assert all("InvalidValueError" in one for one in _errors(pa.record_batch({"text": [0.5]})))


def _errors(table: Any) -> list[Any]:
    found: list[Any] = batch.normalize(table, "number", locale="en").column("error").to_pylist()
    return found


@pytest.mark.parametrize(
    ("as_", "how", "error"),
    [
        ("money", {}, errors.InvalidValueError),
        ("money", {"locale": "xx"}, errors.UnknownLocaleError),
        ("money", {"locale": "en", "locale_column": "text"}, errors.InvalidValueError),
        ("money", {"locale_column": "none"}, errors.RecordNotFoundError),
        ("monney", {"locale": "en"}, errors.RecordNotFoundError),
        ("money", {"locale": "en", "anchor": dt.date(2017, 1, 1)}, errors.InvalidValueError),
        ("money", {"locale": "en", "anchor_column": "text"}, errors.InvalidValueError),
        ("period", {"locale": "en", "unit": "USD"}, errors.InvalidValueError),
    ],
)
def test_settings_that_fit_no_cell_are_refused(as_: Any, how: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        batch.normalize(pa.record_batch({"text": ["5"]}), as_, **how)


def test_settings_reach_the_reader() -> None:
    table = pa.record_batch({"text": ["18 million"]})
    (row,) = batch.normalize(table, "measure", locale="en", unit="USD").to_pylist()
    (told,) = batch.normalize(
        pa.record_batch({"text": ["this year"]}), "period", locale="en", anchor=Period.year(2016)
    ).to_pylist()

    assert normalize.measure("18 million", locale="en", unit="USD").unit == row["unit"]
    assert "2016" == told["period"]
