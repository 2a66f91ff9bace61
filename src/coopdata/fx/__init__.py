"""Money in another currency, by a rate that somebody stands for.

coopdata never turns one currency into another by itself: which rate, of which day, is a choice.
`exchange` makes it in the open. What it gives names the rate, its day and its source, and prints
them. Rates come from `official`, a small table for the days of our facts; from `ECB`, the European
Central Bank's history (extra ``fx``); from a `Table` of your own; or from whatever has a `rate`.

Examples:
    >>> import datetime as dt
    >>> from coopdata import Measure
    >>> trade = Measure.exact("96300000", "USD")
    >>> print(exchange(trade, "RUB", on=dt.date(2017, 12, 5), rates=official()))
    ≈ 5635340000 RUB (96300000 USD at 58.5186 RUB/USD, National Bank of Ukraine through UAH, \
2017-12-04)
"""

from __future__ import annotations

from functools import cache

from .. import _shipped
from ._ecb import ECB
from ._exchange import Exchanged, exchange
from ._rates import Rate, RateProvider, Table

__all__ = ["ECB", "Exchanged", "Rate", "RateProvider", "Table", "exchange", "official"]


@cache
def official() -> Table:
    """Return official rates for days near those of our facts, in 2016 and 2017.

    They are those of `seeds/rates.toml`, with their source: roubles of Russia and Belarus, tenge,
    yuan, won, liras, soums, dollars and euros. Every other day is refused.

    Examples:
        >>> official()
        Table(27 rates from 2016-12-01 to 2017-12-04)
    """
    return Table.of_sets(_shipped.tree("rates.json")["set"])


def __dir__() -> list[str]:
    return sorted(__all__)
