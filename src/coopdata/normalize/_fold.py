"""Fold a text so that variants that mean the same look the same.

The folding itself stands with the locale tables, which are keyed by folded texts.
"""

from __future__ import annotations

from typing import Any

from ..cldr._fold import BIDI_MARKS, fold, has_mixed_digits, lower

__all__ = ["BIDI_MARKS", "fold", "has_mixed_digits", "lower", "lowered"]


def lowered(value: Any) -> Any:
    """Lower-case a list of words as texts are; anything else stays."""
    if not isinstance(value, list):
        return value
    return [lower(word) if isinstance(word, str) else word for word in value]
