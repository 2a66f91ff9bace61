"""A column of a flat table, tables of them, and both as Arrow has them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from .._fixed import Record
from ..errors import InvalidValueError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["PRECISION", "SCALE", "TYPES", "Column", "Group", "Table", "arrow_schema", "markdown"]

#: Digits of a decimal column, and how many of them stand after the point.
PRECISION: Final = 38
SCALE: Final = 10
#: The types that a column may have, as Arrow calls them.
TYPES: Final = (
    "bool",
    "date32",
    f"decimal128({PRECISION}, {SCALE})",
    "double",
    "int64",
    "list<string>",
    "string",
)


def _type(one: Any, _: Any, given: str) -> None:
    if given not in TYPES:
        raise InvalidValueError(given, f"the type of a column is one of {', '.join(TYPES)}")


@frozen
class Column(Record):
    """One column of a flat table.

    Attributes:
        name: Its name, the same in every frame.
        type: Its Arrow type, one of `TYPES`.
        unit: What its numbers count, or the codes that it holds; may be empty.
        words: What it holds.
        nullable: Whether a cell may be empty.
    """

    name: str
    type: str = field(validator=_type)
    unit: str
    words: str
    nullable: bool = True


@frozen
class Group:
    """Columns that are read off a row together, such as all that is said of one measure."""

    columns: tuple[Column, ...]
    cells: Callable[[Any], tuple[Any, ...]]


@frozen
class Table:
    """A flat table: its columns, and how each, or a group of them, is read off a row's subject."""

    name: str
    read: tuple[tuple[Column, Callable[[Any], Any]] | Group, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in their order."""
        groups = (one.columns if isinstance(one, Group) else one[:1] for one in self.read)
        return tuple(chain.from_iterable(groups))

    def row(self, given: object, *, without: Container[str] = ()) -> dict[str, Any]:
        """Return a row, made of what the columns are read off; some may be left out."""
        made: dict[str, Any] = {}
        for one in self.read:
            if isinstance(one, Group):
                pairs = zip(one.columns, one.cells(given), strict=True)
                made.update((column.name, cell) for column, cell in pairs)
            elif one[0].name not in without:
                made[one[0].name] = one[1](given)
        return {name: cell for name, cell in made.items() if name not in without}

    def cells(self, given: Sequence[object]) -> Iterator[Sequence[Any]]:
        """Yield the cells of each column, for many rows."""
        for one in self.read:
            if not isinstance(one, Group):
                yield list(map(one[1], given))
            elif given:
                yield from zip(*map(one.cells, given), strict=True)
            else:
                yield from ((),) * len(one.columns)


def arrow_schema(pa: Any, columns: Iterable[Column]) -> pa.Schema:
    """Return columns as an Arrow schema; a field's metadata has its unit and meaning."""
    types = {
        "bool": pa.bool_(),
        "date32": pa.date32(),
        f"decimal128({PRECISION}, {SCALE})": pa.decimal128(PRECISION, SCALE),
        "double": pa.float64(),
        "int64": pa.int64(),
        "list<string>": pa.list_(pa.string()),
        "string": pa.string(),
    }

    def made(one: Column) -> pa.Field:
        said = {"words": one.words, **({"unit": one.unit} if one.unit else {})}
        return pa.field(one.name, types[one.type], nullable=one.nullable, metadata=said)

    return pa.schema(map(made, columns))


def markdown(columns: Iterable[Column]) -> str:
    """Return columns as a table in Markdown."""
    rows = [("column", "type", "empty", "unit or codes", "what it holds"), ("---",) * 5]
    rows += [
        (f"`{one.name}`", one.type, "yes" if one.nullable else "no", one.unit, one.words)
        for one in columns
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)
