"""Bounds that a text denies: "no building shall exceed 12 metres", "不得超过12米".

What may not be more is at most so much, and what may not be less at least so much.
"""

from __future__ import annotations

import re
from typing import Final

from .cursor import View

__all__ = ["denied"]

#: What a bound is when it is denied; no other bound can be turned round so.
_DENIED: Final = {"more_than": "at_most", "less_than": "at_least"}
#: How far before and behind a bound what denies it may stand.
_REACH: Final = 90
_REACH_AFTER: Final = 24
#: So many words of a clause at most come before its verb, where no other word says "shall".
_HEAD: Final = 2
_CLAUSE: Final = re.compile(r"\n|[.;:!?](?=\s|$)|, ")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


def denied(view: View, hedge: str, start: int, end: int) -> str:
    """Return what a hedge that stands from `start` to `end` says, denied or not."""
    turned = _DENIED.get(hedge)
    if turned is None or not (view.lex.denials or view.lex.denied_after):
        return hedge
    return turned if _is_denied(view, start) or _is_denied_behind(view, end) else hedge


def _is_denied_behind(view: View, end: int) -> bool:
    """Tell "30 dakikadan az | olamaz", "30分を下回って | はならない"."""
    at = view.right(end)
    return view.low.startswith(view.lex.denied_after, at, at + _REACH_AFTER)


def _is_denied(view: View, start: int) -> bool:
    """Tell "shall not exceed", "nor cover more than", "не может быть короче", "不得 | 超过".

    What denies stands before the bound, with nothing between but words that say "shall" and the
    verb behind one; or it opens the clause, whose verb has such a word or follows at once.
    """
    low, lex = view.low, view.lex
    end = view.left(start)
    if not lex.spaced:
        return low.endswith(tuple(lex.denials), 0, end)
    begin = max(0, end - _REACH)
    is_cut = begin > 0
    for mark in _CLAUSE.finditer(low, begin, end):
        begin, is_cut = mark.end(), False
    words = _WORD.findall(low, begin, end)
    opens = "" if is_cut or not words else words[0]
    for verb in (0, 1):
        rest = words[: len(words) - verb]
        is_ruled = is_denied = False
        while rest and (rest[-1] in lex.denials or rest[-1] in lex.modals):
            is_ruled |= rest[-1] in lex.modals
            is_denied |= rest[-1] in lex.denials
            rest.pop()
        if is_denied and (is_ruled or not verb):
            return True
        if is_ruled and opens in lex.denials:
            return True
    return opens in lex.denials and opens in lex.modals and len(words) <= _HEAD
