"""Write the page of the flat tables, and the table of mentions into its page, from the schemas.

python tools/flat_tables.py
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
REFERENCE: Final = ROOT / "docs" / "reference"
PAGE: Final = REFERENCE / "flat-tables.md"
MENTIONS: Final = REFERENCE / "mentions-table.md"
HEAD: Final = """# The flat tables

<!-- made by tools/flat_tables.py from coopdata.frames.SCHEMAS; do not edit -->

Every column of every flat table, as `coopdata.frames.dictionary()` prints it.
`coopdata.frames.SCHEMAS` has the same as records.
The metadata of an Arrow field carries it as `words` and `unit`.

[The flat schema](flat-schema.md) says why the columns are as they are.
The words of `kind`, `status` and `roles` are told in [the taxonomy](taxonomy.md).
"""


def page() -> str:
    """Return the whole page."""
    from coopdata.frames import dictionary

    return f"{HEAD}\n{dictionary()}"


def mentions(page: str) -> str:
    """Return the page of the table of mentions with the table made anew."""
    from coopdata.batch import schema_table

    lines = page.splitlines(keepends=True)
    rows = [at for at, line in enumerate(lines) if line.startswith("| ")]
    return "".join([*lines[: rows[0]], schema_table(), *lines[rows[-1] + 1 :]])


def main() -> int:
    """Write both pages."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    told = mentions(MENTIONS.read_text(encoding="utf-8"))
    MENTIONS.write_text(told, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
