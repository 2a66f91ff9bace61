"""What coopdata's own keys are called, from gettext catalogues (`seeds/labels`)."""

from __future__ import annotations

from functools import cache

from .. import _shipped
from ..errors import RecordNotFoundError, nearest
from .words import words

__all__ = ["text_of"]


@cache
def _catalogue(language: str) -> dict[str, dict[str, str]]:
    return _shipped.tree(f"labels/{language}.json")


def text_of(kind: str, key: str, name: str) -> str:
    """Return the label of a key in the language of the locale `name`, or in English."""
    known = _catalogue("en")
    if kind not in known:
        raise RecordNotFoundError("set of labels", kind, nearest(kind, list(known)))
    if key not in known[kind]:
        raise RecordNotFoundError(f"{kind} label", key, nearest(key, list(known[kind])))
    table = words(name)
    labels = _catalogue(table.language) if table else known
    return labels[kind].get(key) or known[kind][key]
