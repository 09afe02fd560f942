"""The finished site as a browser reads it."""

from pathlib import Path

from generator.publish.crawl import check_site
from tests.publish.outputs import page, write


def test_sound_links_pass(tmp_path: Path) -> None:
    links = '<a href="#x">1</a><a href="https://example.org/">2</a><a href="../a/">3</a><p id=x>'
    write([page("a/index.html", links)], tmp_path / "site")
    assert check_site(tmp_path / "site", "/base") == ()


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
