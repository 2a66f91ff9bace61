"""Time and scores of reading running text, beside other readers of the same texts in the same run.

    python benchmarks/bench_extract.py [--split dev|held] [--peer NAME=PYTHON ...] [--only PART ...]
                                       [--page] [--errors LANGUAGE]

PART is one of speed, micro, hostile, scores. ``--peer`` names the interpreter that has a peer
installed (`peers.py`, `requirements-peers.txt`); peers without one are told as not run.
``--page`` writes speed and scores into the page of scores; ``--errors`` lists every difference.
Sentences of the held split are for scoring once, when nothing will be changed any more.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from _reading_times import hostile, micro
from _scores import Found, finding_of, own_tables, peer_table, replaced
from _timing import in_turn, report, timed

import coopdata as cd
from coopdata import evaluation, extract

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "extraction-scores.md"
PEERS = ("quantulum3", "recognizers-text", "natasha", "dateparser", "price-parser", "duckling")
LONG, SHORT = 1_000_000, 4_000
RATIO = 10.0
F1_LIMITS = {"ru": 0.95, "en": 0.95}
F1_LIMIT, ALARM_LIMIT = 0.88, 0.02

# -- speed --------------------------------------------------------------------------------------


def newswire(language: str, size: int) -> str:
    """Return the articles of one language over and over, with other amounts every time."""
    dice = random.Random(20171205)
    text = "\n\n".join(one.text for one in cd.load().articles if one.language == language) + "\n\n"

    def other(found: re.Match[str]) -> str:
        digits = found[0]
        if digits.startswith(("19", "20")) or int(digits) <= 31:  # years and days stay
            return digits
        return str(dice.randrange(32, 100)).ljust(len(digits), dice.choice("123456789"))

    pieces = [text]
    while sum(map(len, pieces)) < size:
        pieces.append(re.sub(r"\d{2,}", other, text))
    return "".join(pieces)[:size]


def speed(peers: dict[str, str]) -> tuple[bool, str]:
    """Time extraction over newswire against the bare search for digits; return the table too."""
    kept = True
    rows = ["| language | reader | version | times the search for digits |\n|---|---|---|---|"]
    notes = []
    for language in ("ru", "en"):
        text = newswire(language, LONG)
        ratio, low = _ratio(f"newswire, {language}", text, language, 7)
        print(f"  {'within' if ratio <= RATIO else 'OVER'} {RATIO:g} times the floor")
        kept = kept and ratio <= RATIO
        notes.append(f"{language} {ratio:.1f} (minimum to minimum {low:.1f})")
        text = text[:SHORT]
        ratio, low = _ratio(f"first {SHORT:,} of them, {language}", text, language, 25)
        rows.append(f"| {language} | coopdata | | {low:.1f} |")
        row = {"id": language, "language": language, "text": text, "rounds": 3}
        for name in PEERS:
            if name not in peers:
                print(f"  {name:34} not run")
                continue
            answers, about = ask(name, peers[name], [row])
            if language in answers:
                one = answers[language]
                ratio = one["seconds"] / one["floor"]
                print(f"  {name:34} {one['seconds'] * 1e3:9.2f} {'':9} {ratio:7.0f}")
                rows.append(f"| {language} | {name} | {about['version']} | {ratio:,.1f} |")
    table = "\n".join(rows)
    return kept, f"{table}\n\ncoopdata over {LONG:,} characters, medians: {', '.join(notes)}."


def _ratio(title: str, text: str, language: str, rounds: int) -> tuple[float, float]:
    """Return how many times the floor extraction takes: by medians, and by minima."""
    floor, own = "floor: re.finditer(r'\\d+')", "extract.mentions"
    work = {
        floor: timed(partial(_digits, text), time.process_time),
        own: timed(partial(extract.mentions, text, locale=language), time.process_time),
    }
    times = in_turn(work, rounds)
    report(title, times, floor)
    middle = statistics.median(times[own]) / statistics.median(times[floor])
    return middle, min(times[own]) / min(times[floor])


def _digits(text: str) -> int:
    return sum(1 for _ in re.finditer(r"\d+", text))


def ask(
    name: str, python: str, rows: list[dict[str, Any]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Let a peer read texts in its own interpreter: answers by id, and what it says of itself."""
    words = [python, str(Path(__file__).with_name("peers.py")), name]
    lines = "\n".join(json.dumps(row) for row in rows)
    done = subprocess.run(words, input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr}")
    for line in done.stderr.splitlines():
        print(f"  {name} failed on {line}")
    about, *answers = [json.loads(line) for line in done.stdout.splitlines()]
    return {one["id"]: one for one in answers}, about


