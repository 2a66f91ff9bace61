"""Legal forms cut off a name, wherever they stand, in whatever script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from .. import _shipped
from .._text.words import LAST_SPACED
from .key import name_key

__all__ = ["Cut", "cut", "elf_of", "form_key", "is_form", "leads", "marked_key"]

_NO_LETTERS: Final = re.compile(r"[\W_]+")
#: A word of a name, for this purpose: what no space and no mark of punctuation parts.
_WORD: Final = re.compile(r"[^\s.,;:&/+\-\u2010-\u2015\"'«»„“”‘’‚‹›「」『』《》〈〉()（）\[\]]+")
#: As many words has the longest form, as many characters one of a script without spaces.
_MOST_WORDS: Final = 12
_MOST_LETTERS: Final = 12
_THAI: Final = "\u0e00"
_TIBETAN: Final = "\u0fff"
_LATIN: Final = re.compile(r"[a-z]")
#: As long must a form in Latin letters be to stand before a name that no quotation mark parts.
_LONG: Final = 9

#: Forms in one character.
_SIGNS: Final = "㈜㈱㈲"

Place = tuple[int, int]
#: family, countries in which it is at home, whether it may stand before a name.
Form = tuple[str, str, str]


Found = tuple[Place, Form]


class Cut(NamedTuple):
    """A form found at one end of a name: where the name goes on, and what was cut."""

    start: int
    end: int
    form: tuple[int, int]
    family: str
    countries: str


@lru_cache(maxsize=4096)
def form_key(text: str) -> str:
    """Return the letters of a form, run together: ``"S.p.A."`` and ``"SpA"`` are one.

    Examples:
        >>> form_key("GmbH & Co. KG"), form_key("A.Ş.")
        ('gmbhcokg', 'as')
    """
    return _NO_LETTERS.sub("", name_key(text))


def marked_key(text: str) -> str:
    """Return the letters of a form with their marks, which tell "A.Ş." from "A/S"."""
    return _NO_LETTERS.sub("", text.replace("İ", "i").lower())


@cache
def _forms() -> Mapping[str, Form]:
    others = _shipped.tree("names/legal_forms.json")["forms"]
    own = _shipped.tree("names/organisations.json")["forms"]
    return {key: tuple(row) for key, row in (others | own).items()}


def _form(key: str, marked: str) -> Form | None:
    return _forms().get(marked) or _forms().get(key)


def is_form(word: str) -> bool:
    """Tell whether a key is that of a legal form."""
    return word in _forms()


def elf_of(form: str) -> str:
    """Return the code of ISO 20275 of a form that stands in one country alone; else nothing."""
    codes = _shipped.tree("names/organisations.json")["elf"]
    return str(codes.get(marked_key(form)) or codes.get(form_key(form), ""))


def leads(word: str) -> bool:
    """Tell whether a key is that of a legal form that may stand before a name."""
    form = _forms().get(word)
    return form is not None and bool(form[2])


def cut(text: str, start: int, end: int, *, quoted: bool) -> Cut | None:
    """Return the legal form with which ``text[start:end]`` ends or begins, the longest there.

    Args:
        text: A name, NFC.
        start: Where what is left of it begins.
        end: Where it ends.
        quoted: Whether a quotation mark parts the form from the name.
    """
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    if not words:
        return None
    behind = (
        _behind(text, words, end)
        or _beside(text, words, start, end)
        or _glued(text, words[-1], last=True)
    )
    if behind is not None:
        place, form = behind
        return Cut(start, place[0], _bracketed(text, place), form[0], form[1])
    before = _before(text, words, quoted=quoted) or _glued(text, words[0], last=False)
    if before is None:
        return None
    place, form = before
    return Cut(place[1], end, _bracketed(text, place), form[0], form[1])


def _bracketed(text: str, place: Place) -> Place:
    """Return a form with the brackets that it stands in, or that it closes."""
    first, last = place
    if text[first - 1 : first] in ("(", "（"):
        inner = text[first:last]
        if text[last : last + 1] in (")", "）"):
            return first - 1, last + 1
        if ")" in inner or "）" in inner:
            return first - 1, last
    return place


def _behind(text: str, words: list[Place], end: int) -> Found | None:
    found = None
    key = marked = ""
    for first, last in reversed(words[-_MOST_WORDS:]):
        key = form_key(text[first:last]) + key
        marked = marked_key(text[first:last]) + marked
        form = _form(key, marked)
        if form is not None and (len(key) > 1 or _in_brackets(text, first, last)):
            found = (first, _dotted(text, words[-1][1], end)), form
    return found


def _beside(text: str, words: list[Place], start: int, end: int) -> Found | None:
    """Return a form before the brackets with which a name ends."""
    if text[end - 1] not in ")）":
        return None
    opening = max(text.rfind(mark, start, end) for mark in "(（")
    words = [word for word in words if word[1] <= opening]
    return _behind(text, words, opening) if words else None


def _before(text: str, words: list[Place], *, quoted: bool) -> Found | None:
    found = None
    key = marked = ""
    for first, last in words[:_MOST_WORDS]:
        key += form_key(text[first:last])
        marked += marked_key(text[first:last])
        form = _form(key, marked)
        stands = quoted or (form and form[2]) or len(key) >= _LONG or not _LATIN.match(key)
        if form is not None and stands and (len(key) > 1 or _in_brackets(text, first, last)):
            found = (words[0][0], _dotted(text, last, len(text))), form
    return found


def _in_brackets(text: str, first: int, last: int) -> bool:
    return text[first - 1 : first] in ("(", "（") and text[last : last + 1] in (")", "）")


def _dotted(text: str, last: int, end: int) -> int:
    return last + 1 if last < end and text[last] == "." else last


def _glued(text: str, word: Place, *, last: bool) -> Found | None:
    """Return a form within a word of a script that sets no spaces."""
    first, behind = word
    for size in range(min(_MOST_LETTERS, behind - first - 1), 0, -1):
        place = (behind - size, behind) if last else (first, first + size)
        piece = text[slice(*place)]
        if _sets_spaces(piece[0]) or (size == 1 and piece not in _SIGNS):
            continue
        form = _form(form_key(piece), piece)
        if form is not None and (last or form[2] or text[first] <= LAST_SPACED):
            return place, form
    return None


def _sets_spaces(char: str) -> bool:
    return char <= LAST_SPACED and not _THAI <= char <= _TIBETAN
