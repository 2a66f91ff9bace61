"""Print the taxonomy: what each kind, status, role and tie means, with its labels.

python tools/taxonomy_page.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "reference" / "taxonomy.md"
HEAD: Final = """# The taxonomy

<!-- made by tools/taxonomy_page.py from seeds/taxonomy.toml and the labels; do not edit -->

The words that the fields of facts and the ties of parties hold.
For each: what it means, what it is not, and an example from the articles.
A fact has the roles that its kind takes; the build refuses others.
[A corpus](../tutorial/your-own-articles.md) may declare further kinds of fact and roles.
Statuses and ties are these.
"""
TITLES: Final = {
    "fact": "Kinds of fact",
    "status": "Statuses",
    "role": "Roles",
    "link": "Ties of a party",
}
LANGUAGES: Final = ("en", "ru", "be", "kk", "ko", "tr", "zh", "de")
_SHOWN: Final = 90


def page() -> str:
    """Return the whole page."""
    from coopdata.corpus._taxonomy import SETS, read_taxonomy

    taxonomy = read_taxonomy(ROOT / "seeds", []).told
    return "\n".join([HEAD, *(part for name in SETS for part in _section(name, taxonomy[name]))])


def _section(name: str, terms: object) -> Iterator[str]:
    from coopdata import formatting
    from coopdata.corpus._taxonomy import SETS, TermSeed

    assert isinstance(terms, dict)
    found: dict[str, TermSeed] = {word: terms[word] for word in SETS[name]}
    yield f"## {TITLES[name]}\n"
    heads = ["word", "means", "is not", "example"] + ["roles"] * (name == "fact")
    yield _table(
        heads,
        (
            [f"`{word}`", one.means, one.unlike, _example(name, word, one.example)]
            + [", ".join(f"`{role}`" for role in one.roles)] * (name == "fact")
            for word, one in found.items()
        ),
    )
    yield _table(
        ["word", *LANGUAGES],
        (
            [f"`{word}`", *(formatting.label(name, word, locale=tag) for tag in LANGUAGES)]
            for word in found
        ),
    )


def _example(name: str, word: str, example: str) -> str:
    from coopdata import load

    if name == "link":
        party = load().party(example)
        tie = next(one for one in party.links if one.kind == word)
        return f"{party.name()} → {load().party(tie.party).name()}"
    fact = load().fact(example)
    quote = " ".join(fact.citations[0].quote.split())
    return f"“{quote if len(quote) <= _SHOWN else quote[:_SHOWN].rsplit(' ', 1)[0] + ' …'}”"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = [*heads]
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |\n" for row in lines)


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    main()
