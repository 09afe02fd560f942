"""The title of an old address's page is that of the page it leads to, mostly without planning that."""

from dataclasses import replace
from html import escape
from pathlib import Path

import pytest

from generator.content.redirects import Redirect
from generator.data.memoised import FACT, Asked, traced
from generator.diagnostics import Location
from generator.memo import Memo
from generator.outputs.redirects import plan_redirects
from generator.pages.site import Site
from tests.projects import prepared

HERE = Location(path="content/redirects.yaml")


@pytest.fixture(scope="module")
def site(starter: Path) -> Site:
    found = prepared(starter).site
    assert found is not None
    return found


def leading_to(site: Site, *urls: str) -> list[str]:
    redirects = tuple(Redirect(old=f"/old{url}", new=url, location=HERE) for url in urls)
    return [output.render().decode() for output in plan_redirects(replace(site, redirects=redirects))]


def test_the_titles_are_those_of_the_pages(site: Site) -> None:
    urls = [url for url in site.by_url if url != "/404.html"]
    titles = [site.page(site.by_url[url]).frame.title for url in urls]
    pages = leading_to(site, *urls)
    assert [
        url for url, title, text in zip(urls, titles, pages, strict=True) if f"<h1>{escape(title)}</h1>" not in text
    ] == []


def test_no_profile_essay_or_indicator_is_planned_for_its_title(site: Site) -> None:
    def asked(*urls: str) -> Asked:
        found = traced(site.dataset, lambda: leading_to(replace(site, memo=Memo()), *urls))[1]
        return frozenset(question for question in found if question[0] != FACT)

    assert not asked("/countries/kazakhstan/", "/indicators/population/", "/about/")
    assert asked("/countries/")
