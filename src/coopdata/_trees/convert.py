"""The one cattrs converter: records to plain trees and back, strictly.

Strict means: nothing is coerced (``1`` is no ``"1"``, a float is no decimal), no key is ignored,
every record says its ``type``, and all problems of a tree are found in one go.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, Literal, get_args, get_origin, is_typeddict

from attrs import frozen
from cattrs import (
    ClassValidationError,
    Converter,
    IterableValidationError,
)
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.gen.typeddicts import make_dict_structure_fn as typed_dict_hook

from .. import _exact
from ..errors import shown
from ..model import (
    Article,
    Basis,
    Citation,
    Fact,
    Involvement,
    Link,
    Mention,
    Name,
    NameMention,
    Organisation,
    Party,
    Person,
    Place,
    Product,
    Support,
    Term,
)
from ..values import Measure, Period, Span

__all__ = [
    "DECIMAL_PATTERN",
    "PLAIN",
    "TAGGED",
    "Tables",
    "structure",
    "unstructure",
]

#: Exactly what is written for a number, so that a text has one value and a value one text.
DECIMAL_PATTERN: Final = rf"(-?[0-9]+(\.[0-9]+)?(E[+-][0-9]{{1,3}})?|{_exact.FRACTION_PATTERN})"
_DECIMAL: Final = re.compile(DECIMAL_PATTERN)
_MAX_DIGITS: Final = 2100

#: Records that stand where several types are possible, or alone in a line: they carry a ``type``.
TAGGED: Final[dict[str, type]] = {
    "article": Article,
    "organisation": Organisation,
    "person": Person,
    "place": Place,
    "product": Product,
    "fact": Fact,
    "measure": Measure,
    "period": Period,
    "term": Term,
}
#: Records that only ever stand in one place, where the key says what they are.
PLAIN: Final[tuple[type, ...]] = (
    Basis,
    Citation,
    Involvement,
    Link,
    Mention,
    Name,
    NameMention,
    Span,
    Support,
)
_TAG_OF: Final = {record: tag for tag, record in TAGGED.items()}
_PARTIES: Final = ("organisation", "person", "place", "product")


@frozen(kw_only=True)
class Tables:
    """What a file holds."""

    type: Literal["dataset"]
    format: Literal["coopdata/2"]
    articles: tuple[Article, ...]
    parties: tuple[Party, ...]
    facts: tuple[Fact, ...]
    derived: tuple[Fact, ...]
    terms: tuple[Term, ...] = ()


def structure(tree: Any, kind: type) -> Any:
    """Return the record that a tree describes; cattrs' exception groups tell what is wrong."""
    return _CONVERTER.structure(tree, kind)


def unstructure(record: Any) -> dict[str, Any]:
    """Return a record as a tree of dicts, lists, strings, integers and booleans."""
    tree: dict[str, Any] = _CONVERTER.unstructure(record)
    return tree


# -- hooks --------------------------------------------------------------------------------------


def _strict(kind: type, words: str) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"expected {words}, got {shown(value)}")
        return value

    return hook


def _decimal(value: Any, _: Any) -> Decimal:
    if type(value) is not str:
        raise TypeError(f"expected a decimal in a string, such as '12.50'; got {shown(value)}")
    if len(value) > _MAX_DIGITS or not _DECIMAL.fullmatch(value):
        raise ValueError(f"expected a decimal such as '12.50', got {shown(value)}")
    number = _exact.magnitude(value)
    if _exact.written(number) != value:
        raise ValueError(f"expected the decimal {_exact.written(number)!r}, got {shown(value)}")
    return number


def _literal(value: Any, kind: Any) -> Any:
    known = get_args(kind)
    if not any(type(value) is type(one) and value == one for one in known):
        listed = ", ".join(map(repr, known))
        raise ValueError(f"unknown value {shown(value)}; known: {listed}")
    return value


def _tuple(value: Any, kind: Any) -> tuple[Any, ...]:
    if type(value) is not list:
        raise TypeError(f"expected a list, got {shown(value)}")
    inner = get_args(kind)[0]
    hook = _CONVERTER.get_structure_hook(inner)
    done, errors = [], []
    for index, one in enumerate(value):
        try:
            done.append(hook(one, inner))
        except Exception as err:  # every problem is gathered, then told at once
            note = IterableValidationNote("", index, inner)
            err.__notes__ = [*getattr(err, "__notes__", ()), note]
            errors.append(err)
    if errors:
        raise _group(IterableValidationError, errors, kind)
    return tuple(done)


def _table(value: Any, kind: Any) -> dict[str, Any]:
    """Read a table with names of its own; its problems are told by name."""
    if type(value) is not dict:
        raise TypeError(f"expected an object, got {shown(value)}")
    inner = get_args(kind)[1]
    hook = _CONVERTER.get_structure_hook(inner)
    done, errors = {}, []
    for name, one in value.items():
        try:
            done[name] = hook(one, inner)
        except Exception as err:  # as in _tuple
            note = AttributeValidationNote("", name, inner)
            err.__notes__ = [*getattr(err, "__notes__", ()), note]
            errors.append(err)
    if errors:
        raise _group(ClassValidationError, errors, kind)
    return done


