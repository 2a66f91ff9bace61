"""Units of somebody's own: names in braces that say what they are.

`{widget}` is a thing that is counted, a dimension of its own; `{arshin=28_inch}` is as large as it
says, in one curated unit. Nothing is registered anywhere: a value means the same in each process,
in each file and beside each word list.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import Final, NamedTuple

__all__ = ["OWN_FORMS", "Own", "bare_name", "is_own", "own", "own_of_pint"]

#: How such a name is written.
OWN_FORMS: Final = ("{widget}", "{arshin=28_inch}", "{third=1:3_yard}")
_WORD: Final = r"[^\W\d_]\w{0,63}"
_NUMBER: Final = r"[0-9]{1,30}(?:[.:][0-9]{1,30})?"
_OWN: Final = re.compile(rf"\{{(?P<name>{_WORD})(?:=(?P<size>{_NUMBER})_(?P<of>{_WORD}))?\}}")


#: How pint is told of one: `own_widget`, `own_28_inch__arshin`, `own_1p5_inch__arshin`.
_PINT: Final = re.compile(rf"own_(?:(?P<size>[0-9][0-9pq]*)_(?P<of>\w+?)__)?(?P<name>{_WORD})")
_TO_PINT: Final = str.maketrans(".:", "pq")
_FROM_PINT: Final = str.maketrans("pq", ".:")


class Own(NamedTuple):
    """What such a name says: how many of which curated unit; of none where it is counted."""

    name: str
    size: Fraction
    of: str
    pint: str


def is_own(name: str) -> bool:
    """Tell whether a name begins with a brace, as only those of somebody's own do.

    Examples:
        >>> is_own("{widget}"), is_own("vehicle")
        (True, False)
    """
    return name[:1] == "{"


def own(name: str) -> Own | None:
    """Read a name in braces; nothing where it is not written so.

    Examples:
        >>> own("{arshin=28_inch}")
        Own(name='arshin', size=Fraction(28, 1), of='inch', pint='own_28_inch__arshin')
    """
    match = _OWN.fullmatch(name)
    if match is None:
        return None
    word, size, of = match.group("name", "size", "of")
    if not word.isidentifier() or unicodedata.normalize("NFKC", word) != word:
        return None  # pint would take it for another
    if not size:
        return Own(word, Fraction(1), "", f"own_{word}")
    above, _, below = size.partition(":")
    if not Fraction(above) or not int(below or 1):
        return None
    pint = f"own_{size.translate(_TO_PINT)}_{of}__{word}"
    return Own(word, Fraction(above) / int(below or 1), of, pint)


def own_of_pint(name: str) -> str | None:
    """Return the name in braces of what `Own.pint` names; nothing for any other.

    Examples:
        >>> own_of_pint("own_28_inch__arshin"), own_of_pint("inch")
        ('{arshin=28_inch}', None)
    """
    match = _PINT.fullmatch(name)
    if match is None:
        return None
    size = (match["size"] or "").translate(_FROM_PINT)
    made = f"{{{match['name']}={size}_{match['of']}}}" if size else f"{{{match['name']}}}"
    stated = own(made)
    return None if stated is None or stated.pint != name else made


def bare_name(name: str) -> str:
    """Return the bare name of a unit of somebody's own; any other stays.

    Examples:
        >>> bare_name("{steel_coil}"), bare_name("vehicle")
        ('steel_coil', 'vehicle')
    """
    stated = own(name) if is_own(name) else None
    return name if stated is None else stated.name
