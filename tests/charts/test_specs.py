"""Templates of charts: described with Altair once, then taken from the cache."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.charts.specs import know_templates
from generator.modules import modules_digest

SCRIPT = """
import sys
from pathlib import Path

from generator.cache import SqliteCache
from generator.charts.specs import fill_template, know_templates

with SqliteCache(Path(sys.argv[1])) as kept:
    know_templates(kept)
print(fill_template("slope", {"own": [{"x": 1}]}, frame={"width": 5}, scales={}))
print("altair" in sys.modules)
"""


def test_a_second_process_fills_the_same_template_without_altair(tmp_path: Path) -> None:
    command = (sys.executable, "-c", SCRIPT, str(tmp_path / "state"))
    first, second = (subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(2))
    (chart, described), (again, taken) = first.stdout.splitlines(), second.stdout.splitlines()
    assert chart == again
    assert json.loads(chart)["layer"][0]["mark"]["type"] == "line"
    assert (described, taken) == ("True", "False")


@pytest.mark.parametrize("kept", [b"", b"[]", b'{"version": 0}'])
def test_what_is_kept_and_no_template_is_described_anew(kept: bytes) -> None:
    cache = MemoryCache()
    know_templates(cache)
    key = f"templates {modules_digest('generator.charts.templates')} {version('altair')}"
    good = cache.get(key)
    cache.put(key, kept)
    know_templates(cache)
    assert good
    assert cache.get(key) == good
