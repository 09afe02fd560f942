"""Processes of pools end with the process that began them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import REPOSITORY

BEGINS = """
import os, sys, time
from generator.state.pool import pool
if __name__ == "__main__":
    with pool(1, sys.argv[1]) as executor:
        print(executor.submit(os.getpid).result(), flush=True)
        time.sleep(60)
"""


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_a_process_ends_with_the_one_that_began_it_and_was_killed(start: str, tmp_path: Path) -> None:
    program = tmp_path / "begin.py"
    program.write_text(BEGINS, "utf-8")
    command, around = [sys.executable, str(program), start], {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(command, cwd=REPOSITORY, env=around, stdout=subprocess.PIPE, text=True) as begun:
        assert begun.stdout
        assert int(begun.stdout.readline())
        begun.kill()
        assert begun.communicate(timeout=20)[0] == ""  # it returns when nobody has the other end of the pipe any more
