"""Why a number may take the unit that another of its sentence states: never because it is near.

A table of reasons: an ellipsis ("of which 18 m"), more of the same, a comparison, a dash for the
verb that was said before, one measure word for several counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from .. import _exact
from .._grammar.cells import Lent
from .._grammar.context import change_in_clause, sentence_start
from .._grammar.cursor import View
from .._grammar.reading import Evidence, Quantity
from .._grammar.rule_table import Example
from .._grammar.rules import quantity_at
from .._grammar.signs import as_change
from .._text.words import LAST_SPACED, WORD
from ..model import kind_of

__all__ = ["HEADED", "REASONS", "Reason", "carry_unit", "from_ahead", "lend_head"]

_SENTENCE_END: Final = re.compile(r"[.!?]\s|\n|[\u3002\uff01\uff1f]")
#: A year behind a number, and the end of its clause.
_YEAR: Final = re.compile(
    r"(?: [^\W\d_]{1,5}){0,2} (?:19|20)\d\d(?![\d-])(?:[.,;)]|$| [^\W\d_]{1,3} )"
)
#: A preposition behind a number, and a few words to the end of the clause.
_TAIL: Final = re.compile(r" ([^\W\d_]+)((?: [^\W_]+){1,4})(?=[.,;)]|$)")
#: How many words a name and what leads to it have ("..., der Bund").
_NAME: Final = 3
_ENDS: Final = re.compile(r"\s*(?:[.,;)]|$)")
_OPENING: Final = frozenset({"from", "opener"})
_DASHES: Final = ("-", "\u2013", "\u2014")
#: What may stand between two sums of one list: no digit, and no end of a clause.
_NEXT: Final = re.compile(r"(?:,| [^\W\d_]+)[^\d,;.!?]{1,48}(?=\d)")
_QUOTES: Final = ' \u00bb\u201d"'
#: How far behind a quantity the words of a reason are searched.
_REACH: Final = 120
#: How many words may stand between a reason's word and the number ("against some 450").
_STEPS: Final = 4
#: Two numbers of one measure differ by at most so many powers of ten: "$6 million, of which 3"
#: leaves open whether those are millions.
_LARGEST: Final = 3
_NAMED: Final = frozenset({"sum", "counterpart"})
_BETWEEN: Final = frozenset({"filler", "hedge", "level", "by", "copula", "amounts_to"})
_ALIKE: Final = frozenset({"number", "money", "quantity", "percent", "rate"})


class Reason(NamedTuple):
    """One construction that lends a unit.

    Attributes:
        name: What it is called.
        does: What lends what, in one sentence.
        holds: Whether a number takes the unit of another quantity of its sentence.
        takes: Texts in which a unit is carried.
        leaves: Texts that look alike and in which none is.
        asks: Classes of words that it looks for.
        lends_rates: Whether a rate is lent whole, and not only what is counted or measured.
        is_nearest: Whether nothing but nearness says which of several counts lends its noun.
    """

    name: str
    does: str
    holds: Callable[[View, Quantity, Quantity], bool]
    takes: tuple[Example, ...]
    leaves: tuple[Example, ...]
    asks: frozenset[str] = frozenset()
    lends_rates: bool = False
    is_nearest: bool = False


def carry_unit(view: View, quantity: Quantity, before: Iterable[Quantity]) -> None:
    """Give a number the unit of one of the quantities `before` it, newest first, for a reason."""
    sources = tuple(before)
    for source in sources:
        if quantity.start - source.end > _REACH:
            return
        unit = _unit_for(quantity, source)
        if not _fits(view, quantity, source, unit):
            continue
        reason = next((one for one in REASONS if one.holds(view, quantity, source)), None)
        if reason is not None:
            if reason.is_nearest and _is_contested(view, quantity, source, sources):
                return
            unit = (source.unit or "") if reason.lends_rates else unit
            if quantity.counted and not quantity.carried:
                quantity.end -= len(quantity.counted) + 1
            quantity.unit, quantity.kind = unit, kind_of(unit)
            quantity.carried, quantity.counted = True, None
            quantity.found(Evidence.UNIT_CARRIED, source.start, source.end)
            return


def _is_contested(
    view: View, quantity: Quantity, source: Quantity, sources: Iterable[Quantity]
) -> bool:
    """Tell "employs 250 people at three sites and wants 40 more", which may be of either noun."""
    start = sentence_start(view.low, quantity.start)
    return any(
        one.kind == source.kind and one.unit != source.unit and one.start >= start
        for one in sources
    )


def lend_head(view: View, quantity: Quantity) -> None:
    """Give a number alone in a cell of a table the unit that its head states, scale and all."""
    head = _head_of(view, quantity)
    if head is None or HEADED not in REASONS:
        return
    scale, unit, where = head
    quantity.unit, quantity.kind, quantity.carried = unit, kind_of(unit), True
    quantity.scaled = scale != 1
    if quantity.scaled:
        quantity.low = quantity.high = _exact.plain(_exact.multiply(quantity.low, scale))
    if quantity.sign and quantity.kind == "percent":  # as in prose: "−7 %" is a decrease
        as_change(quantity)
        if quantity.change == "decrease":
            quantity.low = quantity.high = _exact.negate(quantity.low)
    quantity.found(Evidence.UNIT_CARRIED)
    quantity.found(where)


def _head_of(view: View, quantity: Quantity) -> Lent | None:
    """Return what the heads of a table lend a number that is alone in its cell."""
    if view.table is None or quantity.unit is not None or quantity.scaled:
        return None
    return view.table.head_of(quantity.start, quantity.end)


def _is_headed(view: View, quantity: Quantity, _: Quantity) -> bool:
    """Tell whether a number is alone in its cell, and a head of its table states a unit."""
    return _head_of(view, quantity) is not None


def _unit_for(quantity: Quantity, source: Quantity) -> str:
    """Return the unit lent: "3.4 t/ha against 4.1", "5,000 cars a year, of which 300 are buses"."""
    unit = source.unit or ""
    amount, slash, per = unit.partition("/")
    is_level = not quantity.scaled and kind_of(amount) != "number" and kind_of(per) != "duration"
    return unit if is_level or not slash else amount


def _fits(view: View, quantity: Quantity, source: Quantity, unit: str) -> bool:
    """Tell whether a number can be of a unit: of its size, and no other thing is counted."""
    kind = kind_of(unit)
    is_part = kind == "duration" and "part_of" in view.kinds_behind(quantity.start)
    if not (is_part or kind in _ALIKE) or (
        kind == "percent" and (quantity.scaled or quantity.low > 100)
    ):
        return False
    if quantity.unit == "item":
        if quantity.has(Evidence.CLASSIFIER):
            said = view.low[source.start : source.end]
            if kind != "number" or view.low[quantity.end - 1] not in said:
                return False  # another measure word counts another thing
        elif not (quantity.scaled and kind == "money"):
            return False
    elif not quantity.scaled and _runs_on(view, quantity):
        return False
    if source.scaled and not quantity.scaled:
        return source.low.adjusted() - quantity.low.adjusted() <= _LARGEST
    return True


def _runs_on(view: View, quantity: Quantity) -> bool:
    """Tell whether a word goes on without a space: a room, a floor, a name."""
    at = quantity.end - (quantity.form != "digits")
    return view.low[at : at + 1] > LAST_SPACED


def _ends_clause(view: View, quantity: Quantity) -> bool:
    """Tell whether the clause has no noun or verb of its own behind the number."""
    at = view.right(quantity.end)
    word = WORD.match(view.low, at)
    if word is None:
        return view.low[at : at + 1] not in ("(", "[")
    if "comparison" in view.kinds_ahead(quantity.end):
        return True
    is_verb = "copula" in view.lex.before.kinds_of(word.group())
    return word.group() in view.lex.stop and not is_verb


def _are_one(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell whether two numbers stand in one sentence."""
    return _SENTENCE_END.search(view.low, source.end, quantity.start) is None


