"""Ids completed behind `ds.fact("` in IPython and Jupyter.

IPython asks an object for its keys behind a bracket only; for a call it asks whoever has put
themselves forward, which `%load_ext coopdata.display` does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from ..dataset import Dataset

__all__ = ["ids", "load_ipython_extension"]

_CALL: Final = r"""(?:.*\W)?([^\W\d]\w*)\.(article|fact|party)\(["']([^"']*)"""


def load_ipython_extension(shell: Any) -> None:
    """Let IPython complete the ids in ``ds.article("``, ``ds.fact("`` and ``ds.party("``.

    IPython calls this on ``%load_ext coopdata.display``.
    """

    def complete(shell: Any, event: Any) -> list[str]:
        return list(ids(event.text_until_cursor, shell.user_ns))

    shell.set_hook("complete_command", complete, re_key=_CALL)


def ids(typed: str, names: Mapping[str, object]) -> tuple[str, ...]:
    """Return the ids that may be meant at the end of a line; nothing is evaluated for it.

    Args:
        typed: The line as far as it is typed.
        names: What names stand for; only a dataset that has one itself is looked into.
    """
    found = re.fullmatch(_CALL, typed)
    dataset = names.get(found[1]) if found else None
    if found is None or not isinstance(dataset, Dataset):
        return ()
    known: dict[str, list[str]] = {
        "article": [one.id for one in dataset.articles],
        "fact": [one.id for one in (*dataset.facts, *dataset.derived)],
        "party": [one.id for one in dataset.parties],
    }
    return tuple(one for one in known[found[2]] if one.startswith(found[3]))
