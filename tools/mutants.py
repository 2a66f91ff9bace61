"""Break the code on purpose, in small ways, and see whether a test notices.

``python dev.py mutants`` makes every mutant of the modules in `TESTS`, runs the tests named there
against each, and prints those that no test killed. ``--files interval query/_compare`` takes the
modules whose path has one of these words, ``--sample 50`` takes that many mutants of each module
(the same ones each time), ``--list`` only shows them. The report is written to
``build/mutants.txt``; the exit code is 0 where at least ``--least`` percent died.

One process per mutant is forked from one that has imported pytest and the dependencies already;
an import hook in it hands out the mutated module. So this runs where ``os.fork`` exists.

A mutant that cannot be told from the original stands in ``tools/equivalent_mutants.toml`` with
the reason. It is run and counted like any other: as *equivalent* if it survives, and as a mistake
of the list if it dies.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import random
import signal
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Final

from mutations import Change, changes

ROOT: Final = Path(__file__).resolve().parent.parent
EQUIVALENT: Final = Path(__file__).with_name("equivalent_mutants.toml")
REPORT: Final = ROOT / "build" / "mutants.txt"
PACKAGE: Final = "src/coopdata/"

_VALUES: Final = ("tests/values",)
_GRAMMAR: Final = (
    "tests/grammar/test_rule_readings.py",
    "tests/test_evaluation.py",
    "tests/grammar",
)
#: Which tests should notice a change of which module, the quickest first.
TESTS: Final[dict[str, tuple[str, ...]]] = {
    "_exact.py": ("tests/values", "tests/test_exact.py"),
    "values/interval.py": ("tests/values/test_interval.py", "tests/values/test_measure.py"),
    "values/measure.py": ("tests/values/test_measure.py", "tests/values/test_interval.py"),
    "values/period.py": ("tests/values/test_period.py",),
    "values/span.py": ("tests/values/test_span.py",),
    "units/_convert.py": ("tests/values/test_convert.py",),
    "query/_compare.py": ("tests/values/test_compare.py",),
    "query/_overlaps.py": ("tests/test_query.py",),
    "corpus/_supports.py": ("tests/seeds/test_supports.py", "tests/seeds/test_seeds.py"),
    "seeds/_taxonomy.py": ("tests/seeds/test_taxonomy.py",),
    "_bound.py": ("tests/dataset/test_bound.py",),
    **{
        f"{room}/{path.name}": _GRAMMAR
        for room in ("_numbers", "_grammar", "_carrying", "_refusals")
        for path in sorted((ROOT / PACKAGE / room).glob("*.py"))
        if path.name != "__init__.py"
    },
}
#: What the first process imports, so that its children need not.
HEAVY: Final = ("pytest", "_pytest.doctest", "hypothesis.strategies", "attrs", "babel.localedata")
SETTINGS: Final = {"COOPDATA_PROFILE": "mutants", "PYTHONHASHSEED": "0"}
PYTEST: Final = ("-x", "-q", "-p", "no:cacheprovider", "--no-header", "--tb=no", "--assert=plain")
_KILLED, _SURVIVED, _TIMED_OUT = "killed", "survived", "killed by the clock"


@dataclass(frozen=True)
class Mutant:
    """One module with one change."""

    module: str
    nth: int
    line: int
    source: str
    what: str

    def __str__(self) -> str:
        return f"{PACKAGE}{self.module}:{self.line}: {self.what}"


def mutants(module: str) -> list[Mutant]:
    """Return all mutants of a module, in the order of its text."""
    text = (ROOT / PACKAGE / module).read_text(encoding="utf-8")
    lines = text.splitlines()
    found = enumerate(changes(ast.parse(text)))
    return [
        Mutant(module, nth, one.line, lines[one.line - 1].strip(), one.what) for nth, one in found
    ]


def mutated(mutant: Mutant) -> CodeType:
    """Return the code of a module with one change in it."""
    path = ROOT / PACKAGE / mutant.module
    tree = ast.parse(path.read_text(encoding="utf-8"))
    change: Change = changes(tree)[mutant.nth]
    change.apply()
    return compile(ast.fix_missing_locations(tree), str(path), "exec")


class Hook(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Hands out one module from code that is given."""

    def __init__(self, module: str, code: CodeType) -> None:
        parts = ("coopdata", *Path(module).with_suffix("").parts)
        self.is_package = parts[-1] == "__init__"
        self.name = ".".join(parts[:-1] if self.is_package else parts)
        self.code = code

    def find_spec(self, fullname: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """Answer for the one module."""
        if fullname != self.name:
            return None
        return importlib.util.spec_from_loader(fullname, self, is_package=self.is_package)

    def exec_module(self, module: ModuleType) -> None:
        """Run the code given."""
        exec(self.code, module.__dict__)


# -- processes ------------------------------------------------------------------------------------


def start(tests: tuple[str, ...], mutant: Mutant | None) -> int:
    """Fork a process that runs the tests against a mutant, or as things are; return its id."""
    child = os.fork()
    if child:
        return child
    code = 3
    try:
        os.setpgid(0, 0)  # a mutant that hangs is ended with all that it started
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(quiet, stream)
        for name in [name for name in sys.modules if name.partition(".")[0] == "coopdata"]:
            del sys.modules[name]
        if mutant is not None:
            sys.meta_path.insert(0, Hook(mutant.module, mutated(mutant)))
        import pytest

        code = int(pytest.main([*PYTEST, *tests]))
    finally:
        os._exit(code)


def said(status: int) -> str:
    """Return what became of a mutant, by the exit status of its process."""
    code = os.waitstatus_to_exitcode(status)
    if code in (4, 5):  # pytest was called wrongly, or found no tests
        raise SystemExit(f"pytest ended with {code}: is the table TESTS right?")
    return _SURVIVED if code == 0 else _KILLED


def outcomes(wanted: list[Mutant], jobs: int, patience: float) -> Iterator[tuple[Mutant, str]]:
    """Yield what became of each mutant, `jobs` of them at a time."""
    waiting = list(reversed(wanted))
    running: dict[int, tuple[Mutant, float]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                mutant = waiting.pop()
                child = start(TESTS[mutant.module], mutant)
                running[child] = mutant, time.monotonic()
            for child, (mutant, since) in list(running.items()):
                done, status = os.waitpid(child, os.WNOHANG)
                if done:
                    del running[child]
                    yield mutant, said(status)
                elif time.monotonic() - since > patience:
                    end(child)
                    del running[child]
                    yield mutant, _TIMED_OUT
            time.sleep(0.01)
    finally:
        for child in running:
            end(child)


def end(child: int) -> None:
    """End a process that we started, and what it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)


@cache
def unchanged(tests: tuple[str, ...]) -> float:
    """Run the tests against the code as it is, which must pass; return the seconds taken."""
    started = time.monotonic()
    _, status = os.waitpid(start(tests, None), 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"without any mutant these fail already: {' '.join(tests)}")
    return time.monotonic() - started


# -- the report -----------------------------------------------------------------------------------


def judged() -> dict[tuple[str, str, str], str]:
    """Return the reasons of the list of equivalent mutants, by module, line of text and change."""
    if not EQUIVALENT.exists():
        return {}
    rows = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["mutant"]
    return {(row["module"], row["line"], row["change"]): row["reason"] for row in rows}


def run(modules: list[str], sample: int | None, jobs: int, say: list[str]) -> Counter[str]:
    """Run the mutants of some modules; put one line for each that matters into `say`."""
    known, total = judged(), Counter[str]()
    for module in modules:
        wanted = mutants(module)
        if sample is not None and sample < len(wanted):
            chosen = random.Random(module).sample(range(len(wanted)), sample)
            wanted = [wanted[nth] for nth in sorted(chosen)]
        patience = max(10.0, 10 * unchanged(TESTS[module]))
        count = Counter[str]()
        for mutant, became in outcomes(wanted, jobs, patience):
            reason = known.get((mutant.module, mutant.source, mutant.what))
            if reason is not None:
                became = "equivalent" if became == _SURVIVED else "wrongly judged equivalent"
            count[became] += 1
            if became not in (_KILLED, _TIMED_OUT):
                line = f"{became}: {mutant}    | {mutant.source}"
                say.append(line + (f"    ({reason})" if reason else ""))
                print(say[-1], flush=True)
        say.append(f"{module}: {summary(count)}")
        print(say[-1], flush=True)
        total.update(count)
    return total


def share(count: Counter[str]) -> float:
    """Return the percentage that died, of those that can be told from the original."""
    died = count[_KILLED] + count[_TIMED_OUT] + count["wrongly judged equivalent"]
    return 100 * died / max(1, died + count[_SURVIVED])


def summary(count: Counter[str]) -> str:
    """Return the figures in words."""
    figures = ", ".join(f"{number} {name}" for name, number in sorted(count.items()))
    return f"{count.total()} mutants: {figures}; {share(count):.1f} % died"


def main() -> int:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(prog="dev.py mutants", description=__doc__)
    parser.add_argument("--files", nargs="+", default=[], help="parts of modules' paths")
    parser.add_argument("--sample", type=int, help="how many mutants of each module")
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
    for name in HEAVY:
        importlib.import_module(name)
    say: list[str] = []
    total = run(modules, options.sample, options.jobs, say)
    say.append(f"all: {summary(total)}")
    print(say[-1])
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(say) + "\n", encoding="utf-8", newline="\n")
    return int(share(total) < options.least)


if __name__ == "__main__":
    raise SystemExit(main())
