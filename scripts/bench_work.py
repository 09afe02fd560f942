"""What is timed: whole processes that build, and a preview asked until it shows what was saved."""

import math
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from urllib.request import urlopen

PORT = 8791
PATIENCE = 90
"""Seconds after which a preview will not show an edit any more."""
NUMBERS = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a process took: seconds by the clock and of the processors, its largest memory in megabytes."""

    wall: float
    cpu: float
    memory: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A generator at a revision: the folder its code lies in, and the project it builds."""

    code: Path
    root: Path

    def command(self, *arguments: str) -> list[str]:
        """Return a command line of it."""
        return [sys.executable, "-m", "generator", *arguments, "--root", str(self.root)]


def run(command: list[str] | tuple[str, ...], folder: Path) -> Cost:
    """Run a command in a folder to its end; one that fails ends the measurement."""
    before = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)  # noqa: S603 - ours
    said = process.stderr.read().decode() if process.stderr else ""
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: {said}")
    return Cost(wall=time.perf_counter() - before, cpu=used.ru_utime + used.ru_stime, memory=used.ru_maxrss / 1024)


def build(program: Program, workers: int) -> Cost:
    """Build the project."""
    return run(program.command("build", "--workers", str(workers)), program.code)


def forget(root: Path, *names: str) -> None:
    """Remove files and folders of a project."""
    for name in names:
        shutil.rmtree(root / name) if (root / name).is_dir() else (root / name).unlink(missing_ok=True)


Edit = Callable[[], str]
"""Changes a project and returns a text that its page shows from then on, empty where it shows none."""


def edits_of(program: Program) -> Mapping[str, tuple[Edit, str]]:
    """Return an edit of each kind, with the address of a page that shows it."""
    root = program.root
    text = min(root.glob("content/countries/*.md"))
    code = re.findall(r"country: (\w+)", text.read_text("utf-8"))[0]
    slug = re.findall(
        rf"^{code},[^,]*,[^,]*,[^,]*,([^,]*)", (root / "data/countries.csv").read_text("utf-8"), re.MULTILINE
    )[0]
    page = f"countries/{slug}/"
    catalog = min(root.glob("data/catalog/indicators/*.yaml"))
    entry = re.findall(r"^(\w+):$", catalog.read_text("utf-8"), re.MULTILINE)[0]
    own = root / "templates/styles/own.css"
    return {
        "prose": (partial(_append, text, "\nSentence {}.\n"), page),
        "data": (partial(_value, root / f"data/observations/{entry}.csv", code), f"indicators/{entry}/"),
        "catalog": (partial(_word, catalog, r"title: \"?([^\"\n]+)"), f"indicators/{entry}/"),
        "layout": (partial(_word, root / "content/profile.yaml", r"title: \"?([^\"\n]+)"), page),
        "template": (partial(_template, root, program.code), page),
        "style": (partial(_append, own, "main{{order:{}}}\n", shown=False), page),
        "configuration": (partial(_word, root / "site.yaml", r"title: \"?([^\"\n]+)"), page),
    }


def _append(path: Path, text: str, *, shown: bool = True) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    added = text.format(next(NUMBERS))
    path.write_text((path.read_text("utf-8") if path.exists() else "") + added, "utf-8")
    return added.strip() if shown else ""


def _word(path: Path, pattern: str) -> str:
    """Give the text that a pattern finds first another number."""
    text = path.read_text("utf-8")
    found = re.search(pattern, text)
    assert found, path  # noqa: S101 - a project without it cannot be measured
    said = f"{found[1].partition(' No ')[0]} No {next(NUMBERS)}"
    path.write_text(text[: found.start(1)] + said + text[found.end(1) :], "utf-8")
    return said


def _value(path: Path, code: str) -> str:
    """Change the first figure of a country, each time by a thousandth: no text names one so old."""
    lines = path.read_text("utf-8").splitlines()
    own = (n for n, line in enumerate(lines) if line.startswith(f"{code},") and float(line.split(",")[2] or 0))
    at = next(own, 1)
    cells = lines[at].split(",")
    cells[2] = repr(float(f"{float(cells[2]) * 1.001:.7g}"))
    lines[at] = ",".join(cells)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return ""


def _template(root: Path, code: Path) -> str:
    own, ours = root / "templates/country.html", code / "templates/country.html"
    text = (own if own.exists() else ours).read_text("utf-8")
    said = f"Part {next(NUMBERS)}"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(text.replace("{% block main %}", f"{{% block main %}}<p>{said}</p>", 1), "utf-8")
    return said


@contextmanager
def preview(program: Program) -> Iterator[tuple[str, float]]:
    """A preview, with its address and the seconds until it has shown its first page."""
    before = time.perf_counter()
    command = program.command("serve", "--port", str(PORT))
    process = subprocess.Popen(command, cwd=program.code, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)  # noqa: S603 - ours
    try:
        assert process.stdout  # noqa: S101 - asked for above
        said = next(line for line in process.stdout if "http://" in line)
        address = re.findall(r"http://[\w.:/-]+", said)[0].rstrip("/") + "/"
        fetch(address)
        yield address, time.perf_counter() - before
    finally:
        process.terminate()
        process.wait()


def fetch(address: str) -> str:
    """Return what a page says."""
    with urlopen(address, timeout=PATIENCE) as reply:  # noqa: S310 - of this machine
        text: str = reply.read().decode()
        return text


def until_served(page: str, edit: Edit) -> float:
    """Make an edit; return the seconds until the page shows it, or is another where it shows no text.

    Infinity where it never does: a preview of long ago took no new style sheet up.
    """
    shown = fetch(page)
    before = time.perf_counter()
    said = edit()
    while time.perf_counter() - before < PATIENCE:
        text = fetch(page)
        if said in text and text != shown:
            return time.perf_counter() - before
        time.sleep(0.01)
    return math.inf
