"""The examples of the page on reading the data: those in Python and for the shell are run as printed."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.pages.kinds.reading import plan_reading
from generator.prepare import prepare
from tests.browser.serving import serve

pytestmark = pytest.mark.uncounted  # others count the lines it runs


@pytest.fixture(scope="module")
def site(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with the files that the examples read."""
    folder = tmp_path_factory.mktemp("reading")
    for output in prepare(starter, base_url="https://example.org", cache=MemoryCache()).outputs:
        if output.path.startswith(("data/", "indicators/")) and output.path.endswith((".csv", ".gz")):
            (folder / output.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / output.path).write_bytes(output.render())
    return folder


def code(starter: Path, address: str, name: str) -> str:
    made = prepare(starter, base_url=address, cache=MemoryCache()).site
    assert made
    return next(example.code for example in plan_reading(made.project).examples if example.id == name)


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_python_reads_it(starter: Path, site: Path, tmp_path: Path) -> None:
    with serve(site) as address:
        said = run(tmp_path, sys.executable, "-W", "error", "-c", code(starter, address, "pandas"))
    assert "value" in said
    assert "name" in said


def test_the_shell_reads_it(starter: Path, site: Path, tmp_path: Path) -> None:
    with serve(site) as address:
        said = run(tmp_path, "sh", "-e", "-c", code(starter, address, "curl")).splitlines()
    assert said[0] == "country,year,value"
    assert len(said) == 6
