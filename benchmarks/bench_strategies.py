"""How many values a second each strategy draws, beside plain decimals and texts of hypothesis.

Small measures are to come at 1,000 a second or more, datasets at 100; the ratio to plain
`decimals` in the same run is what another machine can be compared by. Times are of the processor.
"""

from __future__ import annotations

import time
from statistics import median

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as plain
from hypothesis.strategies import SearchStrategy

from coopdata import strategies as st

ROUNDS = 5
LIMITS = {"measures, small": 1000.0, "datasets": 100.0}
STRATEGIES: dict[str, tuple[SearchStrategy[object], int]] = {
    "hypothesis: decimals": (plain.decimals(allow_nan=False, allow_infinity=False), 400),
    "hypothesis: text": (plain.text(), 400),
    "decimals": (st.decimals(), 400),
    "unit_names": (st.unit_names(), 400),
    "measures": (st.measures(), 400),
    "measures, small": (st.measures(min_value=0, max_value=1000, places=2), 400),
    "periods": (st.periods(), 400),
    "texts": (st.texts(), 400),
    "spans": (st.spans(), 400),
    "locales": (st.locales(), 400),
    "parties": (st.parties(), 200),
    "mentions": (st.mentions(), 200),
    "articles": (st.articles(), 200),
    "facts": (st.facts(), 200),
    "datasets": (st.datasets(), 100),
}


def rate(strategy: SearchStrategy[object], draws: int) -> float:
    """Return how many values a second a test with `draws` examples is given."""
    seen = 0

    @settings(
        max_examples=draws,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(_: object) -> None:
        nonlocal seen
        seen += 1

    start = time.process_time()
    draw()
    return seen / (time.process_time() - start)


def main() -> int:
    for strategy, _ in STRATEGIES.values():
        rate(strategy, 5)  # the first draw reads tables
    rates: dict[str, list[float]] = {name: [] for name in STRATEGIES}
    for _ in range(ROUNDS):
        for name, (strategy, draws) in STRATEGIES.items():
            rates[name].append(rate(strategy, draws))
    floor = median(rates["hypothesis: decimals"])
    kept = True
    print(f"\nstrategies\n  {'':24} {'draws/s':>9} {'ratio':>7}")
    for name, found in rates.items():
        middle = median(found)
        limit = LIMITS.get(name)
        within = limit is None or middle >= limit
        kept = kept and within
        verdict = "" if limit is None else f"  {'within' if within else 'UNDER'} {limit:g}/s"
        print(f"  {name:24} {middle:9.0f} {middle / floor:7.2f}{verdict}")
    return int(not kept)


if __name__ == "__main__":
    raise SystemExit(main())