# -- scores -------------------------------------------------------------------------------------


def sentences(split: str) -> tuple[evaluation.GoldText, ...]:
    """Return the sentences of one split, of all languages."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gold.jsonl"
        path.write_text("\n".join(_lines(split)), encoding="utf-8")
        return evaluation.gold_lines(path)


def _lines(split: str) -> Iterator[str]:
    for path in sorted((ROOT / "seeds" / "sentences").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and json.loads(line)["split"] == split:
                yield line


def scores(split: str, peers: dict[str, str], errors: str) -> tuple[bool, str]:
    """Score coopdata strictly, and leniently beside its peers; return the tables."""
    texts = sentences(split)
    strict = cd.evaluate(extract.mentions, gold=texts)
    for one in strict.differences:
        if one.language == errors:
            print(f"  {one}")
    own: Found = {
        text.id: [
            finding_of(one)
            for one in extract.mentions(text.text, locale=text.language, anchor=text.anchor)
            if not one.minor
        ]
        for text in texts
    }
    found: dict[str, tuple[Found, dict[str, Any]]] = {}
    rows = [
        {
            "id": text.id,
            "language": text.language,
            "text": text.text,
            "anchor": None if text.anchor is None else str(text.anchor),
        }
        for text in texts
    ]
    for name in PEERS:
        if name in peers:
            answers, about = ask(name, peers[name], rows)
            found[name] = {key: one["found"] for key, one in answers.items()}, about
    missing = [name for name in PEERS if name not in peers]
    body = (
        f"### coopdata, strictly\n\n{own_tables(strict, texts)}\n\n"
        f"### coopdata and its peers, leniently\n\n{peer_table(texts, own, found)}"
    )
    if missing:
        body += f"\n\nNot run: {', '.join(missing)}."
    print("\n" + body)
    return _good(strict), body


def _good(strict: evaluation.Report) -> bool:
    kept = strict.false_alarms <= ALARM_LIMIT * strict.negatives
    print(f"\nfalse alarms: {strict.false_alarms} of {strict.negatives}, goal {ALARM_LIMIT:.0%}")
    for language in sorted({one.language for one in strict.scores if one.language}):
        f1, limit = strict.score(language=language).f1, F1_LIMITS.get(language, F1_LIMIT)
        print(f"{language}: F1 {f1:.3f}, {'within' if f1 >= limit else 'UNDER'} {limit}")
        kept = kept and f1 >= limit
    return kept


SPLITS = {
    "dev": "Development sentences: the word lists were written with them in sight, "
    "so these figures flatter coopdata.",
    "held": "Sentences kept apart: they are scored at the end of a round of work, by counts alone, "
    "and nobody looks at them.",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parts = ("speed", "micro", "hostile", "scores")
    parser.add_argument("--split", choices=tuple(SPLITS), default="dev")
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=PYTHON")
    parser.add_argument("--only", action="append", choices=parts, default=[])
    parser.add_argument("--page", action="store_true")
    parser.add_argument("--errors", default="", metavar="LANGUAGE")
    options = parser.parse_args()
    peers = dict(one.split("=", 1) for one in options.peer)
    if set(peers) - set(PEERS):
        parser.error(f"unknown peer; known: {', '.join(PEERS)}")
    chosen = {"speed", "scores"} if options.page else set(options.only or parts)
    print(f"Python {platform.python_version()}")
    kept, timing, tables = True, "", ""
    if "speed" in chosen:
        kept, timing = speed(peers)
    if "micro" in chosen:
        kept = micro() and kept
    if "hostile" in chosen:
        kept = hostile() and kept
    if "scores" in chosen:
        good, tables = scores(options.split, peers, options.errors)
        kept = good and kept
    if options.page:
        body = f"## Scores\n\n{SPLITS[options.split]}\n\n{tables}\n\n## Speed\n\n{timing}"
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(replaced(page, body), encoding="utf-8", newline="\n")
    print("\nwithin the limits" if kept else "\nOUTSIDE a limit")
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
