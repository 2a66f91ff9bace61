"""Names that begin with a number: titles, proper names in capitals, things that a number names."""

from __future__ import annotations

import re
from typing import Final

from .._grammar.context import sentence_start
from .._grammar.cursor import View
from .._grammar.reading import Quantity
from .._text.words import WORD

__all__ = ["is_possessed", "is_proper", "is_title"]

#: How far before a number the name that it may belong to begins.
_NAME_REACH: Final = 64
#: The longest word that headlines in capitals write without one.
_SMALL_WORD: Final = 4
#: How far behind its first word a title may end.
_TITLE_REACH: Final = 128
#: A title in quotation marks, from its first word on: a few words without a mark between them; an
#: apostrophe between letters is no mark ("П'ять ночей").
_WORD_IN_TITLE: Final = r"(?:[^\s\"'«»“”„‘’‹›」,.;:!?—–]|(?<=[^\W\d_])['’](?=[^\W\d_]))+"
_TITLE: Final = re.compile(rf"{_WORD_IN_TITLE}(?: {_WORD_IN_TITLE}){{0,6}}(?=[\"'»«”“’‹›」]|\s»)")
_OPENING: Final = "\"'«»“„‘‚‹›「"
#: Marks that set off nothing but titles.
_TITLE_MARKS: Final = (("\u300a", "\u300b"), ("\u300e", "\u300f"), ("\u3008", "\u3009"))
_MARKED: Final = re.compile("[\u300a\u300e\u3008]").search
_CLOSING: Final = ('"', "»", "”", "“", "'")


def is_possessed(view: View, quantity: Quantity) -> bool:
    """Tell "128 soruşturması" (the inquiry called 128) from what an owner has so many of.

    Behind a numeral a noun takes no possessive of its own; with one, and without a genitive before
    it, the number is its name.
    """
    if quantity.unit != "item" or quantity.form != "digits" or quantity.scaled:
        return False
    endings = view.lex.possessed
    word = view.low[quantity.start : quantity.end].rpartition(" ")[2]
    if quantity.relation != "exact" or not endings or not word.endswith(endings):
        return False
    if word.endswith(view.lex.unpossessed):
        return False
    owners = view.lex.owners
    begin = max(sentence_start(view.low, quantity.start), quantity.start - _NAME_REACH)
    before = view.low[begin : quantity.start]
    return not any(one.endswith(owners) for one in WORD.findall(before))


def is_proper(view: View, quantity: Quantity) -> bool:
    """Tell a name of number words ("One Hundred Years of Solitude") by its capital letters."""
    if quantity.form == "digits" or not quantity.unit or view.lex.capital_nouns:
        return False
    text, start, end = view.text, quantity.start, quantity.end
    if not text[start].isupper():
        return False
    if quantity.carried:  # "the Five Star Movement lost seats"
        end = min(view.size, end + _NAME_REACH)
    words = text[start:end].split(maxsplit=2)[:2]
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return False
    if quantity.counted and not quantity.carried:  # no noun that is known
        return True
    sentence = sentence_start(view.low, start)
    if start <= sentence:
        rest = () if quantity.carried else WORD.findall(text, end, end + _TITLE_REACH)
        return any(len(word) > _SMALL_WORD and word.islower() for word in rest)  # no headline
    at = view.left(start)
    at -= at > 0 and text[at - 1] == ","
    word = start = at
    while word > max(0, start - _NAME_REACH) and text[word - 1].isalpha():
        word -= 1
    return text[word:start].islower() or word == sentence


def is_title(view: View, quantity: Quantity) -> bool:
    """Tell a title that begins with its number («Три богатыря», 《三国演义》) from speech."""
    text, low, start = view.text, view.low, quantity.start
    first = max(0, start - _NAME_REACH)
    if _MARKED(text, first, start):
        before = text[first:start].rpartition("\n")[2]
        if any(before.rfind(opened) > before.rfind(closed) for opened, closed in _TITLE_MARKS):
            return True
    mark = start - 1 - (start > 1 and text[start - 1].isspace() and text[start - 2] == "«")
    if start == 0 or text[mark] not in _OPENING:
        return quantity.form != "digits" and _is_within(view, text[first:start], quantity)
    match = _TITLE.match(text, start, start + _TITLE_REACH)
    if match is None or match.end() < quantity.end:
        return False
    at, then = view.left(mark), _past_mark(view, match.end())
    if _is_called(view, at, then):
        return True
    is_bare = quantity.unit in (None, "item") and not quantity.scaled
    if not (text[start].isupper() or (is_bare and text[start].isdecimal())):
        return False
    before, follows = low[max(0, at - 2) : at], low[then : then + 1]
    if before[-1:] == ":" or (before[-1:] == "," and before[:1] not in _CLOSING):
        return False
    opens = not before or before[-1] in ".!?\n"
    return not (opens and follows in (",", "-", "\u2013", "\u2014"))


def _is_within(view: View, before: str, quantity: Quantity) -> bool:
    """Tell a number word inside a title that is called one ("«Жаужүрек мың бала» фильмі")."""
    opened = max(map(before.rfind, _OPENING))
    if opened < 0 or not view.lex.titled:
        return False
    first = quantity.start - len(before) + opened + 1
    mark = first - 1
    first += view.text[mark] == "«" and view.text[first].isspace()
    match = _TITLE.match(view.text, first, first + _TITLE_REACH)
    if match is None or match.end() < quantity.end or not view.text[first].isupper():
        return False
    return _is_called(view, view.left(mark), _past_mark(view, match.end()))


def _past_mark(view: View, end: int) -> int:
    """Return the place behind the mark that closes a title, in French after a space."""
    return view.right(end + 1 + view.text[end].isspace())


def _is_called(view: View, before: int, after: int) -> bool:
    """Tell whether a word beside the quotation marks says what bears the name ("the film …")."""
    names = view.lex.titled
    if not names:
        return False
    low = view.low
    if low.startswith(names, after):
        return True
    if not view.lex.spaced:
        return low.endswith(names, 0, before)
    start = before
    while start > max(0, before - _NAME_REACH) and low[start - 1].isalpha():
        start -= 1
    return low.startswith(names, start, before)
