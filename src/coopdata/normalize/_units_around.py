"""Units around an amount: signs before it, nouns and symbols after it, rates, smaller parts."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from .. import units
from ..values.interval import to_decimal
from ._lexicon import Row
from ._numerals import digits_at, words_at
from ._quantity import Quantity
from ._view import Hit, View, payload, row

__all__ = [
    "DASHES",
    "agrees",
    "kind_of",
    "noun_at",
    "rate_before",
    "smaller_part",
    "take_rate",
    "unit_after",
    "unit_before",
]

_WORD: Final = re.compile(r"[^\W\d_]+")
DASHES: Final = "-\u2013\u2014\u2012\u2011\u2010\u2212~\u223c\u301c\uff5e\uff0d"


#: How far from a number the noun that its measure word counts is looked for.
_NOUN_REACH: Final = 16
_CLAUSE_REACH: Final = 90
#: The longest unknown word that is taken for a noun in a script without spaces.
_WORD_REACH: Final = 4
#: Counted nouns that say nothing of what is counted.
_GENERIC: Final = frozenset({"unit", "piece"})
_NO_WORDS: Final[dict[str, list[str]]] = {}
_TIMES: Final = frozenset({"fold", "occasion"})
_CLAUSE_MARKS: Final = ".,;:!?\u3002\uff0c\uff1b\uff1a\uff01\uff1f\u3001\n0123456789"


@lru_cache(maxsize=4096)
def kind_of(unit: str) -> str:
    """Return the kind of mention that a value in `unit` is."""
    if "/" in unit:
        return "rate"
    known = units.UNITS.get(unit)
    if known is None:
        return "quantity" if "*" in unit else "number"
    if known.kind == "counted":
        return "number"
    if known.kind == "currency":
        return "money"
    if known.kind == "time":
        return "duration"
    if known.kind == "ratio":
        return "ratio" if unit == "fold" else "percent"
    return "quantity"


def unit_before(view: View, quantity: Quantity) -> None:
    """Take the sign or code that stands before the number ("$5", "%40")."""
    at = view.left(quantity.start)
    if quantity.start - at > 1:
        return
    hit = view.before(at)
    unit = payload(hit, "unit")
    if hit is not None and unit is not None:
        quantity.start, quantity.unit, quantity.why = hit[0], unit, "unit before"


def unit_after(view: View, quantity: Quantity) -> None:
    """Take the unit that follows the number: a symbol, a noun, a coin, a classifier."""
    at = view.right(quantity.end)
    hyphen = at == quantity.end and at < view.size and view.low[at] in DASHES
    at += hyphen
    hit = noun_at(view, at)
    if hit is None:
        return
    if hyphen:
        found = row(hit, "unit_adjective", "unit")
    else:
        found = row(hit, "unit") or row(hit, "unit_adjective", "subunit", "classifier")
    if found is None:
        return
    stop, (kind, unit) = hit[0], found
    followers = view.lex.settings.get("only_before", _NO_WORDS).get(view.low[at:stop])
    if followers and not view.low.startswith(tuple(followers), stop):
        return  # "14일": a day of the month, but "14일간", "14일 이내"
    if quantity.scaled and kind == "unit" and kind_of(unit) in ("duration", "quantity"):
        unit = _by_the_million(hit, unit)
    if kind == "unit" and not hyphen and not agrees(view, quantity, unit, stop):
        return
    if unit in _TIMES and not hyphen:
        unit = _times(view, quantity, unit)
    if kind == "classifier":
        _classified(view, quantity, stop, unit)
    elif kind == "subunit":
        factor, _, currency = unit.partition(":")
        if currency and quantity.unit is None:
            quantity.low *= Decimal(factor)
            quantity.high *= Decimal(factor)
            quantity.end, quantity.unit, quantity.why = stop, currency, "unit after"
    elif quantity.unit is None:
        if view.lex.whole_words and at > quantity.end and _is_label(quantity, unit):
            return
        quantity.end, quantity.unit, quantity.why = stop, unit, "unit after"
        if unit in _GENERIC and view.lex.goods:
            _from_context(view, quantity)
    elif unit == quantity.unit or kind_of(unit) == kind_of(quantity.unit) == "money":
        is_name = view.low[quantity.start] > "\u2e7f"  # "港币5000元": the name, not the bare unit
        quantity.end, quantity.unit = (
            stop,
            quantity.unit if is_name else unit,
        )  # "US$5 million dollars"


def noun_at(view: View, at: int) -> Hit | None:
    """Return what `View.after` does, and also for a compound the word that it ends in.

    "Gelenkbusse" are "Busse"; only counted things and lengths of time are looked for.
    """
    hit = view.after(at)
    if hit is not None or not view.lex.settings.get("compound_nouns"):
        return hit
    if not view.text[at : at + 1].isupper():
        return None
    match = _WORD.match(view.low, at)
    word = match.group() if match else ""
    for cut in range(3, len(word) - 3):
        found = tuple(filter(_is_countable, view.lex.after.rows.get(word[cut:], ())))
        if found:
            return at + len(word), found
    return None


def _is_countable(one: Row) -> bool:
    return one[0] == "unit" and kind_of(one[1]) in ("number", "duration")


def agrees(view: View, quantity: Quantity, unit: str, stop: int) -> bool:
    """Tell whether a noun's form fits the number: "8 orders", not "the MAX 8 order"."""
    lex = view.lex
    if quantity.high == 1 or not lex.settings.get("plurals") or kind_of(unit) != "number":
        return True
    return view.low[:stop].endswith(lex.nouns)


