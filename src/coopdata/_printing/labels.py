"""What coopdata's own keys are called, from gettext catalogues (`seeds/labels`)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from .. import _shipped
from ..cldr import locale_id
from ..errors import RecordNotFoundError, nearest
from ..model import Term, TermKind
from .words import words

__all__ = ["called", "text_of"]


@cache
def _catalogue(language: str) -> dict[str, dict[str, str]]:
    return _shipped.tree(f"labels/{language}.json")


def text_of(kind: str, key: str, name: str, terms: Iterable[Term] = ()) -> str:
    """Return the label of a key, or of one of `terms`, in the language of the locale `name`.

    Where that has none, in English.
    """
    for one in terms:
        if (one.kind, one.code) == (kind, key):
            return one.label(name)
    known = _catalogue("en")
    if kind not in known:
        raise RecordNotFoundError("set of labels", kind, nearest(kind, list(known)))
    if key not in known[kind]:
        raise RecordNotFoundError(f"{kind} label", key, nearest(key, list(known[kind])))
    table = words(name)
    labels = _catalogue(table.language) if table else known
    return labels[kind].get(key) or known[kind][key]


def called(kind: TermKind, code: str, *, locale: str, terms: Iterable[Term]) -> str:
    """Return what a kind of fact or a role is called; one that nobody declares, by its code."""
    try:
        return text_of(kind, code, locale_id(locale), terms)
    except RecordNotFoundError:
        return code.replace("_", " ")