def _form(converter: Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    """Return what makes the hook of a typed dict: a table whose names are all known."""

    def factory(kind: Any) -> Callable[[Any, Any], Any]:
        build: Callable[[Any, Any], Any] = typed_dict_hook(
            kind, converter, _cattrs_forbid_extra_keys=True
        )

        def hook(value: Any, _: Any) -> Any:
            if type(value) is not dict:
                raise TypeError(f"expected an object, got {shown(value)}")
            return build(value, kind)

        return hook

    return factory


def _group(make: Callable[..., Exception], errors: list[Exception], kind: Any) -> Exception:
    """Return one of cattrs' groups, whose third argument checkers do not know of."""
    return make("while structuring", errors, kind)


def _without_tag(value: Any, *tags: str) -> tuple[str, dict[str, Any]]:
    """Split a record's ``type`` from its fields."""
    if type(value) is not dict:
        raise TypeError(f"expected an object, got {shown(value)}")
    tag = value.get("type")
    if type(tag) is not str or tag not in tags:
        listed = " or ".join(map(repr, tags))
        said = f"got {shown(tag)}" if "type" in value else "but there is none"
        error = ValueError(f"expected the type {listed}, {said}")
        error.__notes__ = [AttributeValidationNote("", "type", str)]
        raise _group(ClassValidationError, [error], dict)
    return tag, {name: inner for name, inner in value.items() if name != "type"}


def _period(value: Any, _: Any) -> Period:
    _, rest = _without_tag(value, "period")
    return Period.from_edtf(_CONVERTER.structure(rest, _Edtf).edtf)


@frozen
class _Edtf:
    edtf: str


def _union(*tags: str) -> Callable[[Any, Any], Any]:
    """Return a hook that tells the records of a union apart by their ``type``."""

    def hook(value: Any, kind: Any) -> Any:
        if value is None and type(None) in get_args(kind):
            return None
        tag, _ = _without_tag(value, *tags)
        return _CONVERTER.structure(value, TAGGED[tag])

    return hook


def _reader(converter: Converter, record: type) -> Callable[[Any, Any], Any]:
    build: Callable[[Any, Any], Any] = make_dict_structure_fn(
        record, converter, _cattrs_forbid_extra_keys=True
    )
    tag = _TAG_OF.get(record)

    def hook(value: Any, kind: Any) -> Any:
        if tag is not None:
            _, value = _without_tag(value, tag)
        elif type(value) is not dict:
            raise TypeError(f"expected an object, got {shown(value)}")
        return build(value, kind)

    return hook


def _writer(converter: Converter, record: type) -> Callable[[Any], dict[str, Any]]:
    kept: dict[str, Any] = {}
    if record is Period:  # the days follow from the string
        kept = {"start": override(omit=True), "end": override(omit=True)}
    write: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(
        record, converter, _cattrs_omit_if_default=True, **kept
    )
    tag = _TAG_OF.get(record)
    if tag is None:
        return write
    return lambda value: {"type": tag, **write(value)}


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_table(kind: Any) -> bool:
    return get_origin(kind) is dict


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _make() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook(str, _strict(str, "a string"))
    converter.register_structure_hook(int, _strict(int, "an integer"))
    converter.register_structure_hook(bool, _strict(bool, "true or false"))
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_unstructure_hook(Decimal, _exact.written)
    converter.register_structure_hook_func(_is_tuple, _tuple)
    converter.register_structure_hook_func(_is_table, _table)
    converter.register_structure_hook_factory(is_typeddict, _form(converter))
    converter.register_structure_hook_func(_is_literal, _literal)
    converter.register_structure_hook(Measure | Period, _union("measure", "period"))
    converter.register_structure_hook(Measure | Period | None, _union("measure", "period"))
    converter.register_structure_hook(Party, _union(*_PARTIES))
    converter.register_structure_hook(Period, _period)
    converter.register_unstructure_hook_func(
        lambda kind: kind in (Party, Measure | Period, Measure | Period | None),
        lambda value: converter.unstructure(value, unstructure_as=type(value)),
    )
    converter.register_unstructure_hook_func(
        _is_tuple, lambda value: [converter.unstructure(one) for one in value]
    )
    # Inner records first: a hook is built from those of its fields.
    for record in (Period, Measure, *PLAIN, *TAGGED.values()):
        converter.register_unstructure_hook(record, _writer(converter, record))
        if record is not Period:
            converter.register_structure_hook(record, _reader(converter, record))
    converter.register_structure_hook(Tables, _reader(converter, Tables))
    return converter


_CONVERTER: Final = _make()
