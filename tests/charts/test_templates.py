"""The templates of charts that pages are made with are those that Altair describes."""

from generator.charts.templates import described
from generator.modules import PACKAGE


def test_the_templates_in_use_are_as_described() -> None:
    assert (PACKAGE / "charts/templates.json").read_text("utf-8") == described(), "run make templates"
