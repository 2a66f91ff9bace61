"""Print the quantities and periods of a text: ``read_your_own_text.py [LOCALE TEXT]``."""

from __future__ import annotations

import sys

import coopdata as cd

SAMPLE = "In 2019 the plant shipped more than 4,000 tractors, up to $250m worth, 12.5% up on 2018."


def main(arguments: list[str]) -> None:
    """Print a line for each mention: where, what kind, which words, which value."""
    locale, text = arguments or ("en", SAMPLE)
    for mention in cd.extract.mentions(text, locale=locale):
        change = f" ({mention.change})" if mention.change else ""
        where = f"{mention.span.start}–{mention.span.end}"
        print(f"{where:8}{mention.kind:9}{mention.span.of(text)!r} = {mention.value}{change}")


if __name__ == "__main__":
    main(sys.argv[1:])
