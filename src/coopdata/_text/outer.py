"""The one place where a text loses the white space around it, for every normalizer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar, cast

from ..errors import AmbiguousTextError, UnreadableTextError

__all__ = ["bare", "reads_bare"]

#: What a file may begin with besides white space.
_BYTE_ORDER_MARK: Final = "\ufeff"

_Normalizer = TypeVar("_Normalizer", bound=Callable[..., Any])


def bare(text: str) -> str:
    """Return the text without outer white space and byte order marks, in any order."""
    found = text.strip()
    while found[:1] == _BYTE_ORDER_MARK or found[-1:] == _BYTE_ORDER_MARK:
        found = found.strip(_BYTE_ORDER_MARK).strip()
    return found


def reads_bare(normalizer: _Normalizer) -> _Normalizer:
    """Give a normalizer its text without the white space around it; errors name the text given."""

    @wraps(normalizer)
    def reader(text: str, *args: Any, **options: Any) -> Any:
        if not isinstance(text, str):
            raise TypeError(f"a normalizer reads a str, got {text!r}")
        inner = bare(text)
        if len(inner) == len(text):
            return normalizer(text, *args, **options)
        try:
            return normalizer(inner, *args, **options)
        except UnreadableTextError as err:
            raise _moved(err, text, text.find(inner)) from None

    return cast("_Normalizer", reader)


def _moved(err: UnreadableTextError, text: str, by: int) -> UnreadableTextError:
    """Return the error as the text with its white space has it."""
    said = (text, err.locale, err.position + by, err.expected)
    if isinstance(err, AmbiguousTextError):
        return AmbiguousTextError(*said, err.candidates)
    return UnreadableTextError(*said)
