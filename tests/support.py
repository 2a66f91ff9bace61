"""What several test files share: the repository, and the locales that a run looks at.

Laws about locales are stated over all that Babel has. A quick run looks at a sample: the
languages that coopdata has words for, and some others, which rotate with the package's own
source: an unchanged tree always tests the same locales, each change tests others, and neither
the clock nor chance has a say. ``COOPDATA_ALL_LOCALES=1`` looks at every locale.
"""

from __future__ import annotations

import functools
import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

from babel.localedata import locale_identifiers
from hypothesis import strategies as st

from coopdata.normalize import LANGUAGES

REPO = Path(__file__).resolve().parent.parent
PACKAGE = REPO / "src" / "coopdata"
WORDED = LANGUAGES
SAMPLE_SIZE = 40


def fresh_python(*words: str, cwd: Path = REPO) -> subprocess.CompletedProcess[str]:
    """Run a fresh interpreter that sees this tree's package, and return what it said."""
    env = {**os.environ, "PYTHONPATH": str(REPO / "src"), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *words],
        cwd=cwd,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def is_thorough() -> bool:
    """Return whether this run looks at every locale and at many examples."""
    return os.environ.get("COOPDATA_ALL_LOCALES", "") not in {"", "0"}


@functools.cache
def all_locales() -> tuple[str, ...]:
    """Return every locale that the installed Babel has, in order."""
    return tuple(sorted(name for name in locale_identifiers() if name != "root"))


@functools.cache
def seed() -> str:
    """Return what turns the sample: the package's digest, or ``COOPDATA_LOCALE_SEED``."""
    given = os.environ.get("COOPDATA_LOCALE_SEED")
    if given:
        return given
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")) + sorted(PACKAGE.rglob("*.json")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@functools.cache
def locales(size: int = SAMPLE_SIZE) -> tuple[str, ...]:
    """Return the locales of this run: all of them, or a rotating sample of about `size`."""
    return all_locales() if is_thorough() else sample(size)


@functools.cache
def sample(size: int = SAMPLE_SIZE) -> tuple[str, ...]:
    """Return the rotating sample, also in a thorough run: for laws that take long in a locale."""
    others = [name for name in all_locales() if name not in WORDED]
    return (*WORDED, *sorted(random.Random(seed()).sample(others, size - len(WORDED))))


LOCALES = st.sampled_from(locales())
