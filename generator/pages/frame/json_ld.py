"""Structured data: schema.org as JSON-LD, made from the page's record."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Mapping, Sequence

from generator.data.countries import Country
from generator.pages.records.parts import ImageFigure, Link
from generator.urls import canonical

Thing = Mapping[str, object]


def json_ld(*things: Thing) -> str:
    """Return the things as one JSON-LD text that cannot end a script element."""
    graph = {"@context": "https://schema.org", "@graph": list(things)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def script_hash(text: str) -> str:
    """Return the script's source in a content security policy: `sha256-…`."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def breadcrumbs(base_url: str, trail: tuple[Link, ...]) -> tuple[Thing, ...]:
    """Return the trail as a BreadcrumbList, nothing where there is none."""
    items = [
        {"@type": "ListItem", "position": at, "name": link.text, "item": canonical(base_url, link.url)}
        for at, link in enumerate(trail, start=1)
    ]
    return ({"@type": "BreadcrumbList", "itemListElement": items},) if items else ()


def country_thing(country: Country, url: str) -> Thing:
    """Return a profile's subject, a Country or an AdministrativeArea: name, other names, code."""
    names = sorted({name for _language, name in country.native_names} - {country.name})
    return {
        "@type": type_of(country),
        "name": country.name,
        "alternateName": names,
        "identifier": country.code,
        "url": url,
    }


def type_of(country: Country) -> str:
    """Return the type of schema.org that a country, or what stands in its place, has."""
    return "Country" if country.path == "countries" else "AdministrativeArea"


def issue_thing(title: str, items: Sequence[tuple[str, str, str]], url: str) -> Thing:
    """Return an issue of briefs as a list of news articles, given as headline, date and URL."""
    articles = [{"@type": "NewsArticle", "headline": h, "datePublished": day, "url": at} for h, day, at in items]
    listed = [{"@type": "ListItem", "position": n, "item": item} for n, item in enumerate(articles, start=1)]
    return {"@type": "ItemList", "name": title, "url": url, "itemListElement": listed}


def image_thing(image: ImageFigure, base_url: str) -> Thing:
    """Return an image as an ImageObject with its credit."""
    about = {
        "description": image.alt,
        "caption": image.caption,
        "isBasedOn": image.source,
        "license": image.licence_url,
    }
    return {
        "@type": "ImageObject",
        "url": canonical(base_url, image.url),
        "width": image.width,
        "height": image.height,
        "creditText": image.credit,
        "copyrightNotice": image.licence,
        **{name: text for name, text in about.items() if text},
    }


def article_thing(
    *,
    title: str,
    summary: str,
    authors: tuple[str, ...],
    publisher: str,
    day: str,
    url: str,
    image: Thing | None = None,
) -> Thing:
    """Return an essay as an Article."""
    house = {"@type": "Organization", "name": publisher}
    # Only of the publisher is it known what it is: a name does not tell a person from an institution.
    people = [house if name == publisher else {"@type": "Thing", "name": name} for name in authors]
    found = {"@type": "Article", "headline": title, "description": summary, "author": people, "url": url}
    return {
        **found,
        "publisher": house,
        "mainEntityOfPage": url,
        **({"datePublished": day} if day else {}),
        **({"image": image} if image else {}),
    }