def _by_the_million(hit: Hit, unit: str) -> str:
    """Prefer what comes in millions where a form has two units ("1억 주": shares; "3亿度")."""
    if unit not in ("week", "degree_celsius"):
        return unit
    return next((one for kind, one in hit[1] if kind == "unit" and one != unit), unit)


def _is_label(quantity: Quantity, unit: str) -> bool:
    """Tell bare digits before a thing ("101 열차") from a count, which takes a measure word."""
    return quantity.form == "digits" and not quantity.scaled and kind_of(unit) == "number"


def _times(view: View, quantity: Quantity, unit: str) -> str:
    """Tell "в 3 раза" (a factor) from "3 раза в неделю" (so many occasions)."""
    marks = view.lex.settings.get("times", ())
    before = view.low[: view.left(quantity.start)][-_NOUN_REACH:]
    if not marks or not before[-1:].isalpha():
        return unit
    return "fold" if before.endswith(tuple(marks)) else "occasion"


def _classified(view: View, quantity: Quantity, stop: int, unit: str) -> None:
    """Take a measure word ("辆", "개") and the noun that touches it."""
    unit, *others = unit.split("|")
    allowed = [unit, *others] if unit or others else []
    noun = view.after(view.right(stop))
    found = _countable(noun, allowed)
    if noun is not None and found is not None:
        quantity.end, quantity.unit, quantity.why = noun[0], found, "noun after classifier"
    else:
        quantity.end, quantity.why = stop, "classifier"
        counted = _noun_near(view, stop, allowed) or _noun_before(view, quantity.start, allowed)
        quantity.unit = counted or unit or "item"
        quantity.carried = bool(counted) or not unit
        if not counted and not unit:
            _unknown_noun(view, quantity)


def _unknown_noun(view: View, quantity: Quantity) -> None:
    """Take the word that ends the clause right after a measure word ("480件瓷器。") as the noun."""
    low, lex = view.low, view.lex
    start = stop = quantity.end
    while (
        stop < view.size
        and stop - start <= _WORD_REACH
        and low[stop].isalpha()
        and low[stop] > "\u2e7f"
    ):
        stop += 1
    word = low[start:stop]
    if lex.spaced or not 1 < len(word) <= _WORD_REACH or view.after(start) is not None:
        return
    if not any(one in word for one in lex.stop):
        quantity.end, quantity.counted, quantity.carried = stop, view.text[start:stop], False


