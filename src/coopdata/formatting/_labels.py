"""What coopdata's own keys are called, from gettext catalogues made with Babel."""

from __future__ import annotations

import gettext
import os.path
from functools import cache

from ..errors import RecordNotFoundError, nearest
from ._words import words

__all__ = ["text_of"]

_CONTEXT = "\x04"  # gettext's own mark between a message's context and its text


@cache
def _catalogue(language: str) -> gettext.GNUTranslations:
    path = os.path.join(os.path.dirname(__file__), "..", "data", "labels", f"{language}.mo")
    with open(path, "rb") as file:
        return gettext.GNUTranslations(file)


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Return kind -> keys; the English catalogue has them all."""
    kinds: dict[str, list[str]] = {}
    for message in _catalogue("en")._catalog:  # type: ignore[attr-defined]  # no public way to list
        kind, mark, key = str(message).partition(_CONTEXT)
        if mark:
            kinds.setdefault(kind, []).append(key)
    return {kind: tuple(keys) for kind, keys in kinds.items()}


def text_of(kind: str, key: str, name: str) -> str:
    """Return the label of a key in the language of the locale `name`, or in English."""
    known = _known()
    if kind not in known:
        raise RecordNotFoundError("set of labels", kind, nearest(kind, list(known)))
    if key not in known[kind]:
        raise RecordNotFoundError(f"{kind} label", key, nearest(key, list(known[kind])))
    table = words(name)
    return _catalogue(table.language if table else "en").pgettext(kind, key)
