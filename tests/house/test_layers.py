"""The table in docs/explanation/layers.md, held against what the modules really import."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from support import PACKAGE, REPO

PAGE = (REPO / "docs/explanation/layers.md").read_text(encoding="utf-8")
ROW = {name: int(row) for row, name in re.findall(r"^\| (-?\d+) \| `(\w+)` \|", PAGE, re.MULTILINE)}

# Methods of a record that hand over to a later layer (`measure.format(...)`): they import where
# they are called, never when the module loads.
HANDED_OVER = set(re.findall(r"^\| `(\w+)` \| `(\w+)` \|", PAGE, re.MULTILINE))


@frozen
class Import:
    """One import of one coopdata module by another."""

    importer: str
    imported: str
    line: int
    deferred: bool


def part_of(module: str) -> str:
    """Return the row's name of a dotted module inside the package."""
    return module.split(".")[0] or "__init__"


def dotted(path: Path) -> str:
    """Return a file's module name, relative to the package."""
    names = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(names[:-1] if len(names) > 1 and names[-1] == "__init__" else names)


def targets(node: ast.Import | ast.ImportFrom, path: Path) -> Iterator[str]:
    """Yield the modules of the package that one statement imports, relative to it."""
    if isinstance(node, ast.Import):
        full = [alias.name for alias in node.names]
    else:
        package = ["coopdata", *path.relative_to(PACKAGE).parts[:-1]]
        base = package[: len(package) - node.level + 1] if node.level else []
        stem = ".".join([*base, *([node.module] if node.module else [])])
        whole = stem == "coopdata"
        full = [f"{stem}.{alias.name}" for alias in node.names] if whole else [stem]
    for name in full:
        first, _, rest = name.partition(".")
        if first == "coopdata":
            yield rest if part_of(rest) in ROW else "__init__"


def is_type_checking(node: ast.AST) -> bool:
    """Return whether the node is an ``if TYPE_CHECKING:``."""
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def imports(path: Path) -> Iterator[Import]:
    """Yield every import of the package's own modules in one file."""

    def walk(node: ast.AST, deferred: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import | ast.ImportFrom):
                for name in targets(child, path):
                    yield Import(part_of(dotted(path)), part_of(name), child.lineno, deferred)
            inner = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from walk(child, deferred or inner or is_type_checking(child))

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), deferred=False)


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=dotted)
def test_every_module_has_its_row(path: Path) -> None:
    assert part_of(dotted(path)) in ROW, "add the module to the table of layers"


@pytest.mark.parametrize("path", FILES, ids=dotted)
def test_a_module_imports_only_from_the_rows_above_its_own(path: Path) -> None:
    astray = [
        f"{path.name}:{one.line} imports {one.imported}"
        for one in imports(path)
        if one.imported != one.importer
        and ROW[one.imported] >= ROW.get(one.importer, -1)
        and not (one.deferred and (one.importer, one.imported) in HANDED_OVER)
    ]

    assert [] == astray


def test_the_page_has_both_tables() -> None:
    assert {"errors": 0, "__main__": 20}.items() <= ROW.items()
    assert ("values", "formatting") in HANDED_OVER


def test_the_reader_of_imports_sees_all_forms(tmp_path: Path) -> None:
    source = PACKAGE / "normalize" / "imaginary.py"
    tree = ast.parse(
        "import coopdata\n"
        "import coopdata.model\n"
        "from coopdata import units, load\n"
        "from coopdata.values import Measure\n"
        "from . import number\n"
        "from .. import cldr\n"
        "from ..errors import CoopdataError\n"
        "import json\n"
    )
    found = [
        part_of(name)
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in targets(node, source)
    ]

    expected = ["__init__", "model", "units", "__init__", "values", "normalize", "cldr", "errors"]
    assert expected == found


def test_a_row_of_the_table_is_a_module_that_exists() -> None:
    parts = {part_of(dotted(path)) for path in FILES}

    assert set(ROW) - {"__init__"} <= parts


@pytest.mark.parametrize("path", FILES, ids=dotted)
def test_a_private_module_is_imported_inside_its_own_package_only(path: Path) -> None:
    own = part_of(dotted(path))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {name for node in nodes for name in named(node, path)}
    foreign = {
        (own, name)
        for name in names
        if part_of(name) != own and name.partition(".")[2].startswith("_")
    }

    assert set() == foreign


def named(node: ast.Import | ast.ImportFrom, path: Path) -> Iterator[str]:
    """Yield the modules that one statement names, those that it takes from a package included."""
    modules = {dotted(each) for each in FILES}
    for stem in targets(node, path):
        yield stem
        yield from (f"{stem}.{one.name}" for one in node.names if f"{stem}.{one.name}" in modules)
