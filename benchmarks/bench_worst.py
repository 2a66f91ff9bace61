"""The shapes of text that cost running text most: seconds per megabyte, and how often prose.

``--climb SECONDS`` looks for worse ones: short patterns, repeated, are changed at random, and the
dearest are kept. What it finds belongs in `SHAPES`. A megabyte is a million bytes of UTF-8; the
microseconds for each character stand behind it. The ratio to prose of the same run says more than
the seconds, which are those of the machine.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from _timing import timed

from coopdata import extract
from coopdata.normalize import LANGUAGES

ROOT: Final = Path(__file__).resolve().parent.parent
SIZE: Final = 8_000
ROUNDS: Final = 3
#: What a megabyte of the worst shape may cost, and how often it may cost what prose does.
LIMIT: Final = 15.0

#: Repeated, these were or are the dearest; every language reads all of them.
SHAPES: Final = (
    *("5 ", "−5 −5 ", "1(1(", "5% ", "$5 ", "5 m ", "5 km/h ", "to 5 ", "5 to ", "5 and ", "5-"),
    *("up to 5 ", "rose by 5 ", "2017 ", "5 мая ", "от 5 до ", "три ", "два-три ", "a million "),
    *(
        "half a ",
        "zwei",
        "einundzwanzig ",
        "千分之 ",
        "三",
        "三五七二",
        "三千万亿",
        "两三百",
        "第三",
    ),
    *("두세 ", "제3 ", "만천", "yüzde 5 ", "бір ", "1 000 ", "1,", "5 5% ", "5 of 5 "),
)
PIECES: Final = (
    *"0123456789.,-−–(%$€ /:三千万亿分之个두세만천",
    *(" to ", " and ", " of ", "up to ", "million ", "a ", "half ", "by ", "rose ", "km", "m", "h"),
    *("от ", "до ", "млн ", "раз ", "на ", "yüzde ", "bin ", "etwa ", "und ", "약 ", "명", "년"),
)


def prose(language: str) -> str:
    """Return the development sentences of a language, one after the other."""
    path = ROOT / "seeds" / "sentences" / f"{language}.jsonl"
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return " ".join(row["text"] for row in rows if row["split"] == "dev")


def cost(pattern: str, language: str, rounds: int = ROUNDS) -> float:
    """Return the seconds that a megabyte of a repeated pattern takes."""
    text = (pattern * (SIZE // len(pattern) + 1))[:SIZE]
    work: Callable[[], object] = lambda: extract.mentions(text, locale=language)  # noqa: E731
    work()
    measure = timed(work, time.process_time)
    return min(measure() for _ in range(rounds)) / len(text.encode()) * 1e6


def climb(language: str, seconds: float, dice: random.Random) -> list[tuple[float, str]]:
    """Return the dearest patterns that random changes of the dearest before lead to."""
    best = sorted(((cost(one, language, 1), one) for one in SHAPES), reverse=True)[:8]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pattern = dice.choice(best)[1]
        at, stop = sorted((dice.randint(0, len(pattern)), dice.randint(0, len(pattern))))
        if dice.random() < 0.7:
            stop = at
        pattern = pattern[:at] + dice.choice(PIECES) + pattern[stop:]
        if 0 < len(pattern) <= 24 and pattern not in {one for _, one in best}:
            best = sorted([*best, (cost(pattern, language, 1), pattern)], reverse=True)[:8]
    return best


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--climb", type=float, default=0, help="seconds to search each language")
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    worst = 0.0
    print("s/MB of prose; then of the dearest shapes, their ratio to prose, µs for each character")
    for language in LANGUAGES:
        usual = cost(prose(language), language)
        found = sorted(((cost(one, language), one) for one in SHAPES), reverse=True)
        if options.climb:
            found = climb(language, options.climb, random.Random(options.seed))
        worst = max(worst, found[0][0])
        print(f"{language}: prose {usual:.2f}")
        for each, one in found[:6]:
            of_each = each * len(one.encode()) / len(one)
            print(f"  {one!r:26} {each:6.1f} {each / usual:5.1f}× {of_each:6.1f} µs", flush=True)
    print(f"worst: {worst:.1f} s/MB, {'within' if worst <= LIMIT else 'OVER'} {LIMIT:g}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
