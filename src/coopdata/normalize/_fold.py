"""Fold a text so that variants that mean the same look the same.

The folding itself stands with the locale tables, which are keyed by folded texts.
"""

from __future__ import annotations

from ..cldr._fold import BIDI_MARKS, fold, has_mixed_digits, lower

__all__ = ["BIDI_MARKS", "fold", "has_mixed_digits", "lower"]
