"""How many of the suggested facts are right: drafts of the five articles against what was curated.

A suggestion is held against the curated facts with the same measure in the sentence that it quotes.
"""

from __future__ import annotations

from collections import Counter

import coopdata as cd

FIELDS = ("kind", "status", "kind and status", "period", "said_by", "parties")


def agrees(field: str, fact: cd.Fact, made: cd.corpus.SuggestedFact) -> bool:
    """Tell whether a suggestion says what a curated fact says."""
    if field == "kind and status":
        return (fact.kind, fact.status) == (made.kind, made.status)
    if field == "parties":
        involved = {(one.role, one.party) for one in fact.parties}
        return set(made.parties) <= involved
    return bool(getattr(fact, field) == getattr(made, field))


def says(field: str, record: cd.Fact | cd.corpus.SuggestedFact) -> bool:
    """Tell whether a record says anything in a field."""
    return field == "kind and status" or bool(getattr(record, field))


def main() -> None:
    """Print precision and recall of each field over the facts with a measure."""
    dataset = cd.load()
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    found: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for article in dataset.articles:
        drafted = cd.corpus.draft(
            article.text,
            locale=article.language,
            anchor=article.published,
            parties=dataset.parties,
        ).facts
        gold = [fact for fact in article.facts if fact.measure is not None]
        pairs = [
            (fact, made)
            for fact in gold
            for made in drafted
            if fact.measure == made.measure
            and any(made.quote.overlaps(one.span) for one in fact.citations)
        ]
        for field in FIELDS:
            for made in drafted:
                if says(field, made):
                    given[field] += 1
                    right[field] += any(agrees(field, f, m) for f, m in pairs if m is made)
            for fact in gold:
                if says(field, fact):
                    there[field] += 1
                    found[field] += any(
                        says(field, m) and agrees(field, f, m) for f, m in pairs if f is fact
                    )
    print("| field | suggested | right | precision | curated | found | recall |")
    print("|---|---|---|---|---|---|---|")
    for field in FIELDS:
        precision, recall = right[field] / given[field], found[field] / there[field]
        print(
            f"| {field} | {given[field]} | {right[field]} | {precision:.2f} "
            f"| {there[field]} | {found[field]} | {recall:.2f} |"
        )


if __name__ == "__main__":
    main()
