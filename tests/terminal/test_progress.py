"""Progress: a line on a terminal, rewritten in place and cleared; nothing elsewhere."""

import os
import pty
import sys
from collections.abc import Callable

import pytest

from generator.build import Stage
from generator.terminal.progress import Console

END = b"(end)"


def shown(monkeypatch: pytest.MonkeyPatch, work: Callable[[Console], None]) -> str:
    """Return what a terminal receives."""
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as terminal, os.fdopen(ours, "rb", buffering=0) as screen:
        monkeypatch.setattr(sys, "stderr", terminal)
        work(Console())
        terminal.write(END.decode())
        terminal.flush()
        held = b""
        while not held.endswith(END):
            held += screen.read(4096)
        return held.removesuffix(END).decode()


def build(console: Console) -> None:
    console.progress(Stage.READING)
    for done in range(1, 337):
        console.progress(Stage.PLANNING, done, 336)
    console.progress(Stage.CHECKING)
    console.finish()


def test_a_terminal_shows_each_stage_and_ends_with_an_empty_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    lines = shown(monkeypatch, build).split("\r")
    assert lines[1] == "Reading data and prose …\x1b[K"
    assert lines[2] == "Planning 336 pages …   0%\x1b[K"
    assert lines[-3:] == ["Planning 336 pages … 100%\x1b[K", "Checking links, indexing for search …\x1b[K", "\x1b[K"]
    assert len(lines) < 100, "not every page is worth a change of the line"


def test_a_terminal_that_cannot_rewrite_a_line_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert shown(monkeypatch, build) == ""


def test_a_log_has_no_progress_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    build(Console())
    assert capsys.readouterr() == ("", "")
