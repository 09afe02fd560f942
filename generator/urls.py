"""Site URLs: absolute within the site and without the base path, as `/countries/kazakhstan/`."""

from urllib.parse import urlsplit


def country_url(slug: str) -> str:
    """Return the URL of a profile: `/countries/kazakhstan/`."""
    return f"/countries/{slug}/"


def indicator_url(indicator: str) -> str:
    """Return the URL of an indicator's page: `/indicators/population/`."""
    return f"/indicators/{indicator}/"


def essay_url(slug: str) -> str:
    """Return the URL of an essay: `/essays/kazakhstan-soft-power/`."""
    return f"/essays/{slug}/"


def base_path(base_url: str) -> str:
    """Return the path below which the site lives, without a final slash: `/profiles`, or an empty string."""
    return urlsplit(base_url).path.rstrip("/")


def href(base: str, url: str) -> str:
    """Return `url` below the base path: `/profiles/countries/kazakhstan/`; other addresses stay as they are."""
    return f"{base}{url}" if url.startswith("/") and not url.startswith("//") else url


def canonical(base_url: str, url: str) -> str:
    """Return the absolute address of a page: `https://example.org/profiles/countries/kazakhstan/`."""
    return base_url.rstrip("/") + url


def output_path(url: str) -> str:
    """Return the file that answers a URL: `countries/kazakhstan/index.html`, `404.html`."""
    path = url.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path
