"""What a process beside makes while another goes on."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import REPOSITORY

SCRIPT = """
import sys
from dataclasses import replace
from pathlib import Path

from generator.cache import MemoryCache
from generator.outputs.beside import compare_beside
from generator.prepare import prepare

files = prepare(Path(sys.argv[1]), base_url=None, cache=MemoryCache()).files
beside, alone, unchanged = replace(files, standings={}), replace(files, standings={}), replace(files, standings=None)
for each, workers in ((beside, 2), (alone, 1), (unchanged, 2)):
    compare_beside(each, workers)
print(len(beside.standings), beside.standings == files.digests_of_standings(), alone.standings, unchanged.standings)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")
def test_standings_are_looked_at_beside_where_results_have_changed(starter: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, str(starter)]  # in this process Vega may have drawn: it does not fork then
    told = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True)
    assert told.stdout == "3 True {} None\n"
