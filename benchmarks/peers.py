r"""Run one other reader of quantities or dates over texts: JSON Lines in, JSON Lines out.

    python benchmarks/peers.py NAME < texts.jsonl > found.jsonl

It runs in whatever environment holds the peer (Python 3.8 or newer, nothing of coopdata), because
no one environment holds them all. The first line out says what the peer claims to read:
``{"version", "languages", "kinds"}``. Each line in is ``{"id", "language", "text", "anchor",
"rounds"}``; each line out ``{"id", "found", "seconds", "floor"}``: what was found, the fewest
seconds that one reading took, and the fewest that ``re.finditer(r"\d+")`` took on the same text.

What a peer finds becomes ``{"start", "end", "numbers", "unit"}`` (the ends of a range, and
coopdata's name of the unit) or ``{"start", "end", "days"}`` (inclusive days, every reading that the
peer offers). Overlapping findings are all told; who scores chooses those that serve the peer best.

One file of more than 300 lines, because it is copied to wherever a peer lives.
"""

# ruff: noqa: UP006, UP017, UP035, UP045 - the oldest Python that has one of the peers is 3.8

import contextlib
import datetime as dt
import json
import re
import struct
import sys
import tempfile
import time
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple

Finding = Dict[str, Any]
#: Read a text (timed), and tell what came out (not timed).
Read = Callable[[str, str, Optional[str]], Any]
Tell = Callable[[Any, str, str, Optional[str]], Iterator[Finding]]
Peer = Tuple[Read, Tell, Tuple[str, ...], Tuple[str, ...]]

NO_ANCHOR = "2020-01-01"
UNITS = {
    "$": "USD", "us$": "USD", "dollar": "USD", "united states dollar": "USD", "us dollar": "USD",
    "долл": "USD", "доллар": "USD", "€": "EUR", "euro": "EUR", "евро": "EUR", "£": "GBP",
    "pound": "GBP",
    "british pound": "GBP", "pound sterling": "GBP", "₽": "RUB", "руб": "RUB", "р": "RUB",
    "rouble": "RUB",
    "ruble": "RUB", "russian ruble": "RUB", "rur": "RUB", "belarusian ruble": "BYN", "br": "BYN",
    "yuan": "CNY", "chinese yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "元": "CNY", "¥": "CNY",
    "₸": "KZT", "тг": "KZT", "тенге": "KZT", "tenge": "KZT", "kazakhstani tenge": "KZT",
    "₩": "KRW", "원": "KRW", "won": "KRW", "south korean won": "KRW", "₺": "TRY", "tl": "TRY",
    "lira": "TRY", "turkish lira": "TRY", "yen": "JPY", "japanese yen": "JPY",
    "swiss franc": "CHF", "franc": "CHF",
    "%": "percent", "percentage": "percent", "dimensionless": "", "ton": "metric_ton",
    "tonne": "metric_ton", "metric ton": "metric_ton", "barrel": "oil_barrel",
    "celsius": "degree_celsius", "c": "degree_celsius", "degree": "degree_celsius",
    "degree c": "degree_celsius", "kilowatt-hour": "kilowatt_hour",
}  # fmt: skip


def unit(name: Optional[str]) -> str:
    """Return coopdata's name of a peer's unit; a unit it has no name for stays what it is."""
    parts = [_plain(part) for part in re.split(r" per |/", (name or "").lower().strip(" ."))]
    return "/".join(parts)


def _plain(name: str) -> str:
    singular = name[:-1] if name.endswith("s") and not name.endswith("ss") else name
    for one in (name, singular):
        if one in UNITS:
            return UNITS[one]
    if len(name) == 3 and name.upper() in UNITS.values():
        return name.upper()
    metric = name if name.endswith("celsius") else singular
    return metric.replace("metre", "meter").replace("litre", "liter").replace(" ", "_")


def measured(start: int, end: int, numbers: List[Any], name: Optional[str]) -> Finding:
    told = [str(one) for one in numbers if one is not None]
    return {"start": start, "end": end, "numbers": told, "unit": unit(name)}


def day_of(anchor: Optional[str]) -> dt.datetime:
    return dt.datetime.strptime(anchor or NO_ANCHOR, "%Y-%m-%d")


