"""Your own articles: from a folder of texts to a cited, checked Dataset."""

from __future__ import annotations

from ._build import build

__all__ = ["build"]


def __dir__() -> list[str]:
    return sorted(__all__)
