"""``python -m coopdata.seeds``: compile the seed folder into the package, or compare."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from .. import _shipped
from ..errors import SeedError, visible

_UNITS = "units.json"
_REPO = Path(__file__).resolve().parents[3]


def main(argv: list[str] | None = None) -> int:
    """Write what is stale, or with ``--check`` name it; 1 where anything is wrong."""
    parser = argparse.ArgumentParser(prog="python -m coopdata.seeds", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail on stale data")
    parser.add_argument("--seeds", type=Path, default=_REPO / "seeds", help="the seed folder")
    parser.add_argument(
        "--out", type=Path, default=Path(_shipped.FOLDER), help="the folder to write to"
    )
    options = parser.parse_args(argv)
    damage = _shipped.problems()
    if damage and options.check:
        print(*damage, "run: python dev.py build", sep="\n", file=sys.stderr)
        return 1
    if damage:
        _seal(Path(_shipped.FOLDER))
    from ._compiled import compiled  # what it imports reads shipped files

    try:
        files = compiled(options.seeds)
    except SeedError as err:
        print(visible(str(err)), file=sys.stderr)
        return 1
    stale = [name for name, text in files.items() if not _is_current(options.out / name, text)]
    for name in stale:
        print(f"{'stale' if options.check else 'wrote'}: {name}")
        if not options.check:
            path = options.out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[name], encoding="utf-8", newline="\n")
    if _UNITS in stale and not options.check and options.out.samefile(_shipped.FOLDER):
        # this process has compiled with the units that were there before
        again = [sys.executable, "-m", "coopdata.seeds", "--seeds", str(options.seeds)]
        return subprocess.run(again, check=False).returncode
    if options.check and stale:
        print("run: python dev.py build", file=sys.stderr)
    return int(options.check and bool(stale))


def _seal(folder: Path) -> None:
    """Let the compilers read the files as they lie there, the ones that they are to replace."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.json")
    }
    text = _shipped.manifest(files)
    (folder / _shipped.MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    _shipped.digests.cache_clear()


def _is_current(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


if __name__ == "__main__":
    raise SystemExit(main())
