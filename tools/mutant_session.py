"""One pytest session in which many mutants are tried: tests are collected once, children forked.

The session runs every test once and notes which lines of the package each of them reaches. After
that it forks one child for each mutant, out of a process in which all is imported and every table
is made. The child puts the mutant in (`breaking`), forgets every answer that a module remembers
which imports the broken one, and runs the tests that reach the line, those first that killed a
neighbour, then the quickest; behind them those that reach the module.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import json
import os
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pytest
from _pytest.runner import runtestprotocol
from breaking import (
    PACKAGE,
    Broken,
    Hook,
    forget,
    importers,
    of_package,
    put_in,
    tests_of,
)

__all__ = ["CLOCK", "KILLED", "SURVIVED", "Session", "end"]

KILLED, SURVIVED, CLOCK = "killed", "survived", "killed by the clock"
#: A cache that holds more than this holds answers; a smaller one holds tables.
_TABLES: Final = 256
#: How much memory a child may take, in bytes; a mutant may never stop to gather.
_MEMORY: Final = 6_000_000_000
_CODES: Final = {0: SURVIVED, 1: KILLED, 2: CLOCK}

Reach = dict[str, int]  # the lines of each module, as the bits of a number


# -- what each test reaches -----------------------------------------------------------------------


class Tracer:
    """Notes which lines of some files run."""

    def __init__(self, files: Iterable[str]) -> None:
        self.files = frozenset(files)
        self.lines: dict[str, set[int]] = defaultdict(set)

    def __call__(self, frame: FrameType, event: str, arg: object) -> Callable[..., Any] | None:
        name = frame.f_code.co_filename
        if name not in self.files:
            return None
        seen = self.lines[name]
        seen.add(frame.f_lineno)

        def each(frame: FrameType, event: str, arg: object) -> Callable[..., Any]:
            seen.add(frame.f_lineno)
            return each

        return each


@dataclass(frozen=True)
class Chosen:
    """A pytest plugin that runs some of the tests, in an order that is given."""

    nodeids: list[str]

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the tests that were chosen."""
        known = {item.nodeid: item for item in items}
        items[:] = [known[nodeid] for nodeid in self.nodeids if nodeid in known]


# -- the session ----------------------------------------------------------------------------------


