"""The JSON Schema (draft 2020-12) of what serde writes, made from the record classes themselves."""

from __future__ import annotations

import types
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields

from .._trees.convert import DECIMAL_PATTERN, PLAIN, TAGGED
from ..model import FORMAT, Party
from ..values import Period

__all__ = ["json_schema", "record_schema"]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_LISTS: Final = {
    "articles": ("article",),
    "parties": ("organisation", "person", "place", "product"),
    "facts": ("fact",),
    "derived": ("fact",),
    "terms": ("term",),
}
_OPTIONAL: Final = ("terms",)
_NAMES: Final = {record: tag for tag, record in TAGGED.items()} | {
    record: record.__name__.lower() for record in PLAIN
}


def json_schema(*, lines: bool = False) -> dict[str, Any]:
    """Return the schema of `to_json`'s text, or, with `lines`, of one line of `to_jsonl`'s.

    A fresh dict each time: changing it changes nothing here.

    Examples:
        >>> json_schema()["required"]
        ['type', 'format', 'articles', 'parties', 'facts', 'derived']
    """
    definitions = {"decimal": _decimal()} | {
        name: _record(record) for record, name in _NAMES.items()
    }
    header = {"type": {"const": "dataset"}, "format": {"const": FORMAT}}
    if lines:
        tags = [*dict.fromkeys(tag for them in _LISTS.values() for tag in them)]
        body: dict[str, Any] = {"anyOf": [_closed(header), *map(_reference, tags)]}
    else:
        lists = {name: {"type": "array", "items": _any_of(them)} for name, them in _LISTS.items()}
        whole = header | lists
        body = _closed(whole, [name for name in whole if name not in _OPTIONAL])
    return {"$schema": _DIALECT, "title": "coopdata", **body, "$defs": definitions}


def record_schema(record: type) -> dict[str, Any]:
    """Return the schema of one kind of record alone, with everything that it refers to inside it.

    Examples:
        >>> record_schema(Period)["required"]
        ['type', 'edtf']
    """
    whole: dict[str, Any] = _whole(_record(record))
    return whole


def _whole(schema: Any) -> Any:
    """Return a schema with what it refers to in the place of the references."""
    if isinstance(schema, list):
        return [*map(_whole, schema)]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        named = {tag: record for record, tag in _NAMES.items()}
        return _decimal() if name == "decimal" else record_schema(named[name])
    return {key: _whole(part) for key, part in schema.items()}


def _closed(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
        "additionalProperties": False,
    }


def _record(record: type) -> dict[str, Any]:
    """Return the schema of one record class; a Period is its string alone."""
    hints = get_type_hints(record, include_extras=True)
    kept = [one for one in fields(record) if record is not Period or one.name == "edtf"]
    properties = {one.name: _schema(hints[one.name]) for one in kept}
    required = [one.name for one in kept if one.default is NOTHING]
    if record in TAGGED.values():
        properties = {"type": {"const": _NAMES[record]}, **properties}
        required = ["type", *required]
    summary = (record.__doc__ or "").partition("\n")[0]
    return {"description": summary, **_closed(properties, required)}


def _schema(hint: Any) -> dict[str, Any]:
    """Return the schema of one field's type."""
    if hint in _NAMES:
        return _reference(_NAMES[hint])
    if hint is Party:
        return _any_of(_LISTS["parties"])
    if hint is Decimal:
        return _reference("decimal")
    simple = {str: "string", int: "integer", bool: "boolean", type(None): "null"}
    if hint in simple:
        return {"type": simple[hint]}
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _schema(inner[0]) | {"pattern": f"^{inner[1]}$"}
    if origin is tuple:
        return {"type": "array", "items": _schema(inner[0])}
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(one) for one in inner]}
    raise TypeError(f"no schema is known for fields of type {hint!r}")


def _decimal() -> dict[str, Any]:
    words = "An exact decimal, digits as printed by the source; a fraction where it has no end."
    return {"description": words, "type": "string", "pattern": f"^{DECIMAL_PATTERN}$"}


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _any_of(names: tuple[str, ...]) -> dict[str, Any]:
    return _reference(names[0]) if len(names) == 1 else {"anyOf": [*map(_reference, names)]}
