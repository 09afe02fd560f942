"""What a person asks about, by an address or a path, and the page or file that is meant."""

from collections.abc import Mapping
from dataclasses import replace

from generator.outputs.made_of import PageStory, Story
from generator.terminal.asked_page import find_file, find_gone, find_page

KAZ = "/countries/kazakhstan/"
PAGE = PageStory(texts="", files=(), planned=True, differs=())
STORY = Story(
    pages={
        "/": replace(PAGE, files=("index.html",)),
        KAZ: replace(PAGE, files=("countries/kazakhstan/index.html", "countries/kazakhstan/charts.svg")),
    },
    others={"countries/kazakhstan/data.csv": "data", "robots.txt": "", "moved/index.html": ""},
    gone=("/essays/of-before/",),
    base="/country-profiles",
)


def test_pages_and_files_are_found_as_readers_name_them() -> None:
    asked: Mapping[str, str | None] = {
        KAZ: KAZ,
        "countries/kazakhstan/": KAZ,
        "site/countries/kazakhstan/index.html": KAZ,
        "countries/kazakhstan/charts.svg": KAZ,
        "/countries/kazakhstan": KAZ,
        "http://127.0.0.1:8000/country-profiles/countries/kazakhstan/": KAZ,
        "https://example.org/countries/kazakhstan/#economy": KAZ,
        "https://example.org/country-profiles/": "/",
        "https://example.org/country-profiles": "/",
        "https://example.org/another-folder/countries/kazakhstan/": KAZ,
        "https://example.org/another-folder/": None,
        "https://example.org/nowhere": None,
        "http://[x": None,
        "countries/nowhere/": None,
        "countries/kazakhstan/data.csv": None,
    }
    assert {name: find_page(STORY, name) for name in asked} == asked
    assert find_file(STORY, "site/countries/kazakhstan/data.csv") == "countries/kazakhstan/data.csv"
    assert find_file(STORY, "static/robots.txt") == "robots.txt"
    assert find_file(STORY, KAZ) is None
    assert find_file(STORY, "/moved/") == "moved/index.html"
    assert find_file(STORY, "countries/nowhere/data.csv") is None


def test_a_page_that_only_the_build_before_had_is_found_as_gone() -> None:
    assert find_gone(STORY, "site/essays/of-before/index.html") == "/essays/of-before/"
    assert find_gone(STORY, KAZ) is None


def test_an_address_at_the_root_of_a_host_means_the_page_at_its_whole_path() -> None:
    files = {"/": "index.html", "/zed/": "zed/index.html", "/about/": "about/index.html"}
    root = Story(pages={url: replace(PAGE, files=(path,)) for url, path in files.items()}, gone=("/old/",))
    asked = {
        "https://example.org/zed/": "/zed/",
        "https://example.org/zed": "/zed/",
        "https://example.org/": "/",
        "https://example.org": "/",
        "https://example.org/nowhere/": None,
        "https://example.org/zed/about/": None,
    }
    assert {name: find_page(root, name) for name in asked} == asked
    assert find_page(replace(root, base="/zed"), "https://example.org/zed/about/") == "/about/"
    assert find_page(replace(root, base="/zed"), "https://example.org/zed/") == "/"
    assert find_gone(root, "https://example.org/old/") == "/old/"
    assert find_gone(root, "https://example.org/x/old/") is None