def _countable(hit: Hit | None, allowed: list[str]) -> str | None:
    """Return the counted thing that a form names, if a measure word allows it."""
    for kind, unit in hit[1] if hit is not None else ():
        if kind == "unit" and (unit in allowed if allowed else kind_of(unit) == "number"):
            return unit
    return None


def _from_context(view: View, quantity: Quantity) -> None:
    """Say what goods "10000 units" are, where the clause has named them before."""
    low, table = view.low, view.lex.after
    at = quantity.start
    stop = max(0, at - _CLAUSE_REACH)
    while at > stop and low[at - 1] not in ".;!?\n":
        hit = table.before(low, at) if low[at - 1].isalpha() else None
        unit = payload(hit, "unit")
        if unit is not None and unit in view.lex.goods:
            quantity.unit, quantity.carried = unit, True
            quantity.why = "noun from the clause"
            return
        at = hit[0] if hit is not None else at - 1


def _noun_near(view: View, pos: int, allowed: list[str]) -> str | None:
    """Return what a measure word counts, past adjectives ("十座大型工厂", "5개의 대형 공장")."""
    low, lex = view.low, view.lex
    if lex.spaced:
        genitive = tuple(lex.settings.get("genitives", ()))
        return (
            _past_words(view, pos, allowed) if genitive and low.startswith(genitive, pos) else None
        )
    in_code = False  # digits of a model name ("12辆ZK6105型客车") end no clause
    for at in range(pos + 1, min(view.size, pos + _NOUN_REACH)):
        last = low[at - 1]
        in_code = last.isascii() and (last.isalpha() or (in_code and last.isdecimal()))
        if last in _CLAUSE_MARKS and not in_code:
            return None
        found = _countable(lex.after.at(low, at), allowed)
        if found is not None:
            return found
    return None


def _past_words(view: View, pos: int, allowed: list[str]) -> str | None:
    """Return the first counted thing that one of the next few words begins with."""
    low = view.low
    for _ in range(4):
        at = low.find(" ", pos, pos + _NOUN_REACH)
        if at < 0 or any(mark in low[pos:at] for mark in _CLAUSE_MARKS):
            return None
        pos = at + 1
        found = _countable(view.lex.after.at(low, pos), allowed)
        if found is not None:
            return found
    return None


def _noun_before(view: View, pos: int, allowed: list[str]) -> str | None:
    """Return what a measure word counts, where the noun stands before the number ("버스 140대")."""
    low, table = view.low, view.lex.after
    particles = view.lex.settings.get("noun_particles", ())
    stop = max(0, pos - _NOUN_REACH)
    at = view.left(pos)
    for word in view.lex.settings.get("noun_stops", ()):  # "장관 등 15명": others as well
        stop = max(stop, low.rfind(word, stop, at) + 1)
    while at > stop and low[at - 1] not in _CLAUSE_MARKS:
        hit = table.before(low, at)
        found = _countable(hit, allowed)
        if (
            hit is not None
            and found is not None
            and at - hit[0] > 1
            and (not particles or low[at : _word_end(low, at)] in particles)
        ):
            return found
        at -= 1
    return None


def _word_end(low: str, pos: int) -> int:
    end = pos
    while end < len(low) and end - pos < _NOUN_REACH and low[end].isalpha():
        end += 1
    return end


