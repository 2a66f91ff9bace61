"""Nothing outside a call changes its answer: no decimal context, no environment, no folder."""

from __future__ import annotations

import ast
import decimal
import json
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import coopdata as cd
from coopdata import _exact, errors, extract, formatting, normalize, serde, units
from coopdata.values import Measure
from support import PACKAGE, REPO, WORDED

TRAPS: Final = [
    decimal.Clamped,
    decimal.DivisionByZero,
    decimal.FloatOperation,
    decimal.Inexact,
    decimal.InvalidOperation,
    decimal.Overflow,
    decimal.Rounded,
    decimal.Subnormal,
    decimal.Underflow,
]
HOSTILE: Final = {
    "six digits": decimal.Context(prec=6, rounding=decimal.ROUND_UP),
    "one digit": decimal.Context(prec=1, traps=[], capitals=0),
    "traps": decimal.Context(prec=28, traps=TRAPS),
    "all at once": decimal.Context(prec=1, Emin=0, Emax=0, clamp=1, capitals=0, traps=TRAPS),
}
MOST_SENTENCES: Final = 60  # of each language in a quick run

Call = Callable[[], object]


def outcome(call: Call) -> object:
    """Return what a call says: its value, or its error and what that holds."""
    try:
        return call()
    except (errors.CoopdataError, TypeError) as err:
        return type(err), err.args


def same_everywhere(call: Call) -> object:
    """Return what a call says; hostile contexts come first, so that no cache hides them."""
    found = {}
    for name, context in HOSTILE.items():
        with localcontext(context):
            found[name] = outcome(call)
    expected = outcome(call)

    assert dict.fromkeys(found, repr(expected)) == {name: repr(one) for name, one in found.items()}
    return expected


def sentences(language: str) -> list[str]:
    """Return the sentences of development in one language."""
    path = REPO / "seeds" / "sentences" / f"{language}.jsonl"
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [row["text"] for row in rows if row["split"] == "dev"]


# -- the law -------------------------------------------------------------------------------------

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40)
SMALL = st.decimals(allow_nan=False, allow_infinity=False, places=7, min_value=-999, max_value=999)
UNITS = st.sampled_from(
    ["", "USD", "kilometer", "percent", "vehicle/year", "degree_celsius", "month"]
)
KIN = {
    "": "percent",
    "USD": "USD",
    "kilometer": "mile",
    "percent": "",
    "vehicle/year": "vehicle/month",
    "degree_celsius": "degree_fahrenheit",
    "month": "year",
}
RELATIONS = st.sampled_from(["exact", "about", "at_least", "more_than", "at_most", "less_than"])
LANGUAGES = st.sampled_from(WORDED)


def measure(relation: str, number: Decimal, unit: str) -> Measure:
    made: Measure = getattr(Measure, relation)(number, unit)
    return made


MEASURES = st.builds(measure, RELATIONS, NUMBERS | SMALL, UNITS)


@given(one=MEASURES, other=MEASURES, number=SMALL)
@example(one=Measure.about("123456789"), other=Measure.exact(3), number=Decimal("-0.0000007"))
@example(one=Measure.exact("1E+3"), other=Measure.more_than("1E-7"), number=Decimal(7))
def test_measures_reckon_alike_in_every_context(
    one: Measure, other: Measure, number: Decimal
) -> None:
    kin = measure(other.relation, other.value, one.unit)
    for call in (
        lambda: one + kin,
        lambda: one - kin,
        lambda: one * other,
        lambda: one / other,
        lambda: one * number,
        lambda: one / number,
        lambda: -one,
        lambda: one.to(KIN[one.unit]),
        lambda: [one.compare(sign, kin.to(KIN[one.unit])) for sign in ("<", "<=", "==")],
        lambda: (str(one), repr(one)),
        lambda: units.convert(number, one.unit, KIN[one.unit]),
        lambda: Measure.exact("a third"),
    ):
        same_everywhere(call)


@given(value=MEASURES, language=LANGUAGES, compact=st.booleans())
@example(value=Measure.exact("123456789", "USD"), language="en", compact=True)
@example(value=Measure.exact("1000001", "vehicle/year"), language="ru", compact=False)
def test_what_is_printed_is_alike_in_every_context(
    value: Measure, language: str, compact: bool
) -> None:
    printed = same_everywhere(lambda: formatting.measure(value, locale=language, compact=compact))
    same_everywhere(lambda: formatting.number(value.value, locale=language, compact=compact))
    same_everywhere(lambda: normalize.measure(str(printed), locale=language))
    same_everywhere(
        lambda: normalize.number(
            formatting.number(value.value, locale=language, compact=compact), locale=language
        )
    )


