"""Words by which a sentence says that something is so, planned, invested, said by somebody.

They are data: ``cues.toml`` of the seeds, or of a project, by language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, TypeAlias, get_args

from .. import _shipped
from .._text.words import LAST_SPACED
from ..model import FACT_KINDS, STATUSES, Change

__all__ = [
    "CUED",
    "MEASURED",
    "MEASURES",
    "AllCues",
    "Cues",
    "cue_spans",
    "cues_of",
    "shipped_cues",
]

#: Status, change, kind of fact or ``says`` → the words; a star at the end stands for any ending.
Cues: TypeAlias = Mapping[str, tuple[str, ...]]
AllCues: TypeAlias = Mapping[str, Cues]
#: The table of what may be measured in which kind of fact; it stands beside the languages.
MEASURES: Final = "measures"
#: What a measure of a fact is; a length of time or a rank is something said of one.
MEASURED: Final = ("money", "number", "percent", "quantity", "rate")
CUED: Final[tuple[str, ...]] = (*STATUSES, *get_args(Change), *FACT_KINDS, "says")


def shipped_cues() -> AllCues:
    """Return the words that coopdata brings."""
    tree: dict[str, dict[str, list[str]]] = _shipped.tree("cues.json")
    return {
        language: {word: tuple(cues) for word, cues in table.items()}
        for language, table in tree.items()
    }


def cues_of(language: str, cues: AllCues) -> Cues:
    """Return the words of a BCP 47 tag, or of its language."""
    return cues.get(language) or cues.get(language.partition("-")[0], {})


def cue_spans(
    words: str, text: str, start: int, end: int, *, anyhow: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield where words stand, whole, in a stretch of the text; `anyhow` in any case."""
    for found in _pattern(words, anyhow).finditer(text, start, end):
        yield found.span()


@lru_cache(maxsize=4096)
def _pattern(words: str, anyhow: bool) -> re.Pattern[str]:
    is_spaced = words[:1] <= LAST_SPACED
    ending = r"\w*" if words.endswith("*") else r"(?!\w)" if is_spaced else ""
    parts = words.removesuffix("*").split()
    plain = r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in parts)
    begin = r"(?<!\w)" if is_spaced and words[:1].isalnum() else ""
    return re.compile(rf"{begin}{plain}{ending}", re.IGNORECASE if anyhow else 0)
