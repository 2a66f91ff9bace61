"""The matrix: each Python that is supported, with the oldest and the newest pint it can have.

Run ``nox`` (from ``pip install nox``), or one entry: ``nox -s "tests(3.12-new-pint)"``.
A Python that is not on the machine is skipped. pint 0.25.3 is the last that serves Python 3.11;
newer ones need 3.12.
"""

from __future__ import annotations

import nox

nox.options.default_venv_backend = "venv"
nox.options.sessions = ["tests"]

OLD_PINT = "pint==0.25.3"
NEW_PINT = "pint>=0.26,<0.27"
PYTEST = ("-m", "pytest", "-n", "2", "--dist", "loadfile", "-q")
MATRIX = [
    nox.param("3.11", OLD_PINT, id="3.11-old-pint"),
    nox.param("3.12", OLD_PINT, id="3.12-old-pint"),
    nox.param("3.12", NEW_PINT, id="3.12-new-pint"),
    nox.param("3.13", OLD_PINT, id="3.13-old-pint"),
    nox.param("3.13", NEW_PINT, id="3.13-new-pint"),
]


@nox.session
@nox.parametrize("python,pint", MATRIX)
def tests(session: nox.Session, pint: str) -> None:
    """Run the quick suite, or what the arguments after ``--`` say."""
    session.install("--quiet", "--editable", ".[test]", pint)
    session.run("python", *PYTEST, *session.posargs)


@nox.session(python="3.11")
def thorough(session: nox.Session) -> None:
    """Run the suite over every locale that Babel has."""
    session.install("--quiet", "--editable", ".[test]", OLD_PINT)
    env = {"COOPDATA_ALL_LOCALES": "1"}
    session.run("python", *PYTEST, *session.posargs, env=env)
