"""Site URLs: absolute within the site and without the base path, as `/countries/kazakhstan/`."""

import re
from collections.abc import Sequence
from unicodedata import normalize
from urllib.parse import urlsplit

ADDRESS = r"^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?$"
"""The form of a site's address: a host and a plain path, without query, fragment, dots, percents."""


def country_url(slug: str, path: str = "countries") -> str:
    """Return the URL of a profile: `/countries/kazakhstan/`, by its kind's path `/regions/almaty/`."""
    return f"/{path}/{slug}/"


def indicator_url(indicator: str) -> str:
    """Return the URL of an indicator's page: `/indicators/population/`."""
    return f"/indicators/{indicator}/"


def essay_url(slug: str) -> str:
    """Return the URL of an essay: `/essays/kazakhstan-soft-power/`."""
    return f"/essays/{slug}/"


def issue_url(issue: str) -> str:
    """Return the URL of an issue of briefs: `/briefs/2021-01/`."""
    return f"/briefs/{issue}/"


def topic_url(topic: str) -> str:
    """Return the URL of a topic's page: `/topics/health/`."""
    return f"/topics/{topic}/"


def group_url(group: str) -> str:
    """Return the URL of a region's or organisation's page: `/groups/central-asia/`."""
    return f"/groups/{group}/"


def index_url(index: str) -> str:
    """Return the URL of a composite index: `/indices/soft-power/`."""
    return f"/indices/{index}/"


def index_node_url(index: str, node: str) -> str:
    """Return the URL of a node of an index: `/indices/soft-power/culture/`."""
    return f"/indices/{index}/{node}/"


def index_method_url(index: str) -> str:
    """Return the URL of the page that says how an index is made: `/indices/soft-power/method/`."""
    return f"/indices/{index}/method/"


def compare_url(codes: Sequence[str] = ()) -> str:
    """Return the URL that compares countries: `/compare/?c=KAZ,UZB`, without any `/compare/`."""
    return f"/compare/?c={','.join(codes)}" if codes else "/compare/"


def slug_of(name: str) -> str:
    """Return a name as part of a URL, `central-asia`: letters without marks, hyphens between."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def base_path(base_url: str) -> str:
    """Return the path below which the site lives, without a final slash: `/profiles`, or an empty string."""
    return urlsplit(base_url).path.rstrip("/")


def href(base: str, url: str) -> str:
    """Return `url` below the base path, `/profiles/countries/kazakhstan/`; foreign ones unchanged."""
    return f"{base}{url}" if url.startswith("/") and not url.startswith("//") else url


def canonical(base_url: str, url: str) -> str:
    """Return the absolute address of a page: `https://example.org/profiles/countries/kazakhstan/`."""
    return base_url.rstrip("/") + url


def output_path(url: str) -> str:
    """Return the file that answers a URL: `countries/kazakhstan/index.html`, `404.html`."""
    path = url.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path
