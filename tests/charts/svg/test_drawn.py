"""A drawing named for its page: HTML without quotes that it does not need, and all words as they are."""

import json

import html5lib
from lxml import etree

from generator.cache import MemoryCache
from generator.charts.chart import Chart, Drawing, Table
from generator.charts.svg.drawn import drawing_key, drawn, svg_of
from generator.charts.svg.elements import Element, write_element
from generator.charts.svg.render import ID, safe_parser
from tests.charts.direct.specifications import KNOWN

SPEC = KNOWN["strip: all parts"]
SPACE = "{http://www.w3.org/2000/svg}"
WORDS = 'fill="a" b & <c>'


DRAWING = Drawing(spec="{}", width=300, height=200)
CHART = Chart(
    id="trend-one",
    kind="trend",
    indicator="one",
    title='Births & "deaths" > 0',
    subtitle="",
    description="",
    drawings=(DRAWING,),
    table=Table(caption="", columns=(), rows=()),
    source="",
    license="",
    figures=(),
)


def spec_with(words: str) -> str:
    read = json.loads(SPEC)
    texts = next(rows for rows in read["datasets"].values() if rows and "text" in rows[0])
    texts[0]["text"] = words
    return json.dumps(read)


def chart_of(spec: str) -> Chart:
    return Chart(
        id="strip-area",
        kind="strip",
        indicator="area",
        title=WORDS,
        subtitle="",
        description=f"{WORDS} >",
        drawings=(Drawing(spec=spec, width=340, height=98),),
        table=Table(caption="", columns=(), rows=()),
        source="",
        license="",
    )


def test_a_page_has_the_drawing_with_its_words_and_bare_values() -> None:
    chart, cache = chart_of(spec_with(WORDS)), MemoryCache()
    svg = svg_of(chart.drawings[0], chart, cache)
    root = html5lib.parseFragment(svg, treebuilder="etree")[0]
    plain = html5lib.parseFragment(drawn(chart.drawings[0].spec, cache).decode(), treebuilder="etree")[0]
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "strip-area-340-title strip-area-340-desc")
    title, desc, *rest = root
    assert [(each.tag, each.get("id"), each.text) for each in (title, desc)] == [
        (f"{SPACE}title", "strip-area-340-title", WORDS),
        (f"{SPACE}desc", "strip-area-340-desc", f"{WORDS} >"),
    ]
    assert WORDS in {text.text for text in root.iter(f"{SPACE}text")}
    seen, expected = (
        [(each.tag, each.attrib, each.text) for part in parts for each in part.iter()] for parts in (rest, plain)
    )
    assert seen == expected
    assert "<g fill=none" in svg


def test_a_drawing_of_nothing_has_its_words_too() -> None:
    chart, cache = chart_of("empty"), MemoryCache()
    cache.put(drawing_key("empty"), b'<svg viewBox="0 0 1 1"/>')
    svg = svg_of(chart.drawings[0], chart, cache)
    assert svg.startswith('<svg viewBox="0 0 1 1" role="img"')
    assert svg.endswith("</desc></svg>")


def test_a_drawing_is_named_as_if_its_tree_had_been_changed() -> None:
    clip = Element(tag="clipPath", attributes={"id": f"{ID}-c", "data-n": 'a > "b"'})
    drawing = write_element(Element(tag="svg", attributes={"viewBox": "0 0 9 9", "font-size": "11"}, children=[clip]))
    cache = MemoryCache()
    cache.put(drawing_key("{}"), drawing.encode())
    made, expected = (
        html5lib.serialize(html5lib.parseFragment(svg))
        for svg in (svg_of(DRAWING, CHART, cache), _named_in_a_tree(drawing))
    )
    assert made == expected


def _named_in_a_tree(drawing: str) -> str:
    name = "trend-one-300"
    root = etree.fromstring(drawing.replace(ID, name).encode(), safe_parser())
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    for at, (tag, text) in enumerate((("title", CHART.title), ("desc", CHART.description))):
        element = etree.Element(tag, id=f"{name}-{tag}")
        element.text = text
        root.insert(at, element)
    return etree.tostring(root, encoding="unicode")
