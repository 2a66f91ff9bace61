"""Check a file of gold sentences (JSON Lines) against the marking conventions.

``check(path)`` gives a list of problems, each with file, line and sentence id; an empty
list means the file is sound. Standard library only, so it runs without an environment:
``python tests/gold_check.py seeds/sentences/ru.jsonl``.

Choices the gold sentences make where the conventions leave room:

- ``carried`` is true wherever the words of the unit stand outside the span: elliptical
  amounts, the first of two numbers with a shared unit, a noun behind an adjective.
- "early", "mid", "late", "end of" stand outside the span, like hedges ("end of" is ``late``).
- "until 2030" is ``../2030``; "since" and its like are open at the end.
- A relative period, or a day without its year, is ``../..`` when the sentence has no anchor.
- Articles stand outside: "dozen trains" in "a dozen trains", "third" in "by a third".
- A third is written with 28 digits. An ordinal has no unit.
- Speed and yield ("160 km/h", "3.2 t/ha") are rates: two units joined by a slash.
"""

from __future__ import annotations

import calendar
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

KINDS = ("number", "money", "percent", "quantity", "rate", "duration", "ratio", "ordinal", "period")
RELATIONS = ("exact", "about", "at_least", "more_than", "at_most", "less_than", "between")
SENTENCE_KEYS = {"id", "language", "split", "anchor", "text", "mentions", "tags"}
VALUE_KEYS = {"relation", "low", "high", "unit"}
OPTIONAL_KEYS = {"change", "mod", "counted", "minor", "carried", "nth"}
CHANGES = ("increase", "decrease")
MODS = ("by", "early", "mid", "late")
TAGS = ("hard-negative",)
PERCENT_UNITS = ("percent", "percentage_point", "basis_point", "permille")
TIME_UNITS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade")

DECIMAL = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
UNIT_NAME = re.compile(r"[A-Z]{3}|[a-z][a-z0-9]*(_[a-z0-9]+)*")
CURRENCY = re.compile(r"[A-Z]{3}")
EDTF_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
EDTF_DECADE_OR_CENTURY = re.compile(r"[0-9]{3}X|[0-9]{2}XX")
DIVISIONS = range(21, 42)
"""EDTF's numbers after the months: 21-24 seasons, 33-36 quarters, 40-41 halves."""
UNUSED_DIVISIONS = (25, 26, 27, 28, 29, 30, 31, 32, 37, 38, 39)


def check(path: Path | str) -> list[str]:
    """List every problem of the gold sentences in the file `path`."""
    path = Path(path)
    problems: list[str] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(
        path.read_text(encoding="utf-8").rstrip("\n").split("\n"), start=1
    ):
        where = f"{path.name}:{number}"
        try:
            sentence = json.loads(line)
        except ValueError as err:
            problems.append(f"{where}: not JSON: {err}")
            continue
        if not isinstance(sentence, dict):
            problems.append(f"{where}: not a JSON object")
            continue
        identity = str(sentence.get("id"))
        problems.extend(f"{where} {identity}: {p}" for p in _sentence_problems(sentence, path))
        for mark in (identity, f"text {sentence.get('text')!r}"):
            if mark in seen:
                problems.append(f"{where}: {mark} was already used in line {seen[mark]}")
            seen[mark] = number
    return problems


