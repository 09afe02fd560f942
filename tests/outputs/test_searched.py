"""What is left out of a page changes nothing in the index."""

import gzip
from collections.abc import Mapping
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


def index(folder: Path, texts: Mapping[str, str]) -> dict[str, bytes]:
    folder.mkdir()
    assert write_index(folder, texts) == ()
    files = (path for path in (folder / "pagefind").rglob("*") if path.is_file())
    return {path.name: gzip.decompress(d) if (d := path.read_bytes())[:2] == b"\x1f\x8b" else d for path in files}


def test_the_index_of_what_is_searched_is_that_of_the_page(tmp_path: Path) -> None:
    part = searched(PAGE)
    assert len(part) < len(PAGE) - 300
    assert index(tmp_path / "part", {"a.html": part}) == index(tmp_path / "whole", {"a.html": PAGE})


ODD = (
    '<p title="see id = 5">One</p>', '<a href=x title="a, id=5 b">One</a>', '<h2 title="an id = 5" id=real>One</h2>',
    "<h2 title='an id=\"x\" here' id=real>One</h2>", '<h2 class="a"id="b">One</h2>', "<h2/id=b>One</h2>",
    "<p title=it's>One</p><p>Two</p><p title=it's>Three</p>", '<p title=5">One</p><p>Two</p><p title=5">Three</p>',
    '<p title="a"">One</p><p>Two</p><p title="a"">Three</p>', '<p a"b=c>One</p><p>Two</p><p d"e=f>Three</p>',
    "<h2 id=a'b>One</h2><h2 id=c'd>Two</h2>", '<p>5 <c "x> y</p><p>z" ></p>', "<p>One <b and c> d</p>",
    '<h2 id>One</h2><h2 id="">Two</h2>', "<h2 ID=x CLASS=y>One</h2>", '<h2 id= "a b" >One</h2>', "<h2 id=a id=b>One</h2>",
    "<h2 data-id=a>One</h2>", '<h2 id="a&amp;b" class="x">One</h2>', "<p\nclass=x\nid=y>One</p>", "<p\fclass=x\fid=y>One</p>",
    '<p DATA-PAGEFIND-META="kind:x">One</p>', "<p DATA-PAGEFIND-WEIGHT=5>One</p>", "<p>One</p><math class=x/><p>Two</p>",
    "<xmp><b class=c></xmp><p>One</p>", "<noembed><b class=c></noembed><p>One</p>", "<iframe><b class=c></iframe><p>One</p>",
    "<noscript><b class=c>One</b></noscript><p>Two</p>", "<textarea>x </b> <b class=c></textarea><p>One</p>",
    "<template><p class=x>One</p></template><p>Two</p>", "<plaintext><b class=x>One", "<p>One</p class=y id=5><p>Two</p>",
    "<p>One</p><!--> <p>Two</p> --><p>Three</p>", "<p>One</p><!x class=y><p>Two</p>", "<p>One</p><!-- <p>Two</p> --!><p>Three</p>",
    "<p>One</p><!-- <p>Two</p>", "<p>One</p><script>if (a < b)<p>Two</p>", "<video title=x alt=y src=z></video><p>One</p>",
    '<input value=one placeholder=two><area alt="three"><p hidden>Four</p>', "<br class=x/>One<br/>Two", "<p class=x/>One<p>Two",
)  # fmt: skip
"""What nobody writes, or only once: quotes where none belong, tags that are none."""


def test_however_odd_a_page_is_its_index_is_that_of_what_is_searched(tmp_path: Path) -> None:
    page = '<!doctype html><html lang="en"><title>t</title><body><main data-pagefind-body><h1 id="top">Steppe</h1>{}</main></body></html>'
    whole = {f"{at}/index.html": page.format(body) for at, body in enumerate(ODD)}
    part = {path: searched(text) for path, text in whole.items()}
    assert sum(part[path] != text for path, text in whole.items()) > len(ODD) / 3
    assert index(tmp_path / "part", part) == index(tmp_path / "whole", whole)


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
