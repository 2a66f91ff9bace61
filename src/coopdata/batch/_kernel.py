"""The kernel with its settings, as engines take it: from batches to batches, named by ids."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import asdict, field, frozen

from .._fixed import Record
from ..reader import WordLists
from ..values import Period

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Kernel", "Settings"]


def _lists(given: Any) -> WordLists:
    return WordLists.of(given)


@frozen(kw_only=True)
class Settings(Record):
    """How texts are read, by the parameters of `mentions`; it travels to every process."""

    text: str = "text"
    locale: str | None = None
    locale_column: str | None = None
    anchor: dt.date | Period | None = None
    anchor_column: str | None = None
    id_column: str | None = None
    words: WordLists = field(default=None, converter=_lists)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read, each once, that of the texts first."""
        named = (self.text, self.locale_column, self.anchor_column, self.id_column)
        return tuple(dict.fromkeys(name for name in named if name is not None))

    def check(self, columns: Iterable[str]) -> None:
        """Refuse settings that no text can be read by, before anything is run.

        Args:
            columns: Those that there are.

        Raises:
            UnknownLocaleError, RecordNotFoundError, InvalidValueError: as `mentions`.
        """
        import pyarrow as pa

        empty = {name: pa.array([], pa.string()) for name in columns}
        self.by_row(pa.RecordBatch.from_arrays([*empty.values()], names=[*empty]))

    def by_row(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return the mentions of a batch with the `row` of each text in it."""
        from . import mentions

        return mentions(batch, **asdict(self, recurse=False))


@frozen(kw_only=True)
class Kernel(Settings):
    """`mentions` with its settings, for any engine that maps Arrow batches; it pickles.

    What it gives has the columns of `MENTIONS` without `row`, which means nothing where an engine
    chooses the batches: `id` tells texts apart.

    Attributes:
        id_column: A column of texts or whole numbers, carried over as `id`.
        text: The column of texts.
        locale: The locale of all the texts; or else
        locale_column: the column that says it of each.
        anchor: The day, or the period, from which all the texts count "this year"; or else
        anchor_column: the column that says it of each.
        words: Words of your own; see `coopdata.Reader`.

    Examples:
        >>> import pyarrow as pa
        >>> texts = pa.record_batch({"key": ["a"], "text": ["It sold 5 t."]})
        >>> kernel = Kernel(id_column="key", locale="en")
        >>> kernel(texts).select(["id", "words", "low_text", "unit"]).to_pylist()
        [{'id': 'a', 'words': '5 t', 'low_text': '5', 'unit': 'metric_ton'}]
    """

    id_column: str  # pyright: ignore[reportGeneralTypeIssues]  # by keyword alone, so no order

    @property
    def schema(self) -> pa.Schema:
        """The columns that are given."""
        import pyarrow as pa

        from . import MENTIONS

        return pa.schema([field for field in MENTIONS if field.name != "row"])

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return the mentions of a batch."""
        return self.by_row(batch).select(self.schema.names)