def take_rate(view: View, quantity: Quantity) -> None:
    """Take "a month", "/год", "annually" where they touch the quantity."""
    hit = view.after(view.right(quantity.end))
    if hit is None or quantity.unit is None or "/" in quantity.unit:
        return
    per = payload(hit, "rate")
    if per is not None:
        at = view.right(hit[0])
        if not (at > hit[0] and view.low[at : at + 1].isdecimal()):  # "im Jahr 2016" is no rate
            quantity.unit, quantity.end = f"{quantity.unit}/{per}", hit[0]
        return
    reach = payload(hit, "per")
    if reach is None:
        return
    below = view.after(view.right(hit[0]))
    unit = payload(below, "unit")
    if below is None or unit is None or "/" in unit:
        return
    kind = kind_of(unit)
    priced = reach in ("thing", "price") and kind_of(quantity.unit) == "money"
    if (
        reach == "any"
        or (kind == "quantity" and reach != "price")
        or priced
        or (kind == "duration" and reach not in ("thing", "price"))
    ):
        quantity.unit, quantity.end = f"{quantity.unit}/{unit}", below[0]


def rate_before(view: View, quantity: Quantity) -> None:
    """Take a rate that stands before the number: "时速350公里", "每吨3850元", "톤당 385달러"."""
    if quantity.unit is None or "/" in quantity.unit:
        return
    place = view.left(quantity.start)
    hit = view.before(place)
    per = payload(hit, "rate")
    start = hit[0] if hit is not None else place
    if per is None and payload(hit, "per_tail") is not None:
        noun = view.lex.after.before(view.low, view.left(start))
        per = payload(noun, "unit")
        start = noun[0] if noun is not None else start
        if start and view.low[start - 1].isdecimal():
            return  # "3.3㎡당 500만 원"
    elif per is None:
        noun = view.lex.after.before(view.low, place)
        if noun is not None and payload(view.before(view.left(noun[0])), "per_head") is not None:
            head = view.before(view.left(noun[0]))
            per = payload(noun, "unit")
            start = head[0] if head is not None else noun[0]
    if per is not None and per != quantity.unit and start >= view.floor:
        quantity.start, quantity.unit = start, f"{quantity.unit}/{per}"


def smaller_part(view: View, quantity: Quantity) -> None:
    """Take "47 руб. 16 коп.", "5 hours 30 minutes", "一年半": what goes on counting."""
    unit = quantity.unit
    if not unit or quantity.relation != "exact" or "/" in unit or quantity.why != "unit after":
        return
    at = view.right(quantity.end)
    half = view.after(at)
    part = payload(half, "part")
    if half is not None and part is not None:
        quantity.low = quantity.high = quantity.low + Decimal(part)
        quantity.end = half[0]
        return
    lex, low = view.lex, view.low
    if lex.compounds and not lex.spaced and lex.linker and low.startswith(lex.linker, at):
        at += len(lex.linker)
    if at >= view.size:
        return
    if low[at].isdecimal():
        core = digits_at(low, at, lex)
    elif low[at] > "\u2e7f" and quantity.low == quantity.low.to_integral_value():
        core = words_at(low, at, lex)
    else:
        return
    hit = None if core is None else view.after(view.right(core.end))
    if core is None or hit is None:
        return
    coin = payload(hit, "subunit")
    small = payload(hit, "unit")
    if coin is not None and kind_of(unit) == "money":
        share = Fraction(coin.split(":")[0])
    elif small is not None and small != unit and kind_of(unit) in ("duration", "quantity"):
        ratio = _ratio(small, unit)
        if ratio is None:
            return
        share = ratio
    else:
        return
    if Fraction(core.value) * share < 1:
        total = Fraction(quantity.low) + Fraction(core.value) * share
        if coin is None and small is not None:
            quantity.unit, total = small, total / share  # exact in the last unit alone
        quantity.low = quantity.high = to_decimal(total)
        quantity.end = hit[0]


@lru_cache(maxsize=1024)
def _ratio(small: str, large: str) -> Fraction | None:
    """Return how much of `large` one `small` is, where it is less than one."""
    if units.dimension(small) != units.dimension(large):
        return None
    scale = units.factor(small) / units.factor(large)
    return scale if scale < 1 else None
