"""Print the tables of rules and refusals into docs/explanation/one-grammar.md.

python tools/rule_tables.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "explanation" / "one-grammar.md"
BEGIN: Final = "<!-- tables: begin; made by tools/rule_tables.py -->\n"
END: Final = "<!-- tables: end -->\n"
#: Longer examples are cut in the table.
_SHOWN: Final = 40
#: How what parts the cells of a table in a text is shown in a table.
_DRAWN: Final = str.maketrans({"|": "\\|", "\n": " ⏎ ", "\t": " ⇥ "})


def tables() -> str:
    """Return the three tables in Markdown, as the page has them."""
    from coopdata._carrying.reasons import REASONS
    from coopdata._grammar.rule_table import RULES
    from coopdata._refusals.table import REFUSALS

    spoken = {one.name: one for one in REFUSALS}
    rules = [
        (
            one.name,
            one.does,
            _listed(one.ahead),
            _listed(one.behind),
            _texts(text for _, text in one.takes or spoken[one.name].refused),
            _texts(text for _, text, *_ in one.leaves or spoken[one.name].kept),
        )
        for one in RULES
    ]
    refusals = [
        (
            one.name,
            one.tells,
            _texts(text for _, text in one.refused),
            _texts(text for _, text, _ in one.kept),
        )
        for one in REFUSALS
    ]
    reasons = [
        (
            one.name,
            one.does,
            _listed(one.asks),
            _texts(text for _, text in one.takes),
            _texts(text for _, text in one.leaves),
        )
        for one in REASONS
    ]
    heads = ("rule", "what it does", "word behind", "word before", "takes", "leaves")
    return (
        _table(heads, rules)
        + "\nA reading is refused under one of these names:\n\n"
        + _table(("refusal", "what it is", "refused", "read"), refusals)
        + "\nA number takes the unit of another for one of these reasons, and for no other:\n\n"
        + _table(("reason", "what lends what", "asks for", "carried", "not carried"), reasons)
    )


def written(page: str) -> str:
    """Return the page with its tables as they are now."""
    before, _, rest = page.partition(BEGIN)
    return before + BEGIN + "\n" + tables() + "\n" + END + rest.partition(END)[2]


def _listed(kinds: Iterable[str]) -> str:
    return ", ".join(f"`{kind}`" for kind in sorted(kinds))


def _texts(texts: Iterable[str]) -> str:
    shown = (text if len(text) <= _SHOWN else f"{text[:8]}…" for text in texts)
    return "; ".join(shown).translate(_DRAWN)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