def through(first: dt.date, grain: str) -> dt.date:
    """Return the last day of the day, week, month, quarter, or year that begins then."""
    if grain in ("month", "quarter", "year"):
        months = {"month": 1, "quarter": 3, "year": 12}[grain]
        count = first.year * 12 + first.month - 1 + months
        return dt.date(count // 12, count % 12 + 1, 1) - dt.timedelta(1)
    return first + dt.timedelta(6 if grain == "week" else 0)


def quantulum3() -> Peer:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # it was trained with a scikit-learn that is no longer installed

    def tell(found: Any, *_: Any) -> Iterator[Finding]:
        for one in found:
            width = one.uncertainty or 0  # "3 to 5" is told as 4 ± 1
            numbers = [one.value - width, one.value + width] if width else [one.value]
            yield measured(one.span[0], one.span[1], numbers, one.unit.name)

    kinds = ("number", "money", "percent", "quantity", "rate", "duration", "ratio")
    return lambda text, *_: parser.parse(text), tell, ("en",), kinds


def recognizers() -> Peer:
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )
    from recognizers_text import Culture

    # Some versions have models for German but no name for the culture.
    named = {"en": "English", "zh": "Chinese", "de": "German", "tr": "Turkish", "ko": "Korean"}
    cultures = {code: getattr(Culture, name, f"{code}-{code}") for code, name in named.items()}
    readers = (recognize_currency, recognize_dimension, recognize_temperature, recognize_percentage)

    def read(text: str, language: str, anchor: Optional[str]) -> Any:
        culture = cultures[language]
        found = []
        for reader in (*readers, recognize_number):
            try:
                found.extend(reader(text, culture))
            except Exception:  # a culture without that reader, or a reader that fails
                continue
        with contextlib.suppress(Exception):
            found.extend(recognize_datetime(text, culture, reference=day_of(anchor)))
        return found

    def tell(found: Any, *_: Any) -> Iterator[Finding]:
        for one in found:
            start, end, told = one.start, one.end + 1, one.resolution or {}
            length = _iso_duration((told.get("values") or [{}])[0].get("timex", ""))
            if length is not None:
                yield measured(start, end, [length[0]], length[1])
            elif one.type_name.endswith((".time", ".timerange")):  # a time of day
                continue
            elif "values" in told:
                yield {"start": start, "end": end, "days": [_days(row) for row in told["values"]]}
            elif told.get("value") is not None:
                is_share = one.type_name == "percentage"
                name = "%" if is_share else told.get("isoCurrency") or told.get("unit")
                yield measured(start, end, [told["value"].rstrip("%").replace(",", "")], name)

    kinds = ("number", "money", "percent", "quantity", "duration", "ordinal", "period")
    return read, tell, tuple(cultures), kinds


def _iso_duration(timex: str) -> Optional[Tuple[str, str]]:
    found = re.fullmatch(r"P(T?)([\d.]+)([YMWDHS])", timex)
    if found is None:
        return None
    names = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
    return found[2], "minute" if found[1] and found[3] == "M" else names[found[3]]


def _days(row: Dict[str, str]) -> List[Optional[str]]:
    first, last = row.get("start"), row.get("end")
    if first is None and last is None:
        day = row.get("value", "")[:10]
        return [day, day]
    if last is not None:  # exclusive
        last = (dt.datetime.strptime(last[:10], "%Y-%m-%d") - dt.timedelta(1)).date().isoformat()
    return [first and first[:10], last]


def natasha() -> Peer:
    from natasha import DatesExtractor, MoneyExtractor, MorphVocab

    vocab = MorphVocab()
    money, dates = MoneyExtractor(vocab), DatesExtractor(vocab)

    def tell(found: Any, text: str, language: str, anchor: Optional[str]) -> Iterator[Finding]:
        for one in found[0]:
            yield measured(one.start, one.stop, [one.fact.amount], one.fact.currency)
        for one in found[1]:
            year, month, day = one.fact.year, one.fact.month, one.fact.day
            grain = "day" if day else "month" if month else "year"
            first = dt.date(year or day_of(anchor).year, month or 1, day or 1)
            days = [first.isoformat(), through(first, grain).isoformat()]
            yield {"start": one.start, "end": one.stop, "days": [days]}

    return (
        lambda text, *_: (list(money(text)), list(dates(text))),
        tell,
        ("ru",),
        ("money", "period"),
    )


def dateparser() -> Peer:
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def read(text: str, language: str, anchor: Optional[str]) -> Any:
        settings = {"RELATIVE_BASE": day_of(anchor)}
        return search_dates(text, languages=[language], settings=settings) or ()

    def tell(found: Any, text: str, language: str, anchor: Optional[str]) -> Iterator[Finding]:
        parser = DateDataParser(languages=[language], settings={"RELATIVE_BASE": day_of(anchor)})
        at = 0
        for words, moment in found:
            at = max(text.find(words, at), 0)
            first = moment.date()
            options = [[first.isoformat(), first.isoformat()]]
            grain = parser.get_date_data(words).period  # the search says a day, always
            if grain in ("month", "year"):
                first = first.replace(day=1, month=1 if grain == "year" else first.month)
                options.append([first.isoformat(), through(first, grain).isoformat()])
            yield {"start": at, "end": at + len(words), "days": options}
            at += len(words)

    return read, tell, ("ru", "en", "be", "tr", "zh", "ko", "de"), ("period",)


