"""Set up and run everything: ``python dev.py VERB``, standard library only.

Each verb makes the isolated environment it needs in ``.venv`` (``bench`` in ``.venv-bench``,
``--oldest`` in ``.venv-oldest``, ``extras`` in ``.venv-all``, ``check`` always anew in
``.venv-check``), installs into it once
per change of ``pyproject.toml``, and then does its job. ``--fresh`` makes it anew, from what the
index has today.
"""

from __future__ import annotations

import argparse
import doctest
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
OLDEST_SET = ".venv-oldest"
HOLDS = {"": "", "test": "", "dev": "test", "all": "test"}  # extra: the one that it contains
PYTEST = ("-m", "pytest", "-n", "2", "--dist", "loadfile", "-q")
DOCS = ROOT / "build" / "docs"
CHROMIUM = Path("/usr/bin/chromium")
JAVA = "openjdk-17-jre-headless"  # Spark 4 needs Java 17 or newer
# they drive the Chromium of the system, and bring none of their own; axe holds the rules of access
PLAYWRIGHT = ("playwright==1.*", "axe-playwright-python==0.1.*")
FILE_TESTS = ("tests/house", "tests/dataset", "tests/seeds", "tests/cli")  # they read the tree


# -- environments -------------------------------------------------------------------------------


def python_in(folder: Path) -> Path:
    """Return the interpreter of the environment in `folder`."""
    windows = os.name == "nt"
    return folder / ("Scripts/python.exe" if windows else "bin/python")


def call(
    *command: object, env: dict[str, str] | None = None, cwd: Path = ROOT, quiet: bool = False
) -> int:
    """Run one command in the foreground and return its exit code."""
    words = [str(word) for word in command]
    if not quiet:
        print(f"$ {' '.join(words)}", flush=True)
    return subprocess.run(words, cwd=cwd, env={**os.environ, **(env or {})}, check=False).returncode


def must(*command: object, cwd: Path = ROOT) -> None:
    """Run one command and stop everything where it fails."""
    code = call(*command, cwd=cwd)
    if code:
        raise SystemExit(code)


def make(folder: Path) -> Path:
    """Make an empty environment in `folder` and return its interpreter."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        venv.create(folder, with_pip=True)
    except subprocess.CalledProcessError as err:
        shutil.rmtree(folder, ignore_errors=True)
        raise SystemExit(
            f"cannot make an environment in {folder}: {err}; "
            "some systems keep venv in a package of its own (python3-venv)"
        ) from err
    return python_in(folder)


def fingerprint(*files: Path) -> str:
    """Return a digest of what an environment is made from."""
    digest = hashlib.sha256(sys.version.encode())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def oldest() -> list[str]:
    """Return the oldest of each runtime dependency that ``pyproject.toml`` allows, pinned."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ranges = tomllib.loads(text)["project"]["dependencies"]
    return [re.sub(r"^([\w-]+)>=([\w.]+).*", r"\1==\2", each) for each in ranges]


def holds(has: str, extra: str) -> bool:
    """Return whether an environment with the extra `has` needs nothing more for `extra`."""
    return extra in ("", has) or (has != "" and holds(HOLDS[has], extra))


def environment(extra: str = "", *, name: str = ".venv", fresh: bool = False) -> Path:
    """Return the interpreter of an environment with at least `extra` installed; make it if need be.

    ``.venv-oldest`` holds the oldest dependencies that are allowed, the others the newest that
    there were when they were made; `fresh` makes it anew.
    """
    folder = ROOT / name
    python = python_in(folder)
    stamp = folder / "coopdata-dev-stamp"
    wanted = fingerprint(ROOT / "pyproject.toml")
    digest, _, has = stamp.read_text().partition(" ") if stamp.exists() else ("", "", "")
    kept = not fresh and digest == wanted and python.exists()
    if kept and holds(has, extra):
        return python
    if not kept:
        print(f"making an environment in {folder}", flush=True)
        python = make(folder)
    pins = oldest() if name == OLDEST_SET else []
    target = f"{ROOT}[{extra}]" if extra else f"{ROOT}"
    must(python, "-m", "pip", "install", "-qq", "--editable", target, *pins)
    stamp.write_text(f"{wanted} {extra}")
    return python


def name_versions(python: Path) -> None:
    """Print which Python and which runtime dependencies an environment has."""
    names = [pin.partition("==")[0] for pin in oldest()]
    code = (
        "import sys; from importlib.metadata import version; "
        "print('dependencies: Python', sys.version.split()[0], "
        "*[f'{name} {version(name)}' for name in sys.argv[1:]])"
    )
    call(python, "-c", code, *names, quiet=True)


