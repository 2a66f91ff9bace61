"""Units around an amount: signs before it, nouns and symbols after it, rates."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from .. import _exact, units
from .._lexicon.dictionary import Hit, Row
from .._numbers.figures import DASHES
from .._text.words import LAST_SPACED, WORD, in_capitals
from ..model import kind_of
from .counted import (
    GENERIC,
    TIMES,
    agrees,
    by_the_million,
    classified,
    ends_sentence,
    from_context,
    noun_at,
    times,
)
from .cursor import View, payload, row
from .money import is_sign, is_word, scale_before, sign_side
from .parts import coins_behind
from .reading import Evidence, Quantity
from .signs import take_sign

__all__ = ["rate_before", "rate_past_hedge", "take_rate", "unit_after", "unit_before"]

#: So many digits without a mark belong to the small letters that they hang on.
_LONG_CODE: Final = re.compile(r"\d{5,}(?![.,]?\d)").match
#: The codes of currencies are as long.
_CODE_LENGTH: Final = 3
_METRE: Final = "meter"
_RATES: Final = frozenset({"rate", "rate_doubt", "per"})
#: Those to each of whom a sum goes; on any other thing it is spent.
_SHARERS: Final = frozenset(
    {"person", "pupil", "student", "patient", "child", "passenger", "family"}
)
#: What has a price of its own: "$4.20 a share".
_PRICED: Final = _SHARERS | {"share", "ticket", "bottle", "bond", "unit", "piece"}
_UNITS: Final = frozenset({"unit", "doubt", "unit_adjective", "subunit", "classifier"})
_GATHERING: Final = frozenset({"collective", "multiplier"})
_MILLION: Final = Decimal(1_000_000)
_SIGNED: Final = frozenset({"money", "percent"})
#: The longest run of particles behind a unit.
_TAIL: Final = 12


def unit_before(view: View, quantity: Quantity) -> None:
    """Take the sign or code that stands before the number ("$5", "%40")."""
    at = view.left(quantity.start)
    if quantity.start - at > 1:
        return
    hit = view.before(at)
    unit = payload(hit, "unit")
    if hit is not None and unit is None:
        quantity.doubt = payload(hit, "doubt")
    if hit is None or unit is None or hit[0] < view.floor:
        return
    if is_word(view, quantity, hit[0], at):
        quantity.doubt = unit  # "COP 26"
        return
    word = view.text[hit[0] : at]
    if (
        at == quantity.start
        and len(word) < _CODE_LENGTH
        and word.islower()
        and _LONG_CODE(view.low, at) is not None
    ):
        return  # "rs1801133" is no sum in rupees
    if word.istitle() and word.upper() == unit:
        return  # "Jod 131" is no sum in JOD
    quantity.start, quantity.unit = hit[0], unit
    scale = scale_before(view, hit[0]) if unit in units.CURRENCIES else None
    if scale is not None and not quantity.scaled:
        quantity.start, quantity.scaled = scale[0], True
        quantity.low = quantity.high = _exact.plain(_exact.multiply(quantity.low, scale[1]))
    quantity.found(Evidence.UNIT_BEFORE, quantity.start, at)
    if not quantity.sign:
        take_sign(view, quantity)  # "−$4 million"


def unit_after(view: View, quantity: Quantity) -> None:
    """Take the unit that follows the number: a symbol, a noun, a coin, a classifier."""
    at = view.right(quantity.end)
    hyphen = at == quantity.end and at < view.size and view.low[at] in DASHES
    at = _past_link(view, quantity, at + hyphen)
    hit = noun_at(view, at)
    if hit is None or _UNITS.isdisjoint(hit[1].by_kind):
        return
    if hyphen:
        found = row(hit, "unit_adjective", "unit")
        if found is not None and kind_of(found[1]) in _SIGNED and _goes_on(view, hit[0]):
            return  # "$5-$7 million", "%20-%25": the sign is the next number's
    else:
        found = row(hit, "unit", "doubt") or row(hit, "unit_adjective", "subunit", "classifier")
    if found is None:
        return
    stop, (kind, unit) = hit[0], found
    if _is_for_another(view, quantity, at, stop, found):
        return
    if kind == "doubt":
        told = _told(view, stop, unit.split("|"))
        if told is None:
            quantity.doubt, quantity.end = unit, stop
            return
        unit = told
    if _is_none(view, quantity, at, stop) or _heads_a_code(view, at, stop, unit):
        return
    if quantity.scaled and kind == "unit" and kind_of(unit) in ("duration", "quantity"):
        unit = by_the_million(hit, unit)
    if kind == "unit" and not hyphen and not agrees(view, quantity, unit, at, stop):
        return
    if _is_letter(view, at, stop, unit):
        return
    if unit in TIMES and not hyphen and stop - at > 1:
        unit = times(view, quantity, unit)
    if kind == "classifier":
        classified(view, quantity, stop, unit)
    elif kind == "subunit":
        _take_subunit(view, quantity, at, stop, unit)
    else:
        _take_unit(view, quantity, at, hit, unit)


def _is_letter(view: View, at: int, stop: int, unit: str) -> bool:
    """Tell a letter that may be something else: "1 m x 1 m", "2 × 200 MW", millions in "250 M"."""
    if unit == _METRE:
        return view.text[at:stop] == "M"
    return unit == "fold" and stop - at == 1 and _goes_on(view, stop)


def _past_link(view: View, quantity: Quantity, at: int) -> int:
    """Return the place after "d'" of "deux millions d'euros" and "une douzaine d'usines"."""
    if not view.lex.scale_links:
        return at
    if quantity.form == "digits" or quantity.low >= _MILLION:
        is_linked = quantity.scaled or quantity.form == "words" or _is_millions(quantity)
    else:
        last = view.low[quantity.start : quantity.end].rpartition(" ")[2]
        is_linked = not _GATHERING.isdisjoint(view.lex.numerals.kinds_of(last))
    return view.past_link(at) if is_linked else at


def _is_millions(quantity: Quantity) -> bool:
    """Tell "3.000.000 de euros", which is linked like "3 millones de euros"."""
    return quantity.low >= _MILLION and not _exact.remainder(quantity.low, _MILLION)


def _is_for_another(view: View, quantity: Quantity, at: int, stop: int, found: Row) -> bool:
    """Tell a sign that is the next number's, and what only ends the sentence."""
    kind, unit = found
    if not quantity.scaled and view.low[at:stop] in view.lex.scaled_units:
        return True
    if kind == "unit" and kind_of(unit) == "number" and ends_sentence(view, quantity.end):
        return True
    if unit not in units.CURRENCIES or not is_sign(view, at, stop, unit):
        return False
    if is_word(view, quantity, at, stop):
        return True
    side = sign_side(view, quantity, at, stop)
    if side is None:
        quantity.doubt, quantity.end = unit, stop
    elif side != "left":
        quantity.doubt = None
    return side != "left"  # "$ 21,000 $ 38,400": the sign is the next number's


