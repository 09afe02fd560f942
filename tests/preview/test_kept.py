"""What was sent last is sent at once while the project is as it was, and nothing that it is not."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.data.columns import Columns
from generator.data.packed import READ, kept_digests, pack_columns
from generator.memo import Memo
from generator.outputs.trial import SMALL
from generator.prepare import prepare
from generator.preview.kept import KeptFiles
from generator.preview.state import Preview
from tests.changes import put
from tests.projects import prepared

pytestmark = pytest.mark.uncounted  # others count the lines it runs

ESSAY = "---\ntitle: New\ndate: 2026-01-01\nauthors: [A]\ncountries: [KAZ]\nsummary: S.\n---\n\nWords.\n"


@pytest.fixture
def root(starter: Path, tmp_path: Path) -> Path:
    return shutil.copytree(starter, tmp_path / "project")


@pytest.fixture
def start(root: Path) -> Callable[[], Preview]:
    """Return what starts a preview; all share the state file."""
    state = MemoryCache()
    return lambda: Preview(lambda: prepared(root), kept=KeptFiles(state, None))


@pytest.fixture
def front(start: Callable[[], Preview]) -> tuple[str, bytes]:
    """The address of the front page, and what a preview has sent for it."""
    preview = start()
    preview.rebuild()
    path = f"{preview.base}/"
    return path, preview.reply(path).body


def test_the_same_project_is_shown_before_it_is_read(
    root: Path, start: Callable[[], Preview], front: tuple[str, bytes]
) -> None:
    preview = start()
    assert preview.begin(root)
    sent = preview.sent_before(front[0])
    assert sent
    assert (sent.name, sent.body) == ("index.html", front[1])
    assert preview.sent_before(f"{preview.base}/search/") is None  # nobody asked for it
    preview.rebuild()
    assert not preview.is_outdated
    assert preview.sent_before(front[0]) is None
    assert preview.reply(front[0]).body == front[1]


@pytest.mark.parametrize(
    "path",
    ["content/essays/new.md", "static/new.txt", "templates/styles/own.css", "content/notes.txt", "data/more.yml"],
)
def test_of_another_project_nothing_is_shown(
    root: Path, start: Callable[[], Preview], front: tuple[str, bytes], path: str
) -> None:
    put(path, ESSAY)(root)
    preview = start()
    assert not preview.begin(root)
    assert preview.sent_before(front[0]) is None


def test_a_save_while_the_project_is_read_makes_it_outdated(
    root: Path, start: Callable[[], Preview], front: tuple[str, bytes]
) -> None:
    preview = start()
    assert preview.begin(root)
    assert preview.sent_before(front[0])
    put("content/essays/new.md", ESSAY)(root)
    preview.rebuild()
    assert preview.is_outdated
    later = start()
    assert later.begin(root)
    assert later.sent_before(front[0]) is None  # what was sent so far is no file of this project
    shown = preview.reply(front[0])
    assert later.sent_before(front[0]) == shown


def test_with_an_error_the_last_good_page_is_sent_and_not_kept(
    root: Path, start: Callable[[], Preview], front: tuple[str, bytes]
) -> None:
    preview = start()
    preview.rebuild()
    put("content/essays/new.md", f"{ESSAY}[5](value:population)\n")(root)
    preview.rebuild()
    assert preview.stopped
    preview.reply(front[0])
    assert not start().begin(root)
    (root / "content/essays/new.md").unlink()
    assert start().begin(root)


def test_the_bar_of_problems_comes_with_the_page(root: Path) -> None:
    state = MemoryCache()
    put("content/essays/new.md", ESSAY.replace("Words.", "In 2021 it had 20.6 million people."))(root)
    first, second = (Preview(lambda: prepared(root), kept=KeptFiles(state, None)) for _ in range(2))
    first.rebuild()
    first.reply(f"{first.base}/")
    assert "1 problem." in first.bar()
    assert second.begin(root)
    assert second.bar() == first.bar()


def test_rows_that_were_read_are_kept_for_the_next_start_and_read_anew_where_their_file_has_changed(root: Path) -> None:
    state, name = MemoryCache(), "population"

    def rows() -> Columns:
        preview = Preview(
            lambda: prepare(root, base_url=None, tried=SMALL, cache=MemoryCache(), memo=Memo(), state=state),
            kept=KeptFiles(state, None),
        )
        preview.rebuild()
        for each in preview.later():
            each()
        assert preview.files
        return preview.files.site.dataset.observations[name]

    first = rows()
    digest = kept_digests(state, READ)[name]
    marked = replace(first, notes=["kept"] * len(first.years))
    state.put(f"{READ} of {name}", digest.encode() + b"\n" + pack_columns(marked))
    assert rows() == marked
    path = root / f"data/observations/{name}.csv"
    path.write_text(path.read_text("utf-8").replace(",A,", ",E,", 1), "utf-8")
    assert rows().notes == first.notes


@pytest.mark.parametrize("entry", [b"", b"{", b"[]", b'{"project": "1"}', b'{"project": "", "base": "", "bar": ""}'])
def test_a_state_file_of_other_making_is_nothing(root: Path, entry: bytes) -> None:
    state = MemoryCache()
    state.put("preview", entry)
    assert KeptFiles(state, None).look(root) is None


def test_another_address_or_a_badge_shows_nothing(root: Path, front: tuple[str, bytes]) -> None:
    del front
    state = MemoryCache()
    first = Preview(lambda: prepared(root), kept=KeptFiles(state, None))
    first.rebuild()
    first.reply(f"{first.base}/")
    assert Preview(first.rebuild, kept=KeptFiles(state, None)).begin(root)  # type: ignore[arg-type]  # is not called
    assert not Preview(first.rebuild, kept=KeptFiles(state, "https://x.org/")).begin(root)  # type: ignore[arg-type]
    assert not Preview(first.rebuild, badges=True, kept=KeptFiles(state, None)).begin(root)  # type: ignore[arg-type]


def test_what_is_saved_before_the_watch_begins_is_caught_up_with(root: Path, start: Callable[[], Preview]) -> None:
    preview = start()
    preview.begin(root)
    preview.rebuild()
    assert not preview.catch_up()
    put("static/new.txt", "Late.")(root)
    assert preview.catch_up().startswith("Rebuilt in ")
    assert preview.reply(f"{preview.base}/new.txt").body == b"Late."
    assert not preview.catch_up()
    put("content/notes.txt", "Nobody reads this.")(root)
    assert "file-name" in preview.catch_up()
