"""What profiles begin with: indicators that `site.yaml` names, in the words of the narrative."""

from pathlib import Path
from shutil import copytree

from generator.claims.bound import BoundValue
from generator.config import load_config
from generator.content.headline import load_headline
from generator.content.layout import load_layout
from generator.content.narrative import NARRATIVE, Narrative, load_narrative
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.diagnostics import Diagnostic
from generator.pages.sentences.plan import plan_headline
from generator.sources.read import read_sources

WORDS = """\
sections:
  people:
    - {indicator: life_expectancy, noun: life expectancy, unit: years}
    - {indicator: gdp_per_head_ppp, noun: output per head}
"""


def loaded(starter: Path, folder: Path, line: str) -> tuple[Dataset, Narrative, tuple[Diagnostic, ...]]:
    """Return data, words and problems of a project with this line in its settings."""
    settings = copytree(starter, folder / "project") / "site.yaml"
    (settings.parent / NARRATIVE).write_text(WORDS, "utf-8")
    settings.write_text(f"{line}\n{settings.read_text('utf-8')}", "utf-8")
    sources, _ = read_sources(settings.parent)
    config, problems = load_config(sources)
    assert config is not None, problems
    dataset, _ = load_dataset(sources, config)
    assert dataset is not None
    layout, _ = load_layout(sources, dataset)
    narrative, _ = load_narrative(sources, dataset, layout)
    return dataset, *load_headline(sources, config, dataset, narrative, sound=True)


def test_profiles_begin_with_the_indicators_named(starter: Path, tmp_path: Path) -> None:
    dataset, narrative, problems = loaded(starter, tmp_path, "headline: [life_expectancy, gdp_per_head_ppp]")
    assert not problems
    said = plan_headline(dataset, narrative, dataset.profiles[0])
    figures = [part for part in said if isinstance(part, BoundValue)]
    assert figures[0].indicator == "life_expectancy"
    assert {each.indicator for each in figures} == {"life_expectancy", "gdp_per_head_ppp"}


def test_an_indicator_without_words_is_told_at_its_place(starter: Path, tmp_path: Path) -> None:
    _dataset, narrative, problems = loaded(starter, tmp_path, "headline: [populaton, population]")
    assert [(str(each.location), each.rule.value, each.message) for each in problems] == [
        ("site.yaml:1:12", "indicator-unknown", problems[0].message),
        ("site.yaml:1:23", "yaml-value", f"{NARRATIVE} has no words for 'population'."),
    ]
    assert narrative.headline == ()
