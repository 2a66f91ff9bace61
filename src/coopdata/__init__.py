"""Five news articles on industrial cooperation as typed, cited, unit-aware facts.

Importing this package loads nothing else: each public name is imported when it is first used.

Examples:
    >>> import coopdata as cd
    >>> cd.Measure.more_than("30", "percent")
    Measure.more_than('30', 'percent')
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for true; importing typing would cost milliseconds

if TYPE_CHECKING:
    from . import (
        batch,
        charts,
        corpus,
        display,
        errors,
        evaluation,
        exports,
        extract,
        formatting,
        frames,
        fx,
        model,
        normalize,
        query,
        serde,
        spark,
        strategies,
        units,
        values,
        web_annotations,
    )
    from .dataset import Dataset, load
    from .evaluation import evaluate
    from .model import (
        Article,
        Basis,
        Citation,
        Fact,
        Mention,
        Organisation,
        Party,
        Person,
        Place,
        Product,
    )
    from .query import Derived, FactList, P
    from .reader import Reader
    from .values import Measure, Period, Span

    __version__: str

__all__ = [
    "Article",
    "Basis",
    "Citation",
    "Dataset",
    "Derived",
    "Fact",
    "FactList",
    "Measure",
    "Mention",
    "Organisation",
    "P",
    "Party",
    "Period",
    "Person",
    "Place",
    "Product",
    "Reader",
    "Span",
    "batch",
    "charts",
    "corpus",
    "display",
    "errors",
    "evaluate",
    "evaluation",
    "exports",
    "extract",
    "formatting",
    "frames",
    "fx",
    "load",
    "model",
    "normalize",
    "query",
    "serde",
    "spark",
    "strategies",
    "units",
    "values",
    "web_annotations",
]

_HOMES = {
    "dataset": ("Dataset", "load"),
    "evaluation": ("evaluate",),
    "model": (
        "Article",
        "Basis",
        "Citation",
        "Fact",
        "Mention",
        "Organisation",
        "Party",
        "Person",
        "Place",
        "Product",
    ),
    "query": ("Derived", "FactList", "P"),
    "reader": ("Reader",),
    "values": ("Measure", "Period", "Span"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Import a public name, or read the version, on first use."""
    from importlib import import_module

    if name == "__version__":
        from ._shipped import VERSION

        return VERSION
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _HOME.get(name)
    if home is None:
        return import_module(f".{name}", __name__)
    found: object = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = found  # the next look-up is a plain one
    return found


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
