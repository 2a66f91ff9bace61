"""What was found with the words of one lexicon, remembered as long as that lexicon lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from .language import Lexicon

__all__ = ["remembered"]

_P = ParamSpec("_P")
_Found = TypeVar("_Found")
_Finds = Callable[Concatenate[Lexicon, _P], _Found]

#: So many answers are remembered of one function and one lexicon.
_MOST: Final = 4096


def remembered(find: _Finds[_P, _Found]) -> _Finds[_P, _Found]:
    """Remember what a function of a lexicon finds; a reader's words are forgotten with it."""
    memories: WeakKeyDictionary[Lexicon, dict[Any, _Found]] = WeakKeyDictionary()

    @wraps(find)
    def found(lex: Lexicon, /, *args: _P.args, **options: _P.kwargs) -> _Found:
        memory = memories.get(lex)
        if memory is None:
            memory = memories.setdefault(lex, {})
        key = (args, *options.items())
        try:
            return memory[key]
        except KeyError:
            if len(memory) >= _MOST:
                memory.clear()
            answer = memory[key] = find(lex, *args, **options)
            return answer

    return found
