"""Where a page's figures came from, and how to cite the page and the data."""

from collections.abc import Iterable, Mapping

from generator.config import SiteConfig
from generator.data.catalog import Origin
from generator.data.dataset import Dataset
from generator.formatting import format_date, format_list
from generator.messages import gettext as _
from generator.pages.parts import Citation, Fact, Link, SourceBlock
from generator.urls import canonical, indicator_url


def origins_of(dataset: Dataset, used: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Return the indicators of each origin, in catalog order, from pairs of origin and indicator id."""
    pairs = set(used)
    catalog = dataset.catalog
    by_origin = {o: tuple(i for i in catalog.indicators if (o, i) in pairs) for o in catalog.origins}
    return {origin: indicators for origin, indicators in by_origin.items() if indicators}


def plan_sources(dataset: Dataset, used: Iterable[tuple[str, str]]) -> tuple[SourceBlock, ...]:
    """Return a block for each origin used on a page, in catalog order."""
    return tuple(_block(dataset, *item) for item in origins_of(dataset, used).items())


def _block(dataset: Dataset, origin_id: str, indicators: tuple[str, ...]) -> SourceBlock:
    origin = dataset.catalog.origins[origin_id]
    return SourceBlock(
        id=f"source-{origin_id.replace('_', '-')}",
        title=f"{origin.producer} – {origin.title}",
        description=origin.transformation,
        fields=_fields(origin),
        indicators=tuple(
            Link(text=dataset.indicator(i).short_title or dataset.indicator(i).title, url=indicator_url(i))
            for i in indicators
        ),
    )


def _fields(origin: Origin) -> tuple[Fact, ...]:
    """Return the fields in the order readers expect; what is not known is left out."""
    pairs = (
        (_("Published by"), origin.producer),
        (_("Vintage"), origin.vintage),
        (_("Retrieved on"), format_date(origin.date_accessed)),
        (_("Retrieved from"), f"{origin.retrieved_from}, {_('commit')} {origin.commit[:12]}" if origin.commit else ""),
        (_("Producer’s page"), origin.url),
        (_("Citation"), origin.citation),
        (_("Licence"), origin.license),
    )
    return tuple(Fact(label=label, value=value) for label, value in pairs if value)


def attributions(dataset: Dataset, used: Iterable[tuple[str, str]]) -> str:
    """Return the attributions of the origins used: `World Bank (2026); UNDP (2025)`, from four on `and other sources`."""
    origins = [dataset.catalog.origins[o] for o in origins_of(dataset, used)]
    names = tuple(dict.fromkeys(f"{o.producer} ({o.year})" for o in origins))
    return "; ".join(names) if len(names) <= 3 else "; ".join((*names[:3], _("and other sources")))  # noqa: PLR2004


def plan_citation(
    config: SiteConfig,
    dataset: Dataset,
    *,
    authors: tuple[str, ...],
    title: str,
    url: str,
    used: Iterable[tuple[str, str]],
) -> Citation:
    """Return the three citation blocks and the BibTeX entry; dates are the data's and the edition's, never today's."""
    pairs = tuple(used)
    by = format_list(authors or (config.publisher.name,))
    address = canonical(config.base_url, url)
    year = config.edition.year
    sources = attributions(dataset, pairs)
    inline = _("{sources} – with processing by {site}").format(sources=sources, site=config.title) if sources else ""
    return Citation(
        page=f"{by} ({year}). “{title}”. {config.title}. {address}",
        bibtex=_bibtex(config, " and ".join(authors or (config.publisher.name,)), title, url),
        inline=inline,
        data=f"{inline}. “{title}” [dataset]. {_originals(dataset, pairs)}" if inline else "",
    )


def _originals(dataset: Dataset, used: Iterable[tuple[str, str]]) -> str:
    origins = [dataset.catalog.origins[o] for o in origins_of(dataset, used)]
    if len(origins) != 1:
        return _("Original data: see the sources listed on the page, each with its date of access.")
    origin = origins[0]
    return _("{producer}, “{title} {vintage}” [original data]. Retrieved {date} from {address}").format(
        producer=origin.producer,
        title=origin.title,
        vintage=origin.vintage,
        date=format_date(origin.date_accessed),
        address=origin.retrieved_from,
    )


def _bibtex(config: SiteConfig, authors: str, title: str, url: str) -> str:
    key = "-".join(part for part in url.strip("/").split("/") if part) or "home"
    fields = {
        "title": f"{{{title}}}",
        "author": f"{{{authors}}}",
        "year": str(config.edition.year),
        "howpublished": config.title,
        "url": canonical(config.base_url, url),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{key}-{config.edition.year},\n{lines}\n}}"
