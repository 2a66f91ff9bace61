"""Articles to a table: how much two processes gain, and whether memory grows with the input.

python benchmarks/bench_engines.py [--articles 8000] [--times 5]
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

import corpus

LIMIT = 1.7
MEMORY = 600.0
ROUNDS = 3
PROGRAM = """
import resource, sys
from coopdata import batch
if __name__ == "__main__":
    made = batch.read(sys.argv[1], sys.argv[2], locale_column="locale", anchor_column="published",
        id_column="id", workers=int(sys.argv[3]))
    print(made.mentions)
"""


def resident(pid: int) -> float:
    """Return the largest memory that a process and those that it began have now, in MB."""
    found = 0.0
    pids = [pid]
    while pids:
        one = pids.pop()
        try:
            children = Path(f"/proc/{one}/task/{one}/children").read_text().split()
            pages = int(Path(f"/proc/{one}/statm").read_text().split()[1])
        except (OSError, IndexError):
            continue
        pids += map(int, children)
        found = max(found, pages * resource.getpagesize() / 2**20)
    return found


def run(source: Path, workers: int) -> tuple[float, float, int]:
    """Return seconds, the most MB that any process had, and how many mentions were found."""
    out = source.with_name(f"out-{workers}.parquet")
    begun = time.perf_counter()
    command = [sys.executable, "-c", PROGRAM, str(source), str(out), str(workers)]
    if workers > 1:  # a pool begins by importing the program: it has to be a file
        program = source.with_name("program.py")
        program.write_text(PROGRAM, encoding="utf-8")
        command[1:3] = [str(program)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    most = 0.0
    done = threading.Event()

    def watch() -> None:
        nonlocal most
        while not done.wait(0.05):
            most = max(most, resident(running.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    told, _ = running.communicate()
    done.set()
    watcher.join()
    return time.perf_counter() - begun, most, int(told)


def main(argv: list[str] | None = None) -> int:
    """Print a table; 1 where a figure is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=8000)
    parser.add_argument("--times", type=int, default=5, help="how many times more in the second")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        small, large = Path(name, "small.parquet"), Path(name, "large.parquet")
        _, stated = corpus.write(small, options.articles)
        many = options.articles * options.times
        _, stated_in_many = corpus.write(large, many)
        times: dict[int, list[float]] = {1: [], 2: []}
        memory: dict[int, float] = {}
        for _ in range(ROUNDS):
            for workers, taken in times.items():
                seconds, most, found = run(small, workers)
                taken.append(seconds)
                memory[workers] = max(memory.get(workers, 0.0), most)
                assert stated == found, (stated, found)
        _, grown, found = run(large, 2)
        assert stated_in_many == found
    gained = median(times[1]) / median(times[2])
    print(f"{options.articles} articles, {stated} mentions, all found")
    for workers, taken in times.items():
        per = options.articles / median(taken)
        print(f"{workers} process(es): {median(taken):.1f} s, {per:.0f} articles a second")
    print(f"two processes: {gained:.2f} times one (asked: {LIMIT})")
    print(f"memory of the largest process: {memory[2]:.0f} MB; with {many} articles {grown:.0f} MB")
    return int(gained < LIMIT or grown > MEMORY)


if __name__ == "__main__":
    raise SystemExit(main())
