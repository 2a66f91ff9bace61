"""Every Python block of the README and the documentation runs and prints what it says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from support import REPO

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
FENCED = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PAGES = [REPO / "README.md", *sorted((REPO / "docs").rglob("*.md"))]
PAGES = [page for page in PAGES if page.name != "data-dictionary.md"]  # generated, no code


def blocks(page: Path) -> list[tuple[int, str]]:
    """Return a page's Python blocks, each with the line that it begins on."""
    text = page.read_text(encoding="utf-8")
    return [(text.count("\n", 0, found.start(1)), found[1]) for found in FENCED.finditer(text)]


def run(code: str, names: dict[str, object], page: Path, line: int) -> None:
    """Run one block: as a session where it has prompts, as a program where it has none."""
    test = doctest.DocTestParser().get_doctest(code, names, page.name, str(page), line)
    if not test.examples:
        padded = "\n" * line + code  # so that a traceback names the page's own line
        exec(compile(padded, str(page), "exec"), names)
        return
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS, verbose=False)
    runner.run(test, out=report.append, clear_globs=False)
    names.update(test.globs)

    assert not report, "".join(report)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPO)))
def test_the_page_does_what_it_says(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a block may write a file
    names: dict[str, object] = {"__name__": "__main__"}
    for line, code in blocks(page):
        run(code, names, page, line)


def test_the_readme_begins_with_a_session() -> None:
    _, first = blocks(REPO / "README.md")[0]

    assert doctest.DocTestParser().get_examples(first)
