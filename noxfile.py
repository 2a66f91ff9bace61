"""The matrix: each Python that is supported, with both ends of what each dependency may be.

Run ``nox`` (from ``pip install nox``), or one entry: ``nox -s "tests(3.12-oldest)"``. A Python that
is not on the machine is skipped. What the ends are is read from ``pyproject.toml``: ``newest`` is
what the index has today, ``oldest`` every lower bound, ``oldest-babel`` that bound alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nox

sys.path.insert(0, str(Path(__file__).resolve().parent))

from dev import PYTEST, oldest  # nox does not look beside its own file

nox.options.default_venv_backend = "venv"
nox.options.sessions = ["tests"]

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
ENDS = {
    "newest": [],
    "oldest": oldest(),
    **{f"oldest-{pin.partition('==')[0]}": [pin] for pin in oldest()},
}
MATRIX = [nox.param(python, end, id=f"{python}-{end}") for python in PYTHONS for end in ENDS]


@nox.session
@nox.parametrize("python,end", MATRIX)
def tests(session: nox.Session, end: str) -> None:
    """Run the quick suite, or what the arguments after ``--`` say."""
    session.install("--quiet", "--editable", ".[test]", *ENDS[end])
    session.run("python", *PYTEST, *session.posargs)


@nox.session(python="3.11")
@nox.parametrize("end", [nox.param(end, id=end) for end in ("newest", "oldest-babel")])
def thorough(session: nox.Session, end: str) -> None:
    """Run the suite over every locale that Babel has."""
    session.install("--quiet", "--editable", ".[test]", *ENDS[end])
    env = {"COOPDATA_ALL_LOCALES": "1"}
    session.run("python", *PYTEST, *session.posargs, env=env)
