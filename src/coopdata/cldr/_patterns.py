"""CLDR number patterns, taken apart into what stands before and after the digits."""

from __future__ import annotations

from typing import Final, NamedTuple

from babel.numbers import NumberPattern, parse_pattern

__all__ = ["Template", "read_pattern"]


class Template(NamedTuple):
    """The texts around a number, as Babel prints them; `¤` marks where the currency stands.

    `pattern` is CLDR's own text. `grouping` is (3, 3) for 1,234,567 and (3, 2) for 12,34,567.
    `zeros` and `all_zeros` count the zeros of the first and of both subpatterns: the first is what
    a compact pattern means, the second is what Babel divides by. `has_digits` is false where the
    pattern is a word alone.
    """

    pattern: str
    positive: tuple[str, str]
    negative: tuple[str, str]
    grouping: tuple[int, int]
    zeros: int
    all_zeros: int
    has_digits: bool


def _unquoted(text: str) -> str:
    """Drop the quotes as Babel does: pairs vanish, a doubled one is one."""
    if "'" not in text:
        return text
    parts = text.split("'")
    if len(parts) % 2 == 0:  # an odd number of quotes: the last one stays
        parts[-2:] = ["'".join(parts[-2:])]
    return "".join(part if at % 2 == 0 or part else "'" for at, part in enumerate(parts))


def _taken_apart(parsed: NumberPattern) -> Template:
    pattern = parsed.pattern
    first = pattern.split(";", 1)[0]
    return Template(
        pattern=pattern,
        positive=(_unquoted(parsed.prefix[0]), _unquoted(parsed.suffix[0])),
        negative=(_unquoted(parsed.prefix[1]), _unquoted(parsed.suffix[1])),
        grouping=parsed.grouping,
        zeros=first.count("0"),
        all_zeros=pattern.count("0"),
        has_digits=parsed.number_pattern != "",
    )


_KNOWN: Final[dict[str, Template]] = {}
_KEPT: Final = 4096


def read_pattern(pattern: NumberPattern | str) -> Template:
    """Return the template of one CLDR number pattern."""
    text = pattern if isinstance(pattern, str) else pattern.pattern
    found = _KNOWN.get(text)
    if found is None:
        found = _taken_apart(parse_pattern(pattern))
        if len(_KNOWN) < _KEPT:
            _KNOWN[text] = found
    return found
