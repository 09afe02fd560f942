"""Charts of a profile that too few places have values for."""

import shutil
from pathlib import Path

from tests.changes import put, swap
from tests.projects import prepared

LAYOUT = """key_figures: [population]
sections:
  - id: people
    title: People
    charts:
      - {kind: strip, indicator: population}
"""


def profile(project: Path) -> str:
    made = prepared(project)
    assert made.diagnostics == ()
    return next(o.render().decode() for o in made.outputs if o.path == "countries/uzbekistan/index.html")


def test_a_strip_of_three_places_is_drawn_or_the_reason_said(starter: Path, tmp_path: Path) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    put("content/profile.yaml", LAYOUT)(project)
    shutil.rmtree(project / "content/countries")
    swap("content/essays/first-essay.md", "[the profile of Kazakhstan](../countries/kazakhstan.md#people)", "it")(
        project
    )
    assert "Population: not drawn, as fewer than 10 places have a value for one year." in profile(project)
    swap("site.yaml", "thresholds: {rank: 10, strip: 10}\n", "")(project)
    shown = profile(project)
    assert "not drawn" not in shown
    assert 'id="strip-population' in shown or "strip-population.csv" in shown
