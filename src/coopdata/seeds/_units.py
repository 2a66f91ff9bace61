"""Turn `seeds/units.toml` into the tree that `units.json` holds.

The seed file states each unit's size in other units ("60 minute", "1 newton*meter"); the shipped
table states it as one exact fraction of the base units, so that reading it back is cheap.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final, TypeVar

from ._printing import plural

__all__ = ["compile_units"]

Tree = dict[str, Any]
Sized = tuple[Fraction, dict[str, int]]
Meant = TypeVar("Meant")
#: The columns of a unit whose scale begins at zero.
_UNMOVED: Final = 6


def compile_units(tree: Tree) -> Tree:
    """Return the shipped form of a parsed `units.toml`.

    Args:
        tree: What `tomllib` read.

    Returns:
        A JSON tree with sorted, stable content: for every unit its kind, CLDR id, pint name,
        whether coopdata has to define it, its factor and its base dimensions.

    Raises:
        ValueError: All problems found, one a line, each with the path of the entry.
    """
    problems: list[str] = []
    units = {**_measured(tree, problems), **_counted(tree, problems)}
    mistaken = {**_inflected(tree["mistaken"], tree.get("plural", {})), **tree["mistaken"]}
    alias = _aliases(tree, units, mistaken, problems)
    known = {*units, *tree["currency"]["codes"].split()}
    shipped = {
        "alias": alias,
        "compound": tree["compound"],
        "currencies": sorted(tree["currency"]["codes"].split()),
        "international": _international(tree, problems),
        "mistaken": mistaken,
        "preferred": _preferred(tree, known, problems),
        "settled": _settled(tree, known, problems),
        "twin": _twins(tree, units, problems),
        "units": units,
    }
    if problems:
        raise ValueError("\n".join(problems))
    return shipped


def _measured(tree: Tree, problems: list[str]) -> Tree:
    """Return the rows of the units that have a size."""
    sizes: dict[str, Sized] = {}
    units: Tree = {}
    for name, row in {**tree["physical"], **tree["ratio"]}.items():
        section = "ratio" if name in tree["ratio"] else "physical"
        try:
            size = _size(name, tree, sizes, ())
        except (KeyError, ValueError) as err:
            problems.append(f"{section}.{name}: {err}")
            continue
        units[name] = _physical(name, row, size, section)
    return units


def _counted(tree: Tree, problems: list[str]) -> Tree:
    """Return the rows of what is counted: each is a dimension of its own."""
    units: Tree = {}
    for name in tree["counted"]:
        if name in tree["physical"] or name in tree["ratio"]:
            problems.append(f"counted.{name}: is a physical unit too")
        cldr = tree.get("counted_cldr", {}).get(name, "")
        units[name] = _row("counted", cldr, name, (Fraction(1), {f"[{name}]": 1}), define=True)
    return units


def _aliases(tree: Tree, units: Tree, mistaken: Tree, problems: list[str]) -> dict[str, str]:
    """Return what else each unit may be called: other words, their plurals, symbols."""
    alias: dict[str, str] = dict(tree["alias"])
    for name, row in tree["counted"].items():
        for word in row:
            if word in units or word in alias:
                problems.append(f"counted.{name}: {word!r} is taken")
            alias[word] = name
    named = {**{name: name for name in units}, **alias}
    for word, name in _inflected(named, tree.get("plural", {})).items():
        if word not in units and word not in mistaken:
            alias.setdefault(word, name)
    for name, row in tree.get("symbol", {}).items():
        for word in row:
            if word in units or word in alias or word in mistaken:
                problems.append(f"symbol.{name}: {word!r} is taken")
            alias[word] = name
    return alias


def _international(tree: Tree, problems: list[str]) -> dict[str, str]:
    """Return the symbols that mean one unit in every language."""
    found: dict[str, str] = {}
    for name in tree.get("international", {}).get("units", ()):
        if name not in tree["symbol"]:
            problems.append(f"international: {name!r} has no symbol")
        found.update(dict.fromkeys(tree["symbol"].get(name, ()), name))
    return found


def _preferred(tree: Tree, known: set[str], problems: list[str]) -> dict[str, list[str]]:
    """Return what people mean by the name of each unit that CLDR prints for another."""
    preferred = {name: list(row["meant"]) for name, row in tree.get("preferred", {}).items()}
    problems += [
        f"preferred.{name}: {each!r} is not defined"
        for name, meant in preferred.items()
        for each in (name, *meant)
        if each not in known
    ]
    return preferred


def _settled(tree: Tree, known: set[str], problems: list[str]) -> dict[str, dict[str, str]]:
    """Return what people mean by a form of one language."""
    settled = {
        language: {form: row["meant"] for form, row in forms.items()}
        for language, forms in tree.get("settled", {}).items()
    }
    problems += [
        f"settled.{language}.{form}: {one!r} is not defined"
        for language, forms in settled.items()
        for form, one in forms.items()
        if one not in known
    ]
    return settled


def _twins(tree: Tree, units: Tree, problems: list[str]) -> dict[str, dict[str, str]]:
    """Return the unit of like size in each measurement system."""
    found: dict[str, dict[str, str]] = tree.get("twin", {})
    for system, twins in found.items():
        for name, twin in twins.items():
            at = f"twin.{system}.{name}"
            if name not in units or twin not in units:
                problems.append(f"{at}: {name!r} or {twin!r} is not defined")
            elif units[name][5:] != units[twin][5:] or len(units[name]) > _UNMOVED:
                problems.append(f"{at}: {twin!r} is no multiple of {name!r}")
            if twin in twins:
                problems.append(f"{at}: {twin!r} has a twin itself")
            if twin in tree.get("preferred", {}):
                problems.append(f"{at}: texts take {twin!r} for another unit")
    return found


def _inflected(named: dict[str, Meant], plurals: dict[str, str]) -> dict[str, Meant]:
    """Return what other forms of English words mean: plurals, and metres for meters."""
    found: dict[str, Meant] = {}
    for word, meant in named.items():
        if plurals.get(word) == "":
            continue
        spelled = [word, word[:-2] + "re"] if word.endswith(("meter", "liter")) else [word]
        for form in (*spelled[1:], *(plurals.get(one) or plural(one) for one in spelled)):
            found.setdefault(form, meant)
    return found


def _physical(name: str, row: Tree, size: Sized, section: str) -> list[Any]:
    kind = "time" if row.get("time") else section
    shipped = _row(
        kind,
        row.get("cldr", ""),
        str(row.get("define") or row.get("pint") or name),
        size,
        define="define" in row,
    )
    if "offset" in row:
        shipped.append(str(Fraction(row["offset"])))
    return shipped


def _row(kind: str, cldr: str, pint: str, size: Sized, *, define: bool) -> list[Any]:
    factor, dims = size
    return [kind, cldr, pint, define, str(factor), dict(sorted(dims.items()))]


def _size(name: str, tree: Tree, sizes: dict[str, Sized], above: tuple[str, ...]) -> Sized:
    """Return the factor and base dimensions of one curated name, resolving what it is made of."""
    if name in sizes:
        return sizes[name]
    if name in above:
        raise ValueError(f"defined by itself: {' > '.join((*above, name))}")
    row = tree["physical"].get(name) or tree["ratio"].get(name)
    if row is None:
        raise ValueError(f"{name!r} is not defined")
    number, _, expression = row["is"].partition(" ")
    factor, dims = Fraction(number), dict[str, int]()
    if "." in number and "/" in number:
        raise ValueError(f"write {number!r} as a ratio of whole numbers")
    for power, part in _parts(expression):
        if part.startswith("["):
            part_factor, part_dims = Fraction(1), {part: 1}
        else:
            part_factor, part_dims = _size(part, tree, sizes, (*above, name))
        factor *= part_factor**power
        for base, exponent in part_dims.items():
            dims[base] = dims.get(base, 0) + power * exponent
    sizes[name] = factor, {base: exponent for base, exponent in dims.items() if exponent}
    return sizes[name]


def _parts(expression: str) -> list[tuple[int, str]]:
    """Split `a*b/c` into signed parts."""
    parts: list[tuple[int, str]] = []
    for at, factor in enumerate(expression.split("/")):
        for name in factor.split("*"):
            if name:
                parts.append((-1 if at else 1, name))
    return parts
