"""A project that notes what each page reads of it.

That is: of settings, layout, narrative, catalog and statements. What is not named here counts as a whole for every page: see `lasting` in `pages/plan.py`.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from generator.config import SiteConfig
from generator.content.layout import ProfileLayout
from generator.content.narrative import Narrative
from generator.data.dataset import Dataset
from generator.data.facts import facts_of_catalog, facts_of_entries, facts_of_fields, read_by_field
from generator.pages.project import Project

SETTINGS = tuple(SiteConfig.model_fields)
LAYOUT = tuple(field.name for field in fields(ProfileLayout))
NARRATIVE = tuple(field.name for field in fields(Narrative))


def noted_project(project: Project, dataset: Dataset) -> Project:
    """Return the same project, which notes what of it is read; `dataset` are its data that do."""
    return replace(
        project,
        dataset=dataset,
        config=read_by_field("settings", project.config, SETTINGS),
        layout=read_by_field("layout", project.layout, LAYOUT),
        narrative=read_by_field("narrative", project.narrative, NARRATIVE),
    )


def facts_of(project: Project) -> Iterator[tuple[str, Any]]:
    """Yield all that can be noted, by name; `project` is one that notes nothing."""
    yield from ((f"settings/{name}", value) for name, value in project.config.model_dump(mode="json").items())
    yield from facts_of_fields("layout", project.layout, LAYOUT)
    yield from facts_of_fields("narrative", project.narrative, NARRATIVE)
    yield from facts_of_catalog(project.dataset.catalog)
    yield from facts_of_entries("statements", project.dataset.statements)
