"""A picture taken apart: words with the look and the place they inherit; what is not ours is refused."""

import pytest

from generator.charts.svg.flat import UnknownError, Words, flatten

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60" role="img">\
<title>A</title><rect width="90" height="60" fill="#fdfcf9"/>\
<text x="4" y="9.5" font-size="17" fill="#17191c" font-weight="bold">Über CO₂ &amp; more</text>\
<svg x="16" y="20" width="60" height="30" overflow="visible" viewBox="0 0 60 30" font-size="12.5" stroke-linejoin="round">\
<g fill="#4a4e53" transform="translate(2,0.5)"><path d="M0,0h9"/><text text-anchor="end" x="3" y="1">left</text></g></svg></svg>
"""

SHAPES = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60" role="img">\
<rect width="90" height="60" fill="#fdfcf9"/><g font-size="12.5" stroke-linejoin="round" transform="translate(16,20)">\
<g fill="#4a4e53" transform="translate(2,0.5)"><path d="M0,0h9"/></g></g></svg>"""


def test_shapes_and_words_are_taken_apart() -> None:
    flat = flatten(PICTURE)
    assert (flat.width, flat.height, flat.shapes.decode()) == (90, 60, SHAPES)
    assert flat.words == (
        Words(text="Über CO₂ & more", x=4, y=9.5, anchor=0, size=17, colour="#17191c", style="Bold"),
        Words(text="left", x=21, y=21.5, anchor=1, size=12.5, colour="#4a4e53", style="Regular"),
    )


def test_a_colour_that_nobody_names_is_black() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9" font-size="8" font-style="italic">a</text></svg>'
    assert [(words.colour, words.style) for words in flatten(svg).words] == [("#000000", "Italic")]


@pytest.mark.parametrize(
    "inside",
    [
        "<ellipse rx='4'/>",
        "<path d='M0,0h9' opacity='.5'/>",
        "<g transform='rotate(4)'/>",
        "<g transform='translate(4,2) scale(2)'/>",
        "<text font-size='9'>a<tspan>b</tspan></text>",
        "<text>without a size</text>",
        "<svg width='9' height='9' viewBox='0 0 4 4'/>",
        "<!-- a note --><?and instructions?>",
    ],
)
def test_what_only_a_whole_renderer_knows_is_refused(inside: str) -> None:
    with pytest.raises(UnknownError):
        flatten(f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">{inside}</svg>')
