"""Processes beside this one: their entries arrive; what goes wrong with one costs its entries alone."""

import subprocess
import sys
from multiprocessing import Pipe

import pytest

from generator.state.beside import Beside, can_fork, cores, received, send

SCRIPT = """
import os
import threading
from generator.state.beside import Beside, can_fork

def fails():
    raise ValueError

with Beside([lambda: {"a": b"1", "b": b""}, fails, lambda: os._exit(1), lambda: {"c": b"2" * 300_000}]) as beside:
    found = beside.entries()
with Beside([lambda: {"d": bytes(300_000)}]):
    pass  # nobody waits for it, and it does not stay
threading.Thread(target=threading.Event().wait, daemon=True).start()
print({name: len(data) for name, data in found.items()}, can_fork())
"""


@pytest.mark.skipif(sys.platform != "linux" or cores() == 1, reason="processes are forked on Linux, and beside others")
def test_entries_arrive_of_all_that_do_not_fail_and_beside_a_thread_nothing_is_forked() -> None:
    made = subprocess.run((sys.executable, "-c", SCRIPT), capture_output=True, text=True, check=True, timeout=60)
    assert (made.stdout, made.stderr) == ("{'a': 1, 'b': 0, 'c': 300000} False\n", "")


def test_entries_are_sent_with_their_names() -> None:
    receiving, sending = Pipe(duplex=False)
    send(lambda: {"a": b"12", "b": b"", "c": b"\xff"}, sending)
    assert received(receiving) == {"a": b"12", "b": b"", "c": b"\xff"}
    assert received(receiving) == {}


def test_where_no_process_can_be_forked_there_are_no_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert (cores(), can_fork()) == (1, False)
    with Beside([lambda: {"a": b""}]) as none:
        assert none.entries() == {}
