"""A layer of somebody's own words above the dictionary of a locale."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any, Final

from attrs import evolve, frozen

from .._lexicon.dictionary import Row, Rows, Table
from .._lexicon.language import Lexicon, Openers

__all__ = ["Layer", "added", "clashes", "doubled"]

_TABLES: Final = ("numerals", "after", "before")
_CHANGES: Final = ("change", "change_noun")
#: So many forms of an entry are named.
_SHOWN: Final = 3


@frozen(kw_only=True, eq=False)
class Layer:
    """What a list adds to the words of its language.

    Attributes:
        tables: By table and form, what the form stands for.
        openers: First words of the forms with which a number can begin.
        replaced: The forms that it takes from the shipped list.
    """

    tables: Mapping[str, Mapping[str, Rows]]
    openers: Openers
    replaced: frozenset[str]

    @staticmethod
    def of(tree: Mapping[str, Any], replaced: frozenset[str]) -> Layer:
        """Return the layer of a compiled list."""
        openers = tree["openers"]
        return Layer(
            tables={name: Table(tree[name]).rows for name in _TABLES},
            openers={
                **dict.fromkeys(openers["alone"]),
                **{word: frozenset(them) for word, them in openers["leading"].items()},
            },
            replaced=replaced,
        )

    def joined(self, other: Layer, note: Callable[[str], None]) -> Layer:
        """Return both layers as one; note the forms of which they say different things."""
        tables: dict[str, Mapping[str, Rows]] = {}
        for name in _TABLES:
            mine, theirs = self.tables[name], other.tables[name]
            for form in sorted(mine.keys() & theirs.keys()):
                if mine[form] != theirs[form]:
                    note(
                        f"{form!r} is {_said(theirs[form])} here and {_said(mine[form])} elsewhere"
                    )
            tables[name] = {**mine, **theirs}
        return Layer(
            tables=tables,
            openers=_opened(self.openers, other.openers),
            replaced=self.replaced | other.replaced,
        )


def doubled(layer: Layer) -> Iterator[str]:
    """Yield each form of a layer that means two things of one class in it."""
    for table in layer.tables.values():
        for form, rows in table.items():
            kinds = [kind for kind, _ in rows]
            if len(set(kinds)) < len(kinds):
                yield f"{form!r} is {_said(rows)}; write one row, with | between what it may mean"


def clashes(lex: Lexicon, layer: Layer) -> Iterator[str]:
    """Yield the forms of a layer that mean something else already."""
    for name in _TABLES:
        known = _table(lex, name).rows
        taken: dict[tuple[Rows, Rows], list[str]] = {}
        for form, rows in layer.tables[name].items():
            there = known.get(form)
            if there is not None and form not in layer.replaced and not {*rows} <= {*there}:
                taken.setdefault((rows, there), []).append(form)
        for (rows, there), forms in taken.items():
            yield (
                f"{_listed(forms)} for {_said(rows)} here and for {_said(there)} in the shipped "
                "list; list them under replaces, or strike them"
            )


def added(lex: Lexicon, layer: Layer) -> Lexicon:
    """Return a dictionary with a layer above it."""
    tables: dict[str, Table] = {}
    disputed = set(lex.disputed)
    taken: set[str] = set()
    for name in _TABLES:
        table = _table(lex, name)
        rows: dict[str, Rows] = {}
        for form, said in layer.tables[name].items():
            there = table.rows.get(form)
            if there is None:
                rows[form] = said
            elif form in layer.replaced or not {*said} <= {*there}:  # what a region alone has
                rows[form] = said
                taken.add(form)
                disputed.update(unit for kind, unit in there if kind == "unit")
        tables[name] = table.over(rows)
    changes = {
        form.partition(" ")[0]
        for form, rows in layer.tables["before"].items()
        if any(kind in _CHANGES for kind, _ in rows)
    }
    return evolve(
        lex,
        numerals=tables["numerals"],
        after=tables["after"],
        before=tables["before"],
        changes=lex.changes | changes,
        openers=_opened(lex.openers, layer.openers),
        disputed=frozenset(disputed),
        cased_after=_without(lex.cased_after, taken),
        cased_before=_without(lex.cased_before, taken),
        touching=_without(lex.touching, taken),
    )


def _table(lex: Lexicon, name: str) -> Table:
    found: Table = getattr(lex, name)
    return found


def _without(by_form: Mapping[str, Any], taken: Set[str]) -> dict[str, Any]:
    """Return what forms say in one case or another, without those that are taken."""
    return {form: said for form, said in by_form.items() if form not in taken}


def _opened(openers: Openers, more: Openers) -> Openers:
    """Return the first words of both; a word that may stand alone needs no other."""
    both = {**openers, **more}
    for word in openers.keys() & more.keys():
        mine, theirs = openers[word], more[word]
        both[word] = None if mine is None or theirs is None else mine | theirs
    return both


def _listed(forms: list[str]) -> str:
    """Return some of the forms of an entry, and how many there are besides."""
    shown = sorted(forms)[:_SHOWN]
    rest = f"{len(forms) - len(shown)} more" if len(forms) > len(shown) else repr(shown.pop())
    return f"{', '.join(map(repr, shown))} and {rest} stand" if shown else f"{rest} stands"


def _said(rows: tuple[Row, ...]) -> str:
    return " and ".join(f"{kind} {payload!r}" if payload else kind for kind, payload in rows)
