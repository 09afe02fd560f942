"""The reference is what the program has."""

import ast
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from generator.content.front_matter import split_front_matter
from generator.imports import receipts
from generator.render.environment import make_site_environment
from generator.sources.files import Sources
from scripts.reference.columns import files as csv_files
from scripts.reference.files import YAML_FILES
from scripts.reference.keys import YamlFile, models_of
from scripts.write_reference import REFERENCE, references
from tests.repository import REPOSITORY

NAMES = sorted(path.name for path in REFERENCE.iterdir())


@cache
def files() -> Mapping[str, str]:
    return references()


def test_every_file_of_the_reference_is_written_and_no_other() -> None:
    assert sorted(files()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_is_up_to_date(name: str) -> None:
    assert (REFERENCE / name).read_text("utf-8") == files()[name], "run `make reference` and look at the difference"


YAML_1_2 = YAML(typ="safe", pure=True)


@pytest.mark.parametrize("file", YAML_FILES, ids=lambda file: file.name)
def test_every_key_says_what_it_means_and_the_example_is_one(file: YamlFile) -> None:
    schema = json.loads(file.schema())
    parts = [part for part in (schema, *schema.get("$defs", {}).values()) if "properties" in part]
    assert parts or file.name == "redirects"
    assert [key for part in parts for key, each in part["properties"].items() if not each["description"].strip()] == []
    example = json.loads(json.dumps(YAML_1_2.load(file.example), default=str))
    assert list(Draft202012Validator(schema).iter_errors(example)) == []
    assert TypeAdapter(file.model).validate_json(json.dumps(example))
    wrong = {**example, "no-such key": {"no-such key": 1}}
    assert list(Draft202012Validator(schema).iter_errors(wrong))


FOUND = {
    "site": "site.yaml",
    "profile": "content/profile.yaml",
    "narrative": "content/narrative.yaml",
    "briefs": "content/briefs/*.yaml",
    "indicators": "data/catalog/indicators/*.yaml",
    "origins": "data/catalog/origins.yaml",
    "topics": "data/catalog/topics.yaml",
    "withheld": "data/catalog/withheld.yaml",
    "groups": "data/groups.yaml",
    "index": "data/indices/*.yaml",
    "redirects": "content/redirects.yaml",
    "claims": "data/claims/*.yaml",
    "scorecard": "data/scorecards/*.yaml",
    "import": "data/imports/*.yaml",
    "country": "content/countries/*.md",
    "essay": "content/essays/*.md",
    "page": "content/pages/*.md",
}
"""Where the files of each page of the reference are in a project."""


def test_new_projects_name_every_schema_to_the_editor() -> None:
    settings = json.loads(
        (REPOSITORY / "generator/starter/files/settings.json").read_text("utf-8"), object_pairs_hook=list
    )
    urls = [(url.rpartition("/")[2], files) for url, files in dict(settings)["yaml.schemas"]]
    named = dict(urls)
    assert len(named) == len(urls)
    yaml = {f"{name}.schema.json": files for name, files in FOUND.items() if files.endswith(".yaml")}
    assert named == {**yaml, "images.schema.json": "content/images.yaml"}


def yaml_of(path: Path) -> str:
    """Return the YAML of a file, of a document its front matter."""
    text = path.read_text("utf-8")
    return split_front_matter(text)[0] or "" if path.suffix == ".md" else text


def test_every_kind_of_file_is_compared_with_real_ones() -> None:
    """No project of this repository has images of its own."""
    assert {file.name for file in YAML_FILES} - set(FOUND) == {"images"}


@pytest.mark.parametrize("name", FOUND)
def test_a_schema_takes_the_files_that_the_program_takes(name: str) -> None:
    schema = Draft202012Validator(json.loads(files()[f"{name}.schema.json"]))
    projects = (REPOSITORY, REPOSITORY / "tests/three_countries", REPOSITORY / "tests/browser/small_site")
    found = [path for project in projects for path in sorted(project.glob(FOUND[name]))]
    assert found
    for path in found:
        text = json.loads(json.dumps(YAML_1_2.load(yaml_of(path)), default=str))
        assert [f"{path}: {fault.message}" for fault in schema.iter_errors(text)] == []


def test_every_model_of_a_project_s_yaml_has_its_page() -> None:
    """Models that only the program writes are left out by name, and what others are made of."""
    elsewhere = {"config._Requirement", "content.front_matter.DocumentMeta", "render.taken.Taken"}
    written = {f"imports.receipts.{name}" for name in vars(receipts)}
    described = {f"{model.__module__}.{model.__name__}" for file in YAML_FILES for model in models_of(file.model)}
    models = {
        ".".join((*path.relative_to(REPOSITORY).with_suffix("").parts, node.name))
        for path in (REPOSITORY / "generator").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(base) in {"StrictModel", "DocumentMeta"} for base in node.bases)
    }
    assert {name.removeprefix("generator.") for name in models - described} - written == elsewhere


def test_every_column_that_the_program_reads_is_described() -> None:
    assert set(csv_files()) == {
        "data/countries.csv",
        "data/observations/<indicator>.csv",
        "data/geo/points.csv",
        "data/lists/world_heritage.csv",
        "data/lists/olympic_medals.csv",
    }
    assert "| `m49` | the number of the United Nations" in files()["columns.md"]


def faults_of(text: str) -> list[str]:
    settings = json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))
    schema = Draft202012Validator(json.loads(files()["site.schema.json"]))
    return [fault.message for fault in schema.iter_errors(settings)]


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
