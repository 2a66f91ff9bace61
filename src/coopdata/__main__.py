"""``python -m coopdata``: the command line.

Answers go to standard output, what is wrong goes to standard error as one message. Exit codes: 0
for an answer, also where its reader had seen enough and closed the pipe; 2 for anything wrong with
options, texts or files; 130 where the user stopped it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .errors import CoopdataError, shortened, shown, visible

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Read the command line, print the answer, return the exit code."""
    from ._cli import run

    for stream in (sys.stdout, sys.stderr):  # a narrow terminal encoding is no reason to stop
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        run(argv)
    except BrokenPipeError:  # the reader has seen enough
        return _flushed()
    except KeyboardInterrupt:
        return 130
    except (CoopdataError, OSError) as err:
        return _told(err)
    except SystemExit as end:  # help and the like are printed, or an option was wrong
        _flushed()
        if isinstance(end.__context__, BrokenPipeError):
            return 0  # rich leaves so where the reader has seen enough
        raise
    return _flushed()


def _flushed() -> int:
    """Write out what was printed, and leave nothing that would fail when the interpreter ends."""
    if sys.stdout is None:  # closed from the start
        return 0
    try:
        sys.stdout.flush()
    except OSError as err:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0 if isinstance(err, BrokenPipeError) else _told(err)
    return 0


def _told(err: CoopdataError | OSError) -> int:
    """Say what is wrong; the system's errors without their number, and never at length."""
    words = str(err)
    if isinstance(err, OSError):
        about = "" if err.filename is None else f": {shown(str(err.filename))}"
        words = f"{shortened(err.strerror or words).lower()}{about}"
    print(f"coopdata: {visible(words)}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
