"""Which locales there are, and how a caller may spell one."""

from __future__ import annotations

from functools import lru_cache

from ..errors import UnknownLocaleError, nearest
from ._data import file_ids

__all__ = ["locale_id", "locale_ids"]

_UNDETERMINED = "root"


@lru_cache(maxsize=1)
def locale_ids() -> tuple[str, ...]:
    """Return every locale that the installed Babel has, sorted."""
    return tuple(sorted(file_ids()))


@lru_cache(maxsize=1)
def _folded() -> dict[str, str]:
    spelled = {name.lower(): name for name in sorted(file_ids())}
    return {**spelled, "und": _UNDETERMINED, "root": _UNDETERMINED}


@lru_cache(maxsize=4096)
def _known(locale: str) -> str:
    """Return the canonical id of `locale`, or nothing."""
    if len(locale) > 64:
        return ""
    found = _folded().get(locale.strip().replace("-", "_").lower())
    if found:
        return found
    return _likely(locale.strip().replace("-", "_"))


def _likely(name: str) -> str:
    """Return the id that Babel expands `name` to, if it keeps every part that was named."""
    from babel.core import Locale
    from babel.core import UnknownLocaleError as NotInBabel

    try:
        expanded = str(Locale.parse(name))
    except (NotInBabel, ValueError, TypeError, AttributeError):
        return ""
    kept = set(name.lower().split("_")) <= set(expanded.lower().split("_"))
    return _folded().get(expanded.lower(), "") if kept else ""


def locale_id(locale: str) -> str:
    """Return the canonical id of a locale.

    Args:
        locale: A CLDR locale id with hyphens or underscores, in any case, such as ``"ru-RU"``.
            ``"und"``, language unknown, stands for CLDR's root.

    Returns:
        The id under which Babel keeps it: ``"ru_RU"``; ``"root"`` for ``"und"``.

    Raises:
        UnknownLocaleError: The installed Babel has no such locale; the error names the nearest.

    Examples:
        >>> locale_id("zh-hant-tw")
        'zh_Hant_TW'
        >>> locale_id("zh_TW")
        'zh_Hant_TW'
    """
    if isinstance(locale, str):
        found = _known(locale)
        if found:
            return found
        raise UnknownLocaleError(locale, nearest(locale.replace("-", "_"), [*locale_ids(), "und"]))
    raise UnknownLocaleError(locale)
