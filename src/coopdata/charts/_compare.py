"""Amounts beside one another: what was reached, planned and aimed at, with bounds as bounds."""

from __future__ import annotations

from typing import Any, Final

from ..errors import ConversionError, InvalidValueError
from ..model import Fact
from ..values import Measure
from ._facts import Source, altair, base_row, colour, heading, labelled, of, titled, tooltips

__all__ = ["compare"]

_STEP: Final = 20  # pixels of a row
_SPREAD: Final = 1000  # from here on, between least and greatest, the scale is logarithmic
_BEYOND: Final = 0.15  # share of the widest amount that is drawn of a bound's open side


def compare(source: Source, *, unit: str, locale: str = "en") -> Any:
    """Return a chart of all amounts that can be told in one unit.

    An exact amount is a dot, an approximate one a hollow dot, "from … to …" a line between its
    ends, and "at least" or "at most" a line with an arrow into what is left open.

    Args:
        source: A dataset, or a fact list such as ``ds.where(kind="trade")``.
        unit: In which all of them are drawn, such as ``"USD"``; amounts of another dimension, or in
            another currency, are left out and counted.
        locale: Of labels, statements and values.

    Raises:
        MissingExtraError: Altair is not installed (``pip install 'coopdata[viz]'``).
        UnknownUnitError: The unit is not curated.
        InvalidValueError: None of the facts has such an amount.
    """
    alt = altair("compare")
    facts, dataset = of(source)
    Measure.exact(0, unit)  # refuses an unknown unit
    told = [(fact, one) for fact in facts if (one := _in(fact, unit)) is not None]
    if not told:
        raise InvalidValueError(source, f"a comparison in {unit} needs a fact with such an amount")
    ends = [float(end) for _, one in told for end in (one.low, one.high) if end is not None]
    is_spread = min(ends) > 0 and max(ends) / min(ends) >= _SPREAD
    rows = [
        {**base_row(fact, dataset, locale), **_extent(one, ends, is_spread, locale)}
        for fact, one in told
    ]
    rows.sort(key=lambda row: (-max(row["low"], row["high"]), row["id"]))
    base = alt.Chart(alt.Data(values=labelled(rows))).encode(
        y=alt.Y("label:N", sort=None, title=None),
        color=colour(alt, locale),
        tooltip=tooltips(alt, ("statement", "kind", "status", "value", "quotes"), locale),
    )
    scale = alt.Scale(type="log" if is_spread else "linear", zero=not is_spread)
    low = alt.X("low:Q", scale=scale, title=f"{heading('value', locale)}, {unit}")
    lines = base.mark_rule(strokeWidth=3).encode(x=low, x2="high:Q")

    def points(condition: str, end: Any, shape: str, *, filled: bool = True) -> Any:
        chosen = base.transform_filter(condition)
        return chosen.mark_point(shape=shape, filled=filled, size=90, opacity=1).encode(x=end)

    is_one = "datum.relation == 'exact'"
    drawn = alt.layer(
        lines,
        points(is_one, low, "circle"),
        points("datum.relation == 'about'", low, "circle", filled=False),
        points("datum.relation == 'between'", low, "stroke"),
        points("datum.relation == 'between'", "high:Q", "stroke"),
        points("datum.is_open_high", "high:Q", "triangle-right"),
        points("datum.is_open_low", low, "triangle-left"),
    )
    sized = drawn.properties(width=460, height=alt.Step(_STEP))
    return titled(alt, sized, heading("value", locale), len(facts) - len(rows), locale)


def _in(fact: Fact, unit: str) -> Measure | None:
    try:
        return None if fact.measure is None else fact.measure.to(unit)
    except ConversionError:
        return None


def _extent(one: Measure, ends: list[float], is_spread: bool, locale: str) -> dict[str, Any]:
    beyond = _BEYOND * (max(ends) - min(ends) or abs(max(ends)) or 1.0)
    low = None if one.low is None else float(one.low)
    high = None if one.high is None else float(one.high)
    if high is None:
        assert low is not None  # a measure has one bound at least
        high = low * 2 if is_spread else low + beyond
    elif low is None:
        low = high / 2 if is_spread else high - beyond
    return {
        "value": one.format(locale=locale),
        "low": low,
        "high": high,
        "relation": one.relation,
        "is_open_high": one.high is None,
        "is_open_low": one.low is None,
    }
