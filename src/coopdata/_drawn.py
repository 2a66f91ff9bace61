"""The charts of a dataset and of a list of facts, as methods; `coopdata.charts` draws them."""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for true; importing typing would cost milliseconds
if TYPE_CHECKING:
    from typing import Any, Literal

    from .charts import Graph

__all__ = ["Drawn"]


class Drawn:
    """What a dataset and a list of facts can be drawn as."""

    __slots__ = ()

    def timeline(self, *, locale: str = "en") -> Any:
        """Return a chart of when facts hold; see `coopdata.charts.timeline` (extra: ``viz``)."""
        from .charts import timeline

        return timeline(self, locale=locale)  # type: ignore[arg-type]  # a dataset or a fact list

    def compare(self, *, unit: str, locale: str = "en") -> Any:
        """Return a chart of amounts; see `coopdata.charts.compare` (extra: ``viz``)."""
        from .charts import compare

        return compare(self, unit=unit, locale=locale)  # type: ignore[arg-type]  # as above

    def graph(self, *, by: Literal["party", "country"] = "party", locale: str = "en") -> Graph:
        """Return who cooperates with whom; see `coopdata.charts.graph`."""
        from .charts import graph

        return graph(self, by=by, locale=locale)  # type: ignore[arg-type]  # as above

    def map(self, *, locale: str = "en") -> Any:
        """Return a map of countries by facts; see `coopdata.charts.map` (extra: ``viz``)."""
        from .charts import map

        return map(self, locale=locale)  # type: ignore[arg-type]  # as above
