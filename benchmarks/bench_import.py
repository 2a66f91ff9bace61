"""What `import coopdata` costs beyond a bare interpreter: at most 10 ms, no third-party module."""

from __future__ import annotations

import subprocess
import sys
from statistics import median

from _timing import fresh, in_turn, report

ROUNDS = 25
LIMIT = 10.0
THIRD_PARTY = (
    "import sys; before = set(sys.modules); import coopdata;"
    "names = {name.partition('.')[0] for name in set(sys.modules) - before};"
    "print(sorted(names - set(sys.stdlib_module_names) - {'coopdata'}))"
)


def main() -> int:
    times = in_turn(
        {"bare interpreter": fresh("pass"), "import coopdata": fresh("import coopdata")}, ROUNDS
    )
    pairs = zip(times["import coopdata"], times["bare interpreter"], strict=True)
    times["difference, pair by pair"] = [max(one - bare, 0.0) for one, bare in pairs]
    kept = report("import", times, "bare interpreter", {"difference, pair by pair": LIMIT})
    found = subprocess.run(
        [sys.executable, "-c", THIRD_PARTY], capture_output=True, text=True, check=True
    )
    print(f"  third-party modules loaded: {found.stdout.strip()}")
    print(f"  median difference: {median(times['difference, pair by pair']) * 1000:.2f} ms")
    return int(not kept or found.stdout.strip() != "[]")


if __name__ == "__main__":
    raise SystemExit(main())
