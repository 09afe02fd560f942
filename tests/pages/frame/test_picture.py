"""The pictures that a page offers and is shared with: none with letters that its font lacks."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from generator.charts.chart import Chart
from generator.pages.frame.picture import CHARTLESS
from tests.projects import HEAD, faults, prepared

pytestmark = pytest.mark.uncounted  # others count the lines it runs

ASKED = "![{}](chart:internet_users/KAZ?compare=KGZ)\n"


@pytest.mark.parametrize(
    ("title", "offered"), [("Use rose", True), ("互联网使用率上升", False), ("Use rose 🚀", False)]
)
def test_a_picture_that_no_font_could_draw_is_neither_offered_nor_made(
    starter: Path, tmp_path: Path, title: str, *, offered: bool
) -> None:
    assert faults(starter, tmp_path, {"content/pages/methods.md": HEAD + ASKED.format(title)}) == []
    made = prepared(tmp_path / "project", base_url="https://example.org")
    page = next(o for o in made.outputs if o.path == "methods/index.html").render().decode()
    beside = [o.path for o in made.outputs if o.path.startswith("methods/chart-")]
    assert (".png" in " ".join(beside)) == (">PNG</a>" in page) == offered
    assert ">SVG</a>" in page
    assert made.site
    shown = next(p.frame.picture for p in made.site.pages if p.frame.url == "/methods/")
    assert shown.startswith("https://example.org/methods/chart-" if offered else "https://example.org/lead.png")


@pytest.mark.parametrize("kind", sorted(CHARTLESS, key=repr))
def test_a_kind_of_record_that_is_passed_over_has_no_chart_within(kind: type) -> None:
    assert Chart not in _within(kind)


def _within(kind: object) -> Iterator[object]:
    """Yield a type and all that its fields and parts are of."""
    yield kind
    for part in (*get_args(kind), *(get_type_hints(kind).values() if is_dataclass(kind) else ())):
        yield from _within(part)
