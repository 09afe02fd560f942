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


def test_a_group_that_only_moves_its_lines_and_texts_is_not_needed() -> None:
    tick = element("line", y2="4", stroke="a")
    label = element("text", y="17", fill="b", text="x")
    axis = element("line", x2="9", stroke="a")
    root = element("svg", element("g", element("g", tick, label, axis, transform="translate(0.5,186.5)"), fill="none"))
    compact(root)
    assert write_element(root) == (
        '<svg><g fill="none"><path stroke="a" d="M.5,186.5v4m0-4h9"/><text y="203.5" fill="b" x=".5">x</text></g></svg>'
    )


def test_a_group_that_moves_anything_else_stays() -> None:
    moving = element("g", element("path", d="M0,0h9"), element("text", text="x"), transform="translate(1,2)")
    root = element("svg", element("g", moving))
    compact(root)
    assert write_element(root) == (
        '<svg><g><g transform="translate(1,2)"><path d="M0,0h9"/><text>x</text></g></g></svg>'
    )


def test_children_side_by_side_share_attributes_in_a_group() -> None:
    looks = [{"fill": "a"}, {"fill": "a", "text-anchor": "end"}, {"fill": "a", "text-anchor": "end"}, {"fill": "b"}, {}]
    root = element("svg", element("g", *(element("text", text=str(n), **look) for n, look in enumerate(looks))))
    compact(root)
    assert write_element(root) == (
        '<svg><g><g fill="a"><text>0</text><g text-anchor="end"><text>1</text><text>2</text></g></g>'
        '<text fill="b">3</text><text>4</text></g></svg>'
    )


def test_curves_of_one_look_stay_apart() -> None:
    """Where they meet, one path would be paler than two."""
    lines = [element("path", d="M0,0l4,4", stroke="a"), element("path", d="M0,4l4-4", stroke="a")]
    root = element("svg", element("g", element("text", text="x"), *lines))
    compact(root)
    assert write_element(root) == (
        '<svg><g><text>x</text><g stroke="a"><path d="M0,0l4,4"/><path d="M0,4l4-4"/></g></g></svg>'
    )


def test_a_dot_is_a_circle_whose_border_nobody_sees_is_gone() -> None:
    arcs = "M3.5,0A3.5,3.5,0,1,1,-3.5,0A3.5,3.5,0,1,1,3.5,0"
    dots = [
        element("path", d=arcs, transform="translate(239,0)", fill="a", **{"stroke-width": "2"}),
        element("path", d=arcs, fill="b", stroke="c", **{"stroke-width": "2"}),
        element("path", d=arcs, transform="scale(2)", fill="d"),
    ]
    root = element("svg", element("g", *dots))
    compact(root)
    assert write_element(root) == (
        '<svg><g><circle cx="239" r="3.5" fill="a"/><circle r="3.5" fill="b" stroke="c" stroke-width="2"/>'
        f'<path d="{arcs}" transform="scale(2)" fill="d"/></g></svg>'
    )


def test_many_upright_lines_of_a_height_are_stretched() -> None:
    def ticks(count: int, **other: str) -> str:
        lines = [element("line", transform=f"translate({2 * n},26)", y2="26") for n in range(count - 1)]
        root = element(
            "svg", element("g", *lines, element("line", **{"transform": "translate(0,26)", "y2": "26", **other}))
        )
        compact(root)
        return write_element(root)

    assert ticks(16).startswith('<svg><g><path transform="scale(1,26)" d="M0,1v1m2-1v1m2-1v1')
    assert ticks(15).startswith('<svg><g><path d="M0,26v26m2-26v26')
    assert ticks(16, y2="25").startswith('<svg><g><path d="M0,26v26')
