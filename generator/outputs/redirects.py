"""Old addresses as small pages that lead on at once, with a link for those who stay."""

from collections.abc import Iterator, Mapping
from html import escape

from generator.content.documents import DocumentKind
from generator.messages import gettext as _
from generator.output import Output
from generator.pages.project import document_url
from generator.pages.site import Site
from generator.urls import base_path, canonical, href, indicator_url, output_path

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url={href}">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{moved} <a href="{href}">{title}</a></p>
</main>
</body>
</html>
"""

WITH_TITLES = (DocumentKind.ESSAY, DocumentKind.PAGE)
"""The kinds of documents whose pages have their titles."""


def plan_redirects(site: Site) -> Iterator[Output]:
    """Yield a page for each old address; it stands in no sitemap, and the search does not read it."""
    titles = _titles(site) if site.redirects else {}
    for redirect in site.redirects:
        title = titles.get(redirect.new) or site.page(site.by_url[redirect.new]).frame.title
        text = _page(site, redirect.new, title)
        yield Output(path=output_path(redirect.old), key=text, render=text.encode)


def _titles(site: Site) -> Mapping[str, str]:
    """Return the titles, by URL, of those pages that need not be planned to know theirs."""
    dataset, project = site.dataset, site.project
    prose = (document for document in project.documents.values() if document.kind in WITH_TITLES)
    return {
        **{dataset.countries[code].url: dataset.countries[code].name for code in dataset.pages},
        **{indicator_url(name): indicator.title for name, indicator in dataset.catalog.indicators.items()},
        **{document_url(document): document.title for document in prose},
    }


def _page(site: Site, url: str, title: str) -> str:
    parts = {
        "language": site.config.language,
        "href": href(base_path(site.base_url), url),
        "canonical": canonical(site.base_url, url),
        "title": title,
        "moved": _("This page has moved:"),
    }
    return PAGE.format(**{name: escape(text) for name, text in parts.items()})
