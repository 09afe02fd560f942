"""What profiles begin with where `site.yaml` says so: `headline`, with the words of the narrative."""

from collections.abc import Iterator
from dataclasses import replace

from generator.config import SiteConfig
from generator.content.narrative import NARRATIVE, Narrative
from generator.data.dataset import Dataset
from generator.data.loading.codes import unknown_indicator
from generator.diagnostics import Diagnostic
from generator.rules import Rule
from generator.sources.files import Sources
from generator.sources.yaml_file import locate


def load_headline(
    sources: Sources, config: SiteConfig, dataset: Dataset, narrative: Narrative, *, sound: bool
) -> tuple[Narrative, tuple[Diagnostic, ...]]:
    """Return the narrative with the headline, and a problem for each indicator without words.

    A narrative that is not `sound` has none because of its own faults, which are said already.
    """
    problems = tuple(_check(sources, config, dataset, narrative if sound else None))
    phrases = tuple(phrase for each in config.headline if (phrase := narrative.phrase_of(each)))
    return (narrative if problems else replace(narrative, headline=phrases)), problems


def _check(sources: Sources, config: SiteConfig, dataset: Dataset, narrative: Narrative | None) -> Iterator[Diagnostic]:
    for at, indicator in enumerate(config.headline):
        where = locate(sources.files["site.yaml"], "headline", at)
        if indicator not in dataset.catalog.indicators:
            yield unknown_indicator(where, indicator, dataset)
        elif narrative is not None and narrative.phrase_of(indicator) is None:
            message = f"{NARRATIVE} has no words for '{indicator}'."
            hint = f"Add `- {{indicator: {indicator}, noun: …}}` to a section there."
            yield Diagnostic(rule=Rule.YAML_VALUE, location=where, message=message, hint=hint)
