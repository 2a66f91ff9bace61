"""The form of word lists: what may stand where, in the shipped ones and in somebody's own.

(The annotations are needed when the module loads: as strings they would not tell which names may be
missing.)
"""

from collections.abc import Mapping
from typing import Any, Final, NotRequired, TypedDict, get_args, get_origin, get_type_hints

from .._lexicon.settings import Settings
from .languages import LISTS, SECTIONS

__all__ = ["OWN_UNITS", "OWN_WORDS", "WORDS", "Listed", "Spelling", "Texts", "Words"]

Words = tuple[str, ...]
Listed = dict[str, Words]
Texts = dict[str, str]

Spelling = TypedDict("Spelling", {"never": Words, "except": NotRequired[Words]})
Sized = TypedDict("Sized", {"is": str})


class OwnUnits(TypedDict):
    """``words/units.toml``: a part of our ``units.toml``."""

    physical: NotRequired[dict[str, Sized]]
    counted: NotRequired[Listed]


def _written(hint: Any) -> Any:
    """Return how a setting of that type is written: sets and tuples as lists."""
    if hint in (str, bool):
        return hint
    kinds = {get_origin(one) for one in (hint, *get_args(hint))}
    return Listed if Mapping in kinds else Words


def _table(name: str, fields: dict[str, Any], **needed: Any) -> Any:
    """Return a form whose names are another module's data; only those `needed` must be there."""
    made: Any = TypedDict  # called by a name that checkers do not look through
    return made(name, {name: NotRequired[form] for name, form in fields.items()} | needed)


_SETTINGS: Final = _table(
    "Settings",
    {name: _written(hint) for name, hint in get_type_hints(Settings).items()} | {"variants": Words},
)
_ALL: Final = (
    {
        "source": str,
        "paradigms": Listed,
        "settings": _SETTINGS,
        "spelling": Spelling,
        "ranges": tuple[Words, ...],
        "fused_prefixes": Listed,
        "fused_adjectives": Listed,
    }
    | dict.fromkeys(SECTIONS, Listed)
    | dict.fromkeys(LISTS, Words)
)
#: A word list of ours.
WORDS: Final = _table("Words", _ALL, language=str)
#: One of somebody's own: shipped words may be replaced, and nouns say how a unit is printed.
OWN_WORDS: Final = _table("OwnWords", _ALL | {"replaces": Words, "nouns": Texts}, language=str)
#: Units of somebody's own.
OWN_UNITS: Final = OwnUnits
