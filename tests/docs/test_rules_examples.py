"""The examples of docs/rules.md in a small project.

The wrong one breaks its rule and no other, the right one breaks none.
"""

import re
import shutil
from pathlib import Path

import pytest

from generator.rules import Rule
from generator.terminal.explain import explain
from tests.docs.example_places import place
from tests.docs.example_surroundings import AROUND, ORIGINS, put
from tests.projects import problems_of
from tests.starter_project import write_smaller_starter

FENCED = re.compile(r"(Wrong|Right):\n\n```(\w+)\n(.+?)\n```\n", re.DOTALL)
OF_THE_MACHINE = {Rule.SEARCH_INDEX, Rule.SITE_NOT_WRITTEN}
"""Rules that a project's files can neither break nor keep; tests of the rooms break them."""
OF_REPLIES = {
    Rule.IMPORT_AMBIGUOUS,
    Rule.FLAG_UNKNOWN,
    Rule.UNIT_CHANGED,
    Rule.REPLY_INVALID,
    Rule.REPLY_ERROR,
    Rule.NETWORK,
    Rule.IMPORT_HELD,
    Rule.LICENCE_CHANGED,
}
"""Rules that only a producer's reply breaks; tests/imports and tests/refresh break them."""
NOT_RUN = OF_THE_MACHINE | OF_REPLIES
BESIDE = {Rule.CITATION_UNKNOWN: {Rule.CITATION_UNUSED}, Rule.KNOWN_UNUSED: {Rule.VALUE_JUMP}}
"""What must be told besides: the work that nobody cites then, the jump that is answered no longer."""
CASES = [(rule, *example) for rule in Rule if rule not in NOT_RUN for example in FENCED.findall(explain(rule))]


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rules") / "project"
    write_smaller_starter(folder, "co2_per_head", "urban_population_share")
    origins = folder / "data/catalog/origins.yaml"
    put(folder, "data/catalog/origins.yaml", origins.read_text("utf-8") + ORIGINS)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rule", "name", "kind", "text"), [pytest.param(*case, id=f"{case[0]}-{case[1]}") for case in CASES]
)
def test_an_example_is_what_it_says(starter: Path, tmp_path: Path, rule: Rule, name: str, kind: str, text: str) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    for path, around in AROUND.get(rule, {}).items():
        put(project, path, around)
    place(project, rule, kind, text)
    told = {each.rule for each in problems_of(project)}
    told -= BESIDE.get(rule, set()) if name == "Wrong" else set()
    assert told == ({rule} if name == "Wrong" else set())


def test_both_examples_of_every_rule_are_run() -> None:
    run = {(rule, name) for rule, name, *_ in CASES}
    assert run == {(rule, name) for rule in Rule if rule not in NOT_RUN for name in ("Wrong", "Right")}
