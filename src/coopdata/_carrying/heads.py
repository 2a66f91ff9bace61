"""What the head of a column, of a row or of a table states: a unit with its scale, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from .. import _exact
from .._calendar.whole import read_period
from .._grammar.cells import clean
from .._grammar.counted import GENERIC
from .._grammar.cursor import View
from .._grammar.reading import Quantity
from .._grammar.whole import quantity
from .._lexicon.language import Lexicon
from .._lexicon.memory import remembered
from .._text.fold import prepared
from .._text.words import LAST_SPACED, WORD, in_capitals
from ..errors import UnreadableTextError
from ..model import kind_of

__all__ = [
    "Stated",
    "caption_holds",
    "counted_noun",
    "is_head_unit",
    "is_row_name",
    "is_unit_head",
    "row_holds",
    "stated",
]

#: A head that is longer is a sentence.
_LONGEST: Final = 160
#: So many cells and words have a unit at most.
_WORDS: Final = 6
_BRACKETS: Final = re.compile(r"[(\[\uff08]([^()\[\]\uff08\uff09]*)[)\]\uff09]")
_MARKS: Final = re.compile(r"[,;:\uff0c\uff1b\uff1a](?!\d)")
_THOUSANDS: Final = re.compile(
    r"(.*[^\s\d.,'\u2019]) ?['\u2019]?(000(?:[., ]?000)?)s?$"
    r"|(?:1[., '\u2019]?|['\u2019])(000(?:[., '\u2019]?000)?) (?=\S)"
)
_DIGITS: Final = re.compile(r"(?<![^\W\d_^])\d")
#: A year, alone or with the name of a part of it.
_OF_TIME: Final = re.compile(
    r"(?:[^\W\d_]{1,3}\.? |\d{1,2} |[^\W\d_]\d ){0,2}(?:19|20)\d\d(?: ?[^\W\d_]{1,5}\.?)?"
)
_SIGN: Final = re.compile(r"[^\w\s.,'/%-]")
#: A percent sign that ends a head, behind no digit.
_SHARE: Final = re.compile(r"(?<!\d)(?<!\d )%$")
#: So many words belong to a sign at the end of a head.
_TAIL: Final = 2
_OPENS: Final = ("(", "\uff08")
_CLOSES: Final = (")", "\uff09")
_COLONS: Final = (":", "\uff1a")
_COMMAS: Final = frozenset(",\uff0c")
#: What ends a cell, and what parts the cells before it.
_CELL_END: Final = re.compile(r" ?(?:$|[\n\t|<]|  )")
_PARTED: Final = re.compile(r"[\t|>]|  ")
#: Numbers are not counted in larger scales.
_LARGEST: Final = Decimal(10**12)
_FIFTH: Final = Decimal("0.2")
#: Codes in capitals are as long, and those of states: no units where no bracket sets them apart.
_CODE: Final = 3
_STATE: Final = 2
#: What a noun that heads its numbers may not count: anything, or what comes in no number.
_UNCOUNTED: Final = GENERIC | {"item"}
_COUNTS: Final = GENERIC | {"person", "item"}
_KINDS: Final = frozenset({"number", "money", "percent", "quantity", "rate", "duration"})


class Stated(NamedTuple):
    """A scale and a unit."""

    scale: Decimal
    unit: str


@remembered
def stated(lex: Lexicon, head: str, *, is_row: bool = False) -> Stated | None:
    """Return the one unit that a head states; nothing where it states none, or several.

    Args:
        head: Its words.
        lex: The words of the locale that they are written in.
        is_row: Whether it heads a row, whose name may be anything: its unit is set apart.
    """
    text = clean(head)
    if not text or len(text) > _LONGEST:
        return None
    bare = _BRACKETS.sub(" ", text)
    name, *parts = _MARKS.split(bare)
    apart = [(part, True) for part in _BRACKETS.findall(text)]
    apart += [(part, False) for part in parts]
    found = {
        one
        for part, is_bracketed in apart
        if (one := _set_apart(part.strip(), lex, name, is_bracketed, is_row)) is not None
        and (is_bracketed or not is_row or _is_sure(one))
    }
    if not found and not is_row:
        found = set(_within(clean(bare), lex))
    return found.pop() if len(found) == 1 else None


def _set_apart(
    part: str, lex: Lexicon, name: str, is_bracketed: bool, is_row: bool
) -> Stated | None:
    """Read the unit in brackets or behind a comma: "Weight, kg", but not "Wins (W)"."""
    if _is_letter(part):
        is_short_for = prepared(name).strip().startswith(prepared(part))
        if part.isupper() or is_short_for or part in lex.needy_scales:
            return None
    if is_row and not is_bracketed and _is_short_code(part, _STATE):
        return None  # "Helena, MT"
    return _unit(part, lex)


def _is_letter(word: str) -> bool:
    """Tell one letter of a script that has words of several."""
    return len(word) == 1 and word.isalpha() and word <= LAST_SPACED


def _is_short_code(word: str, longest: int) -> bool:
    """Tell a short word in capitals."""
    return word.isalpha() and in_capitals(word) and len(word) <= longest


def _is_sure(one: Stated) -> bool:
    """Tell what a name of a row may have behind a comma from "Minsk, city"."""
    return one.scale != 1 or kind_of(one.unit) != "number" or one.unit in _COUNTS


def _within(head: str, lex: Lexicon) -> Iterator[Stated]:
    """Read "Mio. €", "Output in thousand tonnes", "Share %"; a plain noun is no unit here."""
    if _SHARE.search(head) is not None:
        yield Stated(Decimal(1), "percent")
        return
    words = head.split(" ")
    joiners = (at for at, word in enumerate(words) if prepared(word) in lex.measured_in)
    words = words[next(joiners, -1) + 1 :]
    one = _unit(" ".join(words), lex)
    noun = counted_noun(lex, " ".join(words))
    if noun is not None:
        yield Stated(Decimal(1), noun)
    elif one is not None:
        if one.unit != "item" and (one.scale != 1 or _may_stand_alone(one, words)):
            yield one  # "경기" are games, no 10¹⁶ of anything
    elif _SIGN.search(words[-1] if words else "") is not None:
        tails = range(max(1, len(words) - _TAIL), len(words))
        for at in tails:  # "Umsatz Mrd. €", never less than all that belongs to the sign
            one = _unit(" ".join(words[at:]), lex)
            if one is not None:
                is_whole = one.scale != 1 or "/" in one.unit
                if is_whole and prepared(words[at - 1]) not in lex.stop:
                    yield one
                return


@remembered
def counted_noun(lex: Lexicon, name: str) -> str | None:
    """Return the counted unit that a name is the noun of, and nothing else; `None` for any other.

    It is in the plural, by its ending: "Buses" are so many, "Bus" may be its number.
    """
    text = clean(name)
    endings = lex.head_nouns
    if not endings or not prepared(text).endswith(endings) or is_row_name(lex, text):
        return None
    one = _unit(text, lex) or _unit(_last_word(prepared(text), lex), lex)
    is_noun = one is not None and one.scale == 1 and kind_of(one.unit) == "number"
    return one.unit if one is not None and is_noun and one.unit not in _UNCOUNTED else None


def _last_word(low: str, lex: Lexicon) -> str:
    """Return the noun of a head behind adjectives ("hospital beds"); nothing behind other words."""
    *others, noun = low.split(" ")
    endings = lex.adjectives
    is_described = 0 < len(others) <= _TAIL and endings and lex.stop.isdisjoint(others)
    return noun if is_described and all(word.endswith(endings) for word in others) else ""


def _may_stand_alone(one: Stated, words: list[str]) -> bool:
    """Tell "km" and "€/t" from the names of things and times, and from codes ("GB", "PTS")."""
    if kind_of(one.unit) in ("number", "duration"):
        return False
    return len(words) > 1 or not (len(words[0]) == 1 or _is_short_code(words[0], _CODE))


def _unit(part: str, lex: Lexicon) -> Stated | None:
    """Read the words of a unit as the grammar reads a number with them."""
    words = part.split()
    words = [word for word in words if prepared(word) not in lex.measured_in]  # "$ in millions"
    if not 0 < len(words) <= _WORDS:
        return None
    if words[0].startswith("%"):
        return Stated(Decimal(1), "percent")  # "% of the total"
    part = " ".join(word for word in words if "partitive" not in lex.after.kinds_of(prepared(word)))
    scale = Decimal(1)
    thousands = _THOUSANDS.match(part)
    if thousands is not None:  # "1000 t", "$ '000"
        scale = Decimal(10 ** (thousands[2] or thousands[3]).count("0"))
        part = (thousands[1] or "") + part[thousands.end() :]
    if not part or _DIGITS.search(part) is not None:
        return None
    for probe in _probes(part):
        found = _read(probe, lex)
        if found is not None:
            size = _exact.multiply(found.low, _FIFTH)
            scale = _exact.plain(_exact.multiply(scale, size))
            return Stated(scale, found.unit or "") if scale <= _LARGEST else None
    return None


def _probes(part: str) -> Iterator[str]:
    """Yield a unit with five before it, behind its sign or its code, or before its scale."""
    yield f"5 {part}"
    if part > LAST_SPACED:
        yield f"5{part}"
    sign = _SIGN.search(part)
    if sign is not None:
        yield f"{part[: sign.end()]}5{part[sign.end() :]}"
    first, _, rest = part.partition(" ")
    if rest:
        yield f"{first} 5 {rest}"


def _read(probe: str, lex: Lexicon) -> Quantity | None:
    """Read five of a unit; nothing where the words leave open which, or say more than a unit."""
    try:
        found = quantity(probe, lex)
    except UnreadableTextError:
        return None
    if found.counted is not None or not found.unit or found.kind not in _KINDS:
        return None
    return found if found.relation == "exact" and found.low == found.high else None


def is_head_unit(view: View, quantity: Quantity) -> bool:
    """Tell the scale and unit of a table's numbers ("产量（万吨）", "단위: 천 대")."""
    if quantity.form == "digits" or "scale" not in view.kinds_ahead(quantity.start):
        return False
    low, at, end = view.low, view.left(quantity.start), view.right(quantity.end)
    if low[at - 1 : at] in _OPENS:
        return low[end : end + 1] in _CLOSES
    line = low[low.rfind("\n", 0, at) + 1 : at - 1]
    if low[at - 1 : at] in _COMMAS:  # "Көлемі, мың тонна", at the end of its cell
        begin, text = at - 1 - len(line), view.text
        is_parted = view.table is not None or _PARTED.search(text, begin, at) is not None
        return is_parted and _CELL_END.match(text, quantity.end) is not None
    return low[at - 1 : at] in _COLONS and line.strip() in view.lex.unit_heads


