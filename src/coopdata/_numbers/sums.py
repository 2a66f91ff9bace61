"""A number being said word by word: what may follow what, and what it comes to."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from .. import _exact

__all__ = ["LARGE", "SCALE", "Sum", "number_of", "take"]

#: From here on an ordinal multiplies what was said before it.
SCALE: Final = Decimal(100)
#: From here on a scale is large: a part behind it is a part of it.
LARGE: Final = Decimal(1000)
_TEN: Final = Decimal(10)
_MYRIAD: Final = Decimal(10000)


class Sum:
    """A number word by word: parts that shrink, multipliers that gather what is smaller."""

    __slots__ = ("_elided", "_open", "is_elliptic", "is_positional", "limit", "parts")

    def __init__(self, *, is_positional: bool, is_elliptic: bool = False) -> None:
        self.is_positional = is_positional  # whether one digit stands before ten, 百, 千
        self.is_elliptic = is_elliptic  # whether the last scale may be left out ("两千六")
        self.parts: list[Decimal] = []
        self.limit = Decimal("Infinity")
        self._open = self._elided = Decimal(0)

    def add(self, value: Decimal) -> bool:
        """Take a cardinal; False where it cannot follow what came before."""
        if value >= self.limit or (self.is_elliptic and self.parts and value >= SCALE):
            return False  # "两万百五": a hundred behind more is one of so many
        self.parts.append(value)
        self.limit = _grain(value)
        self._elided = self._open if value < _TEN else Decimal(0)
        self._open = value if self.is_elliptic and value == self.limit >= SCALE else Decimal(0)
        return True

    def skip(self) -> bool:
        """Take a nought that stands for the places left out: "四百零七"."""
        if not _TEN <= self.limit < Decimal("Infinity"):
            return False
        self.limit = _exact.quotient(self.limit, 10)
        self._open = Decimal(0)
        return True

    def multiply(self, by: Decimal) -> bool:
        """Take a multiplier; it applies to everything smaller said since the last larger one."""
        kept = [part for part in self.parts if part >= by]
        pending = _exact.total(part for part in self.parts if part < by)
        product = _exact.multiply(pending, by)
        if self.is_positional and pending >= _TEN and by < _MYRIAD:
            return False
        if not pending or (kept and product >= _grain(kept[-1])):
            return False
        self.parts = [*kept, product]
        self.limit = by
        self._elided = Decimal(0)
        self._open = by if self.is_elliptic and by >= SCALE else Decimal(0)
        return True

    def grow(self, value: Decimal) -> None:
        """Add to the part said last; behind a large scale, of that ("a million and a half")."""
        if self.limit >= LARGE and self.limit.is_finite():
            value = _exact.multiply(value, self.limit)
        self.parts[-1] = _exact.add(self.parts[-1], value)

    @property
    def total(self) -> Decimal:
        parts = self.parts
        if self._elided:  # "两千六" is 2600
            last = _exact.multiply(parts[-1], _exact.quotient(self._elided, 10))
            parts = [*parts[:-1], last]
        return _exact.plain(_exact.total(parts))


def _grain(value: Decimal) -> Decimal:
    """Return the power of ten below which something may still be added to `value`."""
    if not _exact.is_whole(value) or (value < 20 and value != 10):
        return Decimal(0)
    number = int(value)
    grain = 1
    while number % 10 == 0:
        number //= 10
        grain *= 10
    return Decimal(grain) if grain > 1 else Decimal(0)


def number_of(text: str) -> Decimal:
    return _exact.to_decimal(Fraction(text)) if "/" in text else Decimal(text)


def take(total: Sum, role: str, value: str) -> bool:
    match role:
        case "cardinal" | "weak" | "hedged" | "factor":
            if total.limit == Decimal("-1"):  # "five and twenty": the linker turned the order round
                number = Decimal(value)
                if _exact.remainder(number, _TEN) or not 20 <= number <= 90 or not total.parts:
                    return False
                total.grow(number)
                total.limit = Decimal(0)
                return True
            return total.add(number_of(value))
        case "last":
            return bool(total.parts) and total.add(Decimal(value))
        case "multiplier":
            return total.multiply(Decimal(value))
        case "linker":
            if total.parts and total.parts[-1] < 10:
                total.limit = Decimal(-1)
            return bool(total.parts)
        case "ordinal":
            number = number_of(value)
            if total.limit == Decimal(-1):
                return take(total, "cardinal", value)  # "fünfundzwanzigste"
            if number >= SCALE and total.parts and total.parts[-1] < number:
                return total.multiply(number)  # "ten-millionth"
            return total.add(number)
        case "part":
            if not total.parts:
                return False
            total.grow(number_of(value))
            return True
    return False
