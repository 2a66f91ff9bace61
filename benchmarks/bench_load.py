"""What `load()` costs in a fresh process beyond the import: at most 30 ms, without pint.

The records are made when one of them is first asked for; both moments are timed. The floor reads
the same file, checks its digest and parses its JSON into plain dicts.
"""

from __future__ import annotations

from _timing import in_turn, report, told

ROUNDS = 25
LIMIT = 30.0
CLOCK = (
    "import time, coopdata; start = time.perf_counter(); {work}; print(time.perf_counter() - start)"
)
FLOOR = """
import time, coopdata, os.path
path = os.path.join(os.path.dirname(coopdata.__file__), "data", "articles.json")
start = time.perf_counter()
import hashlib, json
text = open(path, "rb").read()
hashlib.sha256(text).hexdigest()
json.loads(text)
print(time.perf_counter() - start)
"""


def main() -> int:
    times = in_turn(
        {
            "floor: read, digest, json.loads": told(FLOOR),
            "load()": told(CLOCK.format(work="coopdata.load()")),
            "load(), then every record": told(CLOCK.format(work="coopdata.load().facts")),
            "import attrs, alone": told(CLOCK.format(work="import attrs")),
            "first .quantity(), with pint": told(
                CLOCK.format(work="coopdata.Measure.exact('1', 'USD').quantity()")
            ),
        },
        ROUNDS,
    )
    pint = "import sys, coopdata; coopdata.load().facts; print(float('pint' in sys.modules))"
    loaded = bool(told(pint)())
    kept = report("load", times, "floor: read, digest, json.loads", {"load()": LIMIT})
    print(f"  pint loaded: {loaded}")
    return int(not kept or loaded)


if __name__ == "__main__":
    raise SystemExit(main())
