"""Amounts: a numeric core with its scale words ("1,5 млн", "1 bn 340 m", "1만 2천")."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from .. import _exact
from .._numbers.figures import BROKEN, DASHES, Amount, digits_at, is_figure
from .._numbers.numerals import turned, words_at
from .._text.words import LAST_SPACED, WORD
from .counted import is_divisible, is_many
from .cursor import MEMORY, View, payload, row
from .money import money_scale

__all__ = ["COMPLETE", "NEEDY", "amount_at", "core_at", "number_start"]

#: Forms of a core that are a quantity only before a unit or a scale.
NEEDY = ("weak", "factor")
#: Forms that no scale word follows.
COMPLETE = frozenset({"ordinal", "fraction", "fold", "fused"})


_ONE, _THOUSAND = Decimal(1), Decimal(1000)
#: Forms that a scale of money may follow.
_PLAIN: Final = frozenset({"digits", "words"})
#: What may stand behind a scale before a smaller part.
_BEFORE_PART: Final = frozenset(" ,")
_YEAR: Final = re.compile(r"1[89]\d\d|20\d\d")
#: What may stand between a number and its unit.
_SCALED: Final = frozenset({"inner_hedge", "scale"})
#: A number with a letter that hangs on it.
_LETTERED: Final = re.compile(r"\d[\d.,]*([^\W\d_])(?!\w)")
#: The first number of a tight range, up to its dash, and the second with its scale letters.
_FIRST: Final = re.compile(rf"(?<![\w.,])\d[\d.,]*[^\W\d_]{{0,3}}[{re.escape(DASHES)}]\Z")
_SECOND: Final = re.compile(r"\d[\d.,]*([^\W\d_]{1,3})(?!\w)")
#: How long a number in a tight range may be.
_NUMBER: Final = 24
#: How far back a scale letter is searched for its like.
_REPEATED: Final = 90
#: Scale words beyond this product state no quantity that anybody means.
_LARGEST = Decimal("1E+30")


def core_at(view: View, pos: int) -> Amount | None:
    """Read the numeric core at `pos`, in digits or in words."""
    memory = view.cores
    if pos not in memory:
        if len(memory) > MEMORY:
            memory.clear()
        first = pos + (view.low[pos] in ".," and view.low[pos + 1 : pos + 2].isdecimal())
        read = digits_at if is_figure(view.low[first]) else words_at
        core = read(view.low, first, view.lex)
        if core is not None and core.form == "digits" and "over" in view.lex.after.kinds:
            core = turned(view.low, core, view.lex)
        memory[pos] = core
    return memory[pos]


def amount_at(view: View, pos: int) -> Amount | None:
    """Read a number with its scale words, and what is said once more in brackets behind it."""
    found = _scaled_at(view, pos)
    if found is None or found.form in COMPLETE:
        return found
    at = view.right(found.end)
    if view.low[at : at + 1] not in ("(", "\uff08"):
        return found
    again = _scaled_at(view, at + 1) if at + 1 < view.size else None
    if again is None or (again.form == "digits") is (found.form == "digits"):
        return found
    stop = view.right(again.end)
    if view.low[stop : stop + 1] not in (")", "\uff09") or again.value != found.value:
        return found
    behind, more, _ = _scales(view, found.start, stop + 1)  # "5 (five) million"
    if more == _ONE:
        return found._replace(end=stop + 1)
    total = _exact.plain(_exact.multiply(found.value, more))
    return found._replace(end=behind, value=total, scale=more, exact=None)


def _scaled_at(view: View, pos: int) -> Amount | None:
    """Read a number and its scale words; later, smaller parts with scales of their own add up."""
    core = core_at(view, pos)
    if core is None:
        return None
    if core.form == "fraction":
        core = _measured(view, core)
    start, end, value, form = core[:4]
    if form in COMPLETE or core.note == BROKEN:
        return core
    ahead = view.kinds_ahead(end)
    if _SCALED.isdisjoint(ahead) and not view.low.startswith("-", end):
        return _money_scaled(view, core)
    hedge: str | None = None
    if "inner_hedge" in ahead:
        hedge, end = _inner_hedge(view, end)
    stop, scale, last = _scales(view, start, end)
    if scale == _ONE:
        if hedge is not None and not view.lex.whole_words and view.lex.spaced:
            return core
        return core._replace(end=end, hedge=hedge)
    grain = _THOUSAND if hedge is None else scale  # "一亿一千余万" counts on below the hedge
    if form == "words" and last < value and _exact.remainder(value, grain) == 0:
        return core._replace(end=stop, note=BROKEN)  # "million thousand"
    touches = view.lex.whole_words or not view.lex.spaced
    if hedge is None and touches:
        hedge, stop, more = _hedge_and_scales(view, stop)
        scale = _exact.multiply(scale, more)
    if hedge is not None:
        return _hedged(core, stop, scale, hedge)
    if core.exact is None:
        first = _exact.multiply(value, scale)
    else:
        first = _exact.to_decimal(core.exact * int(scale))
    total, end, scale, hedge = _with_parts(view, first, stop, scale, last)
    further = 0 if hedge is not None else _counts_on(view, start, end, last)
    if further:
        return core._replace(end=further, note=BROKEN)  # "2 thousand 300 trucks"
    return Amount(start, end, total, "words" if form in NEEDY else form, core.note, scale, hedge)


def _with_parts(
    view: View, first: Decimal, end: int, scale: Decimal, last: Decimal
) -> tuple[Decimal, int, Decimal, str | None]:
    """Add the smaller parts that follow, each with a scale of its own: "1 bn 340 m", "1만 2천"."""
    parts = [first]
    hedge: str | None = None
    while last != _ONE and hedge is None:
        further = _further_part(view, end, last)
        if further is None:
            break
        end, part, below, unit, hedge = further
        if below > last:  # "1천2백만": what is smaller counts in the larger scale
            pending = _exact.total(one for one in parts if one < unit)
            whole = _exact.add(_exact.multiply(pending, unit), _exact.multiply(part, below))
            parts = [*(one for one in parts if one >= unit), whole]
            scale = unit
        else:
            parts.append(_exact.multiply(part, below))
        last = unit
    return _exact.plain(_exact.total(parts)), end, scale, hedge


def _counts_on(view: View, start: int, end: int, last: Decimal) -> int:
    """Return where a smaller number ends that may belong to one with a scale, or may be another.

    It stands right behind, where it is no year; with a scale of its own also behind a comma or
    an "and", where no sign of money says that the first number is complete.
    """
    low, lex = view.low, view.lex
    if last == _ONE or low[end : end + 1] not in _BEFORE_PART:
        return 0
    at = view.right(end + (low[end] == ","))
    link = next((one for one in lex.links if low.startswith(one, at)), "")
    at += len(link)
    if at >= view.size or at == end or low[end - 1] > LAST_SPACED:
        return 0
    is_said = "cardinal" in lex.numerals.kinds_at(low, at)
    core = core_at(view, at) if low[at].isdecimal() or is_said else None
    if core is None or core.form not in _PLAIN or core.value >= last:
        return 0
    stop, scale, _ = _scales(view, at, core.end)
    is_apart = bool(link) or low[end] == ","
    if is_apart and (scale == _ONE or "unit" in view.kinds_behind(start)):
        return 0
    if core.form == "digits" and scale == _ONE and _YEAR.fullmatch(low, at, core.end):
        return 0
    return stop if _exact.multiply(core.value, scale) < last else 0


def _money_scaled(view: View, core: Amount) -> Amount:
    """Read a scale that is one only beside money: "52 MUSD", "340 T€"."""
    scale = money_scale(view, core.start, core.end) if core.form in _PLAIN else None
    if scale is None:
        return core
    total = _exact.plain(_exact.multiply(core.value, scale[1]))
    return Amount(core.start, scale[0], total, core.form, "", scale[1])


def _hedged(core: Amount, stop: int, scale: Decimal, hedge: str) -> Amount:
    """Return the number with a scale behind a hedge: "一亿两千五百多万"."""
    value, is_sum = core.value, core.form == "words" and core.value > scale
    within = _exact.remainder(value, scale) if is_sum else value
    kept = _exact.subtract(value, within)
    total = _exact.plain(_exact.add(kept, _exact.multiply(within, scale)))
    form = "words" if core.form in NEEDY else core.form
    return Amount(core.start, stop, total, form, "", scale, hedge)


def _measured(view: View, core: Amount) -> Amount:
    """Make a part of one a number where it stands before a unit or a scale: "две трети тонны".

    One of many is a share ("половина рублей"), and so is one of what is counted; what may be a
    place in a row ("a third year") is no number.
    """
    low, lex, end = view.low, view.lex, core.end
    at = view.right(end)
    link = next((one for one in lex.part_links if low.startswith(one, at)), "")
    hit = view.ahead(at + len(link))
    if hit is None:
        return core
    if "scale" not in hit[1].by_kind:
        unit = row(hit, "unit", "subunit")
        if unit is None:
            return core
        if not link and number_start(view, core) > core.start:
            last = low[core.start : end].rpartition(" ")[2]
            if "ordinal" in lex.numerals.kinds_of(last):
                return core._replace(note=BROKEN)
        if not is_divisible(unit[1].rpartition(":")[2]):
            return core
        word = low[view.right(at + len(link)) : hit[0]]
        is_form = word.isalpha() and len(word) > 2
        if is_form and lex.few_endings and not word.endswith(lex.few_endings):
            return core
    elif low.startswith("-", at):
        return core
    return core._replace(end=end if not link else at + len(link) - 1, form="words")


def _inner_hedge(view: View, end: int) -> tuple[str | None, int]:
    """Return the relation of a hedge that stands between a number and its unit, and its end."""
    at = end if view.lex.whole_words else view.right(end)
    if view.low[at : at + 1] <= LAST_SPACED and not view.lex.inner_hedges:
        return None, end  # where words are spaced, it stands between the number and the noun
    hit = view.after(at)
    hedge = payload(hit, "inner_hedge")
    return (hedge, hit[0]) if hit is not None and hedge is not None else (None, end)


def _scales(view: View, start: int, end: int) -> tuple[int, Decimal, Decimal]:
    """Return where the scale words after `end` stop, their product and the last ("千万" is two)."""
    product = last = _ONE
    low, size = view.low, view.size
    needy = view.lex.needy_scales
    while product < _LARGEST:
        at = view.right(end)
        hyphen = at == end and at < size and low[at] == "-"
        hit = view.after(at + hyphen)
        scale = payload(hit, "scale")
        if hit is None or scale is None or (hyphen and low.startswith("-", hit[0])):
            break
        if needy and low[at + hyphen : hit[0]] in needy and not _is_scale(view, start, hit[0]):
            break
        last = _factor(scale)
        product = _exact.multiply(product, last)
        end = hit[0]
    return end, product, last


@lru_cache(maxsize=256)
def _factor(scale: str) -> Decimal:
    return Decimal(scale)


def _is_scale(view: View, start: int, stop: int) -> bool:
    """Tell "$5m" and "5m cars" from "5 m": a letter is a scale only beside a currency or unit.

    The unit of a range stands beside either of its numbers: "$14-15m", "5m-10m tonnes".
    """
    if "unit" in view.kinds_behind(start):
        return True
    at = view.past_link(view.right(stop))
    ahead = view.ahead(at)
    unit = payload(ahead, "unit")
    if ahead is not None and unit not in (None, "fold"):  # "1 m x 1 m"
        return is_many(view, unit, view.right(at), ahead[0])  # "a 12m ship"
    low = view.low
    if low[start - 1 : start] in DASHES and start:
        first = _FIRST.search(low, max(0, start - _NUMBER), start)
        if first is not None and "unit" in view.kinds_behind(first.start()):
            return True
    if low[stop : stop + 1] in DASHES and stop < view.size:
        second = _SECOND.match(low, stop + 1, stop + _NUMBER)
        if (
            second is not None
            and low.endswith(second[1], start, stop)
            and "unit" in view.kinds_ahead(second.end())
        ):
            return True
    return _is_repeated(view, start, stop)


def _is_repeated(view: View, start: int, stop: int) -> bool:
    """Tell "8.7m passengers, of whom 3.1m flew abroad" from "a $4m ship, 35m long"."""
    low, lex = view.low, view.lex
    first = max(0, start - _REPEATED)
    if low[first : view.left(start)].rpartition(" ")[2] not in lex.stop:
        return False
    follows = WORD.match(low, view.right(stop))
    word = follows.group() if follows is not None else ""
    if any(low.find(f"{head} ", first, start) >= 0 for head in lex.count_heads):
        return not word or word in lex.stop  # "the number of jobs rose to 3.1m"
    if word in lex.extents:
        return False
    before = [one for one in _LETTERED.finditer(low, first, start) if one[1] == low[stop - 1]]
    return bool(before) and (
        "unit" in view.kinds_behind(before[-1].start())
        or "unit" in view.kinds_ahead(before[-1].end())
    )


def _hedge_and_scales(view: View, end: int) -> tuple[str | None, int, Decimal]:
    """Take a hedge between two scale words ("5千余万"), or after the last."""
    hedge, stop = _inner_hedge(view, end)
    if hedge is None:
        return None, end, _ONE
    stop, more, _ = _scales(view, end, stop)
    return hedge, stop, more


Part = tuple[int, Decimal, Decimal, Decimal, str | None]


def _further_part(view: View, end: int, last: Decimal) -> Part | None:
    """Read a part that goes on counting below `last`: its end, number, scale, last scale, hedge."""
    at = view.right(end)
    if at == end and not view.lex.spaced and view.low.startswith(view.lex.linker, at):
        end = at = at + len(view.lex.linker)  # "3万零5百"
    if at >= view.size or not (view.low[at].isdecimal() or at == end):
        return None
    core = core_at(view, at)
    if core is None or core.form not in _PLAIN or core.note == BROKEN or core.value >= last:
        return None
    hedge, stop = (
        _inner_hedge(view, core.end) if view.low[end - 1] > LAST_SPACED else (None, core.end)
    )
    stop, scale, unit = _scales(view, core.start, stop)
    if scale == 1:
        joined = view.low[at] > LAST_SPACED or (at == end and view.low[end - 1] > LAST_SPACED)
        if not joined and not view.lex.loose_tail:
            return None
    elif scale >= last and (scale == last or view.low[end - 1] <= LAST_SPACED):
        return None  # but "1천2백만", "6천 5백만"
    if hedge is None and scale != 1 and view.low[stop - 1] > LAST_SPACED:
        hedge, stop, more = _hedge_and_scales(view, stop)
        scale, unit = _exact.multiply(scale, more), more if more != 1 else unit
    return stop, core.value, scale, unit, hedge


def number_start(view: View, amount: Amount) -> int:
    """Return where the number itself begins in "a million", "a dozen": articles stay outside."""
    if amount.form != "digits":
        space = view.low.find(" ", amount.start, amount.end)
        if space > 0 and "filler" in view.lex.before.kinds_of(view.low[amount.start : space]):
            return space + 1
    return amount.start
