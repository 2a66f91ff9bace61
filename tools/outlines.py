"""Make ``seeds/outlines.json`` from Natural Earth's countries: ``python tools/outlines.py FILE``.

FILE is ``countries-110m.json`` of the npm package ``world-atlas``, version 2.0.2 (ISC licence),
which redistributes Natural Earth 4.1.0, 1:110 million, in the public domain. What is kept: the
outlines, in hundredths of a degree, under their ISO 3166-1 alpha-2 codes; neither names nor areas
that have no code.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.core import get_global

SEED = Path(__file__).resolve().parents[1] / "seeds" / "outlines.json"
HUNDREDTHS = 100


def main(argv: list[str]) -> int:
    """Write the seed file from the file that is named."""
    (name,) = argv
    atlas = json.loads(Path(name).read_text(encoding="utf-8"))
    codes = get_global("territory_aliases")
    countries = {
        codes[one["id"]][0]: {"type": one["type"], "arcs": one["arcs"]}
        for one in atlas["objects"]["countries"]["geometries"]
        if "id" in one and len(codes.get(one["id"], ())) == 1
    }
    lines = [list(relative(coarse(arc, atlas["transform"]))) for arc in atlas["arcs"]]
    made = {"arcs": lines, "countries": dict(sorted(countries.items()))}
    SEED.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8", newline="\n")
    return 0


def coarse(arc: list[list[int]], transform: dict[str, Any]) -> list[tuple[int, int]]:
    """Return the points of a line in hundredths of a degree, none twice in a row."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[tuple[int, int]] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        point = (round((x * wide + west) * HUNDREDTHS), round((y * high + south) * HUNDREDTHS))
        if not points or points[-1] != point:
            points.append(point)
    return points if len(points) > 1 else points * 2


def relative(points: list[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the first point, then the way from each to the next."""
    was = (0, 0)
    for point in points:
        yield [point[0] - was[0], point[1] - was[1]]
        was = point


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
