"""What all charts share: their facts, how these are named, and the library that draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from babel import Locale

from .. import display, formatting
from .._printing.labels import called
from ..cldr import locale_id
from ..dataset import Dataset
from ..errors import MissingExtraError
from ..model import STATUSES, Fact
from ..query import FactList

__all__ = [
    "COLOURS",
    "Source",
    "altair",
    "base_row",
    "colour",
    "heading",
    "labelled",
    "of",
    "titled",
    "tooltips",
]

Source = Dataset | FactList

#: One colour for each status, told apart in grey and by the colour-blind (Okabe and Ito, 2008).
COLOURS: Final = dict(zip(STATUSES, ("#0072b2", "#d55e00", "#e69f00", "#56b4e9"), strict=True))
_WIDEST: Final = 340  # pixels of a label beside the chart


def of(source: Source) -> tuple[tuple[Fact, ...], Dataset]:
    """Return the facts of a source, and the dataset that they are looked up in."""
    if isinstance(source, Dataset):
        return source.facts, source
    return tuple(source), source.dataset  # type: ignore[return-value]  # what a list is of


def altair(feature: str) -> Any:
    """Return the library, or say how it is installed."""
    try:
        import altair
    except ImportError as err:
        raise MissingExtraError(f"coopdata.charts.{feature}", "viz") from err
    return altair


def heading(key: str, locale: str) -> str:
    """Return what a column is called."""
    return formatting.label("heading", key, locale=locale)


def base_row(fact: Fact, dataset: Dataset, locale: str) -> dict[str, Any]:
    """Return what every chart tells of a fact."""
    cited = fact.citations[0]
    return {
        "id": fact.id,
        "statement": display.statement(fact, locale=locale, dataset=dataset),
        "kind": called("fact", fact.kind, locale=locale, terms=dataset.terms),
        "status": formatting.label("status", fact.status, locale=locale),
        "quotes": cited.quote,
    }


def labelled(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows with a label each, their statement; one that comes up again is numbered."""
    seen: Counter[str] = Counter()
    for row in rows:
        said = row["statement"]
        seen[said] += 1
        row["label"] = said if seen[said] == 1 else f"{said} ({seen[said]})"
    return rows


def tooltips(alt: Any, names: Iterable[str], locale: str) -> list[Any]:
    """Return what is shown of a mark that is pointed at."""
    return [alt.Tooltip(f"{name}:N", title=heading(name, locale)) for name in names]


def colour(alt: Any, locale: str) -> Any:
    """Return the encoding of a status as a colour, the same in every chart."""
    names = [formatting.label("status", one, locale=locale) for one in COLOURS]
    scale = alt.Scale(domain=names, range=[*COLOURS.values()])
    return alt.Color("status:N", scale=scale, title=heading("status", locale))


def titled(alt: Any, chart: Any, title: str, left_out: int, locale: str) -> Any:
    """Return a chart under its title; what was left out is counted in the subtitle."""
    none = formatting.label("view", "left_out", locale=locale)
    beneath = none.format(count=left_out) if left_out else ""
    told = alt.TitleParams(title[:1].upper() + title[1:], subtitle=beneath, anchor="start")
    return (
        chart.properties(title=told)
        .configure_axis(labelLimit=_WIDEST)
        .configure(locale=alt.Locale(number=_numbers(alt, locale), time=_times(alt, locale)))
    )


def _numbers(alt: Any, locale: str) -> Any:
    symbols = Locale.parse(locale_id(locale)).number_symbols["latn"]
    return alt.NumberLocale(
        decimal=symbols["decimal"], thousands=symbols["group"], grouping=[3], currency=["", ""]
    )


def _times(alt: Any, locale: str) -> Any:
    names = Locale.parse(locale_id(locale))
    months = {width: names.months["stand-alone"][width] for width in ("wide", "abbreviated")}
    days = {width: names.days["stand-alone"][width] for width in ("wide", "abbreviated")}
    monday_last = (6, 0, 1, 2, 3, 4, 5)
    return alt.TimeLocale(
        dateTime="%Y-%m-%d %H:%M",
        date="%Y-%m-%d",
        time="%H:%M",
        periods=["AM", "PM"],
        days=[days["wide"][day] for day in monday_last],
        shortDays=[days["abbreviated"][day] for day in monday_last],
        months=[months["wide"][one] for one in range(1, 13)],
        shortMonths=[months["abbreviated"][one] for one in range(1, 13)],
    )
