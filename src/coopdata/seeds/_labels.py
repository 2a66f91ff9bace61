"""Turn `seeds/labels/<language>.po` into the tree of `data/labels/<language>.json`."""

from __future__ import annotations

from io import StringIO

from babel.messages.pofile import read_po

__all__ = ["compile_labels"]


def compile_labels(tree: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return set of keys -> key -> label, as one gettext catalogue states them.

    Args:
        tree: The catalogue's text under `"text"`.

    Raises:
        ValueError: A key has no label, no context, or is marked as uncertain; all are named.
    """
    try:
        catalogue = read_po(StringIO(tree["text"]), abort_invalid=True)
    except Exception as err:  # Babel's reader raises all kinds at a header that it cannot read
        raise ValueError(f"no catalogue that Babel reads: {err}") from None
    labels: dict[str, dict[str, str]] = {}
    problems: list[str] = []
    for message in catalogue:
        if not message.id:
            continue
        if not message.string or not message.context or message.fuzzy:
            problems.append(f"{message.context}.{message.id}: no certain label")
        labels.setdefault(str(message.context), {})[str(message.id)] = str(message.string)
    if problems:
        raise ValueError("\n".join(problems))
    return labels
