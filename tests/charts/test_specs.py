"""Templates of charts: they come with the program; those of other code are described with Altair once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.charts.specs import SHIPPED, STATE_KEY, describe, described_by, fill_template, know_templates

SCRIPT = """
import sys
from pathlib import Path

from generator.cache import SqliteCache
from generator.charts.specs import fill_template, know_templates

with SqliteCache(Path(sys.argv[1])) as kept:
    know_templates(kept, Path(sys.argv[2]))
print(fill_template("slope", {"own": [{"x": 1}]}, frame={"width": 5}, scales={}))
print("altair" in sys.modules)
"""


def described_in(tmp_path: Path, shipped: Path) -> tuple[str, bool]:
    """Return a chart as a process of its own fills it, and whether that loaded Altair."""
    command = (sys.executable, "-c", SCRIPT, str(tmp_path / "state"), str(shipped))
    chart, altair = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return chart, altair == "True"


def test_a_process_fills_the_same_template_with_and_without_altair(tmp_path: Path) -> None:
    other = tmp_path / "templates.json"
    other.write_bytes(describe("of other code"))
    made, again, taken = (described_in(tmp_path, path) for path in (other, other, SHIPPED))
    assert json.loads(made[0])["layer"][0]["mark"]["type"] == "line"
    assert made[0] == again[0] == taken[0]
    assert (made[1], again[1], taken[1]) == (True, False, False)


def test_the_templates_that_come_with_the_program_are_altair_s() -> None:
    assert SHIPPED.read_bytes() == describe(described_by()), "run `make reference` and look at the difference"


@pytest.mark.parametrize("kept", [b"", b"[]", b'{"version": 0}', b'{"code": ""}'])
def test_what_is_kept_and_no_template_is_described_anew(tmp_path: Path, kept: bytes) -> None:
    other = tmp_path / "templates.json"
    other.write_bytes(b"{}")
    cache = MemoryCache()
    cache.put(STATE_KEY, kept)
    know_templates(cache, other)
    assert cache.get(STATE_KEY) == SHIPPED.read_bytes()
    assert json.loads(fill_template("slope", {}, frame={"width": 5}, scales={}))["width"] == 5
