"""Make `seeds/names/legal_forms.toml` again from rigour's table of organisation types.

    python tools/legal_forms.py rigour-1.8.2-py3-none-any.whl

The wheel is read, not imported (`pip download --no-deps rigour==1.8.2`; later ones keep the table
in compiled code). Kept are the family and every way to write a form; left out is what
`seeds/names/organisations.toml` lists, be it as a form or as a word for a kind.
"""

from __future__ import annotations

import ast
import json
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

from coopdata._names.legal_forms import form_key

REPO = Path(__file__).resolve().parent.parent
TABLE = "rigour/data/names/org_types.py"
OUT = REPO / "seeds/names/legal_forms.toml"
OWN = REPO / "seeds/names/organisations.toml"
#: A text with fewer letters says nothing by itself.
LEAST = 2
HEAD = """\
# Legal forms and the families that they belong to, in the words of registers all over the world.
# Made by tools/legal_forms.py from {wheel} (MIT licence, see NOTICE). Do not edit:
# what is missing or wrong is said in organisations.toml, which is asked first.

[families]
"""


def families(wheel: Path) -> dict[str, list[str]]:
    """Return family → its forms as they are written."""
    with zipfile.ZipFile(wheel) as archive:
        source = archive.read(TABLE).decode()
    table = ast.literal_eval(source[source.index("= [") + 2 :].strip())
    found: dict[str, dict[str, str]] = {}
    known = set(own())
    for row in table:
        family = found.setdefault(row.get("generic") or "", {})
        for written in (row.get("display", ""), *row["aliases"]):
            key = form_key(written)
            if len(key) >= LEAST and key not in known:
                known.add(key)
                family[key] = " ".join(written.split())
    return {family: sorted(forms.values()) for family, forms in sorted(found.items()) if forms}


def own() -> Iterator[str]:
    """Yield the keys of what the table made by hand says."""
    tree = tomllib.loads(OWN.read_text(encoding="utf-8"))
    for row in tree["forms"]:
        yield from map(form_key, row["words"])
    for words in tree["generic"].values():
        yield from map(form_key, words)


def main() -> None:
    """Write the seed file that the wheel's table makes."""
    wheel = Path(sys.argv[1])
    lines = [HEAD.format(wheel="-".join(wheel.name.split("-")[:2]))]
    for family, forms in families(wheel).items():
        listed = "".join(f"    {json.dumps(form, ensure_ascii=False)},\n" for form in forms)
        lines.append(f"{json.dumps(family)} = [\n{listed}]\n")
    OUT.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
