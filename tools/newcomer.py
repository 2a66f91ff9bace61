"""A newcomer's way, as one walks it: two texts become a checked dataset, a page and a table.

    python newcomer.py FOLDER

Every step is the command line of the coopdata that is installed, in a process of its own; what it
says to do next is what is done next. `dev.py wheel` runs it in an empty environment.
"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ENGLISH = (
    "The Example Plant Ltd has invested $28 million in a new line.\n"
    "In 2016 the Example Plant Ltd produced 5,352 tractors.\n"
)
RUSSIAN = (
    "ОАО «Примерский завод» выпустило в 2016 году 5 352 трактора.\n"
    "В 2018 году завод планирует экспортировать 1,5 тыс. тракторов в Казахстан.\n"
)


def coopdata(*words: str | Path, fails: bool = False) -> str:
    """Run the command line, return what it prints; ``fails`` where it has to refuse."""
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-m", "coopdata", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if fails != (done.returncode == 2) or bool(done.stderr) != fails:
        raise SystemExit(f"coopdata {' '.join(map(str, words))}: {done.stdout}{done.stderr}")
    return done.stderr if fails else done.stdout


def accepted(sheet: str, decision: Callable[[dict[str, str]], str]) -> str:
    """Return a table of suggested facts with a decision for each, as a spreadsheet saves it."""
    rows = list(csv.DictReader(io.StringIO(sheet)))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(row | {"decision": decision(row)} for row in rows)
    return out.getvalue()


def main(folder: Path) -> None:
    """Go the whole way in a folder that is not there yet."""
    coopdata("new", folder)
    texts, corpus, page = folder / "texts", folder / "corpus.json", folder / "page.html"
    texts.mkdir()
    for name, locale, text in (("plant", "en", ENGLISH), ("zavod", "ru", RUSSIAN)):
        (texts / name).write_text(text, encoding="utf-8")
        about = ("--locale", locale, "--published", "2017-05-03", "--id", name)
        coopdata("add", folder, texts / name, *about)
    told = coopdata("add", folder, texts / "plant", *about[:-1], "again", fails=True)
    expect("the text is there already, as 'plant'", told)

    coopdata("draft", folder, "plant")  # one in the file, by striking the line
    file = folder / "articles" / "plant.toml"
    lines = file.read_text(encoding="utf-8").split("\n")
    kept = "\n".join(line for line in lines if not line.startswith("suggested = "))
    file.write_text(kept, encoding="utf-8")
    sheet = coopdata("draft", folder, "zavod", "--format", "csv")  # one in a spreadsheet
    (folder / "zavod.csv").write_text(accepted(sheet, lambda _: "accept"), encoding="utf-8")
    expect("0 still open", coopdata("draft", folder, "zavod", "--from-csv", folder / "zavod.csv"))

    expect("4 facts", coopdata("build", folder, "--out", corpus))
    coopdata("verify", "--data", corpus)
    facts = coopdata("facts", "--data", corpus, "--at-least", "5000 tractor", "--format", "json")
    found = [one["id"] for one in json.loads(facts)]
    expect("['plant.production-2', 'zavod.production-1']", repr(found))
    table = list(
        csv.DictReader(io.StringIO(coopdata("facts", "--data", corpus, "--format", "csv")))
    )
    expect("4", str(len(table)))
    coopdata("show", "zavod", "--data", corpus, "--html", page)
    expect("<mark ", page.read_text(encoding="utf-8"))
    in_python(corpus)
    expect("no fact differs", coopdata("diff", folder, corpus))
    print(f"two texts, {len(table)} facts, {page.stat().st_size // 1000} kB of page")


def in_python(corpus: Path) -> None:
    """Ask the same dataset from Python."""
    import coopdata as cd

    dataset = cd.serde.from_json(corpus.read_bytes())
    (fact,) = dataset.where(kind="production", at_least="5352 tractor", party="примерский завод")
    expect("zavod.production-1", fact.id)
    expect("<!doctype html>", dataset.article("plant").to_html().casefold())


def expect(words: str, told: str) -> None:
    """Stop where an answer has not the words that a newcomer would look for."""
    if words not in told:
        raise SystemExit(f"expected {words!r}, got: {told[:2000]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
