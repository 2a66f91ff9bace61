"""Ratios as bars on a logarithmic scale, in SVG."""

from __future__ import annotations

import math
from html import escape
from itertools import groupby

_LEFT, _WIDTH, _ROW = 230, 420, 20
_STYLE = (
    "text{font:12px sans-serif;fill:#222}.part{font-weight:bold}.bar{fill:#3a6ea5}"
    ".first{fill:#999}line{stroke:#ccc}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}.bar{fill:#7aa7d9}line{stroke:#555}}"
)


def drawn(bars: list[tuple[str, str, float]]) -> str:
    """Return a picture of parts, each with its bars; the first of each is the measure."""
    most = max(10.0, *(ratio for _, _, ratio in bars))
    decades = math.ceil(math.log10(most))

    def across(ratio: float) -> float:
        return max(2.0, _WIDTH * (0.15 + 0.85 * math.log10(max(ratio, 0.75)) / decades))

    inside: list[str] = []
    y = 10
    for part, group in groupby(bars, key=lambda bar: bar[0]):
        y += _ROW
        inside.append(f'<text class="part" x="8" y="{y}">{escape(part)}</text>')
        for nth, (_, name, ratio) in enumerate(group):
            y += _ROW
            kind, long = ("bar" if nth else "first"), across(ratio)
            said = f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"
            inside += (
                f'<text x="{_LEFT - 8}" y="{y}" text-anchor="end">{escape(name)}</text>',
                f'<rect class="{kind}" x="{_LEFT}" y="{y - 11}" width="{long:.1f}" height="13"/>',
                f'<text x="{_LEFT + long + 6:.1f}" y="{y}">{said}</text>',
            )
        y += 6
    height = y + 14
    rules = "".join(
        f'<line x1="{x:.1f}" x2="{x:.1f}" y1="16" y2="{height - 8}"/>'
        for x in (_LEFT + across(10.0**power) for power in range(decades + 1))
    )
    whole = _LEFT + _WIDTH + 70
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {height}" '
        f'width="{whole}" height="{height}" role="img">\n<title>How many times the first of each '
        f"part, on a logarithmic scale</title>\n<style>{_STYLE}</style>\n{rules}\n"
        + "\n".join(inside)
        + "\n</svg>\n"
    )
