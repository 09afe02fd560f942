"""The reference is what the program has."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from generator.render.environment import make_site_environment
from generator.sources.files import Sources
from scripts.write_reference import REFERENCE, references
from tests.repository import REPOSITORY

FILES = references()


def test_every_file_of_the_reference_is_written_and_no_other() -> None:
    assert sorted(path.name for path in REFERENCE.iterdir()) == sorted(FILES)


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_reference_is_up_to_date(name: str) -> None:
    assert (REFERENCE / name).read_text("utf-8") == FILES[name], "run `make reference` and look at the difference"


SETTINGS = Draft202012Validator(json.loads(FILES["site.schema.json"]))


def faults_of(text: str) -> list[str]:
    settings = json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))
    return [fault.message for fault in SETTINGS.iter_errors(settings)]


@pytest.mark.parametrize("project", [".", "tests/three_countries", "tests/browser/small_site"])
def test_the_schema_takes_what_the_program_takes(project: str) -> None:
    text = (REPOSITORY / Path(project) / "site.yaml").read_text("utf-8")
    assert faults_of(text) == []
    assert faults_of(f"{text}titel: x\n") == ["Additional properties are not allowed ('titel' was unexpected)"]


def test_the_guide_names_all_that_a_template_sees() -> None:
    guide = (REPOSITORY / "docs/theme.md").read_text("utf-8")
    names = make_site_environment(Sources(files={}), "https://example.org/", finder="f").globals.keys()
    jinja = {"range", "dict", "lipsum", "cycler", "joiner", "namespace", "gettext", "ngettext", "pgettext", "npgettext"}
    assert [
        name for name in names - jinja if f"`{name}" not in guide and f"`{name}(" not in guide and name != "_"
    ] == []
