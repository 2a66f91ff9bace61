"""Turn `seeds/rates.toml`, official rates of exchange, into `data/rates.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..fx import Table

__all__ = ["compile_rates"]


def compile_rates(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Return the sets as they are, once they have made a table."""
    Table.of_sets(tree["set"])
    return dict(tree)
