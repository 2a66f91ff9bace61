"""Signs before a number, and the word for a minus before degrees."""

from __future__ import annotations

from typing import Final

from .. import _exact
from .cursor import View
from .reading import Quantity

__all__ = ["take_sign", "word_sign"]

_SIGNS: Final = "+-\u2212"
_BEFORE_SIGN: Final = ' (\n:;\u00ab"，。、；：（'


def take_sign(view: View, quantity: Quantity) -> None:
    """Take a sign that touches the number and nothing else."""
    at = quantity.start - 1
    if at >= 0 and view.low[at] in _SIGNS and (at == 0 or view.low[at - 1] in _BEFORE_SIGN):
        quantity.start, quantity.sign = at, view.low[at]


def word_sign(view: View, quantity: Quantity) -> None:
    """Let a sign, or the word for a minus, stand in the value or in the change."""
    if quantity.sign:
        _signed(quantity)
    elif quantity.unit is not None and quantity.unit.startswith("degree"):
        _below_zero(view, quantity)


def _signed(quantity: Quantity) -> None:
    """Word a written sign: a change where it stands before a percentage, else part of the value."""
    minus = quantity.sign != "+"
    if quantity.kind == "percent":
        quantity.change = "decrease" if minus else "increase"
    elif minus:
        quantity.low, quantity.high = _exact.negate(quantity.high), _exact.negate(quantity.low)


def _below_zero(view: View, quantity: Quantity) -> None:
    """Take the word for a minus before degrees ("minus 20 degrees", "零下20度", "영하 20도")."""
    hit = view.behind(quantity.start)
    if hit is not None and "below_zero" in hit[1].by_kind:
        quantity.start = hit[0]
        quantity.low, quantity.high = _exact.negate(quantity.high), _exact.negate(quantity.low)
