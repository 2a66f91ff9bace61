"""What hypothesis' entry point calls: which strategy makes which type.

It stands apart from `coopdata.strategies`, because hypothesis calls it while it is itself being
imported, perhaps by that very module; the strategies are imported when one is first drawn from.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["register"]


def register() -> None:
    """Tell hypothesis which strategy makes which record."""
    from hypothesis import strategies as st

    from . import dataset, model, values

    made_by: dict[type, str] = {
        dataset.Dataset: "datasets",
        model.Article: "articles",
        model.Basis: "bases",
        model.Citation: "citations",
        model.Fact: "facts",
        model.Involvement: "involvements",
        model.Link: "links",
        model.Mention: "mentions",
        model.Name: "names",
        model.NameMention: "name_mentions",
        model.Organisation: "organisations",
        model.Party: "parties",
        model.Person: "persons",
        model.Place: "places",
        model.Product: "products",
        model.Support: "supports",
        model.Term: "terms",
        values.Measure: "measures",
        values.Period: "periods",
        values.Span: "spans",
    }

    def drawn(name: str) -> Any:
        return lambda _: getattr(import_module("coopdata.strategies"), name)()

    for record, name in made_by.items():
        st.register_type_strategy(record, drawn(name))
