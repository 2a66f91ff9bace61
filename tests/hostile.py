"""What several test files throw at the package: hostile text, and trees with something wrong."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

#: What acts on a terminal, turns reading around, is a formula or markup, or cannot be written.
PIECES = (
    "\x1b[2J",
    "\x1b]0;title\x07",
    "\x9b31m",
    "\x7f",
    "\0",
    "\r",
    "\r\n",
    "\n",
    "\t",
    "\x85",
    "\u202e",
    "\u2066",
    "\u2069",
    "\ud800",
    "\udcff",
    "=1+1",
    "@SUM(A1)",
    "-5 km",
    "'",
    '"',
    "<script>",
    "[bold]",
    "{}",
    "{",
    "}",
    "\\",
    "%&$#_~^",
    "5 km",
    "€",
    "漢字",
    "🚜",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=6).map("".join)

#: What stands where something else was expected.
ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    10**30,
    1.5,
    "",
    "x",
    "\x1b\ud800",
    "x" * 5000,
    [],
    [[]],
    [None],
    ["x", "x"],
    {},
    {"": {}},
    {"type": "fact"},
    {"type": []},
)


def paths(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every part of a tree, the whole first."""
    yield path
    if isinstance(tree, dict):
        for name, inner in tree.items():
            yield from paths(inner, (*path, name))
    elif isinstance(tree, list):
        for number, inner in enumerate(tree):
            yield from paths(inner, (*path, number))


def part(tree: Any, path: tuple[Any, ...]) -> Any:
    """Return the part of a tree at a path."""
    for step in path:
        tree = tree[step]
    return tree


def damaged(tree: Any, path: tuple[Any, ...], how: Any) -> Any:
    """Return a copy of a tree in which the part at `path` is missing, doubled, or something else.

    Args:
        tree: Dicts, lists and what is in them.
        path: Where.
        how: ``"missing"``, ``"more"``, or what to put there in a list of one.
    """
    if not path:
        return how[0] if isinstance(how, list) else tree
    tree = copy.deepcopy(tree)
    around, last = part(tree, path[:-1]), path[-1]
    if how == "missing":
        del around[last]
    elif how == "more" and isinstance(around, list):
        around.insert(last, copy.deepcopy(around[last]))
    elif how == "more":
        around["more"] = copy.deepcopy(around[last])
    else:
        around[last] = how[0]
    return tree


def damages(tree: Any) -> st.SearchStrategy[Any]:
    """Return copies of a tree with one or two things wrong in it."""
    how = st.sampled_from(["missing", "more", *([one] for one in ODD)])

    def once(one: Any) -> st.SearchStrategy[Any]:
        return st.builds(damaged, st.just(one), st.sampled_from([*paths(one)]), how)

    return once(tree) | once(tree).flatmap(once)


def toml(tree: Any) -> str:
    """Return a tree as TOML, one line for each name; what TOML has no word for is left out."""
    assert isinstance(tree, dict)
    return "".join(
        f"{_toml(name)} = {_toml(one)}\n" for name, one in tree.items() if one is not None
    )


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        inner = (f"{_toml(name)} = {_toml(one)}" for name, one in value.items() if one is not None)
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, list):
        return f"[{', '.join(_toml(one) for one in value if one is not None)}]"
    if isinstance(value, str):
        return json.dumps(value.encode("utf-8", "ignore").decode(), ensure_ascii=True)
    return json.dumps(value)
