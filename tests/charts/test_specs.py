"""Templates of charts: described with Altair once, then taken from the cache."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.charts.specs import SHIPPED, know_templates, templates_key
from generator.charts.specs import described as describe

described = cache(describe)

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


def test_a_second_process_fills_the_same_template_without_altair(tmp_path: Path) -> None:
    command = (sys.executable, "-c", SCRIPT, str(tmp_path / "state"))
    none = str(tmp_path / "none.json")
    runs = [
        subprocess.run((*command, path), capture_output=True, text=True, check=True) for path in (none, none, SHIPPED)
    ]
    (chart, described), (again, taken), (shipped, come) = (run.stdout.splitlines() for run in runs)
    assert chart == again == shipped
    assert json.loads(chart)["layer"][0]["mark"]["type"] == "line"
    assert (described, taken, come) == ("True", "False", "False")


@pytest.mark.parametrize("kept", [b"", b"[]", b'{"version": 0}'])
def test_what_is_kept_and_no_template_is_described_anew(kept: bytes, tmp_path: Path) -> None:
    cache, other = MemoryCache(), tmp_path / "other.json"
    other.write_bytes(b'{"templates of other code": {"trend": "{}"}}')
    cache.put(templates_key(), kept)
    know_templates(cache, other)
    assert cache.get(templates_key()) == described()


def test_the_templates_that_come_with_the_program_are_what_altair_describes() -> None:
    assert SHIPPED.read_bytes() == described() + b"\n", "Run: python -m scripts.write_templates"


def test_a_median_is_dotted_and_forecasts_are_dashed_as_notes_say() -> None:
    (kinds,) = (each for each in json.loads(described()).values() if isinstance(each, dict))
    layers = json.loads(kinds["trend"])["layer"]
    dashes = {layer["data"]["name"]: layer["mark"].get("strokeDash") for layer in layers}
    assert dashes["median"][0] == 0
    assert min(*dashes["ahead"], *dashes["own_ahead"]) > 0
