"""Facts over time: a bar for each, from its first day to its last."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from ..errors import InvalidValueError
from ..model import Fact
from ..values import Period
from ._facts import Source, altair, base_row, colour, heading, labelled, of, titled, tooltips

__all__ = ["timeline"]

_STEP: Final = 18  # pixels of a row
_MARGIN: Final = dt.timedelta(days=92)  # what is drawn of an end that is open
_DAY: Final = dt.timedelta(days=1)


def timeline(source: Source, *, locale: str = "en") -> Any:
    """Return a chart of when the facts hold or happen, in the order of their first days.

    A period that is open on a side, or of which the source does not say which of several it is, has
    an arrow there or a paler bar; a single day is a tick.

    Args:
        source: A dataset, or a fact list such as ``ds.where(kind="visit")``.
        locale: Of labels and statements.

    Raises:
        MissingExtraError: Altair is not installed (``pip install 'coopdata[viz]'``).
        InvalidValueError: None of the facts has a period whose year is known.
    """
    alt = altair("timeline")
    facts, dataset = of(source)
    timed = [(fact, fact.period) for fact in facts if fact.period is not None]
    dated = [(fact, one) for fact, one in timed if not one.is_undated]
    days = [day for _, one in dated for day in (one.start, one.end) if day is not None]
    if not days:
        raise InvalidValueError(source, "a timeline needs a fact with a period whose year is known")
    first, last = _moved(min(days), -_MARGIN), _moved(max(days), _MARGIN)
    rows = [
        {**base_row(fact, dataset, locale), **_extent(one, first, last, locale)}
        for fact, one in sorted(dated, key=_order)
    ]
    base = alt.Chart(alt.Data(values=labelled(rows))).encode(
        y=alt.Y("label:N", sort=None, title=None),
        color=colour(alt, locale),
        tooltip=tooltips(alt, ("statement", "kind", "status", "period", "quotes"), locale),
    )
    begins = alt.X("start:T", title=heading("period", locale))
    bars = base.mark_bar(height=10, cornerRadius=2, minBandSize=2).encode(
        x=begins,
        x2="end:T",
        opacity=alt.condition("datum.is_one_of", alt.value(0.4), alt.value(1)),
    )
    ticks = base.transform_filter("datum.is_day").mark_tick(thickness=3, size=12).encode(x=begins)
    since = base.transform_filter("datum.is_open_end").mark_point(
        shape="triangle-right", filled=True, size=70
    )
    until = base.transform_filter("datum.is_open_start").mark_point(
        shape="triangle-left", filled=True, size=70
    )
    drawn = alt.layer(bars, ticks, since.encode(x="end:T"), until.encode(x=begins))
    sized = drawn.properties(width=460, height=alt.Step(_STEP))
    return titled(alt, sized, heading("period", locale), len(facts) - len(rows), locale)


def _order(pair: tuple[Fact, Period]) -> tuple[dt.date, dt.date, str]:
    fact, one = pair
    return one.start or dt.date.min, one.end or dt.date.max, fact.id


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    """Return a day so much later or earlier, within the calendar."""
    try:
        return day + by
    except OverflowError:
        return dt.date.max if by > dt.timedelta(0) else dt.date.min


def _extent(one: Period, first: dt.date, last: dt.date, locale: str) -> dict[str, Any]:
    start, end = one.start or first, _moved(one.end, _DAY) if one.end else last
    return {
        "period": one.format(locale=locale),
        "start": start.isoformat(),
        "end": end.isoformat(),
        "is_day": end - start == _DAY,
        "is_one_of": one.is_one_of,
        "is_open_start": one.start is None,
        "is_open_end": one.end is None,
    }
