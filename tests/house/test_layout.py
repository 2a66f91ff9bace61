"""What the seeds compile to can be reviewed: a changed word is a changed line."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from coopdata._wordlists.languages import compile_language
from coopdata.seeds._layout import LINE, laid_out

SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=40)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=20), inner),
    max_leaves=60,
)


def is_one_entry(line: str) -> bool:
    """Tell whether a line is short, or one scalar, with its key or without."""
    bare = line.removesuffix(",")
    if len(bare) <= LINE:
        return True
    try:
        one = json.loads(bare)
    except ValueError:
        ((_, one),) = json.loads(f"{{{bare}}}").items()
    return not isinstance(one, (dict, list))


@given(tree=TREES)
@example(tree={"a": ["b" * 60] * 2, "c": {"d" * 60: "e" * 60, "f": []}})
def test_a_tree_that_is_laid_out_is_read_back(tree: Any) -> None:
    assert tree == json.loads(laid_out(tree))


@given(tree=TREES)
@example(tree=[["b" * 60] * 2, {"a": {"d" * 60: "e" * 60}}])
def test_a_long_line_holds_one_entry(tree: Any) -> None:
    lines = laid_out(tree).split("\n")

    # what is opened or closed by a line alone is a table, laid out itself
    assert all(is_one_entry(line) for line in lines if not line.endswith(("{", "[")))


def test_every_shipped_table_stands_one_entry_a_line(repo: Path) -> None:
    data = repo / "src" / "coopdata" / "data"
    tables = {path for path in data.rglob("*.json") if path != data / "articles.json"}
    long = [
        f"{path.name}: {line[:80]}"
        for path in sorted(tables)
        for line in path.read_text(encoding="utf-8").split("\n")
        if not line.endswith(("{", "[")) and not is_one_entry(line)
    ]

    assert tables
    assert [] == long


def test_another_word_in_a_word_list_is_another_line(repo: Path) -> None:
    source = tomllib.loads((repo / "seeds/languages/ru.toml").read_text(encoding="utf-8"))
    before = laid_out(compile_language(source)).split("\n")
    source["counted"]["truck"].append("аутовоз")
    after = laid_out(compile_language(source)).split("\n")

    assert '"аутовоз",' in after
    after.remove('"аутовоз",')
    assert before == after
