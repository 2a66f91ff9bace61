"""When things happen, as a drawing: a bar for each period, in lanes below a ruler of years.

Numbers here are places on paper, no values; they come from sums and quotients alone, so that the
drawing is the same on every machine.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Sequence
from itertools import count
from typing import Final, NamedTuple

from ..values import Period
from ._html import quoted

__all__ = ["Bar", "is_dated", "timeline"]

_WIDTH: Final = 1000
_EDGE: Final = 14
_RULER: Final = 26
_LANE: Final = 17
_THICK: Final = 11
_MOST_YEARS: Final = 14
_DAYS: Final = 366


class Bar(NamedTuple):
    """One fact on a timeline."""

    at: int
    href: str
    status: str
    period: Period
    label: str


def timeline(bars: Sequence[Bar]) -> str:
    """Return the drawing; nothing where no period has a day that is known."""
    known = [bar for bar in bars if is_dated(bar.period)]
    if not known:
        return ""
    days = [day for bar in known for day in (bar.period.start, bar.period.end) if day is not None]
    first, last = min(days).year, max(days).year + 1
    scale = (_WIDTH - 2 * _EDGE) / (last - first)
    placed = sorted((*_ends(bar.period, first, last), bar) for bar in known)
    lanes: list[tuple[float, int]] = []
    fresh = count()
    drawn = []
    for begin, end, bar in placed:
        x = _EDGE + (begin - first) * scale
        width = max((end - begin) * scale, _THICK)
        lane = heapq.heappop(lanes)[1] if lanes and lanes[0][0] + 3 <= x else next(fresh)
        heapq.heappush(lanes, (x + width, lane))
        drawn.append(_drawn(bar, x, _RULER + lane * _LANE, width))
    height = _RULER + next(fresh) * _LANE + 6
    return (
        f'<svg class="years drawing" viewBox="0 0 {_WIDTH} {height}" '
        f'aria-labelledby="page-timeline" role="group">{_ruler(first, last, scale, height)}'
        f"{''.join(drawn)}</svg>"
    )


def is_dated(period: Period | None) -> bool:
    """Tell whether a day is known on which a period begins or ends."""
    return period is not None and not period.is_undated


def _ends(period: Period, first: int, last: int) -> tuple[float, float]:
    """Return both ends in years; what is open reaches to the edge."""
    begin = float(first) if period.start is None else _years(period.start)
    end = float(last) if period.end is None else _years(period.end) + 1 / _DAYS
    return begin, end


def _years(day: dt.date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / _DAYS


def _drawn(bar: Bar, x: float, y: int, width: float) -> str:
    label, period = quoted(bar.label), bar.period
    is_vague = period.is_one_of or period.start is None or period.end is None
    return (
        f'<a href="{bar.href}" class="{quoted(bar.status)}{" vague" if is_vague else ""}" '
        f'data-drawn="{bar.at}" data-name="facts {bar.at}" aria-label="{label}">'
        f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{_THICK}"/></a>'
    )


def _ruler(first: int, last: int, scale: float, height: int) -> str:
    """Return a line for every year, or for every so manyth, with its number."""
    step = next(
        size * 10**zeros
        for zeros in count()
        for size in (1, 2, 5)
        if (last - first) <= _MOST_YEARS * size * 10**zeros
    )
    lines = []
    for year in range(first + -first % step, last + 1, step):
        x = _EDGE + (year - first) * scale
        lines.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="18" y2="{height}"/>')
        if year < last:
            lines.append(f'<text x="{x + 3:.1f}" y="13">{year}</text>')
    return f'<g aria-hidden="true">{"".join(lines)}</g>'
