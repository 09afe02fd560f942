"""docs/rules.md describes each rule once, and no others.

Each has its severity, a wrong and a right example.
"""

import re

import pytest

from generator.rules import Rule
from generator.terminal.explain import explain
from tests.repository import REPOSITORY

TEXT = (REPOSITORY / "docs" / "rules.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
HEADINGS = re.findall(r"^## (.+)$", FENCE.sub("", TEXT), re.MULTILINE)
EXAMPLES = r"\n\nWrong:\n\n```\w+\n(?P<wrong>.+?)\n```\n\nRight:\n\n```\w+\n(?P<right>.+?)\n```\n"


def section(rule: Rule) -> str:
    found = re.search(rf"^## {rule}\n.*?(?=^## [a-z-]+\n\nSeverity|\Z)", TEXT, re.DOTALL | re.MULTILINE)
    assert found, f"docs/rules.md has no section '## {rule}'"
    return found[0]


def test_one_heading_for_each_rule_in_the_order_of_the_rules() -> None:
    assert [rule.value for rule in Rule] == HEADINGS


@pytest.mark.parametrize("rule", Rule)
def test_severity_is_the_rules_own(rule: Rule) -> None:
    severity = "warning" if rule.is_warning else "error"
    assert re.match(rf"## {rule}\n\nSeverity: {severity}\n\n\S", section(rule))


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_is_explained_by_its_section(rule: Rule) -> None:
    assert explain(rule).strip() == section(rule).strip()


@pytest.mark.parametrize("rule", Rule)
def test_a_wrong_and_a_right_example_that_differ(rule: Rule) -> None:
    found = re.search(EXAMPLES, section(rule), re.DOTALL)
    assert found, f"'{rule}' needs 'Wrong:' and 'Right:', each with a fenced example"
    assert found["wrong"].strip() != found["right"].strip()
