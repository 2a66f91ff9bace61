"""Articles made from templates, whose mentions are known: ``python benchmarks/corpus.py FILE``.

``--articles 200000`` makes some 0.7 GB of text in English and Russian, as one Parquet file with the
columns id, locale, published and text; ``EXPECTED`` beside it holds the mentions that the templates
state (id, start, end, low_text, unit, period). The same number gives the same articles.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

__all__ = ["articles", "expected_of", "write"]

_SENTENCES: Final = 40  # of an article: some 3.5 kB
_ROWS: Final = 2000  # articles of a row group

#: Sentences, with what they state in braces: what is written, then the value.
_STATING: Final = {
    "en": (
        ("The plant made {count} tractors", "tractor"),
        ("Exports reached ${amount} million", "USD"),
        ("The mill shipped {count} tonnes of steel", "metric_ton"),
        ("The road is {small} kilometres long", "kilometer"),
        ("The talks began in {month}", "month"),
        ("Output grew by {small} percent", "percent"),
    ),
    "ru": (
        ("Завод выпустил {count} тракторов", "tractor"),
        ("Вложено {amount} млн долларов США", "USD"),
        ("Отгружено {count} тонн проката", "metric_ton"),
        ("Длина дороги составляет {small} километров", "kilometer"),
        ("Переговоры начались в {month}", "month"),
        ("Выпуск увеличился на {small} процентов", "percent"),
    ),
}
_FILLING: Final = {
    "en": (
        "The parties discussed further cooperation in machine building and agreed to meet again",
        "According to the ministry, the enterprise has kept its partners abroad and its staff",
        "Deliveries go by rail, and the warehouse near the station has been put in order",
        "The head of the region thanked the designers for the new model of the machine",
        "Neither side gave details of the agreement, which is to be signed in the capital",
    ),
    "ru": (
        "Стороны обсудили дальнейшее сотрудничество в машиностроении и договорились о встрече",
        "По данным министерства, предприятие сохранило зарубежных партнёров и коллектив",
        "Поставки идут по железной дороге, а склад у станции приведён в порядок",
        "Глава региона поблагодарил конструкторов за новую модель машины",
        "Подробностей соглашения, которое подпишут в столице, ни одна из сторон не назвала",
    ),
}
_MONTHS: Final = {
    "en": ("January", "March", "April", "June", "August", "October", "December"),
    "ru": ("январе", "марте", "апреле", "июне", "августе", "октябре", "декабре"),
}
_NUMBERS: Final = (1, 3, 4, 6, 8, 10, 12)
#: What stands between the number and the end of the mention, by language and unit.
_AFTER: Final = {
    "en": {
        "tractor": " tractors",
        "USD": " million",
        "metric_ton": " tonnes",
        "percent": " percent",
    }
    | {"kilometer": " kilometres"},
    "ru": {"tractor": " тракторов", "USD": " млн долларов США", "metric_ton": " тонн"}
    | {"kilometer": " километров", "percent": " процентов"},
}


class Known(NamedTuple):
    """What a template states at a place of its article."""

    start: int
    end: int
    low_text: str | None
    unit: str | None
    period: str | None


class Made(NamedTuple):
    """One article, and what it states."""

    id: str
    locale: str
    published: dt.date
    text: str
    known: tuple[Known, ...]


def articles(count: int) -> Iterator[Made]:
    """Yield so many articles, always the same."""
    for nth in range(count):
        dice = random.Random(nth)
        locale = "en" if nth % 2 else "ru"
        sentences = [_sentence(dice, locale) for _ in range(_SENTENCES)]
        text, known = "", []
        for said, one in sentences:
            if one is not None:
                known.append(one._replace(start=one.start + len(text), end=one.end + len(text)))
            text += f"{said}.\n" if dice.random() < 0.2 else f"{said}. "
        day = dt.date(2015, 1, 1) + dt.timedelta(days=nth % 3000)
        yield Made(f"{nth:07}", locale, day, text, tuple(known))


def _sentence(dice: random.Random, locale: str) -> tuple[str, Known | None]:
    filling = dice.choice(_FILLING[locale])
    if dice.random() < 0.5:
        return f"{filling}, as was said at the time" if locale == "en" else filling, None
    pattern, unit = dice.choice(_STATING[locale])
    before, _, rest = pattern.partition("{")
    slot = rest.partition("}")[0]
    if slot == "month":
        which, year = dice.randrange(len(_NUMBERS)), dice.randrange(2001, 2025)
        words = f"{_MONTHS[locale][which]} {year}" + (" года" if locale == "ru" else "")
        period = f"{year}-{_NUMBERS[which]:02}"
        return f"{before}{words}", Known(len(before), len(before) + len(words), None, None, period)
    number = dice.randrange(1000, 9999) if slot == "count" else dice.randrange(11, 99)
    after = _AFTER[locale][unit]
    value = number * 1_000_000 if slot == "amount" else number
    start = len(before) - (unit == "USD" and locale == "en")
    end = len(before) + len(f"{number}{after}")
    said = pattern.replace(f"{{{slot}}}", str(number))
    return said, Known(start, end, str(value), unit, None)


def expected_of(path: Path) -> Path:
    """Return where the mentions of a corpus are."""
    return path.with_name(f"{path.stem}-expected.parquet")


def write(path: Path, count: int) -> tuple[int, int]:
    """Write a corpus and its mentions; return the characters and how many mentions there are."""
    import pyarrow as pa
    from pyarrow import parquet

    texts = pa.schema(
        [("id", "string"), ("locale", "string"), ("published", "date32"), ("text", "string")]
    )
    known = pa.schema(
        [("id", "string"), ("start", "int64"), ("end", "int64")]
        + [(name, "string") for name in ("low_text", "unit", "period")]
    )
    characters = mentions = 0
    with (
        parquet.ParquetWriter(path, texts) as out,
        parquet.ParquetWriter(expected_of(path), known) as told,
    ):
        held: list[Made] = []

        def flush() -> None:
            rows: list[dict[str, Any]] = [one._asdict() for one in held]
            out.write_table(pa.Table.from_pylist(rows, schema=texts))
            stated = [{"id": one.id, **each._asdict()} for one in held for each in one.known]
            told.write_table(pa.Table.from_pylist(stated, schema=known))
            held.clear()

        for one in articles(count):
            held.append(one)
            characters += len(one.text)
            mentions += len(one.known)
            if len(held) == _ROWS:
                flush()
        if held:
            flush()
    return characters, mentions


def main(argv: list[str] | None = None) -> int:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args(argv)
    characters, mentions = write(options.file, options.articles)
    print(f"{options.articles} articles, {characters} characters, {mentions} mentions")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
