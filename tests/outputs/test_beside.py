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
from generator.outputs.traces import NoAnswers
from generator.prepare import prepare

class AsBefore(NoAnswers):
    def are_same(self, url, asked):
        return True

files = prepare(Path(sys.argv[1]), base_url=None, cache=MemoryCache()).files
made = {name: replace(each, standings=each.standings and "others") for name, each in files.made.items()}
for kept, standings, workers in (
    (files.made, {}, 2), (files.made, {}, 1), (made, {}, 2), (made, {}, 1), (made, None, 2), ({}, {}, 2)
):
    now = replace(files, kept=kept, last=AsBefore(), standings=standings)
    compare_beside(now, workers)
    print(standings is not None and len(standings), standings == files.digests_of_standings(), len(now.fresh))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")
def test_standings_are_looked_at_beside_where_results_may_have_changed(starter: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, str(starter)]  # in this process Vega may have drawn: it does not fork then
    told = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout.splitlines()
    beside, alone, others_beside, others_alone, unchanged, first = (line.split() for line in told)
    assert beside == ["3", "True", "0"]
    assert alone == ["0", "False", "0"]
    assert others_beside == ["3", "True", "3"]
    assert others_alone == ["0", "False", "3"]
    assert unchanged == ["False", "False", "0"]
    assert first[0] == "0", "without a last build there is nothing to compare"
