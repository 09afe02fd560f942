"""The same picture in fewer bytes."""

from generator.charts.svg.compact import compact
from generator.charts.svg.elements import Element, write_element


def element(tag: str, *children: Element, text: str = "", **attributes: str) -> Element:
    return Element(tag=tag, attributes=attributes, children=list(children), text=text)


def test_lines_of_one_look_become_one_path_and_shared_attributes_stand_once() -> None:
    size = {"font-size": "9"}
    root = element(
        "svg",
        element(
            "g",
            element("line", transform="translate(1,2)", y2="4", stroke="a"),
            element("line", transform="translate(3,2)", x2="5", stroke="a"),
        ),
        element(
            "g",
            element("text", transform="translate(7,0)", fill="b", text="x", **size),
            element("text", fill="b", text="y", **size),
        ),
    )
    compact(root)
    assert write_element(root) == (
        '<svg font-size="9"><g><path stroke="a" d="M1,2v4m2-4h5"/></g><g fill="b"><text x="7">x</text><text>y</text></g></svg>'
    )


def test_a_turned_text_keeps_its_transformation_and_a_slanted_line_is_joined() -> None:
    text = element("text", transform="rotate(90)", text="x")
    lines = [element("line", x2="3", y2="4"), element("line", x2="1", transform="translate(3,4)")]
    root = element("svg", element("g", text, *lines))
    compact(root)
    assert write_element(root) == '<svg><g><text transform="rotate(90)">x</text><path d="M0,0l3,4m0,0h1"/></g></svg>'
