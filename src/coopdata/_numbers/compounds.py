"""Number words that are written together, cut into their parts ("einundzwanzig", "三千五百")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Final

from .._lexicon.dictionary import Row
from .._lexicon.language import Lexicon
from .._text.words import LAST_SPACED
from .sums import LARGE

__all__ = ["Morpheme", "compound"]

#: What a compound may be made of, and what only ends one ("zweimillionste", "zwanzigeinhalb").
_LAST: Final = frozenset({"last", "ordinal", "part"})
_INSIDE: Final = frozenset({"cardinal", "weak", "multiplier", "factor", "point"})
Morpheme = tuple[int, str, str]  # end offset in the word, role, value


@lru_cache(maxsize=32)
def _lengths(lex: Lexicon) -> dict[str, tuple[int, ...]]:
    """Return the lengths of the number words, longest first, by their first two letters."""
    found: dict[str, set[int]] = {}
    for form in lex.numerals.rows:
        found.setdefault(form[:2], set()).add(len(form))
    return {opening: tuple(sorted(lengths, reverse=True)) for opening, lengths in found.items()}


@lru_cache(maxsize=32)
def _joined(lex: Lexicon) -> tuple[str, ...]:
    """Return the words that are numbers inside a compound alone ("hundert-ein-tausend")."""
    rows = lex.numerals.rows
    return tuple(form for form, found in rows.items() if "joined" in found.by_kind)


def _is_scaled(found: Sequence[Row]) -> bool:
    """Tell "eintausend" from other forms."""
    return [kind for kind, _ in found] == ["cardinal"] and Decimal(found[0][1]) >= LARGE


def _forms(word: str, at: int, lex: Lexicon) -> Iterator[Morpheme]:
    """Yield the number words that begin at a place of a compound, longest first."""
    rows, known = lex.numerals.rows, _lengths(lex)
    for length in known.get(word[at : at + 2], ()) + known.get(word[at : at + 1], ()):
        end = at + length
        found: Sequence[Row] = rows.get(word[at:end], ()) if end <= len(word) else ()
        if at:
            found = sorted(found, key=lambda row: row[0] != "multiplier")
            if _is_scaled(found) and word.startswith(_joined(lex), at):
                continue  # "fünfhunderteintausend": no thousand behind five hundred
        for role, value in found:
            if role in _INSIDE or (role in _LAST and at and end == len(word)):
                yield end, role, value
            elif role == "joined" and at:
                yield end, "cardinal", value


@lru_cache(maxsize=8192)
def _morphemes(word: str, lex: Lexicon) -> tuple[Morpheme, ...] | None:
    """Cut a word into number words, longest first with backtracking; None where it is none."""
    dead: set[int] = set()

    def walk(at: int) -> tuple[Morpheme, ...] | None:
        if at == len(word):
            return ()
        if at in dead:
            return None
        for end, role, value in _forms(word, at, lex):
            rest = walk(end)
            if rest is not None:
                return ((end, role, value), *rest)
        if lex.linker and word.startswith(lex.linker, at) and at:
            rest = walk(at + len(lex.linker))
            if rest:
                return ((at + len(lex.linker), "linker", ""), *rest)
        dead.add(at)
        return None

    return walk(0) or None


def _opening(word: str, lex: Lexicon) -> Iterator[Morpheme]:
    """Yield the number words that a run of letters begins with, in a script that sets no spaces.

    They are cut one by one as they are asked for: a number ends long before such a run does.
    """
    at = 0
    while (part := next(_forms(word, at, lex), None)) is not None:
        yield part
        at = part[0]


def compound(word: str, lex: Lexicon, longer: int) -> Iterable[Morpheme] | None:
    """Return the parts of a word, if they reach further than `longer` characters."""
    if word[0] <= LAST_SPACED:
        parts = _morphemes(word, lex)
        return parts if parts is not None and parts[-1][0] > longer else None
    cut, taken = _opening(word, lex), list[Morpheme]()
    for part in cut:
        taken.append(part)
        if part[0] > longer:
            return chain(taken, cut)
    return None
