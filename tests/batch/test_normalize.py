"""A batch of texts becomes a batch of values, as `normalize` reads each alone."""

from __future__ import annotations

from typing import Any

import pytest

from coopdata import batch, frames, normalize
from coopdata.errors import InvalidValueError, RecordNotFoundError, UnknownLocaleError
from texts import sentences

pa = pytest.importorskip("pyarrow")

CELLS = [("1.234,56 €", "de"), ("$1.2bn", "en"), ("n/a", "en"), (None, "en"), ("5 км", "ru")]


def cells() -> Any:
    texts, locales = zip(*CELLS, strict=True)
    return pa.record_batch({"cell": pa.array(texts), "tongue": pa.array(locales)})


def test_a_row_for_each_cell_in_order() -> None:
    found = batch.normalize(cells(), "measure", text="cell", locale_column="tongue")

    assert ["1234.56", "1200000000", None, None, "5"] == found.column("low_text").to_pylist()
    assert ["EUR", "USD", None, None, "kilometer"] == found.column("unit").to_pylist()
    assert [False, False, True, False, False] == [
        one is not None for one in found.column("error").to_pylist()
    ]


def test_the_columns_are_those_of_a_parsed_series() -> None:
    made = batch.normalize(cells(), "measure", text="cell", locale_column="tongue")
    parsed = frames.parse(cells().column("cell"), "measure", locale=cells().column("tongue"))

    assert parsed == pa.Table.from_batches([made])


def test_every_sentence_is_read_or_refused_as_it_is_alone() -> None:
    texts = [(one.text, one.language) for one in sentences()[:200]]
    words, locales = zip(*texts, strict=True)
    made = pa.record_batch({"text": pa.array(words), "locale": pa.array(locales)})
    found = batch.normalize(made, "measure", locale_column="locale").to_pylist()
    for (text, locale), row in zip(texts, found, strict=True):
        try:
            expected = str(normalize.measure(text, locale=locale).unit)
        except ValueError:
            expected = None

        assert expected == row["unit"]


def test_no_rows_are_no_rows() -> None:
    empty = cells().slice(0, 0)
    found = batch.normalize(empty, "period", text="cell", locale="en")

    assert (0, "error") == (found.num_rows, found.schema.names[-1])


@pytest.mark.parametrize(
    ("how", "error"),
    [
        ({"locale": "xx"}, UnknownLocaleError),
        ({}, InvalidValueError),
        ({"locale": "en", "locale_column": "tongue"}, InvalidValueError),
        ({"locale_column": "tong"}, RecordNotFoundError),
        ({"text": "sell", "locale": "en"}, RecordNotFoundError),
    ],
)
def test_what_is_wrong_with_the_call_is_raised(how: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        batch.normalize(cells(), "measure", **{"text": "cell", **how})


def test_an_unknown_kind_of_value_is_refused() -> None:
    with pytest.raises(RecordNotFoundError, match="measure"):
        batch.normalize(cells(), "measur", text="cell", locale="en")  # type: ignore[arg-type]  # what is tested
