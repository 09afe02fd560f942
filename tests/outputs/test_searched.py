"""What is left out of a page changes nothing in the index."""

import gzip
from pathlib import Path

import pytest

from generator.outputs.search import write_index
from generator.outputs.searched import searched

PAGE = """<!doctype html><html lang="en"><head><title>t</title><script>if (a < b) "<table>"</script></head><body>
<nav>Home</nav><main data-pagefind-body data-pagefind-meta="kind:profile"><h1 id="top">Steppe</h1>
<p>Wide <!-- <nav> --> land.</p><table><tr><td>1<table><tr><td>2</td></tr></table></td></tr></table>
<div class="x" data-pagefind-ignore><div>Notes</div><h2 id="n">Of figures</h2></div>
<svg viewBox="0 0 1 1"><text>drawn</text></svg><p title="a > b" class=after id=it lang=en>After <b>all</b> of <data value="1">it</data>.</p>
<img src="horse.png" alt="A horse" width=3><span data-pagefind-index-attrs=data-kind data-kind=steed></span>
<details><summary>More</summary><table></table></details><h2 id="end">End</h2><p>Horses, <i>nomads</i>.</p>
<section data-pagefind-ignore><span data-pagefind-meta="wealth:some">x</span></section></main></body></html>"""


def index(folder: Path, text: str) -> dict[str, bytes]:
    folder.mkdir()
    assert write_index(folder, {"a/index.html": text}) == ()
    files = (path for path in (folder / "pagefind").rglob("*") if path.is_file())
    return {path.name: gzip.decompress(d) if (d := path.read_bytes())[:2] == b"\x1f\x8b" else d for path in files}


def test_the_index_of_what_is_searched_is_that_of_the_page(tmp_path: Path) -> None:
    part = searched(PAGE)
    assert len(part) < len(PAGE) - 300
    assert index(tmp_path / "part", part) == index(tmp_path / "whole", PAGE)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<p>One <svg><g/></svg> two</p>", "<p>One  two</p>"),
        ("<p>a</p><p data-pagefind-ignore>b</p>", "<p>a</p>"),
        ("<P>a</P><TABLE><tr></TABLE>", "<P>a</P>"),
        ("<nav><h1>Title</h1></nav>", "<nav><h1>Title</h1></nav>"),
        ("<p data-pagefind-ignored>b</p>", "<p data-pagefind-ignored>b</p>"),
        ("<p class=x>a</p>", "<p>a</p>"),
        ("<p class='a > b' id=\"c\" data-id=d LANG = ru>a</p>", '<p id="c" LANG = ru>a</p>'),
        ("<hr class=x/>", "<hr>"),
        ("<img src=a.png alt='A'>", "<img src=a.png alt='A'>"),
        ("<p data-pagefind-meta='date[datetime]' datetime=1>", "<p data-pagefind-meta='date[datetime]' datetime=1>"),
    ],
)
def test_elements_and_attributes_are_left_out(text: str, left: str) -> None:
    assert searched(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr>",
        "<p><img data-pagefind-ignore>",
        "<nav a=it's><p>b",
        "<nav>a</nav",
        "<title>a <b class=c></title>",
        "<textarea rows=2>a <b class=c></textarea>",
    ],
)
def test_a_page_that_is_not_plainly_nested_stays_whole(text: str) -> None:
    assert searched(text) == text
