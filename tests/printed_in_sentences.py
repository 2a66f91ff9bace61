"""What is printed of every unit, read in running text: the cases, the count, the exceptions.

Every unit of the table as `formatting` and Babel print it in all lengths, in a sentence of each
of the eight languages and between quotation marks elsewhere. What is not read rightly in the eight
languages is listed in `printed_in_sentences.jsonl`, units by language and cause;
``python tests/printed_in_sentences.py`` writes the list anew.
"""

from __future__ import annotations

import functools
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from attrs import define, field
from babel.numbers import format_currency, format_percent
from babel.units import format_unit

from coopdata import errors, extract, formatting, normalize, units
from coopdata.values import Measure, Period
from printed_cases import CURRENCIES, LENGTHS, patterns

NUMBERS = tuple(map(Decimal, ("3", "1234.5")))
FRAMES = {
    "ru": "По данным завода, {}; так сказано в отчёте.",
    "en": "According to the plant, {}; so says the report.",
    "be": "Паводле звестак завода, {}; так сказана ў справаздачы.",
    "uk": "За даними заводу, {}; так сказано у звіті.",
    "pl": "Według danych zakładu, {}; tak podano w raporcie.",
    "es": "Según la fábrica, {}; así lo dice el informe.",
    "kk": "Зауыттың мәліметінше, {}; есепте солай делінген.",
    "tr": "Fabrikaya göre, {}; raporda böyle deniyor.",
    "fr": "Selon l'usine : {} ; c'est ce que dit le rapport.",
    "de": "Nach Angaben des Werks: {}; so steht es im Bericht.",
    "zh": "据工厂介绍：{}；报告如此写道。",
    "ko": "공장에 따르면: {}; 보고서에 그렇게 적혀 있다.",
    "ja": "工場によると、{}。報告書にそうある。",
    "uz": "Zavod maʼlumotiga koʻra, {}; hisobotda shunday deyilgan.",
    "az": "Zavodun məlumatına görə, {}; hesabatda belə deyilir.",
}
NEUTRAL = "«{}»."
LIST = Path(__file__).with_suffix(".jsonl")
#: The share that must be found with the right value where there is no word list.
ELSEWHERE = Decimal("0.97")
COMMAND = "python tests/printed_in_sentences.py"


@define
class Tally:
    """How many texts of a locale were read rightly, and those that were not, by cause."""

    counts: Counter[str] = field(factory=Counter)
    wrong: dict[tuple[str, str, str], list[str]] = field(factory=lambda: defaultdict(list))
    causes: dict[str, str] = field(factory=dict)  # of the first text of each unit that is wrong

    def share(self) -> Decimal:
        """Return the share that is right of what is not left open by the text itself."""
        asked = self.counts["right"] + self.counts["wrong"]
        return Decimal(self.counts["right"]) / max(1, asked)

    def report(self, locale: str, most: int = 12) -> str:
        lines = [f"{locale}: {self.share():.4f} {dict(self.counts)}"]
        for cause, texts in sorted(self.wrong.items(), key=lambda pair: -len(pair[1]))[:most]:
            lines.append(f"  {len(texts)} × {' / '.join(cause)}: {'; '.join(texts[:3])}")
        return "\n".join(lines)


def printed(locale: str) -> Iterator[tuple[str, Measure, str]]:
    """Yield who printed, the measure and its text, for every unit of the table; each text once."""
    known = patterns(locale)
    for number in NUMBERS:
        for name, unit in units.UNITS.items():
            measure = Measure.exact(number, name)
            texts: dict[str, str] = {}
            if is_worded(locale) or unit.cldr in known or name in CURRENCIES:  # else in English
                for length in LENGTHS:
                    texts[formatting.measure(measure, locale=locale, length=length)] = "formatting"  # type: ignore[arg-type]  # lengths
            if unit.cldr in known:
                for length in LENGTHS:
                    text = format_unit(number, unit.cldr, length, locale=locale)  # type: ignore[arg-type]  # lengths
                    texts.setdefault(text, "format_unit")
            elif name in CURRENCIES:
                for form in ("standard", "name"):
                    text = format_currency(
                        number, name, locale=locale, format_type=form, currency_digits=False
                    )
                    texts.setdefault(text, "format_currency")
            yield from ((who, measure, text) for text, who in texts.items())
        percent = format_percent(number / 100, locale=locale, decimal_quantization=False)
        yield "format_percent", Measure.exact(number, "percent"), percent


def is_worded(locale: str) -> bool:
    """Return whether the language of a locale has a list of words."""
    return locale.partition("_")[0] in FRAMES


def outcome(measure: Measure, text: str, locale: str) -> tuple[str, str]:
    """Return how a text is read in a sentence, and the cause where that is wrong."""
    sentence = FRAMES.get(locale.partition("_")[0], NEUTRAL).format(text)
    found = [mention.value for mention in extract.mentions(sentence, locale=locale)]
    if found == [measure]:
        return "right", ""
    alone = None
    try:
        alone = normalize.measure(text, locale=locale)
    except errors.AmbiguousTextError:
        return "in doubt", ""
    except errors.UnreadableTextError:
        pass
    if alone is not None and found == [alone]:
        return "settled", ""  # both doors say what people mean by it: the table of preferences
    return "wrong", _cause(measure, text, found)


def _cause(measure: Measure, text: str, found: list[Measure | Period]) -> str:
    if any(isinstance(value, Period) for value in found):
        return "read as a period"
    if found:
        return "read as another value" if len(found) == 1 else "read in pieces"
    letters = [char for char in text if not (char.isdigit() or char.isspace() or char in ".,")]
    if len(letters) == 1:
        return "one letter"
    if len(letters) == 2:
        return "two letters"
    if measure.low != 3 and units.UNITS[measure.unit].kind == "counted":
        return "a fraction of things"
    return "not found"


@functools.cache
def tally(locale: str) -> Tally:
    """Read everything that is printed in a locale."""
    told = Tally()
    for who, measure, text in printed(locale):
        how, cause = outcome(measure, text, locale)
        told.counts[how] += 1
        if how == "wrong":
            told.causes.setdefault(measure.unit, cause)
            kind = units.UNITS[measure.unit].kind
            told.wrong[who, kind, cause].append(f"{text!r} ({measure.unit})")
    return told


def exceptions() -> list[str]:
    """Return the lines that the list should have."""
    lines = []
    for language in FRAMES:
        by_cause: dict[str, list[str]] = defaultdict(list)
        for unit, cause in sorted(tally(language).causes.items()):
            by_cause[cause].append(unit)
        lines += [
            json.dumps({"language": language, "cause": cause, "units": named}, ensure_ascii=False)
            for cause, named in sorted(by_cause.items())
        ]
    return lines


def changes() -> list[str]:
    """Return the units that are new (``+``) and mended (``-``) since the list was written."""
    listed = _rows(LIST.read_text(encoding="utf-8").splitlines())
    now = _rows(exceptions())
    new = [f"+ {' / '.join(row)}" for row in sorted(now - listed)]
    return new + [f"- {' / '.join(row)}" for row in sorted(listed - now)]


def _rows(lines: list[str]) -> set[tuple[str, str, str]]:
    rows = map(json.loads, lines)
    return {(row["language"], row["cause"], unit) for row in rows for unit in row["units"]}


def main() -> int:
    """Write the list and say what has changed."""
    told = changes() if LIST.exists() else []
    LIST.write_text("".join(f"{line}\n" for line in exceptions()), encoding="utf-8", newline="\n")
    print("\n".join([*told, f"{len(told)} change(s) in {LIST.name}"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