def _is_none(view: View, quantity: Quantity, at: int, stop: int) -> bool:
    """Tell a word that goes on, and one that is a unit only before others ("14일", "14일간")."""
    if at > quantity.end and quantity.form != "digits":
        if not _ends_word(view, stop):
            return True
        if view.low[at - 1] in DASHES and view.text[at].isupper() and not view.lex.capital_nouns:
            return True  # "la porte des Trois-Maisons"
    only_before = view.lex.only_before
    followers = only_before.get(view.low[at:stop], ()) if only_before else ()
    return bool(followers) and not view.low.startswith(tuple(followers), stop)


def _heads_a_code(view: View, at: int, stop: int, unit: str) -> bool:
    """Tell a noun from letters that a number follows: "разделы 5–7 СП 52.13330"."""
    if not in_capitals(view.text[at:stop]):
        return False
    if view.low[stop : stop + 1] == "-" and view.low[stop + 1 : stop + 2].isdecimal():
        return at > 0 and view.low[at - 1] == " "  # "два МС-21"
    return kind_of(unit) == "number" and _goes_on(view, stop)


def _take_subunit(view: View, quantity: Quantity, at: int, stop: int, unit: str) -> None:
    """Take coins as parts of their currency."""
    factor, _, currency = unit.partition(":")
    if currency and quantity.unit is None:
        quantity.low = _exact.multiply(quantity.low, Decimal(factor))
        quantity.high = _exact.multiply(quantity.high, Decimal(factor))
        quantity.end, quantity.unit = stop, currency
        quantity.found(Evidence.UNIT_AFTER, at, stop)


def _take_unit(view: View, quantity: Quantity, at: int, hit: Hit, unit: str) -> None:
    """Take a unit, or with one that stands before the number, the more exact of the two."""
    stop = hit[0]
    if quantity.unit is None:
        if view.lex.whole_words and _is_named(view, quantity, at, hit):
            return
        quantity.end, quantity.unit = stop, unit
        quantity.found(Evidence.UNIT_AFTER, at, stop)
        if unit in GENERIC and view.lex.goods:
            from_context(view, quantity)
    elif unit == quantity.unit or kind_of(unit) == kind_of(quantity.unit) == "money":
        quantity.end = stop
        if view.low[quantity.start] <= LAST_SPACED:
            quantity.unit = unit  # "US$5 million dollars", but "港币5000元": not the bare unit


def _told(view: View, stop: int, candidates: list[str]) -> str | None:
    """Return the unit that the next words decide for: "35m long", "3 pounds 20 pence"."""
    word = WORD.match(view.low, view.right(stop + view.low.startswith("-", stop)))
    if word is not None and word.group() in view.lex.extents:
        lengths = [one for one in candidates if units.dimension(one) == "[length]"]
        return lengths[0] if len(lengths) == 1 else None
    follows = view.right(stop)
    if view.low[follows : follows + 1].isdecimal():
        coins = [one for one in candidates if coins_behind(view, stop, one)]
        return coins[0] if len(coins) == 1 else None
    return None


