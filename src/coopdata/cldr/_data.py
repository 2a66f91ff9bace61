"""The installed Babel's locale data, read without growing Babel's own cache.

`babel.localedata.load` keeps every locale it ever loaded, about 180 MB for all of them, and merges
every section of a locale with its parents whether it is wanted or not. Here the files are read one
by one into a small cache, and a section is merged when it is first asked for. Nothing is written
into the shared tree, so what one locale resolves cannot leak into another.
"""

from __future__ import annotations

import pickle
import threading
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from babel import localedata
from babel.core import get_global, parse_locale

__all__ = ["LOCK", "LocaleData", "data", "file_ids"]

Tree = dict[Any, Any]

#: Held while a table is read or inverted, so that it is done once however many threads ask.
LOCK: Final = threading.RLock()
_FILES_KEPT: Final = 12


@lru_cache(maxsize=1)
def file_ids() -> frozenset[str]:
    """Return the identifiers of all locales that the installed Babel has."""
    return frozenset(localedata.locale_identifiers())


@lru_cache(maxsize=_FILES_KEPT)
def _file(name: str) -> Tree:
    """Return one data file, unmerged."""
    path = localedata.resolve_locale_filename(name)
    with open(path, "rb") as stream:
        tree: Tree = pickle.load(stream)
    return tree


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
    """One locale's data: a mapping whose sections are merged when first asked for."""

    __slots__ = ("_files", "_names", "_sections")

    def __init__(self, name: str) -> None:
        self._names = chain(name)
        self._files = tuple(_root() if each == "root" else _file(each) for each in self._names)
        self._sections: Tree = {}

    @property
    def name(self) -> str:
        """The canonical id of the locale."""
        return self._names[-1]

    def __getitem__(self, key: str) -> Any:
        if key not in self._sections:
            found = [tree[key] for tree in self._files if key in tree]
            if not found:
                raise KeyError(key)
            section = found[0]
            if isinstance(section, dict) and len(found) > 1:
                section = section.copy()
                for other in found[1:]:
                    localedata.merge(section, other)
            elif not isinstance(section, dict):
                section = found[-1]
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

    def stated(self, key: str) -> Iterator[Any]:
        """Yield what each locale of the chain itself states in section `key`, the nearest first."""
        for tree in reversed(self._files):
            if key in tree:
                yield tree[key]

    def tree(self, *path: Any) -> Any:
        """Return what stands at `path`, its aliases followed; an empty dict where nothing does."""
        node: Any = self
        for key in path:
            try:
                node = self._followed(node[key])
            except (KeyError, TypeError):
                return {}
        return node

    def items_at(self, *path: Any) -> Iterator[tuple[Any, Any]]:
        """Yield the keys and values at `path`, aliases followed."""
        node = self.tree(*path)
        for key, value in node.items():
            yield key, self._followed(value)

    def _followed(self, node: Any) -> Any:
        if isinstance(node, localedata.Alias):
            return self.tree(*node.keys)
        if isinstance(node, tuple) and node and isinstance(node[0], localedata.Alias):
            whole = dict(self.tree(*node[0].keys))
            localedata.merge(whole, node[1])
            return whole
        return node


@lru_cache(maxsize=_FILES_KEPT)
def _data(name: str) -> LocaleData:
    return LocaleData(name)


def data(name: str) -> LocaleData:
    """Return the data of a locale named by its canonical id (``"root"`` included)."""
    with LOCK:
        return _data(name)
