"""What people write: a number with what stands around it, read at one place of a text.

One numeric core is read (`_numerals`); what follows it is looked up in the lexicon's `after` table,
what stands before it in `before`. A few rules over the classes of those tables make the rest:

    amount   = core scale* (core scale+)*
    range    = [opener] amount joiner amount [closer]
    quantity = [unit] (amount | range) [unit | noun] [subunit part] [per unit | rate]
    reading  = [change by] [hedge] quantity [hedge]

No rule names a language; a language is its word list.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal

from .. import units
from ..values import Measure, Relation
from ..values.interval import to_decimal
from ._context import change_before, change_in_clause, left, noun_between, relation_before
from ._lexicon import Lexicon, Row
from ._numerals import Core, digits_at, words_at

__all__ = ["Reading", "amount_at", "reading_at"]

_SIGNS: Final = "+-\u2212"
_DASHES: Final = "-\u2013\u2014\u2012\u2011\u2212~\u301c\uff5e"
#: Forms of a numeric core that are a quantity only before a unit, or a scale.
_NEEDY: Final = ("weak", "factor")


class Reading:
    """What was read at a place, before it becomes a Mention or a Measure."""

    __slots__ = (
        "carried",
        "change",
        "counted",
        "end",
        "form",
        "high",
        "kind",
        "low",
        "minor",
        "outer",
        "relation",
        "scaled",
        "start",
        "unit",
        "why",
    )

    def __init__(self, start: int, end: int, low: Decimal, high: Decimal, form: str) -> None:
        self.start = start
        self.end = end
        self.low = low
        self.high = high
        self.form = form
        self.relation: Relation = "exact" if low == high else "between"
        self.unit: str | None = None
        self.kind = "number"
        self.change: Literal["increase", "decrease"] | None = None
        self.counted: str | None = None
        self.carried = False
        self.minor = False
        self.scaled = False
        self.outer = (start, end)
        self.why = form

    @property
    def measure(self) -> Measure:
        """The value; the unit is "" where none was found."""
        low: Decimal | None = self.low
        high: Decimal | None = self.high
        if self.relation in ("at_least", "more_than"):
            high = None
        elif self.relation in ("at_most", "less_than"):
            low = None
        return Measure(low=low, high=high, unit=self.unit or "", relation=self.relation)


def skip(low: str, pos: int) -> int:
    """Return the place after the spaces at `pos`; a line break ends a reading."""
    while pos < len(low) and low[pos] == " ":
        pos += 1
    return pos


def _row(rows: tuple[Row, ...], *kinds: str) -> Row | None:
    for row in rows:
        if row[0] in kinds:
            return row
    return None


def core_at(low: str, pos: int, lex: Lexicon) -> Core | None:
    """Read the numeric core at `pos`, in digits or in words."""
    if low[pos].isdecimal():
        return digits_at(low, pos, lex)
    return words_at(low, pos, lex)


def amount_at(low: str, pos: int, lex: Lexicon) -> tuple[Core, bool] | None:
    """Read a number and its scale words; the flag tells whether there were any."""
    core = core_at(low, pos, lex)
    if core is None or core.form in ("ordinal", "fraction", "fold"):
        return None if core is None else (core, False)
    end, value = core.end, core.value
    scaled = False
    total = Decimal(0)
    last = Decimal("Infinity")
    after = lex.after
    while True:
        factor = Decimal(1)
        while True:
            at = skip(low, end)
            if at < len(low) and low[at] == "-" and at == end:
                at += 1
            hit = after.at(low, at)
            row = hit and _row(hit[1], "scale")
            if (
                not hit
                or not row
                or (at > end and low[at - 1] == "-" and hit[0] < len(low) and low[hit[0]] == "-")
            ):
                break
            factor *= Decimal(row[1])
            end = hit[0]
        if factor == 1:
            break
        scaled = True
        total += value * factor
        last = factor
        # "1 bn 340 m": a further, smaller part joins only with a scale of its own
        at = skip(low, end)
        nxt = (
            core_at(low, at, lex) if at < len(low) and (low[at].isdecimal() or at == end) else None
        )
        if nxt is None or nxt.form not in ("digits", "words") or nxt.value >= last:
            value = Decimal(0)
            break
        hit = after.at(low, skip(low, nxt.end))
        row = hit and _row(hit[1], "scale")
        if not row and not (
            low[at] > "\u2e7f"
            or (at == end and low[end - 1] > "\u2e7f")
            or lex.settings.get("loose_tail")
        ):
            value = Decimal(0)
            break
        if row and Decimal(row[1]) >= last:
            value = Decimal(0)
            break
        value, end = nxt.value, nxt.end
        if not row:
            total += value
            value = Decimal(0)
            break
    if scaled:
        value = _plain(total + value)
        return Core(core.start, end, value, "words" if core.form in _NEEDY else core.form), True
    return core, False


def _plain(value: Decimal) -> Decimal:
    """Return a scaled value without the zeros that scaling left behind its decimal mark."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1)) if value.adjusted() < 27 else Decimal(int(value))
    return value


