"""What is written for a curator, as TOML that `tomllib` reads back to the same."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from attrs import NOTHING, Factory, fields

__all__ = ["key_text", "rows", "table", "toml_text"]


def toml_text(value: Any) -> str:
    """Return a string, number, list or mapping as one TOML value on one line."""
    if isinstance(value, Mapping):
        pairs = (f"{key_text(key)} = {toml_text(one)}" for key, one in value.items())
        return f"{{ {', '.join(pairs)} }}" if value else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(toml_text, value))}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return json.dumps(value)


def table(seed: Any, *, without: Collection[str] = ()) -> Iterator[str]:
    """Yield a line for each field of a seed that says more than its default."""
    for name, value in _said(seed):
        if name not in without:
            yield f"{name} = {toml_text(value)}"


def rows(name: str, seeds: Iterable[Any]) -> Iterator[str]:
    """Yield the lines of an array of tables."""
    for seed in seeds:
        yield from ("", f"[[{name}]]", *table(seed))


def _said(seed: Any) -> Iterator[tuple[str, Any]]:
    for one in fields(type(seed)):
        value = getattr(seed, one.name)
        default = one.default
        if isinstance(default, Factory):  # type: ignore[arg-type]  # attrs types it as a function
            default = default.factory()
        if default is NOTHING or value != default:
            yield (
                one.name,
                dict(_said(value)) if hasattr(value, "__attrs_attrs__") else _plain(value),
            )


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [dict(_said(one)) if hasattr(one, "__attrs_attrs__") else one for one in value]
    return value


def key_text(key: str) -> str:
    """Return a key, in quotes where it needs them."""
    bare = key.replace("-", "").replace("_", "")
    return key if bare.isascii() and bare.isalnum() else toml_text(key)