# -- verbs --------------------------------------------------------------------------------------


def run(options: argparse.Namespace) -> int:
    """Print the facts of the five articles in two languages."""
    python = environment(fresh=options.fresh)
    codes = [call(python, "-m", "coopdata", "facts", "--locale", lang) for lang in ("en", "ru")]
    return max(codes)


def test(options: argparse.Namespace) -> int:
    """Run the quick test suite; further arguments go to pytest."""
    name = OLDEST_SET if options.oldest else ".venv"
    python = environment("test", name=name, fresh=options.fresh)
    name_versions(python)
    env = {"COOPDATA_ALL_LOCALES": "1"} if options.all_locales else {}
    return call(python, *PYTEST, *options.rest, env=env)


def build(_: argparse.Namespace) -> int:
    """Compile seeds/ into the data inside the package."""
    return call(environment(), "-m", "coopdata.seeds")


def docs(_: argparse.Namespace) -> int:
    """Build the documentation, warnings as errors."""
    return _docs(environment("dev"))


def _docs(python: Path) -> int:
    # the pickles of Sphinx hold paths of this machine: they stand beside what is built, not in it
    options = ("-b", "html", "-W", "--keep-going", "-q", "-d", ROOT / "build" / "doctrees")
    code = call(python, "-m", "sphinx", *options, ROOT / "docs", DOCS)
    telling = [path for path in DOCS.rglob("*.*") if str(ROOT).encode() in path.read_bytes()]
    for path in telling:
        print(f"{path}: holds the path of this machine", file=sys.stderr)
    return code or bool(telling)


def check(options: argparse.Namespace) -> int:
    """Check format, lint, types and documentation, then run the tests, all from nothing."""
    python = environment("dev", name=".venv-check", fresh=True)
    name_versions(python)
    steps: dict[str, tuple[object, ...]] = {
        "format": ("-m", "ruff", "format", "--check", "."),
        "lint": ("-m", "ruff", "check", "."),
        "mypy": ("-m", "mypy"),
        "pyright": ("-m", "pyright", "--pythonpath", python),
    }
    failed = [name for name, words in steps.items() if call(python, *words)]
    if _docs(python):
        failed.append("docs")
    env = {"COOPDATA_ALL_LOCALES": "1"} if options.all_locales else {}
    if call(python, *PYTEST, *options.rest, env=env):
        failed.append("tests")
    print(f"check: {'failed: ' + ', '.join(failed) if failed else 'all is well'}", flush=True)
    return int(bool(failed))


def bench(options: argparse.Namespace) -> int:
    """Run every program in benchmarks/, or the one named, with its own arguments after it."""
    folder = ROOT / "benchmarks"
    programs = sorted(folder.glob("bench_*.py"))
    if options.rest:
        name, *arguments = options.rest
        programs = [path for path in programs if path.stem in (name, f"bench_{name}")]
        if not programs:
            raise SystemExit(f"no program benchmarks/bench_{name}.py")
    else:
        arguments = []
    peers = folder / "requirements-peers.txt"
    place = ROOT / ".venv-bench"
    python = python_in(place)
    stamp = place / "coopdata-dev-stamp"
    wanted = fingerprint(ROOT / "pyproject.toml", peers)
    if not (stamp.exists() and stamp.read_text() == wanted):
        python = make(place)
        pip = (python, "-m", "pip", "install", "-qq")
        must(*pip, "--editable", f"{ROOT}[test]", "--requirement", peers)
        stamp.write_text(wanted)
    return max(call(python, path, *arguments) for path in programs)


def mutants(options: argparse.Namespace) -> int:
    """Break modules on purpose, one change at a time, and list what no test noticed."""
    return call(environment("test"), ROOT / "tools" / "mutants.py", *options.rest)


def fuzz(options: argparse.Namespace) -> int:
    """Throw spoilt texts at every function that takes one: ``--minutes 30 --seed 1``."""
    env = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests")))}
    return call(environment("test"), ROOT / "tests" / "fuzz_texts.py", *options.rest, env=env)


def extras(options: argparse.Namespace) -> int:
    """Run the tests of what needs the large extras: engines, exports, charts."""
    if not shutil.which("java") and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(("apt-get", "update", "-qq"), check=False)
        subprocess.run(("apt-get", "install", "-y", "-qq", JAVA), check=False)
    python = environment("all", name=".venv-all")
    return call(python, "-m", "pytest", "-q", "tests/extras", *options.rest)


