"""What robots and hosts read: the sitemap, `robots.txt`, and the file that GitHub Pages looks for."""

from collections.abc import Iterator

from generator.output import Output
from generator.pages.site import Site
from generator.urls import canonical

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def plan_host_files(site: Site) -> Iterator[Output]:
    """Yield the files for robots and hosts, none of which a reader sees."""
    yield _fixed("sitemap.xml", _sitemap(site))
    yield _fixed("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {canonical(site.base_url, '/sitemap.xml')}\n")
    yield _fixed(".nojekyll", "")  # everything is served as it is


def _fixed(path: str, text: str) -> Output:
    return Output(path=path, key=text, render=text.encode)


def _sitemap(site: Site) -> str:
    urls = (canonical(site.base_url, page.url) for page in site.planned if page.url.endswith("/"))
    entries = "".join(f"<url><loc>{url}</loc></url>\n" for url in urls)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{SITEMAP}">\n{entries}</urlset>\n'
