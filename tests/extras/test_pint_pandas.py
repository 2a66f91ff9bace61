"""Measures go into a column of pint-pandas where the unit is one, and never by a guess."""

from __future__ import annotations

from typing import Any

import pytest

from coopdata import frames
from coopdata.errors import (
    ConversionError,
    CoopdataError,
    InvalidValueError,
    RecordNotFoundError,
    UnknownUnitError,
)

pint = pytest.importorskip("pint")
pd = pytest.importorskip("pandas")
pytest.importorskip("pint_pandas")


def parsed(*cells: str | None) -> Any:
    column = pd.Series(cells, index=range(7, 7 + len(cells)), dtype="object")
    return frames.parse(column, "measure", locale="en")


def test_a_column_of_one_unit_keeps_its_rows_and_its_unit() -> None:
    found = frames.to_pint(parsed("1.5 MW", None, "n/a", "about 2 MW"))

    assert [7, 8, 9, 10] == [*found.index]
    assert "megawatt" == str(found.pint.units)
    assert [False, True, True, False] == found.isna().tolist()
    assert [1.5, 2.0] == found.dropna().pint.magnitude.tolist()
    assert [1500.0, 2000.0] == found.dropna().pint.to("kilowatt").pint.magnitude.tolist()


def test_units_of_one_dimension_are_converted_to_the_one_that_is_named() -> None:
    found = frames.to_pint(parsed("12 kW", "0.1 MW", "1 hp"), unit="watt")

    assert "watt" == str(found.pint.units)
    assert [12000.0, 100000.0, 745.6998715822702] == found.pint.magnitude.tolist()


def test_a_bound_is_taken_where_one_is_named() -> None:
    loads = parsed("10-12 MW", "up to 5 MW", "3 MW")

    assert [12.0, 5.0, 3.0] == frames.to_pint(loads, bound="high").pint.magnitude.tolist()
    assert [False, True, False] == frames.to_pint(loads, bound="low").isna().tolist()


@pytest.mark.parametrize(
    ("cells", "how", "error", "words"),
    [
        (("5 km", "5 miles"), {}, InvalidValueError, "unit="),
        ((None,), {}, InvalidValueError, "unit="),
        (("5-6 km",), {}, InvalidValueError, "bound="),
        (("up to 6 km",), {}, InvalidValueError, "bound="),
        (("5-6 km",), {"bound": "mid"}, InvalidValueError, "'low', 'high' or None"),
        (("5 km", "5 t"), {"unit": "kilometer"}, ConversionError, "is not"),
        (("5 km",), {"unit": "kilogram"}, ConversionError, "is not"),
        (("5 km",), {"unit": "kilmeter"}, UnknownUnitError, "kilmeter"),
        (("$5", "€5"), {"unit": "USD"}, ConversionError, "a rate"),
    ],
)
def test_what_is_no_column_of_one_unit_is_refused(
    cells: tuple[str, ...], how: dict[str, Any], error: type[CoopdataError], words: str
) -> None:
    with pytest.raises(error, match=words):
        frames.to_pint(parsed(*cells), **how)


def test_units_that_pint_lacks_are_refused_until_they_are_defined() -> None:
    prices = parsed("$5", "$1.2bn")
    with pytest.raises(ConversionError, match="define_in"):
        frames.to_pint(prices)


def test_other_frames_are_refused() -> None:
    with pytest.raises(RecordNotFoundError):
        frames.to_pint(pd.DataFrame({"a": [1]}))
    with pytest.raises(TypeError, match="pandas"):
        frames.to_pint([1])  # type: ignore[arg-type]  # on purpose
