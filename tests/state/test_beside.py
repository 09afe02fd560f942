"""Processes beside this one: their entries arrive; what goes wrong with one costs its entries alone."""

import subprocess
import sys
from multiprocessing import Pipe

import pytest

from generator.state.beside import Beside, can_fork, cores, received, send

SCRIPT = """
import os
import threading
from multiprocessing import active_children
from generator.state.beside import Beside, can_fork

first = os.getpid()

def fails():
    raise ValueError

def dies():
    if os.getpid() != first:
        os._exit(1)

with Beside([lambda: {"a": b"1", "b": b""}, fails, lambda: {"c": b"2" * 300_000}], 2) as beside:
    found = beside.entries()
with Beside([dies, lambda: {"d": b"3"}], 1) as beside:
    while active_children():
        pass
    left = beside.entries()
with Beside([lambda: {"e": bytes(300_000)}], 1):
    pass  # nobody waits for it, and it does not stay
threading.Thread(target=threading.Event().wait, daemon=True).start()
print({name: len(found[name]) for name in sorted(found)}, left, can_fork())
"""
SHARED = """
import os
from multiprocessing import get_context
from generator.state.beside import Beside

first, begun = os.getpid(), [get_context("fork").Event() for _ in range(2)]

def task(number):
    def make():
        is_first = os.getpid() == first
        begun[is_first].set()
        begun[not is_first].wait()  # else one may be done with all before the other has begun
        return {f"{number} by {os.getpid()}": b""}
    return make

with Beside([task(number) for number in range(500)], 1) as beside:
    found = [name.split(" by ") for name in beside.entries()]
print(len(found), len({number for number, _ in found}), len({process for _, process in found}))
"""


@pytest.mark.skipif(sys.platform != "linux" or cores() == 1, reason="processes are forked on Linux, and beside others")
def test_entries_arrive_of_all_that_do_not_fail_and_beside_a_thread_nothing_is_forked() -> None:
    made = subprocess.run((sys.executable, "-c", SCRIPT), capture_output=True, text=True, check=True, timeout=60)
    assert (made.stdout, made.stderr) == ("{'a': 1, 'b': 0, 'c': 300000} {'d': b'3'} False\n", "")


@pytest.mark.skipif(sys.platform != "linux" or cores() == 1, reason="processes are forked on Linux, and beside others")
def test_each_task_is_done_by_one_process_and_none_is_left() -> None:
    made = subprocess.run((sys.executable, "-c", SHARED), capture_output=True, text=True, check=True, timeout=60)
    assert made.stdout == "500 500 2\n"


def test_entries_are_sent_with_their_names() -> None:
    receiving, sending = Pipe(duplex=False)
    send(lambda: {"a": b"12", "b": b"", "c": b"\xff"}, sending)
    assert received(receiving) == {"a": b"12", "b": b"", "c": b"\xff"}
    assert received(receiving) == {}


def test_where_no_process_can_be_forked_there_are_no_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert (cores(), can_fork()) == (1, False)
    with Beside([lambda: {"a": b""}], 1) as none:
        assert none.entries() == {}
