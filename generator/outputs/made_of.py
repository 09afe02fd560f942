"""What each page was made of in the last build, and what of it differed from the build before."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

from generator.cache import Cache, read_json
from generator.content.documents import DocumentKind
from generator.outputs.data.keys import key_of
from generator.outputs.kept import Digests
from generator.outputs.plan import SiteFiles
from generator.outputs.traces import digests_of_facts
from generator.pages.project import Project, document_url
from generator.pages.site import COMMON, PlannedPage
from generator.render.environment import code_digest
from generator.sources.files import Sources
from generator.urls import base_path

OBSERVATIONS = "data/observations/"
FEW_ROWS = 4
"""As many changed figures of a file are named."""

STATE_KEY = "made of"
"""What stands in the state file under this name."""


class Part(StrEnum):
    """What a page can be made of."""

    ADDRESS = "address"
    DATA = "data"
    ANSWERS = "answers"
    """What observations answer to the questions that a page asks of them."""
    ENTRIES = "entries"
    """What it reads of settings, layout, narrative, catalog and statements, each by its name."""
    TITLES = "titles"
    """Those of the sections of profiles, which can be exchanged in a page."""
    MAPS = "maps"
    TEXTS = "texts"
    TEMPLATES = "templates"
    CODE = "code"


RowsApart = Callable[[str], Sequence[tuple[str, int]]]
"""Returns country and year of the rows of an indicator that differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStory:
    """A page in the last build: its texts' digest, its files, whether it was planned and why.

    `differs` has the parts that differ from the build before; None if that did not have the page.
    """

    texts: str
    files: tuple[str, ...]
    planned: bool
    differs: tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The last build: digests of sources and parts, its pages by URL, the files that were made anew."""

    sources: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, PageStory] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    """Files that are no page's own, each with the part that it is of; none if it may be of several."""
    anew: Mapping[str, str] = field(default_factory=dict)
    """Files that were not taken over, each with what it is beside the one before."""
    changed: Mapping[str, str] = field(default_factory=dict)
    """Sources that are new, changed or gone since the build before, by path.

    As `changed: KAZ 2024` or `gone: no /essays/a/ any more`.
    """
    differs: tuple[str, ...] | None = None
    """The parts that all pages share and that differ from the build before; None if there was none."""
    gone: tuple[str, ...] = ()
    """URLs of the pages that the build before had and this one has not."""
    base: str = ""
    """The path below which the site lives: `/profiles`."""
    of_texts: Mapping[str, str] = field(default_factory=dict)
    """URLs of the pages that texts have of their own, by the texts' paths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What is another now than at the last build: sources by path, each with how, and the program or not."""

    changed: Mapping[str, str] = field(default_factory=dict)
    program: bool = False


def tell_since(story: Story, sources: Sources) -> Since:
    """Return what has changed since the last build, whose story is given."""
    changed = _changed(story.sources, _digests_of(sources), lambda _indicator: ())
    gone = {path: f"gone: its page is {url}" for path, url in story.of_texts.items()}
    told = {path: gone.get(path, how) if how == "gone" else how for path, how in changed}
    return Since(changed=told, program=story.parts.get(Part.CODE) != code_digest())


def tell_story(
    files: SiteFiles, anew: Mapping[str, str], before: Story | None, *, derived: Iterable[str] = ()
) -> Story:
    """Return the story of a build that has ended; `anew` are the files it did not take over.

    `derived` are those made from finished pages.
    """
    sources, parts = _digests_of(files.sources), _parts(files)
    known = before or Story()
    differs = tuple(name for name, digest in parts.items() if known.parts.get(name) != digest)
    pages = _pages(files, known, differs)
    own = {path for page in pages.values() for path in page.files}
    changed = _changed(known.sources, sources, files.last.rows_apart) if before else ()
    return Story(
        sources=sources,
        parts=parts,
        pages=pages,
        others={path: kind for path, kind in (*_kinds(files), *((path, "") for path in derived)) if path not in own},
        anew=anew,
        changed={path: _with_page(how, known.of_texts.get(path, ""), pages) for path, how in changed},
        differs=differs if before else None,
        gone=tuple(url for url in known.pages if url not in pages),
        base=base_path(files.site.base_url),
        of_texts=dict(_urls_of_texts(files.site.project)),
    )


def _kinds(files: SiteFiles) -> Iterator[tuple[str, str]]:
    """Yield the path of each file with the part that it is of, if it is no more than that."""
    styles = {output.path for output in files.assets}
    for output in files.all:
        yield (
            output.path,
            Part.DATA if output.path in files.of_data else Part.TEMPLATES if output.path in styles else "",
        )


def _digests_of(sources: Sources) -> Mapping[str, str]:
    """Return digests by path; an original of the theme that is replaced has a name of its own."""
    own = {path: source.digest for path, source in sources.files.items()}
    theme = ((path, source.digest) for path, source in sources.theme.items())
    return {**own, **{f"theme:{path}": digest for path, digest in theme if own.get(path) != digest}}


