"""The page or file of the last build that `--explain` asks about, by its address or its path."""

from collections.abc import Iterator
from itertools import chain
from urllib.parse import SplitResult, unquote, urlsplit

from generator.outputs.made_of import Story
from generator.urls import output_path


def find_page(story: Story, asked: str) -> str | None:
    """Return the URL of the page that is asked about, by its address or a file: `site/x/a.svg`."""
    urls = {path: url for url, page in story.pages.items() for path in page.files}
    return next((urls[path] for path in _meant(story, asked) if path in urls), None)


def find_gone(story: Story, asked: str) -> str | None:
    """Return the URL of a page that is asked about and that only the build before had."""
    urls = {output_path(url): url for url in story.gone}
    return next((urls[path] for path in _meant(story, asked) if path in urls), None)


def find_file(story: Story, asked: str) -> str | None:
    """Return the path in the site of a file that is asked about; None if there is none.

    A page's address means the page; what has one and is no page, as a redirect, is found by it.
    """
    own, others = {path for page in story.pages.values() for path in page.files}, frozenset(story.others)
    of_page = (path for path in _paths(story, asked) if path in own)
    return next(chain(of_page, (path for path in _meant(story, asked) if path in others)), None)


def _meant(story: Story, asked: str) -> Iterator[str]:
    """Yield the paths of files that may be meant, the likely first; of an address those that answer it."""
    for path in _paths(story, asked):
        yield from (path, output_path(f"/{path}"), output_path(f"/{path}/"))


def _paths(story: Story, asked: str) -> Iterator[str]:
    """Yield the paths in the site that may be meant: of an address first that below the site's own folder.

    The same site may live in a folder of another name elsewhere: that is left out last, and only before a page.
    """
    whole = _address(asked)
    path = (unquote(whole.path) if whole else asked.removeprefix("site/").removeprefix("static/")).lstrip("/")
    if whole and story.base and f"/{path}/".startswith(f"{story.base}/"):
        yield path[len(story.base) :]
    yield path
    if whole and story.base and (rest := path.partition("/")[2]):
        yield rest


def _address(asked: str) -> SplitResult | None:
    """Return the parts of a whole address; None of a path, and of what cannot be read as one: `http://[x`."""
    try:
        return urlsplit(asked) if "://" in asked else None
    except ValueError:
        return None
