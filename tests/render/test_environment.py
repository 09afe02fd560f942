"""Pages without the end tags that HTML supplies."""

from xml.etree.ElementTree import Element

import html5lib
import pytest
from lxml import html

from generator.render.environment import without_ends

ROWS = """<main><table><caption>A</caption><thead><tr><th scope="col">Country</th><td class="bar"></td></tr></thead>
<tbody><tr class="own"><th scope="row">One <sup>e</sup></th><td>1</td><td class="number"><table><tr><td>2</td></tr></table></td></tr>
<tr><th>Two</th>
<td>3</td><td>4
</td></tr></tbody><tbody><tr><td>5</td></tr><tr><td>6</td></tr></tbody></table><p>After</p></main>"""
LISTS = """<main><p>One</p>
<p>Two <a href="#">three</a></p><ul><li>Four</li>
<li><p>Five</p></li> <li>Six<ol><li>Seven</li></ol></li></ul><dl><dt>Eight</dt> <dd>Nine</dd><dt>Ten</dt>
<dd><p>Eleven</p></dd></dl><div><p>Twelve</p></div><p>Thirteen</p> fourteen <a><p>Fifteen</p></a><p>Last</p></main>"""


def tree(text: str) -> object:
    """Return what a browser makes of a page: elements, attributes and words, spaces as they are shown."""
    return _seen(html5lib.parse(text, treebuilder="etree"))


def _seen(element: Element) -> object:
    inside = [(_seen(child), " ".join((child.tail or "").split())) for child in element]
    return element.tag, sorted(element.attrib.items()), " ".join((element.text or "").split()), inside


@pytest.mark.parametrize(("text", "bytes_less"), [(ROWS, 100), (LISTS, 60)])
def test_a_browser_sees_the_same_tree(text: str, bytes_less: int) -> None:
    short = without_ends(text)
    assert len(short) < len(text) - bytes_less
    assert tree(short) == tree(text)


def test_the_crawl_sees_the_same_links() -> None:
    before, after = (html.fromstring(text).xpath("//a/@href") for text in (LISTS, without_ends(LISTS)))
    assert before == after == ["#"]


@pytest.mark.parametrize(
    "text",
    [
        "<td>1</td>x<td>2",
        "<p>&lt;/td&gt;&lt;td&gt;</p>",
        "</tr></table>",
        "</track><tr>",
        "<p>a</p> b",
        "<a><p>a</p></a>",
        "<p>a</p><span>",
        "<li>a</li></menu>",
    ],
)
def test_another_end_stays(text: str) -> None:
    assert without_ends(text) == text
