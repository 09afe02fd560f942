"""The search index: made from the pages, taken over while they are the same.

A fault stops the exchange.
"""

import gzip
import json
import subprocess
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path

import html5lib
import pytest

from generator.cache import MemoryCache
from generator.output import Derived, Output
from generator.outputs.search import search_index, write_index
from generator.outputs.searched import searched
from generator.publish.write import write_site
from generator.state.manifest import MANIFEST
from tests.projects import digests
from tests.repository import REPOSITORY

PAGE = """<!doctype html><html lang="en"><title>t</title><body>
<main data-pagefind-body data-pagefind-meta="kind:profile"><span data-pagefind-index-attrs="data-kind" data-kind="kindisprofile"></span><h1>{title}</h1>
<p>Steppe and mountains.</p><table><tr><td>tabular</td></tr></table><svg><text>drawn</text></svg></main></body></html>"""


READ = (
    "countries/kazakhstan/index.html",
    "groups/central-asia/index.html",
    "index.html",
    "indicators/population/index.html",
)


def page(path: str, title: str) -> Output:
    text = PAGE.format(title=title)
    return Output(path=path, key=text, render=text.encode)


def write(site: Path, outputs: list[Output], derived: Derived) -> list[str]:
    _, problems = write_site(outputs, site, base_path="/base", progress=lambda *_: None, derived=derived)
    return [f"{d.rule} {d.message}" for d in problems]


def fragments(site: Path) -> list[dict[str, object]]:
    read = (gzip.decompress(path.read_bytes()) for path in (site / "pagefind/fragment").iterdir())
    return [json.loads(data[data.index(b"{") :]) for data in read]


def test_the_texts_are_indexed_and_not_the_tables(tmp_path: Path) -> None:
    assert write(tmp_path / "site", [page("a/index.html", "Kazakhstan")], search_index()) == []
    (found,) = fragments(tmp_path / "site")
    assert found["url"] == "/a/"
    assert dict(found["meta"])["kind"] == "profile"  # type: ignore[call-overload]  # a fragment's meta is a mapping
    assert "kindisprofile" in str(found["content"])
    assert "Steppe" in str(found["content"])
    assert "tabular" not in str(found["content"])
    assert "drawn" not in str(found["content"])
    assert not list((tmp_path / "site/pagefind").glob("*-ui.*"))


def test_ends_that_pages_leave_out_hide_no_words(tmp_path: Path) -> None:
    golden = REPOSITORY / "tests/golden/site"
    pages = {path: (golden / path).read_text("utf-8") for path in sorted(READ)}
    ended = {
        path: "<!DOCTYPE html>" + html5lib.serialize(html5lib.parse(text), omit_optional_tags=False)
        for path, text in pages.items()
    }
    assert any(text.count("</td>") > pages[path].count("</td>") for path, text in ended.items())
    assert words(tmp_path / "short", pages) == words(tmp_path / "ended", ended)


def words(site: Path, pages: Mapping[str, str]) -> dict[str, str]:
    site.mkdir()
    assert write_index(site, {path: searched(text) for path, text in pages.items()}) == ()
    return {str(each["url"]): str(each["content"]) for each in fragments(site)}


def test_the_same_pages_make_the_same_index_wherever_they_lie(tmp_path: Path) -> None:
    outputs = [page(f"p{n}/index.html", f"Page {n}") for n in range(20)]
    write(tmp_path / "one", outputs, search_index())
    (tmp_path / "other place").mkdir()
    write(tmp_path / "other place" / "site", outputs, search_index())
    assert digests(tmp_path / "one") == digests(tmp_path / "other place" / "site")
    assert "pagefind/pagefind.js" in json.loads((tmp_path / "one" / MANIFEST).read_text())["files"]


def test_the_order_in_which_a_file_system_lists_the_pages_does_not_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = Path.rglob
    outputs = [page(f"p{n}/index.html", f"Page {n}") for n in range(20)]
    write(tmp_path / "one", outputs, search_index())
    monkeypatch.setattr(Path, "rglob", lambda folder, pattern: reversed(list(listed(folder, pattern))))
    write(tmp_path / "two", outputs, search_index())
    monkeypatch.undo()
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


class Counted:
    """Makes a folder of one file and counts how often."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, site: Path, _texts: Mapping[str, str]) -> tuple[()]:
        self.calls += 1
        (site / "made").mkdir()
        (site / "made" / "file").write_text("x")
        return ()


def test_it_is_made_anew_only_when_a_page_or_its_own_files_changed(tmp_path: Path) -> None:
    site, made = tmp_path / "site", Counted()
    derived = Derived(folder="made", key="1", make=made)
    style = Output(path="style.css", key="s", render=b"b{}".strip)
    write(site, [page("a.html", "A"), style], derived)
    write(site, [page("a.html", "A")], derived)
    assert made.calls == 1
    assert (site / "made" / "file").read_text() == "x"
    write(site, [page("a.html", "B")], derived)
    assert made.calls == 2
    (site / "made" / "file").write_text("edited")
    write(site, [page("a.html", "B")], derived)
    assert made.calls == 3
    (site / "made" / "file").unlink()
    write(site, [page("a.html", "B")], derived)
    assert made.calls == 4
    write(site, [page("a.html", "B")], Derived(folder="made", key="2", make=made))
    assert made.calls == 5


def test_what_is_not_read_of_a_page_makes_nothing_anew(tmp_path: Path) -> None:
    site, made, state = tmp_path / "site", Counted(), MemoryCache()
    derived = Derived(folder="made", key="1", make=made, read=lambda text: text.partition("<table>")[0])
    for title, cell in (("A", "1"), ("A", "2"), ("B", "2"), ("B", "2")):
        text = f"<h1>{title}</h1><table>{cell}</table>".encode()
        output = Output(path="a.html", key=str(text), render=text.strip)
        write_site([output], site, base_path="", progress=lambda *_: None, derived=derived, state=state)
    assert made.calls == 2


def test_texts_in_the_state_file_that_cannot_be_read_are_read_again(tmp_path: Path) -> None:
    site, made, state = tmp_path / "site", Counted(), MemoryCache()
    derived = Derived(folder="made", key="1", make=made)
    for kept in (b"", b"no zlib", zlib.compress(b"[]"), zlib.compress(b'{"key": "1", "texts": 3}')):
        state.put("read for made", kept)
        write_site([page("a.html", "A")], site, base_path="", progress=lambda *_: None, derived=derived, state=state)
    assert made.calls == 1


@pytest.mark.parametrize(
    ("python", "reason"),
    [("false", "it said nothing"), ("no-such-interpreter", "no-such-interpreter: No such file or directory")],
)
def test_a_pagefind_that_fails_leaves_the_old_site(tmp_path: Path, python: str, reason: str) -> None:
    site = tmp_path / "site"
    write(site, [page("a.html", "old")], search_index())
    (said,) = write(site, [page("a.html", "new")], search_index(python=python))
    assert said == f"search-index Pagefind cannot make the search index: {reason}"
    assert "old" in (site / "a.html").read_text()


def test_the_reason_is_the_last_thing_said(tmp_path: Path) -> None:
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\necho first >&2\necho 'No module named pagefind' >&2\nexit 1\n")
    program.chmod(0o755)
    (problem,) = write_index(tmp_path, {}, str(program))
    assert problem.message.endswith(": No module named pagefind")
    assert "locked libraries" in problem.hint


def test_pagefind_is_not_loaded_where_it_is_only_started() -> None:
    code = "import sys, generator.outputs.search; print(sorted({'pagefind', 'ssl'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
