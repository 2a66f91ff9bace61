"""Throw spoilt texts at every public function that takes a text: it answers, or says why not.

``python dev.py fuzz --minutes 30 --seed 1`` runs for as long as it is told and prints the calls of
each function, the inputs per second, and every exception that is no error of coopdata's tree; the
same seed throws the same texts. The quick suite (`test_fuzz_texts.py`) throws a few thousand.
"""

from __future__ import annotations

import argparse
import time
import traceback
from collections import Counter
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from coopdata import errors, extract, formatting, load, normalize, units
from coopdata.normalize import LANGUAGES
from coopdata.values import Measure, Period
from texts import Mutator, every_locale

Call = Callable[[str, str], object]

_READERS: Final = (
    *("number", "measure", "money", "percent", "period", "territory", "language", "currency"),
    *("organisation", "person", "place"),
)
_QUERIES: Final = (
    *("kind", "party", "country", "place", "unit", "dimension", "period", "within", "since"),
    *("at_least", "more_than", "at_most", "less_than"),
)
_UNIT_READERS: Final = (
    *("parse_unit", "components", "dimension", "dimensions", "factor", "is_currency", "to_pint"),
)


def _reader(name: str) -> Call:
    return lambda text, locale: getattr(normalize, name)(text, locale=locale)


def _query(name: str) -> Call:
    return lambda text, locale: load().where(**{name: text})


def _unit_reader(name: str) -> Call:
    return lambda text, locale: getattr(units, name)(text)


def _mentions(text: str, locale: str) -> object:
    return extract.mentions(text, locale=_worded(locale))


def _stream(text: str, locale: str) -> object:
    return list(extract.stream((text[:7], text[7:9], text[9:]), locale=_worded(locale)))


def _worded(locale: str) -> str:
    return (
        locale if locale.partition("_")[0] in LANGUAGES else LANGUAGES[len(locale) % len(LANGUAGES)]
    )


def _printed_again(text: str, locale: str) -> object:
    """Read the text and print what was read, in every way."""
    found: Any = normalize.measure(text, locale=locale, ambiguous="first")
    return [
        formatting.measure(found, locale=locale, length=length, compact=compact)
        for length in ("long", "short", "narrow")
        for compact in (False, True)
    ]


def _period_printed_again(text: str, locale: str) -> object:
    found = normalize.period(text, locale=locale)
    return [
        formatting.period(found, locale=locale, length=length)
        for length in ("long", "short", "narrow")
    ]


CALLS: Final[dict[str, Call]] = {
    **{f"normalize.{name}": _reader(name) for name in _READERS},
    "normalize.measure(unit=)": lambda text, locale: normalize.measure(
        text, locale=locale, unit="USD", ambiguous="first"
    ),
    "normalize.measure(dimension=)": lambda text, locale: normalize.measure(
        text, locale=locale, dimension="[length]"
    ),
    "extract.mentions": _mentions,
    "extract.stream": _stream,
    "formatting.measure": _printed_again,
    "formatting.period": _period_printed_again,
    "formatting.country": lambda text, locale: formatting.country(text, locale=locale),
    "formatting.label": lambda text, locale: formatting.label("kind", text, locale=locale),
    **{f"units.{name}": _unit_reader(name) for name in _UNIT_READERS},
    "units.multiply": lambda text, locale: units.multiply(text, "meter"),
    "Measure.exact": lambda text, locale: Measure.exact(text),
    "Measure.exact(unit)": lambda text, locale: Measure.exact("1", text),
    "Period.from_edtf": lambda text, locale: Period.from_edtf(text),
    **{f"where({name}=)": _query(name) for name in _QUERIES},
    "locale=": lambda text, locale: normalize.measure("5 km", locale=text),
}

#: What reads texts by a grammar sees every text, what looks names up every so many texts.
_OFTEN: Final = ("normalize.", "extract.", "formatting.measure", "formatting.period")
_SELDOM: Final = 10


class Failure(NamedTuple):
    """An exception that is none of coopdata's, and what was thrown."""

    call: str
    text: str
    locale: str
    trace: str


def thrown(name: str, text: str, locale: str) -> Failure | None:
    """Call one function; return what went wrong, if anything did."""
    try:
        CALLS[name](text, locale)
    except errors.CoopdataError:
        return None
    except Exception:
        return Failure(name, text, locale, traceback.format_exc(limit=-3))
    return None


def main(argv: list[str] | None = None) -> int:
    """Throw texts for so many minutes; return how many kinds of failure there were."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args(argv)
    mutator = Mutator(options.seed, every_locale())
    done: Counter[str] = Counter()
    failures: dict[str, Failure] = {}
    seconds: Counter[str] = Counter()
    slowest: dict[str, tuple[float, str]] = {}
    start = time.monotonic()
    inputs = 0
    names = [name for name in CALLS if name.startswith(_OFTEN)]
    others = [name for name in CALLS if name not in names]
    while time.monotonic() - start < 60 * options.minutes:
        text, locale = mutator.text()
        inputs += 1
        for name in names if inputs % _SELDOM else (*names, *others):
            before = time.perf_counter()
            failure = thrown(name, text, locale)
            spent = time.perf_counter() - before
            done[name] += 1
            seconds[name] += spent  # type: ignore[assignment]  # a counter of seconds
            slowest[name] = max(slowest.get(name, (0.0, "")), (spent, text))
            if failure is not None and failure.trace not in failures:
                failures[failure.trace] = failure
                print(f"\n{name}({text!r}, locale={locale!r})\n{failure.trace}", flush=True)
    for name, count in sorted(done.items()):
        each = 1e6 * seconds[name] / count
        worst = 1e3 * slowest[name][0]
        print(f"{name:32} {count:9} calls {each:9.0f} µs each, {worst:7.1f} ms at worst")
    rate = inputs / (time.monotonic() - start)
    print(f"seed {options.seed}: {inputs} texts, {done.total()} calls, {rate:.0f} texts/s")
    print(f"{len(failures)} kinds of exception outside the tree")
    return min(len(failures), 99)


if __name__ == "__main__":
    raise SystemExit(main())
