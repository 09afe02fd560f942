"""The answer of the last run is given again while nothing has changed, and never after."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.sources.read import read_sources
from generator.state import snapshot
from generator.state.last_run import FILES, Begun, Said, begin, keep_said, last_said, open_state
from generator.state.manifest import MANIFEST, digest_of, manifest_text
from generator.state.request import Request
from generator.state.stamps import GRAIN, SECOND

SAID = Said("a warning\n", "Built 1 page.")
BUILD, CHECK = Request("build"), Request("check")
MANY = 25
"""Projects that are written together, about as many as tests that want one."""


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return an endless row of projects, each beside a program of its own, all saved long enough ago."""
    return _settled(tmp_path_factory)


def _settled(folders: pytest.TempPathFactory) -> Iterator[Path]:
    while True:  # many wait as long as one does
        several = [write_project(folders.mktemp("settled")) for _ in range(MANY)]
        settle()
        yield from several


def write_project(folder: Path) -> Path:
    """Write a project with a site, and the code of a program beside it."""
    root = folder / "project"
    for path in ("content/a.md", "data/b.csv", "site/index.html"):
        (root / path).parent.mkdir(parents=True)
        (root / path).write_text("x")
    (root / "site.yaml").write_text("title: T\n")
    (root / "site" / MANIFEST).write_text(manifest_text({"index.html": ("key", digest_of(b"x"))}))
    (folder / "program").mkdir()
    (folder / "program" / "code.py").write_text("x = 1\n")
    return root


def settle() -> None:
    time.sleep(3 * GRAIN / SECOND)


