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
LINKS = ROWS.replace("<td>3</td>", '<td><a href="#">3</a></td>')


def tree(text: str) -> object:
    """Return what a browser makes of a page: elements, attributes and words, spaces as they are shown."""
    return _seen(html5lib.parse(text, treebuilder="etree"))


def _seen(element: Element) -> object:
    inside = [(_seen(child), " ".join((child.tail or "").split())) for child in element]
    return element.tag, sorted(element.attrib.items()), " ".join((element.text or "").split()), inside


def test_a_browser_sees_the_same_tree() -> None:
    short = without_ends(ROWS)
    assert len(short) < len(ROWS) - 100
    assert tree(short) == tree(ROWS)


def test_the_crawl_sees_the_same_links() -> None:
    before, after = (html.fromstring(text).xpath("//a/@href") for text in (LINKS, without_ends(LINKS)))
    assert before == after == ["#"]


@pytest.mark.parametrize(
    "text",
    [
        "<td>1</td>x<td>2",
        "<p>&lt;/td&gt;&lt;td&gt;</p>",
        "</tr></table>",
        "</track><tr>",
        "<div><p data-pagefind-ignore>a</p><p>b</p></div>",
        "<ul><li>a</li><li>b</li></ul><dl><dt>c</dt><dd>d</dd></dl>",
    ],
)
def test_another_end_stays(text: str) -> None:
    assert without_ends(text) == text