def _past_fillers(low: str, core: Core, lex: Lexicon) -> int:
    """Return where the number itself begins in "a million", "a dozen": articles stay outside."""
    if core.form == "digits":
        return core.start
    space = low.find(" ", core.start, core.end)
    if space > 0:
        rows = lex.before.rows.get(low[core.start : space], ())
        if any(kind == "filler" for kind, _ in rows):
            return space + 1
    return core.start


@lru_cache(maxsize=4096)
def kind_of(unit: str) -> str:
    """Return the kind of mention that a value in `unit` is."""
    if "/" in unit:
        return "rate"
    known = units.UNITS.get(unit)
    if known is None or known.kind == "counted":
        return "number"
    if known.kind == "currency":
        return "money"
    if known.kind == "time":
        return "duration"
    if known.kind == "ratio":
        return "ratio" if unit == "fold" else "percent"
    return "quantity"


def _unit_at(low: str, end: int, lex: Lexicon) -> tuple[int, str, str] | None:
    """Return the end, the class and the payload of a unit that follows at `end`."""
    at = skip(low, end)
    hyphen = at == end and at < len(low) and low[at] in _DASHES
    if hyphen:
        at += 1
    hit = lex.after.at(low, at)
    if hit is None:
        return None
    stop, rows = hit
    row = (
        _row(rows, "unit_adjective", "unit")
        if hyphen
        else _row(rows, "unit", "unit_adjective", "subunit", "classifier")
    )
    if row is None:
        return None
    if row[0] == "classifier":
        noun = lex.after.at(low, skip(low, stop))
        found = noun and _row(noun[1], "unit")
        if noun and found and kind_of(found[1]) == "number":
            return noun[0], "unit", found[1]
        return stop, "classifier", row[1]
    return stop, row[0], row[1]


def _per(low: str, reading: Reading, lex: Lexicon) -> None:
    """Take "a month", "/год", "annually" where they touch the quantity."""
    at = skip(low, reading.end)
    if at >= len(low):
        return
    hit = lex.after.at(low, at)
    if hit is None:
        return
    stop, rows = hit
    row = _row(rows, "rate")
    if row:
        reading.unit = f"{reading.unit or ''}/{row[1]}" if reading.unit else f"item/{row[1]}"
        reading.end = stop
        return
    row = _row(rows, "per")
    if not row:
        return
    below = lex.after.at(low, skip(low, stop))
    found = below and _row(below[1], "unit")
    if not below or not found:
        return
    unit = found[1]
    if "/" in unit or (row[1] == "time" and kind_of(unit) not in ("duration", "quantity")):
        return
    if reading.unit and "/" not in reading.unit:
        reading.unit = f"{reading.unit}/{unit}"
        reading.end = below[0]


