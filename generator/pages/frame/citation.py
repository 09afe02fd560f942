"""Citations of a page and its data by the conventions of data publishers."""

import re
from collections.abc import Iterable, Sequence

from generator.config import SiteConfig
from generator.data.catalog import Origin, sources_in_line
from generator.data.dataset import Dataset
from generator.formatting import format_authors, format_date
from generator.messages import gettext as _
from generator.pages.frame.bibtex import bibtex_entry
from generator.pages.frame.provenance import attributions, origins_of
from generator.pages.records.parts import Citation
from generator.urls import canonical

HOST = re.compile(r"^[a-z0-9.-]+\.[a-z]+/")
"""The start of an address after its scheme."""


def plan_citation(
    config: SiteConfig,
    dataset: Dataset,
    *,
    authors: tuple[str, ...],
    title: str,
    url: str,
    used: Iterable[tuple[str, str]],
) -> Citation:
    """Return the citation of the page with its BibTeX entry, and of the data in line and in full."""
    pairs = tuple(used)
    address, sources = canonical(config.base_url, url), attributions(dataset, pairs)
    inline = _("{sources} – with processing by {site}").format(sources=sources, site=config.title) if sources else ""
    by = format_authors(authors or (config.publisher.name,))
    return Citation(
        page=f"{by} ({config.edition.year}). “{title}”. {config.title}. {address}",
        bibtex=bibtex_entry(config, authors, title, url),
        inline=inline,
        data=f"{inline}. “{title}” [dataset]. {_originals(dataset, pairs, address)}" if inline else "",
    )


def _originals(dataset: Dataset, used: Iterable[tuple[str, str]], address: str) -> str:
    """Return the producers, and the date and source of our copy."""
    origins = [dataset.catalog.origins[o] for o in origins_of(dataset, used)]
    names = _("{originals} [original data]").format(originals=_named(origins))
    if len(origins) == 1:
        return f"{names}. {_retrieved(origins[0])}"
    days = sorted(origin.date_accessed for origin in origins if origin.date_accessed)
    dated = len(days) == len(origins)
    text = (
        _("Retrieved {first} to {last}, each copy as named at {address}")
        if dated
        else _("Retrieved {first} to {last} as far as dated, each copy as named at {address}")
        if days
        else _("Retrieved from the copies named at {address}")
    )
    first, last = (format_date(day) for day in (days[0], days[-1])) if days else ("", "")
    return f"{names}. {text.format(first=first, last=last, address=f'{address}#sources')}"


def _retrieved(origin: Origin) -> str:
    """Return the date, as far as known, and the source of our copy."""
    address = HOST.sub(r"https://\g<0>", origin.retrieved_from)
    if origin.date_accessed is None:
        return _("Retrieved from {address}").format(address=address)
    return _("Retrieved {date} from {address}").format(date=format_date(origin.date_accessed), address=address)


def _named(origins: Sequence[Origin]) -> str:
    """Return `Producer, “Dataset version”` of each, from the fourth on `and other sources`."""
    names = [f"{origin.producer}, “{origin.edition}”" for origin in origins]
    return sources_in_line(names)
