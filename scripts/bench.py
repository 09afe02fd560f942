"""Times the generator on seeded corpora and on this world, as ratios within one run.

`python -m scripts.bench --help` lists the options; run by `make bench`. docs/benchmarks.md says what is compared.
"""

import argparse
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.sources.folders import PROJECT
from scripts.bench_corpus import make_corpus, write_project
from scripts.bench_peers import WHEELS, Peer, install_peers, version_of, write_peers
from scripts.bench_work import Cost, Program, build, edits_of, forget, preview, run, until_served

HERE = Path(__file__).parent.parent
KEPT = HERE / "scripts/bench_ratios.json"
SHORT = 6
"""Countries of the short form."""
WORSE = 1.5
"""A ratio that has grown by half has fallen back."""
SITE_OF_COUNTRIES, LARGE = 217, 1000

Figures = dict[str, Cost]


def main() -> None:
    """Measure what the options ask for, print it, and fail where a kept ratio has fallen back."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        if options.short:
            sys.exit(_short(Path(folder), keep=options.keep))
        _compile(HERE / "generator", Path(sysconfig.get_path("purelib")))
        print(
            f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
        )
        environment = install_peers(HERE / ".cache/bench-peers") if options.peers else None
        if environment:
            print(", ".join(f"{wheel} {version_of(environment, wheel.partition('[')[0])}" for wheel in WHEELS))
        walls: dict[int, float] = {}
        with _revision(options.against, Path(folder)) as old:
            for count in options.countries:
                walls[count] = _corpus(count, Path(folder) / str(count), old, environment, options)
            if options.world:
                _world(Path(folder), old, options)
        if {SITE_OF_COUNTRIES, LARGE} <= walls.keys():
            grown = math.log(walls[LARGE] / walls[SITE_OF_COUNTRIES]) / math.log(LARGE / SITE_OF_COUNTRIES)
            print(f"growth from 217 to 1,000 countries, cold: exponent {grown:.2f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time the generator as ratios within one run.")
    parser.add_argument("--countries", type=int, nargs="*", default=[50, SITE_OF_COUNTRIES], help="sizes of corpora")
    parser.add_argument("--world", action="store_true", help="measure this repository's project too")
    parser.add_argument("--against", default=_last_release(), help="revision to compare with (default: the last tag)")
    parser.add_argument("--peers", action="store_true", help="install and time Hugo, MkDocs and Pelican too")
    parser.add_argument("--no-preview", action="store_true", help="leave out the preview")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes of a build")
    parser.add_argument("--short", action="store_true", help="compare a few ratios with those kept in scripts/")
    parser.add_argument("--keep", action="store_true", help="with --short: keep the ratios of now")
    return parser.parse_args()


def _compile(*folders: Path) -> None:
    """Compile what is imported: it is no part of a build, and the first would pay for it."""
    subprocess.run([sys.executable, "-m", "compileall", "-qq", *map(str, folders)], check=False)  # noqa: S603 - ours


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=HERE, check=False, capture_output=True, text=True)  # noqa: S603, S607 - ours
    return done.stdout.strip()


def _last_release() -> str:
    return _git("describe", "--tags", "--abbrev=0", "--match", "v*")


@contextmanager
def _revision(name: str, folder: Path) -> Iterator[Path | None]:
    """A working tree of a revision; None where none is asked for."""
    if not name:
        yield None
        return
    tree = folder / "revision"
    _git("worktree", "add", "--detach", str(tree), name)
    try:
        print(f"compared with {name}, {_git('rev-parse', '--short', name)}")
        _compile(tree / "generator")
        yield tree
    finally:
        _git("worktree", "remove", "--force", str(tree))


def _copy(source: Path, target: Path) -> Path:
    target.mkdir()
    for part in PROJECT:
        path = source / part
        if path.is_dir():
            shutil.copytree(path, target / part)
        elif path.exists():
            shutil.copyfile(path, target / part)
    return target


def _corpus(count: int, folder: Path, old: Path | None, environment: Path | None, options: argparse.Namespace) -> float:
    """Measure a corpus of a size, and the peers on it; return the seconds of a cold build."""
    corpus = make_corpus(count)
    write_project(corpus, folder / "project")
    if environment:
        for peer in write_peers(corpus, folder / "peers", environment):
            _print(f"{count} countries, {peer.name}", _peer(peer), {}, *_size(peer.root / peer.output))
    before = _for_revision(folder / "project", old) if old else None
    return _measure(f"{count} countries", folder / "project", before, options)["cold"].wall


def _for_revision(root: Path, old: Path) -> Program:
    """Return an old revision with a copy of a project, and the templates that each project once had."""
    before = _copy(root, root.with_name(f"{root.name}-before"))
    if not (old / "generator/sources/theme.py").exists():
        shutil.copytree(old / "templates", before / "templates", dirs_exist_ok=True)
    return Program(code=old, root=before)


def _world(folder: Path, old: Path | None, options: argparse.Namespace) -> None:
    """Measure this repository's project and that of an old revision, which has fewer pages and files."""
    before = Program(code=old, root=_copy(old, folder / "world-before")) if old else None
    _measure("the world", _copy(HERE, folder / "world"), before, options)
    if before:
        files, megabytes = _size(before.root / "site")
        print(f"  the world before: {files:,} files, {megabytes:.1f} MB")


