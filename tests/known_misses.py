"""The gold sentences that `extract.mentions` misreads today, as a list that is compared exactly.

``python tests/known_misses.py`` writes the list anew. Of the sentences that are kept apart only
the number of misreadings stands in it, so that nobody mends what they are meant to measure.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from coopdata import extract
from coopdata.evaluation import evaluate, gold_lines
from coopdata.model import Mention
from coopdata.normalize import LANGUAGES

ROOT: Final = Path(__file__).resolve().parents[1]
LIST: Final = Path(__file__).with_suffix(".jsonl")
COMMAND: Final = "python tests/known_misses.py"


def recorded() -> list[str]:
    """Return the lines of the list."""
    return LIST.read_text(encoding="utf-8").splitlines()


def found_now(extractor: Callable[..., Iterable[Mention]] = extract.mentions) -> list[str]:
    """Return the lines that the list should have: one for each misreading of a sentence."""
    return [
        json.dumps(miss, ensure_ascii=False)
        for language in LANGUAGES
        for miss in _misses(language, extractor)
    ]


def changes(extractor: Callable[..., Iterable[Mention]] = extract.mentions) -> list[str]:
    """Return what is new (``+``) and what is mended (``-``) since the list was written."""
    listed, now = recorded(), found_now(extractor)
    new = [f"+ {line}" for line in now if line not in listed]
    return new + [f"- {line}" for line in listed if line not in now]


def _misses(
    language: str, extractor: Callable[..., Iterable[Mention]]
) -> Iterator[dict[str, str | int]]:
    path = ROOT / "seeds" / "sentences" / f"{language}.jsonl"
    rows: list[dict[str, Any]] = [
        json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    development = {row["id"] for row in rows if row["split"] == "dev"}
    apart = 0
    for one in evaluate(extractor, gold=gold_lines(path)).differences:
        if one.text_id in development:
            missed, wrong = (_told(mention, one.text) for mention in (one.gold, one.found))
            yield {"language": language, "id": one.text_id, "missed": missed, "wrong": wrong}
        else:
            apart += 1
    yield {"language": language, "kept apart": apart}


def _told(mention: Mention | None, text: str) -> str:
    if mention is None:
        return ""
    flags = [name for name in ("change", "mod", "counted") if getattr(mention, name, None)]
    more = "".join(f", {name} {getattr(mention, name)}" for name in flags)
    return f"{mention.span.of(text)} = {mention.kind} {mention.value}{more}"


def main() -> int:
    """Write the list and say what has changed."""
    told = changes() if LIST.exists() else []
    LIST.write_text("".join(f"{line}\n" for line in found_now()), encoding="utf-8", newline="\n")
    print("\n".join([*told, f"{len(told)} change(s) in {LIST.name}"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
