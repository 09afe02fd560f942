"""The badge of a page: figures, words, problems and weight of what is written there."""

import gzip
import re
import shutil
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.memo import Memo
from generator.outputs.trial import SMALL
from generator.prepare import prepare
from generator.preview.badge import page_badge
from generator.preview.state import Preview
from tests.changes import put

PAGE = (
    b'<!doctype html><html><head><link rel="stylesheet" href="/b/a.css"><script src="/b/a.js"></script></head><body>'
    b'<nav>Two words</nav><main><p class="standfirst">Said by the program.</p><h2>A heading</h2><div class="prose">'
    b'<p>Five words and <a class="stated">9</a> figures.</p><p><a href="/k/">Asia</a>\xe2\x80\x99s, <b>twice</b> [<a class="cited">1</a>].</p>'
    b"<h3>Below</h3><figure><figcaption>A caption</figcaption></figure><table><tr><td>No</td></tr></table></div>"
    b'<picture><source srcset="/b/480.webp 480w, /b/960.webp 960w"><img src="/b/b.jpg" alt=""></picture>'
    b'<img src="/b/a.png" alt=""><img src="/b/late.png" alt="" loading="lazy"></main></body></html>'
)


def items(badge: str) -> list[str]:
    return re.findall(r"<li>([^<]+)</li>", badge)


def test_a_badge_counts_what_is_written_and_what_is_loaded_at_once() -> None:
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        return b""

    empty = len(gzip.compress(b"", mtime=0))
    assert empty < 50
    assert items(page_badge(PAGE, (), fetch)) == ["1 figure bound", "7 words", "0 problems", "0 kB packed"]
    assert asked == ["/b/a.css", "/b/a.js", "/b/960.webp", "/b/a.png"]
    assert items(page_badge(PAGE, (), fetch, draft=True))[0] == "Draft"


@pytest.mark.parametrize("badges", [True, False])
def test_the_preview_shows_it_of_drafts_too_where_it_is_asked_for(starter: Path, tmp_path: Path, badges: bool) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    with (project / "content/countries/kazakhstan.md").open("a") as commentary:
        commentary.write("\nSee https://example.org/ bare.\n")
    text = "---\ntitle: New\nsummary: S.\ndraft: true\n---\n\nSome <b>words</b>, and https://example.org/ bare.\n"
    put("content/pages/new.md", text)(project)
    cache, memo = MemoryCache(), Memo()
    preview = Preview(
        lambda: prepare(project, base_url=None, tried=SMALL, cache=cache, memo=memo, drafts=True),
        badges=badges,
    )
    preview.rebuild()
    path = f"{preview.base}/new/"
    badge = preview.badge(path, preview.reply(path).body)
    assert bool(badge) is badges
    if badges:
        draft, figures, words, problems, weight = items(badge)
        assert (draft, figures, words) == ("Draft", "0 figures bound", "5 words")
        assert problems == "1 problem"
        assert re.fullmatch(r"[1-9]\d kB packed", weight)
        assert "1 problem" in items(preview.badge(f"{preview.base}/countries/kazakhstan/", PAGE))
        assert preview.badge(f"{preview.base}/404.html", PAGE)
        assert preview.badge("/elsewhere/", PAGE) == ""
