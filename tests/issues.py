"""An issue of two briefs, in the starter."""

import shutil
from pathlib import Path

from generator.prepare import Prepared
from tests.projects import prepared

ISSUE = """title: News
date: 2021-01-03
summary: Short items.
source: A bulletin.
briefs:
- id: poll
  date: 2020-12-29
  countries: [KAZ, UZB]
  theme: politics
  headline: A poll is held
  summary: |
    A first line.
    Of those asked, [67.3%](brief:poll#support) agreed in [Kazakhstan](country:KAZ).
  figures:
    support: {title: Support, value: "67.3", unit: "% of respondents", period: December 2020}
    fruit: {title: Fruit, value: "242.4", scale: million, unit: tonnes, period: "2020", check: {result: mislabelled, note: Impossible}}
  source: {publisher: Agency, date: 2020-12-29}
- id: visit
  date: 2021-01-02
  countries: [KAZ]
  theme: society
  headline: A visit <takes> place
  summary: See [the poll](brief:poll).
  source: {publisher: Paper, date: 2021-01-02, url: "https://example.org/a"}
"""


def made(starter: Path, tmp_path: Path, issues: dict[str, str]) -> Prepared:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    (project / "content" / "briefs").mkdir(parents=True, exist_ok=True)
    for name, text in issues.items():
        (project / "content" / "briefs" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return prepared(project, base_url="https://example.org/base")


def page(project: Prepared, path: str) -> str:
    assert project.diagnostics == ()
    return next(o for o in project.outputs if o.path == path).render().decode()
