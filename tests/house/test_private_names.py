"""No private name of another package is touched, save where it is told here why."""

from __future__ import annotations

import ast
from pathlib import Path

from support import PACKAGE

#: Where a package has no public way, and the name that is touched instead.
KNOWN = {
    ("dataset/__init__.py", "_thread"),  # what threading.RLock is; threading takes a millisecond
    ("_printing/measures.py", "_REGISTRY"),  # pint: the registry that a unit belongs to
    ("_printing/measures.py", "_units"),  # pint: the parts of a unit
    ("units/_pint.py", "_units"),  # pint: the names that a registry, made or lazy, defines
    ("units/_pint.py", "_convert"),  # pint: the one place through which every conversion goes
}
#: Methods of named tuples, which are public in spite of their names.
NAMED_TUPLE = {"_asdict", "_fields", "_make", "_replace"}
OWNED = {"self", "cls"}


def private(name: str) -> bool:
    """Tell whether a name is private."""
    return name.startswith("_") and not name.startswith("__")


def own_names(tree: ast.AST) -> set[str]:
    """Return the private names that a module makes itself: methods, functions, fields, targets."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found.add(node.attr)
    return found


def touched(path: Path) -> set[str]:
    """Return the private names that a module imports from, or touches on, what is not its own."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = own_names(tree)
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or "", *(alias.name for alias in node.names)]
        elif isinstance(node, ast.Attribute):
            is_super = isinstance(node.value, ast.Call) and ast.unparse(node.value) == "super()"
            is_own = node.attr in own and not is_super
            is_self = isinstance(node.value, ast.Name) and node.value.id in OWNED
            names = [] if is_own or is_self else [node.attr]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"getattr", "hasattr"}:
            names = [one.value for one in node.args[1:2] if isinstance(one, ast.Constant)]
        else:
            continue
        found.update(part for name in names for part in str(name).split(".") if private(part))
    return found - NAMED_TUPLE


def test_no_private_name_of_a_dependency_is_touched() -> None:
    found = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in touched(path)
    }

    assert set() == found - KNOWN


def test_a_private_name_is_seen_however_it_is_touched(tmp_path: Path) -> None:
    path = tmp_path / "one.py"
    path.write_text(
        "import pint._a\nfrom rich import _b\nfrom cattrs._c import d\n"
        "pint.x._e\ngetattr(pint, '_f')\nsuper()._g()\nself._mine\npair._replace(a=1)\n",
        encoding="utf-8",
    )

    assert {"_a", "_b", "_c", "_e", "_f", "_g"} == touched(path)


def test_hypothesis_is_used_by_its_public_names() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (PACKAGE / "strategies").glob("*.py")]

    assert texts
    assert not [text for text in texts if "hypothesis.internal" in text]