def _sentence_problems(sentence: dict[str, Any], path: Path) -> Iterator[str]:
    if set(sentence) != SENTENCE_KEYS:
        yield f"keys differ: {sorted(set(sentence) ^ SENTENCE_KEYS)}"
        return
    language, text = sentence["language"], sentence["text"]
    if language != path.stem:
        yield f"language {language!r} in a file named {path.name}"
    if not re.fullmatch(rf"{re.escape(str(language))}-[0-9]{{3,}}", str(sentence["id"])):
        yield f"id is not '{language}-' and a number"
    if sentence["split"] not in ("dev", "held"):
        yield f"split {sentence['split']!r} is neither 'dev' nor 'held'"
    if sentence["anchor"] is not None and not _is_day(sentence["anchor"]):
        yield f"anchor {sentence['anchor']!r} is not a day"
    if not isinstance(sentence["tags"], list) or any(tag not in TAGS for tag in sentence["tags"]):
        yield f"unknown tags {sentence['tags']!r}"
    if not isinstance(text, str) or not text or text != text.strip():
        yield "text is empty or has outer spaces"
    elif not isinstance(sentence["mentions"], list):
        yield "mentions is not a list"
    else:
        if not sentence["mentions"] and "hard-negative" not in sentence["tags"]:
            yield "no mention, and not tagged 'hard-negative'"
        yield from _mentions_problems(sentence["mentions"], text)


def _mentions_problems(mentions: list[Any], text: str) -> Iterator[str]:
    end_before = 0
    for mention in mentions:
        if not isinstance(mention, dict):
            yield f"mention {mention!r} is not an object"
            continue
        span = find_span(mention, text)
        quote = mention.get("quote")
        if isinstance(span, str):
            yield span
        elif span[0] < end_before:
            yield f"{quote!r} overlaps the mention before it, or is out of order"
        else:
            end_before = span[1]
        yield from (f"{quote!r}: {p}" for p in _mention_problems(mention))


def find_span(mention: dict[str, Any], text: str) -> tuple[int, int] | str:
    """Give the half-open span of a mention's quote in `text`, or say why there is none."""
    quote, nth = mention.get("quote"), mention.get("nth")
    if not isinstance(quote, str) or not quote or quote != quote.strip():
        return f"quote {quote!r} is empty or has outer spaces"
    starts = [at for at in range(len(text)) if text.startswith(quote, at)]
    if not starts:
        return f"quote {quote!r} is not in the text"
    if nth is None:
        if len(starts) > 1:
            return f"quote {quote!r} occurs {len(starts)} times and has no nth"
        nth = 1
    if type(nth) is not int or not 1 <= nth <= len(starts):
        return f"nth {nth!r} of {quote!r}: it occurs {len(starts)} time(s)"
    return starts[nth - 1], starts[nth - 1] + len(quote)


def _mention_problems(mention: dict[str, Any]) -> Iterator[str]:
    kind = mention.get("kind")
    if kind not in KINDS:
        yield f"unknown kind {kind!r}"
        return
    wanted = {"quote", "kind"} | ({"edtf"} if kind == "period" else VALUE_KEYS)
    if missing := wanted - set(mention):
        yield f"missing keys {sorted(missing)}"
        return
    if extra := set(mention) - wanted - OPTIONAL_KEYS:
        yield f"unknown keys {sorted(extra)}"
    for key in ("minor", "carried"):
        if key in mention and mention[key] is not True:
            yield f"{key} is either true or left out"
    if "counted" in mention and (not isinstance(mention["counted"], str) or not mention["counted"]):
        yield "counted is not a text"
    if "change" in mention and (mention["change"] not in CHANGES or kind == "period"):
        yield f"change {mention['change']!r} with kind {kind}"
    if "mod" in mention and (mention["mod"] not in MODS or kind != "period"):
        yield f"mod {mention['mod']!r} with kind {kind}"
    if kind == "period":
        if problem := edtf_problem(mention["edtf"]):
            yield problem
    else:
        yield from _bounds_problems(mention)
        yield from _unit_problems(mention, kind)


def _bounds_problems(mention: dict[str, Any]) -> Iterator[str]:
    relation, low, high = mention["relation"], mention["low"], mention["high"]
    for bound in (low, high):
        if bound is not None and not (isinstance(bound, str) and DECIMAL.fullmatch(bound)):
            yield f"{bound!r} is not a plain decimal in a string"
            return
    shape = (low is not None, high is not None)
    if relation not in RELATIONS:
        yield f"unknown relation {relation!r}"
    elif relation in ("exact", "about"):
        if low is None or low != high:
            yield f"{relation} wants low and high alike"
    elif relation in ("at_least", "more_than"):
        if shape != (True, False):
            yield f"{relation} wants low only"
    elif relation in ("at_most", "less_than"):
        if shape != (False, True):
            yield f"{relation} wants high only"
    elif shape != (True, True) or Decimal(low) >= Decimal(high):
        yield "between wants low below high"


