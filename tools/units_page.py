"""Print every unit and currency, with what it is called: ``python tools/units_page.py``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from coopdata import Measure, units  # noqa: E402  # of this tree

PAGE: Final = ROOT / "docs" / "reference" / "units.md"
HEAD: Final = """# Units and currencies

<!-- made by tools/units_page.py from seeds/units.toml, CLDR and the word lists; do not edit -->

Every unit that a `Measure` takes, and how five of it are printed.
Units multiply and divide: `vehicle/year`, `USD/metric_ton`, `kilowatt*hour`.
Symbols and English words that say one unit (`"km"`, `"dollars"`) are taken for it;
what says several is refused with the choices.
"""
TITLES: Final = {
    "physical": "Physical units",
    "time": "Times",
    "ratio": "Shares and points",
    "counted": "Counted things",
}
LANGUAGES: Final = ("en", "ru")


def page() -> str:
    """Return the whole page."""
    parts = [HEAD]
    for kind, title in TITLES.items():
        names = [name for name, one in units.UNITS.items() if one.kind == kind]
        parts.append(f"## {title}\n{''.join(table(names))}")
    parts.append(f"## Currencies\nISO 4217.\n\n{''.join(table(units.CURRENCIES))}")
    return "\n".join(parts)


def table(names: Iterable[str]) -> Iterator[str]:
    """Yield the rows of a table."""
    yield "| unit | English | Russian | dimension |\n|---|---|---|---|\n"
    for name in sorted(names):
        five = Measure.exact(5, name)
        said = [" ".join(five.format(locale=one).split()) for one in LANGUAGES]
        yield f"| `{name}` | {' | '.join(said)} | {five.dimension} |\n"


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