def browser(options: argparse.Namespace) -> int:
    """Open the pages in Debian's Chromium; where there is none and none can be had, say so."""
    if not CHROMIUM.exists() and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(("apt-get", "update", "-qq"), check=False)
        subprocess.run(("apt-get", "install", "-y", "-qq", CHROMIUM.name), check=False)
    if not CHROMIUM.exists():
        print("browser: not run, no Chromium here", flush=True)
        return 0
    python = environment("test")
    must(python, "-m", "pip", "install", "-qq", *PLAYWRIGHT)
    return call(python, *PYTEST, "tests/browser", *options.rest)


def wheel(_: argparse.Namespace) -> int:
    """Build the wheel; from it, in an empty environment, the README and a newcomer's way."""
    dist = ROOT / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    must(sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--wheel-dir", dist, ROOT)
    (built,) = dist.glob("*.whl")
    with tempfile.TemporaryDirectory() as name:
        away = Path(name)
        python = make(away / "env")
        before = size_of(away / "env")
        must(python, "-m", "pip", "install", "-qq", "--no-compile", built, cwd=away)
        closure = size_of(away / "env") - before
        print(f"wheel: {built.stat().st_size / 1e6:.2f} MB ({built.name})")
        print(
            f"install closure: {closure / 1e6:.1f} MB ({closure / 2**20:.1f} MiB), before bytecode",
            flush=True,
        )
        example = away / "first-example.txt"
        example.write_text(first_example(), encoding="utf-8", newline="\n")
        flags = ("-o", "ELLIPSIS", "-o", "NORMALIZE_WHITESPACE")
        code = call(python, "-I", "-m", "doctest", *flags, example, cwd=away)
        print(
            f"README's first example from the wheel: {'failed' if code else 'passed'}", flush=True
        )
        way = call(python, "-I", ROOT / "tools" / "newcomer.py", away / "mine", cwd=away)
    print(f"wheel: a newcomer's way to a corpus: {'failed' if way else 'passed'}", flush=True)
    return code or way


def sdist(options: argparse.Namespace) -> int:
    """Build the source distribution and run its own tests; further arguments go to pytest."""
    python = environment("dev")
    with tempfile.TemporaryDirectory() as name:
        away = Path(name)
        must(python, "-m", "build", "--sdist", "--outdir", away, ROOT)
        (built,) = away.glob("*.tar.gz")
        must(python, "-m", "tarfile", "-e", built, away)
        (tree,) = (path for path in away.iterdir() if path.is_dir())
        env = {"PYTHONPATH": str(tree / "src")}  # before the tree that is installed
        code = call(python, *PYTEST, *(options.rest or FILE_TESTS), env=env, cwd=tree)
    print(f"sdist: its own tests {'failed' if code else 'passed'}", flush=True)
    return code


def first_example() -> str:
    """Return the README's first ``python`` block; it must be a session that doctest can run."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^```python\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    if not found or not doctest.DocTestParser().get_examples(found[1]):
        raise SystemExit("README.md has no first ```python block with a >>> prompt")
    return found[1]


def size_of(folder: Path) -> int:
    """Return the bytes of all files below `folder`."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


VERBS = {
    verb.__name__: verb
    for verb in (run, test, check, build, docs, bench, mutants, fuzz, extras, browser, wheel, sdist)
}


def main(argv: list[str] | None = None) -> int:
    """Read the command line and do what it says."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise SystemExit(f"coopdata needs Python {wanted} or newer; this is {sys.version}")
    parser = argparse.ArgumentParser(prog="dev.py", description=(__doc__ or "").partition("\n")[0])
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, verb in VERBS.items():
        one = verbs.add_parser(name, help=(verb.__doc__ or "").strip())
        if name in {"test", "check"}:
            one.add_argument("--all-locales", action="store_true", help="run the thorough suite")
        if name in {"run", "test"}:
            one.add_argument("--fresh", action="store_true", help="make the environment anew")
        if name == "test":
            one.add_argument("--oldest", action="store_true", help="with the oldest dependencies")
    options, rest = parser.parse_known_args(argv)
    options.rest = rest
    if rest and options.verb not in {
        "test",
        "check",
        "bench",
        "mutants",
        "fuzz",
        "extras",
        "browser",
        "sdist",
    }:
        parser.error(f"unknown arguments: {' '.join(rest)}")
    started = time.monotonic()
    code = VERBS[options.verb](options)
    print(f"dev.py {options.verb}: {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
