"""The programs in examples/ run and say what they should; those of benchmarks/ can begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import REPO, fresh_python

PROGRAMS = sorted((REPO / "examples").glob("*.py"))
BENCHMARKS = sorted((REPO / "benchmarks").glob("[a-z]*.py"))
TELLING = {
    "one_figure_in_many_locales": "10 000 автомобилей в год",
    "read_your_own_text": "more than 4000 tractor",
    "who_works_with_whom": "BY – RU",
}


def test_there_are_at_least_three_programs() -> None:
    assert len(PROGRAMS) >= 3


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_the_program_runs_and_says_something(program: Path, tmp_path: Path) -> None:
    done = fresh_python("-X", "utf8", str(program), cwd=tmp_path)
    printed = " ".join(done.stdout.split())  # no-break spaces count as spaces

    assert (0, "") == (done.returncode, done.stderr)
    assert TELLING.get(program.stem, "") in printed


@pytest.mark.parametrize("program", BENCHMARKS, ids=lambda program: program.stem)
def test_a_benchmark_finds_what_it_imports(program: Path) -> None:
    # what it compares with is imported when it is compared
    begin = f"import runpy, sys; sys.path.insert(0, {str(program.parent)!r}); "
    done = fresh_python("-c", f"{begin}runpy.run_path({str(program)!r})")

    assert (0, "") == (done.returncode, done.stderr)
