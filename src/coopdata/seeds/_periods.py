"""Compile the period patterns of a language, as people list them, into a machine's tables.

A language file (``seeds/periods/<lang>.toml``) holds:

- ``spaced``: whether words are told apart by what is not a letter;
- ``[paradigms]``: endings by name; a form ``"stem|name"`` stands for the stem with each ending;
- ``[variants]``: letters that may be written in another way, such as ``ё = "е"``;
- ``[classes.NAME]``: a value and the forms that have it (``""`` where the form has no value);
- ``[macros]``: pieces of patterns by name;
- ``[[patterns]]``: ``why``, the rule's name; ``forms``, the patterns; ``needs``, what must stand
  before; ``minor``, whether the mention is a minor one;
- ``[before]`` and ``[after]``: phrases around a period, by what they do to its value;
- ``[ranges]``: what joins two whole dates, by what stands before the first (``closed``: behind the
  second), with the end of the first before a bar;
- ``[bare]``: when four digits alone are a year; ``cased``: words that need a capital letter.

In a pattern ``{class}`` or ``{class:tag}`` takes a name; ``{d} {M} {Y} {y} {q} {h} {n} {c} {D} {e}
{a} {b}`` take digits; ``{=tag value}`` notes a field that the words imply; ``{>}`` ends the period,
and what follows lends it the year or month that it lacks; ``{<}`` behind it begins the second of
two periods, which takes from the first what it lacks; ``{=none 0}`` makes what is no period none;
``{@macro}`` inserts a macro; ``(a|b)``
offers alternatives; ``[a]`` is optional; a space is any white space; ``-`` any dash; ``（`` and
``）`` are brackets of any width; all else stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from .._calendar.machine import MARKS
from .._text.fold import lower
from .._wordlists.dictionaries import packed
from ._states import Label, State, refuse_beyond, rows

__all__ = ["compile_periods"]

# tag, fewest and most digits of each number that a pattern may take
NUMBERS: Final = {
    "d": ("d", 1, 2),
    "M": ("M", 1, 2),
    "Y": ("Y", 4, 4),
    "y": ("y", 2, 2),
    "q": ("Q", 1, 1),
    "h": ("H", 1, 1),
    "n": ("N", 1, 2),
    "c": ("C", 1, 2),
    "D": ("D", 4, 4),
    "e": ("e", 2, 2),
    "a": ("a", 1, 2),
    "b": ("b", 1, 2),
}
# Classes of words whose values belong to a field of another name.
_TAGS: Final = {"month": "M"}
_OPENERS: Final = "([{"
_DEEPEST: Final = 12
_MACRO: Final = re.compile(r"\{@(\w+)\}")
_IMPLIED: Final = re.compile(r"\{=[A-Za-z]+[^}]*\}")
Tree = dict[str, Any]


def compile_periods(source: Tree) -> Tree:
    """Return the JSON tree of one language file's tables.

    Raises:
        ValueError: A pattern names an unknown class or macro, or is not well formed.
    """
    grammar = _Grammar(source)
    root = State()
    rules: list[Tree] = []
    for number, pattern in enumerate(source["patterns"]):
        rules.append({"why": pattern["why"], **_options(pattern)})
        if any("{>}" in form for form in pattern["forms"]):
            rules[-1]["beyond"] = True
        for form in pattern["forms"]:
            grammar.add(root, form, 0).final.add(number)
    return {
        "spaced": bool(source.get("spaced", True)),
        "cased": sorted(source.get("cased", [])),
        "digits": source.get("digits", {}),
        "rules": rules,
        "nodes": rows(root),
        "names": grammar.names(),
        "before": packed(grammar.phrases(source.get("before", {}))),
        "after": packed(grammar.phrases(source.get("after", {}))),
        "bare": source.get("bare", {}),
        "sense": source.get("sense", {}),
        "unless": source.get("unless", {}),
        "ranges": grammar.joints(source.get("ranges", {})),
    }


def _options(pattern: Tree) -> Tree:
    return {key: pattern[key] for key in ("needs", "minor", "alone") if key in pattern}


class _Grammar:
    """The words of a language file, and the way from a pattern to nodes."""

    def __init__(self, source: Tree) -> None:
        self.spaced = bool(source.get("spaced", True))
        self.macros: dict[str, str] = source.get("macros", {})
        self.paradigms: dict[str, list[str]] = source.get("paradigms", {})
        self.variants: dict[str, str] = source.get("variants", {})
        self.classes = {
            kind: {value: self._forms(forms) for value, forms in table.items()}
            for kind, table in source.get("classes", {}).items()
        }
        self.words: set[str] = set()
        self.sided: dict[str, bool] = {}
        self.laid = 0  # elements laid out, every use of a macro anew
        self.joined: dict[tuple[int, str], State] = {}

    def _forms(self, forms: list[str]) -> list[str]:
        """Return the forms, spelled out and in every variant."""
        found: dict[str, None] = {}
        for form in forms:
            stem, bar, paradigm = form.partition("|")
            for ending in self.paradigms[paradigm] if bar else [""]:
                for spelled in self._varied(lower(stem + ending)):
                    found[spelled] = None
        return list(found)

    def _varied(self, form: str) -> Iterator[str]:
        yield form
        for letter, other in self.variants.items():
            if letter in form:
                yield form.replace(letter, other)

    def names(self) -> Tree:
        """Return every name with its values in each class; words of patterns are their own."""
        found: dict[str, dict[str, list[int]]] = {}
        for kind, table in self.classes.items():
            for value, forms in table.items():
                for form in forms:
                    values = found.setdefault(form, {}).setdefault(kind, [])
                    values.append(int(value or 0))
        for word in self.words:
            found.setdefault(word, {})[f"={word}"] = [0]
        return {
            name: {kind: sorted(set(values)) for kind, values in sorted(entry.items())}
            for name, entry in sorted(found.items())
        }

    def phrases(self, table: dict[str, list[str]]) -> dict[str, list[list[str]]]:
        """Return what each phrase does, as rows; a phrase with two doings is a mistake."""
        found: dict[str, str] = {}
        for does, phrases in table.items():
            for phrase in (form for each in phrases for form in self._varied(lower(each))):
                if found.setdefault(phrase, does) != does:
                    raise ValueError(f"{phrase!r} is listed under {found[phrase]} and {does}")
        return {phrase: [[does, ""]] for phrase, does in sorted(found.items())}

    def joints(self, table: dict[str, list[str]]) -> dict[str, list[str]]:
        """Return what joins two dates, in every variant."""
        return {
            does: [form for joint in joints for form in self._varied(lower(joint))]
            for does, joints in table.items()
        }

    def add(self, state: State, form: str, depth: int) -> State:
        """Add a pattern behind `state`; return the state behind the pattern.

        What the words imply is noted at the end, or where one side of a range ends: until then the
        pattern shares its way with others that begin alike.
        """
        if depth > _DEEPEST:
            raise ValueError(f"macros nest too deep in {form!r}")
        if _is_flat(form) and not self._has_sides(form):
            form = _IMPLIED.sub("", form) + "".join(_IMPLIED.findall(form))
        at = 0
        while at < len(form):
            self.laid += 1
            refuse_beyond(self.laid)
            char = form[at]
            end = at + 1
            if char in _OPENERS:
                end = _closing(form, at) + 1
                state = self._group(state, char, form[at + 1 : end - 1], depth)
            elif char == " ":
                state = state.after(("space",))
            elif self.spaced and char.isalpha():
                while end < len(form) and form[end].isalpha():
                    end += 1
                word = lower(form[at:end])
                self.words.add(word)
                state = state.after(("name", f"={word}", ""))
            else:
                behind = state.after(("literal", char))
                if char in self.variants:
                    state.edges.setdefault(("literal", self.variants[char]), behind)
                state = behind
            at = end
        return state

    def _has_sides(self, form: str) -> bool:
        """Tell whether the pattern, or a macro in it, is a range or ends before its end."""
        if form not in self.sided:
            self.sided[form] = True  # a macro within itself, which is refused later
            macros = (self.macros.get(name, "") for name in _MACRO.findall(form))
            is_sided = "{=|}" in form or "{>}" in form
            self.sided[form] = is_sided or any(self._has_sides(macro) for macro in macros)
        return self.sided[form]

    def _group(self, state: State, opener: str, inner: str, depth: int) -> State:
        if opener == "{" and not inner.startswith("@"):
            return state.after(self._field(inner))
        if inner.startswith("@"):
            if inner[1:] not in self.macros:
                raise ValueError(f"no macro is named {inner[1:]!r}")
            inner, depth = self.macros[inner[1:]], depth + 1
        choices = [*_choices(inner), *([""] if opener == "[" else [])]
        if len(choices) == 1:
            return self.add(state, choices[0], depth)
        key = (id(state), "|".join(choices))
        if key not in self.joined:  # the same group behind the same state leads to one place
            behind = State()
            for choice in choices:
                self.add(state, choice, depth).joins.append(behind)
            self.joined[key] = behind
        return self.joined[key]

    def _field(self, inner: str) -> Label:
        """Return what an element in braces consumes."""
        if inner in MARKS:
            return ("implied", inner, 0)
        if inner.startswith("="):
            tag, _, value = inner[1:].partition(" ")
            return ("implied", tag, int(value or 0))
        kind, _, tag = inner.partition(":")
        if kind in NUMBERS and kind not in self.classes:
            own, low, high = NUMBERS[kind]
            return ("number", tag or own, low, high)
        if kind not in self.classes:
            raise ValueError(f"no class of words is named {kind!r}")
        valued = any(value for value in self.classes[kind])
        return ("name", kind, tag or (_TAGS.get(kind, kind) if valued else ""))


def _is_flat(form: str) -> bool:
    """Tell whether nothing is implied inside an inner bracket, where it may or may not hold."""
    depth = 0
    for at, char in enumerate(form):
        if depth and form.startswith("{=", at):
            return False
        depth += (char in "([{") - (char in ")]}")
    return True


def _closing(form: str, at: int) -> int:
    """Return where the bracket that opens at `at` closes."""
    depth = 0
    for index in range(at, len(form)):
        depth += (form[index] in "([{") - (form[index] in ")]}")
        if depth == 0:
            return index
    raise ValueError(f"a bracket is left open in {form!r}")


def _choices(inner: str) -> list[str]:
    """Split at the bars that stand in no inner bracket."""
    found, depth = [""], 0
    for char in inner:
        depth += (char in "([{") - (char in ")]}")
        if char == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += char
    return found
