"""Print every fact in eight languages into docs/reference/facts-in-eight-languages.md.

python tools/fact_pages.py
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "reference" / "facts-in-eight-languages.md"
LANGUAGES: Final = ("en", "ru", "be", "kk", "ko", "tr", "zh", "de")
#: What Markdown would take for its own.
_DRAWN: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})
_INTRODUCTION: Final = """\
# Facts in eight languages

<!-- made by tools/fact_pages.py with Babel {babel} -->

Each fact of the shipped dataset, computed ones last, in the words that it cites first.
Below them `fact.format(locale=…)` says it from its fields, by the templates in `seeds/statements`.
A name of a party is never inflected, and stands in English where none is kept in the language.
"""


def page() -> str:
    """Return the page."""
    from babel import __version__

    from coopdata import load

    dataset = load()
    lines = [_INTRODUCTION.format(babel=__version__)]
    for article in dataset.articles:
        lines.append(f"## {(article.title or article.id).translate(_DRAWN)}\n")
        for fact in (*dataset.facts, *dataset.derived):
            if fact.article_id == article.id:
                lines.append(f"### {fact.id}\n")
                quote = " ".join(fact.citations[0].quote.split())
                lines.append(f"> {quote.translate(_DRAWN)}\n")
                said = ((one, fact.format(locale=one)) for one in LANGUAGES)
                lines.extend(f"- {one}: {text.translate(_DRAWN)}" for one, text in said)
                lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    main()
