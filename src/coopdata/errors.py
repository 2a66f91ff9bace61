"""Every error that coopdata raises on purpose, as one tree.

```text
CoopdataError
├── RecordNotFoundError   (LookupError)   kind, wanted, nearest
├── UnreadableTextError   (ValueError)    text, locale, position, expected
│   └── AmbiguousTextError                candidates
├── UnknownUnitError      (ValueError)    unit, nearest
├── UnknownLocaleError    (ValueError)    locale, nearest
├── ConversionError       (ValueError)    what, missing
├── InvalidValueError     (ValueError)    value, rule
├── UndecidedError        (TypeError)     what, remedy
├── SeedError             (ValueError)    problems
├── IntegrityError        (ValueError)    what, expected, found
├── MisquotedError        (ValueError)    article_id, start, quote, found
├── UnsupportedVersionError (RuntimeError) package, version, what
├── MissingExtraError     (ImportError)   feature, extra
└── MissingProgramError   (RuntimeError)  feature, program, found, remedy
UntriedVersionWarning     (UserWarning)   package, version, newest
```

Each error carries its data as fields, words itself from them, and pickles. The fields hold all of
it; the words show as much as a reader takes in: long values are cut in the middle, and of many
problems or candidates the first are listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from ._viewed import Viewed

__all__ = [
    "AmbiguousTextError",
    "ConversionError",
    "CoopdataError",
    "IntegrityError",
    "InvalidValueError",
    "MisquotedError",
    "MissingExtraError",
    "MissingProgramError",
    "RecordNotFoundError",
    "SeedError",
    "UndecidedError",
    "UnknownLocaleError",
    "UnknownUnitError",
    "UnreadableTextError",
    "UnsupportedVersionError",
    "UntriedVersionWarning",
]

_SHOWN: Final = 80  # characters of one value
_WORDED: Final = 1000  # characters of one line that says several things
_LISTED: Final = 100  # problems of one file
#: What acts on a terminal or turns the reading order around, and what no encoding can write.
CONTROLS: Final = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)"
)


def nearest(wanted: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return at most three of `known` that `wanted` may have meant, best first."""
    from difflib import get_close_matches

    if len(wanted) > _SHOWN:  # the comparison is quadratic in the length
        return ()
    folded = {name.casefold(): name for name in known if len(name) <= _SHOWN}
    found = get_close_matches(wanted.casefold(), list(folded), n=3, cutoff=0.6)
    return tuple(folded[name] for name in found)


def shown(value: object) -> str:
    """Return `repr(value)`, cut in the middle where it is too long for one line."""
    if isinstance(value, str) and len(value) > _SHOWN:
        return f"{value[: _SHOWN // 2]!r}…{value[-_SHOWN // 4 :]!r} ({len(value)} characters)"
    try:
        return shortened(repr(value), 2 * _SHOWN)
    except Exception:  # an integer too long to print, a record that holds itself: still an answer
        return f"<{type(value).__name__}>"


def shortened(words: str, most: int = _WORDED) -> str:
    """Return `words` as one visible line, cut in the middle where it is longer than `most`."""
    if len(words) > most:
        words = f"{words[: most // 2]}…{words[-most // 4 :]} ({len(words)} characters)"
    return visible(words.replace("\n", "\\n"))


def visible(text: str) -> str:
    r"""Return `text` with every control character as its escape, such as ``\x1b``.

    Those are the characters that act on a terminal (C0, DEL, C1; tabs and line ends stay), those
    that override or embed a direction of reading, and lone surrogates.
    """
    return CONTROLS.sub(lambda found: ascii(found[0])[1:-1], text)


def _listed(words: Iterable[object], joiner: str = ", ") -> str:
    return joiner.join(shortened(str(one), 2 * _SHOWN) for one in words)


def _hint(names: Sequence[str]) -> str:
    return f"; did you mean {' or '.join(map(shown, names[:30]))}?" if names else ""


class CoopdataError(Viewed, Exception):
    """The root of the tree: `except CoopdataError` catches everything of ours."""


