"""What a row carries of its record, so that the way back loses nothing."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from .. import serde
from .._flat.mentions import Place, place
from .._text.offsets import Offsets
from ..values import Span

__all__ = ["offsets", "record_of"]


def record_of(record: Any, *, without: str = "") -> str:
    """Return a record as one line of JSON, a field left out that has a column of its own."""
    tree = serde.to_tree(record)
    tree.pop(without, None)
    return json.dumps(tree, ensure_ascii=False)


@lru_cache(maxsize=8)
def offsets(text: str, span: Span) -> Place:
    """Return where words stand, counted in every way; four columns ask one after another."""
    return place(Offsets(text, "surrogatepass"), span)
