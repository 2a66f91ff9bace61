"""Countries on a map, by how many facts they take part in."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any, Final

from .. import _shipped, formatting
from ..errors import InvalidValueError
from ..model import Place
from ._facts import Source, altair, heading, of, titled

__all__ = ["map"]

_HUNDREDTH: Final = 0.01  # outlines are kept in hundredths of a degree


def map(source: Source, *, locale: str = "en") -> Any:  # what it is called everywhere
    """Return a map of the countries whose parties and places the facts name.

    A fact counts once for each country of its parties and of its place. The outlines are Natural
    Earth's at 1:110 million, which draws borders as they are held and leaves out the smallest
    states; coopdata takes no side in any of them.

    Args:
        source: A dataset, or a fact list.
        locale: Of labels and names.

    Raises:
        MissingExtraError: Altair is not installed (``pip install 'coopdata[viz]'``).
        InvalidValueError: None of the facts names anything in a country.
    """
    alt = altair("map")
    facts, dataset = of(source)
    countries = {one.id: getattr(one, "country", "") for one in dataset.parties}
    counted: Counter[str] = Counter()
    left_out = 0
    for fact in facts:
        named = {countries.get(one, "") for one in (*(p.party for p in fact.parties), fact.place)}
        left_out += not named - {""}
        counted.update(named - {""})
    if not counted:
        raise InvalidValueError(source, "a map needs a fact with a party or a place in a country")
    towns = _towns(source, locale)
    topology = {
        "type": "Topology",
        "transform": {"scale": [_HUNDREDTH, _HUNDREDTH], "translate": [0, 0]},
        "arcs": _outlines()["arcs"],
        "objects": {
            "countries": {
                "type": "GeometryCollection",
                "geometries": [
                    {
                        **shape,
                        "properties": {
                            "facts": counted.get(code, 0),
                            "name": formatting.country(code, locale=locale),
                            "place": ", ".join(towns.get(code, ())),
                        },
                    }
                    for code, shape in _outlines()["countries"].items()
                ],
            }
        },
    }
    count = alt.Color(
        "properties.facts:Q",
        title=heading("facts", locale),
        scale=alt.Scale(scheme="blues", domainMin=0),
    )
    tips = [
        alt.Tooltip("properties.name:N", title=heading("place", locale)),
        alt.Tooltip("properties.facts:Q", title=heading("facts", locale)),
        alt.Tooltip("properties.place:N", title=heading("parties", locale)),
    ]
    shapes = alt.Data(
        values=topology, format=alt.TopoDataFormat(type="topojson", feature="countries")
    )
    drawn = (
        alt.Chart(shapes)
        .mark_geoshape(stroke="#8a8a8a", strokeWidth=0.4)
        .encode(
            color=alt.condition("datum.properties.facts > 0", count, alt.value("#eeeeee")),
            tooltip=tips,
        )
        .project("naturalEarth1")
        .properties(width=720, height=380)
    )
    title = heading("place", locale)
    return titled(alt, drawn, title, left_out, locale).configure_view(stroke=None)


@cache
def _outlines() -> dict[str, Any]:
    return _shipped.tree("outlines.json")


def _towns(source: Source, locale: str) -> dict[str, dict[str, None]]:
    """Return the names of the parties and places of each country, in order of appearance."""
    facts, dataset = of(source)
    parties = {one.id: one for one in dataset.parties}
    language = locale.partition("_")[0].partition("-")[0]
    found: dict[str, dict[str, None]] = {}
    for fact in facts:
        for name in (*(one.party for one in fact.parties), fact.place):
            party = parties.get(name)
            is_country = isinstance(party, Place) and party.level == "country"
            code = getattr(party, "country", "")
            if party is not None and code and not is_country:
                found.setdefault(code, {})[party.name(language)] = None
    return found
