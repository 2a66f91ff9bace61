"""What a batch gives a kernel: texts, and the locale and the day of each, by column or for all."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from .. import cldr
from ..errors import InvalidValueError, MissingExtraError, RecordNotFoundError, nearest
from ..values import Period

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Given", "column", "pyarrow"]


def pyarrow(feature: str) -> Any:
    """Return Arrow, or say which extra brings it."""
    try:
        import pyarrow as pa
    except ImportError as err:
        raise MissingExtraError(f"coopdata.batch.{feature}", "arrow") from err
    return pa


def column(batch: pa.RecordBatch, name: str) -> pa.Array:
    """Return the one column of that name."""
    places = batch.schema.get_all_field_indices(name)
    if not places:
        raise RecordNotFoundError("column", name, nearest(name, batch.schema.names))
    if len(places) > 1:
        raise InvalidValueError(name, "a batch has one column of a name that is read")
    return batch.column(places[0])


class Given:
    """The texts of a batch; settings that fit no text are refused when it is made."""

    def __init__(
        self,
        batch: pa.RecordBatch,
        text: str,
        locale: str | None,
        locale_column: str | None,
        anchor: dt.date | Period | None,
        anchor_column: str | None,
    ) -> None:
        if not isinstance(batch, pyarrow("mentions").RecordBatch):
            raise TypeError(
                f"a kernel takes a pyarrow.RecordBatch, got a {type(batch).__name__}; "
                "a table has to_batches()"
            )
        if (locale is None) is (locale_column is None):
            rule = "the locale is of all the texts or in a column: give locale or locale_column"
            raise InvalidValueError((locale, locale_column), rule)
        if anchor is not None and anchor_column is not None:
            rule = "give anchor or anchor_column, not both"
            raise InvalidValueError((anchor, anchor_column), rule)
        if locale is not None:
            cldr.locale_id(locale)
        self._locale, self._anchor = locale, _day(anchor)
        self._texts = column(batch, text)
        self._locales = None if locale_column is None else column(batch, locale_column)
        self._days = None if anchor_column is None else column(batch, anchor_column)

    def text(self, row: int) -> Any:
        """Return what stands in the cell of the text."""
        return self._texts[row].as_py()

    def locale(self, row: int) -> Any:
        """Return the locale of a text, which may be none."""
        return self._locale if self._locales is None else self._locales[row].as_py()

    def day(self, row: int) -> dt.date | Period | None:
        """Return the day or the period of a text."""
        return self._anchor if self._days is None else _day(self._days[row].as_py())


def _day(said: object) -> dt.date | Period | None:
    """Return what a text's anchor is, written as EDTF or not."""
    if isinstance(said, str):
        return Period.from_edtf(said)
    if said is None or isinstance(said, Period):
        return said
    if isinstance(said, dt.date) and not isinstance(said, dt.datetime):
        return said
    raise InvalidValueError(said, "an anchor is a date, a Period or its EDTF text")
