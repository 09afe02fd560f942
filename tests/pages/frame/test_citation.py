"""Citations in the words that data publishers use, and BibTeX that BibTeX reads."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.config import SiteConfig, load_config
from generator.data.catalog import Origin
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.pages.blocks.values import attribution
from generator.pages.downloads.metadata import about_origin
from generator.pages.frame.citation import plan_citation
from generator.pages.frame.provenance import plan_sources
from generator.sources.read import read_sources


@pytest.fixture(scope="module")
def project(starter: Path) -> tuple[SiteConfig, Dataset]:
    sources, _ = read_sources(starter)
    config, _ = load_config(sources)
    assert config
    dataset, _ = load_dataset(sources, config)
    assert dataset
    return config.model_copy(update={"title": "Profiles", "base_url": "https://example.org/p"}), dataset


def one_origin(dataset: Dataset, **changes: object) -> Dataset:
    """Return the dataset with one indicator's origin changed."""
    name = dataset.indicator("life_expectancy").origins[0]
    catalog = dataset.catalog
    origins = {**catalog.origins, name: replace(catalog.origins[name], **changes)}  # type: ignore[arg-type]  # named fields
    return replace(dataset, catalog=replace(catalog, origins=origins))


def test_one_origin_is_cited_in_full(project: tuple[SiteConfig, Dataset]) -> None:
    config, dataset = project
    changed = one_origin(
        dataset,
        producer="UN DESA",
        title="Prospects",
        vintage="2024",
        year=2024,
        retrieved_from="github.com/a/b",
        date_accessed=date(2026, 3, 1),
    )
    used = ((dataset.indicator("life_expectancy").origins[0], "life_expectancy"),)
    made = plan_citation(config, changed, authors=("Ann Li", "Bo Xu"), title="Life", url="/indicators/life/", used=used)
    year = config.edition.year
    assert made.page == f"Ann Li and Bo Xu ({year}). “Life”. Profiles. https://example.org/p/indicators/life/"
    assert made.inline == "UN DESA (2024) – with processing by Profiles"
    assert made.data == (
        "UN DESA (2024) – with processing by Profiles. “Life” [dataset]. UN DESA, “Prospects 2024” [original data]. "
        "Retrieved 1 March 2026 from https://github.com/a/b"
    )


def test_a_copy_without_a_date_is_cited_without_one(project: tuple[SiteConfig, Dataset]) -> None:
    config, dataset = project
    name = dataset.indicator("life_expectancy").origins[0]
    undated = one_origin(dataset, retrieved_from="github.com/a/b", date_accessed=None)
    one = plan_citation(config, undated, authors=(), title="Life", url="/x/", used=((name, "life_expectancy"),))
    assert one.data.endswith("[original data]. Retrieved from https://github.com/a/b")
    assert "Retrieved on" not in [
        fact.label for block in plan_sources(undated, ((name, "life_expectancy"),)) for fact in block.fields
    ]


def test_an_edition_without_a_year_is_cited_without_one(project: tuple[SiteConfig, Dataset]) -> None:
    config, dataset = project
    unknown = one_origin(dataset, producer="World Bank", title="Prospects", vintage="Prospects as copied", year=None)
    used = ((dataset.indicator("life_expectancy").origins[0], "life_expectancy"),)
    made = plan_citation(config, unknown, authors=(), title="Life", url="/x/", used=used)
    assert made.inline == "World Bank (n.d.) – with processing by Profiles"
    assert "World Bank, “Prospects as copied” [original data]" in made.data
    origin = unknown.catalog.origins[used[0][0]]
    assert "year" not in about_origin(origin)
    observation = next(o for o in unknown.series("life_expectancy", "KAZ").observations if o.text)
    assert attribution(unknown, observation) == "World Bank (n.d.)"


def test_many_origins_of_which_one_has_no_date_are_dated_as_far_as_known(
    project: tuple[SiteConfig, Dataset],
) -> None:
    config, dataset = project
    dated = replace(next(iter(dataset.catalog.origins.values())), id="b", date_accessed=date(2026, 3, 1))
    undated = replace(dated, id="a", date_accessed=None)
    used = (("a", "life_expectancy"), ("b", "life_expectancy"))

    def data(**origins: Origin) -> str:
        catalog = replace(dataset.catalog, origins=origins)
        held = replace(dataset, catalog=catalog)
        return plan_citation(config, held, authors=(), title="All", url="/x/", used=used).data

    at = "named at https://example.org/p/x/#sources"
    assert data(a=undated, b=dated).endswith(
        f"Retrieved 1 March 2026 to 1 March 2026 as far as dated, each copy as {at}"
    )
    assert data(a=undated, b=replace(undated, id="b")).endswith(f"Retrieved from the copies {at}")


def test_many_origins_are_named_to_the_third_and_dated_by_their_span(project: tuple[SiteConfig, Dataset]) -> None:
    config, dataset = project
    used = tuple((o, i.id) for i in dataset.catalog.indicators.values() for o in i.origins)
    made = plan_citation(config, dataset, authors=(), title="All", url="/x/", used=used)
    assert made.page.startswith(f"{config.publisher.name} (")
    assert made.data.endswith("each copy as named at https://example.org/p/x/#sources")
    assert made.data.count("“") <= 4


def test_without_data_there_is_no_citation_of_data(project: tuple[SiteConfig, Dataset]) -> None:
    config, dataset = project
    made = plan_citation(config, dataset, authors=(), title="About", url="/about/", used=())
    assert (made.inline, made.data) == ("", "")
