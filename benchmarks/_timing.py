"""Time things side by side: rounds in turn, so that a busy machine slows all of them alike."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from statistics import median

Times = dict[str, list[float]]


def in_turn(things: Mapping[str, Callable[[], float]], rounds: int) -> Times:
    """Ask each thing for its seconds, `rounds` times, one after the other."""
    times: Times = {name: [] for name in things}
    for _ in range(rounds):
        for name, thing in things.items():
            times[name].append(thing())
    return times


def timed(
    work: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> Callable[[], float]:
    """Return a function that does the work and says how many seconds it took.

    `time.process_time` as the clock counts this process alone: on an idle machine the same, on a
    busy one the truth about single-threaded work.
    """

    def measure() -> float:
        start = clock()
        work()
        return clock() - start

    return measure


def fresh(code: str) -> Callable[[], float]:
    """Return a function that runs `code` in a fresh interpreter and times all of it."""
    words = [sys.executable, "-c", code]
    return timed(lambda: subprocess.run(words, check=True, capture_output=True))


def told(code: str) -> Callable[[], float]:
    """Return a function that runs `code` in a fresh interpreter and reads the seconds it prints."""
    words = [sys.executable, "-c", code]
    return lambda: float(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


def report(title: str, times: Times, floor: str, limits: Mapping[str, float] | None = None) -> bool:
    """Print min, median and the ratio to `floor` in milliseconds; tell whether limits are kept."""
    print(f"\n{title}\n  {'':34} {'min':>9} {'median':>9} {'ratio':>7}")
    base = median(times[floor])
    kept = True
    for name, found in times.items():
        low, middle = min(found), median(found)
        limit = (limits or {}).get(name)
        verdict = ""
        if limit is not None:
            within = middle * 1000 <= limit
            kept = kept and within
            verdict = f"  {'within' if within else 'OVER'} {limit:g} ms"
        ratio = f"{middle / base:7.2f}" if base else "      -"
        print(f"  {name:34} {low * 1000:9.2f} {middle * 1000:9.2f} {ratio}{verdict}")
    return kept
