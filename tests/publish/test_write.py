"""The site is the old one or the new one, whole: whatever stops a build."""

import fcntl
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.output import Output
from generator.publish import exchange
from generator.publish.crawl import check_site
from generator.publish.write import WriteResult, write_site

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


def page(path: str, body: str, key: str = "1") -> Output:
    text = f"<!doctype html><html lang=en><title>t</title><body>{body}</body></html>"
    return Output(path=path, key=key + body, render=text.encode)


def write(outputs: list[Output], site: Path) -> tuple[WriteResult, tuple[str, ...]]:
    result, problems = write_site(outputs, site, base_path="/base", progress=lambda *_: None)
    return result, tuple(d.message for d in problems)


def test_unchanged_outputs_are_taken_over_and_edited_files_are_not(tmp_path: Path) -> None:
    site = tmp_path / "site"
    outputs = [page("index.html", '<a href="/base/a/">a</a>'), page("a/index.html", "<p id=x>")]
    first, problems = write(outputs, site)
    assert (first.files, first.reused, problems) == (2, 0, ())
    assert write(outputs, site)[0].reused == 2
    (site / "index.html").write_text("edited")
    assert write(outputs, site)[0].reused == 1
    (site / "a/index.html").unlink()
    assert write(outputs, site)[0].reused == 1
    assert write(outputs[1:], site)[0].files == 1
    assert sorted(p.name for p in site.iterdir()) == [".manifest.json", "a"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<a href="/base/no/">x</a>', "leads nowhere"),
        ('<a href="/elsewhere/">x</a>', "leads nowhere"),
        ('<a href="#no">x</a>', "does not exist"),
        ('<a href="value:x">x</a>', "no page may have"),
        ("<p id=a><p id=a>", "stands twice"),
        ('<a href="no/">x</a>', "leads nowhere"),
    ],
)
def test_a_broken_page_stops_the_exchange(tmp_path: Path, body: str, message: str) -> None:
    site = tmp_path / "site"
    write([page("index.html", "old")], site)
    assert message in write([page("index.html", body)], site)[1][0]
    assert "old" in (site / "index.html").read_text()
    assert sorted(p.name for p in tmp_path.iterdir()) == [".build.lock", "site"]


def test_sound_links_pass(tmp_path: Path) -> None:
    links = '<a href="#x">1</a><a href="https://example.org/">2</a><a href="../a/">3</a><p id=x>'
    write([page("a/index.html", links)], tmp_path / "site")
    assert check_site(tmp_path / "site", "/base") == ()


def test_two_outputs_on_one_path_are_refused(tmp_path: Path) -> None:
    assert "want this file" in write([page("a.html", ""), page("A.html", "")], tmp_path / "site")[1][0]
    assert not (tmp_path / "site").exists()


def test_a_foreign_folder_is_not_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    assert write([page("index.html", "")], site)[1] == ()
    (site / ".manifest.json").write_text("[]")
    assert "was not made by a build" in write([page("index.html", "")], site)[1][0]


def test_a_second_build_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with (tmp_path / ".build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write("4711")
        lock.flush()
        assert "process 4711" in write([page("index.html", "")], tmp_path / "site")[1][0]


def test_a_build_that_has_not_said_its_number_yet_is_given_a_moment(tmp_path: Path) -> None:
    with (tmp_path / ".build.lock").open("w") as lock, ThreadPoolExecutor() as pool:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = pool.submit(write, [page("index.html", "")], tmp_path / "site")
        time.sleep(0.1)
        lock.write("4711")
        lock.flush()
        assert "process 4711" in second.result()[1][0]


def test_a_lock_without_a_number_is_told_too_and_a_freed_one_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publish.lock.PAUSE", 0.001)
    with (tmp_path / ".build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert write([page("index.html", "")], tmp_path / "site")[1] == ("Another build is writing this site.",)
    assert write([page("index.html", "")], tmp_path / "site")[1] == ()
    assert (tmp_path / ".build.lock").read_text() == ""


def test_a_disk_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write([page("index.html", "old")], site)
    clash = [page("a", "x"), page("a/b.html", "y")]
    assert "cannot be written" in write(clash, site)[1][0]
    assert "old" in (site / "index.html").read_text()


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


def test_what_a_page_or_style_sheet_would_load_from_elsewhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<p id="a">x</p><img src="https://example.org/x.png" alt="x">', "utf-8")
    (tmp_path / "empty.html").write_text("", "utf-8")
    style = 'p {background: url("gone.svg")} a {background: url(data:x)} @import "https://example.org/x.css";'
    (tmp_path / "style.css").write_text(style, "utf-8")
    assert [(d.location.path, d.message) for d in check_site(tmp_path, "/base")] == [
        ("site/empty.html", "The page is empty."),
        ("site/index.html", "The page loads 'https://example.org/x.png' from elsewhere."),
        ("site/style.css", "The style sheet loads 'gone.svg', which is no file of the site."),
        ("site/style.css", "The style sheet loads 'https://example.org/x.css', which is no file of the site."),
    ]
