"""Turn bits of the shipped files over, one at a time, and tell what became of the answers.

    python benchmarks/flips.py [how many] [seed]

Each flip is made in a copy of the package, after which one process makes the check of
``coopdata verify``, and one that has read no data yet asks for what the damaged file is used for.
Wanted: every flip refused by both; none silent, no answer changed, no error but `IntegrityError`.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
SAID = {
    "ru": "5 миллионов рублей, около 12 тыс. тонн в мае 2017 года",
    "be": "5 мільёнаў рублёў, каля 12 тыс. тон у маі 2017 года",
    "en": "5 million dollars, about 12 thousand tonnes in May 2017",
    "de": "5 Millionen Euro, etwa 12 Tausend Tonnen im Mai 2017",
    "kk": "5 миллион теңге, 2017 жылғы мамыр",
    "ko": "500만 달러, 2017년 5월",
    "tr": "5 milyon lira, Mayıs 2017",
    "zh": "5亿元,2017年5月",
}


def answer(file: str) -> str:
    """Return what a fresh process answers from one shipped file."""
    import coopdata as cd

    folder, _, name = file.removesuffix(".json").rpartition("/")
    if folder in ("languages", "periods"):
        found = cd.extract.mentions(SAID[name], locale=name, anchor=None)
        return json.dumps([cd.serde.to_tree(one) for one in found])
    if folder == "printing":
        many = cd.Measure.at_most("5000", "vehicle")
        return many.format(locale=name) + cd.Period.from_edtf("2017-05/..").format(locale=name)
    if folder == "labels":
        return cd.formatting.label("basis", "stated", locale=name)
    if name == "names":
        return repr(cd.normalize.organisation("ООО Заря", locale="ru"))
    if name == "articles":
        return cd.serde.to_json(cd.load())
    return repr(cd.Measure.exact("5", "metric_ton").to("kilogram"))  # units, and the manifest


def verify() -> str:
    """Return nothing where all is well; raise the first of what the command line would tell."""
    from coopdata import _shipped

    for error in _shipped.problems():
        raise error
    return ""


def in_a_child(work: Callable[[], str]) -> str:
    """Do the work in a process of its own; return its answer, or its error's name with a mark."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        try:
            said = work()
        except BaseException as err:  # that none but one kind is raised is what is looked at
            said = f"! {type(err).__name__}"
        with os.fdopen(writer, "wb") as out:
            out.write(said.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answers:
        said = answers.read().decode()
    os.waitpid(child, 0)
    return said


def flip(rounds: int, seed: str) -> int:
    """Flip bits of the package that is imported; it is a copy."""
    import babel.core  # noqa: F401 - the children need not import them again
    import pint  # noqa: F401

    import coopdata

    home = Path(coopdata.__file__).parent / "data"
    files = sorted(path for path in home.rglob("*") if path.is_file())
    names = [path.relative_to(home).as_posix() for path in files]
    whole = {name: in_a_child(lambda name=name: answer(name)) for name in names}
    failed = {name: said for name, said in whole.items() if said.startswith("! ")}
    if failed:
        raise SystemExit(f"the whole package does not answer: {failed}")
    dice = random.Random(seed)
    sizes = [path.stat().st_size for path in files]
    tally: Counter[str] = Counter()
    for at in range(rounds):  # a half by size, a half by file, so that small files have their turn
        (path,) = dice.choices(files, sizes) if at % 2 else (dice.choice(files),)
        name = path.relative_to(home).as_posix()
        text = path.read_bytes()
        damaged = bytearray(text)
        bit = dice.randrange(8 * len(text))
        damaged[bit // 8] ^= 1 << bit % 8
        path.write_bytes(bytes(damaged))
        for step, said in (
            ("verify", in_a_child(verify)),
            ("first use", in_a_child(lambda name=name: answer(name))),
        ):
            same = said == ("" if step == "verify" else whole[name])
            fate = "silent" if same else said[2:] if said.startswith("! ") else "answer changed"
            tally[f"{step}: {fate}"] += 1
            if fate != "IntegrityError":
                print(f"  {step} of {name}, bit {bit}: {fate}")
        path.write_bytes(text)
    for fate, times in sorted(tally.items()):
        print(f"{times:6} {fate}")
    return int(set(tally) != {"verify: IntegrityError", "first use: IntegrityError"})


def main() -> int:
    rounds, seed = [*sys.argv[1:], "1000", "0"][:2] if len(sys.argv) < 3 else sys.argv[1:3]
    if os.environ.get("COOPDATA_FLIPPED"):
        return flip(int(rounds), seed)
    with tempfile.TemporaryDirectory() as away:
        shutil.copytree(SOURCE / "coopdata", Path(away) / "coopdata")
        env = {**os.environ, "PYTHONPATH": away, "COOPDATA_FLIPPED": "1"}
        return os.spawnve(os.P_WAIT, sys.executable, [sys.executable, *sys.argv], env)


if __name__ == "__main__":
    raise SystemExit(main())
