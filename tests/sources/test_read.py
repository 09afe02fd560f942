"""The files of a project: links out of it are refused, strays named."""

import shutil
from pathlib import Path

import pytest

from generator.sources.read import read_sources
from tests.projects import faults, problems_of


def test_a_byte_order_mark_and_windows_line_ends_are_read_as_what_they_are(tmp_path: Path) -> None:
    for name, data in (("windows", b"\xef\xbb\xbfa: 1\r\nb: 2\r\n"), ("unix", b"a: 1\nb: 2\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "site.yaml").write_bytes(data)
    windows, unix = (read_sources(tmp_path / name)[0] for name in ("windows", "unix"))
    assert windows.files["site.yaml"].data == unix.files["site.yaml"].data
    assert windows.digest("site.yaml") == unix.digest("site.yaml")


def test_links_out_of_the_project_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    (root / "content/out.md").symlink_to(tmp_path / "secret.md")
    (root / "content/folder").symlink_to(tmp_path)
    (root / "content/loop.md").symlink_to(root / "content/loop.md")
    sources, problems = read_sources(root)
    assert all(source.path.startswith("theme:") for source in sources.files.values())
    assert sorted((p.rule.value, p.location.path) for p in problems) == [
        ("file-missing", "content/loop.md"),
        ("path-outside", "content/folder"),
        ("path-outside", "content/out.md"),
    ]


def test_a_link_out_of_the_project_is_refused(starter: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    (project / "content/pages/out.md").symlink_to("/etc/hostname")
    (project / "content/pages/gone.md").symlink_to(project / "nothing.md")
    found = {d.location.path: d.rule.value for d in problems_of(project)}
    assert found == {"content/pages/out.md": "path-outside", "content/pages/gone.md": "file-missing"}


@pytest.mark.parametrize("name", ["notes.txt", "countries/draft.docx", "essays/map.PNG"])
def test_a_file_of_content_that_nobody_reads_is_told(starter: Path, tmp_path: Path, name: str) -> None:
    (problem,) = faults(starter, tmp_path, {f"content/{name}": "Words."})
    assert (problem.location.path, problem.rule.value) == (f"content/{name}", "file-name")
    assert problem.hint.startswith("Endings are .yaml")


@pytest.mark.parametrize("name", ["kazakhstan.md~", "x.md.bak", "Thumbs.db", ".hidden.txt", "4913", "x.md.tmp.12345"])
def test_what_an_editor_or_a_desktop_leaves_is_not(starter: Path, tmp_path: Path, name: str) -> None:
    assert faults(starter, tmp_path, {f"content/countries/{name}": "Words."}) == []
