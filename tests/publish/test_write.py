"""The site is the old one or the new one, whole: whatever stops a build."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.output import Output
from generator.publish.write import WriteResult, write_site
from tests.publish.outputs import page, write


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


def test_a_file_that_is_made_anew_to_the_same_bytes_is_unchanged(tmp_path: Path) -> None:
    site, text = tmp_path / "site", b"a,b\n"
    for key, unchanged, anew in (("1", 0, "new"), ("2", 1, "same")):
        result, _problems = write([Output(path="a.csv", key=key, render=lambda: text)], site)
        assert (result.files, result.reused, result.size, result.anew) == (1, unchanged, 4, {"a.csv": anew})


def test_of_a_file_that_is_made_anew_is_told_what_it_is_beside_the_one_before(tmp_path: Path) -> None:
    site = tmp_path / "site"

    def made(key: str, text: bytes) -> Mapping[str, str]:
        return write([Output(path="a.csv", key=key, render=lambda: text)], site)[0].anew

    assert (made("1", b"a"), made("1", b"a"), made("2", b"a")) == ({"a.csv": "new"}, {}, {"a.csv": "same"})
    assert made("3", b"b") == {"a.csv": "changed"}
    (site / "a.csv").write_bytes(b"another")
    assert made("3", b"b") == {"a.csv": "mended"}
    (site / "a.csv").unlink()
    assert made("4", b"b") == {"a.csv": "mended"}


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


def test_two_outputs_on_one_path_are_refused(tmp_path: Path) -> None:
    assert "want this file" in write([page("a.html", ""), page("A.html", "")], tmp_path / "site")[1][0]
    assert not (tmp_path / "site").exists()


def test_a_foreign_folder_is_not_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    assert write([page("index.html", "")], site)[1] == ()
    (site / ".manifest.json").write_text("[]")
    assert "has no list of files that a build made" in write([page("index.html", "")], site)[1][0]


def test_a_link_and_a_mount_are_refused_in_words_that_fit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    (tmp_path / "elsewhere").mkdir()
    site.symlink_to("elsewhere")
    assert write([page("index.html", "")], site)[1] == ("'site' is a symbolic link.",)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    site.unlink()
    site.mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda path: path == site)
    assert "a file system of its own" in write([page("index.html", "")], site)[1][0]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["elsewhere", "site"]


def test_a_disk_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write([page("index.html", "old")], site)
    clash = [page("a", "x"), page("a/b.html", "y")]
    assert "cannot be written" in write(clash, site)[1][0]
    assert "old" in (site / "index.html").read_text()


def test_unchanged_files_are_linked_and_an_edit_of_the_same_size_is_seen(tmp_path: Path) -> None:
    site, state = tmp_path / "site", MemoryCache()
    outputs = [page("index.html", "<p>one"), page("a/index.html", "<p>two")]
    write(outputs, site, state)
    first = (site / "index.html").stat()
    for _again in range(2):
        assert write(outputs, site, state)[0].reused == 2
    assert (site / "index.html").stat().st_ino == first.st_ino
    (site / "index.html").write_text((site / "index.html").read_text().replace("one", "owe"))
    assert write(outputs, site, state)[0].reused == 1
    assert "<p>one" in (site / "index.html").read_text()
    assert write(outputs, site, None)[0].reused == 2


def test_a_build_that_fails_leaves_what_was_linked_as_it_was(tmp_path: Path) -> None:
    site, state = tmp_path / "site", MemoryCache()
    outputs = [page("index.html", "<p>one")]
    write(outputs, site, state)
    assert write([*outputs, page("b.html", '<a href="no/">x</a>')], site, state)[1]
    assert "<p>one" in (site / "index.html").read_text()
    assert write(outputs, site, state)[0].reused == 1


def test_what_is_to_be_kept_of_a_site_is_kept_when_it_stands_and_only_then(tmp_path: Path) -> None:
    site, kept = tmp_path / "site", []
    outputs = [page("index.html", "one"), Output(path="a.css", key="a", render=b"a{}".strip)]

    def keep(result: WriteResult) -> None:
        kept.append((result.files, tuple(result.anew), (site / "index.html").read_text().count("one")))

    write_site(outputs, site, base_path="", progress=lambda *_: None, then=keep)
    write_site([page("index.html", '<a href="/no/">x</a>')], site, base_path="", progress=lambda *_: None, then=keep)
    assert kept == [(2, ("index.html", "a.css"), 1)]
    assert sorted(p.name for p in tmp_path.iterdir()) == [".build.lock", "site"]
