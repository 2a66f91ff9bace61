"""Break the code on purpose, in small ways, and see whether a test notices.

``python dev.py mutants`` makes every mutant of the modules in `TESTS`, runs the tests named there
against each, and prints those that no test killed. ``--files interval query/_compare`` takes the
modules whose path has one of these words, ``--sample 50`` takes that many mutants of each module
(the same ones each time), ``--list`` only shows them. The report is written to
``build/mutants.txt``; the exit code is 0 where at least ``--least`` percent died.

Each mutant is tried in a process forked from one that has collected the tests and knows which
lines each reaches (`mutant_session`); what they reach is kept in ``build/mutants`` for as long as
neither the package nor the tests' own file changes. A mutant survives that no test killed which
reaches its line, nor one that reaches its module, in ``--seconds 10`` of tests, the quickest
first. So this runs where ``os.fork`` exists.

A mutant that cannot be told from the original stands in ``tools/equivalent_mutants.toml`` with
the reason. It is run and counted like any other: as *equivalent* if it survives, and as a mistake
of the list if it dies.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import os
import random
import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final

import pytest
from breaking import Broken
from mutant_session import CLOCK, KILLED, SURVIVED, Session, end
from mutations import changes

ROOT: Final = Path(__file__).resolve().parent.parent
EQUIVALENT: Final = Path(__file__).with_name("equivalent_mutants.toml")
REPORT: Final = ROOT / "build" / "mutants.txt"
#: What the tests reach, kept from one run to the next.
REACH: Final = ROOT / "build" / "mutants"
PACKAGE: Final = "src/coopdata/"

_VALUES: Final = ("tests/values",)
_GRAMMAR: Final = ("tests/grammar", "tests/calendar", "tests/test_evaluation.py")
#: Which tests should notice a change of which module.
TESTS: Final[dict[str, tuple[str, ...]]] = {
    "_exact.py": ("tests/values", "tests/test_exact.py"),
    "values/edtf.py": ("tests/values/test_period.py",),
    "values/interval.py": ("tests/values/test_interval.py", "tests/values/test_measure.py"),
    "values/measure.py": ("tests/values/test_measure.py", "tests/values/test_interval.py"),
    "values/period.py": ("tests/values/test_period.py",),
    "values/span.py": ("tests/values/test_span.py",),
    "units/_convert.py": ("tests/values/test_convert.py",),
    "query/_compare.py": ("tests/values/test_compare.py",),
    "query/_overlaps.py": ("tests/test_query.py",),
    "corpus/_supports.py": ("tests/seeds/test_supports.py", "tests/seeds/test_seeds.py"),
    "corpus/_taxonomy.py": ("tests/seeds/test_taxonomy.py",),
    "_bound.py": ("tests/dataset/test_bound.py",),
    **{
        f"{room}/{path.name}": _GRAMMAR
        for room in ("_numbers", "_grammar", "_carrying", "_refusals", "_calendar")
        for path in sorted((ROOT / PACKAGE / room).glob("*.py"))
        if path.name != "__init__.py"
    },
    # what a locale's own marks make of digits; the grammar has other marks to fall back on
    "_numbers/digits.py": ("tests/inverse/test_digits.py", "tests/inverse/test_printed.py"),
}
SETTINGS: Final = {"COOPDATA_PROFILE": "mutants", "PYTHONHASHSEED": "0"}
PYTEST: Final = ("-q", "-p", "no:cacheprovider", "--no-header", "--tb=no", "--assert=plain")
EQUIVALENT_TO: Final = "equivalent"
MISJUDGED: Final = "wrongly judged equivalent"


@dataclass(frozen=True)
class Mutant:
    """One module with one change."""

    module: str
    line: int
    source: str
    what: str

    def __str__(self) -> str:
        return f"{PACKAGE}{self.module}:{self.line}: {self.what}    | {self.source}"

    @property
    def key(self) -> tuple[str, str, str]:
        """What the list of equivalent mutants names it by."""
        return self.module, self.source, self.what

    @property
    def shown(self) -> str:
        """The same without the line's number, which an edit elsewhere changes."""
        return f"{PACKAGE}{self.module}: {self.what}    | {self.source}"


def mutants(module: str) -> list[Mutant]:
    """Return all mutants of a module, in the order of its text."""
    return [mutant for mutant, _ in breakages(module)]


def breakages(module: str) -> list[tuple[Mutant, Broken]]:
    """Return all mutants of a module with what makes them, in one tree: make at most one."""
    text = (ROOT / PACKAGE / module).read_text(encoding="utf-8")
    lines, tree = text.splitlines(), ast.parse(text)
    return [
        (
            Mutant(module, one.line, lines[one.line - 1].strip(), one.what),
            Broken(module, one.line, tree, one.apply),
        )
        for one in changes(tree)
    ]


