"""Who works with whom, as a drawing: parties below one another, each fact an arc between its own.

The names are a list beside the drawing, so that they can be read, clicked and translated. Parties
that have facts together stand near one another: each is drawn to the middle of its neighbours, and
the shortest arcs that are found in so many turns are kept. Nothing is left to chance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ._html import quoted

__all__ = ["ROW", "Arc", "arcs", "in_order"]

#: The height of a party's row, in pixels; the style sheet has the same.
ROW: Final = 22
_WIDTH: Final = 400
_TURNS: Final = 12

Neighbours = dict[str, list[str]]


class Arc(NamedTuple):
    """One fact between two or more parties."""

    at: int
    href: str
    status: str
    parties: tuple[str, ...]
    label: str


def in_order(together: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the parties so that those of one fact stand near one another.

    Args:
        together: For each fact, the parties in it.
    """
    neighbours: Neighbours = {}
    for parties in together:
        for one in parties:
            neighbours.setdefault(one, []).extend(other for other in parties if other != one)
    order = [one for whole in _wholes(neighbours) for one in whole]
    whole_of = {one: at for at, whole in enumerate(_wholes(neighbours)) for one in whole}
    best, least = order, _length(order, together)
    for _ in range(_TURNS):
        place = {one: at for at, one in enumerate(order)}
        middle = {
            one: (place[one] + sum(place[other] for other in near)) / (1 + len(near))
            for one, near in neighbours.items()
        }
        order = sorted(order, key=lambda one: (whole_of[one], middle[one], place[one]))
        length = _length(order, together)
        if length < least:
            best, least = order, length
    return best


def _wholes(neighbours: Neighbours) -> list[list[str]]:
    """Return the parts that hang together, the largest first, each from its busiest party on."""
    left = dict.fromkeys(sorted(neighbours, key=lambda one: (-len(neighbours[one]), one)))
    found = []
    while left:
        whole = [next(iter(left))]
        del left[whole[0]]
        for one in whole:  # which grows as it is gone through
            new = [other for other in dict.fromkeys(neighbours[one]) if other in left]
            for other in new:
                del left[other]
            whole += new
        found.append(whole)
    return sorted(found, key=lambda whole: -len(whole))


def _length(order: Sequence[str], together: Sequence[tuple[str, ...]]) -> int:
    place = {one: at for at, one in enumerate(order)}
    spread = (sorted(place[one] for one in parties) for parties in together if parties)
    return sum(places[-1] - places[0] for places in spread)


def arcs(them: Sequence[Arc], place: Mapping[str, int]) -> str:
    """Return the drawing; `place` has the row of each party."""
    rows_of = [sorted(place[party] for party in one.parties) for one in them]
    widest = max((lower - upper for rows in rows_of for upper, lower in pairwise(rows)), default=1)
    beside: dict[tuple[int, int], int] = {}
    drawn = []
    for one, rows in zip(them, rows_of, strict=True):
        steps = []
        for upper, lower in pairwise(rows):
            nth = beside[upper, lower] = beside.get((upper, lower), -1) + 1
            steps.append(_step(upper, lower, nth, widest))
        drawn.append(
            f'<a href="{one.href}" class="{quoted(one.status)}" data-drawn="{one.at}" '
            f'data-name="facts {one.at}" aria-label="{quoted(one.label)}">'
            f'<path d="{"".join(steps)}"/></a>'
        )
    height = len(place) * ROW
    return (
        f'<svg class="drawing" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        f'preserveAspectRatio="none" role="group" aria-labelledby="page-graph">'
        f"{''.join(drawn)}</svg>"
    )


def _step(upper: int, lower: int, nth: int, widest: int) -> str:
    """Return the arc between two rows, wider for each that was there before."""
    first, last = (ROW * row + ROW // 2 for row in (upper, lower))
    out = min(50 + 400 * (lower - upper) / widest + 10 * nth, 1.3 * _WIDTH)
    return f"M2 {first}C{out:.1f} {first} {out:.1f} {last} 2 {last}"
