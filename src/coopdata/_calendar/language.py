"""The period patterns of one language, loaded from the package's data."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, NamedTuple

from .. import _shipped
from .._lexicon.dictionary import Table
from .._lexicon.language import language_of
from ..cldr import data
from .machine import Found, Names, Node, NumberField

__all__ = ["Lexicon", "Rule", "lexicon", "openers", "phrases_after", "phrases_before"]

_LANGUAGES: Final = _shipped.languages("periods")
_QUOTED: Final = re.compile(r"'[^']*'")
_WORD: Final = re.compile(r"[^\W\d_]{1,64}").match
_APOSTROPHES: Final = frozenset("'\u2019\u02bc\u02bb\u2018`")
# What a character of a pattern may be written as.
_VARIANTS: Final = {
    "-": "-‐‑‒–—−－",
    "'": "'’ʼ‘ʻ`",
    "~": "~～〜∼",
    "/": "/／",
    ".": ".．",
    "（": "(（",
    "）": ")）",
}


class Rule(NamedTuple):
    """What is common to the patterns of one entry of the language file."""

    name: str
    needs: str
    minor: bool
    beyond: bool


class Lexicon(NamedTuple):
    """One language's machine and the tables around it.

    Attributes:
        language: The language, as the name of its file.
        root: The machine's first node.
        names: The words of the patterns, with their values by class.
        words: Whether words end where letters end; else they are matched by length.
        rules: What the final nodes refer to.
        triggers: Folded words at which a period can begin.
        chars: Every character that stands in a pattern for itself.
        before: Phrases before a period, and what they do.
        after: Phrases behind a period, and what they do.
        cased: Words that are also common words, so that they need a capital letter.
        tables: The lists that the language file keeps for special questions.
        day_first: Whether `05/12/2017` begins with the day.
    """

    language: str
    root: Node
    names: Names
    words: bool
    rules: tuple[Rule, ...]
    triggers: frozenset[str]
    chars: frozenset[str]
    before: Table
    after: Table
    cased: frozenset[str]
    tables: dict[str, Any]
    day_first: bool

    def names_at(self, text: str, pos: int) -> list[Found]:
        """Return the names that begin at `pos`: whole words, where the language has words."""
        if not self.words:
            return self.names.at(text, pos)
        run = _WORD(text, pos)
        if run is None:
            return []
        end = run.end()
        found: list[Found] = []
        table = self.names.table
        word, behind = run.group(), text[end : end + 1]
        if behind in _APOSTROPHES:
            rest = _WORD(text, end + 1)  # "п'ятого" is one word, "May's" is two
            entry = None if rest is None else table.get(f"{word}'{rest.group()}")
            if rest is not None and entry is not None:
                found.append((rest.end(), entry))
        elif behind == ".":
            entry = table.get(f"{word}.")
            if entry is not None:
                found.append((end + 1, entry))
        entry = table.get(word)
        if entry is not None:
            found.append((end, entry))
        return found


@lru_cache(maxsize=64)
def lexicon(locale: str) -> Lexicon | None:
    """Return the patterns of the language of a canonical locale id, or `None` if it has none."""
    language = language_of(locale)
    return _loaded(language, _is_day_first(locale)) if language in _LANGUAGES else None


def _is_day_first(locale: str) -> bool:
    """Tell whether days stand before months where a slash parts them.

    The short date says it, or where that begins with the year and has no slash ("2017-05-12" in
    Canada) the numbers that CLDR prints with one.
    """
    short = data(locale).tree("date_formats", "short")
    skeletons = data(locale).tree("datetime_skeletons")
    printed = [short, *(skeletons[name] for name in ("yMd", "Md") if name in skeletons)]
    bare = [_QUOTED.sub("", one.pattern) for one in printed]
    telling = next((one for one in bare if "/" in one), bare[0])
    letters = [letter for letter in telling if letter in "dML"]
    return letters.index("d") == 0


@lru_cache(maxsize=16)
def _loaded(language: str, day_first: bool) -> Lexicon:
    tree = _shipped.tree(f"periods/{language}.json")
    root = _nodes(tree["nodes"])
    kinds_first = {kind for node in _at_once(root) for kind in (node.names or {})}
    first = [name for name, kinds in tree["names"].items() if kinds.keys() & kinds_first]
    return Lexicon(
        language=language,
        root=root,
        names=Names({name: _values(kinds) for name, kinds in tree["names"].items()}),
        words=tree["spaced"],
        rules=tuple(
            Rule(
                rule["why"],
                rule.get("needs", ""),
                rule.get("minor", False),
                rule.get("beyond", False),
            )
            for rule in tree["rules"]
        ),
        triggers=frozenset(name.rstrip(".") for name in first),
        chars=frozenset(char for row in tree["nodes"] for char in row[1] or ()),
        before=Table(tree["before"]),
        after=Table(tree["after"]),
        cased=frozenset(tree["cased"]),
        tables={key: tree[key] for key in ("bare", "ranges", "sense", "unless")},
        day_first=day_first,
    )


def _at_once(node: Node) -> list[Node]:
    """Return the nodes that are reached without consuming anything."""
    implied = [target for _, _, target in node.implied or ()]
    return [node, *(inner for target in implied for inner in _at_once(target))]


def _values(kinds: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {kind: tuple(values) for kind, values in kinds.items()}


def _nodes(rows: list[list[Any]]) -> Node:
    """Turn the rows of the data file into nodes and return the root, which stands last."""
    nodes = [Node() for _ in rows]
    for node, (final, literals, numbers, names, space, implied) in zip(nodes, rows, strict=True):
        node.final = tuple(final) if final else None
        if literals:
            node.literals = {
                variant: [(variant, nodes[target])]
                for char, target in literals.items()
                for variant in _VARIANTS.get(char) or str(char)
            }
        for tag, low, high, target in numbers or ():
            node.add_number(NumberField(tag, low, high, False, False, nodes[target]))
        if names:
            node.names = {
                kind: [(tag, nodes[target]) for tag, target in edges]
                for kind, edges in names.items()
            }
        node.space = None if space is None else nodes[space]
        if implied:
            node.implied = [(tag, value, nodes[target]) for tag, value, target in implied]
    return nodes[-1]


def openers(own: Lexicon) -> dict[str, frozenset[str] | None]:
    """Return the words with which periods begin, each with the words of which one must follow.

    "a" opens "a year earlier", and every other "a" of a text need not be looked at. `None` stands
    where a period may go on with anything.
    """
    if not own.words:
        literals = {each for node in _at_once(own.root) for each in node.literals or ()}
        return dict.fromkeys([*own.triggers, *sorted(filter(str.isalpha, literals))])
    by_kind: dict[str, set[str]] = {}
    for name, found in own.names.table.items():
        for kind in found:
            by_kind.setdefault(kind, set()).add(name.rstrip("."))
    starts = _at_once(own.root)
    table = own.names.table
    kinds_of = {
        word: frozenset({*table.get(word, ()), *table.get(f"{word}.", ())}) for word in own.triggers
    }
    seconds = {kinds: _seconds(kinds, starts, by_kind) for kinds in {*kinds_of.values()}}
    return {word: seconds[kinds] for word, kinds in kinds_of.items()}


def _seconds(
    kinds: frozenset[str], starts: list[Node], by_kind: dict[str, set[str]]
) -> frozenset[str] | None:
    """Return the words of which one must follow one of these kinds; `None` where anything may."""
    behind = [
        node
        for start in starts
        for kind in kinds & (start.names or {}).keys()
        for _, target in (start.names or {})[kind]
        for node in _at_once(target)
    ]
    if any(node.final is not None or node.literals or node.numbers for node in behind):
        return None
    following = [each for node in behind if node.space for each in _at_once(node.space)]
    if any(node.literals or node.numbers for node in following):
        return None
    words = {name for node in following for kind in node.names or () for name in by_kind[kind]}
    return frozenset(words) or None


def phrases_before(own: Lexicon, lowered: str, pos: int) -> list[tuple[str, int]]:
    """Return what the phrases before `pos` do and where each begins, the nearest first."""
    found: list[tuple[str, int]] = []
    while len(found) < 4:
        end = pos
        while end > 0 and pos - end < 3 and lowered[end - 1].isspace() and lowered[end - 1] != "\n":
            end -= 1
        hit = own.before.before(lowered, end)
        if hit is None:
            break
        pos, rows = hit
        found.append((rows[0][0], pos))
    return found


def phrases_after(own: Lexicon, lowered: str, pos: int) -> list[tuple[str, int]]:
    """Return what the phrases behind `pos` do and where each ends, the nearest first."""
    found: list[tuple[str, int]] = []
    while len(found) < 3:
        hit = own.after.at(lowered, pos)
        if hit is None:
            break
        pos, rows = hit
        found.append((rows[0][0], pos))
    return found