def _prefix_unit(low: str, start: int, lex: Lexicon) -> tuple[int, str] | None:
    """Return the start and the unit of a sign or code that stands before the number."""
    at = left(low, start)
    if start - at > 1:
        return None
    hit = lex.before.before(low, at)
    row = hit and _row(hit[1], "unit")
    return (hit[0], row[1]) if hit and row else None


def _rate_before(low: str, start: int, lex: Lexicon) -> tuple[int, str] | None:
    hit = lex.before.before(low, left(low, start))
    row = hit and _row(hit[1], "rate")
    return (hit[0], row[1]) if hit and row else None


def reading_at(low: str, pos: int, lex: Lexicon, text: str | None = None) -> Reading | None:
    """Read the quantity whose number begins at `pos`; `text` is `low` in its own letters."""
    got = amount_at(low, pos, lex)
    if got is None:
        return None
    core, scaled = got
    if core.form in ("ordinal", "fraction", "fold"):
        return _special(low, core, lex)
    value = core.value
    pos = _past_fillers(low, core, lex)
    reading = Reading(pos, core.end, value, value, core.form)
    reading.scaled = scaled
    if core.form == "digits":
        _sign(low, reading)
    tail = _ordinal(low, reading, lex)
    if tail:
        return reading
    prefix = _prefix_unit(low, reading.start, lex)
    if prefix:
        reading.start, reading.unit = prefix
        reading.why = "unit before"
    if core.form in ("words", "weak") and _share(low, reading, lex):
        return reading
    _suffix(low, reading, lex)
    _range(low, reading, lex)
    if reading.unit is None and core.form in _NEEDY and not reading.scaled:
        return None
    if reading.unit is None:
        _shared_unit(low, reading, lex)
    if reading.unit is not None and not reading.carried:
        _per(low, reading, lex)
    _compound(low, reading, lex)
    before = (
        _rate_before(low, reading.start, lex) if reading.unit and "/" not in reading.unit else None
    )
    if before:
        reading.start = before[0]
        reading.unit = f"{reading.unit}/{before[1]}"
    if reading.unit is None:
        noun_between(low, reading, lex, text)
        if reading.counted:
            _per(low, reading, lex)
    reading.kind = kind_of(reading.unit) if reading.unit else "number"
    if low[reading.start] in _SIGNS:
        _signed(low, reading)
    relation_before(low, reading, lex)
    change_before(low, reading, lex)
    return reading


def _share(low: str, reading: Reading, lex: Lexicon) -> bool:
    """Take "nine out of ten", "one in five": a part of one."""
    hit = lex.after.at(low, skip(low, reading.end))
    if hit is None or not _row(hit[1], "of"):
        return False
    whole = words_at(low, at, lex) if (at := skip(low, hit[0])) < len(low) else None
    if whole is None or whole.form != "words" or whole.value <= reading.low:
        return False
    reading.low = reading.high = to_decimal(Fraction(reading.low) / Fraction(whole.value))
    reading.end, reading.unit, reading.kind, reading.why = whole.end, "", "ratio", "share"
    relation_before(low, reading, lex)
    return True


def _sign(low: str, reading: Reading) -> None:
    """Take a sign that touches the number and nothing else."""
    at = reading.start - 1
    if at >= 0 and low[at] in _SIGNS and (at == 0 or low[at - 1] in " (\n:;"):
        reading.start = at


def _signed(low: str, reading: Reading) -> None:
    """Word a written sign: a change where it stands before a percentage, else part of the value."""
    minus = low[reading.start] != "+"
    if reading.kind == "percent":
        reading.change = "decrease" if minus else "increase"
    elif minus:
        reading.low, reading.high = -reading.high, -reading.low


