"""How long a value is printed, and the little language of `format(value, spec)` and f-strings."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple, get_args

from ..errors import InvalidValueError

__all__ = ["Length", "Spec", "known_length", "padded"]

Length = Literal["long", "short", "narrow"]

_LENGTHS: Final[dict[str, Length]] = {name: name for name in get_args(Length)}
_COMPACT: Final = "compact"
_RULE: Final = (
    "a format is a locale, and behind it, each after a colon, at most one of "
    f"{', '.join(_LENGTHS)}, and {_COMPACT} for a measure; or a width, such as '>20'"
)
_PADDING: Final = re.compile("(?:(?:.?[<>^])?[1-9][0-9]{0,3})?", re.DOTALL)


def known_length(length: Length) -> Length:
    """Return a length as it was given; refuse what is none."""
    if length not in _LENGTHS:
        raise InvalidValueError(length, f"a length is one of {', '.join(_LENGTHS)}")
    return length


def padded(text: str, spec: str) -> str | None:
    """Return a text padded to a width such as ``">20"``; None where a spec asks for more."""
    return format(text, spec) if _PADDING.fullmatch(spec) else None


class Spec(NamedTuple):
    """What is written behind the colon of an f-string: ``"ru"``, ``"en:short:compact"``."""

    locale: str
    length: Length = "long"
    compact: bool = False

    @staticmethod
    def of(spec: str, *, may_be_compact: bool) -> Spec:
        """Read a format; refuse a word that is unknown, said twice or out of place.

        Examples:
            >>> Spec.of("ru:short", may_be_compact=True)
            Spec(locale='ru', length='short', compact=False)
        """
        locale, *words = spec.split(":")
        lengths: list[Length] = [_LENGTHS[word] for word in words if word in _LENGTHS]
        compact = words.count(_COMPACT)
        is_known = len(lengths) + compact == len(words)
        if not is_known or len(lengths) > 1 or compact > may_be_compact:
            raise InvalidValueError(spec, _RULE)
        length: Length = lengths[0] if lengths else "long"
        return Spec(locale, length, bool(compact))
