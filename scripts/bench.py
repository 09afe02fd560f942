"""Times the generator's own work and prints it as ratios, so that machines can be compared.

`python scripts/bench.py [--root DIR] [--rounds N]`; run by `make bench`. The yardstick is reading every observation file
with Python's own csv reader: what the data costs before anything is understood or checked.
"""

import argparse
import csv
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator.build import prepare
from generator.cache import MemoryCache
from generator.config import load_config
from generator.data.loading.dataset import load_dataset
from generator.output import Output
from generator.sources.folders import PROJECT
from generator.sources.read import read_sources

COLD = "profiles build, nothing cached"
"""Minutes, not seconds: measured once."""


def main() -> None:
    """Measure each kind of work several times and print the quickest of each."""
    parser = argparse.ArgumentParser(description="Time the generator as ratios within one run.")
    parser.add_argument("--root", type=Path, default=Path(), help="project to measure on (default: here)")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of each kind; the quickest counts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = _copy(options.root, Path(folder) / "project")
        works = _works(root).items()
        figures = {name: _quickest(work, 1 if name == COLD else options.rounds) for name, work in works}
    yardstick = figures["read the CSV files, nothing else"]
    for name, seconds in figures.items():
        print(f"{name:<50} {seconds:8.2f} s {seconds / yardstick:9.1f} ×")


def _copy(source: Path, target: Path) -> Path:
    target.mkdir()
    for part in PROJECT:
        path = source / part
        if path.is_dir():
            shutil.copytree(path, target / part)
        else:
            shutil.copyfile(path, target / part)
    return target


def _works(root: Path) -> dict[str, Callable[[], object]]:
    return {
        "read the CSV files, nothing else": lambda: _read_csv(root),
        "profiles --help": partial(_run, "--help"),
        "load and check the data": lambda: _load(root),
        "decide every page": lambda: prepare(root, base_url=None, cache=MemoryCache()),
        "render one profile, its charts drawn": _profile(root).render,
        "profiles check": partial(_run, "check", "--root", str(root)),
        COLD: lambda: _build(root, _forget),
        "profiles build, nothing changed": partial(_run, "build", "--root", str(root)),
        "profiles build, one sentence changed": lambda: _build(root, _edit),
    }


def _read_csv(root: Path) -> int:
    rows = 0
    for path in sorted((root / "data" / "observations").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += sum(1 for _ in csv.reader(file))
    return rows


def _load(root: Path) -> None:
    sources, _problems = read_sources(root)
    config, _faults = load_config(sources)
    if config is not None:
        load_dataset(sources, config)


def _profile(root: Path) -> Output:
    """Return the page of the first country; its charts are drawn when it is first rendered."""
    prepared = prepare(root, base_url=None, cache=MemoryCache())
    return next(each for each in prepared.outputs if each.path.startswith("countries/") and each.path.count("/") > 1)


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "generator", *arguments], check=True, capture_output=True)  # noqa: S603 - ours


def _build(root: Path, prepared: Callable[[Path], None]) -> None:
    prepared(root)
    _run("build", "--root", str(root))


def _forget(root: Path) -> None:
    for folder in (".cache", "site"):
        shutil.rmtree(root / folder, ignore_errors=True)


def _edit(root: Path) -> None:
    page = root / "content" / "pages" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")


def _quickest(work: Callable[[], object], rounds: int) -> float:
    return min(_timed(work) for _ in range(rounds))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