@dataclass
class Session:
    """A pytest plugin: maps the tests in its loop, then hands itself to `work`."""

    modules: list[str]  # the paths of the package's modules that are looked at
    root: Path
    kept: Path  # where what the tests reach is kept from one run to the next
    stamp: Callable[[Path], str]  # the digest under which a test file's part of it holds
    work: Callable[[Session], None]
    seconds: float = 10.0
    items: list[pytest.Function] = field(default_factory=list)
    reach: dict[str, tuple[float, Reach]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)  # what fails as it is traced
    broken_without: list[str] = field(default_factory=list)  # what fails a second time
    _killers: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    _kills: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    _forgetful: dict[str, frozenset[str]] = field(default_factory=dict)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run everything once, then whatever is asked for."""
        self.items = list(session.items)  # type: ignore[arg-type]
        self._map()
        gc.collect()
        gc.freeze()
        self.items = [item for item in self.items if item.nodeid not in self.left_out]
        self._control()
        self.work(self)
        return True

    def _map(self) -> None:
        known = json.loads(self.kept.read_text()) if self.kept.exists() else {}
        stamps = {path: self.stamp(path) for path in {item.path for item in self.items}}
        made: dict[str, Any] = {}
        for item, after in zip(self.items, [*self.items[1:], None], strict=True):
            key = f"{stamps[item.path]} {item.nodeid}"
            made[key] = known.get(key)
            if made[key] is None:
                made[key] = self._reached(item, after)
            elif item.path.name in ("test_rule_readings.py", "test_evaluation.py"):
                runtestprotocol(item, log=False, nextitem=after)  # so that the tables are made
            seconds, lines = made[key]
            self.reach[item.nodeid] = seconds, {name: int(bits, 16) for name, bits in lines.items()}
        for key in list(made):
            if key.partition(" ")[2] in self.left_out:
                del made[key]
        self.kept.write_text(json.dumps(made))

    def _reached(self, item: pytest.Function, after: pytest.Function | None) -> Any:
        places = {str(self.root / "src" / PACKAGE / name): name for name in self.modules}
        forget(of_package, _TABLES)
        tracer = Tracer(places)
        started = time.process_time()
        sys.settrace(tracer)
        try:
            reports = runtestprotocol(item, log=False, nextitem=after)
        finally:
            sys.settrace(None)
        if any(report.failed for report in reports):
            self.left_out.append(item.nodeid)
        lines = {
            places[name]: f"{sum(1 << line for line in found):x}"
            for name, found in tracer.lines.items()
        }
        return time.process_time() - started, lines

    def _control(self) -> None:
        """Try no change at all: the tests must pass again behind those that ran before."""
        nothing = Broken(self.modules[0], 0, ast.Module([], []), lambda: None)
        child, said = self.fork(nothing)
        if self.became(nothing, os.waitpid(child, 0)[1], said) != SURVIVED:
            names = [self.items[nth].nodeid for nth in self._killers.pop((nothing.module, 0), [])]
            self.broken_without.append(f"{' '.join(names)} (a second time)")

    def chosen(self, broken: Broken) -> tuple[list[int], int]:
        """Return the tests that may notice, in their order, and how many reach the very line."""
        at_line, in_module = [], []
        for nth, item in enumerate(self.items):
            seconds, lines = self.reach[item.nodeid]
            bits = lines.get(broken.module, 0)
            if bits >> broken.line & 1:
                at_line.append((seconds, nth))
            elif bits:
                in_module.append((seconds, nth))
        first = self._killers.get((broken.module, broken.line // 8), [])
        rows = [nth for _, nth in sorted(at_line)]
        known = self._kills[broken.module]
        rows.sort(key=lambda nth: (nth not in first, -known[nth]))
        return rows + [nth for _, nth in sorted(in_module)], len(at_line)

    def killed_by(self, broken: Broken, nth: int) -> None:
        """Remember which test killed a mutant, for its neighbours."""
        self._killers.setdefault((broken.module, broken.line // 8), []).append(nth)
        self._kills[broken.module][nth] += 1

    def fork(self, broken: Broken) -> tuple[int, int]:
        """Start a child that tries a mutant; return its id and the end of a pipe to read from."""
        order, _ = self.chosen(broken)
        forgetful = self._forgetful.get(broken.module)
        if forgetful is None:
            forgetful = importers(broken.name) | tests_of(self.root)
            self._forgetful[broken.module] = forgetful
        there, here = os.pipe()
        child = os.fork()
        if child:
            os.close(here)
            return child, there
        code = 1
        try:
            os.setpgid(0, 0)  # a mutant that hangs is ended with all that it started
            import resource  # which only systems have that can fork

            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            quiet = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(quiet, stream)
            code = self._try(broken, order, here, forgetful)
        finally:
            os._exit(code)

    def _try(self, broken: Broken, order: list[int], here: int, forgetful: frozenset[str]) -> int:
        try:
            if broken.line:
                broken.change()
                ast.fix_missing_locations(broken.tree)
                put_in(broken)
        except Exception:  # whether it cannot be put in, or fails as it is
            return self._afresh(broken, order)
        forget(forgetful.__contains__, 0)
        signal.signal(signal.SIGPROF, lambda *_: os._exit(2))
        started = time.process_time()
        for nth, after in zip(order, [*order[1:], None], strict=True):
            item, beside = self.items[nth], None if after is None else self.items[after]
            signal.setitimer(signal.ITIMER_PROF, 10 + 10 * self.reach[item.nodeid][0])
            reports = runtestprotocol(item, log=False, nextitem=beside)
            if any(report.failed for report in reports):
                os.write(here, str(nth).encode())
                return 1
            if time.process_time() - started > self.seconds:
                break
        return 0

    def _afresh(self, broken: Broken, order: list[int]) -> int:
        """Import and collect everything anew, with the mutant in it."""
        chosen, seconds = list[str](), 0.0
        for nth in order:
            chosen.append(self.items[nth].nodeid)
            seconds += self.reach[chosen[-1]][0]
            if seconds > self.seconds:
                break
        if not chosen:
            return 0
        for name in tests_of(self.root) | {name for name in sys.modules if of_package(name)}:
            sys.modules.pop(name, None)
        path = str(self.root / "src" / PACKAGE / broken.module)
        sys.meta_path.insert(0, Hook(broken.name, compile(broken.tree, path, "exec")))
        files = sorted({nodeid.partition("::")[0] for nodeid in chosen})
        signal.signal(signal.SIGPROF, lambda *_: os._exit(2))
        signal.setitimer(signal.ITIMER_PROF, 30 + 10 * self.seconds)
        options = ("-x", "-q", "-p", "no:cacheprovider", "--tb=no", "--assert=plain")
        return int(pytest.main([*options, *files], plugins=[Chosen(chosen)]) != 0)

    def became(self, broken: Broken, status: int, said: int) -> str:
        """Return what became of a mutant, by how its child ended."""
        with os.fdopen(said) as pipe:
            nth = pipe.read()
        if nth:
            self.killed_by(broken, int(nth))
        code = os.waitstatus_to_exitcode(status)
        return _CODES.get(code, KILLED)


def end(child: int) -> None:
    """End a process that we started, and what it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
