"""What a table of mentions costs beyond the reading: at most 15 % more than a loop."""

from __future__ import annotations

import json
import time
from pathlib import Path
from statistics import median

import pyarrow as pa
from _timing import in_turn, report, timed

from coopdata import batch, extract, load

ROUNDS = 9
LIMIT = 1.15
SENTENCES = Path(__file__).resolve().parent.parent / "seeds" / "sentences"


def paragraphs() -> list[tuple[str, str]]:
    """Return the paragraphs of the shipped articles, each with its language."""
    return [
        (paragraph, article.language)
        for article in load().articles
        for paragraph in article.text.splitlines()
    ]


def sentences() -> list[tuple[str, str]]:
    """Return the sentences of `seeds/`: short, and most of them with several mentions."""
    rows = [
        json.loads(line)
        for path in sorted(SENTENCES.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [(row["text"], row["language"]) for row in rows]


def ratio(title: str, texts: list[tuple[str, str]]) -> float:
    """Time both ways over the same texts; return how many times longer a table takes."""
    words, locales = zip(*texts, strict=True)
    made = pa.record_batch({"text": words, "locale": locales})

    def loop() -> None:
        for text, locale in texts:
            extract.mentions(text, locale=locale)

    def table() -> None:
        batch.mentions(made, locale_column="locale")

    loop()
    table()
    clock = time.process_time
    times = in_turn({"loop": timed(loop, clock), "table": timed(table, clock)}, ROUNDS)
    report(f"{title} ({len(texts)} texts)", times, "loop")
    pairs = zip(times["table"], times["loop"], strict=True)
    found = median(one / other for one, other in pairs)
    print(f"  median of the ratios: {found:.3f}; at most {LIMIT:g}")
    return found


def main() -> int:
    """Report both kinds of text; fail where the table takes too much longer."""
    found = [ratio("paragraphs", paragraphs() * 10), ratio("sentences", sentences())]
    return int(max(found) > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
