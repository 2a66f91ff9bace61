"""Records that hold what their annotations say, or are not made."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from ._fixed import Record
from .errors import InvalidValueError

__all__ = ["Checked"]


class Checked(Record):
    """A record whose fields hold what their annotations say; what does not is refused when made.

    A record with rules of its own has them in its `__attrs_post_init__`, behind a call of this one.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        """Refuse the first field that holds anything else."""
        plan = _plan(type(self))  # type: ignore[arg-type]  # a class is hashable
        values = plan.values(self)
        held = tuple(map(type, values))
        if held in plan.seen:
            for nth, choice in plan.words:
                if values[nth] not in choice:
                    break
            else:
                return
        for (name, kinds, words), value in zip(plan.fields, values[1:], strict=True):
            if type(value) in kinds or (words and value in words):
                continue
            if isinstance(value, bool) or not isinstance(value, kinds):
                names = [one.__name__ for one in kinds if one is not NoneType]
                listed = ", ".join([*words, *names])
                said = "one of " * (len(words) + len(names) > 1) + listed
                raise InvalidValueError(value, f"the {name} of a {type(self).__name__} is {said}")
        plan.seen.add(held)


class _Plan(NamedTuple):
    """How the records of one class are checked: closely once, then by the types they hold."""

    fields: tuple[tuple[str, tuple[type, ...], tuple[str, ...]], ...]
    values: Callable[[Any], tuple[Any, ...]]  # the class, then the fields
    words: tuple[tuple[int, frozenset[str | None]], ...]
    seen: set[tuple[type, ...]]


@cache
def _plan(record: type[Any]) -> _Plan:
    """Return of each field its name, the types that it may hold, and the words."""
    hints = get_type_hints(record)
    fields = tuple((one.name, *_allowed(hints[one.name])) for one in record.__attrs_attrs__)
    words = tuple(
        (nth, frozenset([*words, None] if NoneType in kinds else words))
        for nth, (_, kinds, words) in enumerate(fields, 1)
        if words
    )
    return _Plan(fields, attrgetter("__class__", *(name for name, _, _ in fields)), words, set())


def _allowed(hint: Any) -> tuple[tuple[type, ...], tuple[str, ...]]:
    if get_origin(hint) is Literal:
        return (), get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        parts = [_allowed(one) for one in get_args(hint)]
        return sum((kinds for kinds, _ in parts), ()), sum((words for _, words in parts), ())
    return (get_origin(hint) or hint,), ()
