"""Everything that ``seeds/`` compiles to: relative path inside the package's data → text.

The text is the same everywhere: keys are sorted, lines end in LF, no clock and no machine has a
say. Tables stand one entry a line, so that a change of one word is a change of one line.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from .. import _shipped, serde
from ..errors import SeedError
from ..formatting._compile import compile_printing
from ..formatting._labels_compile import compile_labels
from ..normalize._date_compile import compile_periods
from ..normalize._entities import compile_names
from ..normalize._lexicon_compile import compile_language
from ..units import UNITS
from ..units._compile import compile_units
from . import read
from ._layout import laid_out
from ._spelling import misspelled

__all__ = ["compiled"]

Tree = dict[str, Any]
Compile = Callable[..., Any]

#: seed files → the function that compiles one of them; the output keeps the folder's name
_TABLES: Final[tuple[tuple[str, Compile], ...]] = (
    ("units.toml", compile_units),
    ("names.toml", compile_names),
    ("languages/*.toml", compile_language),
    ("periods/*.toml", compile_periods),
    ("printing/*.toml", partial(compile_printing, units=UNITS)),
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
        files["articles.json"] = articles
    if problems:
        raise SeedError(folder.name, tuple(problems))
    files[_shipped.MANIFEST] = _shipped.manifest(
        {name: text.encode("utf-8") for name, text in files.items()}
    )
    return dict(sorted(files.items()))


def _tables(folder: Path, problems: list[str]) -> Iterator[tuple[str, str]]:
    for pattern, compile_one in _TABLES:
        for path in sorted(folder.glob(pattern)):
            name = path.relative_to(folder)
            try:
                text = path.read_text(encoding="utf-8")
                tree = tomllib.loads(text) if path.suffix == ".toml" else {"text": text}
                made = compile_one(tree, **_beside(path))
                wrong = tuple(misspelled(tree, _spelling(tree, path)))
            except (ValueError, KeyError, TypeError) as err:
                lines = str(err).splitlines() or [type(err).__name__]
                source = f"{folder.name}/{name.as_posix()}"
                problems.extend(f"{source} at {line}" for line in lines)
                continue
            problems.extend(f"{folder.name}/{name.as_posix()} at {line}" for line in wrong)
            yield name.with_suffix(".json").as_posix(), laid_out(made)


def _spelling(tree: Tree, path: Path) -> Tree:
    """Return what a seed file says of spelling, or else the word list of its language."""
    if "spelling" in tree:
        return dict(tree["spelling"])
    words = path.parent.parent / "languages" / path.name
    listed = tomllib.loads(words.read_text(encoding="utf-8")) if words.is_file() else {}
    return dict(listed.get("spelling", {}))


def _beside(path: Path) -> Tree:
    """Return what the compiler of a language's words is given besides: what is printed in it."""
    printing = path.parent.parent / "printing" / path.name
    if path.parent.name != "languages" or not printing.is_file():
        return {}
    tree = tomllib.loads(printing.read_text(encoding="utf-8"))
    return {"printing": compile_printing(tree, UNITS)}
