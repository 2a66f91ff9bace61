"""Print one figure of the dataset as a dozen locales write it, with the words that support it."""

from __future__ import annotations

import coopdata as cd

LOCALES = ("en", "ru", "be", "kk", "tr", "zh", "ko", "de", "fr", "hi", "ar", "sw")


def main() -> None:
    """Print the quotation, then one line for each locale."""
    fact = cd.load().fact("allurgroup-jac.capacity")
    if fact.measure is None:
        raise SystemExit(f"{fact.id} states no amount")
    print(fact.citations[0].quote)
    for locale in LOCALES:
        print(f"{locale:4}{fact.measure.format(locale=locale)}")


if __name__ == "__main__":
    main()
