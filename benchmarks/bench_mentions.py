"""Names in running text: how many are found and how many are wrong, ours and a peer's.

    python dev.py bench mentions [GOLD.jsonl ...]

The texts are the shipped articles in Russian, or those of the files of gold that are given; a name
counts where kind and place are those of the gold. Natasha marks the name without the legal form
and the quotation marks, so that its spans are compared without what stands around them. It is left
out where it is not installed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from coopdata import extract
from coopdata.evaluation import GoldText, gold_lines, shipped_gold
from coopdata.model import NAME_KINDS

Name = tuple[str, int, int]
Find = Callable[[str, str], Iterable[Name]]
KINDS = ("place", "organisation", "person")
LANGUAGE = "ru"


def ours(text: str, locale: str) -> Iterable[Name]:
    found = extract.mentions(text, locale=locale, kinds=NAME_KINDS)
    return [(one.kind or "", one.span.start, one.span.end) for one in found]


def natasha() -> Find | None:
    """Return the peer, if it is installed."""
    try:
        from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter
    except ImportError:
        print("natasha is not installed")
        return None
    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
    kinds = {"PER": "person", "LOC": "place", "ORG": "organisation"}

    def find(text: str, _: str) -> Iterable[Name]:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return [(kinds[one.type], one.start, one.stop) for one in doc.spans]

    return find


def overlaps(one: Name, others: list[Name]) -> bool:
    return any(one[0] == kind and one[1] < end and start < one[2] for kind, start, end in others)


def figures(title: str, find: Find, texts: list[GoldText]) -> None:
    """Print precision and recall, exact and by overlap, and characters a second."""
    found_all = gold_all = exact = found_near = gold_near = 0
    find(texts[0].text, texts[0].language)
    start = time.perf_counter()
    told = [list(find(one.text, one.language)) for one in texts]
    spent = time.perf_counter() - start
    for one, found in zip(texts, told, strict=True):
        gold = [
            (named.kind, named.span.start, named.span.end)
            for named in one.mentions
            if named.kind in KINDS
        ]
        found_all, gold_all = found_all + len(found), gold_all + len(gold)
        exact += len({*found} & {*gold})
        found_near += sum(overlaps(name, gold) for name in found)
        gold_near += sum(overlaps(name, found) for name in gold)
    speed = sum(len(one.text) for one in texts) / spent
    print(
        f"  {title:12} exact: precision {exact / found_all:.3f}, recall {exact / gold_all:.3f};"
        f" overlap: precision {found_near / found_all:.3f}, recall {gold_near / gold_all:.3f};"
        f" {speed:,.0f} characters a second"
    )


def main() -> int:
    files = [Path(one) for one in sys.argv[1:]]
    gold = [one for path in files for one in gold_lines(path)] or shipped_gold(names=True)
    texts = [one for one in gold if one.language == LANGUAGE]
    print(f"names in {len(texts)} texts in {LANGUAGE}")
    figures("coopdata", ours, texts)
    peer = natasha()
    if peer is not None:
        figures("natasha", peer, texts)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