@pytest.mark.parametrize("language", WORDED)
def test_sentences_say_the_same_in_every_context(language: str) -> None:
    for text in sentences(language)[:MOST_SENTENCES]:
        same_everywhere(lambda text=text: extract.mentions(text, locale=language))  # type: ignore[misc]  # a bound default


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("1 млрд 340 млн 567 тыс. долларов", "ru"),
        ("a third", "en"),
        ("two thirds of a million", "en"),
        ("three point one four one five", "en"),
        ("2 to 12.3456789 million", "en"),
        ("5 feet, 11.123456789 inches", "en"),
        ("32.123456789 tons per 8 hours", "en"),
        ("1억 2345만 6789명", "ko"),
        ("一亿两千五百六十七万", "zh"),
        ("三成五", "zh"),
        ("十七八岁", "zh"),
        ("minus 12.3456789 percent", "en"),
        ("10e999 km", "en"),
        ("1.2345678E+20", "en"),
    ],
)
def test_words_are_read_alike_in_every_context(text: str, locale: str) -> None:
    for read in (normalize.measure, normalize.number, normalize.money, normalize.percent):
        same_everywhere(lambda read=read: read(text, locale=locale))  # type: ignore[misc]  # a bound default
    same_everywhere(lambda: extract.mentions(f"It was {text}.", locale=locale))


def test_a_dataset_is_asked_and_written_alike_in_every_context() -> None:
    dataset = cd.load()

    def ids(**wanted: Any) -> Call:
        return lambda: [fact.id for fact in dataset.where(**wanted)]

    same_everywhere(ids(unit="USD", at_least="12.3456789 million USD"))
    same_everywhere(ids(at_most="1,234.5678 km"))
    same_everywhere(ids(at_least="10e999 USD"))
    same_everywhere(lambda: serde.from_json(serde.to_json(dataset)) == dataset)
    same_everywhere(lambda: serde.to_json(dataset))


@given(number=st.fractions() | st.integers(), divisor=st.integers(1, 10**30))
@example(number=1, divisor=3)
@example(number=10**40 + 1, divisor=2**90)
def test_a_quotient_is_exact_or_the_nearest_of_28_digits(
    number: Fraction | int, divisor: int
) -> None:
    fraction = Fraction(number) / divisor
    found = _exact.to_decimal(fraction)
    if found != fraction:
        unit = Fraction(10) ** (found.adjusted() + 1 - _exact.QUOTIENT_DIGITS)
        assert abs(Fraction(found) - fraction) <= unit / 2
        assert len(found.as_tuple().digits) <= _exact.QUOTIENT_DIGITS
        rest = fraction.denominator
        for prime in (2, 5):
            while rest % prime == 0:
                rest //= prime
        assert rest > 1


# -- nothing else outside has a say --------------------------------------------------------------

PROGRAM: Final = """
import decimal, json, sys
if sys.argv[1] == "hostile":
    decimal.setcontext(decimal.Context(prec=1, Emin=0, Emax=0, capitals=0,
                                       traps=[decimal.Inexact, decimal.Rounded]))
    decimal.DefaultContext.prec = 1
    import locale
    locale.setlocale(locale.LC_ALL, "")
import coopdata as cd
from coopdata import extract, formatting, normalize, units
found = []
for language, texts in json.loads(sys.argv[2]).items():
    for text in texts:
        found.append(repr(extract.mentions(text, locale=language)))
found += [formatting.measure(fact.measure, locale=locale, compact=True)
          for fact in cd.load().facts if fact.measure for locale in ("en", "ru", "ar", "tr")]
found += [formatting.period(fact.period, locale="de") for fact in cd.load().facts if fact.period]
found.append(cd.serde.to_json(cd.load()))
found.append(str(units.convert(decimal.Decimal("12.3456789"), "mile", "kilometer")))
found.append(str(units.UNITS["mile"].factor))
sys.stdout.buffer.write(json.dumps(found).encode("ascii"))
"""


def test_a_process_answers_alike_in_every_environment(tmp_path: Path) -> None:
    texts = json.dumps({language: sentences(language)[:4] for language in WORDED})

    def said(mood: str, cwd: Path, **environment: str) -> Any:
        env = {**os.environ, "PYTHONPATH": str(REPO / "src"), **environment}
        words = [sys.executable, "-c", PROGRAM, mood, texts]
        done = subprocess.run(words, cwd=cwd, env=env, capture_output=True, check=False)
        assert b"" == done.stderr
        return json.loads(done.stdout)

    strange = {
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
        "LANGUAGE": "de:ru",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "7",
        "COLUMNS": "1",
        "HOME": str(tmp_path),
    }
    assert said("plain", REPO) == said("hostile", tmp_path, **strange)


AMBIENT: Final = ("getcontext", "setcontext", "DefaultContext", "Context", "float_info", "getcwd")
TAKES_CONTEXT: Final = ("scaleb", "quantize", "normalize", "to_integral_value", "sqrt", "exp")


def test_decimal_contexts_have_one_home() -> None:
    astray = []
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            match node:
                case ast.ImportFrom(module="decimal", names=names):
                    found = [one.name for one in names if one.name in AMBIENT]
                case ast.Attribute(value=ast.Name(id="decimal" | "sys" | "os"), attr=attr):
                    found = [attr] if attr in AMBIENT else []
                case ast.Call(func=ast.Attribute(value=value, attr=attr)) if (
                    attr in TAKES_CONTEXT and ast.unparse(value) not in ("unicodedata", "cd")
                ):
                    found = [] if "EXACT" in ast.unparse(node) else [ast.unparse(node)]
                case ast.Call(func=ast.Name(id="localcontext"), args=[]):
                    found = ["localcontext()"]
                case _:
                    found = []
            astray += [f"{path.name}: {name}" for name in found if path.name != "_exact.py"]

    assert [] == astray