def _ordinal(low: str, reading: Reading, lex: Lexicon) -> bool:
    """Take "2-миллионный", "1000th": a number that names a place in a row."""
    end = reading.end
    at = end + (end < len(low) and low[end] in _DASHES)
    hit = lex.after.at(low, at) or (lex.after.at(low, end) if at != end else None)
    if hit is None:
        return False
    row = _row(hit[1], "ordinal_tail", "ordinal_scale")
    if row is None:
        return False
    if row[0] == "ordinal_scale":
        reading.low = reading.high = reading.low * Decimal(row[1])
    elif hit[0] - end > 5:
        return False
    reading.end = hit[0]
    reading.kind, reading.unit, reading.why = "ordinal", "", "ordinal"
    return True


def _suffix(low: str, reading: Reading, lex: Lexicon) -> None:
    """Take the unit that follows the number."""
    found = _unit_at(low, reading.end, lex)
    if found is None:
        return
    stop, kind, unit = found
    if kind == "subunit":
        factor, _, currency = unit.partition(":")
        if currency and reading.unit is None:
            reading.low, reading.high = reading.low * Decimal(factor), reading.high * Decimal(factor)
            reading.end, reading.unit, reading.why = stop, currency, "unit after"
        return
    if reading.unit is not None:
        # "$250 млн долларов", "¥5 yuan": a second name for the same unit
        if unit == reading.unit or (kind_of(unit) == "money" and kind_of(reading.unit) == "money"):
            reading.end, reading.unit = stop, unit
        return
    if kind == "classifier":
        reading.end = stop
        reading.unit = unit or "item"
        return
    reading.end, reading.unit, reading.why = stop, unit, "unit after"


def _range(low: str, reading: Reading, lex: Lexicon) -> None:
    """Take "10–12 %", "between 3 and 5 million", "от 10 до 12 млрд рублей", "два-три"."""
    at = skip(low, reading.end)
    if at >= len(low):
        return
    dash = low[at] in _DASHES
    opener = False
    if dash:
        stop = at + 1
    else:
        hit = lex.after.at(low, at)
        row = hit and _row(hit[1], "joiner")
        if not hit or not row:
            return
        stop = hit[0]
        start = _opener(low, reading.start, low[at:stop], lex)
        opener = start is not None
        if start is not None:
            reading.outer = (start, reading.end)
        elif not any(kind == "joiner" and payload.startswith("|") for kind, payload in hit[1]):
            return
    at = skip(low, stop)
    prefix = ""
    hit = lex.before.at(low, at)
    unit_row = hit and _row(hit[1], "unit")
    if hit and unit_row:
        prefix, at = unit_row[1], skip(low, hit[0])
    if at >= len(low):
        return
    got = amount_at(low, at, lex)
    if got is None or got[0].form not in ("digits", "words", "weak"):
        return
    core, scaled = got
    if (
        (scaled
        and not reading.scaled
        and reading.unit is None)
        or (scaled and prefix and not reading.scaled)
    ):
        factor = core.value / core_value(low, at, lex)
        if reading.low < core.value / 1 and reading.low * factor <= core.value:
            reading.low *= factor
    if core.value <= reading.low:
        return
    second = Reading(core.start, core.end, core.value, core.value, core.form)
    second.unit = prefix or None
    _suffix(low, second, lex)
    if opener and change_in_clause(low, reading.outer[0], lex) is not None:
        # "rose from 12 to 31 %": two levels that share a unit
        if reading.unit is None and second.unit is not None:
            reading.unit, reading.carried, reading.why = second.unit, True, "unit shared"
        return
    if reading.unit and second.unit and reading.unit != second.unit:
        return
    reading.high = core.value
    reading.end = second.end
    reading.unit = second.unit or reading.unit
    reading.scaled = reading.scaled or scaled
    reading.relation = "between"
    reading.why = "range"
    closer = lex.after.at(low, skip(low, reading.end))
    if closer and _row(closer[1], "closer"):
        reading.outer = (reading.outer[0], closer[0])


