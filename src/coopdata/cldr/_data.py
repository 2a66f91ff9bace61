"""The installed Babel's locale data, read without growing Babel's own cache.

`babel.localedata.load` keeps every locale it ever loaded, about 180 MB for all of them, and merges
every section of a locale with its parents whether it is wanted or not. Here the files are read one
by one into a small cache, and a section is merged when it is first asked for. Nothing is written
into the shared tree, so what one locale resolves cannot leak into another.
"""

from __future__ import annotations

import pickle
import re
import threading
import warnings
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

import babel
from babel import localedata
from babel.core import get_global, parse_locale

from ..errors import UnsupportedVersionError, UntriedVersionWarning
from ._exceptions import RENAMED_UNITS
from ._shapes import is_read, misfit

__all__ = ["LOCK", "LocaleData", "data", "file_ids"]

Tree = dict[Any, Any]

#: Held while a table is read or inverted, so that it is done once however many threads ask.
LOCK: Final = threading.RLock()
#: The newest Babel that the whole suite was run with; `pyproject.toml` allows no newer minor.
NEWEST_TRIED: Final = (2, 19)
_OF_UNITS: Final = frozenset({"unit_patterns", "unit_display_names"})
_TEXT: Final = frozenset({str})
_FILES_KEPT: Final = 12
_LONGEST_CHAIN: Final = 16  # aliases that name aliases; CLDR has at most three in a row


@lru_cache(maxsize=1)
def file_ids() -> frozenset[str]:
    """Return the identifiers of all locales that the installed Babel has."""
    return frozenset(localedata.locale_identifiers())


@lru_cache(maxsize=_FILES_KEPT)
def _file(name: str) -> Tree:
    """Return one data file, unmerged."""
    _warn_if_untried()
    try:
        path = localedata.resolve_locale_filename(name)
        with open(path, "rb") as stream:
            tree: Tree = pickle.load(stream)
    except (AttributeError, OSError, pickle.UnpicklingError, EOFError, ImportError) as err:
        raise _unsupported(f"the data file of {name!r}") from err
    if not isinstance(tree, dict):
        raise _unsupported(f"the data file of {name!r}")
    return tree


@lru_cache(maxsize=1)
def _warn_if_untried() -> None:
    """Warn, once a process, where Babel is newer than any that the suite was run with."""
    version = tuple(map(int, re.findall(r"\d+", babel.__version__)[:2]))
    if version > NEWEST_TRIED:
        newest = ".".join(map(str, NEWEST_TRIED))
        warnings.warn(UntriedVersionWarning("babel", babel.__version__, newest), stacklevel=2)


def _unsupported(what: str) -> UnsupportedVersionError:
    return UnsupportedVersionError("babel", babel.__version__, what)


@lru_cache(maxsize=1)
def _root() -> Tree:
    return _file.__wrapped__("root")


def _parent(name: str) -> str:
    """Return the locale that `name` inherits from, as CLDR's rules and exceptions have it."""
    exception = get_global("parent_exceptions").get(name)
    if exception:
        return str(exception)
    shorter, _, _ = name.rpartition("_")
    if not shorter or _has_unlikely_script(name):
        return "root"
    return shorter


def _has_unlikely_script(name: str) -> bool:
    language, territory, script, variant, *rest = parse_locale(name)
    if not script or territory or variant or any(rest):
        return False
    likely = get_global("likely_subtags").get(language, "")
    return bool(likely) and script != parse_locale(likely)[2]


@lru_cache(maxsize=2048)
def chain(name: str) -> tuple[str, ...]:
    """Return the files that make up a locale, from ``"root"`` to itself."""
    if name == "root":
        return ("root",)
    return (*chain(_parent(name)), name)