def _unit_problems(mention: dict[str, Any], kind: str) -> Iterator[str]:
    unit = mention["unit"]
    if not isinstance(unit, str):
        yield f"unit {unit!r} is not a text"
        return
    names = re.split(r"[*/]", unit) if unit else []
    if wrong := [name for name in names if not UNIT_NAME.fullmatch(name)]:
        yield f"unit {unit!r} is not built of unit names: {wrong}"
    has_money = any(CURRENCY.fullmatch(name) for name in names)
    allowed = {
        "number": not has_money and len(names) <= 1 and unit not in (*PERCENT_UNITS, "fold"),
        "money": bool(CURRENCY.fullmatch(unit)),
        "percent": unit in PERCENT_UNITS,
        "quantity": bool(names) and not has_money and "/" not in unit,
        "rate": unit.count("/") == 1,
        "duration": unit in TIME_UNITS,
        "ratio": unit in ("", "fold"),
        "ordinal": unit == "",
    }
    if not allowed[kind]:
        yield f"unit {unit!r} does not fit kind {kind}"
    if unit == "fold" and any(b is not None and Decimal(b) < 1 for b in _bounds(mention)):
        yield "a fold is at least 1; its direction is the change"
    if kind == "number" and (unit == "item") < ("counted" in mention):
        yield "counted goes with the unit item"


def _bounds(mention: dict[str, Any]) -> tuple[Any, Any]:
    sound = [
        b if isinstance(b, str) and DECIMAL.fullmatch(b) else None
        for b in (mention["low"], mention["high"])
    ]
    return sound[0], sound[1]


def edtf_problem(text: object) -> str | None:
    """Say what is wrong with an EDTF text of the kinds that periods use, or nothing."""
    if not isinstance(text, str):
        return f"edtf {text!r} is not a text"
    ends = text.split("/")
    if len(ends) > 2 or any(not _is_edtf_end(e, open_too=len(ends) == 2) for e in ends):
        return f"edtf {text!r} is not valid"
    firsts = [EDTF_DATE.fullmatch(end) for end in ends]
    if len(ends) == 2 and firsts[0] and firsts[1]:
        first, last = (f"{m[1]}-{m[2] or ''}-{m[3] or ''}" for m in firsts if m)
        if first >= last:
            return f"edtf {text!r} ends before it begins"
    return None


def _is_edtf_end(text: str, *, open_too: bool) -> bool:
    if text == "..":
        return open_too
    if EDTF_DECADE_OR_CENTURY.fullmatch(text):
        return True
    match = EDTF_DATE.fullmatch(text)
    if not match:
        return False
    year, month, day = (int(part) if part else None for part in match.groups())
    if day is not None:
        return _is_day(text)
    if not year:
        return False
    return month is None or 1 <= month <= 12 or _is_division(month)


def _is_division(number: int) -> bool:
    return number in DIVISIONS and number not in UNUSED_DIVISIONS


def _is_day(text: object) -> bool:
    match = EDTF_DATE.fullmatch(text) if isinstance(text, str) else None
    if not match or not match[3]:
        return False
    year, month, day = (int(part) for part in match.groups())
    if not date.min.year <= year or not 1 <= month <= 12:
        return False
    return 1 <= day <= calendar.monthrange(year, month)[1]


def main(paths: list[str]) -> int:
    """Print every problem of the files named on the command line; 1 if there is any."""
    problems = [problem for path in paths for problem in check(path)]
    for problem in problems:
        print(problem)
    print(f"{len(paths)} file(s), {len(problems)} problem(s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
