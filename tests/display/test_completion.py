"""Ids are completed behind a look-up of a dataset, and nothing is evaluated for it."""

from __future__ import annotations

import pytest

from coopdata import Dataset, display
from coopdata.display._completion import ids


def test_ids_are_those_of_the_record_that_is_looked_up(ds: Dataset) -> None:
    names = {"ds": ds}

    assert ("kursk-trade",) == ids('ds.article("kur', names)
    assert {one.id for one in (*ds.facts, *ds.derived)} == {*ids("x = ds.fact('", names)}
    assert tuple(one.id for one in ds.parties) == ids('print(ds.party("', names)


@pytest.mark.parametrize(
    "typed", ['ds.fact("a" ', 'ds.facts("', "ds.fact(", 'other.fact("', 'f().fact("', "", "ds"]
)
def test_nothing_is_completed_elsewhere(typed: str, ds: Dataset) -> None:
    assert () == ids(typed, {"ds": ds, "other": 5})


def test_ipython_completes_ids_and_shows_views(ds: Dataset) -> None:
    shell = pytest.importorskip("IPython.core.interactiveshell").InteractiveShell()
    shell.user_ns["ds"] = ds
    display.load_ipython_extension(shell)
    line = 'ds.article("kur'
    shown, _ = shell.display_formatter.format(ds.facts[0])

    with pytest.importorskip("IPython.core.completer").provisionalcompleter():
        found = {one.text for one in shell.Completer.completions(line, len(line))}

    assert "kursk-trade" in found
    assert {"text/html", "text/markdown", "text/plain"} == {*shown}
    assert display.view(ds.facts[0]).plain() == shown["text/plain"]
