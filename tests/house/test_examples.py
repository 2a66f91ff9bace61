"""The programs in examples/ run, each in a fresh interpreter, and say what they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import REPO, fresh_python

PROGRAMS = sorted((REPO / "examples").glob("*.py"))
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
