"""Everything that ``seeds/`` compiles to: relative path inside the package's data → text.

The text is the same everywhere: keys are sorted, lines end in LF, no clock and no machine has a
say. Word tables stand one entry a line, so that a change of one word is a change of one line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from .. import serde
from ..errors import SeedError
from ..formatting._compile import compile_printing
from ..formatting._labels_compile import compile_labels
from ..normalize._date_compile import compile_periods
from ..normalize._entities import compile_names
from ..normalize._lexicon_compile import compile_language
from ..units import UNITS
from ..units._compile import compile_units
from . import read
from ._forms import FORMS
from ._notes import Notes, in_form, text_of, tree_of

__all__ = ["compiled"]

Tree = dict[str, Any]
Compile = Callable[..., Any]

#: seed files → the function that compiles one of them; the output keeps the folder's name.
#: What is printed in a language stands before its words, which take it up.
_TABLES: Final[tuple[tuple[str, Compile], ...]] = (
    ("units.toml", compile_units),
    ("names.toml", compile_names),
    ("printing/*.toml", partial(compile_printing, units=UNITS)),
    ("languages/*.toml", compile_language),
    ("periods/*.toml", compile_periods),
    ("labels/*.po", compile_labels),
)


def compiled(folder: Path) -> dict[str, str]:
    """Return every file that the seeds in `folder` compile to.

    Raises:
        SeedError: Anything in any seed file is wrong; `problems` names all of it.
    """
    problems: list[str] = []
    files = dict(_tables(folder, problems))
    try:
        articles = serde.to_json(read(folder))
    except SeedError as err:
        problems.extend(err.problems)
    else:
        digest = hashlib.sha256(articles.encode("utf-8")).hexdigest()
        files["articles.json"] = articles
        files["articles.sha256"] = f"{digest}  articles.json\n"
    if problems:
        raise SeedError(folder.name, tuple(problems))
    return dict(sorted(files.items()))


def _tables(folder: Path, problems: list[str]) -> Iterator[tuple[str, str]]:
    printing: Tree = {}
    for pattern, compile_one in _TABLES:
        kind = pattern.partition("/")[0]
        for path in sorted(folder.glob(pattern)):
            name = path.relative_to(folder)
            notes = Notes(f"{folder.name}/{name.as_posix()}", problems)
            tree = _tree(path, kind, notes)
            if tree is None:
                continue
            beside = {"printing": printing.get(path.stem)} if kind == "languages" else {}
            try:
                made = compile_one(tree, **beside)
            except (ValueError, TypeError, LookupError, ArithmeticError) as err:
                words = f"no entry is named {err}" if isinstance(err, KeyError) else str(err)
                lines = words.splitlines() or [type(err).__name__]
                problems.extend(f"{notes.source} at {line}" for line in lines)
                continue
            if kind == "printing":
                printing[path.stem] = made
            yield name.with_suffix(".json").as_posix(), _text(made)


def _tree(path: Path, kind: str, notes: Notes) -> Tree | None:
    """Return what a file of tables holds, in its form; a catalogue of labels is a text."""
    if kind in FORMS:
        tree = tree_of(path, notes)
        return None if tree is None or in_form(tree, FORMS[kind], notes) is None else tree
    text = text_of(path, notes)
    return None if text is None else {"text": text}


def _text(tree: Tree) -> str:
    """Return JSON with one line for each entry of each table."""
    tables = [f"{_compact(name)}: {_table(tree[name])}" for name in sorted(tree)]
    return "{\n" + ",\n".join(tables) + "\n}\n"


def _table(table: Any) -> str:
    if isinstance(table, dict) and table:
        rows = [f"{_compact(name)}: {_compact(table[name])}" for name in sorted(table)]
        return "{\n" + ",\n".join(rows) + "\n}"
    if isinstance(table, list) and table:
        return "[\n" + ",\n".join(map(_compact, table)) + "\n]"
    return _compact(table)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
