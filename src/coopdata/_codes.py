"""Names that CLDR has, back to their codes: territories, languages, currencies."""

from __future__ import annotations

from . import cldr, units
from .cldr import NameKind as Kind
from .cldr import NameTable
from .errors import AmbiguousTextError, UnreadableTextError

__all__ = ["currency", "language", "territory"]

_LONGEST = 300


def territory(text: str, locale: str, *, ambiguous: str | None = None) -> str:
    """Return the code of a territory named in `locale`: ISO 3166-1, or UN M49 for a region."""
    return _code(text, locale, "territory", ambiguous)


def language(text: str, locale: str, *, ambiguous: str | None = None) -> str:
    """Return the code of a language named in `locale`, as CLDR writes it (``"de_AT"``)."""
    return _code(text, locale, "language", ambiguous)


def currency(text: str, locale: str, *, ambiguous: str | None = None) -> str:
    """Return the ISO 4217 code of a currency named in `locale`, in any plural.

    The code itself is read too: Babel prints it where a locale has no name.
    """
    try:
        return _code(text, locale, "currency", ambiguous)
    except AmbiguousTextError:
        raise
    except UnreadableTextError:
        code = cldr.fold(text[:_LONGEST]).strip().upper()
        if code in units.CURRENCIES and len(text) <= _LONGEST:
            return code
        raise


def _code(text: str, locale: str, kind: Kind, ambiguous: str | None) -> str:
    table = cldr.names(locale, kind)
    codes = _looked_up(text, table)
    if not codes:
        raise UnreadableTextError(text, locale, 0, f"the name of a {kind}")
    if len(codes) == 1 or ambiguous == "first":
        return codes[0]
    raise AmbiguousTextError(text, locale, 0, "pass ambiguous='first'", codes)


def _looked_up(text: str, table: NameTable) -> tuple[str, ...]:
    if len(text) > _LONGEST:
        return ()
    return table.exact.get(text) or table.folded.get(cldr.fold(text).strip(), ())
