"""Elements written as XML."""

from generator.charts.svg.elements import Element, write_element


def test_an_element_is_written_with_what_it_contains_and_its_signs_escaped() -> None:
    text = Element(tag="text", attributes={"x": "1", "data-n": 'a"<&'}, text='A & B <c> "d"')
    group = Element(tag="g", children=[text, Element(tag="line")])
    assert (
        write_element(group)
        == '<g><text x="1" data-n="a&quot;&lt;&amp;">A &amp; B &lt;c&gt; &quot;d&quot;</text><line/></g>'
    )
    assert [element.tag for element in group.walk()] == ["g", "text", "line"]
