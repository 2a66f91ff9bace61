"""Print which countries the articles show at work together, on how many statements."""

from __future__ import annotations

import coopdata as cd


def main() -> None:
    """Print one line for each pair, the busiest first."""
    links = cd.load().where().links(by="country")
    for link in sorted(links, key=lambda link: -len(link.facts)):
        print(f"{' – '.join(link.parties):10}{len(link.facts):3} statements")


if __name__ == "__main__":
    main()
