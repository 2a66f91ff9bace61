"""A name of an organisation taken apart: what is its name, what its legal form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from ..errors import UnreadableTextError
from .key import name_key
from .kinds import is_generic
from .legal_forms import Cut, cut, elf_of
from .records import QUOTES, OrganisationName

__all__ = ["LONGEST", "plain", "read"]

LONGEST: Final = 300
_OUTSIDE: Final = " ,;:/\u2010\u2011\u2012\u2013\u2014-"
_OPENING: Final = "«„“‘‚‹「『《〈\"'"
_CLOSING: Final = "»“”’‹›」』》〉\"'"
#: What stands between two quoted names that are not one.
_RUN_TOGETHER: Final = re.compile(
    r"(?=[»”“\"」』》][^\"«»„“”「」『』《》]{1,60}[«„\"“「『《]\s*[^\W_])"
)


def plain(text: str, locale: str) -> str:
    """Return a name with single spaces, NFC.

    Raises:
        UnreadableTextError: there is no letter, too much, or a word of look-alikes.
    """
    if len(text) > LONGEST:
        raise UnreadableTextError(text, locale, LONGEST, "a name, which is shorter")
    whole = " ".join(unicodedata.normalize("NFC", text).split())
    if not any(char.isalpha() for char in whole):
        raise UnreadableTextError(text, locale, 0, "a name")
    if not name_key(whole):
        raise UnreadableTextError(text, locale, 0, "a name whose words are of one script each")
    return whole


@lru_cache(maxsize=4096)
def read(text: str, locale: str) -> OrganisationName:
    """Return the parts of one organisation's name.

    Raises:
        UnreadableTextError: it is no name, nothing but a legal form, or two names.
    """
    whole = plain(text, locale)
    for joint in _RUN_TOGETHER.finditer(whole):
        if _is_apart(whole, joint.start()):
            raise UnreadableTextError(text, locale, joint.start(), "one name, not two")
    start, end = _bared(whole, 0, len(whole))
    cuts: list[Cut] = []
    while start < end:
        found = cut(whole, start, end, quoted=_opens(whole, start, end))
        if found is None:
            break
        cuts.append(found)
        start, end = _bared(whole, found.start, found.end)
    name = whole[start:end]
    if not any(char.isalnum() for char in name):
        raise UnreadableTextError(text, locale, 0, "a name beside its legal form")
    if is_generic(name_key(name)):
        raise UnreadableTextError(text, locale, 0, "a name, not only a word for its kind")
    return _named(whole, name, cuts)


def _named(whole: str, name: str, cuts: list[Cut]) -> OrganisationName:
    if not cuts:
        return OrganisationName(name=name)
    chosen = next((one for one in cuts if one.family), cuts[0])
    homes = {code for one in cuts for code in one.countries.split()}
    country = homes.pop() if len(homes) == 1 else ""
    form = whole[slice(*chosen.form)]
    return OrganisationName(
        name=name,
        legal_form=form,
        family=chosen.family,
        country=country,
        elf=elf_of(form) if country else "",
    )


def _opens(whole: str, start: int, end: int) -> bool:
    """Tell whether a quotation mark opens behind some words."""
    return any(whole[at] in QUOTES[0] + QUOTES[2:] for at in range(start + 1, end - 1))


def _bared(whole: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds without what stands around a name: spaces, commas, quotes, brackets."""
    while start < end:
        first, last = whole[start], whole[end - 1]
        inner = whole[start + 1 : end - 1]
        if first in _OUTSIDE or (first == "." and start) or first in ")）]":
            start += 1
        elif last in _OUTSIDE or last in "(（[":
            end -= 1
        elif first in _OPENING and last in _CLOSING and end - start > 1 and _is_even(inner):
            start, end = start + 1, end - 1
        elif first in "(（[" and not set(inner + last) & set(")）]"):
            start += 1
        elif last in ")）]" and not set(first + inner) & set("(（["):
            end -= 1
        elif first in QUOTES and not set(inner + last) & set(QUOTES):
            start += 1
        elif last in QUOTES and last not in "'’" and not set(first + inner) & set(QUOTES):
            end -= 1
        else:
            break
    return start, end


def _is_even(inner: str) -> bool:
    """Tell whether the quotes around `inner` are of one pair: it has none, or whole pairs."""
    depth = 0
    for char in inner:
        depth += (char in "«„「『《") - (char in "»“”」』》")
        if depth < 0:
            return False
    return depth == 0 and inner.count('"') % 2 == 0 and not inner.startswith('"')


def _is_apart(whole: str, at: int) -> bool:
    """Tell whether the quotation mark at `at` closes all that was opened before it."""
    depth = 0
    straight = False
    for char in whole[: at + 1]:
        if char == '"':
            straight = not straight
        elif char in "«„「『《":
            depth += 1
        elif char in "»“”」』》":
            depth -= 1
    return depth <= 0 and not straight