def price_parser() -> Peer:
    from price_parser import Price

    def tell(found: Any, text: str, *_: Any) -> Iterator[Finding]:
        if found.amount is not None and found.currency:  # a bare number is no price
            words = found.amount_text or ""
            at = max(0, text.find(words))
            yield measured(at, at + len(words), [found.amount], found.currency)

    languages = ("ru", "en", "be", "kk", "tr", "zh", "ko", "de")
    return lambda text, *_: Price.fromstring(text), tell, languages, ("money",)


def duckling() -> Peer:
    import duckling as native

    native.init()
    table = native.load_time_zones(_zones())
    quantities = ("amount-of-money", "distance", "number", "quantity", "volume", "temperature")
    dimensions = native.parse_dimensions([*quantities, "duration", "ordinal", "time"])

    def read(text: str, language: str, anchor: Optional[str]) -> Any:
        stamp = int(day_of(anchor).replace(tzinfo=dt.timezone.utc).timestamp())
        reference = native.parse_ref_time(table, "UTC", stamp)
        locale = native.default_locale_lang(native.parse_lang(language.upper()))
        return native.parse(text, native.Context(reference, locale), dimensions, False)

    def tell(found: Any, *_: Any) -> Iterator[Finding]:
        for one in found:
            start, end, value = one["start"], one["end"], one["value"]
            if one["dim"] == "time":
                options = [_moment(row) for row in value.get("values") or [value]]
                yield {"start": start, "end": end, "days": options}
                continue
            ends = [value] if "value" in value else [value.get("from", {}), value.get("to", {})]
            name = next((row["unit"] for row in ends if row.get("unit")), "")
            name = name.encode("latin-1", "ignore").decode("utf-8", "ignore")  # "Â£" is "£"
            yield measured(start, end, [row.get("value") for row in ends], name)

    languages = ("ru", "en", "tr", "zh", "ko", "de")
    kinds = ("number", "money", "quantity", "duration", "ordinal", "period")
    return read, tell, languages, kinds


def _moment(value: Dict[str, Any]) -> List[Optional[str]]:
    if value["type"] == "value":
        first = dt.date.fromisoformat(value["value"][:10])
        return [first.isoformat(), through(first, value["grain"]).isoformat()]
    since, until = value.get("from"), value.get("to")
    last = None
    if until is not None:
        last = dt.date.fromisoformat(until["value"][:10])
        if until["grain"] not in ("hour", "minute", "second"):
            last -= dt.timedelta(1)  # exclusive
    return [since and since["value"][:10], last and last.isoformat()]


def _zones() -> str:
    """Return a new folder with the zone UTC in TZif 1, all that duckling reads."""
    folder = tempfile.mkdtemp()
    counts = struct.pack(">6l", 1, 1, 0, 0, 1, 4)
    tables = struct.pack(">lbB", 0, 0, 0) + b"UTC\0" + b"\0\0"
    (Path(folder) / "UTC").write_bytes(b"TZif" + bytes(16) + counts + tables)
    return folder


#: Name → how to start it, and the distribution that holds it.
PEERS: Dict[str, Tuple[Callable[[], Peer], str]] = {
    "quantulum3": (quantulum3, "quantulum3"),
    "recognizers-text": (recognizers, "recognizers-text-number-with-unit"),
    "natasha": (natasha, "natasha"),
    "dateparser": (dateparser, "dateparser"),
    "price-parser": (price_parser, "price-parser"),
    "duckling": (duckling, "pyduckling-native"),
}


def main(names: List[str]) -> int:
    if len(names) != 1 or names[0] not in PEERS:
        print(f"usage: peers.py NAME < texts.jsonl; NAME is one of {', '.join(PEERS)}")
        return int(bool(names))
    warnings.filterwarnings("ignore")
    start, distribution = PEERS[names[0]]
    read, tell, languages, kinds = start()
    about = {"version": version(distribution), "languages": languages, "kinds": kinds}
    print(json.dumps(about), flush=True)
    for line in sys.stdin:
        row = json.loads(line)
        if row["language"] in languages:
            print(json.dumps(answer(row, read, tell)), flush=True)
    return 0


def answer(row: Dict[str, Any], read: Read, tell: Tell) -> Dict[str, Any]:
    """Let the peer read one text; where it fails, it has found nothing in it."""
    asked = (row["text"], row["language"], row.get("anchor"))
    try:
        spent, found = fewest(lambda: read(*asked), row.get("rounds", 1))
        told = list(tell(found, *asked))
    except Exception as error:
        print(f"{row['id']}: {error!r}", file=sys.stderr)
        spent, told = 0.0, []
    floor, _ = fewest(lambda: sum(1 for _ in re.finditer(r"\d+", row["text"])), 9)
    return {"id": row["id"], "found": told, "seconds": spent, "floor": floor}


def fewest(work: Callable[[], Any], rounds: int) -> Tuple[float, Any]:
    """Return the fewest seconds of processor time that the work took, and its last result."""
    best, result = float("inf"), None
    for _ in range(rounds):
        start = time.process_time()
        result = work()
        best = min(best, time.process_time() - start)
    return best, result


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
