"""A drawing of the cache on a page: with a name, a title and a description."""

from lxml import etree

from generator.cache import MemoryCache
from generator.charts.chart import Chart, Drawing, Table
from generator.charts.svg.drawn import drawing_key, svg_of
from generator.charts.svg.elements import Element, write_element
from generator.charts.svg.render import ID, safe_parser

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


def test_a_drawing_is_named_as_if_its_tree_had_been_changed() -> None:
    clip = Element(tag="clipPath", attributes={"id": f"{ID}-c", "data-n": 'a > "b"'})
    drawing = write_element(Element(tag="svg", attributes={"viewBox": "0 0 9 9", "font-size": "11"}, children=[clip]))
    cache = MemoryCache()
    cache.put(drawing_key("{}"), drawing.encode())
    assert svg_of(DRAWING, CHART, cache) == _named_in_a_tree(drawing)


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