def _find(view: View, kind: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the first word of a class between two places stands."""
    low, table = view.low, view.lex.before
    if kind not in table.kinds:
        return None
    for match in WORD.finditer(low, start, end):
        for at in range(*match.span(), 1 if not view.lex.spaced else _REACH):
            hit = table.at(low, at)
            if hit is not None and kind in hit[1].by_kind and hit[0] <= end:
                return at, hit[0]
    return None


def _back(view: View, quantity: Quantity, *kinds: str) -> tuple[int, str]:
    """Go back from a number over hedges and the like; return the place and the class met there."""
    at = 0
    for start in (min(quantity.start, quantity.outer[0]), quantity.start):
        at = view.left(start)
        for _ in range(_STEPS):
            if not _NAMED.isdisjoint(kinds) and view.low[at - 1 : at] in _DASHES:
                at = view.left(at - 1)
            hit = view.before(at)
            if hit is None:
                break
            found = next((kind for kind in kinds if kind in hit[1].by_kind), "")
            if found:
                return hit[0], found
            if _BETWEEN.isdisjoint(hit[1].by_kind):
                break
            at = view.left(hit[0])
    return at, ""


def _is_part(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "of which 18 m", "Of the 1,250 employees, 480", "480 of them": a part is no larger."""
    if source.kind == "percent" or source.change is not None or quantity.low > source.high:
        return False
    where = _find(view, "part_of", source.end, quantity.start)
    if where is not None:
        edge = _SENTENCE_END.search(view.low, source.end, where[0])
        if edge is not None and view.low[edge.end() : where[0]].strip():
            return False
        if ";" in view.low[where[1] : quantity.start]:
            return False
        return _SENTENCE_END.search(view.low, where[1], quantity.start) is None
    if not _are_one(view, quantity, source):
        return False
    if "part_of" in view.kinds_ahead(quantity.end):
        return True
    hit = view.behind(source.start)
    if hit is None or "part_from" not in hit[1].by_kind:
        return False
    return view.left(hit[0]) == 0 or view.low[view.left(hit[0]) - 1] in ".!?\n\u3002"


def _is_whole_of(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "340 тыс. руб. из 600 тыс.": so much of what is more, both in thousands or more."""
    if source.kind != "money" or not (quantity.scaled and source.scaled):
        return False
    if quantity.low <= source.low or not _ends_clause(view, quantity):
        return False
    hit = view.behind(quantity.start)
    return hit is not None and "part_from" in hit[1].by_kind and view.left(hit[0]) == source.end


def _is_befallen(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "37 people died and 19 are missing": what befalls them, beside a number alone."""
    if source.unit != "person" or not _are_one(view, quantity, source):
        return False
    if "befall" in view.kinds_ahead(quantity.end):
        return True
    return _ends_clause(view, quantity) and bool(_back(view, quantity, "befall")[1])


def _counts_on(quantity: Quantity, source: Quantity) -> bool:
    """Tell whether both are counts, or both so many thousands or millions."""
    return source.kind == "number" or (quantity.scaled and source.scaled)


def _is_more(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "bought twelve trains and leased three more"."""
    if not _are_one(view, quantity, source) or not _counts_on(quantity, source):
        return False
    if _has_noun(view, quantity):
        return False
    return "further" in view.kinds_ahead(quantity.end) or bool(_back(view, quantity, "further")[1])


def _has_noun(view: View, quantity: Quantity) -> bool:
    """Tell "ещё два повышения" and "two more hikes": a noun of its own that is no unit."""
    hit = view.ahead(quantity.end)
    end = quantity.end if hit is None or "further" not in hit[1].by_kind else hit[0]
    word = WORD.match(view.low, view.right(end))
    said = "" if word is None else word.group()
    return bool(said) and said not in view.lex.stop and view.lex.is_noun(said)


def _is_compared(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "up from 450 in 2015", "against 450", "a year earlier it was 450"."""
    if source.change is not None or not _are_one(view, quantity, source):
        return False
    if "change" in view.kinds_ahead(quantity.end):
        return _counts_on(quantity, source) and not _has_noun(view, quantity)
    if abs(source.low.adjusted() - quantity.low.adjusted()) > _LARGEST:
        return False
    if not _ends_clause(view, quantity):
        return False
    if _is_reached(view, quantity, source):
        return True
    at, found = _back(view, quantity, "compared", "counterpart", "from")
    if found == "from" and _goes_on_to(view, quantity):
        return False
    if found:
        return found != "from" or change_in_clause(view, at) is not None
    while view.low[at - 1 : at] in (",", *_DASHES):
        at = view.left(at - 1)
    hit = view.lex.after.before(view.low, at)
    return hit is not None and "comparison" in hit[1].by_kind


def _goes_on_to(view: View, quantity: Quantity) -> bool:
    """Tell "fell from 12 to 7 mL": its unit is that of the level reached, and of nothing before."""
    hit = view.ahead(quantity.end)
    if hit is None or "joiner" not in hit[1].by_kind:
        return False
    at = view.right(hit[0])
    return view.low[at : at + 1].isdecimal()


def _is_reached(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "rose from 2.4m to 3.1m"."""
    at, found = _back(view, quantity, "level")
    if not found or view.left(at) != source.end:
        return False
    start = view.left(source.start if source.opened is None else source.opened)
    return any(not _OPENING.isdisjoint(view.kinds_behind(one)) for one in (start, source.start))


def _is_dated(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "340 buses in 2015 and 415 in 2016", "340 buses in 2015, in 2016 it was 415"."""
    start = view.dated
    if start <= source.end or not _are_one(view, quantity, source):
        return False
    between = view.low[start : quantity.start]
    if any(char.isdecimal() or char in ";:(" for char in between):
        return False
    words = set(WORD.findall(between))
    joints = {word for word in words if "conjunction" in view.lex.after.kinds_of(word)}
    if joints:
        return joints == words and _YEAR.match(view.low, quantity.end) is not None
    at = _back(view, quantity)[0] if words else start
    return not view.low[start:at].strip(" ,\u2013\u2014") and _ends_clause(view, quantity)


def _is_ellipsis(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "340 buses went in 2017, in 2018 — 415": a dash behind a date or a name in figures."""
    if ";" in view.low[source.end : quantity.start] or not _are_one(view, quantity, source):
        return False
    if not _ends_clause(view, quantity):
        return False
    at = _back(view, quantity)[0]
    if view.low[at - 1 : at] not in _DASHES or view.floor <= source.end:
        return False
    return not view.low[view.floor : at - 1].strip(_QUOTES)


def _is_led(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "for the plant $60 million is planned, for the line 20 million"."""
    low, stop = view.low, view.lex.stop
    comma = low.rfind(",", source.end, quantity.start)
    led = WORD.findall(low, comma, quantity.start) if comma >= 0 else ()
    if len(led) < 2 or led[0] not in stop or _ENDS.match(low, quantity.end) is None:
        return False
    if sum(word not in stop for word in led) != 1:
        return False  # a verb of its own
    edge = max(0, source.start - _REACH)
    start = max(low.rfind(mark, edge, source.start) for mark in (", ", ". ", "! ", "? ", "; "))
    first = WORD.search(low, max(start, edge), source.start)
    return first is not None and first.group() == led[0]


def _is_parallel(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "40 buses to Minsk and 20 to Brest": one preposition behind both, and nothing more."""
    if not _are_one(view, quantity, source):
        return False
    low, stop = view.low, view.lex.stop
    if _is_led(view, quantity, source):
        return True
    tail = _TAIL.match(low, quantity.end)
    words = WORD.findall(low, source.end, quantity.start)
    if tail is None or tail[1] not in stop:
        return False
    if tail[1] not in (words if quantity.scaled and source.scaled else words[:1]):
        return False
    if "conjunction" in view.kinds_ahead(quantity.end):
        return False
    if any("copula" in view.lex.before.kinds_of(word) for word in WORD.findall(tail[2])):
        return False
    at = view.left(quantity.start)
    word = low[low.rfind(" ", 0, at) + 1 : at]
    return word.endswith(",") or "conjunction" in view.lex.after.kinds_of(word)


def _is_sum(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "exports totalled $141 million, and imports 58 million": a word of money, or a name."""
    if source.kind != "money" or not quantity.scaled or not source.scaled:
        return False
    if not _are_one(view, quantity, source):
        return False
    if _back(view, quantity, "sum")[1]:
        return True
    words = view.text[source.end : _back(view, quantity)[0]].strip(" ,\u2013\u2014").split()
    is_named = bool(words) and len(words) <= _NAME and words[-1].istitle()
    return is_named and _ENDS.match(view.low, quantity.end) is not None


def from_ahead(view: View, quantity: Quantity) -> None:
    """Give "услуг — 142 млн" the currency of "товаров — 1 015 млн долл." behind it."""
    if not quantity.scaled or quantity.unit is not None or not _back(view, quantity, "sum")[1]:
        return
    match = _NEXT.match(view.low, max(quantity.end, quantity.outer[1]))
    if match is None:
        return
    found = quantity_at(view, match.end())
    if found is None or found.kind != "money" or not (found.scaled and found.unit):
        return
    if _back(view, found, "sum")[1]:
        quantity.unit, quantity.kind, quantity.carried = found.unit, "money", True
        quantity.found(Evidence.UNIT_CARRIED, found.start, found.end)


def _is_counted_alike(view: View, quantity: Quantity, source: Quantity) -> bool:
    """Tell "버스 140대와 165대": one measure word for several counts of a list."""
    return quantity.has(Evidence.CLASSIFIER) and _are_one(view, quantity, source)


HEADED: Final = Reason(
    "head of a table",
    "the head of a column or a row, or the caption, lends its unit and scale to a number alone in "
    "its cell",
    _is_headed,
    takes=(
        ("en", "Country | Exports, mln USD\nRussia | 12.5"),
        ("ru", "Страна\tВыпуск, тыс. шт.\nРоссия\t1,5"),
        ("de", "Land  Umsatz in Mio. €\nPolen  3,2"),
        ("zh", "地区|产量（万吨）\n河北|12"),
    ),
    leaves=(
        ("en", "Team | W | L\nMinsk | 12 | 4"),
        ("en", "Country | Rank, mln USD (kg)\nRussia | 12"),
        ("ru", "Имя | Телефон, км\nИван | 123 45 67"),
    ),
)

REASONS: Final = (
    HEADED,
    Reason(
        "part of it",
        "a whole lends its unit to a part, which is no larger",
        _is_part,
        takes=(
            ("en", "$28.5m was paid, of which 18m came from abroad"),
            ("en", "Of the 1,250 employees, 480 are women"),
            ("ru", "Построено 48 скважин, из них 7 — на севере"),
            ("ru", "Продано товаров на 6 млн долл. В т. ч. 4 млн долга"),
            ("zh", "总投资3.5亿元，其中1.8亿来自国外"),
        ),
        leaves=(
            ("en", "It costs $6.75 and 14 were sold"),
            ("en", "$6 million was paid, of which 3 in cash"),
        ),
        asks=frozenset({"part_of", "part_from"}),
    ),
    Reason(
        "of a whole",
        "a part lends its currency to the whole that it is of",
        _is_whole_of,
        takes=(("ru", "собрали 340 тыс. руб. из 600 тыс."),),
        leaves=(("ru", "собрали 340 тыс. руб. из 200 тыс."),),
        asks=frozenset({"part_from"}),
    ),
    Reason(
        "what befell them",
        "a number of people lends its noun to one beside which it is said what befell them",
        _is_befallen,
        takes=(
            ("en", "37 people were killed and 19 are missing"),
            ("ru", "ранены 37 человек, погибли 19"),
        ),
        leaves=(("en", "37 cows were killed and 19 are missing"),),
        asks=frozenset({"befall"}),
    ),
    Reason(
        "more of it",
        "a count lends its noun to a number that adds to it",
        _is_more,
        takes=(("en", "he bought 12 trains and leased another three"),),
        leaves=(
            ("en", "it costs $6 and 14 more were sold"),
            ("en", "he employs 250 people at three sites and wants 40 more"),
        ),
        asks=frozenset({"further"}),
        is_nearest=True,
    ),
    Reason(
        "comparison",
        "a quantity lends its unit to what it is compared with",
        _is_compared,
        takes=(
            ("en", "exports rose to 450 tonnes, up 12% from 380 in 2015"),
            ("ru", "вывезли 450 тонн против 380 годом ранее"),
        ),
        leaves=(("ru", "вывезли 450 тонн, продано 380"),),
        asks=frozenset({"compared", "counterpart", "from", "comparison", "copula", "level"}),
        lends_rates=True,
    ),
    Reason(
        "dash",
        "a quantity lends its unit over a dash behind a date or a name in figures",
        _is_ellipsis,
        takes=(("ru", "«МАЗ 5440» весит 11,5 т, а «МАЗ 6430» — 9."),),
        leaves=(("ru", "доля — 7 %; складов — 52"),),
        asks=frozenset({"by"}),
    ),
    Reason(
        "other date",
        "a quantity lends its unit to what was counted at another date",
        _is_dated,
        takes=(
            ("en", "in 2015 it sold 340 buses and in 2016, 415."),
            ("de", "2015 wurden 340 Busse verkauft, 2016 waren es 415."),
        ),
        leaves=(("en", "it cost $6 in 2015 and 14 were sold"),),
        asks=frozenset({"copula", "conjunction"}),
    ),
    Reason(
        "parallel",
        "a quantity lends its unit where one preposition stands behind both numbers of a list",
        _is_parallel,
        takes=(("en", "40 buses went to Minsk, paid $6 for oil and 9 for work"),),
        leaves=(("en", "it cost $6 in Minsk and 14 in Brest were sold"),),
        asks=frozenset({"copula", "conjunction"}),
    ),
    Reason(
        "sums",
        "a sum of money lends its currency to another, where the words before both are of money",
        _is_sum,
        takes=(("en", "exports totalled $141 million, and imports 58 million"),),
        leaves=(("en", "exports totalled $141 million, and users 58 million"),),
        asks=frozenset({"sum"}),
    ),
    Reason(
        "same measure word",
        "a count lends its noun to another with the same measure word",
        _is_counted_alike,
        takes=(("ko", "버스 140대와 165대가 인도됐다"),),
        leaves=(("ko", "버스 140대와 165명이 왔다"),),
    ),
)
