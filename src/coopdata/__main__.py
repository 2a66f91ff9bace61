"""``python -m coopdata``: the command line."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Read the command line, print the answer, return the exit code."""
    from ._cli import run

    return run(argv)


if __name__ == "__main__":
    raise SystemExit(main())
