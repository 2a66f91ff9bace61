"""Two numbers said in one breath: ranges, what is more or less, levels "from … to …"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from .. import _exact
from .._lexicon.dictionary import Row
from .._numbers.figures import DASHES, Amount
from .._text.words import LAST_SPACED
from ..model import kind_of
from .amounts import amount_at, core_at
from .context import after_ending, changes_after
from .cursor import View, payload
from .levels import BY_OR_FROM, UNITS, is_closed, is_step, sense, take_level
from .reading import Evidence, Quantity
from .second import coin_part, in_scale, past_hedge, rescaled, second_at
from .signs import LONG, MINUSES, SIGN_DOUBT, sign_at
from .units import unit_after

__all__ = ["take_range"]

#: What stands between a number and how far it may be off.
_SPREAD: Final = ("\u00b1", "+/-", "+/\u2212")
#: What parts two figures of which the second goes one farther: "15、16人" are 15 or 16.
_LISTED: Final = "\u3001"
_ONE, _FIVE, _TEN, _THOUSAND, _MILLION = map(Decimal, (1, 5, 10, 1_000, 1_000_000))


class _Joint(NamedTuple):
    """What may join two numbers to a range, and what it asks for.

    Attributes:
        stop: Where it ends.
        is_dash: It is a dash, and no word.
        is_opened: A "from" or "between" stands before the first number.
        closes: Only what stands behind the second number makes it a range.
        levels: It may part two levels as well ("from 12 to 31 %").
    """

    stop: int
    is_dash: bool = False
    is_opened: bool = False
    closes: bool = False
    levels: bool = False


def take_range(view: View, quantity: Quantity) -> bool | str | None:
    """Take "10–12 %", "between 3 and 5 million", "от 10 до 12 млрд рублей", "два-три месяца".

    A scale that the second number states holds for the first where the numbers then rise. Where
    they do not ("500–1 million"), a smaller scale may have been left out, and neither is read.
    """
    at = view.right(quantity.end)
    if at >= view.size:
        return None
    if view.low[at] in "\u00b1+":
        take_spread(view, quantity, at)
        return None
    joint = _joint(view, quantity, at)
    if joint is None:
        return _is_tail(view, quantity, at)
    at = view.right(joint.stop)
    at = past_hedge(view, at) if joint.is_opened else at
    sign = sign_at(view, at)
    second = second_at(view, at + len(sign))
    if second is None or _are_apart(quantity, joint, *second):
        if joint.levels and second is None:  # "снизилась с 40 % до четверти"
            quantity.opened, quantity.outer = None, (quantity.start, quantity.end)
        return None
    other, amount = second
    low = quantity.low
    if not quantity.has(Evidence.UNIT_AFTER):
        part = coin_part(quantity, other, amount)  # "11-12 cents"
        low = in_scale(rescaled(view, quantity, amount), part)
    if sign and sign in MINUSES:
        other.low = _exact.negate(other.low)
    is_below = bool(quantity.sign) and quantity.sign in MINUSES
    if is_below:
        low = _exact.negate(low)
        if sign and sign in MINUSES and other.low < low and not joint.is_opened:
            low, other.low = other.low, low  # "−12…−15 °C"
    is_opened = is_closed(view, low, other) if joint.closes else joint.is_opened
    told = sense(view, quantity, low, other) if is_opened and joint.levels else "range"
    if told == "doubt":
        is_whole = quantity.scaled or quantity.has(Evidence.UNIT_AFTER)
        is_share = kind_of(quantity.unit or "") == "percent"  # "recule de 3 % à 5 %"
        view.floor = quantity.end if is_whole and not is_share else other.end  # else a level
        return BY_OR_FROM
    if is_opened and (joint.closes or told == "levels"):
        take_level(view, quantity, other, amount)
        return None
    if other.low <= low or not _share_unit(view, quantity, other, joint, is_opened):
        return None
    if _is_torn(view, quantity, low, amount):
        view.floor = other.end
        return "scale in doubt"
    if is_below and not sign and (joint.is_dash or quantity.sign in LONG):
        view.floor = other.end
        return SIGN_DOUBT  # "-5–7 °C"
    return _join(view, quantity, low, other)


def _joint(view: View, quantity: Quantity, at: int) -> _Joint | None:
    """Find what joins the number to a second one; marks the quantity where "from" opened it."""
    if view.low[at] == "-" and at == quantity.end and view.low.startswith(" ", at + 1):
        after = view.right(at + 1)  # "a 10- to 12-hour shift"
        at = after if "joiner" in view.kinds_ahead(after) else at
    if view.low[at] in DASHES and payload(view.after(at), "joiner") is None:
        return _Joint(at + 1, is_dash=True)
    if view.lex.compounds and view.low[at] == _LISTED and _is_one_or_next(view, quantity, at + 1):
        return _Joint(at + 1, is_dash=True)
    if view.lex.compounds and _neighbours(view, quantity, at):
        return None
    if view.low[at].isdecimal():
        _from_to(view, quantity, at)
        return None
    hit = view.after(at)
    if hit is None or "joiner" not in hit[1].by_kind:
        return None
    word = view.low[at : hit[0]]
    levels = "level" in view.lex.before.kinds_of(word)
    start = _opener(view, quantity.start, word)
    if start is not None:
        quantity.opened = start
        quantity.outer = (start, quantity.end)
        return _Joint(hit[0], is_opened=True, levels=levels)
    alone = {needs for kind, needs in hit[1] if kind == "joiner" and needs.startswith("|")}
    return _Joint(hit[0], closes="|" not in alone, levels=levels) if alone else None


def _is_one_or_next(view: View, quantity: Quantity, at: int) -> bool:
    """Tell "15、16人" and "2、3万円" (one or the next) from a list ("1万、3万円")."""
    core = core_at(view, at) if quantity.form == "digits" and not quantity.scaled else None
    if core is None or core.form != "digits" or core.value != _exact.add(quantity.low, _ONE):
        return False
    second = second_at(view, at)
    return second is not None and second[0].unit is not None and quantity.unit is None


def _is_tail(view: View, quantity: Quantity, at: int) -> str | None:
    """Refuse "12、3人", which are twelve or thirteen: the second says its last digit alone."""
    if view.low[at] != _LISTED or not view.lex.compounds or quantity.form != "digits":
        return None
    core = core_at(view, at + 1)
    tail = _exact.remainder(quantity.low, _TEN)
    if core is None or core.value != _exact.add(tail, _ONE) or quantity.low < _TEN:
        return None
    if core.end - core.start > 1 or quantity.unit is not None or not tail:
        return None
    view.floor = core.end
    return "number not understood"


def _are_apart(quantity: Quantity, joint: _Joint, other: Quantity, amount: Amount) -> bool:
    """Tell "in year one — 35 million", and units of which the second can be none."""
    if joint.is_dash and (quantity.form == "digits") is not (amount.form == "digits"):
        return True
    return other.doubt is not None and quantity.unit not in (None, *other.doubt.split("|"))


def _share_unit(
    view: View, quantity: Quantity, other: Quantity, joint: _Joint, is_opened: bool
) -> bool:
    """Tell whether the two may be ends of one range by the units that they state."""
    if quantity.unit and other.unit and quantity.unit != other.unit:
        return False
    is_bare = quantity.has(Evidence.UNIT_AFTER) and other.unit is None
    if is_bare and (other.scaled or not (is_opened or joint.is_dash)):
        return False  # "rose 2 % to 1.4 billion", "fell 2 points to 34"
    return not (joint.levels and not is_opened and other.unit and is_step(view, quantity))


def _join(view: View, quantity: Quantity, low: Decimal, other: Quantity) -> bool:
    """Make one range of two numbers; tell whether its unit is in doubt, so that nothing follows."""
    quantity.sign = ""
    quantity.low, quantity.high = low, other.low
    quantity.end = other.end
    quantity.relation = "between"
    if other.doubt is not None and quantity.unit is None:
        quantity.doubt = other.doubt
        return True
    quantity.unit = other.unit or quantity.unit
    quantity.scaled = quantity.scaled or other.scaled
    quantity.found(Evidence.RANGE)
    closer = view.ahead(quantity.end)
    if closer is not None and payload(closer, "closer") is not None:
        quantity.outer = (quantity.outer[0], closer[0])
    return False


def take_spread(view: View, quantity: Quantity, at: int) -> None:
    """Take "18 ± 4 °C": a number and how far it may be off are the range between."""
    mark = next((one for one in _SPREAD if view.low.startswith(one, at)), "")
    second = second_at(view, view.right(at + len(mark))) if mark else None
    if second is None:
        return
    other, amount = second
    units = {quantity.unit, other.unit} - {None}
    if len(units) > 1 or not other.low:
        return
    low = quantity.low
    if not quantity.scaled and not quantity.has(Evidence.UNIT_AFTER):
        low = in_scale(low, amount.scale)
    quantity.low, quantity.high = _exact.subtract(low, other.low), _exact.add(low, other.low)
    quantity.end, quantity.unit = other.end, other.unit or quantity.unit
    quantity.scaled = quantity.scaled or other.scaled
    quantity.relation = "between"
    quantity.found(Evidence.SPREAD)


def _is_torn(view: View, quantity: Quantity, low: Decimal, amount: Amount) -> bool:
    """Tell "500–1 million" (of which a thousand may be left out) from "800–1 thousand".

    So it is with a thousand in figures: "5 to 6,000 people" may be five thousand and more.
    """
    if quantity.scaled or low != quantity.low or amount.form != "digits":
        return False
    if amount.scale == 1 and not quantity.has_any(UNITS) and not quantity.sign:
        thousands = _exact.multiply(quantity.low, _THOUSAND)
        is_round = not _exact.remainder(amount.value, _THOUSAND)
        return bool(quantity.low) and is_round and thousands < amount.value
    core = core_at(view, amount.start)
    return amount.scale >= _MILLION and core is not None and quantity.low > core.value


def _from_to(view: View, quantity: Quantity, at: int) -> None:
    """Take "5 млн теңгеден 20 млн теңгеге дейін": a case ending says "from", a closer "to"."""
    endings = view.lex.from_endings
    if quantity.unit is None or not view.low.endswith(endings, 0, at - 1):
        return
    second = second_at(view, at)
    if second is None or second[0].unit != quantity.unit or second[0].low <= quantity.low:
        return
    closer = view.ahead(second[0].end)
    if payload(closer, "closer") is None:
        closer = after_ending(view, second[0].end, "closer")  # "15 tonnadan 25 tonnagacha"
    if closer is None or changes_after(view, closer[0]):
        return
    quantity.high, quantity.end = second[0].low, second[0].end
    quantity.opened, quantity.outer = quantity.start, (quantity.start, closer[0])
    quantity.relation = "between"
    quantity.found(Evidence.RANGE)


def _neighbours(view: View, quantity: Quantity, at: int) -> bool:
    """Take two numerals side by side: "两三年", "三五天", "三四十人", "十七八岁", "두세 명"."""
    if quantity.form not in ("words", "weak") or quantity.low >= 100:
        return False
    if at != quantity.end or not _exact.is_whole(quantity.low):
        return False
    if quantity.unit is not None and not quantity.has(Evidence.UNIT_BEFORE):
        return False  # "한 명이 숨졌다": a particle, not a second numeral
    amount = amount_at(view, at) if view.low[at] > LAST_SPACED else None
    if amount is None or amount.form not in ("words", "weak"):
        return False
    low, high = quantity.low, amount.value
    scale = _TEN.scaleb(max(high.adjusted(), 0) - 1, _exact.EXACT)
    above = _exact.add(low, _ONE)
    tail = _exact.remainder(low, _TEN)
    if low < 10 and high in (in_scale(above, scale), in_scale(_FIVE, scale) if low == 3 else None):
        low = in_scale(low, scale)
    elif 10 < low < 100 and tail and high == _exact.add(tail, _ONE):
        high = above
    else:
        return False
    second = Quantity(amount.start, amount.end, amount.value, amount.form)
    second.scaled = amount.scale != 1
    unit_after(view, second)
    quantity.low, quantity.high, quantity.end = low, high, second.end
    quantity.unit, quantity.relation = second.unit, "between"
    quantity.found(Evidence.RANGE)
    quantity.carried = second.carried
    return True


def _opener(view: View, start: int, joiner: str) -> int | None:
    """Return where "from" or "between" stands, if the range that `joiner` makes was opened.

    It may be the end of a longer hedge: "в размере от 50 до 100 тысяч рублей".
    """
    hit = view.behind(start)
    if hit is None:
        return None
    begin, stop = hit[0], view.left(start)
    rows: Sequence[Row] = hit[1]
    while not any(kind == "opener" and needs.split("|")[0] == joiner for kind, needs in rows):
        begin = view.low.find(" ", begin, stop) + 1
        if not begin:
            return None
        rows = view.lex.before.rows.get(view.low[begin:stop], ())
    return begin
