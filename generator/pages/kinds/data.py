"""The page about the data: what may be downloaded, in which form, under which terms."""

from generator.data.dataset import Dataset
from generator.data.statuses import status_meanings
from generator.messages import gettext as _
from generator.pages.blocks.revisions import changes_link
from generator.pages.downloads.metadata import Published
from generator.pages.downloads.schema_org import catalog_thing
from generator.pages.frame.frame import data_link, plan_frame
from generator.pages.kinds.indexes import plan_withheld
from generator.pages.kinds.reading import reading_link
from generator.pages.kinds.topic import indicator_item
from generator.pages.project import Project
from generator.pages.records.page import DataPage
from generator.pages.records.parts import LegendEntry, country_link
from generator.pages.records.rows import ListGroup


def plan_data(project: Project) -> DataPage:
    """Return the page with every file of data, the meaning of the columns and marks, and the licences."""
    dataset, link = project.dataset, data_link()
    summary = _("Every figure on this site as CSV and JSON, with its source and licence, at addresses that stay.")
    return DataPage(
        frame=plan_frame(
            project.config,
            title=link.text,
            description=summary,
            url=link.url,
            trail=(link,),
            things=(catalog_thing(Published(config=project.config, dataset=dataset)),),
        ),
        title=link.text,
        summary=summary,
        groups=tuple(
            ListGroup(title=dataset.catalog.topics[topic].title, items=tuple(indicator_item(dataset, i) for i in known))
            for topic, known in dataset.indicators_by_topic()
            if known
        ),
        countries=tuple(country_link(dataset.countries[code]) for code in dataset.pages),
        statuses=tuple(LegendEntry(mark=mark, meaning=text) for mark, text in status_meanings(dataset).items()),
        reading=reading_link(),
        changes=changes_link(),
        codes=_codes(dataset),
        table=f"{dataset.entities.path}.csv",
        of_states=dataset.entities.of_states,
        parquet=project.config.parquet,
        licences=_licences(dataset),
        withheld=plan_withheld(dataset),
    )


def _codes(dataset: Dataset) -> str:
    """Return what the codes are, in a sentence."""
    if dataset.entities.of_states:
        return _("ISO 3166-1 code of three letters; XKX is Kosovo.")
    return _("The code of a country, of {codes}.").format(codes=dataset.entities.codes)


def _licences(dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """Return each licence with the producers under it, both in catalog order."""
    used = {origin for indicator in dataset.catalog.indicators.values() for origin in indicator.origins}
    licences: dict[str, dict[str, None]] = {}
    for name, origin in dataset.catalog.origins.items():
        if name in used:
            licences.setdefault(origin.license, {})[origin.producer] = None
    return tuple((licence, ", ".join(producers)) for licence, producers in licences.items())
