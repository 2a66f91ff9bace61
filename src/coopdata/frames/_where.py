"""The predicates of `ds.where` as one expression over flat columns, for any frame.

Every answer is true or false and never empty, so that "not" means the other rows, as it does among
records.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from operator import ge, gt, le, lt, or_
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .._flat.column import PRECISION, SCALE
from .._flat.values import Based, based
from ..dataset import Dataset
from ..errors import InvalidValueError, MissingExtraError, RecordNotFoundError, nearest
from ..model import Party
from ..query import Book, FactList, Filters, Predicate, matching
from ..values import Measure, Period
from ..values.edtf import days_of
from ._facts import FACTS

if TYPE_CHECKING:
    from typing import Unpack

__all__ = ["where"]

Frame = TypeVar("Frame")

#: The column, or the columns, that a key is asked of, where it is not called as the key is.
_COLUMNS: Final = {
    "party": "parties",
    "role": "roles",
    "article": "articles",
    "language": "languages",
}
#: Keys whose names only a dataset can resolve.
_NAMED: Final = frozenset({"party", "country", "place", "said_by", "article", "language"})
#: Keys that a dataset may have words of its own for.
_OPEN: Final = frozenset({"kind", "role"})
#: How what meets a relation stands to the bound, and how what is past it does.
_ORDERS: Final = {
    "at_least": (ge, gt),
    "more_than": (gt, gt),
    "at_most": (le, lt),
    "less_than": (lt, lt),
}
_TYPES: Final = {one.name: one.type for one in FACTS.columns}
#: Beyond the greatest number of a decimal column, and every rest.
_MOST: Final = Based(Decimal((0, (9,) * PRECISION, -SCALE)), "~")


def where(
    frame: Frame,
    *predicates: Predicate,
    dataset: Dataset | FactList | None = None,
    **keywords: Unpack[Filters],
) -> Frame:
    """Return the rows for which every predicate and every keyword of `ds.where` holds.

    The frame may be of pandas, Polars (lazy too), Arrow, DuckDB or PySpark (extra: ``frames``),
    and the answer is of the same kind: nothing is collected, nothing leaves the engine. It needs
    the columns that the question asks of, with the types of `SCHEMA`; tables of mentions have those
    of amounts and periods.

    Args:
        frame: What `to_pandas`, `to_polars` and their like made, or a table read from a file.
        predicates: Made with `coopdata.P`, combined with ``&``, ``|`` and ``~``.
        dataset: Where the names of parties, places, countries and speakers, articles and languages
            are looked up, and the kinds and roles that it has of its own.
        keywords: As for `ds.where`.

    Raises:
        RecordNotFoundError: a kind, status, party, place, article … that is not known.
        InvalidValueError: a name is asked for, and no dataset is given to look it up; the frame
            lacks a column that the question needs, or has it with another type.
        TypeError: it is no frame.

    Examples:
        >>> from coopdata import load
        >>> from coopdata.frames import to_arrow, where
        >>> ds = load()
        >>> found = where(to_arrow(ds), kind="investment", at_least="10 million USD")
        >>> len(found) == len(ds.where(kind="investment", at_least="10 million USD"))
        True
    """
    try:
        import narwhals as nw
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.where", "frames") from err
    try:
        native: Any = frame
        given: Any = nw.from_native(native)
    except TypeError:
        kind = type(frame).__name__
        raise TypeError(
            "where asks a frame of pandas, Polars, Arrow, DuckDB or PySpark, "
            f"got a {kind}; a dataset has where itself"
        ) from None
    asked = _Flat(nw, given, dataset)
    answer: Frame = given.filter(matching(*predicates, **keywords).answer(asked)).to_native()
    return answer


class _Flat:
    """A frame that predicates are asked of; answers are expressions over its columns."""

    def __init__(self, nw: Any, frame: Any, dataset: Dataset | FactList | None) -> None:
        self._nw = nw
        self._schema = dict(frame.collect_schema())
        self._is_spark = frame.implementation.is_spark_like()
        self._dataset = dataset
        records: Any = dataset.dataset if isinstance(dataset, FactList) else dataset
        self._book = Book(Dataset() if records is None else records)

    # -- what predicates ask ----------------------------------------------------------------------

    @property
    def everything(self) -> Any:
        return ~self.nothing

    @property
    def nothing(self) -> Any:
        column = self._nw.col(next(iter(self._schema), ""))
        return column.is_null() & ~column.is_null()

    def book_of(self, key: str, wanted: Sequence[str | Party]) -> Book:
        names = [one for one in wanted if one]  # an empty text is the article's own voice
        if self._dataset is None and key in _NAMED and names:
            rule = f"what is asked for by {key} is looked up: frames.where(…, dataset=ds)"
            raise InvalidValueError(names[0], rule)
        for one in names if self._dataset is None and key in _OPEN else ():
            try:
                self._book.known(key, str(one))
            except RecordNotFoundError as err:
                err.add_note(
                    f"a {key} of a dataset's own is looked up: frames.where(…, dataset=ds)"
                )
                raise
        return self._book

    def without(self, answer: Any) -> Any:
        return ~answer

    def among(self, key: str, values: Sequence[str]) -> Any:
        name = _COLUMNS.get(key, key)
        column, wanted = self._column(name), [*dict.fromkeys(values)]
        if not wanted:
            return self.nothing
        if _TYPES[name] == "list<string>":
            return _there(column, reduce(or_, (column.list.contains(one) for one in wanted)))
        found = _there(column, column.is_in(wanted))
        return found | column.is_null() if "" in wanted and key != "unit" else found

    def involved(self, parties: Sequence[str], role: str) -> Any:
        column, pairs = (
            self._column("involved"),
            [f"{role}:{one}" for one in dict.fromkeys(parties)],
        )
        if not pairs:
            return self.nothing
        return _there(column, reduce(or_, (column.list.contains(one) for one in pairs)))

    def measured(self, relation: str, bound: Measure, certainty: str) -> Any:
        known = _key(bound)
        dimension = self._column("dimension")
        alike = _there(dimension, dimension == bound.dimension)
        is_lower = relation in ("at_least", "more_than")
        if certainty == "certainly":
            name = "low" if is_lower else "high"
            if relation in ("at_least", "at_most"):
                return alike & self._end(name, relation, known)
            hedge = self._column("relation")  # "more than 5" is more than 5
            met = self._end(name, "at_least" if is_lower else "at_most", known)
            strictly = self._end(name, relation, known)
            return alike & (strictly | (met & _there(hedge, hedge == relation)))
        # not excluded: the end on the other side is open, or beyond the bound
        name, worded = ("high", "less_than") if is_lower else ("low", "more_than")
        hedge, end = self._column("relation"), self._column(f"{name}_base")
        strict = "more_than" if is_lower else "less_than"
        possible = self._end(name, strict, known)
        if relation in ("at_least", "at_most"):
            met = self._end(name, relation, known)
            possible = possible | (met & _there(hedge, hedge != worded))
        opens = ("at_least", "more_than") if is_lower else ("at_most", "less_than")
        return alike & (possible | (end.is_null() & _there(hedge, hedge.is_in(opens))))

    def during(self, relation: str, period: Period) -> Any:
        if period.start is None and period.end is None:
            return self.nothing
        days = days_of(period.edtf)
        begun, lasts = self._column("period_begun"), self._column("period_lasts")
        if relation == "overlaps":
            met = self._until(begun, days.lasts) & self._from(lasts, days.begun)
            return _there(begun, met)
        start, end = self._column("period_start"), self._column("period_end")
        first, last = period.start or dt.date.min, period.end or dt.date.max
        if relation == "may_overlap":
            before = start.is_null() | _there(start, self._until(start, last))
            after = end.is_null() | _there(end, self._from(end, first))
            return ~begun.is_null() & before & after
        if relation == "is_within":
            inner = _there(start, self._from(start, days.begun))
            until = _there(end, self._until(end, days.lasts))
            inner = inner | start.is_null() if days.begun == dt.date.min else inner
            until = until | end.is_null() if days.lasts == dt.date.max else until
            return ~begun.is_null() & inner & until
        if relation == "is_before":
            return (
                self.nothing if period.start is None else ~_absent_or(end, self._from(end, first))
            )
        return self.nothing if period.end is None else ~_absent_or(start, self._until(start, last))

    def _from(self, column: Any, day: dt.date) -> Any:
        return ge(*self._days(column, day))

    def _until(self, column: Any, day: dt.date) -> Any:
        return le(*self._days(column, day))

    def _days(self, column: Any, day: dt.date) -> tuple[Any, dt.date | str]:
        """Return what to compare; Spark's door for dates garbles years of three digits."""
        if self._is_spark and day.year < 1000:
            return column.cast(self._nw.String), day.isoformat()
        return column, day

    # -- columns ----------------------------------------------------------------------------------

    def _end(self, name: str, relation: str, bound: Based) -> Any:
        """Compare one end of the measures with a bound, in the base of both."""
        base, rest = self._column(f"{name}_base"), self._column(f"{name}_base_rest")
        order, beyond = _ORDERS[relation]
        if not bound.rest and relation in ("at_least", "less_than"):  # no rest makes a difference
            return _there(base, order(base, bound.base))
        found = beyond(base, bound.base) | ((base == bound.base) & order(rest, bound.rest))
        return ~base.is_null() & ~rest.is_null() & found

    def _column(self, name: str) -> Any:
        """Return a column, after a look whether the frame has it, and as what."""
        if name not in self._schema:
            near = nearest(name, [*self._schema])
            hint = f" (it has {' or '.join(map(repr, near))})" if near else ""
            rule = f"the frame has the columns of coopdata.frames.SCHEMA that are asked of{hint}"
            raise InvalidValueError(f"no column {name!r}", rule)
        wanted, found = _TYPES[name], self._schema[name]
        if not self._is(wanted, found):
            rule = f"the column {name!r} is of type {wanted}; cast it"
            raise InvalidValueError(str(found), rule)
        return self._nw.col(name)

    def _is(self, wanted: str, found: Any) -> bool:
        nw = self._nw
        if wanted == "list<string>":
            return isinstance(found, nw.List) and found.inner == nw.String
        kinds = {"string": nw.String, "date32": nw.Date}
        return bool(found == kinds.get(wanted, nw.Decimal))


def _there(column: Any, answer: Any) -> Any:
    """Return an answer that is no where the column is empty."""
    return ~column.is_null() & answer


def _absent_or(column: Any, answer: Any) -> Any:
    """Return an answer that is yes where the column is empty."""
    return column.is_null() | answer


def _key(bound: Measure) -> Based:
    """Return a bound in the base of its dimension; beyond the columns it is beyond all cells."""
    found = based(bound.value, bound.unit)
    if found is not None:
        return found
    return _MOST if bound.value > 0 else Based(_MOST.base.copy_negate(), "")