class RecordNotFoundError(CoopdataError, LookupError):
    """No record of that kind has that id, name or code."""

    def __init__(self, kind: str, wanted: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(kind, wanted, nearest)
        self.kind = kind
        self.wanted = wanted
        self.nearest = nearest

    def __str__(self) -> str:
        return f"no {shortened(self.kind)} has the id {shown(self.wanted)}{_hint(self.nearest)}"


class UnreadableTextError(CoopdataError, ValueError):
    """The text is not one value of the kind asked for, in that locale."""

    def __init__(self, text: str, locale: str, position: int, expected: str) -> None:
        super().__init__(text, locale, position, expected)
        self.text = text
        self.locale = locale
        self.position = position
        self.expected = expected

    def __str__(self) -> str:
        return (
            f"cannot read {shown(self.text)} in locale {shown(self.locale)}: "
            f"expected {shortened(self.expected)} at position {self.position}"
        )


class UnknownNounError(UnreadableTextError):
    """The text counts a noun that the language's word list lacks; `nearest` are known ones.

    They may be given as a function, which is asked when somebody wants to know: to look for them
    takes far longer than to read the text.
    """

    def __init__(
        self,
        text: str,
        locale: str,
        position: int,
        noun: str,
        nearest: tuple[str, ...] | Callable[[], tuple[str, ...]],
    ) -> None:
        super().__init__(text, locale, position, "a known unit or noun")
        self.args = (text, locale, position, noun)
        self.noun = noun
        self._nearest = nearest

    @property
    def nearest(self) -> tuple[str, ...]:
        """Known nouns that may be meant, best first."""
        if callable(self._nearest):
            self._nearest = self._nearest()
        return self._nearest

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (*self.args, self.nearest)

    def __str__(self) -> str:
        meant = f"; did you mean {_listed(self.nearest[:3], ' or ')}?" if self.nearest else ""
        return (
            f"cannot read {shown(self.text)} in locale {shown(self.locale)}: "
            f"unknown noun {shown(self.noun)} at position {self.position}{meant}; "
            "counted='any' counts it as items"
        )


class AmbiguousTextError(UnreadableTextError):
    """The text has more than one reading; `candidates` holds them all, best first."""

    def __init__(
        self, text: str, locale: str, position: int, expected: str, candidates: tuple[Any, ...]
    ) -> None:
        super().__init__(text, locale, position, expected)
        self.args = (text, locale, position, expected, candidates)
        self.candidates = candidates

    def __str__(self) -> str:
        listed = _listed(self.candidates[:6], " or ")
        return (
            f"{shown(self.text)} is ambiguous in locale {shown(self.locale)}: {listed}; "
            f"{shortened(self.expected)}"
        )


class UnknownUnitError(CoopdataError, ValueError):
    """The unit is not one of the units that coopdata curates."""

    def __init__(self, unit: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(unit, nearest)
        self.unit = unit
        self.nearest = nearest

    def __str__(self) -> str:
        return f"unknown unit {shown(self.unit)}{_hint(self.nearest)}"


class UnknownLocaleError(CoopdataError, ValueError):
    """The locale is not one that the installed Babel has."""

    def __init__(self, locale: object, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(locale, nearest)
        self.locale = locale
        self.nearest = nearest

    def __str__(self) -> str:
        return f"unknown locale {shown(self.locale)}{_hint(self.nearest)}"


class ConversionError(CoopdataError, ValueError):
    """A conversion that would need something nobody named: a rate, a date, a dimension."""

    def __init__(self, what: str, missing: str) -> None:
        super().__init__(what, missing)
        self.what = what
        self.missing = missing

    def __str__(self) -> str:
        return f"cannot convert {shortened(self.what)}: {shortened(self.missing)}"


class InvalidValueError(CoopdataError, ValueError):
    """A value cannot be made of that; `rule` says of what it can."""

    def __init__(self, value: object, rule: str) -> None:
        super().__init__(value, rule)
        self.value = value
        self.rule = rule

    def __str__(self) -> str:
        return f"{shortened(self.rule)}, got {shown(self.value)}"


class UndecidedError(CoopdataError, TypeError):
    """An answer was asked for that the source leaves open."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{shortened(self.what)} is left open by the source; {shortened(self.remedy)}"


class SeedError(CoopdataError, ValueError):
    """Curated or serialised records are wrong; `problems` names every one, with file and path."""

    def __init__(self, source: str, problems: tuple[str, ...]) -> None:
        super().__init__(source, problems)
        self.source = source
        self.problems = problems

    def __str__(self) -> str:
        lines = [f"{len(self.problems)} problem(s) in {shortened(self.source)}:"]
        lines += map(shortened, self.problems[:_LISTED])
        if len(self.problems) > _LISTED:
            lines.append(f"and {len(self.problems) - _LISTED} more, all of them under .problems")
        return "\n".join(lines)


class IntegrityError(CoopdataError, ValueError):
    """Shipped data, or a text, is not what its digest or its quotes say it is."""

    def __init__(self, what: str, expected: str, found: str) -> None:
        super().__init__(what, expected, found)
        self.what = what
        self.expected = expected
        self.found = found

    def __str__(self) -> str:
        found = f"expected {shortened(self.expected)}, found {shortened(self.found)}"
        return (
            f"{shortened(self.what)} is damaged or of another version: {found}; reinstall coopdata"
        )


class MisquotedError(CoopdataError, ValueError):
    """A record cites words that the article at hand does not have there."""

    def __init__(self, article_id: str, start: int, quote: str, found: str) -> None:
        super().__init__(article_id, start, quote, found)
        self.article_id = article_id
        self.start = start
        self.quote = quote
        self.found = found

    def __str__(self) -> str:
        return (
            f"the article {shown(self.article_id)} has {shown(self.found)} at character "
            f"{self.start}, not {shown(self.quote)}; name the dataset that the record is from"
        )


class UnsupportedVersionError(CoopdataError, RuntimeError):
    """An installed package is not what coopdata reads: `what` says which part of it differs."""

    def __init__(self, package: str, version: str, what: str) -> None:
        super().__init__(package, version, what)
        self.package = package
        self.version = version
        self.what = what

    def __str__(self) -> str:
        return (
            f"{shortened(self.package)} {shortened(self.version)} does not have "
            f"{shortened(self.what)} in the form that coopdata reads; run: pip install --upgrade "
            f"coopdata, or install the {shortened(self.package)} that coopdata asks for"
        )


class UntriedVersionWarning(UserWarning):
    """An installed package is newer than any that coopdata was tried with; said once a process."""

    def __init__(self, package: str, version: str, newest: str) -> None:
        super().__init__(package, version, newest)
        self.package = package
        self.version = version
        self.newest = newest

    def __str__(self) -> str:
        return (
            f"{self.package} {self.version} is newer than any that this coopdata was tried with "
            f"(the newest was {self.newest}); answers may differ: look for a newer coopdata"
        )


class MissingExtraError(CoopdataError, ImportError):
    """A feature needs an optional package that is not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(feature, extra)
        self.feature = feature
        self.extra = extra

    def __str__(self) -> str:
        return (
            f"{shortened(self.feature)} needs the {shown(self.extra)} extra; "
            f"run: pip install 'coopdata[{shortened(self.extra)}]'"
        )


class MissingProgramError(CoopdataError, RuntimeError):
    """A feature needs a program that is not on this machine, or a newer one."""

    def __init__(self, feature: str, program: str, found: str, remedy: str) -> None:
        super().__init__(feature, program, found, remedy)
        self.feature = feature
        self.program = program
        self.found = found
        self.remedy = remedy

    def __str__(self) -> str:
        return (
            f"{shortened(self.feature)} needs {shortened(self.program)}, found "
            f"{shortened(self.found) or 'none'}; run: {shortened(self.remedy)}"
        )


def __dir__() -> list[str]:
    return sorted(__all__)
