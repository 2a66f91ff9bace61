"""Run one other reader of quantities over texts: JSON Lines in, JSON Lines out.

    python benchmarks/peers.py NAME < texts.jsonl > found.jsonl

Each line in is ``{"id", "language", "text", "anchor"}``; each line out ``{"id", "found"}``, and a last
line ``{"seconds"}`` with the time spent reading. It runs in whatever environment holds the peer
(Python 3.8 or newer, nothing of coopdata), because no one environment holds them all.

What a peer finds becomes ``{"start", "end", "low", "unit"}`` with coopdata's name of the unit, or
``{"start", "end", "edtf"}``. Where a peer says less than that, it is given the benefit of the doubt.
"""

import datetime as dt
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")

UNITS = {
    "dollar": "USD", "united states dollar": "USD", "us dollar": "USD", "$": "USD", "euro": "EUR",
    "€": "EUR", "ruble": "RUB", "rub": "RUB", "russian ruble": "RUB", "rouble": "RUB", "yuan": "CNY",
    "chinese yuan": "CNY", "renminbi": "CNY", "tenge": "KZT", "kazakhstani tenge": "KZT", "won": "KRW",
    "lira": "TRY", "turkish lira": "TRY", "pound": "GBP", "british pound": "GBP", "£": "GBP",
    "pound sterling": "GBP", "percentage": "percent", "%": "percent", "kilometre": "kilometer",
    "metre": "meter", "tonne": "metric_ton", "metric ton": "metric_ton", "ton": "metric_ton",
    "litre": "liter", "barrel": "oil_barrel", "": "", "dimensionless": "",
}  # fmt: skip


def unit(name):
    name = (name or "").lower().strip()
    return UNITS.get(name) or UNITS.get(name.rstrip("s")) or name.replace(" ", "_")


def quantulum3():
    from quantulum3 import parser

    def find(text, language, anchor):
        for one in parser.parse(text):
            yield {"start": one.span[0], "end": one.span[1], "low": one.value, "unit": unit(one.unit.name)}

    return find, ("en",)


def recognizers():
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    cultures = {"en": Culture.English, "zh": Culture.Chinese, "de": Culture.German, "tr": Culture.Turkish, "ko": Culture.Korean}
    readers = (recognize_currency, recognize_dimension, recognize_percentage, recognize_datetime, recognize_number)

    def find(text, language, anchor):
        taken = []
        for read in readers:
            try:
                found = read(text, cultures[language])
            except Exception:  # a culture without that reader
                continue
            for one in found:
                if any(one.start <= end and start <= one.end for start, end in taken):
                    continue
                taken.append((one.start, one.end))
                told = one.resolution or {}
                if "values" in told:
                    timex = (told["values"] or [{}])[0].get("timex", "")
                    yield {"start": one.start, "end": one.end + 1, "edtf": timex}
                else:
                    value = str(told.get("value", "")).rstrip("%")
                    name = "%" if read is recognize_percentage else told.get("unit", "")
                    yield {"start": one.start, "end": one.end + 1, "low": value, "unit": unit(name)}

    return find, tuple(cultures)


def natasha():
    from natasha import DatesExtractor, MoneyExtractor, MorphVocab

    vocab = MorphVocab()
    money, dates = MoneyExtractor(vocab), DatesExtractor(vocab)

    def find(text, language, anchor):
        for one in money(text):
            yield {"start": one.start, "end": one.stop, "low": one.fact.amount, "unit": unit(one.fact.currency) if one.fact.currency not in ("USD", "EUR", "RUB", "KZT") else one.fact.currency}
        for one in dates(text):
            parts = (one.fact.year, one.fact.month, one.fact.day)
            edtf = "-".join(f"{part:02}" for part in parts if part)
            yield {"start": one.start, "end": one.stop, "edtf": edtf}

    return find, ("ru",)


def dateparser():
    from dateparser.search import search_dates

    def find(text, language, anchor):
        base = dt.datetime.fromisoformat(anchor) if anchor else dt.datetime(2020, 1, 1)
        at = 0
        for words, day in search_dates(text, languages=[language], settings={"RELATIVE_BASE": base}) or ():
            at = text.find(words, at)
            yield {"start": at, "end": at + len(words), "edtf": day.date().isoformat()}

    return find, ("ru", "en", "be", "tr", "zh", "ko", "de")


def price_parser():
    from price_parser import Price

    def find(text, language, anchor):
        price = Price.fromstring(text)
        if price.amount is not None:
            at = max(0, text.find(price.amount_text or ""))
            yield {"start": at, "end": at + len(price.amount_text or ""), "low": str(price.amount), "unit": unit(price.currency)}

    return find, ("ru", "en", "be", "kk", "tr", "zh", "ko", "de")


def duckling():
    import os
    import shutil
    import tempfile

    import duckling as native

    zones = tempfile.mkdtemp()
    shutil.copy("/usr/share/zoneinfo/UTC", os.path.join(zones, "UTC"))
    table = native.load_time_zones(zones)
    names = ["amount-of-money", "time", "distance", "number", "duration", "quantity", "volume", "temperature"]
    dimensions = native.parse_dimensions(names)

    def find(text, language, anchor):
        base = dt.datetime.fromisoformat(anchor) if anchor else dt.datetime(2020, 1, 1)
        stamp = int(base.replace(tzinfo=dt.timezone.utc).timestamp())
        reference = native.parse_ref_time(table, "UTC", stamp)
        locale = native.default_locale_lang(native.parse_lang(language.upper()))
        found = native.parse(text, native.Context(reference, locale), dimensions, False)
        taken = []
        for one in sorted(found, key=lambda one: one["start"] - one["end"]):
            if any(one["start"] < end and start < one["end"] for start, end in taken):
                continue
            taken.append((one["start"], one["end"]))
            value = one["value"]
            if one["dim"] == "time":
                told = value.get("from", value).get("value", "")[:10]
                grain = value.get("grain", "")
                edtf = told[: {"year": 4, "month": 7}.get(grain, 10)]
                yield {"start": one["start"], "end": one["end"], "edtf": edtf}
            else:
                low = value.get("value", value.get("from", {}).get("value"))
                yield {"start": one["start"], "end": one["end"], "low": low, "unit": unit(value.get("unit", ""))}

    return find, ("ru", "en", "tr", "zh", "ko", "de")


PEERS = {
    "quantulum3": quantulum3,
    "recognizers-text": recognizers,
    "natasha": natasha,
    "dateparser": dateparser,
    "price-parser": price_parser,
    "duckling": duckling,
}


def main():
    find, languages = PEERS[sys.argv[1]]()
    spent = 0.0
    for line in sys.stdin:
        row = json.loads(line)
        if row["language"] not in languages:
            continue
        start = time.perf_counter()
        try:
            found = list(find(row["text"], row["language"], row.get("anchor")))
        except Exception as error:  # a peer that fails on a text has found nothing in it
            found = []
            print(f"{row['id']}: {error!r}", file=sys.stderr)
        spent += time.perf_counter() - start
        print(json.dumps({"id": row["id"], "found": found}, default=str), flush=True)
    print(json.dumps({"seconds": spent}), flush=True)


if __name__ == "__main__":
    main()
