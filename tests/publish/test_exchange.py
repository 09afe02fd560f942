"""Two folders exchanged: no reader meets half a site."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.publish import exchange
from tests.publish.outputs import page, write

SCRIPT = """
import sys
from pathlib import Path
from generator.output import Output
from generator.publish.write import write_site
mark = sys.argv[2]
outputs = [Output(path=f"p{n}.txt", key=f"{mark}{n}", render=mark.encode) for n in range(400)]
print("start", flush=True)
write_site(outputs, Path(sys.argv[1]), base_path="", progress=lambda *_: None)
"""


def test_two_renames_where_one_exchange_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: object())
    site = tmp_path / "site"
    write([page("index.html", "one")], site)
    write([page("index.html", "two")], site)
    assert "two" in (site / "index.html").read_text()
    assert sorted(p.name for p in tmp_path.iterdir()) == [".build.lock", "site"]


def test_a_kill_between_two_renames_is_mended(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write([page("index.html", "one")], site)
    site.rename(exchange.kept_path(site))
    exchange.recover(site)
    assert "one" in (site / "index.html").read_text()


@pytest.mark.slow
def test_thirty_kills_never_leave_half_a_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    subprocess.run([sys.executable, "-c", SCRIPT, str(site), "A"], check=True, capture_output=True)
    seen = {"A"}
    for attempt in range(30):
        mark = "BA"[attempt % 2]
        process = subprocess.Popen([sys.executable, "-c", SCRIPT, str(site), mark], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(attempt * 0.004)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        texts = {p.read_text() for p in site.glob("*.txt")}
        assert len(list(site.glob("*.txt"))) == 400
        assert len(texts) == 1
        seen |= texts
    assert seen <= {"A", "B"}
