"""A reading carries evidence; its wording is made from it and steers nothing."""

from __future__ import annotations

import ast
from decimal import Decimal
from pathlib import Path

import pytest

from coopdata._grammar.reading import Evidence, Quantity
from support import PACKAGE

READERS = [
    *(
        path
        for room in ("_grammar", "_carrying", "_refusals", "_calendar")
        for path in sorted((PACKAGE / room).glob("*.py"))
    ),
    PACKAGE / "extract.py",
]


def read_back(tree: ast.AST) -> list[int]:
    """Return the lines that read a `why` for anything but handing it on as `why=`."""
    handed_on = {
        id(one.value) for one in ast.walk(tree) if isinstance(one, ast.keyword) and one.arg == "why"
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "why" and id(node) not in handed_on
    ]


@pytest.mark.parametrize("path", READERS, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_no_rule_reads_an_explanation_back(path: Path) -> None:
    assert [] == read_back(ast.parse(path.read_text(encoding="utf-8")))


def test_an_explanation_that_is_read_back_is_seen() -> None:
    tree = ast.parse(
        "Mention(why=found.why)\nif quantity.why == 'a':\n  pass\nquantity.why += ', b'\n"
        "'c' in quantity.why\n"
    )

    assert [2, 4, 5] == sorted(read_back(tree))


def test_a_ground_replaces_the_ground_before_it_and_a_note_adds_to_it() -> None:
    quantity = Quantity(0, 1, Decimal(5), "digits")
    quantity.found(Evidence.ABOUT)
    assert quantity.has(Evidence.DIGITS)
    assert "digits, about" == quantity.why

    quantity.found(Evidence.UNIT_AFTER, 2, 4)
    quantity.found(Evidence.INCREASE)

    assert "unit after, increase" == quantity.why
    assert quantity.has(Evidence.UNIT_AFTER)
    assert quantity.has_any((Evidence.SHARE, Evidence.INCREASE))
    assert not quantity.has_any((Evidence.DIGITS, Evidence.ABOUT))
    assert (Evidence.DIGITS, 0, 1) == quantity.evidence[0]


def test_no_two_pieces_of_evidence_are_worded_alike() -> None:
    words = [one.value for one in Evidence]

    assert len(words) == len(set(words)) == len(Evidence.__members__)