def _shared_unit(low: str, reading: Reading, lex: Lexicon) -> None:
    """Give "12" of "12 and 15 percent" the unit that the second number states."""
    hit = lex.after.at(low, skip(low, reading.end))
    if hit is None or not _row(hit[1], "conjunction"):
        return
    at = skip(low, hit[0])
    got = amount_at(low, at, lex) if at < len(low) and low[at].isdecimal() else None
    if got is None or got[0].form != "digits":
        return
    second = Reading(got[0].start, got[0].end, got[0].value, got[0].value, "digits")
    _suffix(low, second, lex)
    if second.unit and second.why == "unit after":
        reading.unit, reading.carried, reading.why = second.unit, True, "unit shared"
        if got[1] and not reading.scaled:
            factor = got[0].value / core_value(low, at, lex)
            reading.low = reading.high = _plain(reading.low * factor)


def core_value(low: str, pos: int, lex: Lexicon) -> Decimal:
    """Return the number at `pos` without its scale words."""
    core = core_at(low, pos, lex)
    return core.value if core is not None and core.value else Decimal(1)


def _opener(low: str, start: int, joiner: str, lex: Lexicon) -> int | None:
    """Return where "from" or "between" stands, if the range that `joiner` makes was opened."""
    hit = lex.before.before(low, left(low, start))
    if hit is None:
        return None
    for kind, payload in hit[1]:
        if kind == "opener" and payload.split("|")[0] == joiner:
            return hit[0]
    return None


def _compound(low: str, reading: Reading, lex: Lexicon) -> None:
    """Take "47 руб. 16 коп.", "5 hours 30 minutes": a smaller unit that goes on counting."""
    unit = reading.unit
    if not unit or reading.relation != "exact" or "/" in unit:
        return
    at = skip(low, reading.end)
    if at >= len(low) or not low[at].isdecimal():
        found = lex.after.at(low, at)
        if reading.why == "unit after" and found and _row(found[1], "subunit"):
            return
        return
    core = digits_at(low, at, lex)
    if core is None:
        return
    hit = lex.after.at(low, skip(low, core.end))
    if hit is None:
        return
    sub = _row(hit[1], "subunit")
    if sub and kind_of(unit) == "money":
        reading.low = reading.high = reading.low + core.value * Decimal(sub[1].split(":")[0])
        reading.end = hit[0]
        return
    small = _row(hit[1], "unit")
    if small and kind_of(unit) in ("duration", "quantity") and small[1] != unit:
        ratio = _ratio(small[1], unit)
        if ratio is not None and core.value * ratio < 1:
            reading.low = reading.high = to_decimal_sum(reading.low, core.value, ratio)
            reading.end = hit[0]


@lru_cache(maxsize=1024)
def _ratio(small: str, large: str) -> Decimal | None:
    """Return how much of `large` one `small` is, where it is less than one."""
    if units.dimension(small) != units.dimension(large):
        return None
    scale = units.factor(small) / units.factor(large)
    return to_decimal(scale) if scale < 1 else None


def to_decimal_sum(large: Decimal, small: Decimal, ratio: Decimal) -> Decimal:
    """Return `large + small × ratio`."""
    return large + small * ratio


def _special(low: str, core: Core, lex: Lexicon) -> Reading | None:
    """Read word ordinals, parts of one ("a third"), folds ("doubled", "вдвое")."""
    reading = Reading(_past_fillers(low, core, lex), core.end, core.value, core.value, core.form)
    reading.unit = ""
    reading.why = core.form
    if core.form == "ordinal":
        reading.kind = "ordinal"
        reading.minor = True
        return reading
    reading.kind = "ratio"
    if core.form == "fold":
        reading.unit = "fold"
        if core.note in ("increase", "decrease"):
            reading.change = core.note  # type: ignore[assignment]  # one of two literals
    relation_before(low, reading, lex)
    if reading.change is None:
        change_before(low, reading, lex)
    return reading
