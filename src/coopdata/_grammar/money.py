"""How sums are written: scales fused with a currency, signs between two numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from .. import cldr
from .._lexicon.language import LANGUAGES, Lexicon, language_words
from .._numbers.figures import DASHES, MAX_DIGITS, RUN
from .._text.words import LAST_SPACED, WORD
from ..units import CURRENCIES
from .cursor import View, payload
from .reading import Evidence, Quantity

__all__ = [
    "has_letters_left",
    "is_of_another",
    "is_sign",
    "is_word",
    "money_scale",
    "scale_before",
    "sign_side",
]

#: The signs of currencies.
_SIGNS: Final = "$\u00a2-\u00a5\u20a0-\u20cf"
#: A scale that is written together with a currency: "kEUR", "T\u20ac".
_FUSED: Final = re.compile(rf"([^\W\d_]{{1,4}}?)(?=([A-Z]{{3}}(?![^\W_])|[{_SIGNS}]))")
#: Classes of words behind which a sum stands.
_SUMS: Final = frozenset({"sum", "price"})
#: A number that ends somewhere, and how far before its second one the first of a range begins.
_NUMBER: Final = re.compile(r"(?<![\w.,])\d[\d.,]*\Z")
_REACH: Final = 24
#: Shorter names of countries are other words as well.
_SHORT_NAME: Final = 3
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?![\d.,%])")
_WORD: Final = re.compile(r"[^\W\d_]{1,5}(?![^\W_])")
#: How many numbers of a row are looked at to tell whose its signs are.
_ROW: Final = 8


class _Scales(NamedTuple):
    """The scales that only money has: before a currency, behind a sum; and their first letters."""

    money: Mapping[str, Decimal]
    sum: Mapping[str, Decimal]
    initials: frozenset[str]


@lru_cache(maxsize=64)
def _scales_of(lex: Lexicon) -> _Scales:
    money, behind = (
        {word: Decimal(said) for said, words in scales.items() for word in words}
        for scales in (lex.money_scales, lex.sum_scales)
    )
    return _Scales(money, behind, frozenset(word[0] for word in (*money, *behind)))


def money_scale(view: View, start: int, end: int) -> tuple[int, Decimal] | None:
    """Read the scale that only money has behind the number from `start` to `end`.

    It touches the currency behind it ("52 MUSD", "340 T\u20ac"), or the number whose
    currency stands before it ("$52MM"). Returns where it ends, and the scale.
    """
    low, scales = view.low, _scales_of(view.lex)
    at = view.right(end)
    if low[at : at + 1] not in scales.initials:
        return None
    fused = _FUSED.match(view.text, at)
    if fused is not None:
        stop = fused.end()
        scale = scales.money.get(low[at:stop]) or scales.money.get(low[at : stop + len(fused[2])])
        if scale is not None and _is_currency_at(view, stop) and _is_listed(view, stop):
            return stop, scale
    word = _WORD.match(low, at)
    if word is None:
        return None
    said, stop = word.group(), word.end()
    if said in scales.money:
        stop += low.startswith(".", stop)
        currency = view.right(stop)
        is_ended = low[stop - 1] == "." and view.text[currency : currency + 1].isupper()
        if not is_ended and _is_currency_at(view, currency):
            return stop, scales.money[said]
    if said in scales.sum and at == end:
        first = _first_of_two(view, start, said)
        unit = payload(view.behind(first), "unit")
        if unit in CURRENCIES and first - view.left(first) <= 1:
            return word.end(), scales.sum[said]
    return None


def _is_currency_at(view: View, pos: int) -> bool:
    """Tell whether a currency stands at a place, and is not that of the number behind it."""
    hit = view.after(pos)
    if hit is None or payload(hit, "unit") not in CURRENCIES:
        return False
    follows = view.right(hit[0])
    return not view.low[follows : follows + 1].isdecimal()


def _is_listed(view: View, pos: int) -> bool:
    """Tell a code that the word list has from one that is a word as well ("MALL", "TALL")."""
    if not view.low[pos].isalpha():
        return True
    language = view.lex.language
    code = view.low[pos : pos + 3]
    return language in LANGUAGES and code in language_words(language).after.rows


def scale_before(view: View, pos: int) -> tuple[int, Decimal] | None:
    """Read the scale that stands before a currency before its number: "Mio. EUR 34"."""
    at = view.left(pos)
    if at - 2 < view.floor or not (view.low[at - 1].isalpha() or view.low[at - 1] == "."):
        return None
    hit = view.lex.after.before(view.low, at)
    scale = payload(hit, "scale")
    if hit is None or scale is None or at - hit[0] < 3 or hit[0] < view.floor:
        return None
    before = view.left(hit[0])
    if view.low[before - 1 : before].isdecimal() or _is_number(view, before):
        return None  # "5 Mio. EUR 34": the scale is another number's
    return hit[0], Decimal(scale)


def _is_number(view: View, end: int) -> bool:
    start = view.low.rfind(" ", max(0, end - 32), end) + 1
    return view.low[start:end] in view.lex.numerals.rows


def is_sign(view: View, start: int, stop: int, unit: str) -> bool:
    """Tell a sign or code, which stands on either side of its number, from a noun of money."""
    form = view.low[start:stop]
    return form in view.lex.before.rows and (not form.isalpha() or form.upper() == unit)


def _first_of_two(view: View, start: int, scale: str) -> int:
    """Return where the first number of "$3MM-5MM" begins, or the only one."""
    low = view.low
    if not start or low[start - 1] not in DASHES or not low.endswith(scale, 0, start - 1):
        return start
    first = _NUMBER.search(low, max(0, start - _REACH), start - 1 - len(scale))
    return start if first is None else first.start()


def is_word(view: View, quantity: Quantity, start: int, stop: int) -> bool:
    """Tell "WORLD CUP 2018", "3 TOP players" from "CUP 5 million", "TRY 1,500", "a price of TRY 5".

    A code that is a word as well is one of money where the number is written as a sum is, behind
    a word of money, and where nothing else stands in the text; behind its number also where no
    noun follows it ("500 TRY for it").
    """
    if view.low[start:stop] not in view.lex.word_codes or quantity.scaled:
        return False
    first, last = min(start, quantity.start), max(stop, quantity.end)
    if quantity.form == "digits" and not view.low[quantity.start : quantity.end].isdecimal():
        return False
    if start > quantity.start:
        word = WORD.match(view.low, view.right(last))
        return word is not None and word.group() not in view.lex.stop
    if not _SUMS.isdisjoint(view.kinds_behind(first)):
        return False
    return view.left(first) > 0 or view.right(last) < view.size


def sign_side(
    view: View, quantity: Quantity, start: int, stop: int
) -> Literal["left", "right"] | None:
    """Tell whose a sign behind a number is, where another number may follow it.

    It is the one's that it touches; the second's if the first has its own sign before it, or is in
    words; and the first's where the last number of the row has one behind it ("12 $ 18 $").
    """
    follows = view.right(stop)
    if not view.low[follows : follows + 1].isdecimal():
        return "left"
    is_left, is_right = start == quantity.end, follows == stop
    if is_left != is_right:
        return "left" if is_left else "right"
    if quantity.unit in CURRENCIES or quantity.form != "digits":
        return "right"
    is_year = _YEAR.fullmatch(view.low, quantity.start, quantity.end) is not None
    if is_year and not _YEAR.match(view.low, follows):
        return "right"  # "In 2018 EUR 34 Mio."
    if quantity.scaled or _YEAR.match(view.low, follows):
        return "left"  # "34 Mio. EUR 2017"
    sign = view.low[start:stop]
    for _ in range(_ROW):
        match = RUN.match(view.low, follows, follows + MAX_DIGITS)
        behind = view.right(match.end() if match else follows)
        if not view.low.startswith(sign, behind):
            has_own = "subunit" in view.kinds_ahead(behind) or _is_currency_at(view, behind)
            return "left" if has_own else None
        follows = view.right(behind + len(sign))
        if not view.low[follows : follows + 1].isdecimal():
            return "left"
    return None


@lru_cache(maxsize=16)
def _countries(language: str) -> Mapping[str, str]:
    """Return the currencies of the countries, by their names without the ending of a case."""
    known = cldr.names(language, "territory").folded.items() if language else ()
    own = {name[:-1]: cldr.currency_of_territory(codes[0]) for name, codes in known}
    return {stem: code for stem, code in own.items() if code and len(stem) >= _SHORT_NAME}


def is_of_another(view: View, quantity: Quantity) -> bool:
    """Tell "500 долараў Намібіі", money of a country whose own the noun does not name alone."""
    is_money = quantity.kind == "money" or quantity.unit == "pound"
    if not is_money or not quantity.has(Evidence.UNIT_AFTER):
        return False
    at = quantity.end + 1
    word = WORD.match(view.text, at) if view.text[at - 1 : at] == " " else None
    name = word.group() if word is not None else ""
    if not name.istitle() or not view.low[quantity.end - 1].isalpha():
        return False
    stems = (name[:cut].lower() for cut in range(len(name), max(_SHORT_NAME, len(name) - 3), -1))
    known = _countries(view.lex.language)
    return next((known[stem] for stem in stems if stem in known), quantity.unit) != quantity.unit


def has_letters_left(view: View, quantity: Quantity) -> bool:
    """Tell whether letters hang on a sum, or the sign of a sum on letters, not understood.

    "$52km" is no 52 dollars, and "5 q€" is no 5 quintals.
    """
    char = view.low[quantity.end : quantity.end + 1]
    if quantity.kind == "money":
        return quantity.has(Evidence.UNIT_BEFORE) and char.isalpha() and char <= LAST_SPACED
    if not char or char not in "$£¥€₽₸₺₴₩₹" or not view.low[quantity.end - 1].isalpha():
        return False
    return not view.low[quantity.end + 1 : quantity.end + 2].isdecimal()