def _is_named(view: View, quantity: Quantity, at: int, hit: Hit) -> bool:
    """Tell "2공장" (plant 2), "101 열차" and "사천공항" from "2개 공장" and "2세대"."""
    unit = hit[1].by_kind.get("unit", "")
    if kind_of(unit) != "number" or quantity.scaled:
        return False
    if at > quantity.end:  # bare digits before a thing: a count takes a measure word
        return quantity.form == "digits"
    word = view.low[at : hit[0]]
    return len(word) > 1 and " " not in word and "classifier" not in hit[1].by_kind


def _ends_word(view: View, pos: int) -> bool:
    """Tell "한 매" (a sheet) with its particles from "한 매체" (an outlet)."""
    if not view.lex.whole_words or view.low[pos - 1] <= LAST_SPACED:
        return True
    hit = view.after(pos)
    if hit is not None and row(hit, "unit", "classifier", "fixed", "section", "blocker") is None:
        return True
    low, end = view.low, pos
    while end < view.size and end - pos <= _TAIL and low[end].isalpha():
        end += 1
    rest = low[pos:end]
    tails = view.lex.word_tails
    while rest:
        if not rest.startswith(tails):
            return False
        tail = max((one for one in tails if rest.startswith(one)), key=len)
        rest = rest[len(tail) :]
    return True


def _goes_on(view: View, pos: int) -> bool:
    at = view.right(pos)
    return at < view.size and view.low[at].isdecimal()


def take_rate(view: View, quantity: Quantity) -> None:
    """Take "a month", "/год", "annually" where they touch the quantity."""
    hit = view.ahead(quantity.end)
    if hit is None or quantity.unit is None or _RATES.isdisjoint(hit[1].by_kind):
        return
    if "/" in quantity.unit:
        return
    per = payload(hit, "rate")
    if per is not None:
        at = view.right(hit[0])
        if not (at > hit[0] and view.low[at : at + 1].isdecimal()):  # "im Jahr 2016" is no rate
            quantity.unit, quantity.end = f"{quantity.unit}/{per}", hit[0]
        return
    open_rates = payload(hit, "rate_doubt")
    if open_rates is not None:
        quantity.doubt = "|".join(f"{quantity.unit}/{one}" for one in open_rates.split("|"))
        quantity.end = hit[0]
        return
    reach = payload(hit, "per")
    if reach is None:
        return
    below = view.ahead(hit[0])
    unit = payload(below, "unit")
    if below is None or unit is None or "/" in unit:
        return
    kind = kind_of(unit)
    if kind == "money" and view.low[below[0] : below[0] + 1].isdecimal():
        return  # "€3 for every €1"
    if kind == "number" and kind_of(quantity.unit) == "percent":
        return  # "97 % for each turbine" is the share of one
    priced = reach == "thing" and kind_of(quantity.unit) == "money"
    if reach == "time" and kind_of(quantity.unit) == "money":
        priced = unit in _PRICED  # "$4.20 a share", and not "$5 million a plant"
    if reach == "price" and kind_of(quantity.unit) == "money":
        priced = kind == "quantity" or unit in _SHARERS  # "на человека", and not "на школу"
    if (
        reach == "any"
        or (kind == "quantity" and reach != "price")
        or priced
        or (kind == "duration" and reach not in ("thing", "price"))
    ):
        quantity.unit, quantity.end = f"{quantity.unit}/{unit}", below[0]


def rate_before(view: View, quantity: Quantity) -> None:
    """Take a rate that stands before the number: "时速350公里", "每吨3850元", "톤당 385달러"."""
    start = _rate_ends(view, quantity, view.left(quantity.start))
    quantity.start = quantity.start if start is None else start


def rate_past_hedge(view: View, quantity: Quantity, pos: int) -> None:
    """Take a rate before the hedge that begins at a place: "yılda yaklaşık 5 araç", "每年约5辆"."""
    start = _rate_ends(view, quantity, view.left(pos))
    if start is not None:
        quantity.outer = (start, quantity.outer[1])


def _rate_ends(view: View, quantity: Quantity, place: int) -> int | None:
    """Take the rate that ends at a place, or behind which the counted noun ends; say where from."""
    if quantity.unit is None or "/" in quantity.unit:
        return None
    counted = view.lex.after.before(view.low, place) if quantity.carried else None
    if counted is not None and payload(counted, "unit") == quantity.unit:
        place = view.left(counted[0])  # "연간 차량 5대"
    hit = view.before(place)
    per = payload(hit, "rate")
    start = hit[0] if hit is not None else place
    if per is None and payload(hit, "per_tail") is not None:
        noun = view.lex.after.before(view.low, view.left(start))
        per = payload(noun, "unit")
        start = noun[0] if noun is not None else start
        if start and view.low[start - 1].isdecimal():
            return None  # "3.3㎡당 500만 원"
    elif per is None and "per_head" in view.lex.before.kinds:
        noun = view.lex.after.before(view.low, place)
        if noun is not None and payload(view.behind(noun[0]), "per_head") is not None:
            head = view.behind(noun[0])
            per = payload(noun, "unit")
            start = head[0] if head is not None else noun[0]
    if per is None or per == quantity.unit or start < view.floor:
        return None
    quantity.unit = f"{quantity.unit}/{per}"
    return start
