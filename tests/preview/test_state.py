"""What the preview answers.

Any file of the site, each planned when it is asked for, always of the last good state.
"""

import re
import shutil
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.memo import Memo
from generator.outputs.trial import SMALL
from generator.prepare import prepare
from generator.preview.state import Preview
from tests.changes import put, swap
from tests.projects import prepared
from tests.starter_project import write_starter

pytestmark = pytest.mark.uncounted  # others count the lines it runs

ESSAY = "---\ntitle: New\ndate: 2026-01-01\nauthors: [A]\ncountries: [KAZ]\nsummary: S.\n---\n\nWords.\n"


def planned_pages(preview: Preview) -> set[str]:
    files = preview.files
    return {page.url for page in files.site.planned if files.site.memo.peek(page.key)} if files else set()


def test_the_first_state_is_told_from_the_others(tmp_path: Path) -> None:
    write_starter(tmp_path / "project")
    preview = Preview(lambda: prepared(tmp_path / "project"))
    assert re.fullmatch(r"Ready in \d+\.\d\d s: \d+ pages, each made when it is asked for\n", preview.rebuild())
    (tmp_path / "project/content/essays/new.md").write_text(ESSAY, "utf-8")
    assert re.fullmatch(r"Rebuilt in \d+\.\d\d s\n", preview.rebuild())
    assert preview.reply(f"{preview.base}/essays/new/").status == 200


def test_a_first_state_with_an_error_leaves_the_next_one_the_first(tmp_path: Path) -> None:
    write_starter(tmp_path / "project")
    essay = tmp_path / "project/content/essays/new.md"
    essay.write_text(f"{ESSAY}[5](value:population)\n", "utf-8")
    preview = Preview(lambda: prepared(tmp_path / "project"))
    assert "claim-disagrees" in preview.rebuild()
    body = preview.reply(f"{preview.base}/").body
    assert body.startswith(b"<!doctype html>")
    assert b"rel=icon" in body  # else a browser asks for one, and its console says that there is none
    essay.write_text(ESSAY, "utf-8")
    assert preview.rebuild().startswith("Ready in ")


def test_a_save_that_changes_nothing_is_no_build_and_says_nothing(tmp_path: Path) -> None:
    write_starter(tmp_path / "project")
    preview = Preview(lambda: prepared(tmp_path / "project"))
    preview.rebuild()
    sent = preview.reply(f"{preview.base}/about/")
    assert preview.rebuild() == ""
    assert (preview.builds, preview.is_outdated) == (1, False)
    assert preview.reply(f"{preview.base}/about/") is sent
    (tmp_path / "project/site").symlink_to(tmp_path)
    assert "site-not-written" in preview.rebuild()
    assert preview.builds == 2


def test_styles_alone_are_told_from_styles_saved_with_a_text(tmp_path: Path) -> None:
    project = tmp_path / "project"
    write_starter(project)
    preview = Preview(lambda: prepared(project))
    preview.rebuild()
    put("templates/styles/own.css", "h1 { color: red; }")(project)
    preview.rebuild()
    assert preview.is_styles_only
    put("templates/styles/own.css", "h1 { color: blue; }")(project)
    swap("content/pages/about.md", "Say who", "Say at last who")(project)
    preview.rebuild()
    assert preview.changed == {"templates/styles/own.css", "content/pages/about.md"}
    assert not preview.is_styles_only


@pytest.fixture
def preview(starter: Path, tmp_path: Path) -> Preview:
    shutil.copytree(starter, tmp_path / "project")
    cache, memo = MemoryCache(), Memo()
    made = Preview(lambda: prepare(tmp_path / "project", base_url=None, tried=SMALL, cache=cache, memo=memo))
    made.rebuild()
    return made


def test_only_the_page_that_is_asked_for_is_planned(preview: Preview) -> None:
    assert planned_pages(preview) == set()
    assert preview.reply(f"{preview.base}/countries/kazakhstan/").status == 200
    assert planned_pages(preview) == {"/countries/kazakhstan/"}
    assert preview.reply(f"{preview.base}/nowhere/nothing.png").status == 404
    assert planned_pages(preview) == {"/countries/kazakhstan/", "/404.html"}


def test_a_page_that_is_asked_for_twice_is_rendered_once_and_anew_after_a_save(
    preview: Preview, tmp_path: Path
) -> None:
    path = f"{preview.base}/about/"
    first = preview.reply(path)
    assert preview.reply(path) is first
    preview.rebuild()
    swap("content/pages/about.md", "Say who", "Say at last who")(tmp_path / "project")
    assert b"Say at last who" not in preview.reply(path).body
    preview.rebuild()
    assert b"Say at last who" in preview.reply(path).body


def test_every_file_of_the_site_is_found_with_the_bytes_of_a_build(preview: Preview, tmp_path: Path) -> None:
    assert preview.files
    outputs = preview.files.all
    put("static/note.txt", "A note.")(tmp_path / "project")
    assert preview.rebuild()
    assert len(outputs) > 100
    for output in outputs:
        reply = preview.reply(f"{preview.base}/{output.path}")
        assert (reply.name, reply.body) == (output.path, output.render())


def test_a_file_to_explore_a_chart_is_found_from_its_page_alone(preview: Preview) -> None:
    assert preview.reply(f"{preview.base}/countries/kazakhstan/explore.json").status == 200
    assert planned_pages(preview) == {"/countries/kazakhstan/"}


def test_a_style_sheet_of_before_is_the_present_one(preview: Preview) -> None:
    sheet = next(output for output in preview.files.assets if output.path.endswith(".css")) if preview.files else None
    assert sheet
    old = f"{sheet.path.partition('.')[0]}.00000000.css"
    assert preview.reply(f"{preview.base}/{old}").name == sheet.path
