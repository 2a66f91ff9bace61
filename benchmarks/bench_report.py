"""All that is claimed about speed, side by side with peers in one run, as a page and a plot.

    python benchmarks/bench_report.py [--peer NAME=PYTHON ...] [--articles N] [--rounds N] [--page]

``--peer`` names the interpreter that has a peer (`peers.py`, `requirements-peers.txt`); without
any, those that this interpreter has are asked. ``--page`` writes ``docs/reference/speed.md`` and
``speed.svg``; otherwise the table is printed alone. 1 where something takes longer than is claimed.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import bench_batch
import bench_engines
import pyarrow as pa
from _speed_plot import drawn
from _timing import Times, fresh, in_turn, timed
from bench_extract import PEERS, SHORT, _digits, ask, newswire

import corpus
from coopdata import batch, extract

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
#: The module by which one sees whether a peer is installed.
MODULES = {
    "quantulum3": "quantulum3",
    "recognizers-text": "recognizers_number",
    "natasha": "natasha",
    "dateparser": "dateparser",
    "price-parser": "price_parser",
    "duckling": "duckling",
}
PLAIN = {
    "en": "The parties discussed further cooperation in machine building and agreed to meet. ",
    "ru": "Стороны обсудили дальнейшее сотрудничество в машиностроении и договорились о встрече. ",
}


class Line(NamedTuple):
    """One thing that was timed, beside the first of its part."""

    part: str
    name: str
    seconds: tuple[float, ...]
    ratio: float
    asked: str = ""
    kept: bool = True


def lines(
    part: str, times: Times, asked: dict[str, float] | None = None, *, least: bool = False
) -> list[Line]:
    """Hold each thing against the first, round by round."""
    first = next(iter(times.values()))
    found = []
    for name, taken in times.items():
        ratio = median(one / base for one, base in zip(taken, first, strict=True))
        limit = (asked or {}).get(name)
        kept = limit is None or (ratio >= limit if least else ratio <= limit)
        said = "" if limit is None else f"{'at least' if least else 'at most'} {limit:g}"
        found.append(Line(part, name, tuple(taken), ratio, said, kept))
    return found


def reading(language: str, rounds: int, peers: dict[str, str]) -> list[Line]:
    """Read running text, beside a search for digits and beside the peers."""
    text = newswire(language, SHORT)
    table = pa.record_batch({"text": [text]})
    part = f"{SHORT:,} characters of news, {language}"
    found = lines(
        part,
        _in_turn(
            {
                "search for digits": partial(_digits, text),
                "extract.mentions": partial(extract.mentions, text, locale=language),
                "a batch of that one text": partial(batch.mentions, table, locale=language),
            },
            rounds,
        ),
    )
    for name, python in peers.items():
        rows = [
            {"id": str(nth), "language": language, "text": text, "rounds": 1}
            for nth in range(max(3, rounds // 2))
        ]
        answers, about = ask(name, python, rows)
        if language in about["languages"] and answers:
            taken = tuple(one["seconds"] for one in answers.values())
            ratio = median(one["seconds"] / one["floor"] for one in answers.values())
            found.append(Line(part, f"{name} {about['version']}", taken, ratio))
    return found


def without_numbers(language: str, rounds: int) -> list[Line]:
    """Read a text in which there is nothing."""
    text = PLAIN[language] * 500
    things: dict[str, Callable[[], object]] = {
        "search for digits": partial(_digits, text),
        "extract.mentions": partial(extract.mentions, text, locale=language),
    }
    times = _in_turn(things, rounds)
    return lines(f"{len(text):,} characters without a number, {language}", times, {[*things][1]: 3})


def kernel(rounds: int) -> list[Line]:
    """Make a table, beside a loop over the same texts."""
    texts = bench_batch.paragraphs() * 10
    words, locales = zip(*texts, strict=True)
    table = pa.record_batch({"text": words, "locale": locales})

    def loop() -> None:
        for text, locale in texts:
            extract.mentions(text, locale=locale)

    things: dict[str, Callable[[], object]] = {
        "loop over extract.mentions": loop,
        "batch.mentions": partial(batch.mentions, table, locale_column="locale"),
    }
    times = _in_turn(things, rounds)
    return lines(f"a table of {len(texts)} texts", times, {"batch.mentions": bench_batch.LIMIT})


def importing(rounds: int) -> list[Line]:
    """Begin Python, with the package and with what it stands on."""
    codes = {"python": "pass", "import coopdata": "import coopdata", "import pint": "import pint"}
    things = {name: fresh(code) for name, code in codes.items()}
    return lines("a fresh interpreter", in_turn(things, rounds))


def room() -> float:
    """Return how many times as much two bare loops do as one: 2 on two idle cores."""
    words = [sys.executable, "-c", "for _ in range(30_000_000): pass"]

    def took(count: int) -> float:
        begun = time.perf_counter()
        for one in [subprocess.Popen(words) for _ in range(count)]:
            one.wait()
        return time.perf_counter() - begun

    return median(2 * took(1) / took(2) for _ in range(3))


def processes(articles: int) -> list[Line]:
    """Read articles with one process and with two; the ratio is how many times faster two are."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "articles.parquet")
        _, stated = corpus.write(source, articles)
        times: Times = {"one process": [], "two processes": []}
        for _ in range(bench_engines.ROUNDS):
            for workers, taken in enumerate(times.values(), 1):
                seconds, _, found = bench_engines.run(source, workers)
                taken.append(seconds)
                assert stated == found, (stated, found)
    one, two = times.values()
    gained = median(a / b for a, b in zip(one, two, strict=True))
    part = f"{articles} articles from files (times faster)"
    limit = bench_engines.LIMIT
    bare = room()
    has_room = bare > limit * 1.05
    said = f"at least {limit:g}" + (
        "" if has_room else f"; not judged: a bare loop gains {bare:.2f}"
    )
    return [
        Line(part, "one process", tuple(one), 1.0),
        Line(part, "two processes", tuple(two), gained, said, gained >= limit or not has_room),
    ]


