"""A mutant is put into the module that is imported, wherever what it changes has got to."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from support import REPO

sys.path.append(str(REPO / "tools"))
import breaking
from mutations import changes

SOURCE = '''"""A module."""
from functools import lru_cache

_MOST = 3
_TWICE = _MOST * 2


@lru_cache
def is_small(number):
    return number < _MOST


class Box:
    size = 5

    @property
    def half(self):
        return self.size / 2

    @staticmethod
    def twice(number):
        return number + _TWICE
'''
USER = "from broken_here.one import _TWICE, Box, is_small\n"


@pytest.fixture
def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    folder = tmp_path / "broken_here"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "one.py").write_text(SOURCE, encoding="utf-8")
    (folder / "two.py").write_text(USER, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(breaking, "PACKAGE", "broken_here")
    importlib.invalidate_caches()
    yield importlib.import_module("broken_here.one")
    for name in ("broken_here", "broken_here.one", "broken_here.two"):
        sys.modules.pop(name, None)


def put_in(what: str) -> None:
    tree = ast.parse(SOURCE)
    change = next(one for one in changes(tree) if one.what == what)
    change.apply()
    tree = ast.fix_missing_locations(tree)
    breaking.put_in(breaking.Broken("one.py", change.line, tree, change.apply))


def test_a_function_is_changed_where_others_hold_it_already(one: ModuleType) -> None:
    two = importlib.import_module("broken_here.two")
    put_in("number < _MOST → number <= _MOST")

    assert two.is_small is one.is_small
    assert one.is_small(3)


def test_a_property_and_a_static_method_are_changed_in_their_class(one: ModuleType) -> None:
    put_in("self.size / 2 → self.size * 2")
    put_in("number + _TWICE → number - _TWICE")

    assert one.Box().half == 10
    assert one.Box.twice(1) == -5


def test_a_constant_is_made_again_with_those_made_from_it_wherever_they_are(
    one: ModuleType,
) -> None:
    two = importlib.import_module("broken_here.two")
    put_in("3 → 4")

    assert (one._MOST, one._TWICE, two._TWICE) == (4, 8, 8)
    assert one.is_small(3)


def test_what_a_class_says_as_it_is_made_is_left_to_a_fresh_import(one: ModuleType) -> None:
    with pytest.raises(breaking.NotInPlaceError):
        put_in("5 → 6")


def test_whoever_imports_a_module_through_others_is_told(one: ModuleType) -> None:
    importlib.import_module("broken_here.two")
    found = breaking.importers("broken_here.one")

    assert {"broken_here.one", "broken_here.two"} == found
    assert {"broken_here.two"} == breaking.importers("broken_here.two")
