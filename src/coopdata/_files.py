"""A file is written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

__all__ = ["write_all", "write_whole"]


def write_whole(path: Path, raw: bytes) -> None:
    """Write a file beside its place and move it there, so that no half of it is ever seen."""
    write_all({path: raw})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files beside their places, and move them there when all of them are written."""
    written: list[tuple[Path, Path]] = []
    try:
        for path, raw in files.items():
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            written.append((Path(name), path))
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
        for beside, path in written:
            beside.replace(path)
    except BaseException:
        for beside, _ in written:
            beside.unlink(missing_ok=True)
        raise