def _in_turn(things: dict[str, Callable[[], object]], rounds: int) -> Times:
    for thing in things.values():
        thing()  # what is read on first use
    return in_turn({name: timed(one, time.process_time) for name, one in things.items()}, rounds)


# -- the page -----------------------------------------------------------------------------------


def table_of(found: list[Line]) -> str:
    """Return the lines in Markdown."""
    rows = ["| what | median | spread | ratio | claimed |", "|---|---:|---:|---:|---|"]
    part = ""
    for one in found:
        if one.part != part:
            part = one.part
            rows.append(f"| **{part}** | | | | |")
        low, _, high = quantiles(one.seconds, n=4, method="inclusive")
        kept = "" if one.kept else " (missed)"
        rows.append(
            f"| {one.name} | {_ms(median(one.seconds))} | {_ms(low)} – {_ms(high)} "
            f"| {one.ratio:.{2 if one.ratio < 10 else 0}f} | {one.asked}{kept} |"
        )
    return "\n".join(rows) + "\n"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.{2 if seconds < 0.1 else 0}f} ms"


def page_of(found: list[Line], missing: list[str]) -> str:
    """Return the page, with the machine and what it is not good for."""
    names = ("attrs", "babel", "pint", "pyarrow")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    absent = f"Not run: {', '.join(missing)}.\n" if missing else ""
    return (
        "# Speed\n\n"
        "<!-- made by: python dev.py bench report --page -->\n\n"
        "Everything that is claimed about speed, beside other readers, from one run.\n"
        "**Only the ratios carry over to another machine**, and they alone are claimed: "
        "each is to the first line of its part, round by round, so that a busy machine slows both "
        "sides alike.\n"
        "The spread is the middle half of the rounds.\n\n"
        "![The ratios as bars, on a logarithmic scale](speed.svg)\n\n"
        f"{table_of(found)}\n"
        "Readers do not do the same work: a search for digits gives no value, and a reader of "
        "dates or of prices looks for nothing else; "
        "[the page of scores](extraction-scores.md) says how much each of them finds.\n"
        "Peers run in processes of their own and are held against the search for digits there.\n"
        f"{absent}\n"
        f"Machine: {platform.system()} on {platform.machine()}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f}; Python {platform.python_version()}, {versions}.\n"
    )


def main(argv: list[str] | None = None) -> int:
    """Time everything, print or write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=PYTHON")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--page", action="store_true")
    options = parser.parse_args(argv)
    peers = dict(one.split("=", 1) for one in options.peer)
    for name, module in MODULES.items():
        if find_spec(module) is not None:
            peers.setdefault(name, sys.executable)
    found = [line for tongue in ("en", "ru") for line in reading(tongue, options.rounds, peers)]
    found += [line for tongue in ("en", "ru") for line in without_numbers(tongue, options.rounds)]
    found += kernel(options.rounds) + importing(options.rounds) + processes(options.articles)
    print(table_of(found))
    if options.page:
        missing = [name for name in PEERS if name not in peers]
        (REFERENCE / "speed.md").write_text(page_of(found, missing), encoding="utf-8")
        bars = [(one.part, one.name, one.ratio) for one in found]
        (REFERENCE / "speed.svg").write_text(drawn(bars), encoding="utf-8")
    return int(not all(one.kept for one in found))


if __name__ == "__main__":
    raise SystemExit(main())
