"""Words that a language cannot spell: what a stem with the wrong paradigm makes ("десятилетио").

A word list says so itself, in a section of its own::

    [spelling]
    never = ["[кгх]ы", "и/[ао]"]   # regular expressions; / is where a stem and its ending join
    except = ["кыргыз"]            # what may stand in a word nevertheless

The rules hold for all that the seeds write in the language: words, periods and what is printed. A
file with a section of its own has rules of its own (Turkish periods are written with one i).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

__all__ = ["misspelled"]

Tree = Mapping[str, Any]

#: Sections that hold no words of the language.
_NO_WORDS: Final = frozenset(
    {"language", "macros", "paradigms", "patterns", "settings", "source", "spelling", "variants"}
)


def misspelled(tree: Tree, spelling: Tree) -> Iterator[str]:
    """Yield a problem for each entry of a seed file that makes a word the language cannot spell.

    Args:
        tree: The seed file.
        spelling: The section of the language's word list.

    Raises:
        ValueError: A rule is no regular expression.
    """
    excepted = tuple(spelling.get("except", ()))
    try:
        joined, plain = (
            [re.compile(rule) for rule in spelling.get("never", ()) if ("/" in rule) is has_joint]
            for has_joint in (True, False)
        )
    except re.error as err:
        raise ValueError(f"spelling.never: {err.pattern!r}: {err}") from err
    paradigms = tree.get("paradigms", {})
    for section, part in tree.items():
        if section in _NO_WORDS:
            continue
        for word in dict.fromkeys(word for entry in _entries(part) for word in entry.split(" ")):
            for stem, ending in _spelled(word.lower(), paradigms):
                made = stem + ending
                rule = next((one for one in plain if one.search(made)), None) or next(
                    (one for one in joined if ending and one.search(f"{stem}/{ending}")), None
                )
                if rule is not None and not any(one in made for one in excepted):
                    yield f"{section}: {word!r} makes {made!r}, against {rule.pattern!r}"
                    break


def _entries(part: Any) -> Iterator[str]:
    """Yield every text in a section."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, (dict, list)):
        for one in part.values() if isinstance(part, dict) else part:
            yield from _entries(one)


def _spelled(word: str, paradigms: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the stem and the ending of each form of a word; of a listed one, the word alone."""
    for joint in "/|":
        stem, _, paradigm = word.rpartition(joint)
        if stem and paradigm in paradigms:
            yield from ((stem, ending) for ending in paradigms[paradigm])
            return
    yield word, ""
