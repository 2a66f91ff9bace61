"""The shipped file back to records, quickly.

The file is what `serde.to_json` writes, and its digest has been checked: it needs no validation
and no converter, which cost most of the time that reading it strictly takes. A test holds this
reader and `serde.from_json` to the same records.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, NamedTuple

from attrs import NOTHING, fields

from .. import _shipped, model
from ..errors import IntegrityError
from ..values import Measure, Period, Span

__all__ = ["Tables", "tables"]

Read = Callable[[Any], Any]


class Tables(NamedTuple):
    """The records of a dataset, in their order; what was computed stands apart."""

    articles: tuple[model.Article, ...]
    parties: tuple[model.Party, ...]
    facts: tuple[model.Fact, ...]
    derived: tuple[model.Fact, ...]
    terms: tuple[model.Term, ...] = ()


def tables(text: bytes) -> Tables:
    """Return the records of a file that is known to be whole."""
    tree = _shipped.tree("articles.json", text)
    if tree["format"] != model.FORMAT:
        what = "the shipped file articles.json"
        raise IntegrityError(what, f"the form {model.FORMAT!r}", repr(tree["format"]))
    return Tables(
        articles=tuple(map(_article, tree["articles"])),
        parties=tuple(map(_tagged, tree["parties"])),
        facts=tuple(map(_fact, tree["facts"])),
        derived=tuple(map(_fact, tree["derived"])),
        terms=tuple(map(_term, tree.get("terms", ()))),
    )


def _many(read: Read) -> Read:
    return lambda trees: tuple(map(read, trees))


def _reader(record: type[Any], **inner: Read) -> Read:
    """Return a function from a tree to a record, made past its converters and validators."""
    plan = [
        (one.name, inner.get(one.name), getattr(record, one.name).__set__, one.default)
        for one in fields(record)
    ]

    def read(tree: dict[str, Any]) -> Any:
        made = object.__new__(record)
        for name, convert, put, default in plan:
            value = tree.get(name, NOTHING)
            if value is NOTHING:
                value = default
            elif convert is not None:
                value = convert(value)
            put(made, value)
        return made

    return read


def _period(tree: dict[str, Any]) -> Period:
    return Period.from_edtf(tree["edtf"])


_measure: Final = _reader(Measure, low=Decimal, high=Decimal)
_span: Final = _reader(Span)
_citation: Final = _reader(model.Citation)
_citations: Final = _many(_citation)
_basis: Final = _reader(model.Basis, sources=tuple)


def _value(tree: dict[str, Any]) -> Measure | Period:
    return _period(tree) if tree["type"] == "period" else _measure(tree)


_article: Final = _reader(
    model.Article,
    published=_period,
    published_basis=_basis,
    agencies=tuple,
    mentions=_many(_reader(model.Mention, span=_span, value=_value)),
    names=_many(_reader(model.NameMention, span=_span)),
)
_fact: Final = _reader(
    model.Fact,
    citations=_citations,
    parties=_many(_reader(model.Involvement)),
    period=_period,
    measure=_measure,
    horizon=_value,
    baseline=_value,
    basis=_basis,
    supports=_many(_reader(model.Support, citation=_citation)),
)
_term: Final = _reader(model.Term, labels=_many(_reader(model.Name)), roles=tuple)
_PARTY: Final[dict[str, Read]] = {
    tag: _reader(
        record,
        names=_many(_reader(model.Name)),
        aliases=tuple,
        links=_many(_reader(model.Link, period=_period)),
        citations=_citations,
        basis=_basis,
    )
    for tag, record in (
        ("organisation", model.Organisation),
        ("person", model.Person),
        ("place", model.Place),
        ("product", model.Product),
    )
}


def _tagged(tree: dict[str, Any]) -> Any:
    return _PARTY[tree["type"]](tree)
