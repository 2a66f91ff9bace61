"""Two numbers said in one breath: ranges, levels "from … to …", lists that share a unit."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .. import _exact
from .._text.words import LAST_SPACED
from .amounts import amount_at, core_at
from .context import after_ending, change_in_clause, changes_after, noun_between
from .counted import kind_of
from .cursor import View, payload
from .figures import DASHES, Amount
from .reading import Evidence, Quantity
from .signs import LONG, MINUSES, SIGN_DOUBT, sign_at
from .units import take_rate, unit_after

__all__ = ["shared_noun", "shared_unit", "take_range"]

_UNITS: Final = (Evidence.UNIT_BEFORE, Evidence.UNIT_AFTER, Evidence.UNIT_SHARED)
_ADJECTIVE: Final = re.compile(r" ([^\W\d_]+)(?= )")
_THOUSANDS: Final = tuple(map(Decimal, ("1E+12", "1E+9", "1E+6", "1E+3")))
#: What stands between a number and how far it may be off.
_SPREAD: Final = ("\u00b1", "+/-", "+/\u2212")
_ONE, _FIVE, _TEN, _MILLION = map(Decimal, (1, 5, 10, 1_000_000))


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
    opened = closes = levels = is_dash = False
    if view.low[at] == "-" and at == quantity.end and view.low.startswith(" ", at + 1):
        after = view.right(at + 1)  # "a 10- to 12-hour shift"
        at = after if "joiner" in view.kinds_ahead(after) else at
    if view.low[at] in DASHES and payload(view.after(at), "joiner") is None:
        stop, is_dash = at + 1, True
    elif view.lex.compounds and _neighbours(view, quantity, at):
        return None
    elif view.low[at].isdecimal():
        _from_to(view, quantity, at)
        return None
    else:
        hit = view.after(at)
        if hit is None or "joiner" not in hit[1].by_kind:
            return None
        stop = hit[0]
        start = _opener(view, quantity.start, view.low[at:stop])
        levels = "level" in view.lex.before.kinds_of(view.low[at:stop])
        opened = start is not None
        if start is not None:
            quantity.opened = start
            quantity.outer = (start, quantity.end)
        else:
            alone = {needs for kind, needs in hit[1] if kind == "joiner" and needs.startswith("|")}
            if not alone:
                return None
            closes = "|" not in alone
    at = view.right(stop)
    at = _past_hedge(view, at) if opened else at
    sign = sign_at(view, at)
    second = _second(view, at + len(sign))
    if second is None:
        return None
    other, amount = second
    if is_dash and (quantity.form == "digits") is not (amount.form == "digits"):
        return None  # "in year one — 35 million"
    if other.doubt is not None and quantity.unit not in (None, *other.doubt.split("|")):
        return None
    low = (
        _rescaled(view, quantity, amount) if not quantity.has(Evidence.UNIT_AFTER) else quantity.low
    )
    if sign and sign in MINUSES:
        other.low = _exact.negate(other.low)
    is_below = bool(quantity.sign) and quantity.sign in MINUSES
    if is_below:
        low = _exact.negate(low)
    if closes:  # "10에서 12% 사이" is a range, "12에서 31%로" two levels
        closer = view.ahead(other.end)
        opened = payload(closer, "closer") is None or (
            closer is not None
            and payload(closer, "level") is not None
            and (other.low <= low or changes_after(view, closer[0]))
        )
    if opened and (closes or (levels and _are_levels(view, quantity, low, other))):
        if quantity.unit is None and other.unit is not None:
            if not quantity.scaled:
                scale = amount.scale if amount.form != "words" else _said_scale(amount.value)
                scale = scale if quantity.low < scale else Decimal(1)
                quantity.low = quantity.high = _scaled(quantity.low, scale)
            take_rate(view, other)
            _share(quantity, other)
        quantity.opened = None
        quantity.outer = (quantity.start, quantity.end)
        return None
    if other.low <= low:
        return None
    if quantity.unit and other.unit and quantity.unit != other.unit:
        return None
    is_bare = quantity.has(Evidence.UNIT_AFTER) and other.unit is None
    if is_bare and (other.scaled or not (opened or is_dash)):
        return None  # "rose 2 % to 1.4 billion", "fell 2 points to 34"
    if levels and not opened and other.unit and _is_step(view, quantity):
        return None
    if _is_torn(view, quantity, low, amount):
        view.floor = other.end
        return "scale in doubt"
    if is_below and not sign and (is_dash or quantity.sign in LONG):
        view.floor = other.end
        return SIGN_DOUBT  # "-5–7 °C"
    quantity.sign = ""
    quantity.low, quantity.high = low, other.low
    quantity.end = other.end
    if other.doubt is not None and quantity.unit is None:
        quantity.relation, quantity.doubt = "between", other.doubt
        return True
    quantity.unit = other.unit or quantity.unit
    quantity.scaled = quantity.scaled or other.scaled
    quantity.relation = "between"
    quantity.found(Evidence.RANGE)
    closer = view.ahead(quantity.end)
    if closer is not None and payload(closer, "closer") is not None:
        quantity.outer = (quantity.outer[0], closer[0])
    return None


def take_spread(view: View, quantity: Quantity, at: int) -> None:
    """Take "18 ± 4 °C": a number and how far it may be off are the range between."""
    mark = next((one for one in _SPREAD if view.low.startswith(one, at)), "")
    second = _second(view, view.right(at + len(mark))) if mark else None
    if second is None:
        return
    other, amount = second
    units = {quantity.unit, other.unit} - {None}
    if len(units) > 1 or not other.low:
        return
    low = quantity.low
    if not quantity.scaled and not quantity.has(Evidence.UNIT_AFTER):
        low = _scaled(low, amount.scale)
    quantity.low, quantity.high = _exact.subtract(low, other.low), _exact.add(low, other.low)
    quantity.end, quantity.unit = other.end, other.unit or quantity.unit
    quantity.scaled = quantity.scaled or other.scaled
    quantity.relation = "between"
    quantity.found(Evidence.SPREAD)


def _is_torn(view: View, quantity: Quantity, low: Decimal, amount: Amount) -> bool:
    """Tell "500–1 million" (of which a thousand may be left out) from "800–1 thousand"."""
    if quantity.scaled or low != quantity.low or amount.form != "digits":
        return False
    core = core_at(view, amount.start)
    return amount.scale >= _MILLION and core is not None and quantity.low > core.value


def _from_to(view: View, quantity: Quantity, at: int) -> None:
    """Take "5 млн теңгеден 20 млн теңгеге дейін": a case ending says "from", a closer "to"."""
    endings = view.lex.from_endings
    if quantity.unit is None or not view.low.endswith(endings, 0, at - 1):
        return
    second = _second(view, at)
    if second is None or second[0].unit != quantity.unit or second[0].low <= quantity.low:
        return
    closer = view.ahead(second[0].end)
    if payload(closer, "closer") is None:
        closer = after_ending(view, second[0].end, "closer")  # "15 tonnadan 25 tonnagacha"
    if closer is None or changes_after(view, closer[0]):
        return
    quantity.high, quantity.end = second[0].low, second[0].end
    quantity.outer = (quantity.start, closer[0])
    quantity.relation = "between"
    quantity.found(Evidence.RANGE)


def _are_levels(view: View, quantity: Quantity, low: Decimal, other: Quantity) -> bool:
    """Tell "rose from 12 to 31 %", "fell from 15 to 10 million" from "rose between 12 and 31 %"."""
    return other.low <= low or change_in_clause(view, quantity.outer[0]) is not None


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
    if low < 10 and high in (_scaled(above, scale), _scaled(_FIVE, scale) if low == 3 else None):
        low = _scaled(low, scale)
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
    """Return where "from" or "between" stands, if the range that `joiner` makes was opened."""
    hit = view.behind(start)
    if hit is not None:
        for kind, needs in hit[1]:
            if kind == "opener" and needs.split("|")[0] == joiner:
                return hit[0]
    return None


def _second(view: View, at: int) -> tuple[Quantity, Amount] | None:
    """Read the second number of a range, with its unit before or after it."""
    hit = view.lex.before.at(view.low, at)
    unit = payload(hit, "unit")
    if hit is not None and unit is not None:
        at = view.right(hit[0])
    if at >= view.size:
        return None
    amount = amount_at(view, at)
    if amount is None or amount.form not in ("digits", "words", "weak"):
        return None
    second = Quantity(amount.start, amount.end, amount.value, amount.form)
    second.scaled = amount.scale != 1
    second.unit = unit
    unit_after(view, second)
    return second, amount


def _rescaled(view: View, quantity: Quantity, amount: Amount) -> Decimal:
    """Return the first number with the scale that the second states ("20 to 30 million")."""
    if amount.form == "words" and amount.scale == 1:
        return _rescaled_words(quantity.low, amount.value)
    if quantity.scaled or amount.scale == 1:
        return quantity.low
    core = core_at(view, amount.start)
    if core is None or not core.value:
        return quantity.low
    scaled = _scaled(quantity.low, _exact.to_decimal(Fraction(amount.value) / Fraction(core.value)))
    return scaled if scaled <= amount.value else quantity.low


def _rescaled_words(low: Decimal, high: Decimal) -> Decimal:
    """Return the first of two number words with the scale of the second ("two-three million")."""
    for scale in _THOUSANDS:
        if low < scale and not _exact.remainder(_exact.add(high, high), scale):
            scaled = _scaled(low, scale)
            return scaled if scaled <= high else low
    return low


def _scaled(low: Decimal, scale: Decimal) -> Decimal:
    return _exact.plain(_exact.multiply(low, scale))


def _said_scale(value: Decimal) -> Decimal:
    """Return the scale that number words end in ("four hundred thousand": a thousand)."""
    return next(
        (scale for scale in _THOUSANDS if value and not _exact.remainder(value, scale)), Decimal(1)
    )


def _share(quantity: Quantity, other: Quantity) -> None:
    quantity.unit, quantity.carried = other.unit, True
    quantity.found(Evidence.UNIT_SHARED, other.start, other.end)


def _past_hedge(view: View, at: int) -> int:
    """Return the place after a hedge or a "by" at `at` ("from 5 to over 10 %")."""
    hit = view.lex.before.at(view.low, at)
    if hit is not None and (payload(hit, "hedge") or payload(hit, "by") is not None):
        return view.right(hit[0])
    return at


def shared_unit(view: View, quantity: Quantity) -> None:
    """Give "12" of "12 and 15 percent" the unit and the scale that the second number states."""
    hit = view.ahead(quantity.end)
    if hit is None or payload(hit, "conjunction") is None:
        return
    at = view.right(hit[0])
    at = _past_hedge(view, at)
    if at >= view.size or not view.low[at].isdecimal():
        return
    second = _second(view, at)
    if second is None:
        return
    other, amount = second
    if other.unit and other.has(Evidence.UNIT_AFTER):
        quantity.low = quantity.high = _rescaled(view, quantity, amount)
        _share(quantity, other)


def shared_noun(view: View, quantity: Quantity) -> None:
    """Give "1,500" of "1,500 direct and 4,000 indirect jobs" the noun behind the second number."""
    lex, counted = view.lex, quantity.counted
    if counted and ("" in lex.adjectives or not counted.lower().endswith(lex.adjectives)):
        return
    start = quantity.end
    if counted and not quantity.carried:
        start = view.left(start - len(counted))
    match = _ADJECTIVE.match(view.low, start)
    if match is None or "conjunction" not in view.kinds_ahead(match.end()):
        return
    hit = view.ahead(match.end())
    word = match.group(1)
    if hit is None or word in lex.stop or word in lex.after.rows:
        return
    at = _past_hedge(view, view.right(hit[0]))
    if at >= view.size or not view.low[at].isdecimal():
        return
    amount = amount_at(view, at)
    if amount is None or amount.form != "digits":
        return
    other = Quantity(amount.start, amount.end, amount.value, amount.form)
    noun_between(view, other)
    if other.unit is not None and other.unit != "item" and other.carried:
        _share(quantity, other)
        quantity.end, quantity.counted = start, None


def _is_step(view: View, quantity: Quantity) -> bool:
    """Tell "rose $5 to $47" (a step and the level reached) from "cost $5 to $47"."""
    if not quantity.has_any(_UNITS) or kind_of(quantity.unit or "") == "percent":
        return False
    behind = view.kinds_behind(quantity.start)
    return "change" in behind or (
        "by" in behind and change_in_clause(view, quantity.start) is not None
    )