@pytest.fixture
def root(projects: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project whose program is the one beside it."""
    root = next(projects)
    monkeypatch.setattr(snapshot, "PACKAGE", root.parent / "program")
    return root


def begun(root: Path, request: Request = BUILD) -> Begun:
    found = begin(root, request)
    assert found
    return found


def keep(root: Path, state: MemoryCache, request: Request = BUILD) -> None:
    at_first = begun(root, request)
    sources, _ = read_sources(root)
    keep_said(at_first, SAID, state, {path: source.digest for path, source in sources.files.items()})


def answer(root: Path, state: MemoryCache, request: Request = BUILD) -> Said | None:
    return last_said(begun(root, request), state)


@pytest.mark.parametrize(
    "request_", [BUILD, CHECK, Request("build", (), verify=True), Request("check", (), verify=True)]
)
def test_nothing_changed_is_answered(root: Path, request_: Request) -> None:
    state = MemoryCache()
    assert answer(root, state, request_) is None
    keep(root, state, request_)
    assert answer(root, state, request_) == SAID


def test_files_saved_again_with_the_same_bytes_are_no_change(root: Path) -> None:
    state = MemoryCache()
    keep(root, state)
    for path in (root / "site.yaml", root / "content/a.md", root.parent / "program/code.py"):
        os.utime(path)
    assert answer(root, state) == SAID
    (root / "content/a.md").write_text("y")
    assert answer(root, state) is None
    (root / "content/a.md").write_text("x")
    assert answer(root, state) == SAID
    for damaged in (b"{", b"[1]", b'[["content/a.md", [1]]]', b"{}"):
        state.put(FILES, damaged)
        assert answer(root, state) in {SAID, None}
    state.put(FILES, b"[]")
    assert answer(root, state) == SAID


def test_of_files_only_those_with_another_stamp_are_read(root: Path) -> None:
    state = MemoryCache()
    keep(root, state)
    os.utime(root / "content/a.md")
    at_first = begun(root)
    (root / "data/b.csv").unlink()  # whoever read it now would fail
    assert last_said(at_first, state) == SAID
    (root / "content/a.md").unlink()
    assert last_said(at_first, state) is None


EDITS: dict[str, Callable[[Path], object]] = {
    "a source of the same size": lambda root: (root / "content/a.md").write_text("y"),
    "a new source": lambda root: (root / "content/c.md").write_text("y"),
    "a removed source": lambda root: (root / "data/b.csv").unlink(),
    "a renamed source": lambda root: (root / "data/b.csv").rename(root / "data/c.csv"),
    "the configuration": lambda root: (root / "site.yaml").write_text("title: U\n"),
    "a page of the site": lambda root: (root / "site/index.html").write_text("y"),
    "a file more in the site": lambda root: (root / "site/new.html").write_text("y"),
    "a file less in the site": lambda root: (root / "site/index.html").unlink(),
    "the site away": lambda root: shutil.rmtree(root / "site"),
    "the program": lambda root: (root.parent / "program/code.py").write_text("x = 2\n"),
    "a new module": lambda root: (root.parent / "program/new.py").touch(),
}


@pytest.mark.parametrize("verify", [False, True])
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_change_of_anything_is_seen(root: Path, edit: Callable[[Path], object], verify: bool) -> None:
    state = MemoryCache()
    keep(root, state)
    edit(root)
    assert answer(root, state, BUILD._replace(verify=verify)) is None


def test_a_site_that_became_a_link_is_seen_by_build_and_check(root: Path) -> None:
    state = MemoryCache()
    keep(root, state)
    keep(root, state, CHECK)
    (root / "site").rename(root / "elsewhere")
    (root / "site").symlink_to(root / "elsewhere")
    assert answer(root, state) is answer(root, state, CHECK) is None


def test_a_check_does_not_ask_for_the_files_of_the_site(root: Path) -> None:
    state = MemoryCache()
    keep(root, state, CHECK)
    (root / "site/index.html").write_text("y")
    shutil.rmtree(root / "site")
    assert answer(root, state, CHECK) == SAID


def test_what_is_saved_while_the_command_runs_is_not_taken_for_what_it_read(root: Path) -> None:
    state, at_first = MemoryCache(), begun(root)
    (root / "content/a.md").write_text("y")
    keep_said(at_first, SAID, state, {})
    assert answer(root, state) is None


def test_a_source_saved_just_before_must_be_what_was_read(root: Path) -> None:
    (root / "content/a.md").write_text("y")
    at_first = begun(root)
    assert "content/a.md" in at_first.snapshot.unsettled()
    for read, kept in ((digest_of(b"x"), None), (digest_of(b"y"), SAID)):
        state = MemoryCache()
        settle()
        keep_said(at_first, SAID, state, {"content/a.md": read})
        assert answer(root, state) == kept


def test_files_of_the_site_of_a_moment_ago_are_no_ground(root: Path) -> None:
    state, at_first = MemoryCache(), begun(root)
    (root / "site/index.html").write_text("y")
    keep_said(at_first, SAID, state, {})
    assert answer(root, state) is None


def test_a_program_saved_just_before_may_have_changed_unseen(root: Path) -> None:
    (root.parent / "program/code.py").write_text("x = 2\n")
    at_first, state = begun(root), MemoryCache()
    settle()
    keep_said(at_first, SAID, state, {})
    assert answer(root, state) is None


@pytest.mark.parametrize("text", [b"", b"[]", b"{", b'{"stamps": 1}', b"\xff", b"1"])
def test_a_state_that_cannot_be_read_says_nothing(root: Path, text: bytes) -> None:
    state = MemoryCache()
    state.put(BUILD.key, text)
    assert answer(root, state) is None


def test_without_a_project_nothing_begins_and_nothing_is_made(tmp_path: Path) -> None:
    assert begin(tmp_path, BUILD) is None
    assert list(tmp_path.iterdir()) == []


def test_a_project_without_room_for_a_state_is_done_without(root: Path) -> None:
    (root / ".cache").write_text("a file")
    assert begin(root, BUILD) is None


def test_a_broken_state_file_is_replaced(root: Path) -> None:
    (root / ".cache").mkdir()
    (root / ".cache/state").write_bytes(b"not a database" * 1000)
    with open_state(root) as state:
        keep_said(begun(root), SAID, state, {})
    with open_state(root) as state:
        assert last_said(begun(root), state) == SAID
