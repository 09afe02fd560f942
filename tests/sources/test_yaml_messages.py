"""What is wrong in YAML is answered with what to write there.

Keys known at the place and values of the kind are named.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, Literal

import pytest
from pydantic import Field, TypeAdapter

from generator.identity.settings import Colours, Logo
from generator.sources.files import Source
from generator.sources.shapes import StrictModel
from generator.sources.yaml_file import parse_yaml
from generator.sources.yaml_messages import EXAMPLES
from scripts.reference.files import YAML_FILES
from scripts.reference.keys import YamlFile


class Part(StrictModel):
    title: str = ""
    unit: str = ""


class Whole(StrictModel):
    name: str = ""
    parts: tuple[Part, ...] = ()
    by_name: dict[str, Part] | None = None


class Named(StrictModel):
    name: str
    year: int


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("nane: a\nyear: 1\n", ["Unknown key 'nane'."]),
        ("nane: a\n", ["Unknown key 'nane'.", "year: this key is missing"]),
        ("title: a\nyear: 1\n", ["Unknown key 'title'.", "name: this key is missing"]),
    ],
)
def test_a_misspelt_key_is_not_missing_too(text: str, messages: list[str]) -> None:
    problems = parse_yaml(Source(path="a.yaml", data=text.encode()), Named)[1]
    assert sorted(problem.message.rstrip(".") for problem in problems) == sorted(m.rstrip(".") for m in messages)


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("xyzzy: 1\n", 1, "Remove it; known here: name, parts, by_name."),
        ("nane: a\n", 1, "Did you mean 'name'?"),
        ("parts: [{xyzzy: 1}]\n", 10, "Remove it; known here: title, unit."),
        ("parts: [{units: a}]\n", 10, "Did you mean 'unit'?"),
        ("by_name: {a: {titel: b}}\n", 15, "Did you mean 'title'?"),
        ("by_name: {a: {name: b}}\n", 15, "Remove it; known here: title, unit."),
        ("title: a\n", 1, "Remove it; known here: name, parts, by_name."),
    ],
)
def test_what_is_known_at_the_place_of_an_unknown_key_is_told(text: str, column: int, hint: str) -> None:
    _read, (problem,) = parse_yaml(Source(path="a.yaml", data=text.encode()), Whole)
    assert (problem.rule.value, problem.location.column, problem.hint) == ("yaml-unknown-key", column, hint)


class Values(StrictModel):
    kind: Literal["region", "organisation"] = "region"
    day: dt.date = dt.date(2026, 1, 1)
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    title: str = ""
    names: tuple[str, ...] = ("a",)
    parts: Annotated[tuple[Part, ...], Field(min_length=1)] = (Part(),)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("kind: organization\n", "Did you mean 'organisation'?"),
        ("kind: club\n", "Write one of these."),
        ("day: 2025-02-30\n", "Write a day of the calendar: year-month-day."),
        ("decimals: 99\n", "The limit is 6."),
        ("decimals: two\n", "Write it in digits, as 2."),
        ("title:\n", "Write it after the colon, or remove the key."),
        ("title: 5\n", "Put it into quotes to make it a text."),
        ("names: Me\n", "Write a list, as [one, two]."),
        ("parts: []\n", "Name at least one."),
        ("parts: [{title: 5}]\n", "Put it into quotes to make it a text."),
        ("- a\n", "Write keys and values, as title: Text."),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_once_with_its_remedy(text: str, hint: str) -> None:
    _read, (problem,) = parse_yaml(Source(path="a.yaml", data=text.encode()), Values)
    assert (problem.rule.value, problem.hint) == ("yaml-value", hint)


def forms_of(schema: object) -> Iterator[str]:
    """Yield the forms of texts anywhere within a schema."""
    if isinstance(schema, dict):
        yield from (
            form for form in (schema.get("pattern"), *schema.get("patternProperties", ())) if isinstance(form, str)
        )
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    for each in inner:
        yield from forms_of(each)


@pytest.mark.parametrize("file", YAML_FILES, ids=lambda file: str(file.name))
def test_every_form_of_a_text_has_an_example(file: YamlFile) -> None:
    forms = set(forms_of(TypeAdapter(file.model).json_schema()))
    assert [form for form in forms if not any(re.search(form, text) for text in EXAMPLES)] == []


@pytest.mark.parametrize(
    ("text", "model", "hint"),
    [
        ("accent: red\n", Colours, "Write a colour as #1a2b3c, with six digits from 0 to f"),
        (
            "light: logo.svg\nalt: A\n",
            Logo,
            "Write a picture of the project, an SVG or a PNG, as static/logo.svg",
        ),
    ],
)
def test_a_form_is_told_in_words(text: str, model: type[StrictModel], hint: str) -> None:
    _read, (problem,) = parse_yaml(Source(path="a.yaml", data=text.encode()), model)
    assert problem.hint == hint