@remembered
def is_row_name(lex: Lexicon, head: str) -> bool:
    """Tell "№", "ID", "Rank", "Year": what stands below is the name of its row."""
    low = prepared(clean(head)).strip(" .:")
    names, table = lex.row_names, lex.before
    words = (low, *low.split(" "))
    return any(word in names or word.strip(".") in names for word in words) or any(
        "blocker" in table.kinds_of(word) for word in words[:2]
    )


@remembered
def is_corner(lex: Lexicon, head: str) -> bool:
    """Tell a head that is a unit alone, over the names of the rows: "($ in millions)"."""
    text = clean(head)
    inner = _BRACKETS.fullmatch(text)
    return inner is not None and stated(lex, text) is not None


def is_unit_head(lex: Lexicon, head: str) -> bool:
    """Tell the head of a column of units."""
    return prepared(clean(head)).strip(" :") in lex.unit_heads


@remembered
def row_holds(lex: Lexicon, head: str) -> bool:
    """Tell whether a column may have the unit of its rows: not that of ranks, nor of changes."""
    return not is_row_name(lex, head) and lex.changes.isdisjoint(WORD.findall(prepared(head)))


def _is_of_time(low: str, lex: Lexicon) -> bool:
    """Tell "2023", "3 кв. 2023", "01.03.2024", "3 June 2024"."""
    if _OF_TIME.fullmatch(low) is not None:
        return True
    try:
        read_period(low, lex.locale)
    except UnreadableTextError:
        return False
    return True


@remembered
def caption_holds(lex: Lexicon, head: str, caption: str) -> bool:
    """Tell whether a column has the unit of the caption.

    Its head is a year, a part of one or a total, or the caption says what it is; of any other
    column it is not known.
    """
    low = prepared(clean(head)).strip(" .:")
    if not row_holds(lex, head):
        return False
    if not low or low in lex.totals or _is_of_time(low, lex):
        return True
    words = set(WORD.findall(low))
    return bool(words) and words <= set(WORD.findall(prepared(caption)))
