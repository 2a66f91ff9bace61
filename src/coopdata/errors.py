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
├── UnsupportedVersionError (RuntimeError) package, version, what
└── MissingExtraError     (ImportError)   feature, extra

UntriedVersionWarning     (UserWarning)   package, version, newest
```

Each error carries its data as fields, words itself from them, and pickles.
"""

from __future__ import annotations

from typing import Any

__all__ = [
    "AmbiguousTextError",
    "ConversionError",
    "CoopdataError",
    "IntegrityError",
    "InvalidValueError",
    "MissingExtraError",
    "RecordNotFoundError",
    "SeedError",
    "UndecidedError",
    "UnknownLocaleError",
    "UnknownUnitError",
    "UnreadableTextError",
    "UnsupportedVersionError",
    "UntriedVersionWarning",
]

_SHOWN = 80


def nearest(wanted: str, known: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Return at most three of `known` that `wanted` may have meant, best first."""
    from difflib import get_close_matches

    if len(wanted) > _SHOWN:  # the comparison is quadratic in the length
        return ()
    folded = {name.casefold(): name for name in known}
    found = get_close_matches(wanted.casefold(), list(folded), n=3, cutoff=0.6)
    return tuple(folded[name] for name in found)


def shown(text: object) -> str:
    """Return `repr(text)`, cut in the middle where it is too long for one line."""
    if isinstance(text, str) and len(text) > _SHOWN:
        return f"{text[: _SHOWN // 2]!r}…{text[-_SHOWN // 4 :]!r} ({len(text)} characters)"
    found = repr(text)
    if len(found) > 2 * _SHOWN:
        return f"{found[:_SHOWN]}…{found[-_SHOWN // 4 :]}"
    return found


def _hint(names: tuple[str, ...]) -> str:
    return f"; did you mean {' or '.join(map(repr, names))}?" if names else ""


class CoopdataError(Exception):
    """The root of the tree: `except CoopdataError` catches everything of ours."""


class RecordNotFoundError(CoopdataError, LookupError):
    """No record of that kind has that id, name or code."""

    def __init__(self, kind: str, wanted: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(kind, wanted, nearest)
        self.kind = kind
        self.wanted = wanted
        self.nearest = nearest

    def __str__(self) -> str:
        return f"no {self.kind} has the id {shown(self.wanted)}{_hint(self.nearest)}"


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
            f"cannot read {shown(self.text)} in locale {self.locale!r}: "
            f"expected {self.expected} at position {self.position}"
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
        listed = " or ".join(str(candidate) for candidate in self.candidates[:6])
        return (
            f"{shown(self.text)} is ambiguous in locale {self.locale!r}: {listed}; {self.expected}"
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
        return f"cannot convert {self.what}: {self.missing}"


class InvalidValueError(CoopdataError, ValueError):
    """A value cannot be made of that; `rule` says of what it can."""

    def __init__(self, value: object, rule: str) -> None:
        super().__init__(value, rule)
        self.value = value
        self.rule = rule

    def __str__(self) -> str:
        return f"{self.rule}, got {shown(self.value)}"


class UndecidedError(CoopdataError, TypeError):
    """An answer was asked for that the source leaves open."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} is left open by the source; {self.remedy}"


class SeedError(CoopdataError, ValueError):
    """Curated or serialised records are wrong; `problems` names every one, with file and path."""

    def __init__(self, source: str, problems: tuple[str, ...]) -> None:
        super().__init__(source, problems)
        self.source = source
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join([f"{len(self.problems)} problem(s) in {self.source}:", *self.problems])


class IntegrityError(CoopdataError, ValueError):
    """Shipped data, or a text, is not what its digest or its quotes say it is."""

    def __init__(self, what: str, expected: str, found: str) -> None:
        super().__init__(what, expected, found)
        self.what = what
        self.expected = expected
        self.found = found

    def __str__(self) -> str:
        found = f"expected {self.expected}, found {self.found}"
        return f"{self.what} is damaged or of another version: {found}; reinstall coopdata"


class UnsupportedVersionError(CoopdataError, RuntimeError):
    """An installed package is not what coopdata reads: `what` says which part of it differs."""

    def __init__(self, package: str, version: str, what: str) -> None:
        super().__init__(package, version, what)
        self.package = package
        self.version = version
        self.what = what

    def __str__(self) -> str:
        return (
            f"{self.package} {self.version} does not have {self.what} in the form that coopdata "
            f"reads; run: pip install --upgrade coopdata, or install the {self.package} that "
            "coopdata asks for"
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
            f"{self.feature} needs the {self.extra!r} extra; "
            f"run: pip install 'coopdata[{self.extra}]'"
        )
