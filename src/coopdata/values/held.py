"""Values as fields of other libraries' models."""

from __future__ import annotations

from typing import Any

from .._fixed import Record

__all__ = ["Held"]


class Held(Record):
    """A record that a pydantic model may hold: itself in Python, what `serde` writes in JSON."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Take the record, or what `serde.to_tree` writes of it; write that in JSON alone."""
        from pydantic_core import core_schema  # there is a pydantic, for it asks

        from ..serde import from_tree, to_tree

        def made(given: Any) -> Any:
            return given if isinstance(given, cls) else from_tree(given, cls, source=cls.__name__)

        written = core_schema.plain_serializer_function_ser_schema(to_tree, when_used="json")
        return core_schema.no_info_plain_validator_function(made, serialization=written)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        from ..serde import record_schema

        return record_schema(cls)
