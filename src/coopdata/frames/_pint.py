"""Measures of a frame as a column that pint-pandas knows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal

from .. import units
from ..errors import ConversionError, InvalidValueError, MissingExtraError, RecordNotFoundError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["to_pint"]

_COLUMNS: Final = ("low_text", "high_text", "low_float", "high_float", "unit")
_BOUNDS: Final = ("low", "high")


def to_pint(
    frame: pd.DataFrame,
    *,
    unit: str | None = None,
    bound: Literal["low", "high"] | None = None,
) -> pd.Series[Any]:
    """Return the measures of a pandas frame as one column of `pint[unit]` (extra: ``pint-pandas``).

    The numbers are floats, the nearest to what is exact in the frame; pint's application registry
    is the one that they belong to. Rows without a measure are empty.

    Args:
        frame: With the columns of measures: what `parse` gives of a pandas column, `to_pandas` of
            facts or mentions, or a part of it.
        unit: The unit of the column; what stands in others of its dimension is converted exactly.
            It may be left out where all rows have one.
        bound: Which bound of ranges, limits and the like is meant; one that is open is empty. By
            default each row has one number, or is refused. A hedge ("about") is left behind.

    Raises:
        MissingExtraError: pint-pandas is not installed.
        RecordNotFoundError: a column of measures is missing.
        InvalidValueError: there are several units, or none, and `unit` says not which; a row has no
            single number, and `bound` says not which.
        UnknownUnitError: `unit` is none.
        ConversionError: a row is of another dimension; pint's registry lacks the unit.

    Examples:
        >>> import pandas as pd
        >>> from coopdata import frames
        >>> loads = frames.parse(pd.Series(["12 kW", "1.5 MW"]), "measure", locale="en")
        >>> frames.to_pint(loads, unit="kilowatt").tolist()  # doctest: +SKIP
        [<Quantity(12.0, 'kilowatt')>, <Quantity(1500.0, 'kilowatt')>]
    """
    try:
        import pint_pandas  # pyright: ignore[reportMissingImports]  # not in dev
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.to_pint", "pint-pandas") from err
    import pandas as pd

    if not isinstance(frame, pd.DataFrame):
        raise TypeError(f"to_pint takes a pandas frame, got {type(frame)!r}")
    if bound not in (None, *_BOUNDS):
        raise InvalidValueError(bound, "a bound is 'low', 'high' or None")
    for name in _COLUMNS:
        if name not in frame.columns:
            raise RecordNotFoundError("column", name)
    rows = [
        [None if pd.isna(cell) else cell for cell in row]
        for row in frame[list(_COLUMNS)].itertuples(index=False, name=None)
    ]
    wanted = _one_unit(rows) if unit is None else units.parse_unit(unit)
    numbers = [_number(row, wanted, bound) for row in rows]
    library: Any = pint_pandas  # it has no types
    try:
        kind = library.PintType(library.PintType.ureg.Unit(units.to_pint(wanted)))
    except (AttributeError, KeyError) as err:  # an UndefinedUnitError is one
        lacks = "the registry lacks it; coopdata.units.define_in(pint.get_application_registry())"
        raise ConversionError(f"{wanted!r} into a unit of pint's registry", lacks) from err
    found: pd.Series[Any] = pd.Series(library.PintArray(numbers, dtype=kind), index=frame.index)
    return found


def _one_unit(rows: list[list[Any]]) -> str:
    found = sorted({row[-1] for row in rows if row[-1] is not None})
    if len(found) != 1:
        rule = "a column of pint has one unit: name it with unit="
        raise InvalidValueError(", ".join(map(repr, found)) or "no unit at all", rule)
    (unit,) = found
    return str(unit)


def _number(row: list[Any], wanted: str, bound: str | None) -> float:
    low, high, low_float, high_float, unit = row
    if unit is None:
        return float("nan")
    if bound is None and (low is None or high is None or Decimal(low) != Decimal(high)):
        rule = "a row has one number: say bound='low' or bound='high', or leave the row out"
        raise InvalidValueError(f"{low or '…'} to {high or '…'} {unit}".rstrip(), rule)
    convert = units.converter(unit, wanted)
    written, near = (high, high_float) if bound == "high" else (low, low_float)
    if written is None:
        return float("nan")
    return float(near if unit == wanted else convert(Decimal(written)))
