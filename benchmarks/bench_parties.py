"""Names of organisations and people: pairs told apart, forms cut off; ours and the peers'.

    python dev.py bench parties

The tables are in `benchmarks/names/`, written from knowledge before the code. Of organisations
every third family is kept apart, of people all of `people_apart.tsv`; their figures stand by
themselves.
Legal forms are those by which two names of one line differ ("ПАО «Газпром»", "Газпром").
Peers that are not installed are left out. A peer says of two names how alike they are; its
threshold is the one that gives it the best recall at a precision of 97 % on the very table, which
flatters it.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from coopdata import errors, normalize
from coopdata._names.key import name_key
from coopdata._names.legal_forms import form_key, is_form

HERE = Path(__file__).parent / "names"
Family = list[list[str]]
#: How alike two names are, 0 to 1.
Compare = Callable[[str, str], float]
LEAST = 0.97


def families(table: str) -> list[Family]:
    """Return the families of a table: what is the same stands in one line."""
    blocks = (HERE / f"{table}.tsv").read_text("utf-8").split("\n\n")
    read = ([one.split("\t") for one in block.splitlines() if one[:1] != "#"] for block in blocks)
    return [family for family in read if family]


def pairs(chosen: list[Family]) -> Iterator[tuple[str, str, bool]]:
    """Yield every pair of names of a family, and whether they are of one bearer."""
    for family in chosen:
        for one in family:
            yield from ((*pair, True) for pair in itertools.combinations(one, 2))
        for one, other in itertools.combinations(family, 2):
            yield from ((*pair, False) for pair in itertools.product(one, other))


def ours(same: Callable[[str, str], object]) -> Compare:
    """Return our answer as a likeness: 1 where two names are the same, and only then."""

    def compare(one: str, other: str) -> float:
        try:
            return float(bool(same(one, other)))
        except errors.UnreadableTextError:
            return 0.0

    return compare


def peers(schema: str) -> dict[str, Compare]:
    """Return the peers that are installed, to compare names of ``Company`` or ``Person``."""
    found: dict[str, Compare] = {}
    try:
        from rapidfuzz import fuzz, utils
    except ImportError:
        print("rapidfuzz is not installed")
    else:
        found["rapidfuzz, WRatio"] = lambda one, other: (
            fuzz.WRatio(one, other, processor=utils.default_process) / 100
        )
        found["rapidfuzz, token_sort"] = lambda one, other: (
            fuzz.token_sort_ratio(one, other, processor=utils.default_process) / 100
        )
    try:
        from followthemoney import ValueEntity
        from nomenklatura.matching import LogicV2
    except ImportError:
        print("nomenklatura is not installed")
    else:
        config = LogicV2.default_config()

        def entity(name: str) -> ValueEntity:
            row = {"id": name, "schema": schema, "properties": {"name": [name]}}
            return ValueEntity.from_dict({**row, "caption": name, "datasets": ["names"]})

        found["nomenklatura, LogicV2"] = lambda one, other: (
            LogicV2.compare(entity(one), entity(other), config).score
        )
    return found


def cutters() -> dict[str, Callable[[str], str]]:
    """Return what cuts a legal form off a name: ours, and the peers that are installed."""

    def own(text: str) -> str:
        try:
            return normalize.organisation(text).core
        except errors.UnreadableTextError:
            return ""

    found: dict[str, Callable[[str], str]] = {"coopdata": own}
    try:
        import cleanco
    except ImportError:
        print("cleanco is not installed")
    else:
        found["cleanco"] = cleanco.basename
    try:
        from rigour.names import remove_org_types
    except ImportError:
        print("rigour is not installed")
    else:
        found["rigour"] = lambda text: remove_org_types(text.casefold())
    return found


def forms(tables: list[Family]) -> list[tuple[str, str]]:
    """Return the names that are another name of their line and a legal form."""
    found = []
    for name, core in itertools.chain.from_iterable(
        itertools.permutations(line, 2) for family in tables for line in family
    ):
        if core in name and is_form(form_key(name.replace(core, ""))):
            found.append((name, core))
    return found


def cut_off(cut: Callable[[str], str], table: list[tuple[str, str]]) -> tuple[float, float]:
    """Return the share of names of which the core is left, and names a second."""
    start = time.perf_counter()
    right = sum(name_key(cut(name)) == name_key(core) for name, core in table)
    return right / len(table), len(table) / (time.perf_counter() - start)


def scored(compare: Compare, table: list[tuple[str, str, bool]]) -> tuple[float, float, float]:
    """Return precision, recall and pairs a second, at the threshold that serves best."""
    start = time.perf_counter()
    said = [(compare(one, other), same) for one, other, same in table]
    speed = len(table) / (time.perf_counter() - start)
    total = sum(same for _, same in said)
    best = (0.0, 0.0, 0.0)
    for threshold in sorted({score for score, _ in said if score > 0}):
        right = sum(same for score, same in said if score >= threshold)
        precision = right / sum(score >= threshold for score, _ in said)
        best = max(best, (min(precision, LEAST), right / total, precision))
    return best[2], best[1], speed


def main() -> int:
    tables = {
        "organisations": families("organisations"),
        "people": families("people"),
        "people, kept apart": families("people_apart"),
    }
    apart = [one for number, one in enumerate(tables["organisations"]) if number % 3 == 2]
    tables["organisations, kept apart"] = apart
    others = {schema: peers(schema) for schema in ("Company", "Person")}
    for name, chosen in sorted(tables.items()):
        table = list(pairs(chosen))
        is_people = name.startswith("people")
        kind = normalize.same_person if is_people else normalize.same_organisation
        schema = "Person" if is_people else "Company"
        print(
            f"\n{name}: {len(table)} pairs\n  {'':24}{'precision':>10}{'recall':>8}{'pairs/s':>10}"
        )
        for title, compare in {"coopdata": ours(kind), **others[schema]}.items():
            precision, recall, speed = scored(compare, table)
            print(f"  {title:24}{precision:10.3f}{recall:8.3f}{speed:10.0f}")
    split = forms(tables["organisations"])
    print(f"\nlegal forms: {len(split)} names\n  {'':24}{'right':>10}{'names/s':>10}")
    for title, cut in cutters().items():
        right, speed = cut_off(cut, split)
        print(f"  {title:24}{right:10.3f}{speed:10.0f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
