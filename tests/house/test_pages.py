"""What the pages of the documentation list is all there is."""

from __future__ import annotations

import re
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import coopdata as cd
from coopdata import errors, units


def words(page: Path) -> set[str]:
    """Return what stands first in the rows of a page's tables, in code."""
    return set(re.findall(r"^\| `([^`]+)` \|", page.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_error_has_a_row(repo: Path) -> None:
    known = {
        name
        for name in errors.__all__
        if issubclass(getattr(errors, name), errors.CoopdataError) and name != "CoopdataError"
    }

    assert known | {"UnknownNounError"} == words(repo / "docs/reference/errors.md")


def test_every_unit_and_every_currency_has_a_row(repo: Path) -> None:
    page = words(repo / "docs/reference/units.md")

    assert {*units.UNITS, *units.CURRENCIES} == page, "run: python tools/units_page.py"


@pytest.mark.parametrize("name", [*cd.__all__])
def test_every_public_name_is_in_the_reference(repo: Path, name: str) -> None:
    page = (repo / "docs/reference/api.md").read_text(encoding="utf-8")
    one = getattr(cd, name)
    home = one.__name__ if isinstance(one, ModuleType) else one.__module__
    room = ".".join(home.split(".")[:2])

    assert re.search(rf"auto\w+:: {room}\b", page)


def test_every_public_name_of_every_room_has_a_docstring() -> None:
    rooms = [one for name in cd.__all__ if isinstance(one := getattr(cd, name), ModuleType)]
    bare = [
        f"{room.__name__}.{name}"
        for room in rooms
        for name in room.__all__
        if isinstance(one := getattr(room, name), type | FunctionType) and not one.__doc__
    ]

    assert [] == bare
