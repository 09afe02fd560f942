"""The finished site as a browser reads it."""

import json
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.publish.crawl import STATE_KEY, check_site, read_pages
from generator.state.manifest import digest_of
from tests.publish.outputs import page, write


def test_sound_links_pass(tmp_path: Path) -> None:
    links = '<a href="#x">1</a><a href="https://example.org/">2</a><a href="../a/">3</a><p id=x>'
    write([page("a/index.html", links)], tmp_path / "site")
    assert check_site(tmp_path / "site", "/base") == ()


def test_every_width_of_an_image_is_a_file_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "a.webp").write_bytes(b"")
    picture = '<picture><source srcset="/base/a.webp 480w, /base/b.webp 960w"><img src="/base/a.webp" alt=""></picture>'
    (tmp_path / "index.html").write_text(f"<p>x</p>{picture}", "utf-8")
    assert [d.message for d in check_site(tmp_path, "/base")] == ["The link '/base/b.webp' leads nowhere."]


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


PAGE = b'<p id="a">x<a href="#b">1</a><p id="a">y<img src="https://example.org/x.png" alt="x">'


def crawled(site: Path, state: MemoryCache, page: bytes = PAGE) -> list[str]:
    made = {"index.html": ("key", digest_of(page)), "style.css": ("key", digest_of(b""))}
    return [d.message for d in check_site(site, "/base", read_pages(site, made, state))]


def test_a_page_seen_before_is_told_the_same_without_being_read(tmp_path: Path) -> None:
    state = MemoryCache()
    (tmp_path / "index.html").write_bytes(PAGE)
    first = crawled(tmp_path, state)
    assert len(first) == 3
    (tmp_path / "index.html").write_bytes(b"")
    assert crawled(tmp_path, state) == first
    assert crawled(tmp_path, state, b"") == ["The page is empty."]
    assert crawled(tmp_path, state, b"") == ["The page is empty."]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"program": 1}', '{"pages": {"d": 1}}'])
def test_what_was_seen_by_another_program_or_cannot_be_read_is_seen_anew(tmp_path: Path, text: str) -> None:
    state = MemoryCache()
    (tmp_path / "index.html").write_bytes(PAGE)
    first = crawled(tmp_path, state)
    state.put(STATE_KEY, text.encode())
    assert crawled(tmp_path, state) == first
    held = json.loads(state.get(STATE_KEY) or b"")
    state.put(STATE_KEY, json.dumps({**held, "program": "another", "pages": {digest_of(PAGE): [[]] * 5}}).encode())
    assert crawled(tmp_path, state) == first
    state.put(STATE_KEY, json.dumps({**held, "pages": {digest_of(PAGE): [[]]}}).encode())
    assert crawled(tmp_path, state) == first
