"""The examples of docs/rules.md that are Markdown: the wrong one breaks its rule and no other, the right one breaks none."""

import re
import shutil
from pathlib import Path

import pytest

from generator.build import prepare
from generator.cache import MemoryCache
from generator.explain import explain
from generator.rules import Rule
from generator.starter import write_starter

FENCED = re.compile(r"(Wrong|Right):\n\n```markdown\n(.+?)\n```\n", re.DOTALL)
HEAD = "---\ntitle: A test\ndate: 2026-01-01\nauthors: [A. Author]\ncountries: [KAZ]\nsummary: A test.\n---\n\n"
COUNTRY = "---\ncountry: KAZ\nauthors: [A. Author]\nupdated: 2026-01-01\nsummary: A test.\n---\n\n"
PROFILE, ESSAY = "content/countries/kazakhstan.md", "content/essays/test.md"
OF_A_COUNTRY = {Rule.SECTION_UNKNOWN, Rule.FRONT_MATTER, Rule.LINK_BROKEN}
BRIEFS = """title: News
date: 2021-01-03
summary: Short items.
source: A bulletin.
briefs:
- id: kyrgyz-poll
  date: 2020-12-29
  countries: [KGZ]
  theme: politics
  headline: A survey
  summary: A survey was held.
  figures:
    presidential: {title: For a presidential system, value: "67.3", unit: "% of respondents", period: December 2020}
  source: {publisher: Kabar, date: 2020-12-29}
"""
WORK = "@book{%s, author = {Author, An}, title = {A book}, publisher = {House}, year = {2020}}\n"
CLAIM = """kaz-visitors-2019:
  subject: "Kazakhstan"
  country: "KAZ"
  title: "Tourists in 2019"
  value: "979781"
  unit: "visitors"
  unit_kind: count
  state: value
  period: "2019"
  attributed_to: ""
  source: "An essay"
  check: {result: not-checked, value: "", source: "", note: ""}
"""
AROUND = {
    Rule.BRIEF_UNKNOWN: {"content/briefs/2021.yaml": BRIEFS},
    Rule.CLAIM_UNKNOWN: {"data/claims/test.yaml": CLAIM},
    Rule.CITATION_UNUSED: {"content/references.bib": WORK % "unread"},
    Rule.CITATION_UNKNOWN: {"content/references.bib": WORK % "nye1990"},
    Rule.LINK_BROKEN: {"content/essays/kazakhstan-soft-power.md": f"{HEAD}Power.\n"},
    Rule.DOCUMENT_ORPHAN: {"content/pages/history.md": "---\ntitle: History\nsummary: A page.\n---\n\nLong ago.\n"},
}
"""What stands around an example."""


def examples(rule: Rule) -> dict[str, str]:
    return {name: text for name, text in FENCED.findall(explain(rule)) if "…" not in text or "[…]" in text}


CASES = [(rule, name, text) for rule in Rule for name, text in examples(rule).items()]


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rules") / "project"
    write_starter(folder)
    return folder


@pytest.mark.parametrize(("rule", "name", "text"), CASES, ids=[f"{rule}-{name}" for rule, name, _ in CASES])
def test_an_example_is_what_it_says(starter: Path, tmp_path: Path, rule: Rule, name: str, text: str) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    for path, around in AROUND.get(rule, {}).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(around, encoding="utf-8")
    head = "" if rule is Rule.FRONT_MATTER else COUNTRY if rule in OF_A_COUNTRY else HEAD
    (project / (PROFILE if rule in OF_A_COUNTRY else ESSAY)).write_text(f"{head}{text}\n", encoding="utf-8")
    told = {each.rule for each in prepare(project, base_url=None, cache=MemoryCache()).diagnostics}
    told -= {Rule.CITATION_UNUSED} if name == "Wrong" else set()  # the work that nobody cites then
    assert told == ({rule} if name == "Wrong" else set())


def test_most_rules_of_prose_have_such_examples() -> None:
    assert len(CASES) >= 40
