"""The tool that breaks code on purpose makes the changes that it names, one at a time."""

from __future__ import annotations

import ast
import sys

import pytest

from support import REPO

sys.path.append(str(REPO / "tools"))
from mutants import TESTS, judged, kinds, mutants, of_kind
from mutations import changes

SOURCE = '''"""A module."""
__all__ = ["is_small"]
TABLE = {"a": 1, "b": 2}

def is_small(number: int | None) -> bool:
    """Tell something."""
    if number is None or number < 3:
        return True
    return not number
'''


def broken(nth: int) -> str:
    tree = ast.parse(SOURCE)
    changes(tree)[nth].apply()
    return ast.unparse(ast.fix_missing_locations(tree))


def test_every_change_is_one_change() -> None:
    whole = ast.unparse(ast.parse(SOURCE))
    made = [broken(nth) for nth in range(len(changes(ast.parse(SOURCE))))]

    assert whole not in made
    assert whole == ast.unparse(ast.parse(SOURCE))
    assert len(made) >= 15


@pytest.mark.parametrize(
    "expected",
    [
        "TABLE = {'a': 2, 'b': 1}",
        "TABLE = {'a': 0, 'b': 2}",
        "if number is None and number < 3:",
        "if number is not None or number < 3:",
        "if number is None or number <= 3:",
        "if number is None or number >= 3:",
        "if number is None or number < 4:",
        "if not (number is None or number < 3):",
        "return False",
        "return not not number",
    ],
)
def test_a_change_is_made_where_it_is_named(expected: str) -> None:
    lines = [
        line.strip()
        for nth in range(len(changes(ast.parse(SOURCE))))
        for line in broken(nth).splitlines()
    ]

    assert expected in lines


def test_what_does_not_run_is_left_alone() -> None:
    for change in changes(ast.parse(SOURCE)):
        assert change.line not in (1, 2, 6)
        assert "int | None" not in change.what


@pytest.mark.parametrize("module", TESTS)
def test_the_table_names_modules_and_tests_that_there_are(module: str) -> None:
    assert mutants(module)
    for path in TESTS[module]:
        assert (REPO / path).exists()


def test_each_mutant_that_is_judged_equivalent_is_one_of_the_tools() -> None:
    known = {one.key for module in TESTS for one in mutants(module)}

    assert set() == set(judged()) - known
    assert all(judged().values())


def test_each_kind_that_is_judged_equivalent_has_mutants_and_leaves_others() -> None:
    reasons = [of_kind(one.what) for module in TESTS for one in mutants(module)]

    assert {None, *kinds().values()} == set(reasons)
    assert of_kind("low[at] > LAST_SPACED → low[at] <= LAST_SPACED") is None
