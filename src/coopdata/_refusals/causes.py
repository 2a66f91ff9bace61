"""What looks like a number and is none: model names, phones, scores, versions, section numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from .._grammar.amounts import amount_at, core_at
from .._grammar.codes import SMALL, TIGHT, is_factor, is_numbered, is_range, is_scaled
from .._grammar.context import sentence_start
from .._grammar.cursor import View, payload, row
from .._grammar.money import money_scale
from .._grammar.reading import CLASSIFIED, Quantity
from .._grammar.signs import SIGNS, may_precede
from .._numbers.digits import POINTS
from .._numbers.figures import DASHES, MAX_DIGITS, RUN, VULGAR, is_fraction, leads, power_end
from .._printing.numbers import plural
from .._text.words import LAST_SPACED
from ..model import kind_of
from ..units import dimension

__all__ = [
    "blocked",
    "is_act",
    "is_clock_time",
    "is_label",
    "is_model",
    "is_name_part",
    "is_postcode",
    "is_year",
    "is_year_in_words",
    "lone_end",
]

_ENDLESS: Final = re.compile(r"[\d.,']*")
#: Letters of a code; those of scripts that set no spaces are words again.
_LETTER: Final = r"[^\W\u2e80-\uffef]"
_CHUNK: Final = re.compile(rf"(?:{_LETTER}|[.,:/\\@%+#&=?~()*\u2010-\u2015-])*{_LETTER}")
_CLOCK_OR_SCORE: Final = re.compile(r"\s?[:]\s?\d|[/\\x\u00d7*+\u00b7]\d|[x\u0445\u00d7]\d")
_CHAIN: Final = re.compile(r"\d+(?:[-\u2010\u2011]\d+){2}")
#: The number of an act and its year, or a month.
_OF_A_YEAR: Final = re.compile(r"\d{1,2}/\d{4}")
_AREA: Final = "[length] ** 2"
_NAMING: Final = frozenset({"blocker", "label"})
_PADDED: Final = re.compile(r"0\d")
_NETWORK: Final = re.compile(r"[2-6]G\b")
#: A plate or a docket: short letters, one of them a capital, between two numbers.
_CODE: Final = re.compile(r"\d{1,4} ([^\W\d_]{1,4}) \d[\d/-]*")
#: A grade or a type: "5W-30".
_GRADE: Final = re.compile(r"\d+([^\W\d_\u2e80-\uffef]{1,3})[-\u2010\u2011]\d+(?!\d|[.,]?\d*\1\b)")
#: How far before a number the name that it may belong to begins.
_NAME_REACH: Final = 64
#: What goes on from one numbered thing to the last.
_SECOND: Final = re.compile(r" [^\W\d_]{1,7} \d+")
#: The last hour and minute of a clock; more of them are a length of time.
_LATEST: Final = {"hour": Decimal(24), "minute": Decimal(59)}
_CLOCK_DOT: Final = re.compile(r"(?:[01]\d|2[0-3])\.[0-5]\d")
_PAIR: Final = re.compile(r"(\d{1,4})-(\d{1,4})(?![\d.,%])")
#: CLDR plural categories of the numbers that take a noun's form of few.
_FEW: Final = frozenset({"one", "few"})
_WORD_BEFORE: Final = re.compile(r"[^\W\d_\u2e80-\uffef]+\Z")
_POSTCODE: Final = re.compile(r"\d{5,6} ")
_MINUS: Final = "\u2212"
_DASHES: Final = "-\u2010\u2011\u2012\u2013"
#: What belongs to the digits behind it: a sign, a decimal mark.
_BEFORE_DIGITS: Final = frozenset(f"{SIGNS}.,")
_MARKS: Final = frozenset(".,")
#: What hangs nothing on the digits before it.
_SPACED: Final = frozenset(("", " ", ".", ","))
#: Marks that join digits, those apart that hang digits on anything.
_HANGING: Final = frozenset(f"{POINTS}\uff0c\uff0e") - _MARKS | {","}
_GLUE: Final = "/\\_@#\u2116:&=.^\u00b7"
#: What makes a power of a number, or is a footnote.
_POWERS: Final = "\u00b2\u00b3"
_QUOTES: Final = "\"«“„'("
_CLOSING: Final = ('"', "»", "”", "“", "'")


def is_act(view: View, start: int, end: int) -> bool:
    """Tell the number of an act from a month: "Ley 7/1985", "Antrag 12/2021"."""
    if _OF_A_YEAR.fullmatch(view.low, start, end) is None:
        return False
    behind = view.behind(start)
    return behind is not None and not _NAMING.isdisjoint(behind[1].by_kind)


def blocked(view: View, pos: int) -> tuple[str, int] | None:
    """Return why the number at `pos` is no quantity, and where reading may go on; or nothing."""
    low = view.low
    if not low[pos].isdecimal():
        return _blocked_word(view, pos)
    before = low[pos - 1] if pos else " "
    match = RUN.match(low, pos, pos + MAX_DIGITS)
    end = match.end() if match else pos + 1
    if end == pos + MAX_DIGITS:
        return "endless digits", _run_end(low, end)
    start = pos
    if before in _MARKS and not low[pos - 2 : pos - 1].isalnum():
        if not leads(low, pos, view.lex):
            return "mark before the digits", _chunk_end(low, pos)
        start = pos - 1
        before = low[start - 1] if start else " "
    if is_factor(low, pos, end):
        return "factor of a product", _unit_end(view, pos)
    if before != " " and _is_glued(view, start, before, end):
        return "part of a name or a code", _chunk_end(low, pos)
    if "\u00b1" in low[max(0, start - 2) : start]:
        return "tolerance of nothing", _chunk_end(low, pos)
    if (start < pos or not low[pos:end].isdecimal()) and core_at(view, pos) is None:
        return "marks out of place", _past_scales(view, end)
    follows = low[end : end + 1]
    if follows not in _SPACED:
        end = power_end(low, pos, end)
        follows = low[end : end + 1]
    code = _code_end(view, pos, end) if follows == " " else 0
    if code:
        return "plate or docket", code
    if low[pos] == "0" and start == pos and _PADDED.match(low, pos):
        return "leading zero", _chunk_end(low, pos)
    if follows not in _SPACED and _runs_on(view, pos, end, follows):
        return "runs on into a code", _chunk_end(low, pos)
    behind = view.behind(start)
    is_opened = behind is not None and "opener" in behind[1].by_kind
    if behind is not None and is_opened:
        behind = view.behind(behind[0])  # "абзацы с 3 по 8"
    is_numbered_by = behind is not None and "blocker" in behind[1].by_kind
    if is_numbered_by and (is_opened or not _is_area(view, pos)):
        end = _chunk_end(low, pos)
        second = _SECOND.match(low, end) if is_opened else None
        return "number of a page or the like", end if second is None else second.end()
    return None


def _is_area(view: View, pos: int) -> bool:
    """Tell "house 120 m²", "дом 64 кв. м" (how large it is) from "house 120"."""
    amount = amount_at(view, pos)
    unit = None if amount is None else payload(view.ahead(amount.end), "unit")
    return unit is not None and kind_of(unit) == "quantity" and dimension(unit) == _AREA


def _past_scales(view: View, end: int) -> int:
    """Return the place behind the scale words that belong to a number which is not read."""
    hit = view.ahead(end)
    while hit is not None and "scale" in hit[1].by_kind:
        end = hit[0]
        hit = view.ahead(end)
    return end


def _unit_end(view: View, pos: int) -> int:
    """Return where a refused number ends with its scale and unit, of which none begins another."""
    amount = amount_at(view, pos)
    end = pos + 1 if amount is None else amount.end
    hit = view.after(end)
    return max(_chunk_end(view.low, pos), end if hit is None else hit[0])


def _blocked_word(view: View, pos: int) -> tuple[str, int] | None:
    """Do what `blocked` does for a number word."""
    low = view.low
    if low[pos] in VULGAR and low[pos - 1 : pos].isalnum():
        return "part of a name or a code", pos + 1
    if pos and (low[pos - 1].isdecimal() or (view.lex.whole_words and low[pos - 1].isalpha())):
        return "inside a word", pos + 1
    if pos > 1 and low[pos - 1] == "-" and _is_hung(view, pos - 1):
        return "part of a name or a code", pos + 1
    other = view.lex.numerals.at(low, pos)
    if payload(other, "other") is not None and other is not None:
        return "word of another sense", _past_scales(view, other[0])
    hit = view.behind(pos)
    if row(hit, "blocker", "ordinal_head", "vague") is None:
        return None
    core = core_at(view, pos)
    if payload(hit, "vague") is not None:
        scale = row(view.lex.numerals.at(low, pos), "multiplier", "collective")
        return ("vague multiple", pos + 1 if core is None else core.end) if scale else None
    if core is not None and core.form == "fold":
        return None
    end = core.end if core is not None else pos + 1
    if payload(hit, "blocker") is None and row(view.after(end), "blocker", "section") is None:
        return None
    return "number of a page or the like", end


def _is_hung(view: View, end: int) -> bool:
    """Tell "best-of-five" from "two-three": a word before the hyphen that is no number."""
    word = _WORD_BEFORE.search(view.low, max(0, end - _NAME_REACH), end)
    return word is not None and not view.lex.numerals.kinds_of(word.group())


def lone_end(view: View, pos: int) -> int:
    """Return where bare digits end that have no word, sign or unit on either side, else 0.

    Such a number, or such a range, is no quantity, unless the one before it lends its unit.
    """
    low = view.low
    end = _bare_end(low, pos)
    start = pos - (pos > 0 and low[pos - 1] in _BEFORE_DIGITS)
    if not end or view.behind(pos) is not None:
        return 0
    if start < pos and (view.behind(start) is not None or low[start - 1 : start] in _BEFORE_DIGITS):
        return 0  # "$.4", "$-,4"
    at = view.right(end)
    if at < view.size and low[at] in DASHES and view.after(at) is None:
        second = view.right(at + 1)
        stop = _bare_end(low, second)
        is_range = stop and start == pos and int(low[second:stop]) > int(low[pos:end])
        return stop if is_range and _is_bare_behind(view, stop) else 0
    return end if _is_bare_behind(view, end) else 0


def _bare_end(low: str, pos: int) -> int:
    """Return where a run of digits without marks ends, 0 where there is none."""
    match = RUN.match(low, pos, pos + MAX_DIGITS)
    return match.end() if match is not None and match.group().isdecimal() else 0


def _is_bare_behind(view: View, end: int) -> bool:
    """Tell whether nothing behind a number makes a quantity, or an ordinal, of it."""
    at = view.right(end)
    if at >= view.size:
        return True
    char = view.low[at]
    if char.isdecimal() and is_fraction(view.low, at):
        return False  # "4 1/2"
    if char in "(\uff08" and view.low[at + 1 : at + 2].isalpha():
        return False  # "40 (forty) days"
    is_word = char.isalnum() and not char.isdecimal()
    is_tied = char in "./^\u207b\u00b1+\u00d7\u00b7*" or (at == end and char in DASHES)
    return not is_word and not is_tied and view.after(at) is None


def _run_end(low: str, pos: int) -> int:
    """Return where an endless run of digits and marks stops."""
    match = _ENDLESS.match(low, pos)
    return match.end() if match else pos


def _is_glued(view: View, pos: int, before: str, end: int) -> bool:
    """Tell whether the digits hang on what stands before them: a name, a code, an address."""
    low = view.low
    if before.isalpha():
        if before > LAST_SPACED:
            return _is_department(view, pos, end)
        return payload(view.before(pos), "unit") is None
    if before in _DASHES or before == _MINUS:
        return not (pos < 2 or low[pos - 2] == "\u300a" or may_precede(view, pos - 1))
    if before in _GLUE:
        return payload(view.before(pos), "unit") is None
    if before in _QUOTES and low[end : end + 1] in _CLOSING:
        return True
    return before in _HANGING and pos > 1 and low[pos - 2].isdecimal()


def _is_department(view: View, pos: int, end: int) -> bool:
    """Tell "형사7부": digits between a word and what numbers the parts of a whole."""
    if not view.lex.whole_words or view.before(pos) is not None:
        return False
    hit = view.after(end)
    return row(hit, "section") is not None and row(hit, "scale") is None


def _runs_on(view: View, pos: int, end: int, follows: str) -> bool:
    """Tell whether the digits run on into a code: "5G", "1-800-555", "10:30", "24/7"."""
    low = view.low
    if (core := core_at(view, pos)) is not None and core.exact is not None:
        return False
    if follows in VULGAR or follows in _POWERS:
        return True
    if _CLOCK_OR_SCORE.match(low, end) or _CHAIN.match(low, pos):
        return True
    if _NETWORK.match(view.text, pos):
        return True
    tight = TIGHT.match(low, pos)
    if tight is not None and not is_range(view, tight):
        return True
    grade = _GRADE.match(low, pos) if follows.isalpha() else None
    if grade is not None and row(view.ahead(grade.end()), "unit") is None:
        return True
    pair = _PAIR.match(low, pos)
    if pair is not None and int(pair[1]) >= int(pair[2]):
        return True  # "51-49", "10-5"
    if follows.isalpha():
        hit = view.after(end)
        if money_scale(view, pos, end) is not None:
            return False
        if follows in SMALL and view.text[end].isupper() and (not hit or hit[0] == end + 1):
            return not is_scaled(view, pos, end + 1, hit)
        return follows <= LAST_SPACED and (hit is None or low[hit[0] : hit[0] + 1].isdecimal())
    if follows == "-" and low[end + 1 : end + 2].isalpha():
        if view.after(end) is not None:
            return False
        hit = view.after(end + 1)
        if hit is not None and low[hit[0] : hit[0] + 1].isdecimal():
            return True  # "2021-W53"
        if row(hit, "scale") and not row(hit, "unit") and not low[end + 2 : end + 3].isalpha():
            return True  # "Form 10-K"
        return hit is None or is_numbered(view, hit)
    return False


def _code_end(view: View, pos: int, end: int) -> int:
    """Return where a licence plate or a docket number ends ("777 AAA 02", "4 StR 128/22"), or 0."""
    match = _CODE.match(view.text, pos) if view.low[end + 1 : end + 2].isalpha() else None
    if match is None or match[1].islower() or view.after(end + 1) is not None:
        return 0
    return match.end()


def is_label(view: View, quantity: Quantity) -> bool:
    """Tell "on route 15", "in room 304" from "in school 500 pupils": a label has no unit.

    A name behind it is none ("in hall 215 House of Government"), nor is a noun in a case that the
    number does not ask for ("вагон 14 поезда").
    """
    if quantity.form != "digits" or quantity.scaled:
        return False
    if "label" not in view.kinds_behind(quantity.start):
        return False
    if quantity.unit in (None, "", "item") or quantity.carried:
        return True
    lex = view.lex
    if quantity.kind != "number" or quantity.has_any(CLASSIFIED) or lex.capital_nouns:
        return False
    name = view.text[quantity.start : quantity.end]
    if not lex.spaced or any(word.istitle() for word in name.split(" ")):
        return True
    return name.endswith(lex.few_endings) and plural(quantity.high, lex.language) not in _FEW


def is_postcode(view: View, quantity: Quantity) -> bool:
    """Tell "70173 Stuttgart" from "70 173 bolts": ungrouped digits before an unknown name."""
    if quantity.counted is None and not quantity.carried:
        return False
    match = _POSTCODE.match(view.text, quantity.start) if quantity.form == "digits" else None
    if match is None or quantity.relation != "exact":
        return False
    return view.text[match.end() : match.end() + 1].isupper()


def is_model(view: View, quantity: Quantity) -> bool:
    """Tell "iPhone 15手机": a foreign name before a number that no measure word follows."""
    at = quantity.start
    return (
        not view.lex.spaced
        and quantity.form == "digits"
        and not quantity.scaled
        and not quantity.has_any(CLASSIFIED)
        and at > 1
        and view.text[at - 1] == " "
        and view.text[at - 2].isascii()
        and view.text[at - 2].isalpha()
    )


def is_year(view: View, quantity: Quantity) -> bool:
    """Tell "the 2018 results" from "2018 vehicles": no known unit, four digits without a mark."""
    if quantity.form != "digits" or not 1900 < quantity.low < 2100 or quantity.low == 2000:
        return False
    return view.low[quantity.start : quantity.start + 4].isdecimal() and not quantity.scaled


def is_year_in_words(view: View, quantity: Quantity) -> bool:
    """Tell "이천십구년", a year that is said, from "이천 년", a length of time."""
    if quantity.unit != "year" or quantity.form != "words" or not 1900 < quantity.low < 2100:
        return False
    return view.low[quantity.start] > LAST_SPACED and quantity.low % 100 != 0


def is_name_part(view: View, start: int) -> bool:
    """Tell whether a number without a unit belongs to a name ("Hotel 101", "Group of Seven")."""
    text = view.text
    if text[start].isupper() and start > sentence_start(view.low, start):
        return True
    at = start
    first = max(0, start - _NAME_REACH)
    while at > first and text[at - 1] in " \u00a0":
        at -= 1
    begin = at
    while begin > first and (text[begin - 1].isalnum() or text[begin - 1] in "-&'’"):
        begin -= 1
    word = text[begin:at]
    if not word or text[at:start] == "":
        return False
    if sum(char.isupper() for char in word) > 1 or any(char.isdecimal() for char in word[-1:]):
        return True
    return word[0].isupper() and begin > sentence_start(view.low, start)


def is_clock_time(view: View, quantity: Quantity) -> bool:
    """Tell a time of day ("в 9 часов", "с 9 до 18 часов", "с 10.00") from a length of time."""
    dotted = quantity.unit in (None, "item") and _CLOCK_DOT.fullmatch(
        view.low, quantity.start, quantity.start + 5
    )
    latest = _LATEST.get(quantity.unit or "")
    if not dotted and (latest is None or quantity.high > latest):
        return False
    start = min(quantity.start, quantity.outer[0])
    if quantity.relation == "between" and start < quantity.start:
        opener = view.lex.before.kinds_of(view.low[start : view.left(quantity.start)])
        if "clock_span" in opener and "length_of_time" not in view.kinds_behind(start):
            return True  # "de 12 à 14 heures"
    hits = (view.behind(quantity.start), view.behind(start))
    return any(payload(hit, "clock") is not None for hit in hits)


def _chunk_end(low: str, pos: int) -> int:
    match = _CHUNK.match(low, pos, pos + 200)
    return match.end() if match else pos + 1