def outcomes(
    session: Session, wanted: list[tuple[Mutant, Broken]], jobs: int
) -> Iterator[tuple[Mutant, str]]:
    """Yield what became of each mutant, `jobs` of them at a time."""
    waiting = list(reversed(wanted))
    running: dict[int, tuple[Mutant, Broken, int, float]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                mutant, broken = waiting.pop()
                child, said = session.fork(broken)
                running[child] = mutant, broken, said, time.monotonic()
            for child, (mutant, broken, said, since) in list(running.items()):
                done, status = os.waitpid(child, os.WNOHANG)
                if done:
                    del running[child]
                    yield mutant, session.became(broken, status, said)
                elif time.monotonic() - since > 60 + 20 * session.seconds:
                    end(child)
                    os.close(said)
                    del running[child]
                    yield mutant, CLOCK
            time.sleep(0.002)
    finally:
        for child in running:
            end(child)


# -- the report -----------------------------------------------------------------------------------


def survivors() -> frozenset[str]:
    """Return the mutants that the last report names as not killed, by line of text and change."""
    if not REPORT.exists():
        return frozenset()
    lines = REPORT.read_text(encoding="utf-8").splitlines()
    named = [line.removeprefix(f"{SURVIVED}: ") for line in lines if line.startswith(SURVIVED)]
    return frozenset(re.sub(r"\.py:\d+:", ".py:", line) for line in named)


def judged() -> dict[tuple[str, str, str], str]:
    """Return the reasons of the list of equivalent mutants, by module, line of text and change."""
    rows = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["mutant"]
    return {(row["module"], row["line"], row["change"]): row["reason"] for row in rows}


@cache
def kinds() -> dict[str, str]:
    """Return the reasons for which all mutants of a kind are equivalent, by a pattern for them."""
    rows = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["kind"]
    return {row["change"]: row["reason"] for row in rows}


def of_kind(what: str) -> str | None:
    """Return why no mutant of a change's kind can be told from the original, if that is so."""
    return next((why for pattern, why in kinds().items() if re.fullmatch(pattern, what)), None)


def run(
    session: Session,
    modules: list[str],
    options: argparse.Namespace,
    say: Callable[[str], None],
    total: Counter[str],
) -> None:
    """Run the mutants of some modules, and say one line for each that matters."""
    for name in session.left_out:
        say(f"left out, for it fails without any mutant: {name}")
    if session.broken_without:
        say(f"without any mutant these fail: {' '.join(session.broken_without)}")
        return
    known = judged()
    again = options.survivors if options.again else None
    for module in modules:
        wanted = [one for one in breakages(module) if again is None or one[0].shown in again]
        if options.sample is not None and options.sample < len(wanted):
            chosen = random.Random(module).sample(range(len(wanted)), options.sample)
            wanted = [wanted[nth] for nth in sorted(chosen)]
        count = Counter[str]()
        for mutant, became in outcomes(session, wanted, options.jobs):
            reason = known.get(mutant.key) or of_kind(mutant.what)
            if reason is not None:
                became = EQUIVALENT_TO if became == SURVIVED else MISJUDGED
            count[became] += 1
            if became not in (KILLED, CLOCK):
                say(f"{became}: {mutant}" + (f"    ({reason})" if reason else ""))
        say(f"{module}: {summary(count)}")
        total.update(count)


def share(count: Counter[str]) -> float:
    """Return the percentage that died, of those that can be told from the original."""
    died = count[KILLED] + count[CLOCK] + count[MISJUDGED]
    return 100 * died / max(1, died + count[SURVIVED])


def summary(count: Counter[str]) -> str:
    """Return the figures in words."""
    figures = ", ".join(f"{number} {name}" for name, number in sorted(count.items()))
    return f"{count.total()} mutants: {figures}; {share(count):.1f} % died"


def stamp(path: Path) -> str:
    """Return a digest of the package and of a test file with all that test files share."""
    digest = hashlib.sha256(path.read_bytes())
    for folder, pattern in ((ROOT / PACKAGE, "**/*.py"), (ROOT / "tests", "*.py")):
        for one in sorted(folder.glob(pattern)):
            digest.update(one.read_bytes())
    return digest.hexdigest()[:16]


def main() -> int:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(prog="dev.py mutants", description=__doc__)
    parser.add_argument("--files", nargs="+", default=[], help="parts of modules' paths")
    parser.add_argument("--sample", type=int, help="how many mutants of each module")
    parser.add_argument("--again", action="store_true", help="those alone that survived last time")
    parser.add_argument("--seconds", type=float, default=10.0, help="of tests for each mutant")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--least", type=float, default=95.0, help="percent that must die")
    parser.add_argument("--list", action="store_true", help="show the mutants, run none")
    options = parser.parse_args()
    modules = [
        name
        for name in TESTS
        if not options.files or any(part in f"{PACKAGE}{name}" for part in options.files)
    ]
    if not modules:
        parser.error(f"no module of that name; known: {', '.join(TESTS)}")
    if options.list:
        for module in modules:
            print(*mutants(module), sep="\n")
        return 0
    if not hasattr(os, "fork"):
        raise SystemExit("mutants need os.fork, which this system lacks")
    os.chdir(ROOT)
    os.environ.update(SETTINGS)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    REACH.mkdir(exist_ok=True, parents=True)
    options.survivors = survivors()
    total = Counter[str]()
    with (
        REPORT.open("w", encoding="utf-8", newline="\n") as report,
        os.fdopen(os.dup(1), "w") as out,
    ):

        def say(line: str) -> None:
            for stream in (out, report):
                print(line, file=stream, flush=True)

        for tests in dict.fromkeys(TESTS[module] for module in modules):
            some = [module for module in modules if TESTS[module] == tests]
            work = partial(run, modules=some, options=options, say=say, total=total)
            mapped = [module for module in TESTS if TESTS[module] == tests]
            kept = REACH / f"{hashlib.sha256(repr(tests).encode()).hexdigest()[:12]}.json"
            session = Session(mapped, ROOT, kept, stamp, work, options.seconds)
            pytest.main([*PYTEST, *tests], plugins=[session])
        say(f"all: {summary(total)}")
    return int(share(total) < options.least)


if __name__ == "__main__":
    raise SystemExit(main())
