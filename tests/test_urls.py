import re

import pytest

from generator.urls import ADDRESS, base_path, canonical, href, output_path


@pytest.mark.parametrize(
    ("base_url", "path"),
    [
        ("https://example.org", ""),
        ("https://example.org/", ""),
        ("https://example.org/profiles/", "/profiles"),
        ("https://example.org/a/b", "/a/b"),
    ],
)
def test_base_path(base_url: str, path: str) -> None:
    assert base_path(base_url) == path


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/countries/", "/p/countries/"),
        ("#notes", "#notes"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
    ],
)
def test_href_prefixes_only_our_own(url: str, expected: str) -> None:
    assert href("/p", url) == expected


@pytest.mark.parametrize(
    ("base_url", "sound"),
    [("https://example.org/a-b/c_d/", True), ("https://example.org/a%20b/", False), ("https://example.org/../", False)],
)
def test_where_a_site_may_live(base_url: str, *, sound: bool) -> None:
    assert bool(re.match(ADDRESS, base_url)) is sound


def test_canonical() -> None:
    assert canonical("https://example.org/p/", "/countries/") == "https://example.org/p/countries/"


@pytest.mark.parametrize(("url", "path"), [("/", "index.html"), ("/a/b/", "a/b/index.html"), ("/404.html", "404.html")])
def test_output_path(url: str, path: str) -> None:
    assert output_path(url) == path
