"""Hypothesis profiles, the header line, and fixtures that every test file may ask for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings

import support

if TYPE_CHECKING:
    from coopdata.dataset import Dataset

# A quick run must give the same answer twice; only `explore` rolls dice.
_SLOW_IS_FINE = [HealthCheck.too_slow]
settings.register_profile(
    "quick", max_examples=25, deadline=None, derandomize=True, suppress_health_check=_SLOW_IS_FINE
)
settings.register_profile(
    "thorough",
    max_examples=150,  # with every locale, as many as half an hour of CI has room for
    deadline=None,
    derandomize=True,
    suppress_health_check=_SLOW_IS_FINE,
)
settings.register_profile(
    "explore", max_examples=1000, deadline=None, suppress_health_check=_SLOW_IS_FINE
)
# To see whether a test fails, not why: ``python dev.py mutants``.
settings.register_profile(
    "mutants",
    settings.get_profile("quick"),
    phases=[Phase.explicit, Phase.generate],
    database=None,
)
PROFILE = os.environ.get("COOPDATA_PROFILE", "thorough" if support.is_thorough() else "quick")
settings.load_profile(PROFILE)


def pytest_report_header() -> str:
    """Say which locales this run looks at and how to repeat it."""
    chosen = len(support.locales())
    return f"coopdata: {PROFILE} profile, {chosen} locales, COOPDATA_LOCALE_SEED={support.seed()}"


@pytest.fixture(scope="session")
def repo() -> Path:
    """Return the root of the repository."""
    return support.REPO


@pytest.fixture(scope="session")
def ds() -> Dataset:
    """Return the shipped dataset."""
    import coopdata

    return coopdata.load()