def _parts(files: SiteFiles) -> Mapping[str, str]:
    """Return the digest of each part that all pages share."""
    shared = files.site.planned[0].fixed[: len(COMMON)] if files.site.planned else ()
    digests = Digests()
    named = {name: digests.of((part,)) for name, part in zip(COMMON, shared, strict=False)}
    titles = digests.of(tuple(dict.fromkeys(page.titles for page in files.site.planned if page.titles)))
    entries = key_of(*(f"{name} {digest}" for name, digest in digests_of_facts(files.site.raw).items()))
    return {
        **named,
        Part.ENTRIES: entries,
        Part.TITLES: titles,
        Part.TEMPLATES: files.sources.digest_of_templates(),
        Part.CODE: code_digest(),
    }


def _pages(files: SiteFiles, known: Story, differs: tuple[str, ...]) -> Mapping[str, PageStory]:
    digests, fresh = Digests(), frozenset(files.fresh)
    asking = fresh if Part.CODE not in differs else frozenset()  # another program asks other questions
    found = {}
    for place, (planned, made) in enumerate(zip(files.site.planned, files.pages, strict=True)):
        texts = digests.of(planned.fixed[len(COMMON) :])
        last, before = known.pages.get(planned.url), files.kept.get(made.name)
        asked = files.last.differing(planned.url) if place in asking else ()
        found[planned.url] = PageStory(
            texts=texts,
            files=tuple(output.path for output in made.outputs),
            planned=place in fresh,
            differs=_differs(last, texts, _shared(planned, differs), asked, asks=place in fresh and before is not None),
        )
    return found


def _shared(planned: PlannedPage, differs: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the differing parts that a page is made of."""
    own = {Part.ENTRIES: False, Part.TITLES: bool(planned.titles)}
    return tuple(part for part in differs if own.get(Part(part), True))


def _differs(
    last: PageStory | None, texts: str, shared: tuple[str, ...], asked: tuple[str, ...], *, asks: bool
) -> tuple[str, ...] | None:
    """Return the parts of a page that differ; `asked` names entries, with "" for answers about rows.

    A page that `asks` depends on nothing else that differs.
    """
    if last is None:
        return None
    parts = (*shared, *((Part.TEXTS,) if last.texts != texts else ()))
    return (*parts, *(name or Part.ANSWERS for name in asked)) or ((Part.ANSWERS,) if asks else ())


def _changed(before: Mapping[str, str], now: Mapping[str, str], rows_apart: RowsApart) -> Iterator[tuple[str, str]]:
    for path in sorted({*before, *now}):
        if before.get(path) != now.get(path):
            yield path, "new" if path not in before else "gone" if path not in now else _how(path, rows_apart)


def _with_page(how: str, url: str, pages: Mapping[str, PageStory]) -> str:
    """Return how a text has changed; if its page has gone by it, that too: `gone: no /essays/a/ any more`."""
    return f"{how}: no {url} any more" if url and url not in pages else how


def _urls_of_texts(project: Project) -> Iterator[tuple[str, str]]:
    """Yield path and URL of each text that has a page of its own; commentary stands on its country's."""
    texts = (text for text in project.documents.values() if text.kind is not DocumentKind.COUNTRY)
    return ((text.path, document_url(text)) for text in texts)


def _how(path: str, rows_apart: RowsApart) -> str:
    """Return how a source has changed; of a file of observations also the first of the changed rows."""
    rows = rows_apart(PurePosixPath(path).stem) if path.startswith(OBSERVATIONS) else ()
    named = ", ".join(f"{country} {year}" for country, year in rows[:FEW_ROWS])
    more = f" and {len(rows) - FEW_ROWS:,} more" if len(rows) > FEW_ROWS else ""
    return f"changed: {named}{more}" if named else "changed"


def read_story(state: Cache) -> Story | None:
    """Return the story of the last build; None if there is none that can be read."""
    try:
        entry = read_json(state.get(STATE_KEY) or b"")
        pages = {url: PageStory(**_tuples(page)) for url, page in entry.pop("pages").items()}
        others, anew = (dict(entry.pop(name)) for name in ("others", "anew"))
        return Story(pages=pages, others=others, anew=anew, **_tuples(entry))
    except (ValueError, AttributeError, TypeError, KeyError, RecursionError):
        return None


def _tuples(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}


def write_story(state: Cache, story: Story) -> None:
    """Keep the story of a build."""
    names = ("sources", "parts", "others", "anew", "changed", "differs", "gone", "base", "of_texts")
    pages = {
        url: {"texts": page.texts, "files": page.files, "planned": page.planned, "differs": page.differs}
        for url, page in story.pages.items()
    }
    whole = {**{name: getattr(story, name) for name in names}, "pages": pages}
    state.put(STATE_KEY, json.dumps(whole).encode())