def _measure(title: str, root: Path, before: Program | None, options: argparse.Namespace) -> Figures:
    """Measure a project now and, if there is one, before; print both."""
    programs = (Program(code=HERE, root=root), *((before,) if before else ()))
    figures = [{} if options.no_preview else _previews(program) for program in programs]
    for step in zip(*(_builds(program, options.workers) for program in programs), strict=True):
        for own, (name, cost) in zip(figures, step, strict=True):
            own[name] = cost
    _print(title, figures[0], figures[-1] if before else {}, *_size(root / "site"))
    return figures[0]


def _builds(program: Program, workers: int, kinds: Collection[str] = ()) -> Iterator[tuple[str, Cost]]:
    """Yield what builds take, one of them after an edit of each kind, or of those that are named.

    One at a time, as the machine is not the same all day: two revisions take their turns.
    """
    root = program.root
    forget(root, ".cache", "site")
    yield "cold", build(program, workers)
    forget(root, ".cache/state", "site")
    yield "charts kept", build(program, workers)
    yield "nothing changed", min((build(program, workers) for _ in range(3)), key=lambda cost: cost.wall)
    for name, (edit, _page) in edits_of(program).items():
        if not kinds or name in kinds:
            edit()
            yield f"build: {name}", build(program, workers)


def _previews(program: Program) -> Figures:
    forget(program.root, ".cache", "site")
    figures: Figures = {}
    with preview(program) as (_address, seconds):
        figures["preview: first page, from nothing"] = Cost(wall=seconds, cpu=0)
    with preview(program) as (address, seconds):
        figures["preview: first page"] = Cost(wall=seconds, cpu=0)
        for name, (edit, page) in edits_of(program).items():
            figures[f"preview: {name}"] = Cost(wall=until_served(address + page, edit), cpu=0)
    return figures


def _peer(peer: Peer) -> Figures:
    forget(peer.root, peer.output)
    figures = {"cold": run(peer.command, peer.root), "nothing changed": run(peer.command, peer.root)}
    text = peer.root / peer.text
    text.write_text(f"{text.read_text('utf-8')}\nA sentence more.\n", "utf-8")
    return {**figures, "build: prose": run(peer.command, peer.root)}


def _size(site: Path) -> tuple[int, float]:
    """Return the number of files of a site, and their megabytes."""
    files = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(files), sum(files) / 1e6


def _print(title: str, figures: Figures, others: Figures, files: int, megabytes: float) -> None:
    print(f"\n{title}: {files:,} files, {megabytes:.1f} MB")
    for name, cost in figures.items():
        used = f"{cost.cpu:8.2f} s CPU {cost.memory:7.0f} MB" if cost.cpu else " " * 25
        before = f"  {cost.wall / others[name].wall:6.3f} of {others[name].wall:.2f} s" if name in others else ""
        print(f"  {name:<34} {cost.wall:8.2f} s {used}{before}", flush=True)  # inf: never shown


def _short(folder: Path, *, keep: bool) -> int:
    """Compare ratios of a small corpus with those kept; return 1 where one has fallen back."""
    write_project(make_corpus(SHORT), folder / "project")
    ratios = _ratios(Program(code=HERE, root=folder / "project"))
    if keep:
        KEPT.write_text(json.dumps(ratios, indent=2) + "\n", "utf-8")
    kept = json.loads(KEPT.read_text("utf-8"))
    for name, ratio in ratios.items():
        print(
            f"{name:<20} {ratio:8.2f} ×, kept {kept[name]:8.2f} ×{'  FELL BACK' if ratio > kept[name] * WORSE else ''}"
        )
    return int(any(fallen_back(ratios, kept)))


def fallen_back(ratios: Mapping[str, float], kept: Mapping[str, float]) -> Iterator[str]:
    """Yield the names of ratios that have grown by half."""
    return (name for name, ratio in ratios.items() if ratio > kept[name] * WORSE)


def _ratios(program: Program) -> dict[str, float]:
    """Return the processor time of builds as multiples of reading the figures with Python's csv."""
    yardstick = min(_read(program.root) for _ in range(3))
    figures = _builds(program, 1, ("prose", "data"))
    return {name: round(cost.cpu / yardstick, 2) for name, cost in figures}


def _read(root: Path) -> float:
    """Return the processor time of a process that reads the figures twenty times."""
    code = "import csv,pathlib,sys\nfor _ in range(20):\n for p in pathlib.Path(sys.argv[1]).glob('*.csv'):\n  list(csv.reader(p.open()))"
    return run([sys.executable, "-c", code, str(root / "data/observations")], root).cpu


if __name__ == "__main__":
    main()
