"""The curated units and currencies, and the one Decimal pint registry.

A unit expression is `""`, or curated names joined by `*` and `/`: `"USD"`, `"vehicle/year"`,
`"kilometer/hour"`. `a/b*c` reads from left to right, as in pint. The names are CLDR's core unit
ids with `_` for `-`, ISO 4217 codes in capitals, and singular English nouns for counted things.

Everything but `registry`, `quantity` and `define_in` works on the shipped table alone; pint is
imported there, and only there.

**Dimensions.** `dimension` words them as pint does (`"[length] / [time]"`, `"dimensionless"`).
Each currency is a dimension of its own (`"[currency_USD]"`), each counted thing too
(`"[vehicle]"`), and so are `percentage_point` (with `basis_point`, its hundredth) and `fold`.
Shares of one (`percent`, `permille`, ...) are dimensionless and convert into one another.
Angles and information, which pint holds to be plain numbers, keep dimensions of their own here.

**Units of your own.** A name in braces says what it is: `{widget}` is counted and a dimension of
its own (`"[own_widget]"`), `{arshin=28_inch}` is as large as it says, `{third=1:3_yard}` is a third
of a yard. Nothing has to be registered, and none of them is listed in `UNITS`.

**Names.** A unit's name in pint differs from its name here only where pint gives that name to
another unit: `quarter` is three months here and 28 pounds there, where ours is called
`calendar_quarter`. `to_pint` and `from_pint` translate. Symbols and English words that say one
unit ("km", "MW", "hours", "dollars") are read as that unit; what says several ("ton", "roubles",
"hp") is refused with the choices, and what is unknown with names that are spelled like it.
"""

from __future__ import annotations

from ._convert import convert, converter
from ._expression import (
    components,
    dimension,
    dimensions,
    divide,
    expression,
    factor,
    is_currency,
    known_dimension,
    meant,
    multiply,
    parse_unit,
)
from ._own import bare_name, is_own
from ._pint import define_in, from_pint, quantity, registry, to_pint
from ._systems import SYSTEMS, System, in_system
from ._table import (
    ALIASES,
    BY_CLDR_ID,
    CLDR_ID,
    COMPOUNDS,
    CURRENCIES,
    UNITS,
    Kind,
    Unit,
    international,
    settled,
)

__all__ = [
    "ALIASES",
    "BY_CLDR_ID",
    "CLDR_ID",
    "COMPOUNDS",
    "CURRENCIES",
    "SYSTEMS",
    "UNITS",
    "Kind",
    "System",
    "Unit",
    "bare_name",
    "components",
    "convert",
    "converter",
    "define_in",
    "dimension",
    "dimensions",
    "divide",
    "expression",
    "factor",
    "from_pint",
    "in_system",
    "international",
    "is_currency",
    "is_own",
    "known_dimension",
    "meant",
    "multiply",
    "parse_unit",
    "quantity",
    "registry",
    "settled",
    "to_pint",
]


def __dir__() -> list[str]:
    return sorted(__all__)
