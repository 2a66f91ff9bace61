"""A project: the folder in which somebody's own articles are curated."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from .. import cldr
from .._files import write_all, write_whole
from ..errors import CoopdataError, SeedError, shown
from ..values import Period
from ._html import decoded, is_html, page
from ._newcomers import slug
from ._schema import ArticleSeed, OriginalSeed, PublishedSeed
from ._toml import key_text, rows, table, toml_text

__all__ = ["add", "article_toml", "new"]

_README: Final = """\
# A corpus of your own

- `articles/` holds each text (`.txt`, byte for byte) and beside it what you write of it (`.toml`).
- `parties.toml` names who and what the articles name.
- `words/` holds words of your own, in the form of coopdata's lists: `units.toml` says how large
  units are and what is counted, `ru.toml` and the like how they are written, `parties.toml` whom
  the articles may name. Every draft and build reads with them.
- `taxonomy.toml`, where you need it, declares kinds of fact and roles that coopdata lacks:
  `[fact.inspection]` with `means = "…"` and `labels = { en = "inspection" }`; `roles`, `cues` and
  `measures` say who takes part, by which words a draft finds it, and what is measured.

1. `coopdata add . FILE --locale ru --published 2024-05-03 --publisher "…"` puts a text in.
2. `coopdata draft . ARTICLE` writes down every quantity, period and name, and suggests facts.
3. Open `articles/ARTICLE.toml`: strike the line `suggested` from each fact that is right, mend it
   first where it is not, and strike the facts that are none.
4. `coopdata build . --out corpus.json` checks all of it and writes the dataset, or names every
   problem with its file and remedy.
5. `coopdata facts --data corpus.json` lists what it says.
"""
_PARTIES: Final = """\
# Who and what the articles name: [[organisations]], [[persons]], [[places]], [[products]].
#
# [[organisations]]
# id = "example-plant"
# names = { en = "Example Plant", ru = "Завод «Пример»" }
# country = "BY"
"""


def new(folder: str | Path) -> None:
    """Make the folder of a project: `articles/`, `words/`, `parties.toml` and a README.

    Raises:
        SeedError: something of a project is there already; nothing is written.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as home:
        ...     new(Path(home) / "mine")
        ...     sorted(path.name for path in (Path(home) / "mine").iterdir())
        ['README.md', 'articles', 'parties.toml', 'words']
    """
    home = Path(folder)
    files = {"README.md": _README, "parties.toml": _PARTIES}
    taken = [name for name in (*files, "articles", "words") if (home / name).exists()]
    if taken:
        words = f"{', '.join(taken)} is there already; choose an empty folder"
        raise SeedError(str(folder), (words,))
    for name in ("articles", "words"):
        (home / name).mkdir(parents=True)
    for name, text in files.items():
        write_whole(home / name, text.encode())


def add(
    folder: str | Path,
    text: bytes | str,
    *,
    locale: str,
    published: str = "",
    publisher: str = "",
    title: str = "",
    rights: str = "",
    id: str = "",
    html: bool | None = None,
    encoding: str = "",
) -> str:
    """Put a text into a project, byte for byte, with a TOML file that tells its source.

    Of a page (extra: ``html``) the article's text is taken, and the page is kept beside it; so is
    what was in another encoding. What the page's metadata say of the title, the day and the
    publisher stands where you say nothing.

    Args:
        folder: The project; see `new`.
        text: The text, or its bytes.
        locale: The locale that the text is written in.
        published: When, as EDTF: ``"2024-05-03"``, ``"2024-05"``. May be left out of a page that
            declares it.
        publisher: Who published it.
        title: The headline.
        rights: Whose the text is.
        id: A slug; by default made from the title, or from the first words.
        html: Whether `text` is a page; by default where it begins as one.
        encoding: Of the bytes; by default what a page declares, else UTF-8. Never guessed.

    Returns:
        The article's id.

    Raises:
        SeedError: the text is empty, in another encoding, or there already; the locale, the date
            or the id is none. All of it is told, and nothing is written.
        MissingExtraError: `html` without its extra.
    """
    problems: list[str] = []
    given = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    encoding = "utf-8" if isinstance(text, str) else encoding
    html = is_html(given) if html is None else html
    words, encoding = decoded(given, encoding, html=html, problems=problems)
    by = ""
    if html and words:
        found = page(words)
        words, by = found.text, found.by
        title, publisher = title or found.title, publisher or found.publisher
        published = published or found.published
        if not words:
            problems.append("no article found in the page; save its text as .txt and add that")
    elif not problems and not words.strip():
        problems.append("the text is empty")
    raw = words.encode("utf-8", "surrogatepass")
    language = ""
    try:
        language = cldr.locale_id(locale).replace("_", "-")
    except CoopdataError as err:
        problems.append(str(err))
    try:
        if published:
            Period.from_edtf(published)
        else:
            told = "the page does not say when" if html else "not said when"
            problems.append(f"{told}; give the day that it was published, as in 2024-05-03")
    except CoopdataError as err:
        problems.append(str(err))
    home = Path(folder) / "articles"
    if not home.is_dir():
        problems.append("no folder articles/; make the project with `coopdata new`")
    digest = _digest(raw)
    made = slug(id or title or words[:200]) or f"article-{digest[:8]}"
    if id and made != id:
        problems.append(f"id: expected a slug such as {made!r}, got {shown(id)}")
    for path in sorted(home.glob("*.txt")):
        if words and _digest(path.read_bytes()) == digest:
            problems.append(f"the text is there already, as {path.stem!r}")
        elif path.stem == made:
            problems.append(f"an article {made!r} is there already; give another id")
    if problems:
        raise SeedError(str(folder), tuple(problems))
    files = {home / f"{made}.txt": raw}
    original = None
    if given != raw:
        name = f"{made}.{'html' if html else 'original'}"
        original = OriginalSeed(file=name, sha256=_digest(given), encoding=encoding, by=by)
        files[home / name] = given
    seed = ArticleSeed(
        sha256=digest,
        language=language,
        published=PublishedSeed(period=published),
        original=original,
        publisher=publisher,
        title=title,
        rights=rights,
    )
    write_all({**files, home / f"{made}.toml": article_toml(seed).encode()})
    return made


def article_toml(seed: ArticleSeed, comment: str = "") -> str:
    """Return the file of an article, in the order in which a curator reads it."""
    mappings = {"surfaces": seed.surfaces, "resolves": seed.resolves}
    arrays = {
        "named": seed.named,
        "speeches": seed.speeches,
        "mentions": seed.mentions,
        "facts": seed.facts,
    }
    lines = [f"# {line}".rstrip() for line in comment.splitlines()]
    lines += table(seed, without=(*mappings, *arrays, "published"))
    lines += ["", "[published]", *table(seed.published)]
    for name, mapping in mappings.items():
        if mapping:
            lines += ["", f"[{name}]"]
            lines += [f"{key_text(key)} = {toml_text(value)}" for key, value in mapping.items()]
    for name, array in arrays.items():
        lines += rows(name, array)
    return "\n".join(lines).strip() + "\n"


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
