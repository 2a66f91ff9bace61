"""The forms of a noun by plural category, as they are written in one line."""

from __future__ import annotations

from typing import Final

__all__ = ["noun_forms"]

_CATEGORIES: Final = {
    1: ("other",),
    2: ("one", "other"),
    3: ("one", "few", "many"),
    4: ("one", "few", "many", "other"),
}


def noun_forms(written: str, pattern: str = "{0} {1}") -> dict[str, str]:
    """Return plural category -> pattern; three Slavic forms say the fourth.

    Args:
        written: One to four forms, joined by ``|``.
        pattern: How a number stands with its noun.

    Raises:
        ValueError: There are more forms, or an empty one.

    Examples:
        >>> noun_forms("bus|buses")
        {'one': '{0} bus', 'other': '{0} buses'}
    """
    forms = [form.strip() for form in written.split("|")]
    if len(forms) not in _CATEGORIES or not all(forms):
        raise ValueError(f"one to four forms, got {written!r}")
    categories = dict(zip(_CATEGORIES[len(forms)], forms, strict=True))
    categories.setdefault("other", categories.get("few", forms[-1]))
    return {
        category: form if "{0}" in form else pattern.replace("{1}", form)
        for category, form in categories.items()
    }
