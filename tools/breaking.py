"""Put a mutant into a package that is imported already, and forget what the package remembers.

The mutated code is put into the functions that there are. What happens as a module is imported
cannot be put in: a statement of the module that makes a constant is run again, with those that use
it; for all that is left there is `Hook`, with which a module is imported anew.
"""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, Final

__all__ = [
    "PACKAGE",
    "Broken",
    "Hook",
    "NotInPlaceError",
    "forget",
    "importers",
    "of_package",
    "put_in",
    "tests_of",
]

PACKAGE: Final = "coopdata"


class NotInPlaceError(Exception):
    """The change is one of what runs at import."""


@dataclass(frozen=True)
class Broken:
    """A mutant as the session needs it: the module, the line, its tree, what changes that."""

    module: str
    line: int  # none is no change at all
    tree: ast.Module
    change: Callable[[], None]

    @property
    def name(self) -> str:
        """The module's name as it is imported."""
        parts = (PACKAGE, *Path(self.module).with_suffix("").parts)
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def forget(wanted: Callable[[str], bool], smallest: int) -> None:
    """Empty the caches of the modules that are wanted, if they may hold more than `smallest`."""
    for name, module in list(sys.modules.items()):
        if wanted(name):
            for one in list(vars(module).values()):
                clear = getattr(one, "cache_clear", None)
                if clear is not None and (one.cache_parameters()["maxsize"] or 9**9) > smallest:
                    clear()


def tests_of(root: Path) -> frozenset[str]:
    """Return the names of the modules that hold tests, and what those share."""
    folder = str(root / "tests")
    return frozenset(
        name
        for name, module in list(sys.modules.items())
        if str(getattr(module, "__file__", None)).startswith(folder)
    )


def of_package(name: str) -> bool:
    """Tell the package and its modules from others, by their name."""
    return name.partition(".")[0] == PACKAGE


def importers(name: str) -> frozenset[str]:
    """Return the modules that import one as they begin, or through others, and itself."""
    used: dict[str, set[str]] = defaultdict(set)
    for other, module in list(sys.modules.items()):
        if of_package(other) and getattr(module, "__file__", None):
            text = Path(str(module.__file__)).read_text(encoding="utf-8")
            package = module.__package__ or ""
            for node in ast.parse(text).body:
                if isinstance(node, ast.ImportFrom):
                    base = package.rsplit(".", node.level - 1)[0] if node.level else ""
                    source = ".".join(part for part in (base, node.module or "") if part)
                    used[source].add(other)
                    for alias in node.names:
                        used[f"{source}.{alias.name}"].add(other)
    found, open_ = {name}, [name]
    while open_:
        for other in used[open_.pop()] - found:
            found.add(other)
            open_.append(other)
    return frozenset(found)


# -- putting a mutant into what is imported -------------------------------------------------------


def put_in(broken: Broken) -> bool:
    """Change the module that is imported; raises `NotInPlaceError` where that cannot be done.

    Returns:
        Whether all is as a fresh import would have it: what others have made of a constant is not.
    """
    module = sys.modules[broken.name]
    path = str(module.__file__)
    whole = compile(Path(path).read_text(encoding="utf-8"), path, "exec")
    new = compile(broken.tree, path, "exec")
    changed = list(_changed(whole, new, ()))
    if changed:
        for names, code in changed:
            _function(module, names).__code__ = code
    else:
        _run_again(module, broken, path)
    return bool(changed)


def _changed(old: CodeType, new: CodeType, within: tuple[str, ...]) -> Iterator[Any]:
    """Yield the functions of a module whose code is another, each with its path of names."""
    olds = [one for one in old.co_consts if isinstance(one, CodeType)]
    news = [one for one in new.co_consts if isinstance(one, CodeType)]
    if len(olds) != len(news):
        raise NotInPlaceError
    for one, other in zip(olds, news, strict=True):
        if one == other:
            continue
        if one.co_flags & 0x02:  # CO_NEWLOCALS: a function, where a class's body is none
            if one.co_name.startswith("<"):
                raise NotInPlaceError
            yield (*within, one.co_name), other
        else:
            found = list(_changed(one, other, (*within, one.co_name)))
            if not found:
                raise NotInPlaceError
            yield from found


def _function(module: ModuleType, names: tuple[str, ...]) -> FunctionType:
    """Return the plain function under a path of names, bared of what decorates it."""
    found: Any = module
    for name in names:
        found = vars(found).get(name)
    while not isinstance(found, FunctionType):
        inner = next(
            (
                getattr(found, name)
                for name in ("__wrapped__", "__func__", "fget", "func")
                if getattr(found, name, None) is not None
            ),
            None,
        )
        if inner is None:
            raise NotInPlaceError
        found = inner
    while hasattr(found, "__wrapped__"):
        found = getattr(found, "__wrapped__")  # noqa: B009  # a function's type does not tell it
    if not isinstance(found, FunctionType):
        raise NotInPlaceError
    return found


def _run_again(module: ModuleType, broken: Broken, path: str) -> None:
    """Make a constant of a module anew, and those that are made from it, wherever they are."""
    names: set[str] = set()
    text = Path(path).read_text(encoding="utf-8")
    for old, new in zip(ast.parse(text).body, broken.tree.body, strict=True):
        at_import = list(_at_import(new))
        is_changed = ast.dump(old) != ast.dump(new)
        if not is_changed and names.isdisjoint(at_import):
            continue
        targets = _targets(new)
        if not targets:
            raise NotInPlaceError
        before = {name: vars(module)[name] for name in targets}
        code = compile(ast.Module([new], []), path, "exec", dont_inherit=True)
        exec(code, vars(module))
        names |= targets
        for name, was in before.items():
            for other in list(sys.modules.values()):
                if vars(other).get(name, other) is was:
                    setattr(other, name, vars(module)[name])
    if not names:
        raise NotInPlaceError


def _targets(node: ast.stmt) -> set[str]:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
    return set()


def _at_import(node: ast.AST) -> Iterator[str]:
    """Yield the names that a statement asks for as the module is imported."""
    for name, value in ast.iter_fields(node):
        if name == "annotation" or (name == "body" and isinstance(node, ast.FunctionDef)):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Load):
                yield child.id
            elif isinstance(child, ast.AST):
                yield from _at_import(child)


class Hook(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Hands out one module from code that is given."""

    def __init__(self, name: str, code: CodeType) -> None:
        self.name = name
        self.code = code

    def find_spec(self, fullname: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """Answer for the one module."""
        if fullname != self.name:
            return None
        is_package = self.code.co_filename.endswith("__init__.py")
        return importlib.util.spec_from_loader(fullname, self, is_package=is_package)

    def exec_module(self, module: ModuleType) -> None:
        """Run the code given."""
        exec(self.code, module.__dict__)
