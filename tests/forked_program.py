"""The program, or a copy that can be edited; its commands start at once and may be killed anywhere.

One process loads the libraries; each command is a fork of it that loads the modules of a copy anew.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from shutil import copytree
from types import TracebackType
from typing import Self

from tests.repository import REPOSITORY

LOADED = ("generator.build", "generator.commands.site", "generator.terminal.progress")
"""Modules of the program that bring the libraries a build needs."""
CHANGES = frozenset({"open", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "sqlite3.connect"})
"""What Python says before it changes a file system; a kill comes before one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A command as it ended: its exit code, or minus the signal that killed it, and what it said."""

    code: int
    said: str
    printed: str = field(compare=False)


def copy_of_the_program(folder: Path) -> Path:
    """Copy the program, with what is compiled of it, into a new folder and return that."""
    for part in ("generator", "templates"):
        copytree(REPOSITORY / part, folder / part)
    return folder


class ForkedProgram:
    """The program in a folder; entered, it runs commands, whose streams it keeps in another folder."""

    def __init__(self, folder: Path, streams: Path) -> None:
        self.folder, self._streams = folder, streams

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forked_program", str(self.folder)],
            cwd=REPOSITORY,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def run(self, *arguments: str, kill_before: int = 0) -> Ended:
        """Run a command; before its change of that number it is killed with all its processes."""
        order = [str(self.folder), arguments, kill_before, str(self._streams)]
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(order), file=self._process.stdin, flush=True)
        code = int(self._process.stdout.readline())
        return Ended(code=code, said=self._read("said"), printed=self._read("printed"))

    def _read(self, stream: str) -> str:
        return (self._streams / stream).read_text("utf-8")


def serve() -> None:
    """Load the libraries, then run one command for each line, and answer with its code.

    This repository's program, which no test edits, stays loaded too.
    """
    for name in LOADED:
        import_module(name)
    own = [name for name in sys.modules if name.partition(".")[0] == "generator" and Path(sys.argv[1]) != REPOSITORY]
    for name in own:
        del sys.modules[name]
    for line in sys.stdin:
        order = json.loads(line)
        if (child := os.fork()) == 0:
            _run(*order)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201 - the answer


def _run(program: str, arguments: list[str], kill_before: int, streams: str) -> None:
    """Run one command in this process, which ends with it."""
    os.setsid()
    for stream, name in ((1, "printed"), (2, "said")):
        os.dup2(os.open(Path(streams, name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    if sys.dont_write_bytecode:  # beside the program nothing is to be written, and each command would compile it
        sys.dont_write_bytecode, sys.pycache_prefix = False, f"{streams}/bytecode"
    sys.path.insert(0, program)
    sys.argv = ["profiles", *arguments]
    if kill_before:
        sys.addaudithook(_killer(kill_before))
    try:
        import_module("generator.cli").main()
        code = 0
    except SystemExit as ended:
        code = int(ended.code or 0)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _killer(left: int) -> Callable[[str, tuple[object, ...]], None]:
    def count(event: str, _arguments: tuple[object, ...]) -> None:
        nonlocal left
        left -= event in CHANGES
        if not left:
            left = -1  # killing is an event too
            os.killpg(0, signal.SIGKILL)

    return count


if __name__ == "__main__":
    serve()
