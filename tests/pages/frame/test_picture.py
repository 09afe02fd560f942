"""The pictures that a page offers and is shared with: none with letters that its font lacks."""

from pathlib import Path

import pytest

from tests.projects import HEAD, faults, prepared

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
