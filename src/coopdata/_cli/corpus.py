"""Verbs for a corpus of one's own: make, add, draft, build, compare."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .. import corpus, display, serde
from .._files import write_whole
from ..dataset import Dataset
from ..errors import visible
from .answers import printed

__all__ = ["add", "build", "diff", "draft", "new"]


def new(options: argparse.Namespace) -> None:
    """Make the folder of a project: articles, parties, words, and what to do next."""
    corpus.new(options.folder)
    printed(
        f"made {options.folder}; next, for each text: "
        f"coopdata add {options.folder} FILE --locale ru --published 2024-05-03"
    )


def add(options: argparse.Namespace) -> None:
    """Put a text into a project, with where it is from."""
    raw = _raw(options.file)
    is_page = options.file.lower().endswith((".html", ".htm", ".xhtml")) or None
    made = corpus.add(
        options.folder,
        raw,
        locale=options.locale,
        published=options.published,
        publisher=options.publisher,
        title=options.title,
        rights=options.rights,
        id=options.id,
        html=is_page,
        encoding=options.encoding,
    )
    path = Path(options.folder) / "articles" / f"{made}.toml"
    printed(f"added {path}; next: coopdata draft {options.folder} {made}")


def draft(options: argparse.Namespace) -> None:
    """Write down what an article seems to say: mentions, names, and facts to accept."""
    if options.from_csv is not None:
        _decide(options)
        return
    if options.format == "csv":
        path = Path(options.folder) / "articles" / f"{options.article}.toml"
        if not path.is_file() or b"\n[[" not in path.read_bytes():  # it was never drafted
            corpus.draft_article(options.folder, options.article)
        printed(corpus.decisions(options.folder, options.article))
        return
    made = corpus.draft_article(options.folder, options.article)
    path = Path(options.folder) / "articles" / f"{options.article}.toml"
    printed(
        f"wrote {len(made.mentions)} mentions, {len(made.names)} names and {len(made.facts)} "
        f"suggested facts to {path}; strike the line `suggested` of each that is right"
    )


def _decide(options: argparse.Namespace) -> None:
    found = corpus.decide(options.folder, options.article, _raw(options.from_csv))
    printed(
        f"accepted {len(found.accepted)}, struck {len(found.struck)}, mended {len(found.mended)}, "
        f"{len(found.open)} still open; next: coopdata build {options.folder} --out corpus.json"
    )


def build(options: argparse.Namespace) -> None:
    """Check a project and write its dataset; every problem is told at once."""
    dataset = corpus.build(options.folder)
    text = serde.to_json(dataset)
    if options.out is None:
        printed(text)
    else:
        write_whole(Path(options.out), text.encode())
        printed(f"wrote {dataset!r} to {options.out}"[:200])
        if not dataset.facts:
            printed("no fact is accepted yet: strike the line `suggested` of each that is right")
        else:
            printed(f"next: coopdata facts --data {options.out}")


def diff(options: argparse.Namespace) -> None:
    """List the facts that one dataset has beside another: + added, ~ changed, - withdrawn."""
    found = corpus.diff(_dataset(options.old), _dataset(options.new))
    if options.format == "json":
        tree = {
            "added": [serde.to_tree(one) for one in found.added],
            "changed": [
                {
                    "fields": list(one.fields),
                    "new": serde.to_tree(one.new),
                    "old": serde.to_tree(one.old),
                }
                for one in found.changed
            ],
            "withdrawn": [serde.to_tree(one) for one in found.withdrawn],
        }
        printed(display.json_text(tree))
        return
    lines = [f"+ {one.id}: {one.gloss}" for one in found.added]
    for one in found.changed:
        told = (f"{n} {getattr(one.old, n)} → {getattr(one.new, n)}" for n in one.fields)
        lines.append(f"~ {one.new.id}: {'; '.join(told)}")
    lines += [f"- {one.id}: {one.gloss}" for one in found.withdrawn]
    printed(visible("\n".join(lines)) if lines else "no fact differs")


def _dataset(given: str) -> Dataset:
    """Return the dataset of a project's folder, or of a file that a build wrote."""
    path = Path(given)
    return corpus.build(path) if path.is_dir() else serde.from_json(path.read_bytes(), source=given)


def _raw(file: str) -> bytes:
    if file != "-":
        return Path(file).read_bytes()
    return sys.stdin.buffer.read()