class LocaleData(Mapping[Any, Any]):
    """One locale's data: a mapping whose sections are merged and resolved when first asked for.

    CLDR says "as in the short form" by an alias. Here every alias is followed when its section is
    first asked for: nobody who reads a `LocaleData` meets one.
    """

    __slots__ = ("_files", "_merged", "_names", "_sections")

    def __init__(self, name: str) -> None:
        self._names = chain(name)
        self._files = tuple(_root() if each == "root" else _file(each) for each in self._names)
        self._merged: Tree = {}
        self._sections: Tree = {}

    @property
    def name(self) -> str:
        """The canonical id of the locale."""
        return self._names[-1]

    def __getitem__(self, key: str) -> Any:
        if key not in self._sections:
            try:
                section = self._resolved(self._section(key))
            except (AttributeError, TypeError, ValueError) as err:
                raise _unsupported(f"the section {key!r} of {self.name!r}") from err
            if key in _OF_UNITS and not RENAMED_UNITS.keys().isdisjoint(section):
                section = {RENAMED_UNITS.get(name, name): row for name, row in section.items()}
            wrong = misfit(key, section)
            if wrong:
                raise _unsupported(f"{wrong} of {self.name!r}")
            self._sections[key] = section
        return self._sections[key]

    def __iter__(self) -> Iterator[str]:
        return iter({key: None for tree in self._files for key in tree})

    def __len__(self) -> int:
        return len({key for tree in self._files for key in tree})

    def owner(self, key: str) -> str:
        """Return the last locale of the chain that states anything in section `key`.

        Two locales with the same owner have the same section, so they can share what is made
        of it.
        """
        stated = (name for name, tree in zip(self._names, self._files, strict=True) if key in tree)
        return next(reversed([*stated]), "")

    def stated(self, key: str) -> Iterator[Tree]:
        """Yield what each locale of the chain itself states in section `key`, the nearest first.

        What it only refers to is left out.
        """
        for tree in reversed(self._files):
            if key in tree:
                yield {each: node for each, node in tree[key].items() if not _is_alias(node)}

    def tree(self, *path: Any) -> Any:
        """Return what stands at `path`; an empty dict where nothing does."""
        node: Any = self
        for key in path:
            try:
                node = node[key]
            except (KeyError, TypeError):
                return {}
        return node

    def items_at(self, *path: Any) -> Iterator[tuple[Any, Any]]:
        """Yield the keys and values at `path`."""
        yield from self.tree(*path).items()

    # ------------------------------------------------------------------- merging and resolving

    def _section(self, key: str) -> Any:
        """Return a section merged from the whole chain, its aliases as they are."""
        if key not in self._merged:
            found = [tree[key] for tree in self._files if key in tree]
            if not found and is_read(key):
                raise _unsupported(f"the section {key!r}")
            if not found:
                raise KeyError(key)
            section = found[0]
            if not isinstance(section, dict):
                section = found[-1]
            elif len(found) > 1:
                section = section.copy()
                for other in found[1:]:
                    localedata.merge(section, other)
            self._merged[key] = section
        return self._merged[key]

    def _resolved(self, node: Any, depth: int = 0) -> Any:
        """Return a node without aliases; itself where it has none, for locales share their data."""
        if depth > _LONGEST_CHAIN:
            raise _unsupported(f"a circle of aliases in {self.name!r}")
        if isinstance(node, localedata.Alias):
            return self._resolved(self._at(node.keys), depth + 1)
        if _is_alias(node):  # an alias and what overrides parts of it
            alias, overrides = node
            whole = dict(self._resolved(alias, depth + 1))
            localedata.merge(whole, overrides)
            return self._resolved(whole, depth + 1)
        if isinstance(node, dict):
            if _TEXT.issuperset(map(type, node.values())):
                return node
            made = {key: self._resolved(value, depth) for key, value in node.items()}
            same = all(made[key] is value for key, value in node.items())
            return node if same else made
        return node

    def _at(self, path: tuple[Any, ...]) -> Any:
        """Return what an alias names; an empty dict where nothing does."""
        try:
            node = self._section(path[0])
            for nth, key in enumerate(path[1:], start=2):
                if _is_alias(node):
                    node = self._resolved(node, nth)
                node = node[key]
        except (KeyError, TypeError):
            return {}
        return node


def _is_alias(node: Any) -> bool:
    """Tell whether a node refers to another one, with or without changes to it."""
    return isinstance(node, localedata.Alias) or (
        isinstance(node, tuple) and bool(node) and isinstance(node[0], localedata.Alias)
    )


@lru_cache(maxsize=_FILES_KEPT)
def _data(name: str) -> LocaleData:
    return LocaleData(name)


def data(name: str) -> LocaleData:
    """Return the data of a locale named by its canonical id (``"root"`` included)."""
    with LOCK:
        return _data(name)
