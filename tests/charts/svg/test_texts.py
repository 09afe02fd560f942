"""Texts of a drawing: kept from the renderer and put back letter by letter."""

import json
import re
from html import unescape

import pytest

from generator.charts.svg.render import render_svg


def texts(*shown: str) -> list[str]:
    """Return the texts of a drawing made from these, in its order."""
    place = {name: {"field": name, "type": "quantitative"} for name in "xy"}
    spec = {
        "datasets": {"rows": [{"x": n, "y": n, "text": text} for n, text in enumerate(shown)]},
        "layer": [
            {
                "data": {"name": "rows"},
                "mark": "text",
                "encoding": {**place, "text": {"field": "text", "type": "nominal"}},
            }
        ],
        "config": {"axis": {"labels": False, "title": None}},
    }
    return [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", render_svg(json.dumps(spec)))]


@pytest.mark.parametrize("text", ["A & <B>", ".", "..", "Қазақстан", '“It’s”  "two"', "1,234.5", "−0.5%", "a\u00a0b"])
def test_a_text_is_shown_as_it_is(text: str) -> None:
    assert texts("before", text, "after") == ["before", text, "after"]


def test_an_empty_text_shows_nothing() -> None:
    assert texts("before", "", "after") == ["before", "after"]
